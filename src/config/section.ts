/**
 * A configuration is a tree of sections (global, `interface X`, `line vty 0`, …), each an ordered store of lines with typed
 * arguments. Three states a line: set, negated (`no …` where the default is on), unset. `defaults` are the lines that a
 * device prints although nobody typed them.
 */

export type Args = Readonly<Record<string, unknown>>

/** What the store has to know of a line's declaration. */
export interface StoredLine {
  /** Forms of one line share a slot: the newer replaces the older. */
  readonly slot: string
  /** Position of the line's place in its mode, then of its declaration. */
  readonly rank: number
  /** The default is on, or has these arguments, without being printed. */
  readonly default?: Args | undefined
  /** The arguments that tell one line of the declaration from another. */
  readonly keys?: readonly string[]
  /** Orders lines of the same declaration; otherwise they stand as they were entered. */
  compare?(a: Args, b: Args): number
  keyOf(args: Args): string
  /** The printed lines, without indentation. */
  show(args: Args): readonly string[]
  showNegated(args: Args): readonly string[]
}

export interface Entry {
  readonly line: StoredLine
  readonly args: Args
  readonly negated: boolean
}

/** Which lines of a section print: those that differ from the defaults, unless somebody wants to see more. */
export type EntriesOf = (section: Section) => readonly Entry[]

/** The line that opens a section. */
export interface StoredOpener {
  readonly rank: number
  compare?(a: Section, b: Section): number
  /** How all sections of this kind print, when not one by one with a separator behind each. */
  printAll?(sections: readonly Section[], entriesOf: EntriesOf): readonly string[]
  readonly separated: boolean
}

const fewEntries = 32

export class Section {
  /** The header line, '' for the global section. */
  readonly header: string
  readonly mode: string
  readonly opener: StoredOpener | undefined
  /** The arguments of the line that opened it. */
  readonly args: Args
  readonly parent: Section | undefined
  readonly #entries = new Map<string, Entry>()
  /** The same by slot, once there are so many that looking through them all would be felt. */
  #bySlot: Map<string, Map<string, Entry>> | undefined
  readonly #defaults = new Map<string, Entry>()
  readonly #children = new Map<string, Section>()
  /** Grows with every change of this section or a section in it. */
  version = 0

  constructor(mode: string, header = '', opener?: StoredOpener, args: Args = {}, parent?: Section) {
    this.mode = mode
    this.header = header
    this.opener = opener
    this.args = args
    this.parent = parent
  }

  /** What holds for this line: entered, else printed by default. Unprinted defaults are the declaration's business. */
  entry(slot: string, key = ''): Entry | undefined {
    const id = identity(slot, key)
    return this.#entries.get(id) ?? this.#defaults.get(id)
  }

  /** All lines of a slot, entered and default. */
  entriesOf(slot: string): Entry[] {
    const found = this.#enteredIn(slot)
    for (const [id, entry] of this.#defaults)
      if (entry.line.slot === slot && !this.#entries.has(id)) found.push(entry)
    return found
  }

  #enteredIn(slot: string): Entry[] {
    if (this.#entries.size < fewEntries)
      return [...this.#entries.values()].filter(({ line }) => line.slot === slot)
    if (this.#bySlot === undefined) {
      this.#bySlot = new Map()
      for (const [id, entry] of this.#entries) this.#index(id, entry)
    }
    return [...(this.#bySlot.get(slot)?.values() ?? [])]
  }

  #index(id: string, entry: Entry): void {
    const entered = this.#bySlot?.get(entry.line.slot)
    if (entered === undefined) this.#bySlot?.set(entry.line.slot, new Map([[id, entry]]))
    else entered.set(id, entry)
  }

  #put(id: string, entry: Entry): void {
    this.#entries.set(id, entry)
    this.#index(id, entry)
  }

  #drop(id: string, slot: string): void {
    this.#entries.delete(id)
    this.#bySlot?.get(slot)?.delete(id)
  }

  set(line: StoredLine, args: Args): void {
    const id = identity(line.slot, line.keyOf(args))
    const byDefault = this.#defaults.get(id)
    if (
      byDefault !== undefined &&
      !byDefault.negated &&
      same(byDefault.line.show(byDefault.args), line.show(args))
    )
      this.#drop(id, line.slot)
    else if (
      byDefault === undefined &&
      line.default !== undefined &&
      same(line.show({ ...keyed(line, args), ...line.default }), line.show(args))
    )
      this.#drop(id, line.slot)
    else this.#put(id, { line, args, negated: false })
    this.touch()
  }

  negate(line: StoredLine, args: Args): void {
    const id = identity(line.slot, line.keyOf(args))
    const byDefault = this.#defaults.get(id)
    const on = byDefault === undefined ? line.default !== undefined : !byDefault.negated
    if (on) this.#put(id, { line, args, negated: true })
    else this.#drop(id, line.slot)
    this.touch()
  }

  /** Back to the default. */
  reset(line: StoredLine, args: Args): void {
    this.#drop(identity(line.slot, line.keyOf(args)), line.slot)
    this.touch()
  }

  /** Declares what this section prints although nobody typed it. */
  setDefault(line: StoredLine, args: Args, negated: boolean): void {
    this.#defaults.set(identity(line.slot, line.keyOf(args)), { line, args, negated })
  }

  /** The section no longer prints it by default: what it is has changed. */
  dropDefault({ line, args }: Entry): void {
    this.#defaults.delete(identity(line.slot, line.keyOf(args)))
    this.touch()
  }

  /** Forgets everything that was entered, in this section only. */
  clear(): void {
    this.#entries.clear()
    this.#bySlot = undefined
    this.touch()
  }

  child(header: string): Section | undefined {
    return this.#children.get(header)
  }

  addChild(section: Section): void {
    this.#children.set(section.header, section)
    this.touch()
  }

  removeChild(header: string): void {
    if (this.#children.delete(header)) this.touch()
  }

  get children(): Iterable<Section> {
    return this.#children.values()
  }

  /** Lines to print: what was entered, and the defaults that nothing overrides, in order. */
  printable(): Entry[] {
    const entries: Entry[] = []
    for (const [id, entry] of this.#defaults) if (!this.#entries.has(id)) entries.push(entry)
    for (const entry of this.#entries.values()) entries.push(entry)
    if (entries.length < 2) return entries
    return entries.sort(
      (a, b) =>
        a.line.rank - b.line.rank ||
        (a.line.slot === b.line.slot ? (a.line.compare?.(a.args, b.args) ?? 0) : 0),
    )
  }

  touch(): void {
    for (let section: Section | undefined = this; section !== undefined; section = section.parent)
      section.version++
  }
}

/** The arguments that name the line: the default of the line that they name has these too. */
function keyed({ keys = [] }: StoredLine, args: Args): Args {
  return Object.fromEntries(Object.entries(args).filter(([name]) => keys.includes(name)))
}

function identity(slot: string, key: string): string {
  return key === '' ? slot : `${slot} ${key}`
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index])
}
