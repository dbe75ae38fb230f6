/** Small labs drawn from a seed: switches joined with loops, VLANs, hosts, and sometimes a router on a stick. */

import { builtInHosts } from '../../src/hardware/built-in-profiles.ts'
import { Random } from '../../src/kernel/random.ts'
import type { Lab, LabDevice, LabHost } from '../../src/labs/lab.ts'
import { type CableEnds, iosDevice, labOf } from './labs.ts'

export const vlansInUse = [1, 10, 20] as const

export interface RandomLab {
  readonly lab: Lab
  /** VLAN by host. */
  readonly vlanOf: ReadonlyMap<string, number>
  readonly switches: readonly string[]
}

const hostProfile = builtInHosts.get('host')

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[random.below(list.length)] as T
}

function address(vlan: number, last: number): number {
  return ((10 << 24) | (vlan << 16) | last) >>> 0
}

/** Ports that join a switch to others, the fast ones first; hosts take Fa0/1 and on. */
function uplinks(): string[] {
  return [
    'GigabitEthernet0/1',
    'GigabitEthernet0/2',
    ...Array.from({ length: 8 }, (_, i) => `FastEthernet0/${24 - i}`),
  ]
}

export function randomLab(seed: number): RandomLab {
  const random = new Random(seed)
  const count = 2 + random.below(4)
  const mode = pick(random, ['pvst', 'rapid-pvst', 'mixed'])
  const switches = Array.from({ length: count }, (_, i) => {
    const layer3 = random.below(4) === 0
    const spanning = mode === 'mixed' ? pick(random, ['pvst', 'rapid-pvst']) : mode
    return {
      name: `S${i + 1}`,
      profile: layer3 ? 'catalyst-3560-24ps' : 'catalyst-2960-24tt',
      encapsulation: layer3 ? [' switchport trunk encapsulation dot1q'] : [],
      config: [
        `spanning-tree mode ${spanning}`,
        ...(random.below(3) === 0 ? [`spanning-tree vlan 1,10,20 priority ${4096 * random.below(15)}`] : []),
        'vlan 10',
        'vlan 20',
        'exit',
      ],
      free: uplinks(),
      hosts: 0,
    }
  })
  type Switch = (typeof switches)[number]
  const cables: CableEnds[] = []
  const trunk = (at: Switch, port: string): void =>
    void at.config.push(`interface ${port}`, ...at.encapsulation, ' switchport mode trunk', 'exit')
  const join = (a: Switch, b: Switch): void => {
    const [from, to] = [a.free.shift(), b.free.shift()]
    if (from === undefined || to === undefined) return
    cables.push([`${a.name} ${from}`, `${b.name} ${to}`])
    // Left as they are, two such ports negotiate no trunk: a link in VLAN 1.
    if (random.below(5) === 0) return
    trunk(a, from)
    trunk(b, to)
  }
  for (let i = 1; i < count; i++) join(switches[i] as Switch, switches[random.below(i)] as Switch)
  for (let more = random.below(4); more > 0; more--) {
    const [a, b] = [pick(random, switches), pick(random, switches)]
    if (a !== b) join(a, b)
  }

  const vlanOf = new Map<string, number>()
  const hosts = Array.from({ length: 2 + random.below(4) }, (_, i): LabHost => {
    const name = `PC${i + 1}`
    const vlan = pick(random, vlansInUse)
    const at = pick(random, switches)
    const port = `FastEthernet0/${++at.hosts}`
    const fast = random.below(2) === 0 ? [' spanning-tree portfast'] : []
    at.config.push(
      `interface ${port}`,
      ' switchport mode access',
      ` switchport access vlan ${vlan}`,
      ...fast,
      'exit',
    )
    cables.push([`${name} eth0`, `${at.name} ${port}`, 'straight'])
    vlanOf.set(name, vlan)
    if (hostProfile === undefined) throw new Error('no profile of a host')
    return {
      name,
      profile: hostProfile,
      host: {
        addresses: [{ address: address(vlan, i + 1), prefixLength: 24 }],
        gateway: address(vlan, 254),
        dns: [],
      },
    }
  })

  const devices: LabDevice[] = [...hosts]
  if (random.below(3) === 0) {
    const at = pick(random, switches)
    const port = `FastEthernet0/${++at.hosts}`
    trunk(at, port)
    cables.push(['R1 GigabitEthernet0/0', `${at.name} ${port}`, 'straight'])
    const subinterfaces = vlansInUse.flatMap((vlan) => [
      `interface GigabitEthernet0/0.${vlan}`,
      ` encapsulation dot1Q ${vlan}${vlan === 1 ? ' native' : ''}`,
      ` ip address 10.${vlan}.0.254 255.255.255.0`,
    ])
    const config = ['interface GigabitEthernet0/0', ' no shutdown', ...subinterfaces, 'exit']
    devices.push(iosDevice('R1', 'isr-1941', config.join('\n')))
  }
  for (const { name, profile, config } of switches) devices.push(iosDevice(name, profile, config.join('\n')))
  return { lab: labOf(`random ${seed}`, devices, cables), vlanOf, switches: switches.map(({ name }) => name) }
}
