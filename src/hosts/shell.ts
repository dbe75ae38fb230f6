/**
 * A login shell: prompt, line, command, and again, until Ctrl-D or `exit`. Leaves out job control and scripts.
 * Source: bash(1); Debian's /root/.bashrc for the prompt.
 */

import { type StorageFault, storageFault } from '../hardware/storage.ts'
import { History } from '../session/history.ts'
import { KillRing } from '../session/kill-ring.ts'
import type { Script, Tty } from '../session/tty.ts'
import type { Command, Running, Step } from './command.ts'
import { completion } from './completion.ts'
import type { WriteFault } from './host-files.ts'
import type { HostSystem } from './host-system.ts'
import { ShellEditor } from './shell-editor.ts'
import { expand, readShellLine, type SimpleCommand, type Word } from './shell-words.ts'

/** Where what a command prints goes. */
interface Sink {
  out(text: string): void
}

/** `HISTSIZE` of Debian's root is 500; the console keeps as many as its own limit. */
const historySize = 256

const interrupted = 130

const writeFaults: Readonly<Record<WriteFault, string>> = {
  'no such file': 'Read-only file system',
  'is a directory': 'Is a directory',
  'permission denied': 'Permission denied',
  'invalid argument': 'write error: Invalid argument',
}

const diskFaults: Readonly<Record<StorageFault['kind'], string>> = {
  'no-space': 'No space left on device',
  io: 'Input/output error',
  permission: 'Permission denied',
}

export class Shell {
  readonly system: HostSystem
  readonly commands: ReadonlyMap<string, Command>
  readonly history = new History(historySize)
  readonly tty: Tty
  readonly #report: (error: unknown, typed: string) => void
  readonly #killRing = new KillRing()
  /** bash asks for the host's name once, when it starts. */
  readonly #prompt: string
  status = 0
  #ended = false
  /** What the command before a pipe printed. */
  input: string | undefined

  constructor(options: {
    system: HostSystem
    commands: ReadonlyMap<string, Command>
    tty: Tty
    report: (error: unknown, typed: string) => void
  }) {
    this.system = options.system
    this.commands = options.commands
    this.tty = options.tty
    this.#report = options.report
    this.#prompt = `root@${options.system.hostname.split('.')[0]}:~# `
  }

  /** `exit` and `logout`. */
  exit(): void {
    this.#ended = true
  }

  *run(): Script {
    const { tty } = this
    while (!this.#ended) {
      const line = yield* this.#readLine()
      if (line === undefined) break
      this.history.add(line)
      yield* this.#execute(line)
    }
    tty.write('logout\n')
  }

  /** Undefined for Ctrl-D. */
  *#readLine(): Script<string | undefined> {
    const { tty } = this
    const editor = new ShellEditor({ prompt: this.#prompt, history: this.history, killRing: this.#killRing })
    tty.writeRaw(editor.start())
    for (;;) {
      const response = yield { kind: 'line', editor }
      if (response.kind !== 'event') {
        // Somebody broke in from outside.
        tty.write('^C\n')
        this.status = interrupted
        return ''
      }
      const { event } = response
      switch (event.kind) {
        case 'enter':
          return event.text
        case 'end':
          return undefined
        case 'cancel':
          this.status = interrupted
          return ''
        case 'tab':
          this.#complete(editor, event.text)
      }
    }
  }

  #complete(editor: ShellEditor, text: string): void {
    const { tty } = this
    const found = completion(text, [...this.commands.keys()], this.system)
    if (found.insert !== '') tty.writeRaw(editor.insert(found.insert))
    else if (found.choices.length > 1 && editor.tabbed)
      tty.write(`\n${found.choices.join('  ')}\n${editor.redraw()}`)
    else tty.writeRaw('\x07')
    editor.tabbed = true
  }

  *#execute(line: string): Script {
    const { tty } = this
    const read = readShellLine(line)
    if (read.kind === 'syntax error') {
      this.status = 2
      tty.write(`-bash: syntax error near unexpected token \`${read.near}'\n`)
      return
    }
    if (read.kind === 'unmodelled') {
      this.status = 2
      tty.write(`-bash: ${read.what}: not modelled on this host\n`)
      return
    }
    let breaksOff = false
    for (const command of read.commands) {
      if (breaksOff || this.#ended) break
      const skipped = command.runs !== 'always' && (command.runs === 'after success') !== (this.status === 0)
      if (skipped) continue
      breaksOff = yield* this.#perform(command, line)
    }
    this.input = undefined
  }

  #text(word: Word): string {
    return expand(word, (name) => this.#variable(name))
  }

  #variable(name: string): string {
    switch (name) {
      case '?':
        return String(this.status)
      case 'HOSTNAME':
        return this.system.hostname
      case 'HOME':
      case 'PWD':
        return '/root'
      case 'USER':
        return 'root'
      default:
        return ''
    }
  }

  /** One command; true when Ctrl-C ended it, and with it the line. */
  *#perform(command: SimpleCommand, line: string): Script<boolean> {
    const { tty } = this
    let printed = ''
    const collects = command.piped || command.redirect !== undefined
    const sink: Sink = {
      out: (text) => {
        if (collects) printed += text
        else tty.write(text)
      },
    }
    try {
      const status = yield* this.#runCommand(
        command.words.map((word) => this.#text(word)),
        sink,
      )
      this.status = status ?? interrupted
      if (status === undefined) return true
      this.input = command.piped ? printed : undefined
      if (command.redirect !== undefined) {
        const { path, append } = command.redirect
        this.#redirect(this.#text(path), append, printed)
      }
    } catch (error) {
      this.#report(error, line)
      this.status = 1
      tty.write('Internal error: the command was given up\n')
    }
    return false
  }

  #redirect(path: string, append: boolean, text: string): void {
    if (path === '/dev/null') return
    const { files } = this.system
    const isMade = path.startsWith('/proc/')
    let why: string | undefined
    try {
      const fault = files.write(path, append && !isMade ? (files.read(path) ?? '') + text : text)
      why = fault === undefined ? undefined : writeFaults[fault]
    } catch (error) {
      // The disk under us is full, or gone.
      const fault = storageFault(error)
      if (fault === undefined) throw error
      why = diskFaults[fault.kind]
    }
    if (why === undefined) return
    this.status = 1
    this.tty.write(`-bash: ${path}: ${why}\n`)
  }

  /** The exit status; undefined when Ctrl-C ended it. */
  *#runCommand(words: readonly string[], sink: Sink): Script<number | undefined> {
    const [name = '', ...rest] = words
    const { tty } = this
    const command = this.commands.get(name.replace(/^(?:\/usr)?\/s?bin\//, ''))
    if (command === undefined) {
      tty.write(`-bash: ${name}: ${name.includes('/') ? 'No such file or directory' : 'command not found'}\n`)
      return 127
    }
    const running: Running = command.run({ system: this.system, shell: this, words: rest })
    try {
      let result: IteratorResult<Step, number> = running.next(undefined)
      while (!result.done) {
        const step = result.value
        if (typeof step === 'string') {
          sink.out(step)
          result = running.next(undefined)
        } else if (step.kind === 'error') {
          tty.write(step.text)
          result = running.next(undefined)
        } else {
          const response = yield step
          if (response.kind === 'broken' && step.kind === 'wait') {
            tty.write('^C')
            if (command.catchesInterrupt !== true) {
              tty.write('\n')
              return undefined
            }
          }
          result = running.next(response)
        }
      }
      return result.value
    } finally {
      running.return(interrupted)
    }
  }
}
