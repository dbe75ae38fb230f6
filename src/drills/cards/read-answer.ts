/**
 * Reads an answer that was typed as text: `b`, `a c`, `3 1 2`, `1c 2a 3b`, a value, or the text of a choice itself. What cannot
 * be read is told from a wrong answer, so that a slip of the finger is not marked.
 */

import type { Texts } from '../texts.ts'
import type { Choice, Presented } from './present.ts'
import type { Answer, Question } from './question.ts'
import { comparable, plainText, readQuantity } from './typed-value.ts'

export type ReadAnswer =
  | { readonly answer: Answer; readonly error?: undefined }
  | { readonly error: Texts; readonly answer?: undefined }

/** @param presented the question as it was put, whose signs were typed */
export function readAnswer(question: Question, presented: Presented, typed: string): ReadAnswer {
  if (typed.trim() === '') return { error: nothingTyped }
  switch (presented.kind) {
    case 'choose-one': {
      const choice = chosen(presented.choices, typed)
      return choice === undefined
        ? { error: oneSign(presented.choices) }
        : { answer: { kind: 'choose-one', choice: choice.index } }
    }
    case 'choose-many': {
      const parts = several(presented.choices, typed)
      return parts === undefined
        ? { error: manySigns(presented.choices) }
        : {
            answer: {
              kind: 'choose-many',
              choices: [...new Set(parts.map(({ index }) => index))].sort((a, b) => a - b),
            },
          }
    }
    case 'order': {
      const parts = several(presented.items, typed)
      const order = parts?.map(({ index }) => index)
      if (
        order === undefined ||
        new Set(order).size !== presented.items.length ||
        order.length > new Set(order).size
      )
        return { error: eachOnce(presented.items) }
      return { answer: { kind: 'order', order } }
    }
    case 'match': {
      const partners = paired(presented, typed)
      return partners === undefined
        ? { error: eachPaired(presented) }
        : { answer: { kind: 'match', partners } }
    }
    case 'type':
    case 'compute': {
      const error = valueError(question, typed)
      return error === undefined ? { answer: { kind: presented.kind, typed: typed.trim() } } : { error }
    }
  }
}

/** By its text, else by its sign, else by its number in the list. A number that is one of the texts is that text. */
function chosen(choices: readonly Choice[], typed: string): Choice | undefined {
  const text = plainText(typed)
  const sign = text.replace(/[.)]$/, '')
  return (
    choices.find((one) => plainText(one.text.en) === text || plainText(one.text.zh) === text) ??
    choices.find((one) => one.sign === sign) ??
    (/^\d$/.test(sign) && !choices.some((one) => /^\d+$/.test(one.text.en))
      ? choices[Number(sign) - 1]
      : undefined) ??
    (/^[a-z]$/.test(sign) ? choices[sign.charCodeAt(0) - 97] : undefined)
  )
}

const separators: readonly RegExp[] = [/\s*;\s*/, /\s*[,、]\s*/, /\s*(?:→|->|>)\s*/, /[\s,;、→>-]+/, /(?:)/u]

/** Signs with or without something between them, or the texts with commas or semicolons between them. */
function several(choices: readonly Choice[], typed: string): Choice[] | undefined {
  // Texts may have blanks in them, so what separates them surely comes first.
  for (const separator of separators) {
    const parts = plainText(typed)
      .split(separator)
      .filter((part) => part !== '')
    const found = parts.map((part) => chosen(choices, part))
    if (parts.length > 0 && found.every((one) => one !== undefined)) return found
  }
  return undefined
}

/** `1c 2a 3b`, `1-c, 2-a` or just `c a b`. */
function paired(
  { lefts, rights }: Extract<Presented, { kind: 'match' }>,
  typed: string,
): number[] | undefined {
  const text = plainText(typed)
  const letter = (sign: string): number | undefined => rights.find((one) => one.sign === sign)?.index
  const pairs = [...text.matchAll(/(\d)\s*[-–=:.]?\s*([a-z])/g)]
  const partners = new Map<number, number | undefined>()
  if (pairs.length > 0) {
    if (text.replace(/(\d)\s*[-–=:.]?\s*([a-z])/g, '').replace(/[\s,;、，；]/g, '') !== '') return undefined
    for (const [, number, sign] of pairs) {
      const left = Number(number) - 1
      if (partners.has(left)) return undefined
      partners.set(left, letter(sign ?? ''))
    }
  } else {
    const letters = text.replace(/[\s,;、，；]/g, '')
    if (letters.length !== lefts.length) return undefined
    ;[...letters].forEach((sign, left) => {
      partners.set(left, letter(sign))
    })
  }
  const list = lefts.map((_, left) => partners.get(left))
  return partners.size === lefts.length && list.every((one) => one !== undefined) ? list : undefined
}

function valueError(question: Question, typed: string): Texts | undefined {
  if (question.kind === 'compute' && typeof question.answer === 'number')
    return readQuantity(typed) === undefined ? noNumber : undefined
  if (question.kind === 'compute') {
    const as = question.answer.toString().includes('/') ? 'prefix' : 'ipv4'
    return comparable(typed, as) === undefined ? notValid[as] : undefined
  }
  if (question.kind !== 'type' || question.as === 'text' || question.as === 'command') return undefined
  return comparable(typed, question.as) === undefined ? notValid[question.as] : undefined
}

const nothingTyped: Texts = { en: 'Nothing was typed.', zh: '还没有输入任何内容。' }
const noNumber: Texts = { en: 'This is not a number.', zh: '这不是一个数。' }
const notValid: Readonly<Record<'ipv4' | 'prefix' | 'mac' | 'number', Texts>> = {
  ipv4: { en: 'This is not of the form 192.0.2.1.', zh: '这不是 192.0.2.1 这样的形式。' },
  prefix: {
    en: 'This is not of the form 192.0.2.0/24: an address, a slash and a prefix length.',
    zh: '这不是 192.0.2.0/24 这样的形式：地址、斜杠和前缀长度。',
  },
  mac: {
    en: 'This is not a MAC address of 12 hexadecimal digits.',
    zh: '这不是由 12 个十六进制数字组成的 MAC 地址。',
  },
  number: noNumber,
}

const from = (choices: readonly Choice[]): { first: string; last: string } => ({
  first: choices[0]?.sign ?? '',
  last: choices.at(-1)?.sign ?? '',
})

function oneSign(choices: readonly Choice[]): Texts {
  const { first, last } = from(choices)
  return { en: `Type one letter from ${first} to ${last}.`, zh: `请输入 ${first} 到 ${last} 中的一个字母。` }
}

function manySigns(choices: readonly Choice[]): Texts {
  const { first, last } = from(choices)
  return {
    en: `Type one or more letters from ${first} to ${last}, such as: a c`,
    zh: `请输入 ${first} 到 ${last} 中的一个或多个字母，例如：a c`,
  }
}

function eachOnce(items: readonly Choice[]): Texts {
  const { first, last } = from(items)
  return {
    en: `Type each of the numbers from ${first} to ${last} once, in your order.`,
    zh: `请按你的顺序输入 ${first} 到 ${last}，每个数字一次。`,
  }
}

function eachPaired({ lefts, rights }: Extract<Presented, { kind: 'match' }>): Texts {
  const left = from(lefts)
  const right = from(rights)
  return {
    en: `Give each number from ${left.first} to ${left.last} a letter from ${right.first} to ${right.last}, such as: 1b 2a`,
    zh: `请给 ${left.first} 到 ${left.last} 的每个数字配一个 ${right.first} 到 ${right.last} 的字母，例如：1b 2a`,
  }
}
