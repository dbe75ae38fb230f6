/** `cdp …` of the whole device and of an interface. CDP is on by itself everywhere. */

import { globalMode, interfaceMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'

type Listener = (ios: Ios) => void
const listeners: Listener[] = []

/** After any of these lines changed. */
export function onCdpSettings(listener: Listener): void {
  listeners.push(listener)
}

function changed({ ios }: { ios: Ios }): void {
  for (const listener of listeners) listener(ios)
}

const cdp = globalMode.words('cdp', { cdp: 'Global CDP configuration subcommands' })
const common = { needs: 'cdp', place: 'cdp', changed } as const

export const cdpRun = cdp.line('run', { ...common, help: { run: 'Enable CDP' }, default: {} })
export const cdpTimer = cdp.line('timer <seconds:5-254>', {
  ...common,
  help: {
    timer: 'Specify the rate at which CDP packets are sent (in sec)',
    seconds: 'Rate at which CDP packets are sent (in  sec)',
  },
  default: { seconds: 60 },
})
export const cdpHoldtime = cdp.line('holdtime <seconds:10-255>', {
  ...common,
  help: {
    holdtime: 'Specify the holdtime (in sec) to be sent in packets',
    seconds: 'Length  of time  (in sec) that receiver must keep this packet',
  },
  default: { seconds: 180 },
})
export const cdpVersion2 = cdp.line('advertise-v2', {
  ...common,
  help: { 'advertise-v2': 'CDP sends version-2 advertisements' },
  default: {},
})

export const cdpEnable = interfaceMode.line('cdp enable', {
  help: { cdp: 'CDP interface subcommands', enable: 'Enable CDP on interface' },
  needs: ['cdp', 'physical'],
  place: 'cdp',
  default: {},
  changed,
})

export function intervalSeconds(ios: Ios): number {
  return cdpTimer.get(ios.configuration)?.seconds ?? 60
}

export function holdtimeSeconds(ios: Ios): number {
  return cdpHoldtime.get(ios.configuration)?.seconds ?? 180
}
