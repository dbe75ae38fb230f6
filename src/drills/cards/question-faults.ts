/**
 * What is wrong with a question as such: choices that are the same, a right one that is told by its form, a text that is in one
 * language only, values that are none. Whether a fact is right nobody can check here.
 */

import type { Report } from '../../labs/lab-fault.ts'
import { quoted } from '../../labs/lab-fault.ts'
import { textWidth } from '../../session/cell-width.ts'
import type { Language, Texts } from '../texts.ts'
import type { CardFileQuestion } from './card-file-types.ts'
import { rightAnswer } from './mark-answer.ts'
import { type ChooseMany, type ChooseOne, choicesOf, type Question, rightColumn } from './question.ts'
import { comparable, plainText } from './typed-value.ts'

type At = readonly (string | number)[]
interface Placed {
  readonly at: At
  readonly text: Texts
}

const languages: readonly Language[] = ['en', 'zh']

export function textFaults(question: Question, file: CardFileQuestion, root: At, report: Report): void {
  const at = [...root, question.kind]
  const placed = textsOf(question, at)
  for (const one of [
    ...placed,
    { at: [...root, 'ask'], text: question.ask },
    { at: [...root, 'explain'], text: question.explain },
  ])
    languageFaults(one, report)
  for (const list of groups(question, at)) repeated(list, report)
  signFaults(question, placed, report)
  const { explain } = question
  const right = rightAnswer(question)
  if (
    file.explain !== undefined &&
    languages.some((one) => plainText(explain[one]) === plainText(right[one]))
  )
    report({ at: [...root, 'explain'], found: 'the answer alone', expected: 'why it is so' })
  if (question.kind === 'choose-one' || question.kind === 'choose-many') formFaults(question, placed, report)
  if (question.kind === 'choose-one') lengthFault(question, at, report)
  if (question.kind === 'match' && rightColumn(question).length < 2)
    report({ at, found: 'the same on the right of all pairs', expected: 'two or more different ones' })
  if (question.kind === 'type' || question.kind === 'compute') valueFaults(question, at, report)
  if (file.ask !== undefined) toldFault(question, [...root, 'ask'], report)
}

/** The texts from which is chosen or with which is compared, where they stand. */
function textsOf(question: Question, at: At): Placed[] {
  switch (question.kind) {
    case 'choose-one':
      return [
        { at: [...at, 'right'], text: question.right },
        ...question.wrong.map((text, index) => ({ at: [...at, 'wrong', index], text })),
      ]
    case 'choose-many':
      return (['right', 'wrong'] as const).flatMap((side) =>
        question[side].map((text, index) => ({ at: [...at, side, index], text })),
      )
    case 'type':
      return question.answers.map((text, index) => ({ at: [...at, 'answers', index], text }))
    case 'order':
      return question.items.map((text, index) => ({ at: [...at, index], text }))
    case 'match':
      return question.pairs.flatMap((pair, index) =>
        pair.map((text, side) => ({ at: [...at, index, side], text })),
      )
    case 'compute':
      return question.unit === undefined ? [] : [{ at: [...at, 'unit'], text: question.unit }]
  }
}

/** Within each of them, no text may stand twice. */
function groups(question: Question, at: At): Placed[][] {
  const placed = textsOf(question, at)
  if (question.kind === 'match') return [placed.filter(({ at: place }) => place.at(-1) === 0)]
  return question.kind === 'compute' ? [] : [placed]
}

function repeated(list: readonly Placed[], report: Report): void {
  list.forEach(({ at, text }, index) => {
    const twin = list
      .slice(0, index)
      .find((other) => languages.some((one) => plainText(other.text[one]) === plainText(text[one])))
    if (twin !== undefined)
      report({ at, found: `${quoted(text.en)} again`, expected: 'each text once, in both languages' })
  })
}

/** A text that is one letter or digit would be taken for the sign of another when it is typed. */
function signFaults(question: Question, placed: readonly Placed[], report: Report): void {
  const sign = { 'choose-one': /^[a-g]$/, 'choose-many': /^[a-g]$/, order: /^\d$/, match: /^[a-g]$/ }
  if (question.kind === 'type' || question.kind === 'compute') return
  for (const { at, text } of placed) {
    if (question.kind === 'match' && at.at(-1) === 0) continue
    if (languages.some((one) => sign[question.kind].test(plainText(text[one]))))
      report({ at, found: quoted(text.en), expected: 'more than one sign, as it is chosen by one' })
  }
}

const chinese = /[\u3400-\u9fff]/u
/** Words that no command, name or value has, so a text with them is English. */
const english = /\b(?:the|an|of|is|are|its|with|their|which|than|does|not)\b/i

function languageFaults({ at, text }: Placed, report: Report): void {
  if (chinese.test(text.en))
    report({ at, found: `${quoted(text.en)} as English`, expected: 'a text in each language' })
  else if (english.test(text.en) && !chinese.test(text.zh))
    report({ at, found: `${quoted(text.zh)} as Chinese`, expected: 'a text in each language' })
}

const catchAll =
  /\b(?:all|none|any|both|neither) of (?:the )?(?:above|these|them|others?)\b|以上(?:都|皆|全|均|各项|选项|所有)|(?:都|皆|全部|均)(?:不?(?:是|对|正确)|错误)$|^上述/iu

function formFaults(question: ChooseOne | ChooseMany, placed: readonly Placed[], report: Report): void {
  choicesOf(question).forEach((text, index) => {
    for (const one of languages)
      if (catchAll.test(text[one]))
        report({
          at: placed[index]?.at ?? [],
          found: quoted(text[one]),
          expected: 'a choice that stands for itself',
        })
  })
}

/** Short texts differ by more than that without telling anything. */
const shortCells = 6

/** A right choice that is much longer than the others is chosen without knowing why. */
function lengthFault({ right, wrong }: ChooseOne, at: At, report: Report): void {
  for (const one of languages) {
    const width = textWidth(right[one])
    const longest = Math.max(...wrong.map((text) => textWidth(text[one])))
    if (width > 1.6 * longest && width - longest > shortCells)
      report({
        at: [...at, 'right'],
        found: `a right choice of ${width} cells (${one})`,
        expected: `at most 1.6 times the longest wrong one, which has ${longest}`,
      })
  }
}

function valueFaults(question: Question & { kind: 'type' | 'compute' }, at: At, report: Report): void {
  if (question.kind === 'type') {
    const { as } = question
    if (as === 'text' || as === 'command') return
    question.answers.forEach((text, index) => {
      if (comparable(text.en, as) === undefined)
        report({ at: [...at, 'answers', index], found: quoted(text.en), expected: valueNames[as] })
    })
    return
  }
  const { answer, unit, tolerance } = question
  if (typeof answer === 'number') {
    if (tolerance > 0 && tolerance > Math.abs(answer) / 4)
      report({
        at: [...at, 'tolerance'],
        found: String(tolerance),
        expected: 'at most a quarter of the answer',
      })
    return
  }
  if (comparable(answer, answer.includes('/') ? 'prefix' : 'ipv4') === undefined)
    report({
      at: [...at, 'answer'],
      found: quoted(answer),
      expected: 'a number, an address, a prefix or a mask',
    })
  if (unit !== undefined)
    report({ at: [...at, 'unit'], name: true, found: '"unit"', expected: 'it with numbers only' })
  if (tolerance > 0)
    report({ at: [...at, 'tolerance'], name: true, found: '"tolerance"', expected: 'it with numbers only' })
}

const valueNames = {
  ipv4: 'an address such as 192.0.2.1',
  prefix: 'a prefix such as 192.0.2.0/24',
  mac: 'a MAC address of 12 hexadecimal digits',
  number: 'a number',
} as const

/** A question that contains its answer, and none of the wrong ones, tells it. */
function toldFault(question: Question, at: At, report: Report): void {
  if (question.kind !== 'choose-one' && question.kind !== 'type') return
  const rights = question.kind === 'choose-one' ? [question.right] : question.answers
  const wrongs = question.kind === 'choose-one' ? question.wrong : []
  for (const one of languages) {
    const told = rights.find((text) => contains(question.ask[one], text[one]))
    if (told !== undefined && !wrongs.some((text) => contains(question.ask[one], text[one])))
      report({
        at,
        found: `the answer ${quoted(told[one])} in the question`,
        expected: 'a question without it',
      })
  }
}

/** As words of its own; a single sign or number may stand anywhere by chance. */
function contains(text: string, part: string): boolean {
  const words = plainText(part)
  if (textWidth(words) < 4) return false
  const at = plainText(text).indexOf(words)
  if (at < 0) return false
  const before = plainText(text)[at - 1] ?? ' '
  const behind = plainText(text)[at + words.length] ?? ' '
  const word = /[\p{Script=Latin}\p{N}_/.-]/u
  return (
    !(word.test(before) && word.test(words[0] ?? '')) && !(word.test(behind) && word.test(words.at(-1) ?? ''))
  )
}
