/**
 * `show mac address-table …` and `clear mac address-table dynamic …`, in both spellings. Layout: captures of Catalyst
 * switches of 12.2 to XE; the lists of single kinds, the old counts and what an empty list prints from memory.
 */

import type { MacEntry } from '../../../hardware/mac-table.ts'
import { dottedMac, macFromHex } from '../../../wire/mac.ts'
import { execMode } from '../../declare.ts'
import { shortName } from '../../interface-names.ts'
import type { Ios } from '../../ios.ts'
import { show } from '../../show-words.ts'
import { activeVlans, fabricOf } from '../../switching.ts'
import { agingTime, defaultAgingSeconds } from './table-lines.ts'

interface Row {
  /** Undefined: in all VLANs. */
  readonly vlan: number | undefined
  readonly mac: number
  readonly kind: 'STATIC' | 'DYNAMIC'
  readonly ports: string
  /** The interface's full name, where there is one. */
  readonly name?: string
}

/** What the switch itself listens to, whatever the VLAN: CDP and its kin, the bridges' group addresses, broadcasts. */
const cpuMacs = [
  0x01000ccccccc,
  0x01000ccccccd,
  ...Array.from({ length: 17 }, (_, index) => 0x0180c2000000 + index),
  0xffffffffffff,
]
/** From memory of a 2960: how many addresses it holds. */
const tableSize = 8192

function rows(ios: Ios): Row[] {
  const cpu = cpuMacs.map((mac): Row => ({ vlan: undefined, mac, kind: 'STATIC', ports: 'CPU' }))
  const learned = fabricOf(ios)
    .table.entries(ios.kernel.nowMs)
    .map((entry) => rowOf(ios, entry))
  const all = [...learned, ...ownRows(ios)]
  return [...cpu, ...all.sort((a, b) => (a.vlan ?? 0) - (b.vlan ?? 0) || a.mac - b.mac)]
}

function rowOf(ios: Ios, { vlan, mac, port, fixed }: MacEntry): Row {
  if (port === undefined) return { vlan, mac, kind: 'STATIC', ports: 'Drop' }
  const short = shortName(ios.profile, port.name)
  // A blank follows the ports of a static entry.
  return fixed
    ? { vlan, mac, kind: 'STATIC', ports: `${short} `, name: port.name }
    : { vlan, mac, kind: 'DYNAMIC', ports: short, name: port.name }
}

/** The VLAN interfaces of a layer 3 switch stand in the table too. */
function ownRows(ios: Ios): Row[] {
  if (!ios.traits.has('ip-routing')) return []
  return [...ios.interfaces].flatMap(({ type, unit, mac, name, protocol }): Row[] =>
    type.name === 'Vlan' && mac !== undefined && protocol === 'up'
      ? [{ vlan: Number(unit), mac: macFromHex(mac), kind: 'STATIC', ports: `Vl${unit} `, name }]
      : [],
  )
}

interface Filter {
  readonly kind?: 'dynamic' | 'static'
  readonly address?: string
  readonly name?: string
  readonly vlan?: number
}

function matches(row: Row, { kind, address, name, vlan }: Filter): boolean {
  if (kind !== undefined && row.kind !== kind.toUpperCase()) return false
  if (address !== undefined && row.mac !== macFromHex(address)) return false
  if (name !== undefined && row.name !== name) return false
  return vlan === undefined || row.vlan === undefined || row.vlan === vlan
}

function list(ios: Ios, filter: Filter): string {
  const found = rows(ios).filter((row) => matches(row, filter))
  const lines = found.map(
    ({ vlan, mac, kind, ports }) =>
      `${(vlan === undefined ? 'All' : String(vlan)).padStart(4)}    ${dottedMac(mac).padEnd(18)}${kind.padEnd(12)}${ports}\n`,
  )
  return `          Mac Address Table
-------------------------------------------

Vlan    Mac Address       Type        Ports
----    -----------       --------    -----
${lines.join('')}${found.length === 0 ? '' : `Total Mac Addresses for this criterion: ${found.length}\n`}`
}

function countText(ios: Ios, only: number | undefined): string {
  const all = fabricOf(ios).table.entries(ios.kernel.nowMs)
  const vlans = [...activeVlans(ios)].filter((vlan) => only === undefined || vlan === only)
  const blocks = vlans
    .sort((a, b) => a - b)
    .map((vlan) => {
      const own = all.filter((entry) => entry.vlan === vlan)
      const fixed = own.filter((entry) => entry.fixed).length
      return `
Mac Entries for Vlan ${vlan}:
---------------------------
Dynamic Address Count  : ${own.length - fixed}
Static  Address Count  : ${fixed}
Total Mac Addresses    : ${own.length}
`
    })
  return `${blocks.join('')}\nTotal Mac Address Space Available: ${tableSize - all.length}\n`
}

function agingText(ios: Ios, only: number | undefined): string {
  const { configuration } = ios
  const lines = agingTime.all(configuration)
  const whole = lines.find(({ vlan }) => vlan === undefined)?.seconds ?? defaultAgingSeconds
  const row = (vlan: number, seconds: number): string =>
    `${String(vlan).padStart(4)}${String(seconds).padStart(9)}\n`
  const heading = 'Vlan    Aging Time\n----    ----------\n'
  // Asked for one VLAN, the device says what holds there.
  if (only !== undefined)
    return heading + row(only, lines.find(({ vlan }) => vlan === only)?.seconds ?? whole)
  const own = lines.flatMap(({ seconds, vlan }) => (vlan === undefined ? [] : row(vlan, seconds)))
  return `Global Aging Time: ${String(whole).padStart(6)}\n${heading}${own.join('')}`
}

const needs = 'mac-address-table'
const filtered = true
const vlanHelp = { vlan: 'VLAN keyword' } as const
const interfaceHelp = { interface: 'List MAC addresses on a specific interface', name: 'Interface' } as const
const addressHelp = { address: 'Address to lookup in the table' } as const

const modern = show.words('mac address-table', {
  mac: 'MAC configuration',
  'address-table': 'MAC forwarding table',
})
const old = show.words('mac-address-table', { 'mac-address-table': 'MAC forwarding table' })

// Both spellings are one set of commands; the old one is taken, and nobody is shown it.
for (const [table, hidden] of [
  [modern, []],
  [old as unknown as typeof modern, ['mac-address-table']],
] as const) {
  const common = { needs, filtered, hidden } as const
  table.exec('', {
    ...common,
    help: {},
    *run({ ios }) {
      yield list(ios, {})
    },
  })
  table.exec('address <address:mac> [interface <name:interface>] [vlan <vlan:1-4094>]', {
    ...common,
    help: { ...addressHelp, ...interfaceHelp, ...vlanHelp },
    *run({ ios, args }) {
      yield list(ios, args)
    },
  })
  table.exec('interface <name:interface> [vlan <vlan:1-4094>]', {
    ...common,
    help: { ...interfaceHelp, ...vlanHelp },
    *run({ ios, args }) {
      yield list(ios, args)
    },
  })
  table.exec('vlan <vlan:1-4094>', {
    ...common,
    help: vlanHelp,
    *run({ ios, args }) {
      yield list(ios, args)
    },
  })
  table.exec(
    '{kind:dynamic|static} [address <address:mac>] [interface <name:interface>] [vlan <vlan:1-4094>]',
    {
      ...common,
      help: {
        dynamic: 'List dynamic MAC addresses',
        static: 'List static MAC addresses',
        ...addressHelp,
        ...interfaceHelp,
        ...vlanHelp,
      },
      *run({ ios, args }) {
        yield list(ios, args)
      },
    },
  )
  table.exec('count [vlan <vlan:1-4094>]', {
    ...common,
    help: { count: 'Number of MAC addresses in the table', ...vlanHelp },
    *run({ ios, args: { vlan } }) {
      yield countText(ios, vlan)
    },
  })
  table.exec('aging-time [vlan <vlan:1-4094>]', {
    ...common,
    help: { 'aging-time': 'MAC address table aging parameters', ...vlanHelp },
    *run({ ios, args: { vlan } }) {
      yield agingText(ios, vlan)
    },
  })
}

const modernClear = execMode.words('clear mac address-table', {
  clear: 'Reset functions',
  mac: 'MAC forwarding table',
  'address-table': 'MAC forwarding table',
})
const oldClear = execMode.words('clear mac-address-table', {
  clear: 'Reset functions',
  'mac-address-table': 'MAC forwarding table',
})

for (const [clear, hidden] of [
  [modernClear, []],
  [oldClear as unknown as typeof modernClear, ['mac-address-table']],
] as const) {
  const common = { needs, hidden } as const
  const dynamic = { dynamic: 'dynamic entry type' } as const
  clear.exec('dynamic', {
    ...common,
    help: dynamic,
    *run({ ios }) {
      fabricOf(ios).table.flush()
    },
  })
  clear.exec('dynamic address <address:mac>', {
    ...common,
    help: { ...dynamic, address: 'MAC address' },
    *run({ ios, args: { address } }) {
      fabricOf(ios).table.flush({ mac: macFromHex(address) })
    },
  })
  clear.exec('dynamic interface <name:interface>', {
    ...common,
    help: { ...dynamic, interface: 'Interface', name: 'Interface' },
    *run({ ios, args: { name } }) {
      const port = ios.interfaces.get(name)?.phy
      if (port !== undefined) fabricOf(ios).table.flush({ port })
    },
  })
  clear.exec('dynamic vlan <vlan:1-4094>', {
    ...common,
    help: { ...dynamic, vlan: 'VLAN keyword' },
    *run({ ios, args: { vlan } }) {
      fabricOf(ios).table.flush({ vlan })
    },
  })
}
