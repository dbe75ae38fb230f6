/**
 * A question as it is put: choices, items and the right side of pairs in an order drawn from the seed. The same question with
 * the same seed is put in the same way; two questions with one seed are shuffled apart.
 */

import { Random } from '../../kernel/random.ts'
import { shuffled } from '../shuffled.ts'
import type { Texts } from '../texts.ts'
import { choicesOf, type Question, rightColumn } from './question.ts'

/** One of several, with the sign by which it is chosen. */
export interface Choice {
  /** In the question, see `Answer`. */
  readonly index: number
  /** `a`, `b` … for choices and the right side of pairs, `1`, `2` … for items and the left side. */
  readonly sign: string
  readonly text: Texts
}

export type Presented =
  | { readonly kind: 'choose-one' | 'choose-many'; readonly choices: readonly Choice[] }
  | { readonly kind: 'order'; readonly items: readonly Choice[] }
  | { readonly kind: 'match'; readonly lefts: readonly Choice[]; readonly rights: readonly Choice[] }
  | { readonly kind: 'type' }
  | { readonly kind: 'compute'; readonly number: boolean; readonly unit?: Texts }

export function present(question: Question, seed: number): Presented {
  const random = new Random(seed ^ hash(question.ask.en))
  switch (question.kind) {
    case 'choose-one':
    case 'choose-many':
      return { kind: question.kind, choices: signed(shuffled(indexed(choicesOf(question)), random), letter) }
    case 'order':
      return { kind: 'order', items: signed(disordered(indexed(question.items), random), digit) }
    case 'match':
      return {
        kind: 'match',
        lefts: signed(indexed(question.pairs.map(([left]) => left)), digit),
        rights: signed(disordered(indexed(rightColumn(question)), random), letter),
      }
    case 'type':
      return { kind: 'type' }
    case 'compute':
      return {
        kind: 'compute',
        number: typeof question.answer === 'number',
        ...(question.unit && { unit: question.unit }),
      }
  }
}

type Indexed = Pick<Choice, 'index' | 'text'>

function indexed(texts: readonly Texts[]): Indexed[] {
  return texts.map((text, index) => ({ index, text }))
}

function signed(list: readonly Indexed[], sign: (at: number) => string): Choice[] {
  return list.map((one, at) => ({ ...one, sign: sign(at) }))
}

const letter = (at: number): string => String.fromCharCode(97 + at)
const digit = (at: number): string => String(at + 1)

/** Never in the order in which it stands in the file, which is the answer. */
function disordered(list: readonly Indexed[], random: Random): Indexed[] {
  for (;;) {
    const order = shuffled(list, random)
    if (order.length < 2 || order.some(({ index }, at) => index !== at)) return order
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value
}
