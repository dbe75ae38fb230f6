/** The report of an exam as one page that stands alone, with charts. */

import type { ExamResult, ItemResult } from '../../drills/exam/result.ts'
import { figures, folded, type Html, html, page, paragraph, section, table } from '../report/page.ts'
import { barChart } from '../report/svg-charts.ts'
import { clockText, examWords, percent } from './exam-words.ts'
import { isNotRight } from './report-text.ts'

export function reportPage(result: ExamResult): string {
  const words = examWords(result.language)
  const { score, max, usedMs, limitMs, items } = result
  const when = result.startedAt.slice(0, 16).replace('T', ' ')
  return page({
    language: result.language,
    title: result.title,
    subtitle: `${words.report} · ${words.begun(`${when} UTC`)} · ${words.seed(result.seed)}`,
    parts: [
      section(words.marks, [
        figures([
          { value: percent(score, max), label: words.points(String(score), String(max)) },
          { value: clockText(usedMs), label: `${words.time} / ${clockText(limitMs)}` },
          {
            value: String(items.filter((item) => !isNotRight(item)).length),
            label: words.fullMarks(items.length),
          },
        ]),
        topicChart(result),
      ]),
      section(words.wrong, wrongParts(result)),
      section(words.items, [timeChart(result), itemTable(result), ...checkLists(result)]),
    ],
  })
}

function topicChart({ topics, language }: ExamResult): Html {
  const words = examWords(language)
  return barChart({
    id: 'topics',
    title: words.byTopic,
    description: words.topicsDescription,
    numbers: words.numbers,
    head: [words.topic, words.share, words.marks],
    bars: topics.map(({ title, score, max }) => {
      const share = max === 0 ? 0 : score / max
      return {
        label: title,
        share,
        value: percent(score, max),
        note: `${score}/${max}`,
        tone: share < 0.5 ? 'bad' : 'accent',
      }
    }),
  })
}

function timeChart({ items, language }: ExamResult): Html {
  const words = examWords(language)
  return barChart({
    id: 'times',
    title: words.timesTitle,
    description: words.timesDescription,
    numbers: words.numbers,
    head: [words.item, words.time, words.limit],
    bars: items.map(({ number, title, tookMs, limitMs, submitted }) => ({
      label: `${number}. ${title}`,
      share: limitMs === 0 ? 0 : tookMs / limitMs,
      value: clockText(tookMs),
      note: clockText(limitMs),
      tone: submitted === 'examinee' ? 'accent' : 'bad',
    })),
  })
}

function wrongParts({ items, language }: ExamResult): Html[] {
  const words = examWords(language)
  const wrong = items.filter(isNotRight)
  if (wrong.length === 0) return [paragraph(words.allRight)]
  return wrong.map((item) => {
    const { number, title, score, max, submitted } = item
    const how = submitted === 'examinee' ? '' : ` · ${words.submitted[submitted]}`
    return html`<h3>${number}. ${title} <span class="quiet">${score}/${max}${how}</span></h3>
${detailsOf(item, language)}`
  })
}

function detailsOf(item: ItemResult, language: ExamResult['language']): Html {
  const words = examWords(language)
  const { checks = [], unsaved, right, given, explain } = item
  if (item.void !== undefined) return html`<ul><li>${words.void(item.void)}</li></ul>`
  const failed = checks.filter(({ passed }) => !passed).map(({ sentence }) => html`<li>${sentence}</li>`)
  const lost =
    unsaved === undefined
      ? undefined
      : html`<li>${words.unsaved(unsaved.devices.join(', '), String(unsaved.cost))}</li>`
  if (item.kind === 'lab')
    return failed.length + Number(lost !== undefined) === 0 ? html`` : html`<ul>${failed}${lost}</ul>`
  if (right === undefined) return html``
  return html`${item.asked === undefined ? undefined : paragraph(item.asked)}
<ul><li>${words.yours}${words.colon}${given ?? words.nothingGiven}</li><li>${words.right}${words.colon}${right}</li></ul>
${explain === undefined ? undefined : paragraph(explain, 'quiet')}`
}

/** Every check of every lab, passed or not. */
function checkLists({ items, language }: ExamResult): Html[] {
  const words = examWords(language)
  return items.flatMap(({ number, title, checks = [] }) =>
    checks.length === 0
      ? []
      : [
          folded(
            `${number}. ${title}${words.colon}${words.checks}`,
            table({
              head: ['', '', words.marks],
              numeric: [2],
              rows: checks.map(({ passed, sentence, points, max }) => [
                passed ? '✓' : '✕',
                sentence,
                `${points}/${max}`,
              ]),
            }),
          ),
        ],
  )
}

function itemTable({ items, topics, language }: ExamResult): Html {
  const words = examWords(language)
  const titleOf = (topic: string): string => topics.find((one) => one.topic === topic)?.title ?? topic
  return table({
    head: ['', words.item, words.topic, words.marks, words.time, ''],
    numeric: [0, 3, 4],
    rows: items.map(({ number, title, kind, topic, score, max, tookMs, submitted }) => [
      String(number),
      `${title} (${words.kinds[kind]})`,
      titleOf(topic),
      `${score}/${max}`,
      clockText(tookMs),
      words.submitted[submitted],
    ]),
  })
}
