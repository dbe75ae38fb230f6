/**
 * The running configuration of a device that nobody has configured, line for line: a 2960-24TT with 15.0(2)SE and a CISCO1941 with
 * 15.4(3)M after erasing, reloading and declining the setup dialogue; the others as far as captured configurations show what stands
 * there unasked. The runs of `!` are those of real devices. Serial number, byte
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

test.each([
  ['isr-1941', 'CISCO1941/K9', ['0/0', '0/1'], ['0/0/0', '0/0/1']],
  // The 2911's is the 1941's, with its own ports.
  ['isr-2911', 'CISCO2911/K9', ['0/0', '0/1', '0/2'], []],
])('%s', (profile, model, ethernets, serials) => {
  const shown = shownConfiguration(profile).filter((line) => !/^! (Last|NVRAM) config/.test(line))
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
    `license udi pid ${model} sn SERIAL`,
    ...separators(3),
    'redundancy',
    ...separators(6),
    'interface Embedded-Service-Engine0/0',
    ' no ip address',
    ' shutdown',
    '!',
    ...ethernets.flatMap((unit) => ethernet(`GigabitEthernet${unit}`)),
    ...serials.flatMap((unit) => serial(`Serial${unit}`)),
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

/** From the version on, serial numbers made alike. */
function fromVersion(profile: string): string[] {
  const shown = shownConfiguration(profile)
  const from = shown.findIndex((line) => line.startsWith('version '))
  return shown.slice(from).map((line) => line.replace(/ sn \w+$/, ' sn SERIAL'))
}

const stamps = ['service timestamps debug datetime msec', 'service timestamps log datetime msec']
const port = (name: string, ...lines: string[]): string[] => [
  `interface ${name}`,
  ' no ip address',
  ' shutdown',
  ...lines.map((line) => ` ${line}`),
  '!',
]

// Separators of nine captured configurations of IOSv, 15.7(3)M3, whose configured lines are left out.
test('iosv', () => {
  expect(fromVersion('iosv')).toEqual([
    'version 15.7',
    ...stamps,
    'no service password-encryption',
    '!',
    'hostname Router',
    '!',
    'boot-start-marker',
    'boot-end-marker',
    ...separators(3),
    'no aaa new-model',
    ...separators(3),
    'mmi polling-interval 60',
    'no mmi auto-configure',
    'no mmi pvc',
    'mmi snmp-timeout 180',
    ...separators(11),
    'ip cef',
    'no ipv6 cef',
    '!',
    'multilink bundle-name authenticated',
    ...separators(5),
    'redundancy',
    ...separators(15),
    ...Array.from({ length: 16 }, (_, unit) =>
      port(`GigabitEthernet0/${unit}`, 'duplex auto', 'speed auto', 'media-type rj45'),
    ).flat(),
    'ip forward-protocol nd',
    ...separators(2),
    'no ip http server',
    'no ip http secure-server',
    '!',
    'ipv6 ioam timestamp',
    ...separators(3),
    'control-plane',
    '!',
    'line con 0',
    'line aux 0',
    'line vty 0 4',
    ' login',
    ' transport input none',
    '!',
    'no scheduler allocate',
    '!',
    'end',
    '',
  ])
})

// Separators of captured configurations of 7200s with 15.2(4)S5.
test('c7206vxr', () => {
  expect(fromVersion('c7206vxr')).toEqual([
    'version 15.2',
    ...stamps,
    '!',
    'hostname Router',
    '!',
    'boot-start-marker',
    'boot-end-marker',
    ...separators(3),
    'no aaa new-model',
    ...separators(5),
    'ip cef',
    ...separators(6),
    'no ipv6 cef',
    ...separators(2),
    'multilink bundle-name authenticated',
    ...separators(22),
    ...['0/0', '0/1', '1/0', '1/1'].flatMap((unit) =>
      port(`FastEthernet${unit}`, 'speed auto', 'duplex auto'),
    ),
    ...['2/0', '2/1', '2/2', '2/3'].flatMap((unit) => port(`Serial${unit}`, 'serial restart-delay 0')),
    ...port('GigabitEthernet3/0', 'negotiation auto'),
    'ip forward-protocol nd',
    ...separators(2),
    'no ip http server',
    'no ip http secure-server',
    ...separators(4),
    'control-plane',
    ...separators(2),
    'line con 0',
    ' stopbits 1',
    'line aux 0',
    ' stopbits 1',
    'line vty 0 4',
    ' login',
    ...separators(2),
    'end',
    '',
  ])
})

// What captured configurations of IOS-XE 16.4 and 16.9 print without being asked, in their order; how many separators stand between differs from device to device, and is from memory.
test.each([
  [
    'csr1000v',
    '16.4',
    ['no platform punt-keepalive disable-kernel-core', 'platform console serial'],
    Array.from({ length: 16 }, (_, unit) =>
      port(`GigabitEthernet${unit + 1}`, 'negotiation auto', 'no mop enabled', 'no mop sysid'),
    ),
    ['line con 0', ' stopbits 1', 'line vty 0 4', ' login'],
  ],
  [
    'isr-4321',
    '16.6',
    ['platform qfp utilization monitor load 80', 'no platform punt-keepalive disable-kernel-core'],
    [
      port('GigabitEthernet0/0/0', 'negotiation auto'),
      port('GigabitEthernet0/0/1', 'negotiation auto'),
      port('Serial0/1/0'),
      port('Serial0/1/1'),
    ],
    [
      'line con 0',
      ' transport input none',
      ' stopbits 1',
      'line aux 0',
      ' stopbits 1',
      'line vty 0 4',
      ' login',
    ],
  ],
])('%s', (profile, version, platform, ports, lines) => {
  expect(fromVersion(profile).filter((line) => line !== '!')).toEqual([
    `version ${version}`,
    ...stamps,
    ...platform,
    'hostname Router',
    'boot-start-marker',
    'boot-end-marker',
    'no aaa new-model',
    'subscriber templating',
    'multilink bundle-name authenticated',
    `license udi pid ${profile === 'csr1000v' ? 'CSR1000V' : 'ISR4321/K9'} sn SERIAL`,
    'diagnostic bootup level minimal',
    'spanning-tree extend system-id',
    'redundancy',
    ...ports.flat().filter((line) => line !== '!'),
    'ip forward-protocol nd',
    'no ip http server',
    'ip http secure-server',
    'control-plane',
    ...lines,
    'end',
    '',
  ])
})
