/** What these features print loads to the same text: levels, users, aliases, privileges, banners and lines in one configuration. */

import { expect, test } from 'vitest'
import { startConsole } from '../../../../test/console.ts'
import { configurationLines } from '../../running-config.ts'

const typed = [
  'service password-encryption',
  'security passwords min-length 2',
  'enable secret class',
  'enable secret level 5 five',
  'enable password level 3 0 level',
  'username ann privilege 15 one-time noescape secret apple',
  'username bob password pear ',
  'username bob autocommand show users',
  'username cat',
  'login block-for 60 attempts 3 within 30',
  'login delay 2',
  'login on-failure log every 2',
  'banner motd #one#',
  'banner exec #',
  'a',
  '',
  '#',
  'alias exec spr show privilege',
  'alias interface ns no shutdown',
  'privilege exec level 5 show running-config',
  'privilege exec level 7 show startup-config',
  'privilege exec level 1 show',
  'privilege configure all level 5 interface',
  'line con 0',
  'password plum ',
  'login local',
  'no exec-timeout',
  'logging synchronous level all limit 9',
  'line vty 3 7',
  'no login',
  'transport input ssh',
]

test.each(['catalyst-2960-24tt', 'isr-1941'])('on a %s', (profile) => {
  const console = startConsole(profile)
  console.advance(10_000)
  console.type('en\rconf t\r')
  const more = profile === 'isr-1941' ? ['line aux 0', 'speed 115200'] : []
  for (const line of [...typed, ...more]) expect(console.type(`${line}\r`)).not.toContain('%')
  const text = configurationLines(console.ios).join('\n')
  for (const part of [
    'privilege exec level 1 show\n',
    'username cat\n',
    ' logging synchronous level all limit 9\n',
  ])
    expect(text).toContain(part)
  const again = startConsole(profile, { startupConfig: text, atReturn: true })
  // The comments before it tell when it was last changed.
  const settled = (lines: readonly string[]): readonly string[] =>
    lines.slice(lines.findIndex((line) => line.startsWith('version ')))
  expect(settled(configurationLines(again.ios))).toEqual(settled(text.split('\n')))
})

test('no control character that somebody typed reaches a screen through the configuration', () => {
  const console = startConsole('catalyst-2960-24tt')
  console.advance(10_000)
  console.type('en\rterminal length 0\rconf t\r')
  console.type(
    'username a\x16\x07b password c\x16\x07\renable password d\x16\x07[2J\ralias exec e\x16\x07 show f\x16\x07\rline con 0\rlocation g\x16\x01\rpassword h\x16\x07\r',
  )
  const text = console.type('do show running-config\r')
  for (const part of [
    'username a?b password 0 c?',
    'enable password d?[2J',
    'alias exec e? show f?',
    ' password h?',
  ])
    expect(text).toContain(`\n${part}\n`)
})

test('a saved password that has become too short is still there after the boot', () => {
  const console = startConsole('catalyst-2960-24tt')
  console.type('en\rconf t\renable password p1\rusername ann password p2\rsecurity passwords min-length 10\r')
  expect(console.type('enable password p3\r')).toContain('% Password too short')
  const startupConfig = `${configurationLines(console.ios).join('\n')}\n`
  const again = startConsole('catalyst-2960-24tt', { startupConfig })
  expect(again.notes).toEqual([])
  expect(configurationLines(again.ios)).toEqual(configurationLines(console.ios))
})
