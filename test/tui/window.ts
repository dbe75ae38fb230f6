/**
 * For tests: the built program in a real pty, and a terminal emulator that reads what it draws. Everything waits for what
 * the screen shows, with a deadline; nothing sleeps.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type IPty, spawn } from '@lydell/node-pty'
import { Unicode11Addon } from '@xterm/addon-unicode11'
import xterm from '@xterm/headless'
import { onTestFinished } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const deadlineMs = 15_000

export interface WindowOptions {
  readonly columns?: number
  readonly rows?: number
  readonly args?: readonly string[]
  /** Where the program is started; the project when left out. */
  readonly folder?: string
  readonly environment?: Readonly<Record<string, string>>
}

/** Keys by name, as terminals send them. */
export const keys = {
  leader: '\x1d',
  esc: '\x1b',
  up: '\x1b[A',
  down: '\x1b[B',
  pageUp: '\x1b[5~',
  pageDown: '\x1b[6~',
} as const

export class Window {
  /** Everything that was sent to the terminal. */
  bytes = ''
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'rollover-tui-'))
  readonly #terminal: InstanceType<typeof xterm.Terminal>
  readonly #pty: IPty
  readonly #waiting = new Set<() => void>()
  #ended = false

  /** A shell that notes the terminal's settings, runs the program, and says how it ended and what it left behind. */
  constructor({
    columns = 80,
    rows = 24,
    args = ['--ephemeral'],
    folder = root,
    environment = {},
  }: WindowOptions = {}) {
    this.#terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true })
    this.#terminal.loadAddon(new Unicode11Addon())
    this.#terminal.unicode.activeVersion = '11'
    const script = `echo before; a=$(stty -g); "$@"; s=$?; [ "$a" = "$(stty -g)" ] && t=same || t=changed; echo "status $s tty $t"`
    const program = [process.execPath, path.join(root, 'dist', 'rollover.js'), ...args]
    this.#pty = spawn('sh', ['-c', script, 'sh', ...program], {
      cols: columns,
      rows,
      cwd: folder,
      env: {
        ...process.env,
        TERM: 'xterm-256color',
        LC_ALL: 'en_US.UTF-8',
        // Ink writes nothing while it draws where it believes to be in CI.
        CI: 'false',
        NODE_OPTIONS: `--import=${path.join(import.meta.dirname, 'preload.mjs')}`,
        ROLLOVER_TEST_PID: this.#pidFile,
        ...environment,
      },
    })
    this.#pty.onData((data) => {
      this.bytes += data
      this.#terminal.write(data, () => this.#look())
    })
    // Answers to the program's questions, as a terminal gives them.
    this.#terminal.onData((data) => this.#pty.write(data))
    this.#pty.onExit(() => {
      this.#ended = true
      this.#terminal.write('', () => this.#look())
    })
  }

  get #pidFile(): string {
    return path.join(this.#folder, 'pid')
  }

  /** Rows of the screen without trailing blanks. */
  get rows(): string[] {
    const { active } = this.#terminal.buffer
    return Array.from(
      { length: this.#terminal.rows },
      (_, y) => active.getLine(active.baseY + y)?.translateToString(true) ?? '',
    )
  }

  get text(): string {
    return this.rows.join('\n')
  }

  get statusLine(): string {
    return this.rows.at(-1)?.trimEnd() ?? ''
  }

  get cursor(): { x: number; y: number } {
    const { cursorX, cursorY } = this.#terminal.buffer.active
    return { x: cursorX, y: cursorY }
  }

  /** Cells that stand in inverse video, row by row. */
  get inverse(): string[] {
    const { active } = this.#terminal.buffer
    return this.rows.map((_, y) => {
      const line = active.getLine(active.baseY + y)
      let text = ''
      for (let x = 0; x < this.#terminal.cols; x++) {
        const cell = line?.getCell(x)
        if (cell?.isInverse()) text += cell.getChars()
      }
      return text
    })
  }

  /** Cells of the status line with a line over them. */
  get overlined(): number {
    const { active } = this.#terminal.buffer
    const line = active.getLine(active.baseY + this.#terminal.rows - 1)
    let cells = 0
    for (let x = 0; x < this.#terminal.cols; x++) if (line?.getCell(x)?.isOverline()) cells++
    return cells
  }

  /** What a mode was last set to in the bytes: `?1049`. */
  mode(name: string): 'on' | 'off' | undefined {
    const set = this.bytes.lastIndexOf(`\x1b[${name}h`)
    const reset = this.bytes.lastIndexOf(`\x1b[${name}l`)
    if (set < 0 && reset < 0) return undefined
    return set > reset ? 'on' : 'off'
  }

  type(text: string): void {
    this.#pty.write(text)
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows)
    this.#pty.resize(columns, rows)
  }

  signal(name: NodeJS.Signals): void {
    process.kill(Number(readFileSync(this.#pidFile, 'utf8')), name)
  }

  /** Resolves when `condition` holds; fails with the screen as it is. */
  until(what: string, condition: (window: this) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (!condition(this)) return
        done()
        resolve()
      }
      const timer = setTimeout(() => {
        done()
        reject(new Error(`not within ${deadlineMs} ms: ${what}\n${this.text}`))
      }, deadlineMs)
      const done = (): void => {
        clearTimeout(timer)
        this.#waiting.delete(look)
      }
      this.#waiting.add(look)
      look()
    })
  }

  /** Resolves when `text` is on the screen. */
  shows(text: string | RegExp): Promise<void> {
    return this.until(String(text), () =>
      typeof text === 'string' ? this.text.includes(text) : text.test(this.text),
    )
  }

  /** Resolves when the program has ended and the shell has said so; the line it said. */
  async end(): Promise<string> {
    await this.until('the end', () => this.#ended)
    return /status \d+ tty \w+/.exec(this.text)?.[0] ?? this.text
  }

  /** The EXEC prompt of a device fresh from the factory. */
  async wake(): Promise<void> {
    await this.shows('Press RETURN to get started!')
    await this.until('the status line', () => this.statusLine.includes('Ctrl-]'))
    this.type('\r')
    await this.shows('Switch>')
  }

  close(): void {
    if (!this.#ended) this.#pty.kill('SIGKILL')
    this.#terminal.dispose()
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10 })
  }

  #look(): void {
    for (const look of [...this.#waiting]) look()
  }
}

/** A window that closes when the test is over. */
export function openWindow(options: WindowOptions = {}): Window {
  const window = new Window(options)
  onTestFinished(() => window.close())
  return window
}

/** At the prompt of privileged EXEC, with a configuration that is not saved. */
export async function openUnsaved(options: WindowOptions = {}): Promise<Window> {
  const window = openWindow(options)
  await window.wake()
  window.type('enable\rconfigure terminal\rhostname SW1\rend\r')
  await window.until('a change that is not saved', () => /SW1 .*(not saved|未保存)/.test(window.statusLine))
  await window.shows('SYS-5-CONFIG_I')
  return window
}

/** A folder that goes when the test is over; a program that was killed may still be at a file there. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rollover-state-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))
  return folder
}
