/** An answer that was given, in words: what a report sets beside the right one. */

import type { Texts } from '../texts.ts'
import { type Answer, choicesOf, type Question, rightColumn } from './question.ts'

/** Undefined where nothing was given, or an answer of another kind of question. */
export function givenAnswer(question: Question, answer: Answer | undefined): Texts | undefined {
  if (answer === undefined) return undefined
  switch (question.kind) {
    case 'choose-one':
      return answer.kind === 'choose-one' ? choicesOf(question)[answer.choice] : undefined
    case 'choose-many':
      if (answer.kind !== 'choose-many' || answer.choices.length === 0) return undefined
      return listed(
        answer.choices.map((at) => choicesOf(question)[at]),
        '; ',
        '；',
      )
    case 'order':
      if (answer.kind !== 'order') return undefined
      return listed(
        answer.order.map((at) => question.items[at]),
        ' → ',
        ' → ',
      )
    case 'match': {
      if (answer.kind !== 'match') return undefined
      const rights = rightColumn(question)
      const pairs = question.pairs.map(([left], at): Texts => {
        const right = rights[answer.partners[at] ?? -1]
        return { en: `${left.en} – ${right?.en ?? '?'}`, zh: `${left.zh} – ${right?.zh ?? '?'}` }
      })
      return listed(pairs, '; ', '；')
    }
    default:
      if (answer.kind !== 'type' && answer.kind !== 'compute') return undefined
      return answer.typed.trim() === '' ? undefined : { en: answer.typed, zh: answer.typed }
  }
}

function listed(list: readonly (Texts | undefined)[], en: string, zh: string): Texts {
  const there = list.filter((one) => one !== undefined)
  return { en: there.map((one) => one.en).join(en), zh: there.map((one) => one.zh).join(zh) }
}
