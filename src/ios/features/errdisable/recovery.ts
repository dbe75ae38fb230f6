/**
 * Brings ports back that the switch itself took out of work, where `errdisable recovery cause` says so. A port keeps the
 * interval that held when it went down. Message: as real switches log it.
 */

import { onInterfaceRemoved, onLinkChange } from '../../interface-events.ts'
import { shortName } from '../../interface-names.ts'
import type { Interface } from '../../interfaces.ts'
import { FeatureState, type Ios } from '../../ios.ts'
import { clearErrDisable } from '../../link-state.ts'
import { onRecoveryChange, recoverFrom, recoveryInterval } from './lines.ts'

interface Waiting {
  readonly cause: string
  readonly atMs: number
  readonly intervalMs: number
}

const states = new FeatureState(() => new Map<Interface, Waiting>())

export function intervalSeconds(ios: Ios): number {
  return recoveryInterval.get(ios.configuration)?.seconds ?? 300
}

export function recovers(ios: Ios, cause: string): boolean {
  return recoverFrom.all(ios.configuration).some((one) => one.cause === 'all' || one.cause === cause)
}

/** Ports that will be enabled again, and when, in the order in which they went down. */
export function waitingPorts(ios: Ios): [Interface, Waiting][] {
  return [...states.of(ios)]
}

function look(ios: Ios, made: Interface): void {
  const waiting = states.of(ios)
  const cause = made.errDisabled
  const known = waiting.get(made)
  if (cause === undefined || !recovers(ios, cause)) {
    waiting.delete(made)
    return
  }
  if (known?.cause === cause) return
  const intervalMs = intervalSeconds(ios) * 1000
  const entry = { cause, atMs: ios.kernel.nowMs + intervalMs, intervalMs }
  waiting.set(made, entry)
  ios.after(intervalMs, () => {
    if (waiting.get(made) !== entry) return
    waiting.delete(made)
    ios.log.emit(
      'PM',
      4,
      'ERR_RECOVER',
      `Attempting to recover from ${cause} err-disable state on ${shortName(ios.profile, made.name)}`,
    )
    clearErrDisable(ios, made)
  })
}

onLinkChange(look)
onRecoveryChange((ios) => {
  for (const made of ios.interfaces) look(ios, made)
})
onInterfaceRemoved((ios, made) => states.of(ios).delete(made))
