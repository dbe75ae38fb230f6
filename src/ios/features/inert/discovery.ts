/** `cdp` and `lldp` of the whole device. They act when there are neighbours. CDP is on by itself, LLDP is not. */

import { globalMode } from '../../declare.ts'

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
