/** A question with choices, made from a right one and the mistakes that learners make. */

import type { Random } from '../../kernel/random.ts'
import type { ChooseMany, ChooseOne } from '../cards/question.ts'
import { shuffled } from '../shuffled.ts'
import { alike, type Texts } from '../texts.ts'

interface Made {
  readonly ask: Texts
  readonly screen?: string
  readonly explain: Texts
}

/**
 * @param mistakes candidates for the wrong choices; those that happen to be right, or to repeat another, are left out
 * @param spare taken in order where too few are left
 */
export function chooseOne(
  made: Made,
  right: Texts | string,
  mistakes: readonly (Texts | string)[],
  random: Random,
  spare: readonly (Texts | string)[] = [],
): ChooseOne {
  const answer = both(right)
  const wrong: Texts[] = []
  for (const candidate of [...shuffled(mistakes, random), ...spare].map(both)) {
    if (wrong.length === 3) break
    if ([answer, ...wrong].every(({ en, zh }) => en !== candidate.en && zh !== candidate.zh))
      wrong.push(candidate)
  }
  if (wrong.length < 2) throw new Error(`too few wrong choices: ${made.ask.en}`)
  return { kind: 'choose-one', ...made, right: answer, wrong }
}

export function chooseMany(
  made: Made,
  right: readonly (Texts | string)[],
  wrong: readonly (Texts | string)[],
): ChooseMany {
  return { kind: 'choose-many', ...made, right: right.map(both), wrong: wrong.map(both) }
}

function both(text: Texts | string): Texts {
  return typeof text === 'string' ? alike(text) : text
}
