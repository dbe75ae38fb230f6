/**
 * `switchport port-security`. It acts when frames flow. Source: Catalyst 2960 command reference; the order of the lines as
 * running configurations of 12.2 and 15.0 have it: maximum, the bare line, aging time, violation, aging type, addresses.
 */

import type { Section } from '../../../config/section.ts'
import { interfaceMode } from '../../declare.ts'
import { administrativeMode, secureSlot } from './access.ts'

const portSecurity = interfaceMode.words('switchport port-security', {
  switchport: 'Set switching mode characteristics of the interface',
  'port-security': 'Security related command',
})
const common = {
  needs: ['port-security', 'switched', 'physical'],
  place: 'switchport-port-security',
  inert: true,
} as const
const whole = { ...common, noResets: true } as const

const maximum = portSecurity.line('maximum <count:1-8192>', {
  ...whole,
  help: { maximum: 'Max secure addresses', count: 'Maximum addresses' },
  default: { count: 1 },
  refuse: ({ count }, { section }): string | undefined => tooFew(count, section),
  refuseNo: (_, { section }): string | undefined => tooFew(1, section),
})

portSecurity.line('', {
  ...common,
  slot: secureSlot,
  help: {},
  refuse: (_, { section }) =>
    administrativeMode(section).startsWith('dynamic')
      ? `Command rejected: ${nameOf(section)} is a dynamic port.`
      : undefined,
})

const aging = portSecurity.words('aging', { aging: 'Port-security aging commands' })
aging.line('time <minutes:1-1440>', {
  ...whole,
  help: {
    time: 'Port-security aging time',
    minutes: 'Aging time in minutes. Enter a value between 1 and 1440',
  },
})

portSecurity.line('violation {mode:protect|restrict|shutdown}', {
  ...whole,
  help: {
    violation: 'Security violation mode',
    protect: 'Security violation protect mode',
    restrict: 'Security violation restrict mode',
    shutdown: 'Security violation shutdown mode',
  },
  default: { mode: 'shutdown' },
})

aging.line('type {kind:absolute|inactivity}', {
  ...whole,
  help: {
    type: 'Port-security aging type',
    absolute: 'Absolute aging (default)',
    inactivity: 'Aging based on inactivity time period',
  },
  default: { kind: 'absolute' },
})
aging.line('static', { ...common, help: { static: 'Enable aging for configured secure addresses' } })

const address = portSecurity.words('mac-address', { 'mac-address': 'Secure mac address' })

const sticky = address.line('sticky', {
  ...common,
  help: { sticky: 'Configure dynamic secure addresses as sticky' },
  // Sticky addresses become dynamic ones, which no configuration keeps.
  changed: (at, after) => {
    if (after === undefined) for (const one of stickyAddress.all(at.section)) stickyAddress.unset(at, one)
  },
})

const stickyAddress = address.line('sticky <address:mac>', {
  ...common,
  help: { sticky: 'Configure dynamic secure addresses as sticky', address: '48 bit mac address' },
  key: ['address'],
  refuse: ({ address }, { section }): string | undefined =>
    sticky.isOn(section) ? faultOf(address, section) : 'Command rejected: Sticky learning is not enabled.',
})

const staticAddress = address.line('<address:mac>', {
  ...common,
  help: { address: '48 bit mac address' },
  key: ['address'],
  refuse: ({ address }, { section }): string | undefined => faultOf(address, section),
})

/** From memory. */
function tooFew(count: number, section: Section): string | undefined {
  return addressCount(section) > count
    ? 'Maximum is less than number of currently secured mac-addresses.'
    : undefined
}

function addressCount(section: Section): number {
  return staticAddress.all(section).length + stickyAddress.all(section).length
}

/** Why an address cannot be secured on this port. The sentence about the limit is from memory. */
function faultOf(address: string, section: Section): string | undefined {
  if ([...staticAddress.all(section), ...stickyAddress.all(section)].some((one) => one.address === address))
    return `Found duplicate mac-address ${address.slice(0, 4)}.${address.slice(4, 8)}.${address.slice(8)}.`
  return addressCount(section) >= (maximum.get(section)?.count ?? 1)
    ? 'Total secure mac-addresses on interface reached maximum limit.'
    : undefined
}

/** The interface's name as its header line has it. */
function nameOf(section: Section): string {
  return section.header.replace('interface ', '')
}
