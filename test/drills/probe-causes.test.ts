/** What is said of a probe that fails, in networks that are broken as learners break them. */

import { expect, test } from 'vitest'
import type { Deed } from '../../src/drills/lab-drill.ts'
import { checked, configured, cut, typed } from './checked.ts'

const asked = (who: string, address: string, why: string): string =>
  `${who} asked for the MAC address of ${address} and got no answer: ${why}`

interface Broken {
  readonly lab: string
  readonly ping: readonly [from: string, to: string]
  readonly by: readonly Deed[]
  readonly cause: string
}

const two = (...by: readonly Deed[]) => ({ lab: 'two-switches', ping: ['PC1', 'PC3'] as const, by })
const routers = (...by: readonly Deed[]) => ({ lab: 'two-routers', ping: ['PC1', 'PC2'] as const, by })
const noRoute = 'there is no route to the destination'

const broken: Readonly<Record<string, Broken>> = {
  'a port in the wrong VLAN': {
    ...two(configured('SW2', 'interface fa0/1', 'switchport access vlan 20')),
    cause: asked('PC1', '192.168.10.13', 'the question came in VLAN 10, and SW2 Fa0/1 is in VLAN 20'),
  },
  'a trunk that leaves the VLAN out': {
    ...two(configured('SW1', 'interface gi0/1', 'switchport trunk allowed vlan 20')),
    cause: asked('PC1', '192.168.10.13', 'SW1 Gi0/1 does not carry VLAN 10'),
  },
  'a trunk that leaves the VLAN out at the far end': {
    ...two(configured('SW2', 'interface gi0/1', 'switchport trunk allowed vlan 20')),
    cause: 'address resolution ended at SW2 Gi0/1: the trunk does not carry the VLAN (VLAN 10)',
  },
  'different native VLANs': {
    ...two(configured('SW1', 'interface gi0/1', 'switchport trunk native vlan 10')),
    cause: asked(
      'PC1',
      '192.168.10.13',
      'spanning tree blocks SW1 Gi0/1: the ends have different native VLANs',
    ),
  },
  'an access port at a trunk': {
    ...two(configured('SW2', 'interface gi0/1', 'switchport mode access')),
    cause: 'address resolution ended at SW2 Gi0/1: a tagged frame came in at an access port (VLAN 10)',
  },
  'a VLAN that does not exist': {
    ...two(configured('SW2', 'no vlan 10')),
    cause: 'address resolution ended at SW2 Gi0/1: the switch has no such VLAN (VLAN 10)',
  },
  'a port that is shut down': {
    ...two(configured('SW1', 'interface fa0/1', 'shutdown')),
    cause: 'address resolution ended at PC1 eth0: the link is down; SW1 Fa0/1 is shut down',
  },
  'a trunk that is shut down at the far end': {
    ...two(configured('SW2', 'interface gi0/1', 'shutdown')),
    cause: asked('PC1', '192.168.10.13', 'SW2 Gi0/1 is shut down'),
  },
  'a cable pulled at the sender': {
    ...two(cut('SW1 Fa0/1')),
    cause: 'address resolution ended at PC1 eth0: no cable is plugged in there',
  },
  'a cable pulled at the target': {
    ...two(cut('SW2 Fa0/1')),
    cause: asked('PC1', '192.168.10.13', 'no cable is plugged into PC3'),
  },
  'BPDU guard between switches': {
    ...two(configured('SW2', 'interface gi0/1', 'spanning-tree bpduguard enable')),
    cause: asked('PC1', '192.168.10.13', 'SW2 Gi0/1 was err-disabled by bpduguard'),
  },
  'root guard towards the root': {
    ...two(configured('SW2', 'interface gi0/1', 'spanning-tree guard root')),
    cause: asked(
      'PC1',
      '192.168.10.13',
      'spanning tree blocks SW2 Gi0/1: root guard heard of a better root there',
    ),
  },
  'a host without its address': {
    ...two(typed('PC3', 'ip addr del 192.168.10.13/24 dev eth0', 'ip addr add 192.168.10.113/24 dev eth0')),
    ping: ['PC1', '192.168.10.13'],
    cause: asked('PC1', '192.168.10.13', 'no device has that address'),
  },
  'no way back': {
    ...routers(configured('R2', 'no ip route 192.168.1.0 255.255.255.0 10.0.0.1')),
    cause: `the reply ended at R2 Gi0/0: ${noRoute} (192.168.1.11)`,
  },
  'no way there': {
    ...routers(configured('R1', 'no ip route 192.168.2.0 255.255.255.0 10.0.0.2')),
    cause: `the request ended at R1 Gi0/0: ${noRoute} (192.168.2.12)`,
  },
  'a mask that is too long': {
    ...routers(configured('R1', 'interface se0/0/0', 'ip address 10.0.0.1 255.255.255.255')),
    cause: `the request ended at R1 Gi0/0: ${noRoute} (192.168.2.12); the route of R1 to 192.168.2.0/24 is out of use, for the next hop 10.0.0.2 cannot be reached`,
  },
  'no clock': {
    ...routers(configured('R1', 'interface se0/0/0', 'no clock rate')),
    cause: `the request ended at R1 Gi0/0: ${noRoute} (192.168.2.12); the route of R1 to 192.168.2.0/24 is out of use, for R1, the DCE end, gives R2 no clock`,
  },
  'a wrong gateway': {
    ...routers(typed('PC1', 'ip route del default', 'ip route add default via 192.168.1.254')),
    cause: asked('PC1', 'its gateway 192.168.1.254', 'no device has that address'),
  },
  'no gateway': {
    ...routers(typed('PC1', 'ip route del default')),
    cause: 'PC1 has no default gateway',
  },
  'no gateway at the far host': {
    ...routers(typed('PC2', 'ip route del default')),
    cause: `the reply ended at PC2: ${noRoute} (192.168.1.11); PC2 has no default gateway`,
  },
  'the far interface shut down': {
    ...routers(configured('R2', 'interface gi0/0', 'shutdown')),
    cause: `the request ended at R2 Se0/0/0: ${noRoute} (192.168.2.12); the route of R2 to 192.168.2.0/24 is out of use, for Gi0/0 is shut down`,
  },
  'a router without power': {
    ...routers({ kind: 'power', on: 'R2', to: 'off', loses: { tasks: [] } }),
    cause: `the request ended at R1 Gi0/0: ${noRoute} (192.168.2.12); the route of R1 to 192.168.2.0/24 is out of use, for R2 is switched off`,
  },
  'a mask that leaves the asker out': {
    ...routers(configured('R1', 'interface gi0/0', 'ip address 192.168.1.1 255.255.255.248')),
    cause: asked(
      'PC1',
      'its gateway 192.168.1.1',
      'R1 has 192.168.1.1/29, which makes 192.168.1.11 an address of another network',
    ),
  },
  "a host that has the gateway's address": {
    lab: 'layer3-switch',
    ping: ['PC1', 'PC3'],
    by: [typed('PC2', 'ip addr flush dev eth0', 'ip addr add 192.168.10.1/24 dev eth0')],
    cause:
      'the request ended at PC2 eth0: that device does not forward packets; it has the address of D1, 192.168.10.1',
  },
  'routes that lead in a circle': {
    ...routers(
      configured(
        'R2',
        'interface gi0/0',
        'ip address 192.168.3.1 255.255.255.0',
        'exit',
        'ip route 192.168.2.0 255.255.255.0 10.0.0.1',
      ),
    ),
    cause:
      'the request ended at R2 Se0/0/0: its TTL ran out, as in a routing loop; it went in a circle: R1, R2',
  },
  'a loop, and a route in reserve that would not help': {
    lab: 'two-routers',
    ping: ['PC1', '10.7.7.7'],
    by: [
      configured(
        'R1',
        'ip route 10.7.0.0 255.255.0.0 172.31.0.1 5',
        'ip route 10.7.0.0 255.255.0.0 10.0.0.2',
      ),
      configured('R2', 'ip route 10.7.0.0 255.255.0.0 10.0.0.1'),
    ],
    cause:
      'the request ended at R2 Se0/0/0: its TTL ran out, as in a routing loop; it went in a circle: R1, R2',
  },
  'an address that nobody has, asked for where a VLAN ends': {
    lab: 'campus',
    ping: ['PC1', '192.168.10.200'],
    by: [configured('A2', 'no vlan 10')],
    cause: asked('PC1', '192.168.10.200', 'no device has that address'),
  },
  'a wrong tag': {
    lab: 'router-on-a-stick',
    ping: ['PC2', 'R1'],
    by: [
      configured(
        'R1',
        'interface gi0/0.20',
        'encapsulation dot1q 21',
        'ip address 192.168.20.1 255.255.255.0',
      ),
    ],
    cause: 'address resolution ended at R1 Gi0/0: no subinterface has its VLAN tag (VLAN 20)',
  },
  'a trunk to a router that is an access port': {
    lab: 'router-on-a-stick',
    ping: ['PC1', 'PC2'],
    by: [configured('SW1', 'interface gi0/1', 'switchport mode access')],
    cause: asked(
      'PC1',
      'its gateway 192.168.10.1',
      'the question came in VLAN 10, and SW1 Gi0/1 is in VLAN 1',
    ),
  },
  'a switch that does not route': {
    lab: 'layer3-switch',
    ping: ['PC1', 'PC3'],
    by: [configured('D1', 'no ip routing')],
    cause: 'the request ended at D1 Vl10: that device does not forward packets',
  },
  'an SVI shut down, and a default route that leads back': {
    lab: 'layer3-switch',
    ping: ['PC1', 'PC3'],
    by: [configured('D1', 'interface vlan 20', 'shutdown')],
    cause:
      'the request ended at R1 Gi0/0: its TTL ran out, as in a routing loop; the route of D1 to 192.168.20.0/24 is out of use, for Vl20 is shut down',
  },
}

test.each(Object.entries(broken))('%s', async (_name, { lab, ping: [from, to], by, cause }) => {
  const [result] = await checked(lab, [`ping: { from: ${from}, to: ${to} }`], ...by)
  expect(result?.cause?.en).toBe(cause)
})

test('in Chinese', async () => {
  const [result] = await checked(
    'two-switches',
    ['ping: { from: PC1, to: PC3 }'],
    configured('SW2', 'interface fa0/1', 'switchport access vlan 20'),
  )
  expect(result?.cause?.zh).toBe(
    'PC1 用 ARP 询问 192.168.10.13 的 MAC 地址，没有得到应答：询问在 VLAN 10 中，而 SW2 Fa0/1 属于 VLAN 20',
  )
})
