/** A program in the full screen: takes the terminal, brings it keys and sizes, and gives the terminal back however it ends. */

import { constants } from 'node:os'
import { FullScreen } from './full-screen.ts'
import { type Stroke, Strokes } from './strokes.ts'
import type { Size } from './window-view.ts'

// A sequence that came in two pieces follows within this; a lone Esc waits so long.
const escapeMs = 20

export interface ScreenProgram {
  input(strokes: readonly Stroke[]): void
  resize(size: Size): void
  /** Draws no more. What is left to say, on the ordinary screen. */
  end(): string | undefined
}

export interface ScreenTerminal<How> {
  readonly size: Size
  write(text: string): void
  leave(how: How): void
}

/** How it ended: as the program said, or because the terminal went or a signal came. */
export type ScreenEnd<How> =
  | { readonly kind: 'left'; readonly how: How }
  | { readonly kind: 'signal'; readonly signal: NodeJS.Signals }

/** @param begin makes the program and draws its first frame */
export async function inFullScreen<How>(
  begin: (terminal: ScreenTerminal<How>) => ScreenProgram,
): Promise<ScreenEnd<How>> {
  const { stdin, stdout } = process
  const screen = new FullScreen(stdin, stdout)
  const window = (): Size => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 })
  // Another program may take the terminal afterwards: what listened for this one goes.
  const undo: (() => void)[] = []
  const on = (source: NodeJS.EventEmitter, event: string, listener: (...args: never[]) => void): void => {
    source.on(event, listener as (...args: unknown[]) => void)
    undo.push(() => source.off(event, listener as (...args: unknown[]) => void))
  }
  let program: ScreenProgram | undefined
  let lastWord: string | undefined
  try {
    return await new Promise<ScreenEnd<How>>((resolve) => {
      for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) {
        // Until the very end: Ink ends the process by the signal where nobody listens any more.
        on(process, signal, () => resolve({ kind: 'signal', signal }))
      }
      // The terminal has gone without a signal.
      const gone = (): void => resolve({ kind: 'signal', signal: 'SIGHUP' })
      on(stdin, 'end', gone)
      on(stdin, 'error', gone)
      on(stdout, 'error', gone)

      screen.enter(process.env['TERM'])
      const running = begin({
        size: window(),
        write: (text) => void stdout.write(text),
        leave: (how) => resolve({ kind: 'left', how }),
      })
      program = running
      on(stdout, 'resize', () => running.resize(window()))
      const strokes = new Strokes()
      let timer: NodeJS.Timeout | undefined
      on(stdin, 'data', (chunk: Buffer) => {
        clearTimeout(timer)
        running.input(strokes.feed(chunk))
        if (strokes.waiting) timer = setTimeout(() => running.input(strokes.flush()), escapeMs)
      })
      stdin.resume()
    })
  } finally {
    lastWord = program?.end()
    stdin.pause()
    screen.leave()
    for (const off of undo.reverse()) off()
    if (lastWord !== undefined) process.stderr.write(`rollover: ${lastWord}\n`)
  }
}

/** The exit status that a shell expects. */
export function statusOf<How>(end: ScreenEnd<How>): number {
  return end.kind === 'signal' ? 128 + constants.signals[end.signal] : 0
}
