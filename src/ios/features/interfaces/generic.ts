/** Lines that most interfaces have, and that change what views and metrics say of them, not what they do. */

import { interfaceMode } from '../../declare.ts'
import { linkChanged } from '../../interface-events.ts'
import { interfaceOfSection } from '../../interfaces.ts'
import { interfaceIpChanged } from '../../ip-stack.ts'
import { countingOf } from './counts.ts'

export const bandwidth = interfaceMode.line('bandwidth <kbps:1-10000000>', {
  help: { bandwidth: 'Set bandwidth informational parameter', kbps: 'Bandwidth in kilobits' },
  needs: '!null',
  place: 'bandwidth',
})

export const delay = interfaceMode.line('delay <tens:1-16777215>', {
  help: { delay: 'Specify interface throughput delay', tens: 'Throughput delay (tens of microseconds)' },
  needs: '!null',
  place: 'delay',
})

export const mtu = interfaceMode.line('mtu <bytes:64-9600>', {
  help: { mtu: 'Set the interface Maximum Transmission Unit (MTU)', bytes: 'MTU size in bytes' },
  needs: ['router', 'physical'],
  place: 'bandwidth',
  changed: ({ ios, section }) => interfaceIpChanged(ios, section),
})

export const loadInterval = interfaceMode.line('load-interval <seconds:30-600>', {
  help: {
    'load-interval': 'Specify interval for load calculation for an interface',
    seconds: 'Load interval delay in seconds',
  },
  needs: ['!null', '!subinterface'],
  place: 'load-interval',
  default: { seconds: 300 },
  noResets: true,
  // From memory.
  refuse: ({ seconds }) =>
    seconds % 30 === 0 ? undefined : 'Load interval must be in increments of 30 seconds',
  changed: ({ ios, section }, after) => {
    const made = interfaceOfSection(section)
    const rates = made === undefined ? undefined : countingOf(ios, made)?.rates
    if (rates !== undefined && after !== undefined) rates.intervalMs = after.seconds * 1000
  },
})

export const keepalive = interfaceMode.line('keepalive [<seconds:0-32767>]', {
  help: { keepalive: 'Enable keepalive', seconds: 'Keepalive period (default 10 seconds)' },
  needs: 'physical',
  place: 'keepalive',
  noResets: false,
  default: { seconds: 10 },
  changed: ({ ios, section }) => {
    const made = interfaceOfSection(section)
    if (made !== undefined) linkChanged(ios, made)
  },
  keep: ({ seconds = 10 }) => ({ seconds }),
  print: ({ seconds }) => [`keepalive ${seconds}`],
})

interfaceMode.line('carrier-delay [{unit:msec}] <time:0-60>', {
  help: {
    'carrier-delay': 'Specify delay for interface transitions',
    msec: 'delay specified in milliseconds',
    time: 'Carrier Transitions delay seconds',
  },
  needs: 'physical',
  place: 'other',
  inert: true,
})

interfaceMode.line('negotiation auto', {
  help: { negotiation: 'Select autonegotiation mode', auto: 'Perform link autonegotiation' },
  needs: ['router', 'ethernet-port', 'physical'],
  place: 'media',
  inert: true,
})

const lldp = interfaceMode.words('lldp', { lldp: 'LLDP interface subcommands' })
lldp.line('transmit', {
  help: { transmit: 'Enable LLDP transmission on interface' },
  needs: ['lldp', 'physical', 'ethernet-port'],
  place: 'lldp',
  default: {},
  inert: true,
})
lldp.line('receive', {
  help: { receive: 'Enable LLDP reception on interface' },
  needs: ['lldp', 'physical', 'ethernet-port'],
  place: 'lldp',
  default: {},
  inert: true,
})

interfaceMode.line('logging event link-status', {
  help: {
    logging: 'Configure logging for interface',
    event: 'Interface events',
    'link-status': 'UPDOWN and CHANGE messages',
  },
  needs: 'physical',
  place: 'load-interval',
  inert: true,
  default: {},
})
