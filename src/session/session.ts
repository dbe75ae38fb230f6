/**
 * One session on a terminal line: `Press RETURN`, banners, login, the command loop, and its end. The script below reads as
 * the life of a session does; keys, pager and questions are the tty's and `command-output`'s.
 */

import type { Ios } from '../ios/ios.ts'
import { type LineSettings, lineSettings } from '../ios/line-settings.ts'
import type { LogMessage } from '../ios/logging.ts'
import { printable } from '../ios/printable.ts'
import { port } from '../ios/session-ports.ts'
import type { Running } from '../ios/steps.ts'
import type { Place, Terminal } from '../ios/terminal.ts'
import type { TerminalLine } from '../ios/terminal-lines.ts'
import type { Timer } from '../kernel/kernel.ts'
import { runCommand } from './command-output.ts'
import { History } from './history.ts'
import { KillRing } from './kill-ring.ts'
import { LineEditor } from './line-editor.ts'
import { logIn, showBanner } from './login.ts'
import { promptOf } from './prompt.ts'
import type { Script, Tty } from './tty.ts'
import { completedText, helpText, meaningOf, type TypedLineContext } from './typed-line.ts'

/** How a session ended. */
export type SessionEnd =
  | { readonly kind: 'logout' }
  | { readonly kind: 'restart'; readonly reason: string }
  | { readonly kind: 'setup' }

export interface SessionHost {
  /** A remark of ours, shown beside the console. */
  note(text: string): void
  /** Our own mistake: what was typed, and what went wrong. */
  report(error: unknown, typed: string): void
  /** A line was typed that is no command here. */
  mistyped?(typed: string): void
  /** Commands that may not be given, in full words: `show running-config`. What begins so is refused too. */
  readonly forbidden?: readonly string[]
}

export class Session implements Terminal {
  readonly ios: Ios
  readonly line: TerminalLine
  readonly #tty: Tty
  readonly #host: SessionHost
  readonly #killRing = new KillRing()
  readonly #execHistory: History
  readonly #configHistory: History
  #place: Place = { mode: 'exec', sections: [] }
  #end: SessionEnd | undefined
  #idleTimer: Timer | undefined
  /** The limit that the timer was set for. */
  #armedForMs = 0
  #timedOut = false
  /** Messages that wait for the prompt (`logging synchronous`). */
  #queued: LogMessage[] = []
  /** Messages that found the queue full. */
  #lost = 0
  privilege = 1
  user: string | undefined
  length: number
  width: number
  historyEnabled: boolean
  editing: boolean
  monitor: boolean
  execPromptTimestamp = false
  activeSinceMs: number
  /** Whoever is at the terminal was let in. */
  #loggedIn = false
  /** The command line is being typed (as opposed to a question, or a running command). */
  #atPrompt = false

  constructor(ios: Ios, line: TerminalLine, tty: Tty, host: SessionHost) {
    this.ios = ios
    this.line = line
    this.#tty = tty
    this.#host = host
    const settings = this.#settings
    this.length = settings.length
    this.width = settings.width
    this.historyEnabled = settings.historyEnabled
    this.editing = settings.editing
    this.monitor = settings.monitor
    this.#execHistory = new History(settings.historySize)
    this.#configHistory = new History(settings.historySize)
    this.activeSinceMs = ios.kernel.nowMs
  }

  get #settings(): LineSettings {
    return lineSettings(this.ios, this.line)
  }

  get place(): Place {
    return this.#place
  }

  get prompt(): string {
    return promptOf(this.ios, this.#place.mode, this.privilege)
  }

  get lastInputMs(): number {
    return Math.max(this.#tty.lastKeyMs, this.activeSinceMs)
  }

  get historySize(): number {
    return this.#execHistory.size
  }

  set historySize(size: number) {
    this.#execHistory.setSize(size)
    this.#configHistory.setSize(size)
  }

  get execTimeoutMs(): number {
    return this.#settings.execTimeoutMs
  }

  get loggedIn(): boolean {
    return this.#loggedIn
  }

  get atPrompt(): boolean {
    return this.#atPrompt
  }

  history(): readonly string[] {
    return this.#history.list
  }

  get #history(): History {
    return this.#place.mode === 'exec' ? this.#execHistory : this.#configHistory
  }

  enter(place: Place): void {
    const { leave } = this.#place
    this.#place = place
    const said = leave?.()
    if (said !== undefined && said !== '') this.#tty.write(said)
  }

  endConfiguration(): void {
    if (this.#place.mode === 'exec') return
    this.enter({ mode: 'exec', sections: [] })
    const by = this.user === undefined ? '' : `${printable(this.user)} on `
    const where = this.line.type === 'console' ? 'console' : `${this.line.type}${this.line.number}`
    const text =
      this.line.type === 'console' && this.user === undefined
        ? 'console by console'
        : `console by ${by}${where}`
    this.ios.log.emit('SYS', 5, 'CONFIG_I', `Configured from ${text}`)
  }

  logout(): void {
    this.#end = { kind: 'logout' }
  }

  restart(reason: string): void {
    this.#end = { kind: 'restart', reason }
  }

  setup(): void {
    this.#end = { kind: 'setup' }
  }

  note(text: string): void {
    this.#host.note(text)
  }

  /** Ends the session from outside (`clear line`). */
  disconnect(): void {
    this.#end = { kind: 'logout' }
    this.#timedOut = true
    this.#wake()
  }

  /** Text from elsewhere (`send`): it tears the line as a message does. */
  show(text: string): void {
    this.#tty.write(text)
  }

  /** From RETURN to the end of the session. */
  *run(): Script<SessionEnd> {
    this.line.uses++
    this.line.terminal = this
    try {
      this.privilege = this.#settings.privilege
      const accepted = yield* logIn(this, this.#tty)
      if (accepted !== undefined) {
        this.#loggedIn = true
        this.user = accepted.user
        this.privilege = accepted.privilege ?? this.privilege
        if (this.#settings.execBanner) showBanner('exec', this, this.#tty)
        yield* this.#commandLoop(accepted.autocommand)
      }
    } finally {
      this.#idleTimer?.cancel()
      this.line.terminal = undefined
    }
    // Whoever is thrown out of configuration mode has left it all the same.
    this.endConfiguration()
    return this.#end ?? { kind: 'logout' }
  }

  /** Makes the script's present read end, as if the line had been given up. */
  #wake(): void {
    this.#tty.interrupt()
  }

  // Commands

  *#commandLoop(autocommand: string | undefined): Script {
    this.#armIdleTimer()
    const automatic = autocommand ?? this.#settings.autocommand
    if (automatic !== undefined) {
      yield* this.#execute(automatic)
      this.#end ??= { kind: 'logout' }
    }
    while (this.#end === undefined) {
      this.#flushMessages()
      if (this.#settings.execTimeoutMs !== this.#armedForMs) this.#armIdleTimer()
      const typed = yield* this.#readCommand()
      if (typed === undefined) break
      const { text, end } = typed
      yield* this.#execute(text)
      if (end && this.#end === undefined && this.#place.mode !== 'exec') this.endConfiguration()
    }
  }

  /** One command line; undefined when the session is over. `end` is Ctrl-Z behind it. */
  *#readCommand(): Script<{ text: string; end: boolean } | undefined> {
    const tty = this.#tty
    const editor = this.#newEditor('')
    tty.write(editor.start())
    for (;;) {
      this.#atPrompt = true
      const response = yield { kind: 'line', editor }
      this.#atPrompt = false
      if (this.#timedOut || response.kind !== 'event') {
        this.#end ??= { kind: 'logout' }
        return undefined
      }
      const { event } = response
      switch (event.kind) {
        case 'enter':
        case 'end':
          return { text: event.text, end: event.kind === 'end' }
        case 'cancel':
          if (this.#place.mode !== 'exec') this.endConfiguration()
          return { text: '', end: false }
        case 'break':
          tty.write('\n')
          return { text: '', end: false }
        case 'help': {
          const help = helpText(event.text, this.#context, this.width)
          yield* runCommand(printing(help), {
            ios: this.ios,
            tty,
            length: this.length,
            width: this.width,
            args: {},
          })
          this.#flushMessages()
          tty.write(editor.redraw())
          break
        }
        case 'tab': {
          const whole = editor.text
          const completed = completedText(event.text, this.#context)
          if (completed === undefined) tty.write(`\x07${editor.replace(whole)}`)
          else tty.write(editor.replace(completed + whole.slice(event.text.length)))
          break
        }
      }
    }
  }

  #newEditor(initial: string): LineEditor {
    return new LineEditor({
      prompt: this.prompt,
      width: this.width,
      echo: 'all',
      editing: this.editing,
      killRing: this.#killRing,
      initial,
      ...(this.historyEnabled ? { history: this.#history } : {}),
    })
  }

  get #context(): TypedLineContext {
    return {
      ios: this.ios,
      place: this.#place,
      privilege: this.privilege,
      prompt: this.prompt,
      connects: this.#settings.preferredTransport !== 'none',
    }
  }

  /** Runs one typed line; a mistake of ours is reported and the console stays alive. */
  *#execute(text: string): Script {
    if (this.historyEnabled) this.#history.add(text)
    try {
      yield* this.#perform(text)
    } catch (error) {
      this.#host.report(error, text)
      this.#tty.write('% Internal error: the command was given up\n')
    }
  }

  *#perform(text: string): Script {
    const { ios } = this
    const meaning = meaningOf(text, this.#context)
    switch (meaning.kind) {
      case 'nothing':
        return
      case 'error':
        this.#host.mistyped?.(text)
        if (meaning.unmodelled !== undefined)
          this.#host.note(`\`${meaning.unmodelled}\` is a real command, not modelled here`)
        this.#tty.write(meaning.reply)
        return
      case 'word':
        this.#host.mistyped?.(text)
        yield* this.#run(port('connect')(ios, meaning.word, this), {})
        return
      case 'command': {
        const { command, invocation } = meaning
        if (this.#isForbidden(meaning.words)) {
          // As where a server decides which commands a user may give.
          this.#tty.write('Command authorization failed.\n\n')
          return
        }
        if (this.execPromptTimestamp && this.#place.mode === 'exec') this.#tty.write(loadAndTime(ios))
        const wasExec = command.modes.includes('exec')
        if (meaning.leaves) this.enter(invocation.place)
        ios.author = wasExec ? ios.author : { user: this.user }
        const running = command.run({ ...invocation, ios, terminal: this, fromFile: false })
        // What a configuration line has to say scrolls by: only listings wait at --More-- (from memory).
        yield* this.#run(running, invocation.args, wasExec ? this.length : 0)
      }
    }
  }

  #isForbidden(words: () => string): boolean {
    const { forbidden = [] } = this.#host
    if (forbidden.length === 0) return false
    const given = `${words()} `
    return forbidden.some((one) => given.startsWith(`${one} `))
  }

  *#run(running: Running, args: Readonly<Record<string, unknown>>, length = this.length): Script {
    yield* runCommand(running, {
      ios: this.ios,
      tty: this.#tty,
      length,
      width: this.width,
      args,
    })
  }

  // Idle time

  #armIdleTimer(): void {
    this.#idleTimer?.cancel()
    const { execTimeoutMs } = this.#settings
    this.#armedForMs = execTimeoutMs
    const { kernel } = this.ios
    // The setting may change while the session lasts: look again soon where there is no limit now.
    const idle = kernel.nowMs - this.lastInputMs
    const delay = execTimeoutMs === 0 ? 60_000 : Math.max(1, execTimeoutMs - idle)
    this.#idleTimer = kernel.after(delay, () => {
      const limit = this.#settings.execTimeoutMs
      if (limit !== 0 && kernel.nowMs - this.lastInputMs >= limit && this.#tty.reading) {
        this.#timedOut = true
        this.#end = { kind: 'logout' }
        this.#wake()
      } else this.#armIdleTimer()
    })
  }

  // Messages

  /**
   * Messages for this terminal: torn into the line, or before a fresh prompt with `logging synchronous`. Those of one
   * instant stand together before one prompt.
   */
  messages(messages: readonly LogMessage[]): void {
    const { synchronous } = this.#settings
    let redraws = false
    for (const message of messages) {
      if (synchronous === undefined || message.severity <= synchronous.atOnce)
        this.#tty.write(`\n${message.text}`)
      else if (this.#atPrompt) {
        this.#tty.write(`${redraws ? '' : '\n'}${message.text}\n`)
        redraws = true
      } else if (this.#queued.length < synchronous.queue) this.#queued.push(message)
      else this.#lost++
    }
    const { editor } = this.#tty
    if (redraws && editor !== undefined) this.#tty.write(editor.redraw())
  }

  /** What waited for the prompt, each message on a row of its own. */
  #flushMessages(): void {
    for (const { text } of this.#queued) this.#tty.write(`${this.#tty.atLineStart ? '' : '\n'}${text}\n`)
    // Wording: Cisco command reference, `logging synchronous`.
    if (this.#lost > 0) this.#tty.write(`%SYS-3-MSGLOST ${this.#lost} due to overflow\n`)
    this.#queued = []
    this.#lost = 0
  }
}

/** The two rows of `terminal exec prompt timestamp`, and the empty one behind them. */
function loadAndTime({ clock }: Ios): string {
  const source = clock.authoritative ? `Time source is ${clock.source}, ` : 'No time source, *'
  return `Load for five secs: 0%/0%; one minute: 0%; five minutes: 0%\n${source}${clock.text(clock.utcMs, true)}\n\n`
}

function* printing(text: string): Running {
  yield text
}
