/** The report of an exam in the terminal: marks by topic as bars, then what was not right and why. */

import type { ExamResult, ItemResult } from '../../drills/exam/result.ts'
import { type Paint, plainly, textBars } from '../report/text-charts.ts'
import { hanging, wrapped } from '../tui/wrapped.ts'
import { clockText, examWords, percent } from './exam-words.ts'

/** Rows of at most `columns` cells. */
export function reportRows(result: ExamResult, columns: number, paint: Paint = plainly): string[] {
  const words = examWords(result.language)
  const { score, max, usedMs, limitMs } = result
  const share = max === 0 ? 0 : score / max
  const tone = share >= 0.8 ? 'good' : share >= 0.5 ? 'attention' : 'bad'
  const summary = `${words.points(String(score), String(max))} (${percent(score, max)})`
  return [
    ...wrapped(`${result.title} · ${words.report}`, columns).map((row) => paint(row, 'bold')),
    `${paint(summary, tone)}   ${words.time}${words.colon}${words.timeUsed(clockText(usedMs), clockText(limitMs))}`,
    '',
    paint(words.byTopic, 'bold'),
    ...textBars(
      result.topics.map(({ title, score: reached, max: all }) => ({
        label: title,
        share: all === 0 ? 0 : reached / all,
        value: percent(reached, all),
        note: `${reached}/${all}`,
      })),
      columns,
      paint,
    ),
    '',
    ...wrongRows(result, columns, paint),
  ]
}

/** What lost points, or could not be marked. */
export function isNotRight({ score, max, void: because }: ItemResult): boolean {
  return score < max || because !== undefined
}

function wrongRows({ items, language }: ExamResult, columns: number, paint: Paint): string[] {
  const words = examWords(language)
  const wrong = items.filter(isNotRight)
  if (wrong.length === 0) return [paint(words.allRight, 'good')]
  return [paint(words.wrong, 'bold'), ...wrong.flatMap((item) => itemRows(item, language, columns, paint))]
}

function itemRows(
  item: ItemResult,
  language: ExamResult['language'],
  columns: number,
  paint: Paint,
): string[] {
  const words = examWords(language)
  const { number, title, score, max, submitted, tookMs, checks = [], unsaved } = item
  const sign = score > 0 ? '◐' : '○'
  const how = submitted === 'examinee' ? clockText(tookMs) : words.submitted[submitted]
  const head = hanging(`${sign} ${number}  `, `${title} · ${score}/${max} · ${how}`, columns).map((row) =>
    paint(row, 'active'),
  )
  if (item.void !== undefined) return [...head, ...hanging('     ▲ ', words.void(item.void), columns)]
  const failed = checks
    .filter(({ passed }) => !passed)
    .flatMap(({ sentence }) => hanging('     ✕ ', sentence, columns))
  const lost =
    unsaved === undefined
      ? []
      : hanging('     ▲ ', words.unsaved(unsaved.devices.join(', '), String(unsaved.cost)), columns)
  if (item.kind === 'lab' || item.right === undefined) return [...head, ...failed, ...lost]
  return [
    ...head,
    ...hanging('     ', item.asked ?? '', columns),
    ...hanging(`     ${words.yours}${words.colon}`, item.given ?? words.nothingGiven, columns),
    ...hanging(`     ${words.right}${words.colon}`, item.right, columns),
    ...(item.explain === undefined
      ? []
      : hanging('     ', item.explain, columns).map((row) => paint(row, 'dim'))),
  ]
}
