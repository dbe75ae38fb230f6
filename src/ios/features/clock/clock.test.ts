import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'
import { changeInYear } from './summer-time.ts'

const privileged = (profile: string): TestConsole => {
  const console = startConsole(profile)
  console.advance(10_000)
  console.type('en\r')
  return console
}

const shown = (console: TestConsole, command: string): string =>
  console.type(`${command}\r`).split('\n').slice(1, -1).join('\n')

// The instants at which the clocks of the United States and of the European Union changed in 2024 and 2025.
test.each([
  [{ week: 2, day: 0, month: 2, time: 120 }, 2025, '2025-03-09T02:00'],
  [{ week: 'first', day: 0, month: 10, time: 120 }, 2025, '2025-11-02T02:00'],
  [{ week: 2, day: 0, month: 2, time: 120 }, 2024, '2024-03-10T02:00'],
  [{ week: 'last', day: 0, month: 2, time: 120 }, 2025, '2025-03-30T02:00'],
  [{ week: 'last', day: 0, month: 2, time: 120 }, 2024, '2024-03-31T02:00'],
  [{ week: 'last', day: 0, month: 9, time: 180 }, 2024, '2024-10-27T03:00'],
] as const)('%j in %i', (change, year, local) => {
  expect(new Date(changeInYear(change, year)).toISOString().slice(0, 16)).toBe(local)
})

test('a clock that nobody set has a star, and says where it comes from', () => {
  const catalyst = privileged('catalyst-2960-24tt')
  expect(shown(catalyst, 'show clock')).toMatch(/^\*00:0\d:\d\d\.\d{3} UTC Mon Mar 1 1993$/)
  expect(shown(catalyst, 'show clock detail')).toMatch(/^\*00:.*\nNo time source$/)
  const router = privileged('isr-1941')
  expect(shown(router, 'show clock detail')).toMatch(
    /^\*00:\d\d:\d\d\.\d{3} UTC Wed Jan 1 2025\nTime source is hardware calendar$/,
  )
})

test.each(['clock set 14:05:00 5 jan 2025', 'clock set 14:05:0 January 5 2025'])('%s', (command) => {
  const console = privileged('catalyst-2960-24tt')
  const before = console.ios.clock.text()
  console.type(`${command}\r`)
  expect(console.advance(1000)).toBe(
    `\nJan  5 14:05:00.000: %SYS-6-CLOCKUPDATE: System clock has been updated from ${before} to 14:05:00 UTC Sun Jan 5 2025, configured from console by console.`,
  )
  expect(shown(console, '\rshow clock detail')).toBe(
    'Switch#show clock detail\n14:05:01.000 UTC Sun Jan 5 2025\nTime source is user configuration',
  )
})

test('the zone and its summer hold for show clock and for stamps with localtime', () => {
  const console = privileged('isr-1941')
  console.type('clock set 00:59:58 30 mar 2025\rconf t\rclock timezone CET 1\r')
  console.type('clock summer-time CEST recurring last Sun Mar 2:00 last Sun Oct 3:00\r')
  console.type('service timestamps log datetime msec localtime show-timezone\rend\r')
  expect(console.advance(1000)).toMatch(
    /\nMar 30 01:59:58\.000 CET: %SYS-5-CONFIG_I: Configured from console by console$/,
  )
  console.advance(1000)
  expect(shown(console, '\rshow clock')).toContain('03:00:00.000 CEST Sun Mar 30 2025')
  expect(shown(console, 'show running-config | include ^clock')).toBe(
    'clock timezone CET 1 0\nclock summer-time CEST recurring last Sun Mar 2:00 last Sun Oct 3:00',
  )
  expect(shown(console, 'show clock detail')).toBe(`03:00:00.000 CEST Sun Mar 30 2025
Time source is user configuration
Summer time starts 02:00:00 CET Sun Mar 30 2025
Summer time ends 03:00:00 CEST Sun Oct 26 2025`)
})

test('summer south of the equator spans the turn of the year', () => {
  const console = privileged('catalyst-2960-24tt')
  console.type('conf t\rclock timezone AEST 10\r')
  console.type('clock summer-time AEDT recurring 1 Sun Oct 2:00 1 Sun Apr 3:00\rend\r')
  console.type('clock set 12:00:00 1 jan 2025\r')
  console.advance(1000)
  expect(shown(console, '\rshow clock')).toContain('12:00:01.000 AEDT Wed Jan 1 2025')
  console.type('clock set 12:00:00 1 jul 2025\r')
  console.advance(1000)
  expect(shown(console, '\rshow clock')).toContain('12:00:01.000 AEST Tue Jul 1 2025')
})

test('summer time of one year, in both orders of day and month', () => {
  const console = privileged('catalyst-2960-24tt')
  console.type('conf t\rno logging console\rclock timezone EST -5 30\r')
  console.type('clock summer-time EDT date 3 march 2025 2:00 4 oct 2025 2:00 30\r')
  console.advance(1000)
  const kept = 'clock timezone EST -5 30\nclock summer-time EDT date Mar 3 2025 2:00 Oct 4 2025 2:00 30'
  expect(shown(console, '\rdo show run | include ^clock')).toContain(kept)
  console.type('clock summer-time EDT date mar 3 2025 2:00 oct 4 2025 2:00 30\r')
  expect(shown(console, 'do show run | include ^clock')).toBe(kept)
  console.type('no clock summer-time\rno clock timezone\r')
  expect(shown(console, 'do show run | include ^clock')).toBe('')
})

test('the calendar of a router outlives a reload, the clock of a switch does not', () => {
  const console = privileged('isr-1941')
  console.type('clock set 10:00:00 6 jun 2026\rclock update-calendar\r')
  expect(shown(console, 'show calendar')).toMatch(/10:00:00 UTC Sat Jun 6 2026$/)
  const again = startConsole('isr-1941', { storage: console.storage })
  expect(shown(again, 'show clock')).toMatch(/UTC Sat Jun 6 2026$/)
  expect(shown(privileged('catalyst-2960-24tt'), 'show calendar')).toContain('% Invalid input detected')
})
