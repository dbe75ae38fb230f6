/** Answers given key by key, and what stands on the screen meanwhile. */
import { expect, test } from 'vitest'
import { loadEmulator } from '../../../drills/cards/emulator.ts'
import { markAnswer } from '../../../drills/cards/mark-answer.ts'
import type { Answer, Question } from '../../../drills/cards/question.ts'
import { alike, texts } from '../../../drills/texts.ts'
import { textWidth } from '../../../session/cell-width.ts'
import { CardView } from './card-view.ts'

const emulator = await loadEmulator()
const common = { ask: texts('What is it?', '是什么？'), explain: alike('so') }
const plain = (rows: readonly string[]): string[] => rows.map((row) => row.replaceAll(/\x1b\[[0-9;]*m/g, ''))
const keys = (view: CardView, ...typed: string[]): boolean =>
  typed.map((key) => view.key(key)).at(-1) ?? false
const share = (question: Question, answer: Answer | undefined): number =>
  markAnswer(question, answer, emulator).share

const one: Question = {
  ...common,
  kind: 'choose-one',
  right: alike('frame'),
  wrong: [alike('packet'), alike('bit')],
}
const many: Question = {
  ...common,
  kind: 'choose-many',
  right: [alike('A'), alike('B')],
  wrong: [alike('C'), alike('D')],
}
const order: Question = { ...common, kind: 'order', items: [alike('first'), alike('second'), alike('third')] }
const match: Question = {
  ...common,
  kind: 'match',
  pairs: [
    [alike('l1'), alike('r1')],
    [alike('l2'), alike('r2')],
    [alike('l3'), alike('r3')],
  ],
}
const compute: Question = {
  ...common,
  kind: 'compute',
  answer: 62,
  unit: texts('hosts', '台主机'),
  tolerance: 0,
}

/** The row of the screen that has this text, and the sign before it. */
function signOf(view: CardView, text: string): string {
  const row = plain(view.rows(80)).find((line) => line.trimEnd().endsWith(` ${text}`)) ?? ''
  return /(\S)\s+\S+\s*$/.exec(row)?.[1] ?? ''
}

test('choose one: nothing is handed in before something is chosen; the sign chooses what stands beside it', () => {
  const view = new CardView(one, 7, () => 'en')
  expect(keys(view, 'enter')).toBe(false)
  keys(view, signOf(view, 'frame'))
  expect(keys(view, 'enter')).toBe(true)
  expect(share(one, view.answer)).toBe(1)
  keys(view, signOf(view, 'bit'))
  expect(share(one, view.answer)).toBe(0)
})

test('choose many: signs and Space switch on and off', () => {
  const view = new CardView(many, 3, () => 'en')
  keys(view, signOf(view, 'A'), signOf(view, 'B'), signOf(view, 'C'), signOf(view, 'C'))
  expect(share(many, view.answer)).toBe(1)
  keys(view, ' ')
  expect(share(many, view.answer)).toBe(0.5)
})

test('order: what is picked up goes along with the arrows', () => {
  const view = new CardView(order, 5, () => 'en')
  const place = (text: string): number => plain(view.rows(80)).findIndex((row) => row.endsWith(text)) - 2
  for (const [target, text] of ['first', 'second', 'third'].entries()) {
    while (!plain(view.rows(80))[place(text) + 2]?.includes('▸')) keys(view, 'down')
    keys(view, ' ')
    while (place(text) > target) keys(view, 'up')
    keys(view, ' ')
  }
  expect(share(order, view.answer)).toBe(1)
})

test('match: each left takes the sign of a right, and the next is at hand', () => {
  const view = new CardView(match, 9, () => 'en')
  keys(view, signOf(view, 'r1'), signOf(view, 'r2'), signOf(view, 'r3'))
  expect(share(match, view.answer)).toBe(1)
})

test('typed: characters, Backspace, and the cursor behind them', () => {
  const view = new CardView(compute, 1, () => 'zh')
  keys(view, '6', '3', 'backspace', '2')
  expect(share(compute, view.answer)).toBe(1)
  const rows = plain(view.rows(80))
  expect(rows[view.cursor?.y ?? -1]).toBe(' 答案： 62  台主机')
  expect(view.cursor?.x).toBe(textWidth(' 答案： 62'))
})

test('an answer that was kept is on the screen again', () => {
  for (const question of [one, many, order, match, compute]) {
    const view = new CardView(question, 11, () => 'en')
    keys(view, 'a', '1', 'down', ' ', 'b', '2')
    const again = new CardView(question, 11, () => 'en', view.answer)
    expect(again.answer).toEqual(view.answer)
  }
})

test('no row is wider than the screen', () => {
  const long = texts(
    'A very long choice that has to be broken somewhere because it says so much.',
    '一个很长的选项，必须在某个地方换行，因为它说了太多的话。',
  )
  const question: Question = { ...common, kind: 'choose-one', right: long, wrong: [alike('x'), long] }
  for (const language of ['en', 'zh'] as const)
    for (const row of plain(new CardView(question, 1, () => language).rows(36)))
      expect(textWidth(row)).toBeLessThanOrEqual(36)
})
