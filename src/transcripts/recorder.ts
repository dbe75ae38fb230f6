/**
 * Writes a console session down as a transcript that passes when it is run. Hears every key as the device takes it, and is
 * given what the device shows. Lines are written as they stood when they were entered, however they were edited.
 *
 * Recording begins with the next line entered in EXEC or global configuration. Leaves out power and the loader's break:
 * a recording that should be run ends before them.
 */

import { configurationLines } from '../ios/running-config.ts'
import type { Lab } from '../labs/lab.ts'
import type { Device } from '../session/device.ts'
import type { Key } from '../session/keys.ts'
import { morePrompt } from '../session/pager.ts'
import type { Difference } from './difference.ts'
import { durationText } from './directives.ts'
import { keyName, typedText } from './key-notation.ts'
import { Paper } from './paper.ts'
import { readTranscript } from './read-transcript.ts'
import { literalRow } from './row-pattern.ts'
import { runTranscript } from './run-transcript.ts'
import { shownPrompt } from './shown-prompt.ts'
import { isLogMessage } from './stamp-form.ts'
import type { Transcript } from './transcript.ts'
import type { Surroundings } from './transcript-console.ts'
import { updated } from './update-transcript.ts'

type Entry =
  | {
      readonly kind: 'row'
      readonly text: string
      /** The person pressed Enter and typed nothing. */
      readonly bare: boolean
    }
  | { readonly kind: 'wait'; readonly ms: number }

/** The key that is having its effect now. */
interface Taken {
  /** What stands in the row before what is typed. */
  readonly head: string
  /** What the file says of the typed part; undefined where the device shows it all by itself. */
  readonly typed: string | undefined
  /** A character that the device may echo, `[confirm]y`. */
  readonly echo: string | undefined
  readonly bare: boolean
}

/** The lab that the device stands in, and what the transcript calls it: a name or a path. */
export interface RecordedLab {
  readonly lab: Lab
  readonly named: string
}

export class Recorder {
  readonly #device: Device
  readonly #in: RecordedLab | undefined
  readonly #paper = new Paper()
  readonly #entries: Entry[] = []
  #header: readonly string[] | undefined
  /** The present row up to what is being typed; undefined until the first key in it. */
  #head: string | undefined
  /** The line as it was then. */
  #pending = ''
  #taken: Taken | undefined
  #inKey = false
  #clockMs = 0
  #beganMs = 0
  /** What the device's clock showed then; undefined where it showed nothing of worth. */
  #clock: string | undefined

  /** @param standsIn left out for a device that stands alone */
  constructor(device: Device, standsIn?: RecordedLab) {
    this.#device = device
    this.#in = standsIn
    device.tty.observer = {
      before: (key) => this.#before(key),
      after: () => {
        this.#inKey = false
        if (this.#taken?.echo === undefined) this.#taken = undefined
      },
    }
  }

  /** What the console shows, as the device gave it. */
  output(text: string): void {
    if (this.#header === undefined) return
    const { waitsFor } = this.#device.tty
    const asked = !this.#inKey && (waitsFor === 'line' || waitsFor === 'key')
    const { rows } = this.#paper
    this.#paper.write(text)
    rows.forEach((row, index) => {
      if (index > 0) this.#entries.push({ kind: 'row', text: literalRow(row), bare: false })
      else {
        this.#endRow(row, asked)
        // What comes while nobody types comes when time has passed.
        if (asked) this.#waitUntilNow()
      }
    })
    rows.length = 0
    // The clock of a run moves by itself only while the device works.
    if (!asked && !this.#inKey) this.#clockMs = this.#device.tty.kernel.nowMs
  }

  /** The transcript so far. It has been run with `surroundings`, and passes. */
  finish(surroundings: Surroundings): string {
    this.#device.tty.observer = undefined
    if (this.#header === undefined) return ''
    const { row } = this.#paper
    if (row !== '')
      this.#entries.push({ kind: 'row', text: literalRow(this.#head ?? this.#prompt()), bare: false })
    const run = new Check(surroundings, this.#in?.lab)
    const plain = this.#text(undefined)
    if (run.passes(plain)) return plain
    // Some of it depends on the time that passed before and between the lines.
    const timed = this.#text(Math.max(0, this.#beganMs - run.beginningMs(plain)))
    if (run.passes(timed)) return timed
    return run.upToDifference(run.updated(timed))
  }

  #prompt(): string {
    return shownPrompt(this.#paper.row, this.#device.tty.editor).text
  }

  /** @param before the time that passes before the first row; undefined for a text without times */
  #text(before: number | undefined): string {
    const lines = [...(this.#header ?? [])]
    const entries: Entry[] = before === undefined || before === 0 ? [] : [{ kind: 'wait', ms: before }]
    for (const entry of this.#entries) {
      const last = entries.at(-1)
      if (entry.kind === 'row') entries.push(entry)
      else if (last?.kind === 'wait') entries[entries.length - 1] = { kind: 'wait', ms: last.ms + entry.ms }
      else if (before !== undefined) entries.push(entry)
    }
    entries.forEach((entry, index) => {
      if (entry.kind === 'wait') lines.push(`!: wait ${durationText(entry.ms)}`)
      else {
        // Followed by these, a prompt with nothing behind it is one that was left alone.
        const next = entries[index + 1]
        const left = next === undefined || next.kind === 'wait' || isLogMessage(next.text)
        lines.push(entry.bare && left ? `${entry.text}<Enter>` : entry.text)
      }
    })
    if (this.#clock !== undefined) {
      const first = entries[0]?.kind === 'wait' && before !== undefined && before > 0 ? 1 : 0
      lines.splice((this.#header?.length ?? 0) + first, 0, `!: clock ${this.#clock}`)
    }
    return lines.map((line) => `${line}\n`).join('')
  }

  // Rows

  #endRow(row: string, asked: boolean): void {
    const taken = this.#taken
    const head = this.#head
    this.#head = undefined
    this.#taken = undefined
    if (asked || taken === undefined) {
      // What was typed here so far will be written where it is entered.
      const text = asked && taken?.echo === undefined ? (head ?? this.#promptOf(row)) : row
      this.#entries.push({ kind: 'row', text: literalRow(text), bare: false })
      return
    }
    if (taken.typed === undefined) {
      this.#entries.push({ kind: 'row', text: literalRow(row), bare: taken.bare })
      return
    }
    let rest = ''
    if (taken.echo !== undefined) {
      rest = row.slice(taken.head.length)
      if (rest.startsWith(taken.echo)) rest = rest.slice(taken.echo.length)
    }
    this.#entries.push({
      kind: 'row',
      text: (literalRow(taken.head) + taken.typed).replace(/^!: /, '!:<Space>') + literalRow(rest),
      bare: taken.bare,
    })
  }

  #promptOf(row: string): string {
    return shownPrompt(row, this.#device.tty.editor).text
  }

  #waitUntilNow(): void {
    const { nowMs } = this.#device.tty.kernel
    const ms = nowMs - this.#clockMs
    this.#clockMs = nowMs
    if (ms > 0) this.#entries.push({ kind: 'wait', ms })
  }

  // Keys

  #before(key: Key): void {
    this.#begin()
    if (this.#header === undefined) return
    const { tty } = this.#device
    this.#inKey = true
    if (tty.waitsFor === 'wait') {
      this.#taken = { head: this.#paper.row, typed: '<Ctrl-Shift-6>', echo: undefined, bare: false }
      return
    }
    if (tty.waitsFor === 'line') {
      if (this.#head === undefined) {
        this.#head = this.#prompt()
        this.#pending = tty.editor?.text ?? ''
      }
      const bare = enters(key) && tty.editor?.echoes === true && tty.editor.text === this.#pending
      this.#taken = { head: this.#head, typed: this.#typedLine(key), echo: undefined, bare }
      if (ends(key, tty.editor?.helps === true)) this.#waitUntilNow()
      return
    }
    const atMore = this.#paper.row.endsWith(morePrompt)
    const isSpace = key.kind === 'char' && key.text === ' '
    if (!atMore || !isSpace) this.#waitUntilNow()
    if (atMore) {
      if (!isSpace) {
        const name = key.kind === 'char' ? `<${key.text}>` : keyName(key)
        this.#entries.push({ kind: 'row', text: `${morePrompt}${name}`, bare: false })
      }
    } else if (this.#device.state === 'press RETURN' || /^[/+-]/.test(this.#paper.row))
      this.#taken = {
        head: '',
        typed: undefined,
        echo: undefined,
        bare: enters(key) && this.#paper.row === '',
      }
    else {
      const echo = key.kind === 'char' ? key.text : undefined
      const typed = enters(key) ? '' : keyName(key)
      this.#taken = { head: this.#paper.row, typed, echo: echo ?? '', bare: false }
    }
  }

  /** What the file has to say of the line when this key ends its row. */
  #typedLine(key: Key): string {
    const { editor } = this.#device.tty
    if (editor === undefined) return ''
    const name = enters(key) ? '' : keyName(key)
    if (!editor.echoes) return enters(key) ? `<<${editor.text}>>` : name
    const text = typedText(editor.text, editor.helps)
    const behind = editor.text.slice(editor.cursor)
    // Help and completion look at what stands before the cursor.
    const back = enters(key) || behind === '' ? '' : '<Left>'.repeat([...behind].length)
    return text + back + name
  }

  /** Begins to write at the first line that is typed in EXEC or global configuration. */
  #begin(): void {
    if (this.#header !== undefined) return
    const { session, tty, ios, chassis } = this.#device
    const { editor } = tty
    if (session === undefined || ios === undefined || !session.atPrompt || editor === undefined) return
    const { mode } = session.place
    if (editor.text !== '' || (mode !== 'exec' && mode !== 'config')) return
    const { profile } = chassis
    const name = chassis.name.replace(/\s+/g, '-')
    const header =
      this.#in === undefined
        ? [`!: device ${name} ${profile.name}`, '!: source hand-written']
        : [`!: lab ${this.#in.named}`, `!: on ${chassis.name}`, '!: source hand-written']
    if (this.#in === undefined && (ios.lastChange !== undefined || hasStartup(this.#device)))
      header.push('!: config', ...configurationOf(this.#device).map((line) => `  ${line}`))
    const { clock } = ios
    if (clock.known) this.#clock = new Date(clock.utcMs).toISOString()
    if (session.length !== 24) header.push(`!: length ${session.length}`)
    if (session.width !== 80) header.push(`!: width ${session.width}`)
    this.#header = header
    this.#clockMs = tty.kernel.nowMs
    this.#beganMs = tty.kernel.nowMs
    this.#paper.write(editor.prompt)
  }
}

function configurationOf({ ios }: Device): string[] {
  return ios === undefined ? [] : configurationLines(ios).filter((line) => line !== '!' && line !== '')
}

function hasStartup({ chassis }: Device): boolean {
  const flash = chassis.profile.nvram.startupConfig === 'flash:config.text'
  return (
    chassis.storage.read(flash ? 'flash' : 'nvram', flash ? 'config.text' : 'startup-config') !== undefined
  )
}

function enters(key: Key): boolean {
  return key.kind === 'control' && key.code === 0x0d
}

/** Whether a key ends the row that it is typed in, so that time counts up to it. */
function ends(key: Key, helps: boolean): boolean {
  if (key.kind === 'char') return key.text === '?' && helps
  return key.kind === 'control' && [0x03, 0x09, 0x0c, 0x0d, 0x12, 0x1a, 0x1e].includes(key.code)
}

/** Runs of the text that is written, with the lab that it is about. */
class Check {
  readonly #surroundings: Surroundings
  readonly #lab: Lab | undefined

  constructor(surroundings: Surroundings, lab: Lab | undefined) {
    this.#surroundings = surroundings
    this.#lab = lab
  }

  #read(text: string): Transcript {
    return readTranscript(text, 'recording', this.#lab)
  }

  #differences(text: string): readonly Difference[] {
    return runTranscript(this.#read(text), this.#surroundings).differences
  }

  passes(text: string): boolean {
    return this.#differences(text).length === 0
  }

  updated(text: string): string {
    return updated(this.#read(text), this.#surroundings)
  }

  /** As much of a text as passes. */
  upToDifference(text: string): string {
    let whole = text
    for (;;) {
      const [first] = this.#differences(whole)
      if (first === undefined) return whole
      whole = whole
        .split('\n')
        .slice(0, first.row - 1)
        .map((line) => `${line}\n`)
        .join('')
    }
  }

  /** When a run of the text comes to its first row, ms of its time. */
  beginningMs(text: string): number {
    let nowMs = 0
    const lines = text.split('\n')
    const header = lines.slice(0, this.#lab === undefined ? 1 : 2)
    const head = lines.find((line) => !line.startsWith('!: ') && !line.startsWith('  ')) ?? ''
    runTranscript(this.#read([...header, head, ''].join('\n')), this.#surroundings, {
      onBegin: (_consoles, kernel) => {
        nowMs = kernel.nowMs
      },
    })
    return nowMs
  }
}
