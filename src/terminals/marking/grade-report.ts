/** Marks as text: of one submission with all its checks, of a folder as a table, and as rows for a spreadsheet. */

import type { LabDrill } from '../../drills/lab-drill.ts'
import { sentenceOf } from '../../drills/mark.ts'
import { alike, type Language, said, type Texts, texts } from '../../drills/texts.ts'
import { textTable } from '../text-table.ts'
import type { Graded } from './grade-folder.ts'
import type { GradeResult } from './grader.ts'

/** `●` full marks, `◐` some, `○` none. */
function signOf({ points, max }: { readonly points: number; readonly max: number }): string {
  return points === max ? '●' : points > 0 ? '◐' : '○'
}

export function reportText(result: GradeResult, drill: LabDrill): string {
  const { language, score, max, tasks, checks, unsaved, remarks } = result
  const say = (text: Texts): string => said(text, language)
  const rows = [
    say(
      texts(`${drill.title.en}: ${score} of ${max} points`, `${drill.title.zh}：${score} 分，满分 ${max} 分`),
    ),
  ]
  for (const task of tasks) {
    const text = drill.tasks.find(({ id }) => id === task.id)?.text ?? alike(task.id)
    rows.push('', `${signOf(task)} ${say(text)}  ${task.points}/${task.max}`)
    for (const check of checks.filter((one) => one.task === task.id))
      rows.push(`  ${checkText(check, language)}`)
  }
  const notes = [...unsaved.map((name) => unsavedText(name, language)), ...remarks]
  if (notes.length > 0) rows.push('', ...notes.map((note) => `▲ ${note}`))
  return rows.map((row) => `${row}\n`).join('')
}

function checkText(check: GradeResult['checks'][number], language: Language): string {
  const { cause, expected, found, ...rest } = check
  const told = {
    ...rest,
    expected: alike(expected),
    found: alike(found),
    ...(cause === null ? {} : { cause: alike(cause) }),
  }
  return `${check.passed ? '✓' : '✕'} ${said(sentenceOf(told), language)}`
}

function unsavedText(name: string, language: Language): string {
  return said(texts(`${name} was not saved`, `${name} 没有保存`), language)
}

/** Per cent with one decimal, which a whole number has not. */
export function percentOf(score: number, max: number): number {
  return max === 0 ? 0 : Math.round((score * 1000) / max) / 10
}

export function gradeTable(all: readonly Graded[], drill: LabDrill, language: Language): string {
  const say = (en: string, zh: string): string => said(texts(en, zh), language)
  const head = [say('name', '姓名'), ...drill.tasks.map(({ id }) => id), say('total', '总分'), '%']
  const rows = all.map((graded) => {
    if ('fault' in graded) return [oneRow(graded.name), ...head.slice(1).map(() => '–'), oneRow(graded.fault)]
    const { score, max, tasks } = graded.result
    const [remark, ...more] = remarksOf(graded.result)
    return [
      oneRow(graded.name),
      ...tasks.map(({ points, max: most }) => `${points}/${most}`),
      `${score}/${max}`,
      String(percentOf(score, max)),
      remark === undefined ? '' : oneRow(more.length === 0 ? remark : `${remark} (+${more.length})`),
    ]
  })
  const numbers = new Set(head.map((_, column) => column).filter((column) => column > 0))
  return textTable([[...head, say('remarks', '备注')], ...rows], numbers)
}

/** The header is the same in every language, so that other programs can rely on it. */
export function gradeRows(all: readonly Graded[], drill: LabDrill): (string | number)[][] {
  const tasks = drill.tasks.map(({ id }) => id)
  return [
    ['name', ...tasks.map((id) => `task ${id}`), 'total', 'max', 'percent', 'remarks'],
    ...all.map((graded) => {
      if ('fault' in graded) return [graded.name, ...tasks.map(() => ''), '', '', '', graded.fault]
      const { result } = graded
      return [
        graded.name,
        ...result.tasks.map(({ points }) => points),
        result.score,
        result.max,
        percentOf(result.score, result.max),
        remarksOf(result).join('; '),
      ]
    }),
  ]
}

function remarksOf({ unsaved, remarks, language }: GradeResult): string[] {
  return [...unsaved.map((name) => unsavedText(name, language)), ...remarks]
}

/** Names of files and what they hold may have anything in them. */
function oneRow(text: string): string {
  return text.replace(/[\x00-\x1f\x7f-\x9f]+/g, ' ')
}
