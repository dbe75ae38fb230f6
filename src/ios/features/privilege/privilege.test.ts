/** Commands moved between levels. The effect on the words before them is as Cisco's documentation says. */

import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function configured(...lines: string[]): TestConsole {
  const console = startConsole('catalyst-2960-24tt')
  console.advance(10_000)
  console.type(`en\rterminal length 0\rconf t\r${lines.join('\r')}\r`)
  return console
}

const printed = (console: TestConsole): string[] =>
  console.type('do show run | include ^privilege\r').split('\n').slice(1, -1)

test('a moved command prints in full, with the words before it behind it', () => {
  const console = configured(
    'privilege exec level 5 sh run',
    'privilege configure level 5 int',
    'privilege interface level 5 shut',
    'privilege exec all level 4 terminal',
  )
  expect(printed(console)).toEqual([
    'privilege interface level 5 shutdown',
    'privilege configure level 5 interface',
    'privilege exec level 5 show running-config',
    'privilege exec level 5 show',
    'privilege exec all level 4 terminal',
  ])
})

test('reset and no take a command back, and the words before it where nothing needs them', () => {
  const console = configured(
    'privilege exec level 5 show running-config',
    'privilege exec level 5 show startup-config',
  )
  console.type('privilege exec reset show running-config\r')
  expect(printed(console)).toEqual([
    'privilege exec level 5 show startup-config',
    'privilege exec level 5 show',
  ])
  console.type('no privilege exec level 5 show startup-config\r')
  expect(printed(console)).toEqual([])
})

test('a word that is none has its caret', () => {
  const console = configured()
  expect(console.type('privilege exec level 5 show foo\r')).toBe(
    `privilege exec level 5 show foo\n${' '.repeat('Switch(config)#privilege exec level 5 show '.length)}^\n% Invalid input detected at '^' marker.\n\nSwitch(config)#`,
  )
})

test('each level sees its own commands only', () => {
  const console = configured(
    'privilege exec level 5 show running-config',
    'privilege exec level 7 clear line',
  )
  console.type('do enable 5\rend\r')
  console.advance(1000)
  expect(console.type('show privilege\r')).toContain('level is 5\n')
  expect(console.type('show run | include ^hostname\r')).toContain('\nhostname Switch\n')
  expect(console.type('show startup-config\r')).toContain("\n% Invalid input detected at '^' marker.\n")
  expect(console.type('clear line 1\r')).toContain("\n% Invalid input detected at '^' marker.\n")
  expect(console.type('configure terminal\r')).toContain("\n% Invalid input detected at '^' marker.\n")
  console.type('disable\r')
  // `show` went up with what it leads to.
  expect(console.type('show version\r')).toContain('\n        ^\n% Invalid input')
})

test('a level that may configure sees what was given to it, and finds the way out', () => {
  const console = configured(
    'privilege exec level 5 configure terminal',
    'privilege configure level 5 interface',
    'privilege interface level 5 shutdown',
    'do enable 5',
    'end',
    'configure terminal',
    'interface fa0/1',
  )
  console.type('')
  const help = console.type('?')
  expect(help).toContain(
    '\nInterface configuration commands:\n  default   Set a command to its defaults\n  exit ',
  )
  expect(help).toContain('\n  shutdown  Shutdown the selected interface\n\n')
  expect(help).not.toContain('description')
  expect(console.type('no shutdown\r')).toBe('no shutdown\nSwitch(config-if)#')
  expect(console.type('description x\r')).toContain('% Invalid input')
  expect(console.type('end\r')).toBe('end\nSwitch#')
})

test('level 0 has five commands', () => {
  const console = configured('end')
  console.advance(1000)
  console.type('\rdisable 0\r')
  expect(console.type('?')).toBe(`?
Exec commands:
  disable  Turn off privileged commands
  enable   Turn on privileged commands
  exit     Exit from the EXEC
  help     Description of the interactive help system
  logout   Exit from the EXEC

Switch>`)
})
