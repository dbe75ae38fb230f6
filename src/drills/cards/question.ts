/**
 * A question of a card, as data, and an answer to it, as plain JSON. Leaves out how a question is shown (present.ts), how an
 * answer is read from typed text (read-answer.ts) and marked (mark-answer.ts).
 */

import type { Texts } from '../texts.ts'
import type { ModeName } from './emulator.ts'

interface Asked {
  readonly ask: Texts
  /** Rows shown as they are below the question, in a font of even width: a table, a header in hexadecimal, a console. */
  readonly screen?: string
  /** Why the right answer is right. */
  readonly explain: Texts
}

export interface ChooseOne extends Asked {
  readonly kind: 'choose-one'
  readonly right: Texts
  readonly wrong: readonly Texts[]
}

export interface ChooseMany extends Asked {
  readonly kind: 'choose-many'
  readonly right: readonly Texts[]
  readonly wrong: readonly Texts[]
}

/** How two typed answers are compared: see typed-value.ts. */
export type TypedAs = 'text' | 'command' | 'ipv4' | 'prefix' | 'mac' | 'number'

export interface TypeAnswer extends Asked {
  readonly kind: 'type'
  /** Each of them is right, in either language; the first is the one that is shown. */
  readonly answers: readonly Texts[]
  readonly as: TypedAs
  /** Where a command is typed; left out: `defaultPlace`. */
  readonly at?: ConsolePlace
}

/** A mode of a device of this profile. */
export interface ConsolePlace {
  readonly profile: string
  readonly mode: ModeName
}

export const defaultPlace: ConsolePlace = { profile: 'catalyst-2960-24tt', mode: 'exec' }

export interface PutInOrder extends Asked {
  readonly kind: 'order'
  /** In the right order. */
  readonly items: readonly Texts[]
}

export interface MatchPairs extends Asked {
  readonly kind: 'match'
  /** Left and right; several lefts may have the same right. */
  readonly pairs: readonly (readonly [left: Texts, right: Texts])[]
}

export interface Compute extends Asked {
  readonly kind: 'compute'
  /** A number; or an address, a prefix (`192.168.1.64/26`) or a dotted mask, which are compared as values. */
  readonly answer: number | string
  readonly unit?: Texts
  /** How far a number may be off. */
  readonly tolerance: number
}

export type Question = ChooseOne | ChooseMany | TypeAnswer | PutInOrder | MatchPairs | Compute

/** 1 the first steps, 4 for those who know. */
export type Level = 1 | 2 | 3 | 4

/**
 * An answer, independent of how the question was shuffled. Numbers index what `choicesOf` gives for choices and the items of
 * an order; of a match, `partners` has for each left the index in `rightColumn`, -1 for none.
 */
export type Answer =
  | { readonly kind: 'choose-one'; readonly choice: number }
  | { readonly kind: 'choose-many'; readonly choices: readonly number[] }
  | { readonly kind: 'order'; readonly order: readonly number[] }
  | { readonly kind: 'match'; readonly partners: readonly number[] }
  | { readonly kind: 'type' | 'compute'; readonly typed: string }

/** The right choices first. */
export function choicesOf(question: ChooseOne | ChooseMany): readonly Texts[] {
  return question.kind === 'choose-one'
    ? [question.right, ...question.wrong]
    : [...question.right, ...question.wrong]
}

/** The texts on the right of a match, each once, in the order of the pairs. */
export function rightColumn({ pairs }: MatchPairs): readonly Texts[] {
  const column: Texts[] = []
  for (const [, right] of pairs) if (!column.some((one) => sameTexts(one, right))) column.push(right)
  return column
}

export function sameTexts(a: Texts, b: Texts): boolean {
  return a.en === b.en && a.zh === b.zh
}
