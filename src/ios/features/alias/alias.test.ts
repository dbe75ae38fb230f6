/** Aliases: built-in and own, where they hold, and the list, whose header and columns (name at 2, text at 24) are as captured. */

import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function configured(...lines: string[]): TestConsole {
  const console = startConsole('catalyst-2960-24tt')
  console.advance(10_000)
  console.type(`en\rterminal length 0\rconf t\r${lines.join('\r')}\rend\r`)
  console.advance(1000)
  console.type('\r')
  return console
}

const builtIn = `Exec mode aliases:
  h                     help
  lo                    logout
  p                     ping
  r                     resume
  s                     show
  u                     undebug
  un                    undebug
  w                     where
`

test('show aliases lists the built-in ones, and own ones by mode', () => {
  const console = configured('alias exec spr show privilege', 'alias interface ns no shutdown')
  expect(console.type('show aliases\r')).toBe(
    `show aliases\n${builtIn}  spr                   show privilege\n\nInterface configuration mode aliases:\n  ns                    no shutdown\nSwitch#`,
  )
  expect(console.type('show aliases interface\r')).toBe(
    'show aliases interface\nInterface configuration mode aliases:\n  ns                    no shutdown\nSwitch#',
  )
})

test('an alias stands for the first word of its mode', () => {
  const console = configured('alias exec spr show privilege', 'alias interface ns no shutdown')
  expect(console.type('spr\r')).toContain('\nCurrent privilege level is 15\n')
  expect(console.type('spr | include none\r')).toBe('spr | include none\nSwitch#')
  expect(console.type('conf t\rns\r')).toContain("% Invalid input detected at '^' marker.")
  expect(console.type('int fa0/1\rns\r')).toBe('int fa0/1\nSwitch(config-if)#ns\nSwitch(config-if)#')
})

test('single letters are built-in aliases', () => {
  const console = configured()
  expect(console.type('s\r')).toBe('s\n% Type "show ?" for a list of subcommands\nSwitch#')
  expect(console.type('w\r')).toBe('w\n% No connections open\nSwitch#')
})

test('an own alias wins over a built-in one and over a command', () => {
  const console = configured('alias exec s show privilege', 'alias exec show show users')
  expect(console.type('s\r')).toContain('\nCurrent privilege level is 15\n')
  expect(console.type('show\r')).toContain('\n    Line       User ')
})

test('partial help shows aliases with a star', () => {
  const console = configured('alias exec spr show privilege')
  expect(console.type('sp?')).toBe('sp?\n*spr="show privilege"\n\nSwitch#sp')
})

test('no takes one away, or all of a mode', () => {
  const console = configured(
    'alias exec a show clock',
    'alias exec b show users',
    'alias exec c show version',
  )
  const left = (): string[] => console.type('show run | include ^alias\r').split('\n').slice(1, -1)
  console.type('conf t\rno alias exec b\rend\r')
  console.advance(100)
  console.type('\r')
  expect(left()).toEqual(['alias exec a show clock', 'alias exec c show version'])
  console.type('conf t\rno alias exec\rend\r')
  console.advance(100)
  console.type('\r')
  expect(left()).toEqual([])
})
