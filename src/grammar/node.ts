/**
 * All commands of a mode merged into one automaton, made deterministic as it is walked: a node is a set of (rule, state)
 * pairs, and the node behind a word is made when that word is first typed. So a mode of a thousand commands costs nothing
 * until it is used, and every further use costs one map look-up a word.
 */

import type { ArgumentType, Surroundings } from './argument.ts'
import type { Element, State } from './pattern.ts'

/** A command as the grammar sees it. `declaration` is the owner's and opaque here. */
export interface Rule<D> {
  readonly declaration: D
  readonly start: State
  readonly form: 'set' | 'no' | 'default'
  /** The least privilege level that sees it. */
  readonly level: number
}

export interface Word {
  readonly keyword: string
  readonly help: string
  readonly level: number
}

/** A keyword at the root that leads to a node made elsewhere: into another grammar (`do`), or to commands compiled when it is typed. */
export interface Head<D> {
  readonly word: string
  readonly help: string
  readonly hidden: boolean
  readonly level: number
  /** It leads into another grammar. */
  readonly graft: boolean
  node(): Node<D>
}

export interface GrammarOptions<D> {
  /** Real IOS's words at this place that no rule models; '' is the mode's first word. */
  unmodelled?(path: string): readonly Word[]
  /** Keywords of the root beyond those of its rules. */
  readonly heads?: readonly Head<D>[]
}

interface Item<D> {
  readonly rule: Rule<D>
  readonly state: State
}

export interface KeywordEdge<D> {
  readonly word: string
  readonly lower: string
  readonly help: string
  readonly hidden: boolean
  /** Leads into another grammar: carets stand there, even behind a hidden word. */
  readonly graft: boolean
  readonly level: number
  /** False for a real command that is listed but not modelled. */
  readonly modelled: boolean
  node(): Node<D>
}

export interface ArgumentEdge<D> {
  readonly type: ArgumentType
  readonly help: string
  readonly level: number
  node(): Node<D>
}

export class Node<D> {
  readonly path: string
  readonly arguments: readonly ArgumentEdge<D>[]
  readonly ends: readonly Rule<D>[]
  readonly #keywords: ReadonlyMap<string, KeywordEdge<D>>
  #sorted: readonly KeywordEdge<D>[] | undefined

  constructor(items: readonly Item<D>[], options: GrammarOptions<D>, path: string) {
    this.path = path
    this.ends = items
      .filter(({ rule, state }) => state.accepts || (rule.form !== 'set' && state.negatable))
      .map(({ rule }) => rule)
    const keywords = new Map<string, { first: Element & { kind: 'keyword' }; items: Item<D>[] }>()
    const args = new Map<string, { first: Element & { kind: 'argument' }; items: Item<D>[] }>()
    for (const { rule, state } of items) {
      for (const { element, to } of state.next) {
        if (element.kind === 'keyword') {
          const found = keywords.get(element.lower)
          if (found === undefined)
            keywords.set(element.lower, { first: element, items: [{ rule, state: to }] })
          else {
            found.items.push({ rule, state: to })
            if (found.first.hidden && !element.hidden) found.first = element
          }
        } else {
          const found = args.get(element.type.id)
          if (found === undefined) args.set(element.type.id, { first: element, items: [{ rule, state: to }] })
          else found.items.push({ rule, state: to })
        }
      }
    }
    const edges = new Map<string, KeywordEdge<D>>()
    for (const [lower, { first, items: behind }] of keywords) {
      let node: Node<D> | undefined
      edges.set(lower, {
        word: first.word,
        lower,
        help: first.help,
        hidden: first.hidden,
        graft: false,
        level: leastLevel(behind),
        modelled: true,
        node: () => (node ??= new Node(behind, options, path === '' ? first.word : `${path} ${first.word}`)),
      })
    }
    if (path === '') {
      for (const head of options.heads ?? []) {
        const lower = head.word.toLowerCase()
        let node: Node<D> | undefined
        edges.set(lower, {
          word: head.word,
          lower,
          help: head.help,
          hidden: head.hidden,
          graft: head.graft,
          level: head.level,
          modelled: true,
          node: () => (node ??= head.node()),
        })
      }
    }
    for (const { keyword, help, level } of options.unmodelled?.(path) ?? []) {
      const lower = keyword.toLowerCase()
      const modelled = edges.get(lower)
      if (modelled !== undefined) {
        // What is modelled of a family may be for higher levels only; its first word is shown from its own level on.
        if (level < modelled.level) edges.set(lower, { ...modelled, level })
        continue
      }
      // A placeholder only stands for the arguments that nothing models.
      if (args.size > 0 && isPlaceholder(keyword)) continue
      edges.set(lower, {
        word: keyword,
        lower,
        help,
        hidden: false,
        graft: false,
        level,
        modelled: false,
        node: () => emptyNode(),
      })
    }
    this.#keywords = edges
    this.arguments = [...args.values()]
      .map(({ first, items: behind }): ArgumentEdge<D> => {
        let node: Node<D> | undefined
        return {
          type: first.type,
          help: first.help,
          level: leastLevel(behind),
          node: () =>
            (node ??= new Node(behind, options, `${path} ${first.type.placeholder({})}`.trimStart())),
        }
      })
      .sort((a, b) => Number(a.type.greedy ?? false) - Number(b.type.greedy ?? false))
  }

  /** In ASCII order of their lower-case spelling. */
  get keywords(): readonly KeywordEdge<D>[] {
    return (this.#sorted ??= [...this.#keywords.values()].sort((a, b) =>
      a.lower < b.lower ? -1 : a.lower > b.lower ? 1 : 0,
    ))
  }

  #byFirst: ReadonlyMap<string, readonly KeywordEdge<D>[]> | undefined

  /** Those that may begin with `prefix`: in order, not one by one compared. */
  keywordsFrom(prefix: string): readonly KeywordEdge<D>[] {
    if (prefix === '') return this.keywords
    this.#byFirst ??= Map.groupBy(this.keywords, ({ lower }) => lower.slice(0, 1))
    return this.#byFirst.get(prefix.slice(0, 1)) ?? []
  }

  keyword(lower: string): KeywordEdge<D> | undefined {
    return this.#keywords.get(lower)
  }

  /** The rule that a line ending here means, for somebody of this privilege level. */
  end(level: number): Rule<D> | undefined {
    for (const rule of this.ends) if (rule.level <= level) return rule
    return undefined
  }

  /** Whether anything may follow that needs no further word. */
  hasArguments(level: number): boolean {
    return this.arguments.some((edge) => edge.level <= level)
  }
}

export function grammarRoot<D>(rules: readonly Rule<D>[], options: GrammarOptions<D> = {}): Node<D> {
  return new Node(
    rules.map((rule) => ({ rule, state: rule.start })),
    options,
    '',
  )
}

/** What stands behind the first word of these rules. */
export function nodeBehind<D>(word: string, rules: readonly Rule<D>[], options: GrammarOptions<D>): Node<D> {
  const items = rules.flatMap((rule) =>
    rule.start.next
      .filter(({ element }) => element.kind === 'keyword' && element.word === word)
      .map(({ to }) => ({ rule, state: to })),
  )
  return new Node(items, options, word)
}

function emptyNode<D>(): Node<D> {
  return new Node<D>([], {}, ' ')
}

function leastLevel<D>(items: readonly Item<D>[]): number {
  let least = Infinity
  for (const { rule } of items) if (rule.level < least) least = rule.level
  return least
}

/** Whether a listed word is only a picture of an argument (`<1-99>`, `WORD`, an interface type): shown in `?`, never typed. */
function isPlaceholder(word: string): boolean {
  return !/^[a-z0-9/|-]/.test(word) || /^(?:hh:mm|x\/y$|fcpa$)/.test(word)
}

/** Whether an edge is only a picture of an argument. What is declared can be typed, however it is spelt (`NONE`). */
export function isPicture<D>({ modelled, word }: KeywordEdge<D>): boolean {
  return !modelled && isPlaceholder(word)
}

export type { Item, Surroundings }
