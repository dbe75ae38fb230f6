/** `terminal …`, histories, and the other commands about one's own session. */

import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function privileged(): TestConsole {
  const console = startConsole('catalyst-2960-24tt')
  console.advance(10_000)
  console.type('en\r')
  return console
}

test('EXEC and configuration have a history each, itself included', () => {
  const console = privileged()
  console.type('terminal length 0\rconf t\rhostname S2\r')
  expect(console.type('do show history\r')).toBe(
    'do show history\n  hostname S2\n  do show history\nS2(config)#',
  )
  console.type('end\r')
  console.advance(100)
  expect(console.type('\rshow history\r')).toContain(
    '\n  en\n  terminal length 0\n  conf t\n  show history\nS2#',
  )
})

test('the history has its size, and can be turned off', () => {
  const console = privileged()
  console.type('terminal history size 2\r')
  expect(console.type('show history\r')).toBe(
    'show history\n  terminal history size 2\n  show history\nSwitch#',
  )
  console.type('terminal no history\r')
  expect(console.type('show clock\rshow history\r')).not.toContain('\n  show clock\n')
  expect(console.type('\x10')).toBe('')
  console.type('terminal history\rterminal no history size\rshow clock\r')
  expect(console.type('show history\r')).toContain('\n  show clock\n')
  expect(console.device.session?.historySize).toBe(10)
})

test('length and width act at once and for this session only', () => {
  const console = privileged()
  console.type('terminal length 5\r')
  expect(console.type('show users all\r')).toMatch(/^show users all\n(.*\n){4} --More-- $/)
  console.type('q')
  console.type('terminal width 40\r')
  expect(console.type('show aliases\x01').includes('$')).toBe(false)
  console.type('\x05\x15exit\r\r')
  expect(console.device.session?.length).toBe(24)
  expect(console.device.session?.width).toBe(80)
})

test('the console has its messages already', () => {
  expect(privileged().type('terminal monitor\r')).toBe(
    'terminal monitor\n% Console already monitors\nSwitch#',
  )
})

test('exec prompt timestamp puts load and time before the output', () => {
  const console = privileged()
  console.type('terminal exec prompt timestamp\r')
  expect(console.type('show privilege\r')).toMatch(
    /^show privilege\nLoad for five secs: 0%\/0%; one minute: 0%; five minutes: 0%\nNo time source, \*\d\d:\d\d:\d\d\.\d{3} UTC Mon Mar 1 1993\n\nCurrent privilege level is 15\nSwitch#$/,
  )
  console.type('terminal no exec prompt timestamp\r')
  expect(console.type('show privilege\r')).toBe('show privilege\nCurrent privilege level is 15\nSwitch#')
})

test('without editing the cursor keys are silent', () => {
  const console = privileged()
  console.type('terminal no editing\r')
  expect(console.type('abc\x01\x02')).toBe('abc')
})

test('nothing is connected', () => {
  // From memory.
  const console = privileged()
  expect(console.type('where\r')).toBe('where\n% No connections open\nSwitch#')
  expect(console.type('show sessions\r')).toBe('show sessions\n% No connections open\nSwitch#')
  expect(console.type('disconnect 2\r')).toBe('disconnect 2\n% 2 is not an open connection\nSwitch#')
})

test('lock asks twice, and then until the answer is right', () => {
  // From memory.
  const console = privileged()
  expect(console.type('lock\ra\rb\r')).toBe('lock\nPassword: \nAgain: \n% Passwords do not match\nSwitch#')
  expect(console.type('lock\ra\ra\r')).toBe(`lock\nPassword: \nAgain: \n${' '.repeat(32)}Locked\nPassword: `)
  expect(console.type('show users\ra\r')).toBe('\n% Bad passwords\nPassword: \nSwitch#')
})

test('help says how to ask', () => {
  const text = privileged().type('help\r')
  expect(text.split('\n')).toHaveLength(14)
  expect(text).toMatch(/^help\nHelp may be requested .*\(e\.g\. 'show pr\?'\.\)\n\nSwitch#$/s)
})
