import { expect, test } from 'vitest'
import { History } from './history.ts'
import { KillRing } from './kill-ring.ts'

test('keeps ten lines, oldest first', () => {
  const history = new History()
  for (let number = 1; number <= 12; number++) history.add(`line ${number}`)
  expect(history.list).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((number) => `line ${number}`))
  expect(history.recall(0)).toBe('line 12')
  expect(history.recall(9)).toBe('line 3')
  expect(history.recall(10)).toBeUndefined()
})

test('does not keep empty lines', () => {
  const history = new History()
  for (const line of ['', '   ', 'show clock']) history.add(line)
  expect(history.list).toEqual(['show clock'])
})

test('a smaller size drops the oldest, 0 keeps nothing', () => {
  const history = new History(3)
  for (const line of ['a', 'b', 'c', 'd']) history.add(line)
  expect(history.list).toEqual(['b', 'c', 'd'])
  history.setSize(2)
  expect(history.list).toEqual(['c', 'd'])
  history.setSize(0)
  history.add('e')
  expect(history.list).toEqual([])
})

test('the last ten deleted texts go round', () => {
  const ring = new KillRing()
  expect(ring.recall(0)).toBeUndefined()
  for (let number = 1; number <= 11; number++) ring.push(`text ${number}`)
  ring.push('')
  expect(ring.recall(0)).toBe('text 11')
  expect(ring.recall(9)).toBe('text 2')
  expect(ring.recall(10)).toBe('text 11')
})
