/**
 * A file of cards as data: questions, and families from which questions are drawn. Leaves out where files come from
 * (stores/read-cards.ts).
 */

import { Random } from '../../kernel/random.ts'
import type { Lab } from '../../labs/lab.ts'
import type { Family } from '../families/family.ts'
import { chosenOptions } from '../families/family.ts'
import type { Texts } from '../texts.ts'
import type { Emulator } from './emulator.ts'
import type { Level, Question } from './question.ts'

export interface CardFile {
  readonly kind: 'cards'
  /** The file's name without its ending. */
  readonly id: string
  readonly topic: string
  readonly title: Texts
  readonly cards: readonly Card[]
}

interface Filed {
  /** `arp/request-destination`: the file's id and its own. */
  readonly id: string
  readonly topic: string
  readonly level: Level
  readonly watch?: Watch
}

export type Card =
  | (Filed & { readonly question: Question; readonly family?: never })
  | (Filed & {
      readonly family: Family
      readonly options: Readonly<Record<string, unknown>>
      readonly question?: never
    })

/** A lab that shows the thing: lines typed at a device, and the packet that is meant. */
export interface Watch {
  /** The name of a lab that comes with the program, or a lab. */
  readonly lab: string | Lab
  readonly on: string
  readonly type: readonly string[]
  /** Of the packet view. */
  readonly filter?: string
  /** From 1, among those that pass the filter after the typing. */
  readonly packet: number
}

/** What is asked: the card's question, or the one that the seed draws from its family. */
export function questionOf(card: Card, seed: number, emulator: Emulator): Question {
  if (card.question !== undefined) return card.question
  const { family, level, options } = card
  return family.make({ random: new Random(seed), level, options: chosenOptions(family, options), emulator })
}
