/** The classic faults of a network: for each, the frame of a ping ends for the right reason, at the right device and port. */

import { expect, test } from 'vitest'
import { builtInHosts } from '../../src/hardware/built-in-profiles.ts'
import type { LabHost } from '../../src/labs/lab.ts'
import { readIpv4 } from '../../src/wire/ipv4-text.ts'
import { iosDevice, labOf, startedLab } from './labs.ts'

function pc(name: string, address: string, gateway?: string): LabHost {
  const profile = builtInHosts.get('host')
  if (profile === undefined) throw new Error('no profile host')
  return {
    name,
    profile,
    host: {
      addresses: [{ address: ipv4(address), prefixLength: 24 }],
      ...(gateway === undefined ? {} : { gateway: ipv4(gateway) }),
      dns: [],
    },
  }
}

function ipv4(text: string): number {
  const address = readIpv4(text)
  if (address === undefined) throw new Error(`not an address: ${text}`)
  return address
}

/** What is broken: lines behind the sound configuration of a device, or the gateway of PC1. */
interface Fault {
  readonly R1?: string
  readonly R2?: string
  readonly SW1?: string
  readonly SW2?: string
  readonly gateway?: string | undefined
}

const routers = {
  R1: `interface GigabitEthernet0/0
ip address 192.168.10.1 255.255.255.0
no shutdown
interface GigabitEthernet0/1
ip address 10.0.12.1 255.255.255.0
no shutdown
exit
ip route 192.168.20.0 255.255.255.0 10.0.12.2
`,
  R2: `interface GigabitEthernet0/0
ip address 192.168.20.1 255.255.255.0
no shutdown
interface GigabitEthernet0/1
ip address 10.0.12.2 255.255.255.0
no shutdown
exit
ip route 192.168.10.0 255.255.255.0 10.0.12.1
`,
}

const switching = `interface GigabitEthernet0/2
switchport mode trunk
exit
`

/** PC1 and R1 on SW1, PC3 on SW2, a trunk between the switches; PC2 behind R1 and R2. Then PC1 pings. */
function pinged(fault: Fault, target: string): { ends: string[]; shown: string } {
  const gateway = 'gateway' in fault ? fault.gateway : '192.168.10.1'
  const lab = startedLab(
    labOf(
      'faults',
      [
        pc('PC1', '192.168.10.11', gateway),
        pc('PC2', '192.168.20.12', '192.168.20.1'),
        pc('PC3', '192.168.10.13'),
        iosDevice('SW1', 'catalyst-2960-24tt', switching + (fault.SW1 ?? '')),
        iosDevice('SW2', 'catalyst-2960-24tt', switching + (fault.SW2 ?? '')),
        iosDevice('R1', 'isr-1941', routers.R1 + (fault.R1 ?? '')),
        iosDevice('R2', 'isr-1941', routers.R2 + (fault.R2 ?? '')),
      ],
      [
        ['PC1 eth0', 'SW1 FastEthernet0/1', 'straight'],
        ['PC3 eth0', 'SW2 FastEthernet0/1', 'straight'],
        ['SW1 GigabitEthernet0/2', 'SW2 GigabitEthernet0/2'],
        ['SW1 GigabitEthernet0/1', 'R1 GigabitEthernet0/0', 'straight'],
        ['R1 GigabitEthernet0/1', 'R2 GigabitEthernet0/1'],
        ['R2 GigabitEthernet0/0', 'PC2 eth0'],
      ],
    ),
  )
  const { network, kernel, machines } = lab.running
  const ends = new Set<string>()
  network.log.tap((hop) => {
    // Bridges and neighbours go on talking; a flood also ends at those who are not meant.
    if (hop.kind !== 'ended' || (hop.frame.bytes[0] === 1 && hop.frame.bytes[1] !== 0xff)) return
    if (hop.reason !== 'not for this host')
      ends.add(`${hop.device} ${hop.port ?? '-'}: ${hop.reason}${hop.detail ? ` (${hop.detail})` : ''}`)
  })
  machines.get('PC1')?.type(`ping -c 2 ${target}\r`)
  kernel.advanceTo(kernel.nowMs + 20_000)
  return { ends: [...ends], shown: lab.shown.get('PC1') ?? '' }
}

const toPc2 = '192.168.20.12'
const toPc3 = '192.168.10.13'
const noArpEntries = ['R1 GigabitEthernet0/0: no arp entry yet', 'R2 GigabitEthernet0/1: no arp entry yet']
/** What also comes of an ARP request that is not answered. */
const unanswered = 'PC1 -: no arp reply'

test.each<[string, Fault, string, string[]]>([
  ['nothing, within the VLAN', {}, toPc3, []],
  ['nothing: each router drops what it asks for', {}, toPc2, noArpEntries],
  ['a gateway that is not there', { gateway: '192.168.10.2' }, toPc2, [unanswered]],
  ['a neighbour that is not there', {}, '192.168.10.99', [unanswered]],
  [
    'no route',
    { R1: 'no ip route 192.168.20.0 255.255.255.0' },
    toPc2,
    ['R1 GigabitEthernet0/0: no route (192.168.20.12)'],
  ],
  [
    'a route by an interface that is shut',
    { R1: 'interface GigabitEthernet0/1\nshutdown' },
    toPc2,
    ['R1 GigabitEthernet0/0: no route (192.168.20.12)'],
  ],
  [
    'a route to Null0',
    { R1: 'ip route 192.168.20.12 255.255.255.255 Null0' },
    toPc2,
    ['R1 GigabitEthernet0/0: null route (192.168.20.12)'],
  ],
  ['a router that does not route', { R1: 'no ip routing' }, toPc2, ['R1 GigabitEthernet0/0: not forwarding']],
  [
    'a circle of routes',
    { R1: 'ip route 172.16.0.0 255.255.0.0 10.0.12.2', R2: 'ip route 172.16.0.0 255.255.0.0 10.0.12.1' },
    '172.16.1.1',
    ['R1 GigabitEthernet0/0: no arp entry yet', 'R2 GigabitEthernet0/1: ttl'],
  ],
  ['a gateway whose port is shut', { R1: 'interface GigabitEthernet0/0\nshutdown' }, toPc2, [unanswered]],
  [
    'a gateway without an address',
    { R1: 'interface GigabitEthernet0/0\nno ip address' },
    toPc2,
    ['R1 GigabitEthernet0/0: no ip address', unanswered],
  ],
  [
    'a trunk whose far end does not allow the VLAN',
    { SW2: 'interface GigabitEthernet0/2\nswitchport trunk allowed vlan 2-99' },
    toPc3,
    ['SW2 GigabitEthernet0/2: vlan not allowed on trunk (VLAN 1)', unanswered],
  ],
  [
    'a VLAN that the next switch does not know',
    { SW1: 'vlan 20\ninterface FastEthernet0/1\nswitchport access vlan 20' },
    toPc3,
    ['SW2 GigabitEthernet0/2: vlan does not exist (VLAN 20)', unanswered],
  ],
  [
    'an access port in a VLAN that was deleted',
    { SW1: 'vlan 20\nexit\ninterface FastEthernet0/1\nswitchport access vlan 20\nexit\nno vlan 20' },
    toPc3,
    ['SW1 FastEthernet0/1: vlan does not exist (VLAN 20)', unanswered],
  ],
  [
    'a neighbour in another VLAN',
    { SW2: 'vlan 20\ninterface FastEthernet0/1\nswitchport access vlan 20' },
    toPc3,
    ['SW2 GigabitEthernet0/2: no other port in the vlan (VLAN 1)', unanswered],
  ],
  [
    'a trunk against an access port',
    {
      SW1: 'vlan 10\ninterface GigabitEthernet0/2\nswitchport trunk native vlan 10\nswitchport nonegotiate',
      SW2: 'interface GigabitEthernet0/2\nswitchport mode access',
    },
    toPc3,
    ['SW2 GigabitEthernet0/2: stp blocking (VLAN 1)', unanswered],
  ],
  [
    'a tag that no sub-interface has',
    {
      R1: `interface GigabitEthernet0/0
no ip address
interface GigabitEthernet0/0.10
encapsulation dot1Q 10
ip address 192.168.10.1 255.255.255.0`,
      SW1: `vlan 20
interface GigabitEthernet0/1
switchport mode trunk
switchport trunk native vlan 20`,
    },
    toPc2,
    ['R1 GigabitEthernet0/0: unknown vlan tag (VLAN 1)', unanswered],
  ],
  [
    'a line that is too narrow',
    { R1: 'interface GigabitEthernet0/1\nip mtu 600' },
    `-s 1000 -M do ${toPc2}`,
    ['R1 GigabitEthernet0/0: fragmentation needed (1028 bytes, MTU 600)'],
  ],
])('what ends because of %s', (_, fault, target, ends) => {
  expect(pinged(fault, target).ends).toEqual(ends)
})

test('a host without a gateway sends nothing', () => {
  const { ends, shown } = pinged({ gateway: undefined }, toPc2)
  expect(ends).toEqual([])
  expect(shown).toContain('ping: connect: Network is unreachable')
})

test('a reply without a way back ends at the last router', () => {
  const { ends } = pinged({ R2: 'no ip route 192.168.10.0 255.255.255.0' }, `-c 5 ${toPc2}`)
  expect(ends).toContain('R2 GigabitEthernet0/0: no route (192.168.10.11)')
})

test('a last router that asks in vain', () => {
  expect(pinged({}, '-c 9 192.168.20.99').ends).toContain('R2 GigabitEthernet0/1: no arp reply')
})
