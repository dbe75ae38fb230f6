/** A sitting from its journal: kept, played again after a crash, and its labs marked from what was done in them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { ExamPlan, LabItem } from '../../src/drills/exam/plan.ts'
import { resultOf } from '../../src/drills/exam/result.ts'
import type { ItemMarks } from '../../src/drills/exam/sitting.ts'
import type { Json } from '../../src/drills/repetition/attempt.ts'
import { alike } from '../../src/drills/texts.ts'
import { openProgress } from '../../src/stores/progress/open-progress.ts'
import { readLabDrill } from '../../src/stores/read-drill.ts'
import { KeptSitting } from '../../src/terminals/exam/kept-sitting.ts'
import { examPractice, marksOf, recordingOf, type Work } from '../../src/terminals/exam/mark-item.ts'
import { reportRows } from '../../src/terminals/exam/report-text.ts'
import { loadLabs, Practice } from '../../src/terminals/practice.ts'

const folder = mkdtempSync(join(tmpdir(), 'rollover-exam-'))
afterAll(() => rmSync(folder, { recursive: true }))
const begun = Date.UTC(2026, 5, 1, 8)
const titles = { topic: alike, item: () => alike('x') }

const plan: ExamPlan = {
  title: alike('x'),
  seed: 1,
  limitMs: 3_600_000,
  forbidden: ['show running-config'],
  unsavedCost: 0.5,
  items: [{ kind: 'lab', drill: 'first-name', topic: 'console', level: 1, limitMs: 400_000, max: 6 }],
}

/** Types in the lab of the first item, and keeps it as the screen does: piece by piece. */
async function work(kept: KeptSitting, pieces: readonly string[]): Promise<void> {
  await loadLabs()
  const drill = await readLabDrill('first-name')
  const practice = new Practice(examPractice(drill, plan, begun))
  practice.start()
  let before = 0
  for (const [at, typed] of pieces.entries()) {
    practice.input(new TextEncoder().encode(typed))
    practice.kernel.advanceTo(practice.kernel.nowMs + 1000)
    const { happenings, endMs } = practice.recording()
    const done: Work = { happenings: happenings.slice(before), endMs }
    before = happenings.length
    kept.add({ kind: 'worked', item: 0, atMs: begun + 1000 * at, work: done as unknown as Json })
  }
}

test('what was done before a crash is marked after it', async () => {
  const first = openProgress(folder)
  const kept = KeptSitting.begin(first.exams, { plan, startedAtMs: begun, language: 'en' })
  kept.add({ kind: 'opened', item: 0, atMs: begun })
  await work(kept, ['\r', 'enable\r', 'sh run\r', 'configure terminal\rhostname S1\r'])
  // The process is gone: nothing was closed.
  const again = KeptSitting.unfinished(openProgress(folder).exams)
  expect(again?.id).toBe(kept.id)
  const { sitting } = again as KeptSitting
  const drill = await readLabDrill('first-name')
  let shown = ''
  Practice.replay(recordingOf(drill, sitting, 0), undefined, {
    output: (text) => {
      shown += text
    },
    note() {},
    report() {},
  })
  expect(shown).toMatch(/Command authorization failed\.[\s\S]*S1\(config\)#$/)
  // Nobody came back in time.
  expect(again?.settle(begun + 500_000)).toBe(true)
  expect(sitting.submissionOf(0)).toMatchObject({ by: 'item time', atMs: begun + 400_000 })
  const marks = (await marksOf(sitting, 0, new Map(), 'en')) as ItemMarks
  again?.add({ kind: 'marked', item: 0, atMs: begun + 500_001, marked: marks })
  // Two of three points, of which half is lost because nothing was saved.
  const result = resultOf(sitting, 'en', titles)
  expect(result.items[0]).toMatchObject({
    score: 2,
    max: 6,
    submitted: 'item time',
    unsaved: { cost: 2, devices: ['SW1'] },
  })
  expect(result.items[0]?.checks?.map(({ passed }) => passed)).toEqual([true, false])
})

test('a lab in which nothing was done brings nothing', async () => {
  const kept = KeptSitting.begin(openProgress(folder).exams, { plan, startedAtMs: begun, language: 'en' })
  kept.add({ kind: 'opened', item: 0, atMs: begun })
  kept.add({ kind: 'submitted', item: 0, atMs: begun + 1, by: 'examinee' })
  expect(await marksOf(kept.sitting, 0, new Map(), 'en')).toMatchObject({
    kind: 'lab',
    marking: { score: 0, max: 3 },
  })
})

test('a drill or a question that is gone counts nothing, and takes no other item along', async () => {
  const gone: ExamPlan = {
    ...plan,
    items: [
      { ...(plan.items[0] as LabItem), drill: '/nowhere/own-drill.yml', title: alike('Own') },
      { kind: 'card', question: 'arp/gone', seed: 1, topic: 'arp', level: 1, limitMs: 1000, max: 2 },
    ],
  }
  const kept = KeptSitting.begin(openProgress(folder).exams, {
    plan: gone,
    startedAtMs: begun,
    language: 'en',
  })
  for (const item of [0, 1]) {
    kept.add({ kind: 'opened', item, atMs: begun })
    kept.add({ kind: 'submitted', item, atMs: begun + 1, by: 'examinee' })
    const marked = (await marksOf(kept.sitting, item, new Map(), 'en')) as ItemMarks
    expect(marked.kind).toBe('void')
    kept.add({ kind: 'marked', item, atMs: begun + 2, marked })
  }
  const result = resultOf(kept.sitting, 'en', titles)
  expect(result.items.map(({ id, score, max }) => [id, score, max])).toEqual([
    ['own-drill', 0, 0],
    ['arp/gone', 0, 0],
  ])
  expect(reportRows(result, 80).join(' ')).toMatch(/counts nothing: .*own-drill/)
})
