/** Reports of one result, as text and as a page, in both languages. */
import { expect, test } from 'vitest'
import type { ExamResult } from '../../drills/exam/result.ts'
import { textWidth } from '../../session/cell-width.ts'
import { reportPage } from './report-html.ts'
import { reportRows } from './report-text.ts'

const result: ExamResult = {
  title: 'Midterm <A&B>',
  language: 'en',
  seed: 7,
  startedAt: '2026-03-02T09:00:00.000Z',
  endedAt: '2026-03-02T09:31:05.000Z',
  usedMs: 1_865_000,
  limitMs: 3_600_000,
  score: 9.5,
  max: 16,
  topics: [
    { topic: 'vlans', title: 'VLANs', score: 7.5, max: 12 },
    { topic: 'arp', title: 'ARP', score: 2, max: 4 },
  ],
  items: [
    {
      number: 1,
      kind: 'lab',
      id: 'access-vlans',
      title: 'Access ports',
      topic: 'vlans',
      score: 7.5,
      max: 12,
      tookMs: 400_000,
      limitMs: 420_000,
      submitted: 'item time',
      unsaved: { cost: 1.5, devices: ['SW1'] },
      checks: [
        { id: 'a', task: 't', points: 2, max: 2, passed: true, sentence: 'Fa0/1 in VLAN 10.' },
        {
          id: 'b',
          task: 't',
          points: 0,
          max: 1,
          passed: false,
          sentence: 'Expected: Fa0/2 in VLAN 20. Found: VLAN 1.',
        },
      ],
    },
    {
      number: 2,
      kind: 'card',
      id: 'arp/a',
      title: 'ARP',
      topic: 'arp',
      score: 2,
      max: 2,
      tookMs: 9000,
      limitMs: 90_000,
      submitted: 'examinee',
      right: 'r',
      given: 'r',
      explain: 'e',
    },
    {
      number: 3,
      kind: 'card',
      id: 'arp/b',
      title: 'ARP',
      topic: 'arp',
      score: 0,
      max: 2,
      tookMs: 12_000,
      limitMs: 90_000,
      submitted: 'examinee',
      right: 'everybody',
      given: 'the <router>',
      explain: 'It is a broadcast.',
    },
  ],
}

test('the text says marks, topics, and each wrong thing with its sentence; what was right is not repeated', () => {
  const text = reportRows(result, 80).join('\n')
  expect(text).toContain('9.5 of 16 points (59 %)')
  expect(text).toContain('31:05 of 1:00:00')
  expect(text).toMatch(/VLANs\s+█+.*63 %\s+7\.5\/12/)
  expect(text).toContain('✕ Expected: Fa0/2 in VLAN 20. Found: VLAN 1.')
  expect(text).toContain('▲ Not saved on SW1: 1.5 points lost.')
  expect(text).toContain('its time ran out')
  expect(text).toContain('Your answer: the <router>')
  expect(text).not.toContain('Fa0/1 in VLAN 10')
})

test.each([60, 80, 120])('no row is wider than %i cells, in either language', (columns) => {
  for (const language of ['en', 'zh'] as const)
    for (const row of reportRows({ ...result, language, title: 'Many topics, '.repeat(12) }, columns))
      expect(textWidth(row)).toBeLessThanOrEqual(columns)
})

test('the page stands alone, escapes what people wrote, and has a chart with its numbers', () => {
  const text = reportPage(result)
  expect(text).toContain('<h1>Midterm &lt;A&amp;B&gt;</h1>')
  expect(text).toContain('the &lt;router&gt;')
  expect(text).not.toMatch(/<script|src=|href="http|url\(/)
  expect(text).toMatch(/<svg[\s\S]*VLANs[\s\S]*63 %/)
  expect(text).toContain('Expected: Fa0/2 in VLAN 20. Found: VLAN 1.')
  // What passed is told as well, folded away.
  expect(text).toMatch(/<details>[\s\S]*Fa0\/1 in VLAN 10\./)
  expect(reportPage({ ...result, language: 'zh' })).toContain('<html lang="zh-CN">')
})

test('100 % is said only where nothing is missing', () => {
  expect(reportRows({ ...result, score: 15.99 }, 80).join('\n')).toContain('(99 %)')
  expect(reportRows({ ...result, score: 16 }, 80).join('\n')).toContain('(100 %)')
})
