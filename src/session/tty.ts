/**
 * One terminal as a byte stream: keys in, text out, and a script that reads, waits and writes. The script is a generator, so
 * a login dialogue, a paged listing and a running ping are written as they read, and the break key can end any of them.
 * Leaves out what the script does.
 */

import type { Kernel, Timer } from '../kernel/kernel.ts'
import { type Key, KeyDecoder } from './keys.ts'
import type { EditEvent, LineEditor } from './line-editor.ts'

export const breakCode = 0x1e

/** What a script waits for. */
export type Request =
  | { readonly kind: 'line'; readonly editor: LineEditor }
  | { readonly kind: 'key' }
  /** Until that time has passed, or before it `until`'s caller says that something happened. */
  | { readonly kind: 'wait'; readonly ms: number; readonly until?: (wake: () => void) => void }

export type Response =
  | { readonly kind: 'event'; readonly event: EditEvent }
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'elapsed' }
  | { readonly kind: 'happened' }
  | { readonly kind: 'broken' }

export type Script<T = void> = Generator<Request, T, Response>

/** Told of every key when it is taken, not when it is typed. */
export interface KeyObserver {
  /** The line, question or wait that takes it is still as it was. */
  before(key: Key): void
  /** It has had its effect, up to the next read or wait. */
  after(): void
}

/** How a ` --More-- ` that was wiped ends. */
const wiped = '\b'.repeat(9)

/** Typed ahead while nothing reads; more is dropped with a bell. */
const mostTypedAhead = 4096

export class Tty {
  readonly kernel: Kernel
  readonly #send: (text: string) => void
  readonly #decoder = new KeyDecoder()
  readonly #typedAhead: Key[] = []
  #script: Script | undefined
  #request: Request | undefined
  #timer: Timer | undefined
  #running = false
  lastKeyMs = 0
  observer: KeyObserver | undefined
  /** The cursor stands at the left of an empty row, as far as what was shown last tells. */
  atLineStart = true

  constructor(kernel: Kernel, send: (text: string) => void) {
    this.kernel = kernel
    let returned = false
    this.#send = (text) => {
      if (text === '') return
      this.atLineStart = text.endsWith('\n') || text.endsWith(wiped)
      // A return that was sent already is the first half of a line end.
      send(returned && text.startsWith('\r\n') ? text.slice(1) : text)
      returned = text.endsWith('\r')
    }
  }

  /** Ends the present script and starts another. */
  start(script: Script): void {
    this.stop()
    this.#script = script
    this.#resume(undefined)
    this.#readOn()
  }

  stop(): void {
    this.#timer?.cancel()
    this.#timer = undefined
    this.#request = undefined
    const script = this.#script
    this.#script = undefined
    if (!this.#running) script?.return()
  }

  /** Text for the terminal; every kind of line end becomes CR LF. */
  write(text: string): void {
    if (text !== '') this.#send(text.includes('\n') ? text.replace(/\r*\n/g, '\r\n') : text)
  }

  /** Text whose line ends are CR LF already: the pager's and the line editor's. */
  writeRaw(text: string): void {
    if (text !== '') this.#send(text)
  }

  /** The line being typed, when one is. */
  get editor(): LineEditor | undefined {
    return this.#request?.kind === 'line' ? this.#request.editor : undefined
  }

  /** Whether input is taken now: a line or a key is being read, and nothing waits to be read. */
  get reading(): boolean {
    return this.#request !== undefined && this.#request.kind !== 'wait'
  }

  get waitsFor(): Request['kind'] | undefined {
    return this.#request?.kind
  }

  input(byte: number): void {
    const key = this.#decoder.key(byte)
    if (key === undefined) return
    this.lastKeyMs = this.kernel.nowMs
    if (key.kind === 'control' && key.code === breakCode && this.#request?.kind === 'wait') {
      this.#typedAhead.length = 0
      this.observer?.before(key)
      this.#resume({ kind: 'broken' })
      this.observer?.after()
    } else if (this.#typedAhead.length < mostTypedAhead) this.#typedAhead.push(key)
    else this.#send('\x07')
    this.#readOn()
  }

  /** Ends the present read or wait as the break key ends a wait. */
  interrupt(): void {
    if (this.#request === undefined) return
    this.#resume({ kind: 'broken' })
    this.#readOn()
  }

  #readOn(): void {
    while (!this.#running && this.#request !== undefined && this.#request.kind !== 'wait') {
      const key = this.#typedAhead.shift()
      if (key === undefined) return
      this.observer?.before(key)
      if (this.#request.kind === 'key') this.#resume({ kind: 'key', key })
      else {
        const { output, event } = this.#request.editor.key(key)
        if (output !== '') this.#send(output)
        if (event !== undefined) this.#resume({ kind: 'event', event })
      }
      this.observer?.after()
    }
  }

  #resume(response: Response | undefined): void {
    const script = this.#script
    if (script === undefined) return
    this.#timer?.cancel()
    this.#timer = undefined
    this.#request = undefined
    this.#running = true
    let result: IteratorResult<Request, void>
    try {
      result = response === undefined ? script.next() : script.next(response)
    } finally {
      this.#running = false
    }
    if (this.#script !== script) {
      // It was replaced while it ran (a reload): what it asked for is void.
      if (!result.done) script.return()
      return
    }
    if (result.done) {
      this.#script = undefined
      return
    }
    const request = result.value
    this.#request = request
    if (request.kind !== 'wait') return
    this.#timer = this.kernel.after(request.ms, () => {
      this.#resume({ kind: 'elapsed' })
      this.#readOn()
    })
    request.until?.(() => {
      // The script goes on after whoever woke it is done.
      if (this.#request !== request) return
      this.#timer?.cancel()
      this.#timer = this.kernel.after(0, () => {
        this.#resume({ kind: 'happened' })
        this.#readOn()
      })
    })
  }
}
