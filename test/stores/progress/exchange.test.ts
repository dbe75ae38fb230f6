/** Progress as JSON, and back: exactly, once, all or nothing; what is wrong with a file is said with its place. */

import { expect, test } from 'vitest'
import type { Progress, ProgressFile } from '../../../src/drills/repetition/progress.ts'
import { progressInMemory } from '../../../src/stores/progress/open-progress.ts'
import { parseProgressFile } from '../../../src/stores/progress/progress-file.ts'
import { attempt, dayMs, noonMs, schedule } from './samples.ts'

function filled(): Progress {
  const progress = progressInMemory()
  progress.record(
    attempt({ detail: { __proto__: 1, text: '引号 " < & \u2028 🙂', list: [null, 1.5e-7, true] } }),
    schedule(),
  )
  progress.record(
    attempt({ item: 'drill:campus', kind: 'lab', score: 0.1 + 0.2, max: 3 }),
    schedule({ stability: 0.1 + 0.2 }),
  )
  progress.record(attempt({ kind: 'exam', atMs: noonMs - dayMs }))
  const exam = progress.exams.begin({ seed: 1 })
  for (const event of [1, 'two', { three: [] }]) progress.exams.append(exam, event)
  progress.exams.finish(progress.exams.begin({ seed: 2 }), null)
  progress.settings.set('language', 'zh')
  return progress
}

const throughJson = (file: ProgressFile) => parseProgressFile(JSON.stringify(file), 'progress.json')

test('there and back is the same', async () => {
  const file = filled().export()
  const other = progressInMemory()
  expect(other.import(await throughJson(file))).toEqual({ attempts: 3, schedules: 2, exams: 2, settings: 1 })
  expect(other.export()).toEqual(file)
  expect(JSON.stringify(other.export())).toBe(JSON.stringify(file))
})

test('a second time adds nothing, to whatever it is added', async () => {
  const progress = filled()
  const before = progress.export()
  const none = { attempts: 0, schedules: 0, exams: 0, settings: 0 }
  expect(progress.import(await throughJson(before))).toEqual(none)
  expect(progress.export()).toEqual(before)
})

test('two computers come together: every answer once, the later schedule, the longer exam', () => {
  const home = filled()
  const school = progressInMemory()
  school.import(home.export())
  const exam = home.exams.unfinished()[0]!.id
  home.record(attempt({ atMs: noonMs + dayMs }), schedule({ reviewedMs: noonMs + dayMs, repetitions: 9 }))
  school.record(attempt({ atMs: noonMs + 1 }), schedule({ reviewedMs: noonMs + 1, repetitions: 8 }))
  school.exams.append(exam, 'four')
  school.exams.finish(exam, { score: 4 })
  school.settings.set('language', 'en')

  expect(home.import(school.export())).toEqual({ attempts: 1, schedules: 0, exams: 1, settings: 0 })
  expect(home.attempts()).toHaveLength(5)
  expect(home.scheduleOf(attempt().item)?.repetitions).toBe(9)
  expect(home.exams.events(exam)).toEqual([1, 'two', { three: [] }, 'four'])
  expect(home.exams.get(exam)?.result).toEqual({ score: 4 })
  expect(home.settings.get('language')).toBe('zh')

  expect(school.import(home.export())).toEqual({ attempts: 1, schedules: 1, exams: 0, settings: 0 })
  expect(school.scheduleOf(attempt().item)?.repetitions).toBe(9)
})

test('an exam that went on here as well stays as it went here', () => {
  const home = filled()
  const school = progressInMemory()
  school.import(home.export())
  const exam = home.exams.unfinished()[0]!.id
  home.exams.append(exam, 'at home')
  school.exams.append(exam, 'at school')
  school.exams.append(exam, 'and on')
  expect(home.import(school.export()).exams).toBe(0)
  expect(home.exams.events(exam).at(-1)).toBe('at home')
})

test('one bad row, and nothing is imported', () => {
  const file = filled().export()
  const progress = progressInMemory()
  const bad = { ...file, attempts: [...file.attempts, { ...file.attempts[0]!, id: 'other', max: 0 }] }
  expect(() => progress.import(bad)).toThrow()
  expect(progress.export()).toMatchObject({ attempts: [], schedules: [], exams: [], settings: [] })
})

const good = `{
 "format": "rollover-progress",
 "version": 1,
 "attempts": [
  {"id": "a", "item": "card:arp/x", "topic": "arp",
   "level": 1, "kind": "card",
   "atMs": 1, "tookMs": 1,
   "score": 1, "max": 1,
   "hints": 0, "errors": 0}
 ],
 "schedules": [],
 "exams": [],
 "settings": []
}`

test('the file that the faults are put into is a good one', async () => {
  expect((await parseProgressFile(`\uFEFF${good}`, 'p')).attempts).toHaveLength(1)
})

test.each<[string, string, string, string]>([
  ['no JSON', '"version": 1,', '"version": 1', 'p.json:4:2: found "attempts", expected "," or "}"'],
  [
    'another format',
    '"rollover-progress"',
    '"rollover-lab"',
    'p.json:2:12: found "rollover-lab", expected one of "rollover-progress"',
  ],
  ['a newer version', '"version": 1', '"version": 2', 'p.json:3:13: found 2, expected one of 1'],
  [
    'a name too many',
    '"exams"',
    '"exam"',
    'p.json:12:2: found "exam", expected a known name (did you mean "exams"?)',
  ],
  [
    'an item of no kind',
    '"card:arp/x"',
    '"arp/x"',
    'p.json:5:23: found "arp/x", expected an item: card:, family:, drill: or break: and its name',
  ],
  ['a level too high', '"level": 1', '"level": 5', 'p.json:6:13: found 5, expected a number <= 4'],
  [
    'a time that is no number',
    '"atMs": 1',
    '"atMs": "yesterday"',
    'p.json:7:12: found "yesterday", expected a whole number',
  ],
  ['more than all', '"score": 1', '"score": 2', 'p.json:8:13: found 2, expected at most 1, its "max"'],
  ['of nothing', '"max": 1', '"max": 0', 'p.json:8:23: found 0, expected a number above 0'],
  ['out of all numbers', '"hints": 0', '"hints": 1e400', 'p.json:9:13: found null, expected a whole number'],
])('refused: %s', async (_, right, wrong, message) => {
  const parsing = parseProgressFile(good.replace(right, wrong), 'p.json')
  await expect(parsing).rejects.toThrow(expect.objectContaining({ name: 'BadFile', faults: [message] }))
})

test('bytes that are no text are refused', async () => {
  await expect(parseProgressFile(new Uint8Array([0xff, 0xfe]), 'p')).rejects.toThrow(
    /^p:1:1: found bytes that are not UTF-8/,
  )
})
