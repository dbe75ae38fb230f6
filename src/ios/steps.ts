/**
 * What a command does while it runs, as values: it prints, asks and waits, and whoever runs it (a console, a file being
 * loaded, a test) answers. So one body serves every terminal, and the break key ends it anywhere.
 */

export type Step =
  /** Text to print; line ends are `\n`. */
  string | Ask | Wait

export interface Ask {
  readonly kind: 'ask'
  readonly prompt: string
  /** `line`: up to Enter; `key`: one key; `secret`: a line without echo; `text`: a raw line, without help or history. */
  readonly read: 'line' | 'key' | 'secret' | 'text'
  /** Enter only returns to the beginning of the row: what follows is the command's to place. */
  readonly staysOnRow?: boolean
  /** Gives up after this much virtual time; the answer is then undefined. */
  readonly timeoutMs?: number
}

export interface Wait {
  readonly kind: 'wait'
  readonly ms: number
  /** The break key ends the wait, not the command; the answer then is 'break'. */
  readonly breakable?: boolean
  /** Ends the wait early when `wake` is called; the answer then is 'happened'. */
  until?(wake: () => void): void
}

/** A running command. What it is given back depends on the step: the answer of an ask, 'break' of a broken wait. */
export type Running<T = void> = Generator<Step, T, string | undefined>

/** Asks a question and gives the typed line. */
export function* ask(prompt: string, read: Ask['read'] = 'line', timeoutMs?: number): Running<string> {
  const answer = yield timeoutMs === undefined
    ? { kind: 'ask', prompt, read }
    : { kind: 'ask', prompt, read, timeoutMs }
  return answer ?? ''
}

/** `[confirm]`: one key; Enter or `y` goes on. */
export function* confirm(question: string): Running<boolean> {
  const key = yield { kind: 'ask', prompt: question, read: 'key' }
  const typed = key === 'y' || key === 'Y'
  // A typed y is echoed and the output goes on right behind it; Enter gives a new line.
  yield typed ? key : '\n'
  return typed || key === '\r' || key === '\n'
}

/** `[confirm]` whose answer ends the row: what follows is the prompt or a line of its own. */
export function* confirmRow(question: string): Running<boolean> {
  const key = yield { kind: 'ask', prompt: question, read: 'key' }
  const typed = key === 'y' || key === 'Y'
  yield typed ? `${key}\n` : '\n'
  return typed || key === '\r' || key === '\n'
}

export const pleaseAnswer = "% Please answer 'yes' or 'no'.\n"

/** `[yes/no]`: asked again until the answer is one of them; `fallback` is what an empty answer means. */
export function* askYesNo(question: string, fallback?: boolean): Running<boolean> {
  for (;;) {
    const answer = (yield* ask(question)).trim().toLowerCase()
    if (answer === '' && fallback !== undefined) return fallback
    if (answer !== '' && 'yes'.startsWith(answer)) return true
    if (answer !== '' && 'no'.startsWith(answer)) return false
    yield pleaseAnswer
  }
}

export function* wait(ms: number): Running {
  yield { kind: 'wait', ms }
}

/**
 * Waits for something to happen, for so long at most. `subscribe` is told whom to wake; a wake-up after the wait does nothing.
 * The break key ends it.
 */
export function* waitUntil(
  ms: number,
  subscribe: (wake: () => void) => void,
): Running<'happened' | 'elapsed' | 'break'> {
  const answer = yield { kind: 'wait', ms, breakable: true, until: subscribe }
  return answer === 'break' || answer === 'happened' ? answer : 'elapsed'
}

/** Waits; true when the break key cut it short. */
export function* waitForBreak(ms: number): Running<boolean> {
  return (yield { kind: 'wait', ms, breakable: true }) === 'break'
}
