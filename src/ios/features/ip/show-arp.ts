/**
 * The ARP table: `show arp`, `show ip arp`, static entries, and forgetting. Layout: captures of 12.x, 15.x and 16.x, which
 * agree on the columns.
 */

import type { ArpEntry } from '../../../hardware/ip/types.ts'
import { dottedMac, macFromHex } from '../../../wire/mac.ts'
import { showIpv4 } from '../../arguments.ts'
import { execMode, globalMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { ipStackOf, linkNamed } from '../../ip-stack.ts'
import { show } from '../../show-words.ts'
import type { Running } from '../../steps.ts'

interface Choice {
  readonly address?: number
  readonly interface?: string
  readonly mac?: number
}

function* table(ios: Ios, choice: Choice): Running {
  const entries = ipStackOf(ios)
    .arp.entries()
    .filter(
      ({ address, link, mac }) =>
        (choice.address === undefined || choice.address === address) &&
        (choice.interface === undefined || choice.interface === link?.name) &&
        (choice.mac === undefined || choice.mac === mac),
    )
  // Nothing found is nothing shown, but for the whole table.
  if (entries.length === 0 && Object.keys(choice).length > 0) return
  yield 'Protocol  Address          Age (min)  Hardware Addr   Type   Interface\n'
  for (const entry of entries) yield row(ios, entry)
}

function row(ios: Ios, { address, mac, state, link, sinceMs }: ArpEntry): string {
  const fixed = state === 'own' || state === 'static'
  const age = fixed
    ? '-'
    : mac === undefined
      ? '0'
      : String(Math.floor((ios.kernel.nowMs - sinceMs) / 60_000))
  const hardware = mac === undefined ? 'Incomplete' : dottedMac(mac)
  const where = mac === undefined || link === undefined ? '' : link.name
  return `Internet  ${showIpv4(address).padEnd(15)} ${age.padStart(9)}   ${hardware.padEnd(14)}  ARPA   ${where}\n`
}

const words = [
  show.words('arp', { arp: 'ARP table' }),
  show.words('ip', { ip: 'IP information' }).words('arp', { arp: 'IP ARP table' }),
] as const
for (const arp of words) {
  arp.exec('', { help: {}, filtered: true, run: ({ ios }) => table(ios, {}) })
  arp.exec('<address:ipv4>', {
    help: { address: 'ARP entry for address' },
    filtered: true,
    run: ({ ios, args }) => table(ios, args),
  })
  arp.exec('<interface:interface>', {
    help: { interface: 'Interface' },
    filtered: true,
    run: ({ ios, args }) => table(ios, args),
  })
  arp.exec('<mac:mac>', {
    help: { mac: '48-bit hardware address of ARP entry' },
    filtered: true,
    run: ({ ios, args: { mac } }) => table(ios, { mac: macFromHex(mac) }),
  })
}

/** Printed as `arp 10.0.0.9 0011.2233.4455 ARPA`. */
globalMode.line('arp <address:ipv4> <mac:mac> {type:ARPA}', {
  help: {
    arp: 'Set a static ARP entry',
    address: 'IP address of ARP entry',
    mac: '48-bit hardware address of ARP entry',
    ARPA: 'ARP type ARPA',
  },
  key: ['address'],
  place: 'ip-route',
  changed: ({ ios }, after, before) => {
    const { arp } = ipStackOf(ios)
    if (before !== undefined) arp.removeStatic(before.address)
    if (after !== undefined) arp.addStatic(after.address, macFromHex(after.mac))
  },
})

const clear = execMode.words('clear', { clear: 'Reset functions' })

clear.exec('arp-cache', {
  help: { 'arp-cache': 'Clear the entire ARP cache' },
  *run({ ios }) {
    ipStackOf(ios).arp.refresh()
  },
})

clear.exec('arp-cache interface <interface:interface>', {
  help: {
    'arp-cache': 'Clear the entire ARP cache',
    interface: 'Clear the entries of one interface',
  },
  *run({ ios, args }) {
    const link = linkNamed(ios, args.interface)
    if (link !== undefined) ipStackOf(ios).arp.refresh({ link })
  },
})

clear.exec('ip arp <address:ipv4>', {
  help: { ip: 'IP', arp: 'Clear IP ARP entry', address: 'IP address' },
  *run({ ios, args: { address } }) {
    ipStackOf(ios).arp.refresh({ address })
  },
})
