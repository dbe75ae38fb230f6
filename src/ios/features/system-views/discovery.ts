/**
 * `lldp` of the whole device, and its views. It is off by itself, and sends nothing yet.
 * Layouts: captures of routers and switches, 15.x and XE; the replies of what is off from memory.
 */

import { globalMode } from '../../declare.ts'
import { show } from '../../show-words.ts'

const inert = true

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
