/**
 * `cdp` and `lldp` of the whole device, and their views. They act when there are neighbours. CDP is on by itself, LLDP is not.
 * Layouts: captures of routers and switches, 15.x and XE; the replies of what is off from memory.
 */

import { globalMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { show } from '../../show-words.ts'

const inert = true

const cdp = globalMode.words('cdp', { cdp: 'Global CDP configuration subcommands' })
export const cdpRun = cdp.line('run', {
  help: { run: 'Enable CDP' },
  needs: 'cdp',
  place: 'cdp',
  default: {},
})
export const cdpTimer = cdp.line('timer <seconds:5-254>', {
  help: {
    timer: 'Specify the rate at which CDP packets are sent (in sec)',
    seconds: 'Rate at which CDP packets are sent (in  sec)',
  },
  needs: 'cdp',
  place: 'cdp',
  default: { seconds: 60 },
})
export const cdpHoldtime = cdp.line('holdtime <seconds:10-255>', {
  help: {
    holdtime: 'Specify the holdtime (in sec) to be sent in packets',
    seconds: 'Length  of time  (in sec) that receiver must keep this packet',
  },
  needs: 'cdp',
  place: 'cdp',
  default: { seconds: 180 },
})
export const cdpVersion2 = cdp.line('advertise-v2', {
  help: { 'advertise-v2': 'CDP sends version-2 advertisements' },
  needs: 'cdp',
  place: 'cdp',
  default: {},
})

const lldp = globalMode.words('lldp', { lldp: 'Global LLDP configuration subcommands' })
export const lldpTimer = lldp.line('timer <seconds:5-65534>', {
  help: {
    timer: 'Specify the rate at which LLDP packets are sent (in sec)',
    seconds: 'Rate at which LLDP packets are sent (in sec)',
  },
  needs: 'lldp',
  place: 'lldp',
  default: { seconds: 30 },
})
export const lldpHoldtime = lldp.line('holdtime <seconds:0-65535>', {
  help: {
    holdtime: 'Specify the holdtime (in sec) to be sent in packets',
    seconds: 'Length of time (in sec) that receiver must keep this packet',
  },
  needs: 'lldp',
  place: 'lldp',
  default: { seconds: 120 },
})
export const lldpReinit = lldp.line('reinit <seconds:2-5>', {
  help: {
    reinit: 'Delay (in sec) for LLDP initialization on any interface',
    seconds: 'Delay (in sec) for LLDP initialization on any interface',
  },
  needs: 'lldp',
  place: 'lldp',
  default: { seconds: 2 },
  inert,
})
export const lldpRun = lldp.line('run', { help: { run: 'Enable LLDP' }, needs: 'lldp', place: 'lldp' })

const showCdp = show.words('cdp', { cdp: 'CDP information' })

showCdp.exec('', {
  help: {},
  needs: 'cdp',
  filtered: true,
  *run({ ios: { configuration } }) {
    if (!cdpRun.isOn(configuration)) {
      yield cdpOff
      return
    }
    yield `Global CDP information:
\tSending CDP packets every ${cdpTimer.get(configuration)?.seconds ?? 60} seconds
\tSending a holdtime value of ${cdpHoldtime.get(configuration)?.seconds ?? 180} seconds
\tSending CDPv2 advertisements is ${cdpVersion2.isOn(configuration) ? ' enabled' : 'not enabled'}
`
  },
})

const cdpOff = '% CDP is not enabled\n'

showCdp.exec('neighbors', {
  help: { neighbors: 'CDP neighbor entries' },
  needs: 'cdp',
  filtered: true,
  *run({ ios }) {
    if (!cdpRun.isOn(ios.configuration)) {
      yield cdpOff
      return
    }
    yield `Capability Codes: R - Router, T - Trans Bridge, B - Source Route Bridge
                  S - Switch, H - Host, I - IGMP, r - Repeater, P - Phone, 
                  D - Remote, C - CVTA, M - Two-port Mac Relay 

Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID
`
    if (countsEntries(ios)) yield '\nTotal cdp entries displayed : 0\n'
  },
})

showCdp.exec('neighbors detail', {
  help: { neighbors: 'CDP neighbor entries', detail: 'Show detailed information' },
  needs: 'cdp',
  filtered: true,
  *run({ ios }) {
    if (!cdpRun.isOn(ios.configuration)) yield cdpOff
    else if (countsEntries(ios)) yield '\nTotal cdp entries displayed : 0\n'
  },
})

/** Releases from 15.2 on end the list with a count. */
function countsEntries(ios: Ios): boolean {
  return Number(ios.profile.software.version) >= 15.2
}

const showLldp = show.words('lldp', { lldp: 'LLDP information' })
const lldpOff = '% LLDP is not enabled\n'

showLldp.exec('', {
  help: {},
  needs: 'lldp',
  filtered: true,
  *run({ ios: { configuration } }) {
    if (!lldpRun.isOn(configuration)) {
      yield lldpOff
      return
    }
    yield `
Global LLDP Information:
    Status: ACTIVE
    LLDP advertisements are sent every ${lldpTimer.get(configuration)?.seconds ?? 30} seconds
    LLDP hold time advertised is ${lldpHoldtime.get(configuration)?.seconds ?? 120} seconds
    LLDP interface reinitialisation delay is ${lldpReinit.get(configuration)?.seconds ?? 2} seconds
`
  },
})

showLldp.exec('neighbors', {
  help: { neighbors: 'LLDP neighbor entries' },
  needs: 'lldp',
  filtered: true,
  *run({ ios }) {
    yield lldpRun.isOn(ios.configuration)
      ? `Capability codes:
    (R) Router, (B) Bridge, (T) Telephone, (C) DOCSIS Cable Device
    (W) WLAN Access Point, (P) Repeater, (S) Station, (O) Other

Device ID           Local Intf     Hold-time  Capability      Port ID

Total entries displayed: 0

`
      : lldpOff
  },
})

showLldp.exec('neighbors detail', {
  help: { neighbors: 'LLDP neighbor entries', detail: 'Show detailed information' },
  needs: 'lldp',
  filtered: true,
  *run({ ios }) {
    yield lldpRun.isOn(ios.configuration) ? '\nTotal entries displayed: 0\n\n' : lldpOff
  },
})
