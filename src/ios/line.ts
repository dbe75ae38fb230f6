/**
 * A configuration line: where it is kept, how `no` and `default` change it, how it prints, and what it sets off. Features
 * read their settings with `get`, `all` and `isOn`, typed by the grammar; nobody writes a setter.
 */

import { ranksPerPlace } from '../config/print.ts'
import { type Args, Section, type StoredLine, type StoredOpener } from '../config/section.ts'
import { compilePrinter, type Printer } from '../grammar/printer.ts'
import { argumentType } from './argument-types.ts'
import type { Invocation, Opening } from './command.ts'
import type { Ios } from './ios.ts'
import { type ModeId, modeOf } from './modes.ts'
import type { Running } from './steps.ts'
import type { Place } from './terminal.ts'

/** Where a line takes effect. */
export interface At {
  readonly ios: Ios
  readonly section: Section
}

export interface LineSpec<A, K extends string, Place extends string> {
  /** The arguments that tell one line from another: the same key again replaces the line. */
  readonly key?: readonly K[]
  /** Where it prints. */
  readonly place: Place
  /** Forms of one line share a slot; left out: the line has its own. */
  readonly slot?: string
  /** In force without being typed or printed: `{}` for a line that is on, or the default arguments. */
  readonly default?: Partial<A>
  /**
   * `no` puts the line back to its default: there is no state in which it is off (`no duplex`). Left out: so it is where
   * the default has a value and `printNo` says nothing.
   */
  readonly noResets?: boolean
  /** No `no` form, or another grammar for it. */
  readonly no?: boolean | string
  /** The mode and kind of section that the line opens. */
  readonly opens?: Opening
  /** Order among lines of this declaration; left out: as entered. */
  compare?(a: A, b: A): number
  /** A sentence for the person when the line cannot stand; it is then not kept. */
  refuse?(args: A, at: At): string | undefined
  /** The same for `no`. */
  refuseNo?(args: Partial<A>, at: At): string | undefined
  /** Rewrites what was typed to what is kept (plain secret to hash). */
  keep?(args: A, at: At): A
  /** Reads more from the terminal or says something before the line is kept (banners); undefined gives up. */
  read?(args: A, invocation: Invocation<A>): Running<A | undefined>
  /** The same for `no`: false gives up. */
  readNo?(args: Partial<A>, invocation: Invocation<A>): Running<boolean>
  /** The printed lines, where they are not just the grammar with its arguments. */
  print?(args: A): readonly string[]
  /** How the negated line prints, where it is not `no` with the words up to the first value. */
  printNo?(args: A): readonly string[]
  /** What follows from a change; `undefined` is not set. Runs once a section. */
  changed?(at: At, after: A | undefined, before: A | undefined): void
  /** Printed after the line was taken: warnings. */
  remark?(args: A, at: At): string | undefined
}

let declared = 0
const rankOfSlot = new Map<string, number>()

export class Line<A = Readonly<Record<string, unknown>>, K extends string = string> implements StoredLine {
  readonly grammar: string
  readonly slot: string
  readonly rank: number
  readonly default: Args | undefined
  readonly keys: readonly string[]
  readonly #noResets: boolean
  readonly #spec: LineSpec<A, K, string>
  /** The line that this is another spelling of, or itself. */
  readonly #original: Line<A, K>
  /** Other spellings that print in the place of this one, and where. */
  readonly #spellings: { readonly line: Line<A, K>; readonly where: string }[] = []
  #printer: Printer | undefined
  #opener: StoredOpener | undefined

  constructor(
    grammar: string,
    modeIds: readonly ModeId[],
    spec: LineSpec<A, K, string>,
    original?: Line<A, K>,
  ) {
    this.grammar = grammar
    this.#original = original ?? this
    this.slot = spec.slot ?? `#${declared} ${grammar}`
    const place = modeOf(modeIds[0] as ModeId).places.indexOf(spec.place)
    // Forms of one line print where the first of them does.
    const slot = `${modeIds[0]} ${this.slot}`
    this.rank = rankOfSlot.get(slot) ?? place * ranksPerPlace + declared
    rankOfSlot.set(slot, this.rank)
    declared++
    this.default = spec.default as Args | undefined
    this.keys = spec.key ?? []
    this.#noResets =
      spec.noResets ?? (spec.printNo === undefined && Object.keys(spec.default ?? {}).length > 0)
    this.#spec = spec
  }

  /**
   * Another spelling of the same line, of the same arguments: it is kept, and read back, as this line.
   * @param where the trait of devices that print it in the place of this line's own words; left out: none does
   */
  spell(grammar: string, modeIds: readonly ModeId[], where: string | undefined): void {
    const { print: _, printNo: __, ...spec } = this.#spec
    const line = new Line<A, K>(grammar, modeIds, { ...spec, slot: this.slot }, this)
    if (where !== undefined) this.#spellings.push({ line, where })
  }

  /** The spelling that this device keeps and prints. */
  #kept(ios: Ios): StoredLine {
    const spelling = this.#spellings.find(({ where }) => ios.traits.has(where))
    return (spelling?.line ?? this) as unknown as StoredLine
  }

  /** Whether an entry of the slot is this line, in whatever spelling. */
  #is(line: StoredLine): boolean {
    return line instanceof Line && line.#original === (this as unknown as Line)
  }

  /** What is in force, defaults included; undefined when negated or unset. */
  get(section: Section, key?: Pick<A, K & keyof A>): A | undefined {
    const entry = section.entry(this.slot, key === undefined ? '' : this.keyOf(key as Args))
    if (entry !== undefined) return entry.negated || !this.#is(entry.line) ? undefined : (entry.args as A)
    return this.default as A | undefined
  }

  isOn(section: Section): boolean {
    return this.get(section) !== undefined
  }

  /** Every line of this declaration that is set in the section. */
  all(section: Section): A[] {
    return section
      .entriesOf(this.slot)
      .filter((entry) => !entry.negated && this.#is(entry.line))
      .map((entry) => entry.args as A)
  }

  keyOf(args: Args): string {
    return this.#spec.key === undefined ? '' : this.#printed.key(args)
  }

  show(args: Args): readonly string[] {
    return this.#spec.print?.(args as A) ?? [this.#printed.whole(args)]
  }

  showNegated(args: Args): readonly string[] {
    return this.#spec.printNo?.(args as A) ?? [`no ${this.#printed.named(args)}`]
  }

  compare(a: Args, b: Args): number {
    return this.#spec.compare?.(a as A, b as A) ?? 0
  }

  /** The line as it would print. */
  text(args: A): string {
    return this.#printed.whole(args as Args)
  }

  /** What the line does when it is typed or loaded. */
  *enter(invocation: Invocation<A>): Running {
    if (this.#spec.opens !== undefined) yield* this.#open(this.#spec.opens as Opening, invocation)
    else if (invocation.form === 'set') yield* this.#set(invocation)
    else yield* this.#negate(invocation)
  }

  /** What would be kept of these arguments: `exec-timeout 3` is `exec-timeout 3 0`. */
  kept(args: A, at: At): A {
    return this.#spec.keep?.(args, at) ?? args
  }

  /** Sets the line in one section, refusals and effects included. Returns IOS's sentence when it was refused. */
  apply(at: At, args: A): string | undefined {
    const refusal = this.#spec.refuse?.(args, at)
    if (refusal !== undefined) return refusal
    const kept = this.kept(args, at)
    const before = this.#before(at.section, kept)
    at.section.set(this.#kept(at.ios), kept as Args)
    at.ios.configurationChanged()
    this.#spec.changed?.(at, kept, before)
    return undefined
  }

  /** Printed in this section although nobody typed it. */
  printByDefault(section: Section, args: A): void {
    section.setDefault(this as unknown as StoredLine, args as Args, false)
  }

  /** Negates the line in one section, or puts it back to its default. */
  unset(at: At, args: Partial<A>, form: 'no' | 'default' = 'no'): string | undefined {
    const refusal = this.#spec.refuseNo?.(args, at)
    if (refusal !== undefined) return refusal
    const before = this.#before(at.section, args)
    if (form === 'no' && !this.#noResets) at.section.negate(this.#kept(at.ios), args as Args)
    else at.section.reset(this.#kept(at.ios), args as Args)
    at.ios.configurationChanged()
    this.#spec.changed?.(at, this.#before(at.section, args), before)
    return undefined
  }

  *#set(invocation: Invocation<A>): Running {
    const { ios, place } = invocation
    let args = invocation.args
    if (this.#spec.read !== undefined) {
      const read = yield* this.#spec.read(args, invocation)
      if (read === undefined) return
      args = read
    }
    for (const section of place.sections) {
      const refusal = this.apply({ ios, section }, args)
      if (refusal !== undefined) yield endLine(refusal)
      else {
        const remark = invocation.fromFile ? undefined : this.#spec.remark?.(args, { ios, section })
        if (remark !== undefined) yield endLine(remark)
      }
    }
  }

  /** Enters the section's mode, or with `no` removes the section. */
  *#open(opening: Opening, invocation: Invocation<A>): Running {
    const { ios, place, terminal, form } = invocation
    const at = { ios, section: place.sections[0] ?? ios.configuration }
    const args = invocation.args as Args
    if (form === 'set') {
      const opened = this.open(at, args)
      if (typeof opened === 'string') yield endLine(opened)
      else terminal.enter(opened)
    } else {
      if (this.#spec.readNo !== undefined && !(yield* this.#spec.readNo(invocation.args, invocation))) return
      const refusal = opening.close === undefined ? this.close(at, args) : opening.close(args, at)
      if (refusal !== undefined) yield endLine(refusal)
      ios.configurationChanged()
    }
  }

  /** The sections that the line opens, made on first use; a sentence where it may not. */
  open(at: At, args: Args): Place | string {
    const opening = this.#spec.opens as Opening
    return opening.open?.(args, at) ?? { mode: opening.mode, sections: [this.section(at, args)] }
  }

  /** Removes the section of this line. */
  close(at: At, args: Args): undefined {
    at.section.removeChild(this.show(args)[0] ?? '')
  }

  /** The section below `at.section` that this line heads, made on first use. */
  section(at: At, args: Args, mode?: ModeId): Section {
    const opening = this.#spec.opens as Opening
    const header = this.show(args)[0] ?? ''
    const found = at.section.child(header)
    if (found !== undefined) return found
    const section = new Section(mode ?? opening.mode, header, this.#stored, args, at.section)
    at.section.addChild(section)
    opening.created?.({ ios: at.ios, section }, args)
    at.ios.configurationChanged()
    return section
  }

  get #stored(): StoredOpener {
    const { separated, compare, printAll } = this.#spec.opens as Opening
    return (this.#opener ??= {
      rank: this.rank,
      separated,
      ...(compare && { compare }),
      ...(printAll && { printAll }),
    })
  }

  *#negate(invocation: Invocation<A>): Running {
    const { ios, place, args, form } = invocation
    if (this.#spec.readNo !== undefined && !(yield* this.#spec.readNo(args, invocation))) return
    for (const section of place.sections) {
      const refusal = this.unset({ ios, section }, args, form === 'no' ? 'no' : 'default')
      if (refusal !== undefined) yield endLine(refusal)
    }
  }

  #before(section: Section, args: unknown): A | undefined {
    const entry = section.entry(this.slot, this.keyOf(args as Args))
    if (entry === undefined) return this.default as A | undefined
    return entry.negated || !this.#is(entry.line) ? undefined : (entry.args as A)
  }

  get #printed(): Printer {
    return (this.#printer ??= compilePrinter(this.grammar, this.#spec.key ?? [], argumentType))
  }
}

function endLine(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}
