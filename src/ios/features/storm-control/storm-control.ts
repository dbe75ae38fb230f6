/** `storm-control`: thresholds of a port, kept for each kind of traffic. They act when frames flow. */

import { tokenEnd } from '../../../grammar/argument.ts'
import { defineArgument } from '../../argument-types.ts'
import { interfaceMode } from '../../declare.ts'

declare module '../../../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    /** A rate with at most one decimal and a multiplier: `1.5m`. */
    rate: string
  }
}

const multipliers: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9 }

function perSecond(rate: string): number {
  return Number.parseFloat(rate) * (multipliers[rate.slice(-1)] ?? 1)
}

defineArgument<string>('rate', {
  placeholder: () => '<0.0 - 10000000000.0>[k|m|g]',
  read(line, start) {
    const end = tokenEnd(line, start)
    const text = line.slice(start, end).toLowerCase()
    return /^\d{1,11}(\.\d)?[kmg]?$/.test(text) && perSecond(text) <= 1e10
      ? { ok: true, value: text, end }
      : { ok: false, at: start }
  },
  show: (value) => value,
})

const stormControl = interfaceMode.words('storm-control', { 'storm-control': 'storm configuration' })

const help = {
  broadcast: 'Broadcast address storm control',
  multicast: 'Multicast address storm control',
  unicast: 'Unicast address storm control',
  level: 'Set storm suppression level on this interface',
  rising: 'Enter rising threshold',
  falling: 'Enter falling threshold',
}

/** A kind of traffic has one threshold, in whatever unit. */
const common = {
  key: ['traffic'],
  slot: 'storm-control level',
  needs: ['storm-control', 'switched'],
  place: 'storm-control',
  inert: true,
} as const

// From memory: the sentence of a falling threshold above the rising one.
const tooHigh = 'Lower threshold should be less than or equal to the upper threshold'

stormControl.line('{traffic:broadcast|multicast|unicast} level <rising:percent> [<falling:percent>]', {
  ...common,
  key: ['traffic'],
  help,
  refuse: ({ rising, falling = rising }) => (falling > rising ? tooHigh : undefined),
})

stormControl.line(
  '{traffic:broadcast|multicast|unicast} level {unit:bps|pps} <rising:rate> [<falling:rate>]',
  {
    ...common,
    key: ['traffic'],
    help: {
      ...help,
      bps: 'Enter suppression level in bits per second',
      pps: 'Enter suppression level in packets per second',
    },
    refuse: ({ rising, falling = rising }) => (perSecond(falling) > perSecond(rising) ? tooHigh : undefined),
  },
)

stormControl.line('action {action:shutdown|trap}', {
  help: {
    action: 'Action to take for storm-control',
    shutdown: 'Shutdown this interface if a storm occurs',
    trap: 'Send SNMP trap if a storm occurs',
  },
  key: ['action'],
  needs: ['storm-control', 'switched'],
  place: 'storm-control',
  inert: true,
})
