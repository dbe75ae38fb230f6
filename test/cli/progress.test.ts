/** `rollover progress` as it is typed. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder, rollover } from './program.ts'

const file = {
  format: 'rollover-progress',
  version: 1,
  attempts: Array.from({ length: 6 }, (_, n) => ({
    id: `attempt-${n}`,
    item: 'card:arp/request-destination',
    topic: 'arp',
    level: 1,
    kind: 'card',
    atMs: Date.UTC(2026, 0, 1) + n,
    tookMs: 5000,
    score: n % 2,
    max: 1,
    hints: 0,
    errors: 0,
  })),
  schedules: [
    {
      item: 'card:arp/request-destination',
      ...{ dueMs: 1000, reviewedMs: 1000, state: 'review', stability: 2.5, difficulty: 5, scheduledDays: 1 },
      ...{ learningStep: 0, repetitions: 2, lapses: 0 },
    },
  ],
  exams: [{ id: 'exam-1', plan: { seed: 7 }, events: [{ at: 1 }] }],
  settings: [{ name: 'language', value: 'zh' }],
}

test('looking at nothing says how to begin, and makes nothing', () => {
  const state = join(newFolder(), 'state')
  expect(rollover(['progress', '--state', state, '--language', 'en'])).toEqual({
    status: 0,
    stdout: 'Nothing is recorded yet; `rollover drill` begins.\n',
    stderr: '',
  })
  expect(existsSync(state)).toBe(false)
})

test('import, export, import: nothing is lost, nothing is there twice', () => {
  const [folder, state, other] = [newFolder(), newFolder(), newFolder()]
  const path = join(folder, 'progress.json')
  writeFileSync(path, JSON.stringify(file))
  const first = rollover(['progress', 'import', path, '--state', state, '--language', 'en'])
  expect(first).toEqual({
    status: 0,
    stdout: 'new here: 6 answers, 1 dates of repetition, 1 exams, 1 settings\n',
    stderr: '',
  })
  // Options may stand before the word as well.
  const again = rollover(['progress', '--state', state, '--language', 'en', 'import', path])
  expect(again.stdout).toBe('new here: 0 answers, 0 dates of repetition, 0 exams, 0 settings\n')
  const exported = rollover(['progress', 'export', '--state', state])
  expect(JSON.parse(exported.stdout)).toEqual(file)
  expect(exported.stderr).toBe('')
  const copy = join(folder, 'copy.json')
  expect(rollover(['progress', 'export', copy, '--state', state, '--language', 'en'])).toEqual({
    status: 0,
    stdout: '',
    stderr: `written: ${copy}\n`,
  })
  expect(readFileSync(copy, 'utf8')).toBe(exported.stdout)
  expect(rollover(['progress', 'import', '-', '--state', other], exported.stdout).status).toBe(0)
  expect(rollover(['progress', 'export', '--state', other]).stdout).toBe(exported.stdout)
  expect(readdirSync(state)).toEqual(['progress.sqlite'])
})

test('the report: as text, as JSON, as a page; in the language that is asked for, else in the learner’s', () => {
  const state = newFolder()
  rollover(['progress', 'import', '-', '--state', state], JSON.stringify(file))
  const chinese = rollover(['progress', '--state', state])
  expect(chinese).toMatchObject({ status: 0, stderr: '' })
  expect(chinese.stdout).toMatch(/^学习进度 {2}\d{4}-\d\d-\d\d\n/)
  expect(chinese.stdout).not.toContain('\x1b')
  expect(rollover(['progress', '--state', state, '--language', 'en']).stdout).toMatch(
    /\n {2}ARP {2}█+·+ {2}50 % {2}6 answers\n/,
  )
  const page = join(state, 'page.html')
  const both = rollover(['progress', '--state', state, '--lang', 'en', '--json', '--html', page])
  expect(JSON.parse(both.stdout)).toMatchObject({ answers: 6, due: { now: 1 }, days: [{ answers: 6 }] })
  expect(both.stderr).toBe(`written: ${page}\n`)
  expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>\n<html lang="en">/)
  expect(rollover(['progress', '--state', state, '--html', '-']).stdout).toContain('<html lang="zh-CN">')
})

test('a bad file is refused with its place, and nothing is imported', () => {
  const [folder, state] = [newFolder(), newFolder()]
  const path = join(folder, 'progress.json')
  writeFileSync(path, JSON.stringify({ ...file, version: 3 }, undefined, 1))
  expect(rollover(['progress', 'import', path, '--state', state])).toEqual({
    status: 2,
    stdout: '',
    stderr: `rollover: ${path}:3:13: found 3, expected one of 1\n`,
  })
  expect(rollover(['progress', 'import', join(folder, 'none.json'), '--state', state]).stderr).toBe(
    `rollover: ${join(folder, 'none.json')}: there is no such file\n`,
  )
  expect(readdirSync(state)).toEqual([])
})

test('a damaged file is said once, in the asked language', () => {
  const state = newFolder()
  writeFileSync(join(state, 'progress.sqlite'), 'no database '.repeat(100))
  const { status, stderr } = rollover(['progress', '--state', state, '--language', 'zh'])
  expect(status).toBe(0)
  expect(stderr).toMatch(
    /^rollover: \S+progress\.sqlite 已损坏，已另存为 progress\.sqlite~damaged（1200 字节）.*\n$/,
  )
  expect(rollover(['progress', '--state', state]).stderr).toBe('')
})

test('a page that cannot be written: one sentence', () => {
  const { status, stderr } = rollover(['progress', '--html', join(newFolder(), 'no', 'such', 'page.html')])
  expect(status).toBe(2)
  expect(stderr).toMatch(/^rollover: .*page\.html.*\n$/)
})
