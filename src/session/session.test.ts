/** A session at its prompt: messages that tear or wait, Ctrl-Z, Ctrl-C, and the prompt that follows the name. */

import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../test/console.ts'

function privileged(...lines: string[]): TestConsole {
  const console = startConsole('catalyst-2960-24tt')
  console.advance(20_000)
  console.type(`en\rterminal length 0\rconf t\r${lines.map((line) => `${line}\r`).join('')}end\r`)
  console.advance(1000)
  console.type('\r')
  return console
}

const report = (console: TestConsole, severity: 2 | 5, text: string): void =>
  console.ios.log.emit('TEST', severity, 'NOTE', text)
const stamped = (severity: 2 | 5, text: string): RegExp =>
  new RegExp(`\\*Mar  1 \\d\\d:\\d\\d:\\d\\d\\.\\d{3}: %TEST-${severity}-NOTE: ${text}`)

test('a message tears the line being typed, and typing goes on behind it', () => {
  const console = privileged()
  expect(console.type('show pri')).toBe('show pri')
  report(console, 5, 'one')
  expect(console.advance(100)).toMatch(new RegExp(`^\\n${stamped(5, 'one').source}$`))
  expect(console.type('vilege\r')).toBe('vilege\nCurrent privilege level is 15\nSwitch#')
})

test('logging synchronous draws prompt and text again', () => {
  const console = privileged('line con 0', 'logging synchronous')
  console.type('show pri')
  report(console, 5, 'one')
  expect(console.advance(100)).toMatch(new RegExp(`^\\n${stamped(5, 'one').source}\\nSwitch#show pri$`))
  expect(console.type('vilege\r')).toBe('vilege\nCurrent privilege level is 15\nSwitch#')
})

test('the redrawn line keeps its cursor', () => {
  const console = privileged('line con 0', 'logging synchronous')
  console.type('show rivilege\x01\x1bf\x06')
  report(console, 5, 'one')
  expect(console.advance(100)).toMatch(/Switch#show rivilege[\b]{8}$/)
  console.type('p')
  expect(console.type('\r')).toContain('Current privilege level is 15')
})

test('severities up to the level do not wait', () => {
  const console = privileged('line con 0', 'logging synchronous')
  console.type('abc')
  report(console, 2, 'bad')
  expect(console.advance(100)).toMatch(new RegExp(`^\\n${stamped(2, 'bad').source}$`))
  const all = privileged('line con 0', 'logging synchronous level all')
  all.type('abc')
  report(all, 5, 'one')
  expect(all.advance(100)).toMatch(new RegExp(`^\\n${stamped(5, 'one').source}$`))
})

test('messages wait while a page is on show, and come before the prompt', () => {
  const console = privileged('line con 0', 'logging synchronous')
  console.type('terminal length 5\r')
  expect(console.type('show users all\r')).toMatch(/ --More-- $/)
  report(console, 5, 'one')
  report(console, 5, 'two')
  expect(console.advance(100)).toBe('')
  expect(console.type('q')).toMatch(
    new RegExp(`[\\b] +[\\b]+${stamped(5, 'one').source}\\n${stamped(5, 'two').source}\\nSwitch#$`),
  )
})

test('more messages than the queue holds are lost, and counted', () => {
  // From memory: the sentence.
  const console = privileged('line con 0', 'logging synchronous limit 2')
  console.type('terminal length 5\r')
  console.type('show users all\r')
  for (const text of ['one', 'two', 'three', 'four']) report(console, 5, text)
  console.advance(100)
  const shown = console.type('q')
  expect(shown).toMatch(/: two\n%SYS-3-MSGLOST 2 due to overflow\nSwitch#$/)
  expect(shown).not.toContain('three')
})

test('without logging synchronous a message lands in the page', () => {
  const console = privileged()
  console.type('terminal length 5\r')
  console.type('show users all\r')
  report(console, 5, 'one')
  expect(console.advance(100)).toMatch(new RegExp(`^\\n${stamped(5, 'one').source}$`))
})

test('Ctrl-Z runs what is typed and then leaves configuration', () => {
  const console = privileged()
  console.type('conf t\rinterface fa0/1\r')
  expect(console.type('description uplink\x1a')).toBe('description uplink^Z\nSwitch#')
  expect(console.advance(100)).toMatch(/%SYS-5-CONFIG_I: Configured from console by console$/)
  expect(console.type('\rshow run | include ^ desc\r')).toContain('\n description uplink\n')
})

test('Ctrl-Z behind a mistake says so and leaves all the same', () => {
  const console = privileged()
  console.type('conf t\rinterface fa0/1\r')
  expect(console.type('description\x1a')).toBe('description^Z\n% Incomplete command.\n\nSwitch#')
})

test('Ctrl-C drops the line, and leaves configuration', () => {
  const console = privileged()
  expect(console.type('show vers\x03')).toBe('show vers\nSwitch#')
  console.type('conf t\rinterface fa0/1\r')
  expect(console.type('description x\x03')).toBe('description x\nSwitch#')
  console.advance(100)
  expect(console.type('\rshow run | include ^ desc\r')).toMatch(/include \^ desc\nSwitch#$/)
})

test('the next prompt has the new name, cut to 20 characters in configuration modes', () => {
  const console = privileged()
  expect(console.type('conf t\rhostname very-very-long-hostname\r')).toMatch(
    /\nvery-very-long-hostn\(config\)#$/,
  )
  expect(console.type('end\r')).toBe('end\nvery-very-long-hostname#')
})

test('an idle page ends with the session', () => {
  const console = privileged('line con 0', 'exec-timeout 1 0')
  console.type('terminal length 5\r')
  console.type('show users all\r')
  expect(console.advance(60_000)).toContain('Switch con0 is now available')
})

// The sentence: "Cisco IOS Security Configuration Guide", command authorization.
test('a forbidden command is refused in every spelling, and others that begin alike are not', () => {
  const console = startConsole('catalyst-2960-24tt', { forbidden: ['show running-config'] })
  console.type('enable\r')
  for (const typed of ['show running-config', 'sh run', 'sh run int fa0/1', 'sh run | include hostname'])
    expect(console.type(`${typed}\r`)).toBe(`${typed}\nCommand authorization failed.\n\nSwitch#`)
  expect(console.type('show privilege\r')).toContain('Current privilege level is 15')
  console.type('configure terminal\r')
  expect(console.type('do sh run\r')).toContain('Command authorization failed.')
  expect(console.type('hostname S1\r')).toMatch(/S1\(config\)#$/)
})

test('what is no command is told, with what was typed', () => {
  const console = startConsole('catalyst-2960-24tt')
  console.type('enable\rshow vlam\rshow clock\rconf\x15configure terminal\rhostnam\r')
  expect(console.mistyped).toEqual(['show vlam', 'hostnam'])
})

// From memory: warnings of a range scroll by, so that the next line of a pasted configuration is not lost at --More--.
test('warnings of a configuration line are not paged', () => {
  const console = startConsole('catalyst-2960-24tt', { paging: true })
  console.type('enable\rconfigure terminal\rinterface range fa0/1 - 24\r')
  const shown = console.type('spanning-tree portfast\rdescription seen\r')
  expect(shown).not.toContain('--More--')
  expect(shown).toMatch(/description seen\nSwitch\(config-if-range\)#$/)
  expect(console.type('do show vlan brief\rdo show interfaces\r')).toContain('--More--')
})
