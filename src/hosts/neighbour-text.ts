/** What a host knows of its neighbours, in the words of the kernel: /proc/net/arp and the states of `ip neigh`. */

import type { ArpEntry } from '../hardware/ip/types.ts'
import { showIpv4 } from '../wire/ipv4-text.ts'
import { colonMac } from '../wire/mac.ts'
import type { HostSystem } from './host-system.ts'

export const neighbourStates: Readonly<Record<Exclude<ArpEntry['state'], 'own'>, string>> = {
  incomplete: 'INCOMPLETE',
  reachable: 'REACHABLE',
  stale: 'STALE',
  delay: 'DELAY',
  probe: 'PROBE',
  failed: 'FAILED',
  static: 'PERMANENT',
}

export interface Neighbour extends ArpEntry {
  readonly state: Exclude<ArpEntry['state'], 'own'>
}

export function neighboursOf(system: HostSystem): Neighbour[] {
  return system.stack.arp.entries().filter((entry): entry is Neighbour => entry.state !== 'own')
}

/** ATF_COM and ATF_PERM of the kernel: complete, permanent. */
function flagsOf({ mac, state }: Neighbour): string {
  return state === 'static' ? '0x6' : mac === undefined ? '0x0' : '0x2'
}

export function arpFile(system: HostSystem): string {
  const rows = neighboursOf(system).map((neighbour) =>
    [
      showIpv4(neighbour.address).padEnd(17),
      '0x1'.padEnd(12),
      flagsOf(neighbour).padEnd(12),
      colonMac(neighbour.mac ?? 0).padEnd(22),
      '*        ',
      neighbour.link?.name ?? '',
    ].join(''),
  )
  return `IP address       HW type     Flags       HW address            Mask     Device\n${rows.map((row) => `${row}\n`).join('')}`
}
