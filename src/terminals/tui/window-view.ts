/**
 * What the window shows, and when it is drawn. The console's rows go straight from the emulator to the painter: an echoed
 * key takes no detour through React. Ink draws what stands around and over them, and is loaded behind the first frame.
 */

import { textWidth } from '../../session/cell-width.ts'
import type { ChromeFrames } from './chrome.tsx'
import { ConsoleScreen, type Cursor } from './console-screen.ts'
import { Painter } from './painter.ts'
import type { Panel } from './panel.ts'
import type { Piece } from './status-line.ts'

export interface Size {
  readonly columns: number
  readonly rows: number
}

/** What is to be seen besides the console. */
export interface Look {
  readonly status: readonly Piece[]
  readonly panel?: Panel | undefined
  /** Beside the console, or in its place where there is no room for both: a row a text, each with its colours. */
  readonly pane?: readonly string[] | undefined
  /** In place of the console's rows: an earlier part of them. */
  readonly rows?: readonly string[] | undefined
  /** Where the cursor is, when not in the console. */
  readonly cursor?: Cursor | 'hidden' | undefined
}

// At least this long between two frames that the device causes: a single key is shown at once, fast typing within this.
const consoleFrameMs = 3
// What stands around the console may be later.
const chromeFrameMs = 16
// What a device believes its console's width to be, and from where on something stands beside it.
const deviceColumns = 80
const columnsForTwo = 120
// From here on the console has the 24 rows of a page of IOS beside rule and status line. With fewer, the rule's row is
// the console's, and the status line is overlined where the terminal can do that.
const rowsWithRule = 26

export class WindowView {
  /** One a console that has shown something. */
  readonly #screens = new Map<string, ConsoleScreen>()
  #shown: string
  #hasPane = false
  #pane: readonly string[] | undefined
  readonly #write: (text: string) => void
  readonly #look: () => Look
  readonly #painter: Painter
  /** Undefined until it is loaded. */
  #frames: ChromeFrames | undefined
  #size: Size
  /** Ink's frame for `#chromeKey`; drawn again only when that changes. */
  #chrome: readonly string[] = []
  #chromeKey = ''
  /** The console's rows were covered by something in the last frame. */
  #covered = false
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined
  #isLate = false
  #paintedMs = -Infinity
  #ended = false

  /** @param look is asked at every frame */
  constructor(size: Size, shown: string, write: (text: string) => void, look: () => Look) {
    this.#size = size
    this.#shown = shown
    this.#write = write
    this.#look = look
    this.#painter = new Painter(write)
  }

  /** The console that is on show. */
  get screen(): ConsoleScreen {
    return this.screenOf(this.#shown)
  }

  /** A console by its device's name; what is written there while another is on show is kept. */
  screenOf(name: string): ConsoleScreen {
    const found = this.#screens.get(name)
    if (found !== undefined) return found
    const isShown = (): boolean => name === this.#shown
    const made = new ConsoleScreen(
      { columns: this.consoleColumns, rows: this.consoleRows },
      {
        changed: () => {
          if (isShown()) this.#paintAfter(true)
        },
        bell: () => {
          if (isShown()) this.#write('\x07')
        },
      },
    )
    this.#screens.set(name, made)
    return made
  }

  /** Puts another console on show. */
  show(name: string): void {
    this.#shown = name
    this.changed()
  }

  /** Whether something is to stand beside the console, or in its place. */
  set hasPane(has: boolean) {
    if (has === this.#hasPane) return
    this.#hasPane = has
    this.#resizeScreens()
    this.changed()
  }

  /** There is room for something beside the console. */
  get hasRoomForTwo(): boolean {
    return this.#size.columns >= columnsForTwo
  }

  get consoleColumns(): number {
    return this.#isSplit ? deviceColumns : this.#size.columns
  }

  get paneColumns(): number {
    return this.#isSplit ? this.#size.columns - deviceColumns - 1 : this.#size.columns
  }

  /** The column of the line between the console and what stands beside it. */
  get #split(): number | undefined {
    return this.#isSplit ? deviceColumns : undefined
  }

  get #isSplit(): boolean {
    return this.#hasPane && this.hasRoomForTwo
  }

  #resizeScreens(): void {
    for (const screen of this.#screens.values()) screen.resize(this.consoleColumns, this.consoleRows)
  }

  get columns(): number {
    return this.#size.columns
  }

  get rows(): number {
    return this.#size.rows
  }

  get consoleRows(): number {
    return Math.max(1, this.#size.rows - (this.#hasRule ? 2 : 1))
  }

  get #hasRule(): boolean {
    return this.#size.rows >= rowsWithRule
  }

  /** The console first; what stands around it when Ink is loaded. */
  async begin(): Promise<void> {
    await this.screen.settled()
    this.#paintConsole()
    const { ChromeFrames } = await import('./chrome.tsx')
    if (this.#ended) return
    this.#frames = new ChromeFrames()
    this.#paint()
  }

  resize(size: Size): void {
    this.#size = size
    this.#resizeScreens()
    this.#pane = undefined
    this.#painter.invalidate()
    this.#write('\x1b[2J')
    this.#paint()
  }

  /** Something besides the console has changed: it shows within a frame. */
  changed(): void {
    this.#paintAfter(false)
  }

  end(): void {
    this.#ended = true
    this.#stopTimer()
    this.#frames?.close()
  }

  /** What the device printed shows at once, what the status line tells a frame later. */
  #paintAfter(urgent: boolean): void {
    if (this.#ended || (this.#timer !== undefined && !(urgent && this.#isLate))) return
    const since = performance.now() - this.#paintedMs
    const paint = (): void => {
      this.#timer = undefined
      if (urgent && !this.#covered) this.#paintConsole()
      else this.#paint()
    }
    this.#stopTimer()
    this.#isLate = !urgent
    if (urgent && since >= consoleFrameMs) this.#timer = setImmediate(paint)
    else this.#timer = setTimeout(paint, urgent ? consoleFrameMs - since : chromeFrameMs)
  }

  #stopTimer(): void {
    clearTimeout(this.#timer as NodeJS.Timeout | undefined)
    clearImmediate(this.#timer as NodeJS.Immediate | undefined)
    this.#timer = undefined
  }

  /** The console alone; the status line follows. */
  #paintConsole(): void {
    if (this.#ended) return
    this.#paintedMs = performance.now()
    this.#painter.paint({
      columns: this.columns,
      rows: [...this.#besidePane(this.screen.rows()), ...this.#chrome.slice(this.consoleRows)],
      cursor: this.screen.cursor,
    })
    if (this.#frames !== undefined) this.changed()
  }

  #paint(): void {
    if (this.#ended) return
    if (this.#frames === undefined) {
      this.#paintConsole()
      return
    }
    this.#paintedMs = performance.now()
    const look = this.#look()
    const { panel, cursor } = look
    this.#pane = look.pane
    const isReplaced = look.pane !== undefined && !this.#isSplit
    this.#covered = panel !== undefined || look.rows !== undefined || isReplaced || cursor !== undefined
    const console = isReplaced ? (look.pane ?? []) : this.#besidePane(look.rows ?? this.screen.rows())
    const chrome = this.#drawChrome(this.#frames, look.status, panel, panel && console)
    this.#painter.paint({
      columns: this.columns,
      rows: panel === undefined ? [...console, ...chrome.slice(this.consoleRows)] : chrome,
      cursor: cursor === 'hidden' ? undefined : (cursor ?? this.screen.cursor),
    })
  }

  #besidePane(console: readonly string[]): readonly string[] {
    const pane = this.#isSplit ? this.#pane : undefined
    if (pane === undefined) return console
    return console.map((row, y) => {
      const width = textWidth(row.replaceAll(/\x1b\[[0-9;]*m/g, ''))
      return `${row}${' '.repeat(Math.max(0, deviceColumns - width))}\x1b[2m│\x1b[m${pane[y] ?? ''}`
    })
  }

  #drawChrome(
    frames: ChromeFrames,
    status: readonly Piece[],
    panel: Panel | undefined,
    behind: readonly string[] | undefined,
  ): readonly string[] {
    const key = JSON.stringify([this.#size, this.#split, status, panel, behind])
    if (key !== this.#chromeKey) {
      this.#chromeKey = key
      const rows = frames.draw({
        ...this.#size,
        rule: this.#hasRule,
        split: this.#split,
        status,
        panel,
        behind,
      })
      this.#chrome = this.#hasRule ? rows : [...rows.slice(0, -1), overlined(rows.at(-1) ?? '', this.columns)]
    }
    return this.#chrome
  }
}

function overlined(row: string, columns: number): string {
  const width = textWidth(row.replaceAll(/\x1b\[[0-9;]*m/g, ''))
  return `\x1b[53m${row}${' '.repeat(Math.max(0, columns - width))}\x1b[55m`
}
