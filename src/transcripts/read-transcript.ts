/**
 * Reads a transcript: text → rows and directives. A row that begins with `!: ` is a directive; every other row is
 * terminal text and is rendered (backspaces, carriage returns, a wiped ` --More-- `).
 */

import { builtInProfiles } from '../hardware/built-in-profiles.ts'
import { cableAt } from '../labs/cable-at.ts'
import type { Lab, LabCable } from '../labs/lab.ts'
import { directives, type Reading, type Words } from './directives.ts'
import { renderedRow } from './paper.ts'
import { patternFault } from './row-pattern.ts'
import { BadTranscript, type Item, type Step, type Transcript, type TranscriptDevice } from './transcript.ts'

const mark = '!: '
/** A file that names no device is about this one. */
const defaultProfile = 'catalyst-2960-24tt'

/**
 * The transcript in a text.
 * @param path for messages
 * @param lab what the file's `lab` directive names (`labNamedIn`), read already
 * @throws BadTranscript
 */
export function readTranscript(text: string, path: string, lab?: Lab): Transcript {
  const reader = new Reader(path, text, lab)
  return reader.read()
}

/** A directive that has no say. */
export interface IgnoredDirective {
  readonly name: string
  readonly number: number
}

/**
 * The copy of a terminal that stood in `lab`, whatever lab or devices it names itself: what would change them, or write
 * files, is ignored and told.
 * @throws BadTranscript
 */
export function readTypedTranscript(
  text: string,
  path: string,
  lab: Lab,
): { readonly transcript: Transcript; readonly ignored: readonly IgnoredDirective[] } {
  const ignored: IgnoredDirective[] = []
  const reader = new Reader(path, text.replace(escapeSequences, ''), lab, ignored)
  return { transcript: reader.read(), ignored }
}

/** Colours and cursor movements of a terminal's log (ECMA-48); only backspaces and returns move anything in a transcript. */
const escapeSequences = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_])/g

/** What a copy that is only typed may say about the network. */
const typedDirectives: ReadonlySet<string> = new Set(['on', 'wait', 'cut', 'mend', 'power', 'secret'])
/** What it may say about itself. */
const silentDirectives: ReadonlySet<string> = new Set(['source', 'blanks'])

/** The lab that a transcript's text asks for, and the row and column of its name. */
export function labNamedIn(text: string): { name: string; line: number; column: number } | undefined {
  const lines = text.split('\n')
  const index = lines.findIndex((line) => /^!: lab\s+\S/.test(line))
  const match = /^(!: lab\s+)(.*\S)/.exec(lines[index] ?? '')
  if (match === null) return undefined
  return { name: match[2] ?? '', line: index + 1, column: (match[1] ?? '').length + 1 }
}

class Reader implements Reading {
  readonly #path: string
  readonly #lines: readonly string[]
  readonly #items: Item[] = []
  readonly #devices: TranscriptDevice[] = []
  readonly #secrets: string[] = []
  /** Devices whose rows have begun. */
  readonly #shown = new Set<string | undefined>()
  readonly profileNames = [...builtInProfiles.keys()]
  /** The device that rows and directives are about. */
  #about: string | undefined
  #captured = false
  #exactBlanks = false
  /** Rows to pass over: they were read as configuration. */
  #next = 0

  readonly lab: Lab | undefined
  #usesLab = false

  /** Where the directives go that have no say; left out: all have. */
  readonly #ignored: IgnoredDirective[] | undefined

  constructor(path: string, text: string, lab: Lab | undefined, ignored?: IgnoredDirective[]) {
    this.#path = path
    this.lab = lab
    this.#ignored = ignored
    if (ignored !== undefined) this.takeLab()
    const lines = text.replace(/^\ufeff/, '').split('\n')
    if (lines.at(-1) === '') lines.pop()
    this.#lines = lines
  }

  read(): Transcript {
    const lines = this.#lines
    while (this.#next < lines.length) {
      const index = this.#next++
      const line = lines[index] ?? ''
      if (line.startsWith(mark)) this.#directive(line.trimEnd(), index + 1)
      else {
        this.#defaultDevice()
        this.#shown.add(this.#about)
        const fault = this.#ignored === undefined ? patternFault(line) : undefined
        if (fault !== undefined) throw this.#fault(index + 1, { ...fault, expected: 'a pattern (RE2)' })
        this.#items.push({ kind: 'row', number: index + 1, text: renderedRow(line) })
      }
    }
    this.#defaultDevice()
    return {
      path: this.#path,
      lab: this.#usesLab ? this.lab : undefined,
      lines,
      items: this.#items,
      devices: this.#devices,
      captured: this.#captured,
      secrets: this.#secrets,
      exactBlanks: this.#exactBlanks,
    }
  }

  #directive(line: string, number: number): void {
    const words = [...line.slice(mark.length).matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      column: mark.length + match.index + 1,
    }))
    const [name, ...rest] = words
    const known = [...directives.keys()].join(', ')
    if (name === undefined)
      throw this.#fault(number, { column: 4, found: 'nothing', expected: `a directive (${known})` })
    const read = directives.get(name.text)
    if (read === undefined)
      throw this.#fault(number, {
        column: name.column,
        found: `"${name.text}"`,
        expected: `a directive (${known})`,
      })
    if (this.#ignored !== undefined && !typedDirectives.has(name.text)) {
      if (!silentDirectives.has(name.text)) this.#ignored.push({ name: name.text, number })
      return
    }
    const behind: Words = {
      number,
      text: line.slice(name.column - 1 + name.text.length).trim(),
      list: rest,
      endColumn: line.length + 1,
    }
    const fault = read(behind, this)
    if (fault !== undefined) throw this.#fault(number, fault)
  }

  #fault(number: number, fault: { column: number; found: string; expected: string }): BadTranscript {
    return new BadTranscript(this.#path, number, fault.column, fault.found, fault.expected)
  }

  #defaultDevice(): void {
    if (this.#devices.length === 0 && !this.#usesLab) this.device('Switch', defaultProfile, 0)
  }

  device(name: string, profile: string, number: number): void {
    this.#devices.push({ name, profile, number })
    this.#about = name
  }

  /** False when the file has devices already. */
  takeLab(): boolean {
    if (this.#devices.length > 0 || this.#usesLab) return false
    this.#usesLab = true
    this.#about = this.lab?.devices[0]?.name
    return true
  }

  get usesLab(): boolean {
    return this.#usesLab
  }

  knowsDevice(name: string): boolean {
    return this.deviceNames.includes(name)
  }

  get deviceNames(): readonly string[] {
    return (this.#usesLab ? (this.lab?.devices ?? []) : this.#devices).map(({ name }) => name)
  }

  /** The cable at a port (`SW1 Gi0/1`), or with an id. */
  cable(end: string): LabCable | undefined {
    const lab = this.#usesLab ? this.lab : undefined
    return lab === undefined ? undefined : cableAt(lab, end)
  }

  config(number: number): boolean {
    this.#defaultDevice()
    const index = this.#devices.findIndex(({ name }) => name === this.#about)
    const device = this.#devices[index]
    if (device === undefined || device.config !== undefined || this.#shown.has(this.#about)) return false
    const block = this.#indentedRows(number)
    this.#devices[index] = { ...device, config: { text: block, firstNumber: number + 1 } }
    return true
  }

  /** The indented rows behind row `number`, without the indentation of the first. */
  #indentedRows(number: number): string {
    const rows: string[] = []
    let end = number
    for (let index = number; index < this.#lines.length; index++) {
      const line = (this.#lines[index] ?? '').trimEnd()
      if (line !== '' && !/^\s/.test(line)) break
      rows.push(line)
      // Blank rows belong to it only where indented ones follow.
      if (line !== '') end = index + 1
    }
    this.#next = end
    const block = rows.slice(0, end - number)
    const indentation = /^\s*/.exec(block.find((row) => row !== '') ?? '')?.[0].length ?? 0
    return block
      .map((row) => `${/^\s*$/.test(row.slice(0, indentation)) ? row.slice(indentation) : row.trimStart()}\n`)
      .join('')
  }

  step(step: Step): void {
    if (step.kind === 'on') this.#about = step.name
    this.#items.push(step)
  }

  secrets(words: readonly string[]): void {
    this.#secrets.push(...words)
  }

  captured(): void {
    this.#captured = true
  }

  exactBlanks(): void {
    this.#exactBlanks = true
  }
}
