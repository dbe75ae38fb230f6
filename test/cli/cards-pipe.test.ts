/** Cards without a terminal: questions as text, a line for each answer. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newFolder, programPath, rollover } from './program.ts'

const cards = `kind: cards
topic: arp
title: { en: Sample cards, zh: 样例卡片 }
questions:
  - id: one
    level: 1
    ask: { en: "What crosses a cable?", zh: "什么经过电缆？" }
    choose-one: { right: { en: a frame, zh: 帧 }, wrong: [ { en: a file, zh: 文件 }, { en: a line, zh: 行 } ] }
    explain: { en: "Frames do.", zh: "是帧。" }
  - id: many
    level: 1
    ask: { en: "Which are even?", zh: "哪些是偶数？" }
    choose-many: { right: [ "20", "40" ], wrong: [ "11", "13" ] }
    explain: { en: "Two divides them.", zh: "能被二整除。" }
  - id: pairs
    level: 2
    ask: { en: "Join them.", zh: "配对。" }
    match: [ [ ip, packet ], [ ethernet, frame ], [ tcp, segment ] ]
    explain: { en: "Units.", zh: "单位。" }
  - id: size
    level: 3
    ask: { en: "How long is an IPv4 header at least?", zh: "IPv4 首部最短多长？" }
    compute: { answer: 20, unit: { en: bytes, zh: 字节 } }
    explain: { en: "Five words.", zh: "五个字。" }
`

function fileIn(folder: string): string {
  const file = join(folder, 'sample.yml')
  writeFileSync(file, cards)
  return file
}

test('each answer is marked and explained; what cannot be read is asked for again; the score ends it', () => {
  const folder = newFolder()
  const input = ['maybe', 'a frame', '20', '', '', 'no number', '20 bytes', ''].join('\n')
  const { status, stdout, stderr } = rollover(['drill', fileIn(folder), '--language', 'en'], input)
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^Sample cards\n\n1\/4 {2}What crosses a cable\?\n\n {3}a {2}\S/)
  expect(stdout).toContain(
    'Answer (one letter): maybe\nType one letter from a to c.\nAnswer (one letter): a frame\n',
  )
  expect(stdout).toContain('✓ Right\n\n   Frames do.\n')
  expect(stdout).toContain('◐ Partly right: 0.5 of 1 point\n   Right is:\n     20\n     40\n')
  expect(stdout).toContain('An empty line again: I do not know\n')
  expect(stdout).toContain(
    '✕ Not right\n   Right is:\n     ip        packet\n     ethernet  frame\n     tcp       segment\n',
  )
  expect(stdout).toContain(
    'The answer is in bytes.\n\nAnswer: no number\nThis is not a number.\nAnswer: 20 bytes\n',
  )
  // Nothing is remembered, so nothing comes again.
  expect(stdout).not.toContain('Comes again')
  expect(stdout).toMatch(/\n\n2\.5 of 4 points\n$/)
})

test('in Chinese, ended by the end of the input', () => {
  const { status, stdout } = rollover(['drill', fileIn(newFolder()), '--language', 'zh'], '帧\n20 40\n')
  expect(status).toBe(0)
  expect(stdout).toContain('答案（一个字母）：帧\n\n ✓ 正确\n\n   是帧。\n')
  expect(stdout).toMatch(/还没有答完，输入就结束了。\n\n2 \/ 4 分\n$/)
})

test('a state directory remembers it', () => {
  const folder = newFolder()
  const state = join(folder, 'state')
  const { stdout } = rollover(['drill', fileIn(folder), '--state', state, '--language', 'en'], 'a file\n')
  expect(stdout).toContain('Comes again in 1 minute.')
  const exported = JSON.parse(rollover(['progress', 'export', '--state', state]).stdout)
  expect(exported.attempts).toMatchObject([
    { item: 'card:sample/one', score: 0, max: 1, kind: 'card', tookMs: 0 },
  ])
  expect(exported.schedules).toMatchObject([{ item: 'card:sample/one' }])
})

test('where nothing is due, nothing is asked', () => {
  const { status, stdout } = rollover(['drill', '--due', '--language', 'en'])
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'What is due\n\nThere is nothing to ask now.\n' })
})

test('the last answer ends it, though more could be typed', async () => {
  const args = [programPath, 'drill', fileIn(newFolder()), '--language', 'en']
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'inherit'] })
  onTestFinished(() => void child.kill())
  child.stdin.write('a frame\n20 40\n1a 2b 3c\n20\n')
  expect(await once(child, 'exit')).toEqual([0, null])
})
