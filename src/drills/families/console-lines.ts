/**
 * Lines that a course types, with the mode where they belong: what the families on the console start from. They are input only;
 * what a device makes of a line is the emulator's answer.
 */

import type { ModeName } from '../cards/emulator.ts'

export type Model = 'switch' | 'router'

export interface ConsoleLine {
  readonly mode: ModeName
  readonly line: string
  readonly models: readonly Model[]
}

export function modelOf(profile: string): Model {
  return profile.startsWith('catalyst') ? 'switch' : 'router'
}

const everywhere: Readonly<Partial<Record<ModeName, readonly string[]>>> = {
  exec: [
    'configure terminal',
    'copy running-config startup-config',
    'show running-config',
    'show startup-config',
    'show version',
    'show clock',
    'show history',
    'show users',
    'show privilege',
    'show ip interface brief',
    'show interfaces status',
    'show ip arp',
    'show logging',
    'show line',
    'terminal length 0',
    'terminal history size 50',
    'erase startup-config',
    'write memory',
    'clear line 0',
    'ping 192.168.1.1',
    'telnet 192.168.1.1',
    'reload',
  ],
  config: [
    'hostname SW1',
    'enable secret cisco',
    'enable password cisco',
    'service password-encryption',
    'no ip domain-lookup',
    'username admin secret cisco',
    'banner motd #Keep out#',
    'ip default-gateway 192.168.1.1',
    'line console 0',
    'line vty 0 4',
    'logging buffered 16384',
    'clock timezone CET 1',
  ],
  'config-if': ['description uplink', 'shutdown', 'no shutdown', 'duplex full', 'speed 100'],
  'config-line': [
    'password cisco',
    'login local',
    'login',
    'exec-timeout 10 0',
    'logging synchronous',
    'transport input telnet',
    'history size 100',
  ],
}

const onSwitches: Readonly<Partial<Record<ModeName, readonly string[]>>> = {
  exec: [
    'show vlan brief',
    'show mac address-table',
    'show interfaces trunk',
    'show spanning-tree',
    'show spanning-tree vlan 10',
    'show flash:',
  ],
  config: [
    'vlan 10',
    'interface vlan 1',
    'interface fastethernet 0/1',
    'spanning-tree mode rapid-pvst',
    'spanning-tree vlan 10 root primary',
    'interface range fastethernet 0/1 - 4',
  ],
  'config-if': [
    'switchport mode access',
    'switchport mode trunk',
    'switchport access vlan 10',
    'switchport trunk native vlan 99',
    'switchport trunk allowed vlan 10,20',
    'switchport nonegotiate',
    'spanning-tree portfast',
    'spanning-tree bpduguard enable',
  ],
  'config-if-svi': ['ip address 192.168.1.2 255.255.255.0'],
  'config-vlan': ['name STAFF'],
}

const onRouters: Readonly<Partial<Record<ModeName, readonly string[]>>> = {
  exec: ['show ip route', 'show ip protocols', 'show controllers', 'traceroute 192.168.1.1', 'show arp'],
  config: [
    'interface gigabitethernet 0/0',
    'ip route 0.0.0.0 0.0.0.0 192.168.1.1',
    'router ospf 1',
    'ip dhcp pool LAN',
    'ip dhcp excluded-address 192.168.1.1',
  ],
  'config-if': ['ip address 192.168.1.1 255.255.255.0', 'no ip address'],
  'config-subif': ['encapsulation dot1q 10'],
  'dhcp-config': [
    'network 192.168.1.0 255.255.255.0',
    'default-router 192.168.1.1',
    'dns-server 192.168.1.1',
  ],
  'config-router-ospf': ['network 10.0.0.0 0.255.255.255 area 0', 'passive-interface gigabitethernet 0/0'],
}

function listed(
  lines: Readonly<Partial<Record<ModeName, readonly string[]>>>,
  models: readonly Model[],
): ConsoleLine[] {
  return (Object.entries(lines) as [ModeName, readonly string[]][]).flatMap(([mode, list]) =>
    list.map((line) => ({ mode, line, models })),
  )
}

export const consoleLines: readonly ConsoleLine[] = [
  ...listed(everywhere, ['switch', 'router']),
  ...listed(onSwitches, ['switch']),
  ...listed(onRouters, ['router']),
]
