/** Work that grows is bounded: evil patterns, long lists, ranges over everything, and the break key through all of it. */

import { expect, test } from 'vitest'
import { builtInProfiles } from '../../src/hardware/built-in-profiles.ts'
import { startConsole, type TestConsole } from '../console.ts'

/** The processor's milliseconds, not the wall's: others work on the machine too. */
function cost(act: () => void): number {
  const start = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function configuring(profile: string, ...lines: string[]): TestConsole {
  const console = startConsole(profile)
  console.type('enable\rconfigure terminal\rno logging console\r')
  for (const line of lines) console.type(`${line}\r`)
  return console
}

// A backtracking engine needs seconds for 28 characters of these.
const evil = [
  '(a+)+$',
  '(a|aa)+$',
  '(.*a){20}',
  '(a*)*b',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(x+x+)+y',
  '((a+)+)+b',
  '(.+)+,$',
]

test('evil patterns take as long as harmless ones', () => {
  const console = configuring(
    'isr-1941',
    'interface GigabitEthernet0/0',
    `description ${'a'.repeat(60)}!`,
    'end',
  )
  console.type('show running-config | include warm-up\r')
  for (let n = 0; n < 200; n++) {
    const pattern = `${'('.repeat(n % 5)}${evil[n % evil.length]}${')*'.repeat(n % 5)}`
    for (const filter of ['include', 'section', 'begin']) {
      const ms = cost(() => console.type(`show running-config | ${filter} ${pattern}\r`))
      expect({ pattern, within: ms < 200 }).toEqual({ pattern, within: true })
    }
  }
})

test('an access list of ten thousand entries costs in proportion', () => {
  const list = (entries: number): string =>
    [
      'ip access-list extended LONG',
      ...Array.from({ length: entries }, (_, n) => ` permit tcp host 10.0.${n >> 8}.${n & 255} any`),
      'end',
    ].join('\n')
  const load = (entries: number): number =>
    cost(() => startConsole('isr-1941', { startupConfig: list(entries) }))
  load(1000)
  const few = Math.min(load(1000), load(1000), load(1000))
  const many = Math.min(load(20_000), load(20_000))
  expect(many / few).toBeLessThan(30)

  const console = configuring('isr-1941', 'ip access-list extended LONG')
  for (let n = 0; n < 10_000; n++) console.type(`permit tcp host 10.0.${n >> 8}.${n & 255} any\r`)
  expect(console.type('do show access-lists | count permit\r')).toContain('regexp = 10000\n')
  // The whole list once more, numbered anew, printed and removed.
  expect(cost(() => console.type('ip access-list resequence LONG 1 1\r'))).toBeLessThan(1000)
  expect(cost(() => console.type('do show running-config | include 10.0.39.15\r'))).toBeLessThan(2000)
  expect(cost(() => console.type('no ip access-list extended LONG\r'))).toBeLessThan(100)
})

test.each([...builtInProfiles.keys()])('%s configures every port at once', (profile) => {
  const ports = builtInProfiles.get(profile)?.ports.filter(({ cable }) => cable !== 'none') ?? []
  // As one types it: `FastEthernet0/1 - 24, GigabitEthernet0/1 - 2`.
  const everything = `interface range ${ports
    .map(({ type, units }) => type + units.replace('-', ' - '))
    .join(', ')}`
  const console = configuring(profile, everything)
  expect(console.device.session?.place.sections.length).toBeGreaterThan(2)
  const lines = ['description all of them', 'shutdown', 'no shutdown', 'cdp enable', 'no cdp enable']
  const ms = cost(() => {
    for (let n = 0; n < 20; n++) console.type(`${lines[n % lines.length]} \r`)
    console.advance(5000)
  })
  expect(ms).toBeLessThan(1000)
})

test.each([...builtInProfiles.keys()])('%s answers the break key in whatever it does', (profile) => {
  for (const typed of [
    'ping 10.9.9.9 repeat 100000\r',
    'traceroute 10.9.9.9\r',
    'nosuchhost\r',
    'copy running-config startup-config\r',
    'copy running-config tftp:\r',
    'reload\r',
    'clear counters\r',
    'erase startup-config\r',
    'show tech-support\r',
  ]) {
    const console = startConsole(profile, { paging: true })
    console.type('enable\r')
    console.type(typed)
    console.advance(100)
    const ms = cost(() => {
      for (let presses = 0; presses < 3 && console.device.session?.atPrompt !== true; presses++) {
        console.type('\x1e')
        console.advance(100)
      }
    })
    expect({ typed, prompt: console.device.session?.atPrompt }).toEqual({ typed, prompt: true })
    expect(ms).toBeLessThan(100)
  }
})
