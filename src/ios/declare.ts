/**
 * How a command is declared: once, with its grammar, help, mode, privilege level, capability, place in the configuration
 * and effect. Parsing, `?`, Tab, carets, `no`, `default`, printing and loading all follow from the declaration.
 *
 *     const show = execMode.words('show', { show: 'Show running system information' })
 *     show.exec('clock', { help: { clock: 'Display the system clock' }, *run({ ios }) { … } })
 *     export const description = interfaceMode.line('description <text:line>', { help: …, place: 'description' })
 */

import type { State } from '../grammar/pattern.ts'
import type { ArgumentsOf, HelpOf } from '../grammar/pattern-types.ts'
import type { Invocation, Opening } from './command.ts'
import { type Command, register } from './command.ts'
import { Line, type LineSpec } from './line.ts'
import type { ModeId, PlaceOf } from './modes.ts'
import type { Running } from './steps.ts'

/** Joins the words of a family with a grammar. */
type Join<P extends string, G extends string> = P extends '' ? G : G extends '' ? P : `${P} ${G}`

interface CommonSpec<G extends string> {
  readonly help: HelpOf<G>
  /** The least privilege level; 1 for EXEC commands of everybody, 15 where left out. */
  readonly level?: number
  /** Capabilities of the profile or traits of the interface, all needed; `a|b` is either, `!a` is absence. */
  readonly needs?: string | readonly string[]
  /** Words that match without being shown. */
  readonly hidden?: readonly string[]
  /** Accepted and kept, but nothing follows from it. */
  readonly inert?: boolean
  /** What follows the grammar, where a flat string would need dozens of forms; its arguments come with the others. */
  tail?(): State
}

export interface ExecSpec<G extends string, A> extends CommonSpec<G> {
  /** Takes output modifiers (`| include …`). */
  readonly filtered?: boolean
  run(invocation: Invocation<A>): Running
}

export interface ActionSpec<G extends string, A> extends CommonSpec<G> {
  /** Also understood behind `no` (and `default`); `invocation.form` tells which. Where left out, there is no such form. */
  readonly no?: boolean
  readonly key?: readonly string[]
  run(invocation: Invocation<A>): Running
}

/** A family of commands that begin with the same words in the same modes; the words get their help once. */
export class Words<M extends ModeId, P extends string> {
  readonly modes: readonly M[]
  readonly prefix: P
  readonly #help: Readonly<Record<string, string>>
  readonly #level: number

  constructor(modes: readonly M[], prefix: P, help: Readonly<Record<string, string>>, level: number) {
    this.modes = modes
    this.prefix = prefix
    this.#help = help
    this.#level = level
  }

  words<const W extends string>(
    words: W,
    help: HelpOf<NoInfer<W>>,
    options: { level?: number } = {},
  ): Words<M, Join<P, W>> {
    return new Words(
      this.modes,
      join(this.prefix, words),
      { ...this.#help, ...help },
      options.level ?? this.#level,
    )
  }

  /** A command that acts when it is entered and is not kept. */
  exec<const G extends string>(grammar: G, spec: ExecSpec<NoInfer<G>, ArgumentsOf<Join<P, G>>>): Command {
    return this.#register(grammar, spec, {
      filtered: spec.filtered ?? false,
      negatable: false,
      run: spec.run as Command['run'],
    })
  }

  /** A command of a configuration mode that acts and is not kept. */
  action<const G extends string>(grammar: G, spec: ActionSpec<NoInfer<G>, ArgumentsOf<Join<P, G>>>): Command {
    return this.#register(grammar, spec, {
      filtered: false,
      negatable: spec.no ?? false,
      key: spec.key ?? [],
      run: spec.run as Command['run'],
    })
  }

  /** A configuration line: kept in its section, printed, and undone by `no`. */
  line<const G extends string, const K extends keyof ArgumentsOf<Join<P, G>> & string = never>(
    grammar: G,
    spec: LineSpec<ArgumentsOf<Join<P, G>>, K, PlaceOf<M>> & CommonSpec<NoInfer<G>>,
  ): Line<ArgumentsOf<Join<P, G>>, K> {
    const line = new Line<ArgumentsOf<Join<P, G>>, K>(
      join(this.prefix, grammar),
      this.modes,
      spec as LineSpec<ArgumentsOf<Join<P, G>>, K, string>,
    )
    this.#register(grammar, spec, {
      filtered: false,
      negatable: spec.no ?? true,
      key: spec.key ?? [],
      opens: spec.opens as Opening | undefined,
      line: line as unknown as Line,
      run: (invocation) => line.enter(invocation as unknown as Invocation<ArgumentsOf<Join<P, G>>>),
    })
    return line
  }

  /**
   * Other words for a line that is declared already: they are taken everywhere, kept as that line, and printed in its
   * place on devices with the capability `printedOn` (releases spell `ip domain-lookup` differently).
   */
  also<const G extends string, K extends string>(
    line: Line<ArgumentsOf<Join<P, G>>, K>,
    grammar: G,
    spec: Pick<CommonSpec<NoInfer<G>>, 'help' | 'hidden' | 'needs'> & {
      readonly key?: readonly string[]
      readonly printedOn?: string
      readonly inert?: boolean
    },
  ): void {
    line.spell(join(this.prefix, grammar), this.modes, spec.printedOn)
    this.#register(grammar, spec, {
      filtered: false,
      negatable: true,
      key: spec.key ?? [],
      line: line as unknown as Line,
      run: (invocation) => line.enter(invocation as unknown as Invocation<ArgumentsOf<Join<P, G>>>),
    })
  }

  #register(
    grammar: string,
    spec: CommonSpec<string>,
    rest: Pick<Command, 'filtered' | 'negatable' | 'run'> & {
      key?: readonly string[]
      opens?: Opening | undefined
      line?: Line
    },
  ): Command {
    const whole = join(this.prefix, grammar)
    return register({
      grammar: whole,
      modes: this.modes,
      help: { ...this.#help, ...spec.help },
      level: spec.level ?? this.#level,
      needs: spec.needs === undefined ? [] : typeof spec.needs === 'string' ? [spec.needs] : spec.needs,
      hidden: spec.hidden ?? [],
      inert: spec.inert ?? false,
      ...(spec.tail && { tail: spec.tail }),
      key: rest.key ?? [],
      ...rest,
    })
  }
}

function join<P extends string, G extends string>(prefix: P, grammar: G): Join<P, G> {
  return (prefix === '' ? grammar : grammar === '' ? prefix : `${prefix} ${grammar}`) as Join<P, G>
}

/** Commands of everybody are declared with level 1; most of EXEC is privileged. */
export const userExec = new Words(['exec'], '', {}, 1)
export const execMode = new Words(['exec'], '', {}, 15)
export const globalMode = new Words(['config'], '', {}, 15)
export const interfaceMode = new Words(['config-if'], '', {}, 15)
export const lineMode = new Words(['config-line'], '', {}, 15)
export const vlanMode = new Words(['config-vlan'], '', {}, 15)
