/** What a sitting shows beside its questions: the rules and what comes next, and the head over an item. */

import type { ExamItem } from '../../../drills/exam/plan.ts'
import type { Titles } from '../../../drills/exam/result.ts'
import type { Sitting } from '../../../drills/exam/sitting.ts'
import { type Language, said } from '../../../drills/texts.ts'
import { textWidth } from '../../../session/cell-width.ts'
import { clockText } from '../../exam/exam-words.ts'
import { toned } from '../colours.ts'
import { cutToWidth, padToWidth } from '../cut-to-width.ts'
import { wrapped } from '../wrapped.ts'
import { sittingWords } from './sitting-words.ts'

/** @param notice why the item before could not be asked */
export function betweenRows(
  { plan, current }: Sitting,
  titles: Titles,
  language: Language,
  columns: number,
  notice: string | undefined,
): string[] {
  if (current === undefined) return []
  const item = plan.items[current] as ExamItem
  const words = sittingWords(language)
  const text = (paragraph: string): string[] => wrapped(paragraph, columns - 2).map((row) => ` ${row}`)
  const rules =
    current > 0
      ? []
      : [
          ...words.rules(plan.items.length, clockText(plan.limitMs)).flatMap(text),
          ...(plan.forbidden.length === 0 ? [] : text(words.forbidden(plan.forbidden.join(', ')))),
          ...(plan.unsavedCost === 0 ? [] : text(words.unsaved(Math.round(plan.unsavedCost * 100)))),
          '',
        ]
  const title = said(titles.item(item), language)
  const limit = clockText(item.limitMs)
  return [
    '',
    ...text(said(plan.title, language)).map((row) => toned(row, 'bold')),
    '',
    ...rules,
    ...(notice === undefined ? [] : [...text(words.setAside(notice)), '']),
    ...(current === 0 ? [] : [...text(words.submitted(current, plan.items.length)), '']),
    ...text(words.next(current + 1, plan.items.length, words.kinds[item.kind], title, item.max, limit)),
    '',
    ` ${toned(words.open, 'active')}`,
  ]
}

export function itemHead(
  { plan, current }: Sitting,
  titles: Titles,
  language: Language,
  columns: number,
): string[] {
  if (current === undefined) return []
  const item = plan.items[current] as ExamItem
  const left = ` ${current + 1}/${plan.items.length}  ${said(titles.item(item), language)}`
  const right = sittingWords(language).points(item.max)
  const room = Math.max(0, columns - textWidth(right) - 2)
  return [toned(`${padToWidth(cutToWidth(left, room), room)} ${right}`, 'dim'), '']
}
