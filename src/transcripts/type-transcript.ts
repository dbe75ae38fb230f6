/**
 * Types what was typed in a copied terminal, at the consoles of a lab that stands there already. What the copy shows besides
 * is not compared: its prompts say what was typed and in which mode, its questions what was answered. A console that stands
 * elsewhere than the prompt is brought there as a person would: with `enable`, `configure terminal`, `end`.
 * Leaves out what comes of it.
 */

import { loginsOf } from '../ios/logins.ts'
import type { RunningLab } from '../labs/running-lab.ts'
import { Device } from '../session/device.ts'
import { Answers } from './answers.ts'
import { keysOf, utf8 } from './key-notation.ts'
import { type PromptRow, promptRow } from './prompt-row.ts'
import { BadTranscript, type Step, type Transcript } from './transcript.ts'
import { type ConsoleWorld, TranscriptConsole } from './transcript-console.ts'
import { type TypedRow, typedRows } from './typed-rows.ts'
import { TypedSecrets } from './typed-secrets.ts'

/** Something that whoever reads the marks should know. */
export type TypingRemark = {
  /** Counted from 1 in the file. */
  readonly row: number
  readonly device: string
} & (
  | { readonly kind: 'no such device'; readonly name: string }
  | { readonly kind: 'no power' | 'password not shown' | 'broken off' | 'cut off' | 'never ready' }
  | { readonly kind: 'brought'; readonly typed: string }
  | { readonly kind: 'fault'; readonly error: string }
)

export interface Typed {
  readonly lab: RunningLab
  readonly remarks: readonly TypingRemark[]
}

/** The lab at work, with what its consoles print and report going there. */
export type StartLab = (world: {
  output(device: string, text: string): void
  note(device: string, text: string): void
  report(device: string, error: unknown, typed: string): void
}) => RunningLab

/** How long a command may work until its prompt comes back, virtual ms; then it is broken off. */
const longestCommandMs = 600_000
/** The same for one behind which another console comes: it stays at work. */
const longestLeftMs = 60_000
/** The copy has the key that broke it off. */
const brokenAfterMs = 5000
const longestWaitsMs = 7 * 86_400_000
/** As often as a login asks before it gives up. */
const mostUnanswered = 3
/** More questions than any command has. */
const mostQuestions = 100

/**
 * @param told words that whoever typed has read; passwords that the copy does not show may be among them
 * @throws BadTranscript for waiting without end
 */
export function typeTranscript(transcript: Transcript, start: StartLab, told: readonly string[] = []): Typed {
  const worlds = new Map<string, ConsoleWorld>()
  const lab = start({
    output: (name, text) => worlds.get(name)?.output(text),
    note() {},
    report: (name, error, typed) => worlds.get(name)?.report(error, typed),
  })
  const consoles = new Map<string, TranscriptConsole>()
  for (const [name, machine] of lab.machines) {
    const make = (world: ConsoleWorld) => {
      worlds.set(name, world)
      return machine
    }
    consoles.set(name, new TranscriptConsole(lab.kernel, make))
  }
  const typing = new Typing(transcript, lab, consoles, told)
  typing.run()
  return { lab, remarks: typing.remarks }
}

class Typing {
  readonly remarks: TypingRemark[] = []
  readonly #transcript: Transcript
  readonly #lab: RunningLab
  readonly #consoles: ReadonlyMap<string, TranscriptConsole>
  readonly #secrets: TypedSecrets
  readonly #told: readonly string[]
  /** The file says itself whose console follows; prompts do not. */
  readonly #saysWho: boolean
  #active: TranscriptConsole
  #answers = new Answers([])
  #row = 0
  #waitedMs = 0
  /** The next row was typed at the boot loader. */
  #loaderFollows = false
  readonly #unknownNames = new Set<string>()
  /** Passwords that nobody has said, since the row began. */
  #unanswered = 0

  constructor(
    transcript: Transcript,
    lab: RunningLab,
    consoles: ReadonlyMap<string, TranscriptConsole>,
    told: readonly string[],
  ) {
    this.#told = told
    this.#transcript = transcript
    this.#lab = lab
    this.#consoles = consoles
    this.#secrets = new TypedSecrets(transcript.secrets)
    this.#saysWho = transcript.items.some(({ kind }) => kind === 'on')
    const all = [...consoles.values()]
    const first = all.find(({ device }) => device !== undefined) ?? all[0]
    if (first === undefined) throw new Error('a lab without a device')
    this.#active = first
  }

  run(): void {
    const happenings = typedRows(this.#transcript.items)
    happenings.forEach((happening, index) => {
      this.#row = happening.number
      const next = happenings[index + 1]
      this.#loaderFollows = next?.kind === 'typed' && next.prompt.kind === 'loader'
      if (happening.kind === 'typed') this.#typed(happening, next?.kind === 'on')
      else this.#step(happening)
    })
    for (const console of this.#consoles.values())
      for (const { error } of console.takeFaults())
        this.#remark(console, {
          kind: 'fault',
          error: error instanceof Error ? error.message : String(error),
        })
  }

  #remark(
    { name }: TranscriptConsole,
    remark: TypingRemark extends infer R
      ? R extends TypingRemark
        ? Omit<R, 'row' | 'device'>
        : never
      : never,
  ): void {
    this.remarks.push({ row: this.#row, device: name, ...remark } as TypingRemark)
  }

  #step(step: Step): void {
    const { kernel } = this.#lab
    switch (step.kind) {
      case 'on':
        this.#active = this.#consoles.get(step.name) ?? this.#active
        break
      case 'wait':
        this.#waitedMs += step.ms
        if (this.#waitedMs > longestWaitsMs)
          throw new BadTranscript(this.#transcript.path, step.number, 4, 'waiting', 'a week of it at most')
        kernel.advanceTo(kernel.nowMs + step.ms)
        break
      case 'cut':
      case 'mend':
        this.#lab[step.kind](step.cable)
        break
      case 'power': {
        const machine = this.#lab.machines.get(step.name)
        if (step.on) machine?.powerOn()
        else machine?.powerOff()
      }
    }
  }

  // Rows

  /** @param left another console follows: a command that goes on stays at work */
  #typed({ prompt, typed, above, below }: TypedRow, left: boolean): void {
    const console = this.#consoleOf(prompt)
    this.#active = console
    this.#answers = new Answers(above, this.#answers)
    const line = lineOf(prompt, typed)
    // Help is read, and a bare prompt says only where the console stands.
    if (line === '') this.#reaches(console, prompt)
    if (line === '' || (prompt.kind === 'ios' && line.endsWith('?'))) return
    if (line.startsWith('$')) this.#remark(console, { kind: 'cut off' })
    else if (this.#reaches(console, prompt)) {
      this.#answers = new Answers(below)
      this.#secrets.seen(line)
      this.#enter(console, line)
      this.#finish(console, left, this.#answers.hasBreak)
    }
  }

  /** Whose prompt it is: what a console shows counts, then what it is called in the lab. */
  #consoleOf(prompt: PromptRow): TranscriptConsole {
    const active = this.#active
    if (this.#saysWho || prompt.kind === 'loader') return active
    const name = prompt.hostname.toLowerCase()
    const isShown = (console: TranscriptConsole) => hostnameOf(console)?.toLowerCase() === name
    const isCalled = (console: TranscriptConsole) => console.name.toLowerCase() === name
    if (isShown(active) && isHost(active) === (prompt.kind === 'host')) return active
    const alike = [...this.#consoles.values()].filter((one) => isHost(one) === (prompt.kind === 'host'))
    const found = alike.filter(isShown)
    const [only = alike.find(isCalled)] = found.length === 1 ? found : []
    if (only !== undefined) return only
    if (alike.length > 1 && !this.#unknownNames.has(name)) {
      this.#unknownNames.add(name)
      // Whoever renames a device has a name that no other one ever had.
      if (!this.#secrets.wasTyped(`hostname ${prompt.hostname}`))
        this.#remark(active, { kind: 'no such device', name: prompt.hostname })
    }
    return isHost(active) === (prompt.kind === 'host') ? active : (alike[0] ?? active)
  }

  /** Brings a console to where its next command is typed; false when it does not get there. */
  #reaches(console: TranscriptConsole, prompt: PromptRow): boolean {
    const { machine } = console
    this.#unanswered = 0
    for (let tries = 0; tries < mostQuestions && this.#unanswered < mostUnanswered; tries++) {
      if (prompt.kind === 'loader' && machine.state === 'booting') machine.sendBreak()
      this.#work(console, longestCommandMs)
      if (machine.state === 'off') {
        this.#remark(console, { kind: 'no power' })
        return false
      }
      if (machine.state === 'loader' || prompt.kind === 'loader') {
        if (machine.state === 'loader' && prompt.kind === 'loader') return true
        if (machine.state !== 'loader') break
        this.#enter(console, 'boot')
      } else if (atCommandPrompt(console)) return this.#reachesMode(console, prompt)
      else this.#answer(console)
    }
    this.#remark(console, { kind: 'never ready' })
    return false
  }

  #reachesMode(console: TranscriptConsole, prompt: PromptRow): boolean {
    const { device } = console
    if (device === undefined || prompt.kind !== 'ios') return true
    for (let tries = 0; tries < 3; tries++) {
      const session = device.session
      const shown = session === undefined ? undefined : promptRow(session.prompt)
      const typed = shown?.kind === 'ios' ? towards(shown, prompt) : undefined
      if (typed === undefined) return true
      this.#remark(console, { kind: 'brought', typed })
      this.#enter(console, typed)
      this.#finish(console, false, false)
      const now = device.session && promptRow(device.session.prompt)
      if (now?.kind === 'ios' && shown?.kind === 'ios' && now.text === shown.text) break
    }
    return atCommandPrompt(console)
  }

  /** Lets a command work and answers what it asks, until the console is back at a prompt. */
  #finish(console: TranscriptConsole, left: boolean, broken: boolean): void {
    for (let questions = 0; questions < mostQuestions; questions++) {
      const limitMs = broken ? brokenAfterMs : left ? longestLeftMs : longestCommandMs
      if (!this.#work(console, limitMs)) {
        if (left && !broken) return
        if (!broken) this.#remark(console, { kind: 'broken off' })
        console.machine.input(isHost(console) ? 0x03 : 0x1e)
        if (!this.#work(console, brokenAfterMs)) return
      }
      const { state } = console.machine
      if (state === 'off' || state === 'loader' || state === 'press RETURN' || atCommandPrompt(console))
        return
      // Who logs in anew does so above the next prompt.
      if (state === 'login') return
      this.#answer(console)
    }
  }

  /** False when it is still at work after that time. */
  #work({ machine, paper }: TranscriptConsole, limitMs: number): boolean {
    const { kernel } = this.#lab
    const endMs = kernel.nowMs + limitMs
    // The boot has to be stopped where the loader's prompt follows.
    const isThere = () =>
      machine.tty.waitsFor !== 'wait' || (this.#loaderFollows && machine.state === 'booting')
    while (!isThere() && kernel.nowMs < endMs && kernel.step(endMs))
      if (paper.rows.length > 1000) paper.rows.length = 0
    return isThere()
  }

  /** A word that was told and opens what asks. */
  #toldSecret(console: TranscriptConsole): string | undefined {
    return this.#told.find((word) => accepts(console, word, this.#secrets.user))
  }

  // Keys

  #enter(console: TranscriptConsole, line: string): void {
    console.take(console.paper.rows.length)
    const control = /\^([ZC])$/.exec(line)?.[1]
    const isEnd = control !== undefined && (control === 'Z' || line === '^C')
    const text = isEnd ? line.slice(0, -2) : line
    const keys = keysOf(text)
    const bytes = Array.isArray(keys) ? keys.map((key) => key.bytes).join('') : utf8(text)
    const ends = Array.isArray(keys) && keys.at(-1) !== undefined && keys.at(-1)?.character === undefined
    console.type(bytes + (isEnd ? (control === 'Z' ? '\x1a' : '\x03') : ends ? '' : '\r'))
  }

  /** Answers what the console asks: as the copy does, or as a person would who has read it. */
  #answer(console: TranscriptConsole): void {
    const { machine, asks, paper } = console
    switch (asks) {
      case 'nothing':
        return
      case 'RETURN':
        console.type('\r')
        return
      case 'more':
        console.type(' ')
        return
      case 'key':
        console.type(this.#answers.to(paper.row)?.trim()[0] ?? '\r')
        return
      case 'line':
        break
    }
    const { editor } = machine.tty
    const question = console.prompt.text
    if (editor?.echoes === false) {
      const shown = this.#answers.to(question) ?? ''
      const secret = this.#secrets.next(shown, question) ?? this.#toldSecret(console)
      if (secret === undefined) {
        this.#unanswered++
        this.#remark(console, { kind: 'password not shown' })
      }
      console.type(`${utf8(secret ?? '')}\r`)
    } else if (question.trim() === '') {
      const text = this.#answers.text(paper.rows)
      // A text that the copy does not end is broken off.
      console.type(text === undefined ? '\x03' : `${utf8(text)}\r`)
    } else {
      const answer = this.#answers.to(question) ?? (/\[yes\/no\]/.test(question) ? 'no' : '')
      this.#secrets.answered(question, answer)
      console.type(`${utf8(answer.trim())}\r`)
    }
    console.take(paper.rows.length)
  }
}

function logsIn({ device }: TranscriptConsole): boolean {
  return device?.session?.loggedIn === false
}

/** Whether what asks for a password would take the word: a login at the console, or `enable`. */
function accepts(console: TranscriptConsole, word: string, user: string | undefined): boolean {
  const ios = console.device?.ios
  if (ios === undefined) return false
  const logins = loginsOf()
  if (!logsIn(console)) return logins.enableGuard(ios, 15)?.accepts(word) === true
  if (user !== undefined) return logins.user(ios, user)?.accepts(word) === true
  return ios.lines.some((line) => line.type === 'console' && logins.linePassword(ios, line) === word)
}

function isHost({ device }: TranscriptConsole): boolean {
  return device === undefined
}

function hostnameOf({ machine, device }: TranscriptConsole): string | undefined {
  if (device === undefined) return machine.status().name
  const shown = device.session === undefined ? undefined : promptRow(device.session.prompt)
  return shown?.kind === 'ios' ? shown.hostname : machine.status().name
}

/** The command line is being typed, as opposed to a question. */
function atCommandPrompt({ machine }: TranscriptConsole): boolean {
  if (machine instanceof Device) return machine.session?.atPrompt === true
  return machine.tty.editor !== undefined
}

/** A blank behind a password belongs to it; more of them fill the row of a terminal. */
function lineOf(prompt: PromptRow, typed: string): string {
  const line = typed.replace(/^\s+$| {2,}$/, '')
  return prompt.kind === 'host' ? line : line.trimStart()
}

/** What a person types to get from one prompt towards another; undefined where there, or where no command leads. */
function towards(
  shown: Extract<PromptRow, { kind: 'ios' }>,
  wanted: Extract<PromptRow, { kind: 'ios' }>,
): string | undefined {
  if (!wanted.privileged) return undefined
  if (!shown.privileged) return 'enable'
  if (wanted.mode === '') return shown.mode === '' ? undefined : 'end'
  if (shown.mode === '') return 'configure terminal'
  return wanted.mode === 'config' && shown.mode !== 'config' ? 'exit' : undefined
}
