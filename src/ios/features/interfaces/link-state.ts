/**
 * How an interface goes up and down, and what is logged about it, in the order and with the pauses of real devices: an
 * administrative change at once, the line protocol one second later. Physical ports have no cable here, so they stay down.
 * Source: captures of a 1941 and of Catalyst switches.
 */

import { onBooted } from '../../booted.ts'
import type { Interface } from '../../interfaces.ts'
import { FeatureState, type Ios, onStart } from '../../ios.ts'
import { onInterfaceCreated, onInterfaceRemoved } from './events.ts'

const protocolDelayMs = 1000

/** False while a configuration is loaded at boot: the boot reports the result itself. */
const reporting = new FeatureState<{ on: boolean }>(() => ({ on: false }))

onStart((ios) => {
  reporting.of(ios)
})

onBooted((ios) => {
  reporting.of(ios).on = true
})

/** Whether the interface is up by itself as soon as it is enabled. */
function isSelfSufficient(made: Interface): boolean {
  return made.type.name === 'Loopback' || made.type.name === 'Null'
}

export function setEnabled(ios: Ios, made: Interface, enabled: boolean): void {
  if (made.enabled === enabled) return
  made.enabled = enabled
  made.changedMs = ios.kernel.nowMs
  const wasUp = made.protocol === 'up'
  if (!enabled) {
    made.link = 'down'
    log(ios, 5, 'LINK', 'CHANGED', `Interface ${made.name}, changed state to administratively down`)
    if (wasUp) lineProtocol(ios, made, 'down')
    return
  }
  if (isSelfSufficient(made)) {
    made.link = 'up'
    log(ios, 3, 'LINK', 'UPDOWN', `Interface ${made.name}, changed state to up`)
    lineProtocol(ios, made, 'up')
  } else log(ios, 3, 'LINK', 'UPDOWN', `Interface ${made.name}, changed state to down`)
}

function lineProtocol(ios: Ios, made: Interface, state: 'up' | 'down'): void {
  ios.after(protocolDelayMs, () => {
    if (
      made.protocol === state ||
      (state === 'up' && made.link !== 'up') ||
      ios.interfaces.get(made.name) !== made
    )
      return
    made.protocol = state
    log(ios, 5, 'LINEPROTO', 'UPDOWN', `Line protocol on Interface ${made.name}, changed state to ${state}`)
  })
}

function log(ios: Ios, severity: 3 | 5, facility: string, mnemonic: string, text: string): void {
  if (reporting.of(ios).on) ios.log.emit(facility, severity, mnemonic, text)
}

onInterfaceCreated((ios, made) => {
  if (isSelfSufficient(made)) {
    made.link = 'up'
    made.protocol = 'up'
    log(ios, 5, 'LINEPROTO', 'UPDOWN', `Line protocol on Interface ${made.name}, changed state to up`)
  } else if (made.type.name === 'Vlan') {
    log(ios, 5, 'LINEPROTO', 'UPDOWN', `Line protocol on Interface ${made.name}, changed state to down`)
  }
})

onInterfaceRemoved((ios, made) => {
  if (made.protocol !== 'up') return
  made.protocol = 'down'
  log(ios, 5, 'LINK', 'CHANGED', `Interface ${made.name}, changed state to administratively down`)
  ios.after(protocolDelayMs, () =>
    log(ios, 5, 'LINEPROTO', 'UPDOWN', `Line protocol on Interface ${made.name}, changed state to down`),
  )
})
