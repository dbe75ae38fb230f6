/**
 * Where the caret stands: each row was typed on a real device (1841, 1941, 881), and its caret's column read there. The
 * column counts from the row's first character, so it depends on the hostname and the mode.
 */

import { expect, test } from 'vitest'
import { startConsole } from '../console.ts'

type Mode = '>' | '#' | '(config)#' | '(config-if)#' | '(dhcp-config)#'

const ways: Readonly<Record<Mode, string>> = {
  '>': '',
  '#': 'enable\r',
  '(config)#': 'enable\rconfigure terminal\r',
  '(config-if)#': 'enable\rconfigure terminal\rinterface GigabitEthernet0/0\r',
  '(dhcp-config)#': 'enable\rconfigure terminal\rip dhcp pool LAN60\r',
}

function answer(profile: string, hostname: string, mode: Mode, typed: string): string {
  const console = startConsole(profile, { startupConfig: `hostname ${hostname}\nno ip domain-lookup\nend\n` })
  const way = profile === 'isr-1941' ? ways[mode] : ways[mode].replace('GigabitEthernet0/0', 'fa0/1')
  const shown = console.type(way)
  expect(`${shown}${hostname}${mode}`).toContain(`${hostname}${mode}`)
  return console.type(`${typed}\r`)
}

function caretAt(column: number, hostname: string, mode: Mode, typed: string): string {
  return `${typed}\n${' '.repeat(column)}^\n% Invalid input detected at '^' marker.\n\n${hostname}${mode}`
}

test.each<[string, Mode, string, number]>([
  ['cisco1', '>', 'show foooooooo', 14],
  ['R4', '>', 'erase startup-config', 4],
  ['Router', '>', 'hostname R3', 8],
  ['R3', '#', 'username cisco privilege 15 password cisco', 4],
  ['R3', '#', 'interface g0/0', 4],
  ['R3', '#', 'conft t', 7],
  ['R3', '(config)#', 'exti', 13],
  ['R3', '(config)#', 'eixt', 12],
  ['R3', '(config)#', 'router opsf 1000', 19],
  ['R3', '(dhcp-config)#', 'defult', 19],
  ['R3', '#', 'show ip root', 13],
  ['R3', '#', 'show ip router', 16],
  ['R3', '#', 'show ip run', 12],
  ['R3', '#', 'ip dhcp pool LAN60', 11],
  ['R2', '#', 'erase restart', 9],
  ['R1', '(config-if)#', 'ip address 10.2.2.1 255.355.255.252', 40],
  ['R2', '(config-if)#', 'ip ospf area 1', 23],
  ['R1', '(config)#', 'logging 0255.255.1', 19],
  // Seen on other devices of the same family.
  ['R1', '>', 'enable cisco', 10],
  ['R1', '(config)#', 'cisco', 14],
  ['R1', '(config)#', 'interface 0/0/1', 21],
])('%s%s%s has its caret in column %i', (hostname, mode, typed, column) => {
  expect(answer('isr-1941', hostname, mode, typed)).toBe(caretAt(column, hostname, mode, typed))
})

test('a switch port has no wr, and neither has global configuration in its place', () => {
  expect(answer('catalyst-2960-24tt', 'S1', '(config-if)#', 'wr')).toBe(
    caretAt(14, 'S1', '(config-if)#', 'wr'),
  )
})

test('the same mistake stands elsewhere behind another prompt', () => {
  expect(answer('isr-1941', 'Router', '#', 'show ip intxx')).toBe(caretAt(18, 'Router', '#', 'show ip intxx'))
  expect(answer('isr-1941', 'R1', '#', 'show ip intxx')).toBe(caretAt(14, 'R1', '#', 'show ip intxx'))
})
