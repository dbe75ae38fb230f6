/** Cards as a learner practises them: keys in, the screen out, and what is remembered. */

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openProgress } from '../../src/stores/progress/open-progress.ts'
import { keys, openWindow, temporaryFolder, type Window } from './window.ts'

const cards = `kind: cards
topic: arp
title: { en: Sample cards, zh: 样例卡片 }
questions:
  - id: typed
    level: 1
    ask: { en: "Which letters leave?", zh: "哪些字母会离开？" }
    type: { answers: [ qwel ] }
    explain: { en: "None of them.", zh: "没有。" }
  - id: chosen
    level: 2
    ask: { en: "What crosses a cable?", zh: "什么经过电缆？" }
    choose-one: { right: { en: a frame, zh: 帧 }, wrong: [ { en: a file, zh: 文件 }, { en: a line, zh: 行 } ] }
    explain: { en: "Frames do.", zh: "是帧。" }
  - id: ordered
    level: 3
    ask: { en: "From first to last?", zh: "从先到后？" }
    order: [ one, two, three ]
    explain: { en: "In this order.", zh: "结束" }
`

function openCards(options: { language?: string; columns?: number; rows?: number } = {}) {
  const state = temporaryFolder()
  const file = path.join(state, 'sample.yml')
  writeFileSync(file, cards)
  const { language = 'en', ...size } = options
  const window = openWindow({ ...size, args: ['drill', file, '--state', state, '--language', language] })
  return { window, state }
}

/** The letter that stands before a choice. */
function signOf(window: Window, text: string): string {
  const row = window.rows.find((one) => one.trimEnd().endsWith(`  ${text}`)) ?? ''
  return /(\S)\s+\S.*$/.exec(row.slice(2))?.[1] ?? ''
}

test('a sitting: answers, marks, what was wrong once more, the summary, and what is remembered', async () => {
  const { window, state } = openCards()
  await window.shows('Which letters leave?')
  expect(window.rows[0]).toMatch(/^ 1\/3 {2}Sample cards .* level 1 {3}ARP/)
  // Letters are the answer's, whatever they do elsewhere.
  window.type('qwel')
  await window.shows('Answer: qwel')
  window.type('\r')
  await window.shows('✓ Right')
  await window.shows('None of them.')
  await window.shows('Comes again in 10 minutes.')

  window.type('\r')
  await window.shows('What crosses a cable?')
  window.type('\r')
  await window.shows('Enter again: I do not know')
  window.type(signOf(window, 'a file'))
  await window.shows('▸')
  window.type('\r')
  await window.shows('✕ Not right')
  await window.shows('Right is: a frame')
  await window.shows('Frames do.')
  expect(window.statusLine).not.toContain('watch')

  // Once more at the own wish.
  window.type('e')
  await window.shows('once more, does not count')
  window.type(`${signOf(window, 'a frame')}\r`)
  await window.shows('This one did not count.')

  window.type('\r')
  await window.shows('From first to last?')
  window.type('\r')
  await window.shows('Enter again')
  window.type('\r')
  await window.shows('✕ Not right')
  window.type('\r')

  await window.shows(/^ 1\/2 {2}once more {2}Sample cards/)
  await window.shows('What crosses a cable?')
  window.type(`${signOf(window, 'a frame')}\r`)
  await window.shows('✓ Right')
  window.type('\r')
  await window.shows('From first to last?')
  window.type(keys.esc)
  await window.shows('1 of 3 right at the first try')
  await window.shows('✕ What crosses a cable?')
  window.type('\r')
  expect(await window.end()).toBe('status 0 tty same')

  const progress = openProgress(state)
  const attempts = progress.attempts().map(({ item, score, errors }) => [item, score, errors])
  const schedules = progress.schedules()
  progress.close()
  expect(attempts).toEqual([
    ['card:sample/typed', 1, 0],
    ['card:sample/chosen', 0, 0],
    ['card:sample/ordered', 0, 0],
    ['card:sample/chosen', 1, 1],
  ])
  expect(schedules).toHaveLength(3)
})

test('what is longer than the window is scrolled, and follows what is typed', async () => {
  const { window } = openCards({ language: 'zh', columns: 40, rows: 6 })
  await window.shows('哪些字母会离开？')
  expect(window.text).not.toContain('答案：')
  window.type('x')
  await window.shows('答案： x')
  window.type('\r')
  await window.shows('✕ 不正确')
  await window.shows('正确答案：qwel')
  expect(window.text).not.toContain('最后会再问一次。')
  window.type(keys.pageDown.repeat(9))
  await window.shows('最后会再问一次。')
  window.type(keys.pageUp.repeat(9))
  await window.shows('哪些字母会离开？')
  window.resize(80, 24)
  await window.shows('最后会再问一次。')
  expect(window.text).toContain('哪些字母会离开？')
})

test('the packet that a card tells of, in its lab, and back', async () => {
  const state = temporaryFolder()
  const window = openWindow({ args: ['drill', 'arp', '--state', state, '--language', 'en'] })
  await window.shows('1/20')
  window.type('\r\r')
  await window.shows('w watch it')
  window.type('w')
  await window.shows('▸1 ')
  await window.shows('▸▾ data link    packet    ARP')
  await window.shows('Operation                1 request')
  window.type(keys.esc)
  await window.until('the list of packets', () => !window.text.includes('Operation'))
  expect(window.text).toContain('filter: arp')
  window.type(keys.esc)
  await window.shows('✕ Not right')
  await window.shows('w watch it')

  // The lab is there to be played with: its consoles are a leader away, and Esc is theirs.
  window.type('w')
  await window.shows('▸1 ')
  window.type(`${keys.leader}1`)
  await window.shows('SW1')
  window.type('\r')
  await window.shows('SW1>')
  window.type(`${keys.leader}q`)
  await window.shows('✕ Not right')
})
