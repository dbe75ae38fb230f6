/** An exam's clock when the wall's is set. */
import { expect, test } from 'vitest'
import { examClock } from './exam-clock.ts'

function clocks(sinceMs: number) {
  const at = { wall: 10_000, steady: 50 }
  const now = examClock(
    sinceMs,
    () => at.wall,
    () => at.steady,
  )
  const passes = (wall: number, steady: number): number => {
    at.wall += wall
    at.steady += steady
    return now()
  }
  return { passes }
}

test('goes with the wall, and on through a sleep of the machine', () => {
  const { passes } = clocks(0)
  expect(passes(1000, 1000)).toBe(11_000)
  expect(passes(60_000, 10)).toBe(71_000)
})

test('set back while it is looked at: goes on by the steady clock', () => {
  const { passes } = clocks(0)
  expect(passes(-5000, 1000)).toBe(11_000)
  expect(passes(1000, 1000)).toBe(12_000)
})

test('set back while the program was closed: begins where it was left, and goes on', () => {
  const { passes } = clocks(25_000)
  expect(passes(0, 0)).toBe(25_000)
  expect(passes(2000, 2000)).toBe(27_000)
})
