/** What became of an answer and of a whole sitting of cards, as rows. */

import type { Judged, RoundResult } from '../../../drills/cards/card-round.ts'
import type { Question } from '../../../drills/cards/question.ts'
import { type Language, said, type Texts } from '../../../drills/texts.ts'
import { textWidth } from '../../../session/cell-width.ts'
import type { CellTone } from '../colours.ts'
import { cutToWidth, padToWidth } from '../cut-to-width.ts'
import { hanging, wrapped } from '../wrapped.ts'
import { practiceWords } from './cards-screen-words.ts'

type Paint = (text: string, tone: CellTone) => string

const plain: Paint = (text) => text

type Tone = 'good' | 'attention' | 'bad'

export function signOf(share: number): { readonly sign: string; readonly tone: Tone } {
  if (share === 1) return { sign: '✓', tone: 'good' }
  return share > 0 ? { sign: '◐', tone: 'attention' } : { sign: '✕', tone: 'bad' }
}

/** @param atMs when it was answered; undefined where nothing is remembered of it */
export function verdictRows(
  question: Question,
  judged: Judged,
  atMs: number | undefined,
  columns: number,
  language: Language,
  paint = plain,
): string[] {
  const { share, right, remarks, explain } = judged
  const words = practiceWords(language)
  const width = columns - 2
  const { sign, tone } = signOf(share)
  const verdict = share === 1 ? words.right : share > 0 ? words.partly(share) : words.wrong
  const again = againText(judged, atMs, language)
  const againTone = judged.notKept === undefined ? 'dim' : 'bad'
  return [
    ` ${paint(`${sign} ${verdict}`, tone)}`,
    ...remarks.flatMap((remark) => indented(wrapped(said(remark, language), width - 2))),
    ...(share === 1 ? [] : rightRows(question, right, width, language)),
    '',
    ...indented(wrapped(said(explain, language), width - 2)),
    ...(again === '' ? [] : ['', ...indented(wrapped(again, width - 2)).map((row) => paint(row, againTone))]),
  ]
}

function againText(
  { dueMs, repeats, notKept }: Judged,
  atMs: number | undefined,
  language: Language,
): string {
  const words = practiceWords(language)
  if (notKept !== undefined) return words.notKept(notKept)
  if (atMs === undefined) return ''
  if (dueMs === undefined) return words.notCounted
  return repeats ? words.comesAgainSoon : words.comesAgain(dueMs - atMs)
}

/** What has several parts has a row for each. */
function rightRows(question: Question, right: Texts, width: number, language: Language): string[] {
  const { rightAnswer } = practiceWords(language)
  const parts = partsOf(question, language)
  if (parts === undefined) return hanging(`   ${rightAnswer}`, said(right, language), width)
  return [
    `   ${rightAnswer.trimEnd()}`,
    ...parts.flatMap(({ sign, text }) => hanging(`     ${sign}`, text, width)),
  ]
}

function partsOf(question: Question, language: Language): { sign: string; text: string }[] | undefined {
  switch (question.kind) {
    case 'choose-many':
      return question.right.map((text) => ({ sign: '', text: said(text, language) }))
    case 'order':
      return question.items.map((text, at) => ({ sign: `${at + 1}  `, text: said(text, language) }))
    case 'match': {
      const widest = Math.max(...question.pairs.map(([left]) => textWidth(said(left, language))))
      return question.pairs.map(([left, right]) => ({
        sign: `${padToWidth(said(left, language), widest)}  `,
        text: said(right, language),
      }))
    }
    default:
      return undefined
  }
}

/** @param atMs when it ended */
export function summaryRows(
  results: readonly RoundResult[],
  atMs: number,
  columns: number,
  language: Language,
  paint = plain,
): string[] {
  const words = practiceWords(language)
  if (results.length === 0) return [` ${words.nothing}`]
  const right = results.filter(({ share }) => share === 1).length
  const partly = results.filter(({ share }) => share > 0 && share < 1).length
  const notRight = results.filter(({ share }) => share < 1)
  return [
    ` ${paint(words.score(right, results.length), 'bold')}`,
    ...(partly === 0 ? [] : [` ${words.partlyRight(partly)}`]),
    '',
    ...nextRows(results, atMs, language, paint),
    ...(notRight.length === 0 ? [] : ['', ` ${paint(words.notRightTitle, 'dim')}`]),
    ...notRight.map(({ share, question }) => {
      const { sign, tone } = signOf(share)
      // Questions of a family ask the same of different lines.
      const line = question.screen?.split('\n').find((row) => row.trim() !== '')
      const ask = said(question.ask, language) + (line === undefined ? '' : `  ${line.trim()}`)
      const room = columns - 5
      const shown = textWidth(ask) <= room ? ask : `${cutToWidth(ask, room - 1)}…`
      return `   ${paint(sign, tone)} ${shown}`
    }),
  ]
}

/** How many come again when, the soonest first. */
function nextRows(results: readonly RoundResult[], atMs: number, language: Language, paint: Paint): string[] {
  const words = practiceWords(language)
  const counts = new Map<string, number>()
  const dates = results.flatMap(({ dueMs }) => dueMs ?? []).sort((a, b) => a - b)
  for (const dueMs of dates) {
    const when = words.fromNow(dueMs - atMs)
    counts.set(when, (counts.get(when) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  const widest = Math.max(...[...counts.keys()].map(textWidth))
  return [
    ` ${paint(words.nextTitle, 'dim')}`,
    ...[...counts].map(([when, count]) => `   ${padToWidth(when, widest)}   ${words.questions(count)}`),
  ]
}

function indented(rows: readonly string[]): string[] {
  return rows.map((row) => (row === '' ? '' : `   ${row}`))
}
