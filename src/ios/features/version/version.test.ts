import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function shown(console: TestConsole, command: string): string[] {
  return console.type(`${command}\r`).split('\n').slice(1, -1)
}

// Rule of captured 2960, 2960X and 1941 outputs: four lines of software, ROM, uptime, cause, image, two empty lines.
test.each(['catalyst-2960-24tt', 'isr-1941'])('show version of %s begins as captures do', (profile) => {
  const console = startConsole(profile)
  const lines = shown(console, 'show version')
  expect(lines[0]).toMatch(
    /^Cisco IOS Software, \S+ Software \(\S+-M\), Version \S+, RELEASE SOFTWARE \(fc\d\)$/,
  )
  expect(lines.slice(4, 6).map((line) => line.slice(0, 4))).toEqual(['', 'ROM:'])
  const at = lines.findIndex((line) => line.includes(' uptime is '))
  expect(lines[at]).toMatch(/^(Switch|Router) uptime is (0|1) minutes?$/)
  expect(lines[at + 1]).toBe('System returned to ROM by power-on')
  expect(lines.find((line) => line.startsWith('System image file is "flash'))).toBeDefined()
  expect(lines.at(-1)).toBe('')
  expect(lines.at(-2)).toMatch(/^Configuration register is 0x(F|2102)$/)
})

// `System restarted at` needs a clock that knows the date: a 1941 has a chip, a 2960 none until it is set.
test('the time of the start is printed when the clock is known', () => {
  const router = startConsole('isr-1941')
  expect(shown(router, 'show version').find((line) => line.startsWith('System restarted'))).toMatch(
    /^System restarted at 00:00:1\d UTC Wed Jan 1 2025$/,
  )
  const aSwitch = startConsole('catalyst-2960-24tt')
  expect(shown(aSwitch, 'show version').some((line) => line.startsWith('System restarted'))).toBe(false)
})

test('the uptime grows, and a router remembers that it was told to reload', () => {
  const console = startConsole('isr-1941', { startupConfig: 'hostname R7\nend\n' })
  console.advance(26 * 3_600_000 + 60_000)
  console.type('\r')
  if (console.device.session !== undefined) console.device.session.length = 0
  const days = shown(console, 'show version').find((line) => line.includes('uptime'))
  expect(days).toMatch(/^R7 uptime is 1 day, 2 hours, 1 minute$/)
  console.type('enable\rreload\r\r')
  console.advance(150_000)
  console.type('\r')
  if (console.device.session !== undefined) console.device.session.length = 0
  const lines = shown(console, 'show version')
  expect(lines.find((line) => line.startsWith('System returned'))).toMatch(
    /^System returned to ROM by reload at 02:0\d:\d\d UTC Thu Jan 2 2025$/,
  )
  expect(lines).toContain('Last reload reason: Reload Command')
})

// Rule of captured inventories: two lines and an empty one for each part, the product in 18 columns.
test('show inventory names every part', () => {
  const lines = shown(startConsole('isr-1941'), 'show inventory')
  for (let at = 0; at + 2 < lines.length; at += 3) {
    expect(lines[at]).toMatch(/^NAME: ".+", DESCR: ".+"$/)
    expect(lines[at + 1]).toMatch(/^PID: .{18}, VID: V\d\d\s*, SN: \w{11}$/)
    expect(lines[at + 2]).toBe('')
  }
})
