/** Moving between modes, and what is said on the way. */

import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function fresh(): TestConsole {
  const console = startConsole('catalyst-2960-24tt')
  console.advance(10_000)
  return console
}

const entered = 'Enter configuration commands, one per line.  End with CNTL/Z.\n'

test('without any password the console is let through, and disable goes back', () => {
  const console = fresh()
  expect(console.type('enable\r')).toBe('enable\nSwitch#')
  expect(console.type('enable\r')).toBe('enable\nSwitch#')
  expect(console.type('disable\r')).toBe('disable\nSwitch>')
  // Any level from 2 on has the sign of privilege.
  expect(console.type('enable 2\r')).toBe('enable 2\nSwitch#')
  expect(console.type('disable 1\r')).toBe('disable 1\nSwitch>')
})

test('configure alone asks from where', () => {
  const console = fresh()
  console.type('en\r')
  const question = 'Configuring from terminal, memory, or network [terminal]? '
  expect(console.type('configure\r')).toBe(`configure\n${question}`)
  expect(console.type('\r')).toBe(`\n${entered}Switch(config)#`)
  console.type('exit\r')
  console.advance(100)
  expect(console.type('conf\rt\r')).toBe(`conf\n${question}t\n${entered}Switch(config)#`)
})

test('exit goes back one mode, end all the way, and each leaving is logged', () => {
  const console = fresh()
  console.type('en\r')
  expect(console.type('conf t\rint fa0/1\rexit\rexit\r')).toBe(
    `conf t\n${entered}Switch(config)#int fa0/1\nSwitch(config-if)#exit\nSwitch(config)#exit\nSwitch#`,
  )
  expect(console.advance(100)).toMatch(
    /^\n\*Mar {2}1 00:\d\d:\d\d\.\d{3}: %SYS-5-CONFIG_I: Configured from console by console$/,
  )
  expect(console.type('\rconf t\rline con 0\rend\r')).toMatch(/Switch\(config-line\)#end\nSwitch#$/)
  expect(console.advance(100)).toContain('%SYS-5-CONFIG_I')
})

test.each(['exit', 'logout', 'quit', 'lo'])('%s ends the session from any level', (word) => {
  const console = fresh()
  console.type('en\r')
  expect(console.type(`${word}\r`)).toBe(
    `${word}\n${'\n'.repeat(33)}Switch con0 is now available${'\n'.repeat(6)}Press RETURN to get started.${'\n'.repeat(5)}`,
  )
  expect(console.type('\r')).toBe('\nSwitch>')
})
