/**
 * The keyboard as bytes: turns what a terminal sends, one byte at a time, into keys.
 *
 * Owns UTF-8, the escape sequences of VT100 and xterm keys, CSI u and modifyOtherKeys, and the line ends
 * CR, LF, CR LF and CR NUL as one Enter. Unknown sequences are swallowed whole. Malformed UTF-8 and the C1
 * controls are not text and are dropped, as noise on the line would be. Leaves out what keys do, and
 * strings such as DCS and OSC: nobody here asks a terminal for them, and Esc P must not swallow a line.
 *
 * Sources: ECMA-48; XTerm Control Sequences; "Comprehensive keyboard handling in terminals" (kitty);
 * RFC 854 for CR NUL; RFC 3629.
 */

export type NamedKey = 'up' | 'down' | 'left' | 'right' | 'home' | 'end' | 'delete'

export type Key =
  /** One code point, never a control character. */
  | { readonly kind: 'char'; readonly text: string }
  /** 0x01–0x1F without 0x0A and 0x1B, or 0x7F. Every kind of Enter is 0x0D. */
  | { readonly kind: 'control'; readonly code: number }
  /** Esc or Alt, then a printable ASCII character. */
  | { readonly kind: 'escape'; readonly letter: string }
  | { readonly kind: 'named'; readonly name: NamedKey }

const ESC = 0x1b
const CR = 0x0d
const LF = 0x0a

// Keys are shared values: a pasted configuration makes no garbage.
const ascii: readonly Key[] = Array.from({ length: 0x80 }, (_, code) =>
  code < 0x20 || code === 0x7f
    ? { kind: 'control', code }
    : { kind: 'char', text: String.fromCharCode(code) },
)
const named = (name: NamedKey): Key => ({ kind: 'named', name })

const byFinal: ReadonlyMap<string, Key> = new Map([
  ['A', named('up')],
  ['B', named('down')],
  ['C', named('right')],
  ['D', named('left')],
  ['H', named('home')],
  ['F', named('end')],
  // Enter of the keypad in application mode; arrives behind ESC O only.
  ['M', ascii[CR]!],
])

const byNumber: ReadonlyMap<number, Key> = new Map([
  [1, named('home')],
  [3, named('delete')],
  [4, named('end')],
  [7, named('home')],
  [8, named('end')],
])

/** What Ctrl makes of the keys that are not letters, as terminals do it. */
const controlOf: ReadonlyMap<string, number> = new Map([
  ['[', 0x1b],
  ['3', 0x1b],
  ['\\', 0x1c],
  ['4', 0x1c],
  [']', 0x1d],
  ['5', 0x1d],
  ['^', 0x1e],
  ['6', 0x1e],
  ['_', 0x1f],
  ['/', 0x1f],
  ['7', 0x1f],
  ['?', 0x7f],
  ['8', 0x7f],
])

const SHIFT = 1
const ALT = 2
const CTRL = 4
const RELEASE = 3
// Nobody sends more; what is longer is unknown, and is not kept.
const longestSequence = 64

/** Decodes one line's input. The same bytes give the same keys, however they were cut into chunks. */
export class KeyDecoder {
  #state: 'ground' | 'escape' | 'csi' | 'ss3' | 'function' = 'ground'
  #afterReturn = false
  #sequence = ''
  #codePoint = 0
  #lowest = 0
  #missing = 0

  /** Takes one byte, 0–255; gives the key that it completes, if any. */
  key(byte: number): Key | undefined {
    const afterReturn = this.#afterReturn
    this.#afterReturn = false
    if (byte < 0x20 || byte === 0x7f) return this.#control(byte, afterReturn)
    if (byte >= 0x80) return this.#utf8(byte)
    this.#missing = 0
    switch (this.#state) {
      case 'ground':
        return ascii[byte]
      case 'escape':
        return this.#escape(String.fromCharCode(byte))
      case 'csi':
        return this.#csi(byte)
      case 'ss3':
        // Old xterms put modifiers between O and the letter.
        if (byte < 0x40) return undefined
        this.#state = 'ground'
        return byFinal.get(String.fromCharCode(byte))
      case 'function':
        this.#state = 'ground'
        return undefined
    }
  }

  /** A control byte ends whatever was going on, so that no half sequence eats Enter or 0x1E. */
  #control(byte: number, afterReturn: boolean): Key | undefined {
    this.#state = 'ground'
    this.#missing = 0
    switch (byte) {
      case 0:
        return undefined
      case ESC:
        this.#state = 'escape'
        return undefined
      case CR:
        this.#afterReturn = true
        return ascii[CR]
      case LF:
        return afterReturn ? undefined : ascii[CR]
      default:
        return ascii[byte]
    }
  }

  #utf8(byte: number): Key | undefined {
    this.#state = 'ground'
    if (byte >= 0xc0) {
      this.#missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf8 ? 3 : 0
      this.#lowest = byte < 0xe0 ? 0xa0 : byte < 0xf0 ? 0x800 : 0x10000
      this.#codePoint = byte & (0x3f >> this.#missing)
      return undefined
    }
    if (this.#missing === 0) return undefined
    this.#codePoint = (this.#codePoint << 6) | (byte & 0x3f)
    this.#missing--
    if (this.#missing > 0 || this.#codePoint < this.#lowest) return undefined
    return character(this.#codePoint)
  }

  #escape(letter: string): Key | undefined {
    this.#state = letter === '[' ? 'csi' : letter === 'O' ? 'ss3' : 'ground'
    this.#sequence = ''
    return this.#state === 'ground' ? { kind: 'escape', letter } : undefined
  }

  #csi(byte: number): Key | undefined {
    if (byte < 0x40) {
      if (this.#sequence.length < longestSequence) this.#sequence += String.fromCharCode(byte)
      return undefined
    }
    this.#state = 'ground'
    if (byte === 0x5b && this.#sequence === '') {
      // The Linux console sends F1–F5 as ESC [ [ A … E.
      this.#state = 'function'
      return undefined
    }
    const key = sequenceKey(this.#sequence, String.fromCharCode(byte))
    if (key?.kind === 'control' && key.code === ESC) {
      this.#state = 'escape'
      return undefined
    }
    return key
  }
}

function character(codePoint: number): Key | undefined {
  if (codePoint < 0x80) return ascii[codePoint]
  // C1 controls, surrogates and beyond Unicode; the private use area is where kitty puts keys like F13.
  if (codePoint < 0xa0 || (codePoint >= 0xd800 && codePoint < 0xe000) || codePoint > 0x10ffff)
    return undefined
  return { kind: 'char', text: String.fromCodePoint(codePoint) }
}

function sequenceKey(parameters: string, final: string): Key | undefined {
  if (!/^[0-9:;]*$/.test(parameters) || parameters.length === longestSequence) return undefined
  const groups = parameters.split(';').map((group) => group.split(':').map(Number))
  const [first = [], second = [], third = []] = groups
  if (second[1] === RELEASE) return undefined
  if (final === 'u') return chord(first[0] ?? 0, second[0] ?? 0, first[1] ?? 0, third[0] ?? 0)
  if (final === '~') {
    return first[0] === 27 ? chord(third[0] ?? 0, second[0] ?? 0, 0, 0) : byNumber.get(first[0] ?? 0)
  }
  return final === 'M' ? undefined : byFinal.get(final)
}

/** A key told by its code point and modifiers (1 + bits), as CSI u and modifyOtherKeys do. */
function chord(code: number, modifiers: number, shifted: number, text: number): Key | undefined {
  const bits = Math.max(modifiers - 1, 0)
  if (code === CR || code === LF) return ascii[CR]
  if (code < 0x20 || code === 0x7f) return code === 0 ? undefined : ascii[code]
  // Where kitty numbers the keys that have no character.
  if (code >= 0xe000 && code < 0xf900) return undefined
  if (bits & CTRL) return control(code) ?? (shifted ? control(shifted) : undefined)
  let codePoint = code
  if (text >= 0x20) codePoint = text
  else if (bits & SHIFT) codePoint = shifted || (code >= 0x61 && code <= 0x7a ? code - 0x20 : code)
  if (bits & ALT && codePoint < 0x7f) return { kind: 'escape', letter: String.fromCharCode(codePoint) }
  return codePoint === 0x7f ? undefined : character(codePoint)
}

function control(code: number): Key | undefined {
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) {
    return code === 0x4a || code === 0x6a ? ascii[CR] : ascii[code & 0x1f]
  }
  const byte = code < 0x80 ? controlOf.get(String.fromCharCode(code)) : undefined
  return byte === undefined ? undefined : ascii[byte]
}
