/**
 * Which cards a sitting asks, and in which order: what is due comes first, the longest overdue before the others, then what
 * was never asked, from easy to hard. Leaves out asking them (card-round.ts).
 */

import { Random } from '../../kernel/random.ts'
import type { Item } from '../repetition/attempt.ts'
import type { Progress } from '../repetition/progress.ts'
import type { Card, CardFile } from './card.ts'

/** A card and what its question is drawn and shuffled from. */
export interface Draw {
  readonly card: Card
  readonly seed: number
}

/** As many as are asked before somebody wants to know how it went. */
export const cardsInASitting = 20

export function itemOf(card: Card): Item {
  return card.family === undefined ? `card:${card.id}` : `family:${card.id}`
}

/**
 * What is due of these files.
 * @param nowMs wall clock, ms since 1970: also what the seeds come from
 */
export function cardsDue(
  progress: Progress,
  files: readonly CardFile[],
  nowMs: number,
  limit = cardsInASitting,
): Draw[] {
  return drawn(sorted(progress, files, nowMs).due.slice(0, limit), nowMs)
}

/** Somebody wants to practise this file: where nothing is due or new, what comes next is asked before its time. */
export function cardsOf(progress: Progress, file: CardFile, nowMs: number, limit = cardsInASitting): Draw[] {
  const { due, fresh, later } = sorted(progress, [file], nowMs)
  const wanted = [...due, ...fresh]
  return drawn((wanted.length > 0 ? wanted : later).slice(0, limit), nowMs)
}

function sorted(progress: Progress, files: readonly CardFile[], nowMs: number) {
  const dueMs = new Map(progress.schedules().map((one) => [one.item, one.dueMs]))
  const cards = files.flatMap((file) => file.cards)
  const dateOf = (card: Card): number => dueMs.get(itemOf(card)) ?? Number.POSITIVE_INFINITY
  const asked = cards
    .filter((card) => dueMs.has(itemOf(card)))
    .toSorted((one, other) => dateOf(one) - dateOf(other))
  return {
    due: asked.filter((card) => dateOf(card) <= nowMs),
    later: asked.filter((card) => dateOf(card) > nowMs),
    fresh: cards.filter((card) => !dueMs.has(itemOf(card))).toSorted((one, other) => one.level - other.level),
  }
}

function drawn(cards: readonly Card[], nowMs: number): Draw[] {
  const random = new Random(Math.floor(nowMs))
  return cards.map((card) => ({ card, seed: random.next() }))
}
