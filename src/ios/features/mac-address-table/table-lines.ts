/**
 * `mac address-table …`: how long addresses are remembered, and addresses that somebody fixed. Switches up to 15.0 take the
 * old spelling `mac-address-table` as well. Source: Catalyst 2960 command reference.
 */

import { globalMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { fabricOf } from '../../switching.ts'

const needs = 'mac-address-table'
const place = 'errdisable'
const tableHelp = { 'address-table': 'Configure the MAC address table' }
const table = globalMode.words('mac address-table', {
  mac: 'Global MAC configuration subcommands',
  ...tableHelp,
})

const agingHelp = {
  'aging-time': 'Set MAC address table entry maximum age',
  seconds: 'Aging time in seconds, 0 to disable aging',
  vlan: 'VLAN Keyword',
} as const

export const agingTime = table.line('aging-time <seconds:0-1000000> [vlan <vlan:1-4094>]', {
  help: agingHelp,
  needs,
  place,
  key: ['vlan'],
  changed: ({ ios }, after, before) => {
    const vlan = (after ?? before)?.vlan
    const { table } = fabricOf(ios)
    if (vlan !== undefined) table.setAging(vlan, after && after.seconds * 1000)
    else table.agingMs = (after?.seconds ?? defaultAgingSeconds) * 1000
  },
})

export const defaultAgingSeconds = 300

const staticHelp = {
  static: 'static keyword',
  address: '48 bit mac address',
  vlan: 'VLAN keyword',
} as const
const interfaceHelp = { interface: 'interface', name: 'Interface' } as const
const common = { needs, place, key: ['address', 'vlan'], slot: 'mac address-table static' } as const

interface Fixed {
  readonly address: string
  readonly vlan: number
  readonly name?: string
}

/** Puts the entry into the table, or takes it out. */
function changed({ ios }: { ios: Ios }, after: Fixed | undefined, before: Fixed | undefined): void {
  const { table } = fabricOf(ios)
  if (before !== undefined) table.forget(before.vlan, Number.parseInt(before.address, 16))
  if (after === undefined) return
  const port = after.name === undefined ? undefined : ios.interfaces.get(after.name)?.phy
  table.fix(after.vlan, Number.parseInt(after.address, 16), port)
}

const staticEntry = table.line('static <address:mac> vlan <vlan:1-4094> interface <name:interface>', {
  ...common,
  help: { ...staticHelp, ...interfaceHelp },
  changed,
})

const staticDrop = table.line('static <address:mac> vlan <vlan:1-4094> drop', {
  ...common,
  help: { ...staticHelp, drop: 'drop frames' },
  changed,
})

// The old spelling, which nobody is shown.
const hidden = ['mac-address-table'] as const
const old = globalMode.words('mac-address-table', { 'mac-address-table': 'Configure the MAC address table' })
old.also(agingTime, 'aging-time <seconds:0-1000000> [vlan <vlan:1-4094>]', {
  help: agingHelp,
  hidden,
  needs,
  key: ['vlan'],
})
old.also(staticEntry, 'static <address:mac> vlan <vlan:1-4094> interface <name:interface>', {
  help: { ...staticHelp, ...interfaceHelp },
  hidden,
  needs,
  key: ['address', 'vlan'],
})
old.also(staticDrop, 'static <address:mac> vlan <vlan:1-4094> drop', {
  help: { ...staticHelp, drop: 'drop frames' },
  hidden,
  needs,
  key: ['address', 'vlan'],
})
