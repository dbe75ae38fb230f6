/**
 * The running configuration of a device that nobody has configured, line for line: a 2960-24TT with 15.0(2)SE and a CISCO1941 with
 * 15.4(3)M after erasing, reloading and declining the setup dialogue. The runs of `!` are those of real devices. Serial number, byte
 * count and date comments differ from device to device.
 */

import { expect, test } from 'vitest'
import { startConsole } from './console.ts'

const separators = (count: number): string[] => Array.from({ length: count }, () => '!')

function shownConfiguration(profile: string): string[] {
  const console = startConsole(profile)
  console.type('enable\r')
  const lines = console.type('show running-config\r').split('\n')
  // The typed line before it, the prompt behind it.
  return lines.slice(1, -1)
}

// The 3560's list is the 2960's as far as is known: no whole one of 15.0 was at hand (from memory).
test.each(['catalyst-2960-24tt', 'catalyst-3560-24ps'])('%s', (profile) => {
  const ports = [
    ...Array.from({ length: 24 }, (_, index) => `interface FastEthernet0/${index + 1}`),
    'interface GigabitEthernet0/1',
    'interface GigabitEthernet0/2',
  ]
  const expected = [
    '!',
    'version 15.0',
    'no service pad',
    'service timestamps debug datetime msec',
    'service timestamps log datetime msec',
    'no service password-encryption',
    '!',
    'hostname Switch',
    '!',
    'boot-start-marker',
    'boot-end-marker',
    ...separators(2),
    'no aaa new-model',
    'system mtu routing 1500',
    ...separators(8),
    'spanning-tree mode pvst',
    'spanning-tree extend system-id',
    '!',
    'vlan internal allocation policy ascending',
    ...separators(6),
    ...ports.flatMap((port) => [port, '!']),
    'interface Vlan1',
    ' no ip address',
    ' shutdown',
    '!',
    'ip http server',
    'ip http secure-server',
    ...separators(2),
    'line con 0',
    'line vty 0 4',
    ' login',
    'line vty 5 15',
    ' login',
    '!',
    'end',
  ]
  const bytes = expected.join('\n').length + 2
  expect(shownConfiguration(profile)).toEqual([
    'Building configuration...',
    '',
    `Current configuration : ${bytes} bytes`,
    ...expected,
    '',
  ])
})

test('isr-1941', () => {
  const shown = shownConfiguration('isr-1941').filter((line) => !/^! (Last|NVRAM) config/.test(line))
  const ethernet = (name: string) => [
    `interface ${name}`,
    ' no ip address',
    ' shutdown',
    ' duplex auto',
    ' speed auto',
    '!',
  ]
  const serial = (name: string) => [
    `interface ${name}`,
    ' no ip address',
    ' shutdown',
    ' clock rate 2000000',
    '!',
  ]
  const expected = [
    'version 15.4',
    'service timestamps debug datetime msec',
    'service timestamps log datetime msec',
    'no service password-encryption',
    '!',
    'hostname Router',
    '!',
    'boot-start-marker',
    'boot-end-marker',
    ...separators(3),
    'no aaa new-model',
    ...separators(14),
    'ip cef',
    'no ipv6 cef',
    'multilink bundle-name authenticated',
    '!',
    'cts logging verbose',
    ...separators(2),
    'license udi pid CISCO1941/K9 sn SERIAL',
    ...separators(3),
    'redundancy',
    ...separators(6),
    'interface Embedded-Service-Engine0/0',
    ' no ip address',
    ' shutdown',
    '!',
    ...ethernet('GigabitEthernet0/0'),
    ...ethernet('GigabitEthernet0/1'),
    ...serial('Serial0/0/0'),
    ...serial('Serial0/0/1'),
    'ip forward-protocol nd',
    '!',
    'no ip http server',
    'no ip http secure-server',
    ...separators(5),
    'control-plane',
    ...separators(3),
    'line con 0',
    'line aux 0',
    'line 2',
    ' no activation-character',
    ' no exec',
    ' transport preferred none',
    ' transport output pad telnet rlogin lapb-ta mop udptn v120 ssh',
    ' stopbits 1',
    'line vty 0 4',
    ' login',
    ' transport input none',
    '!',
    'scheduler allocate 20000 1000',
    '!',
    'end',
    '',
  ]
  const from = shown.indexOf('version 15.4')
  expect(shown.slice(from).map((line) => line.replace(/ sn \w{11}$/, ' sn SERIAL'))).toEqual(expected)
})
