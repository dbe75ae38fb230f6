/**
 * Marks an answer. Partial credit:
 * - choose many: (right ones chosen − wrong ones chosen) ÷ right ones, not below 0;
 * - order: the share of neighbours in the right order that stand next to each other, in that order, in the answer. So the
 *   list reversed gives 0, and only the right order gives 1;
 * - match: the share of pairs.
 */

import type { Texts } from '../texts.ts'
import type { Emulator } from './emulator.ts'
import {
  type Answer,
  type Compute,
  choicesOf,
  defaultPlace,
  type MatchPairs,
  type Question,
  rightColumn,
  sameTexts,
  type TypeAnswer,
} from './question.ts'
import { comparable, readQuantity, sameUnit } from './typed-value.ts'

export interface Mark {
  /** 0 … 1. */
  readonly share: number
  /** The right answer in words. */
  readonly right: Texts
  /** What went wrong, where that can be told from the answer. */
  readonly remarks: readonly Texts[]
}

/** @param answer undefined where none was given; one of another kind of question is none */
export function markAnswer(question: Question, answer: Answer | undefined, emulator: Emulator): Mark {
  const { share, remarks = [] } = judged(question, answer, emulator)
  return { share, right: rightAnswer(question), remarks }
}

interface Judgement {
  readonly share: number
  readonly remarks?: readonly Texts[]
}

function judged(question: Question, answer: Answer | undefined, emulator: Emulator): Judgement {
  if (answer === undefined) return { share: 0 }
  switch (question.kind) {
    case 'choose-one':
      return { share: answer.kind === 'choose-one' && answer.choice === 0 ? 1 : 0 }
    case 'choose-many': {
      if (answer.kind !== 'choose-many') return { share: 0 }
      const chosen = [...new Set(answer.choices)].filter((index) => choicesOf(question)[index] !== undefined)
      const rights = chosen.filter((index) => index < question.right.length).length
      const wrongs = chosen.length - rights
      return { share: Math.max(0, (rights - wrongs) / question.right.length) }
    }
    case 'order': {
      if (answer.kind !== 'order') return { share: 0 }
      const { order } = answer
      const kept = order.filter((index, at) => at > 0 && order[at - 1] === index - 1).length
      return { share: Math.min(1, kept / (question.items.length - 1)) }
    }
    case 'match':
      return { share: answer.kind === 'match' ? matched(question, answer.partners) : 0 }
    case 'type':
      return answer.kind === 'type' ? typed(question, answer.typed, emulator) : { share: 0 }
    case 'compute':
      return answer.kind === 'compute' ? computed(question, answer.typed) : { share: 0 }
  }
}

function matched(question: MatchPairs, partners: readonly number[]): number {
  const column = rightColumn(question)
  const right = question.pairs.filter(([, text], left) => {
    const partner = column[partners[left] ?? -1]
    return partner !== undefined && sameTexts(partner, text)
  })
  return right.length / question.pairs.length
}

function typed({ answers, as, at = defaultPlace }: TypeAnswer, text: string, emulator: Emulator): Judgement {
  const spellings = answers.flatMap(({ en, zh }) => [en, zh])
  if (as !== 'command') {
    const given = comparable(text, as)
    const right = given !== undefined && spellings.some((one) => comparable(one, as) === given)
    return { share: right ? 1 : 0 }
  }
  const heard = emulator.hears(text.trim(), at)
  if (heard.kind === 'taken') {
    const right = spellings.some((one) => {
      const meant = emulator.hears(one, at)
      return meant.kind === 'taken' && meant.meaning === heard.meaning
    })
    return { share: right ? 1 : 0 }
  }
  if (heard.kind === 'nothing') return { share: 0 }
  const prompt = emulator.prompt(at)
  const remarks = [
    {
      en: `${prompt} does not take the line "${text.trim()}".`,
      zh: `${prompt} 不接受“${text.trim()}”这一行。`,
    },
  ]
  return { share: 0, remarks }
}

function computed({ answer, unit, tolerance }: Compute, text: string): Judgement {
  if (typeof answer === 'string') {
    const as = answer.includes('/') ? 'prefix' : 'ipv4'
    const given = comparable(text, as)
    return { share: given !== undefined && given === comparable(answer, as) ? 1 : 0 }
  }
  const quantity = readQuantity(text)
  if (quantity === undefined) return { share: 0 }
  if (quantity.unit !== '' && unit !== undefined) {
    if (!sameUnit(quantity.unit, unit.en) && !sameUnit(quantity.unit, unit.zh)) {
      const remark = { en: `The answer was asked for in ${unit.en}.`, zh: `答案应以 ${unit.zh} 为单位。` }
      return { share: 0, remarks: [remark] }
    }
  }
  const near = (value: number): boolean => Math.abs(value - answer) <= tolerance + 1e-9 * Math.abs(answer)
  if (near(quantity.value)) return { share: 1 }
  if (answer !== 0 && (near(quantity.value * 8) || near(quantity.value / 8)))
    return { share: 0, remarks: [eightfold] }
  return { share: 0 }
}

const eightfold: Texts = {
  en: 'It is off by a factor of 8, as between bits and bytes.',
  zh: '相差 8 倍：比特与字节之差。',
}

/** The right answer in words. */
export function rightAnswer(question: Question): Texts {
  switch (question.kind) {
    case 'choose-one':
      return question.right
    case 'choose-many':
      return joined(question.right, '; ', '；')
    case 'order':
      return joined(question.items, ' → ', ' → ')
    case 'match':
      return joined(
        question.pairs.map((pair) => joined(pair, ' – ', ' – ')),
        '; ',
        '；',
      )
    case 'type':
      return question.answers[0]!
    case 'compute': {
      const { answer, unit } = question
      return {
        en: unit === undefined ? `${answer}` : `${answer} ${unit.en}`,
        zh: unit === undefined ? `${answer}` : `${answer} ${unit.zh}`,
      }
    }
  }
}

function joined(list: readonly Texts[], en: string, zh: string): Texts {
  return { en: list.map((one) => one.en).join(en), zh: list.map((one) => one.zh).join(zh) }
}
