/** Serial ports: encapsulation, clock rate, PPP authentication. */

import { interfaceMode } from '../../declare.ts'
import { linkChanged } from '../../interface-events.ts'
import { interfaceOfSection } from '../../interfaces.ts'
import { setPhy } from '../../link-state.ts'
import { provideInterfaceSettings } from '../../port-settings.ts'

export const encapsulation = interfaceMode.line('encapsulation {protocol:frame-relay|hdlc|ppp}', {
  help: {
    encapsulation: 'Set encapsulation type for an interface',
    'frame-relay': 'Frame Relay networks',
    hdlc: 'Serial HDLC synchronous',
    ppp: 'Point-to-Point protocol',
  },
  needs: ['serial-port', '!subinterface'],
  place: 'encapsulation-serial',
  default: { protocol: 'hdlc' },
  changed: ({ ios, section }) => {
    const made = interfaceOfSection(section)
    if (made !== undefined) linkChanged(ios, made)
  },
  noResets: true,
})

/** What the clock generator of an HWIC-2T can make, bits per second. Source: "Cisco IOS Interface Command Reference". */
const clockRates = new Set([
  1200, 2400, 4800, 9600, 14400, 19200, 28800, 32000, 38400, 48000, 56000, 57600, 64000, 72000, 115200,
  125000, 128000, 148000, 192000, 250000, 256000, 384000, 500000, 512000, 768000, 800000, 1000000, 1300000,
  2000000, 4000000, 5300000, 8000000,
])

export const clockRate = interfaceMode.line('clock rate <bps:1200-8000000>', {
  help: {
    clock: 'Configure serial interface clock',
    rate: 'Configure serial interface clock speed',
    bps: 'Speed (bits per second)',
  },
  needs: ['serial-port', '!subinterface'],
  place: 'clock-rate',
  changed: ({ ios, section }) => {
    const made = interfaceOfSection(section)
    if (made !== undefined) setPhy(ios, made, true)
  },
  // From memory: the device names the rate that it no longer gives.
  printNo: () => ['no clock rate 2000000'],
  // From memory.
  refuse: ({ bps }, { ios, section }) => {
    // From memory. Without a cable either end could be the DCE, and a saved line waits for that.
    const phy = interfaceOfSection(section)?.phy
    if (ios.author !== undefined && phy?.cable?.kind === 'serial' && !phy.isDce)
      return '%Error: This command applies only to DCE interfaces'
    return clockRates.has(bps) ? undefined : '%Error: Unsupported clock rate for this interface'
  },
})

provideInterfaceSettings({ clockRateBps: (section) => clockRate.get(section)?.bps ?? 0 })

const ppp = interfaceMode.words('ppp', { ppp: 'Point-to-Point Protocol' })
ppp.line('authentication {first:chap|pap} [{second:chap|pap}]', {
  help: {
    authentication: 'Set PPP link authentication method',
    chap: 'Challenge Handshake Authentication Protocol (CHAP)',
    pap: 'Password Authentication Protocol (PAP)',
  },
  needs: ['serial-port', '!subinterface'],
  place: 'ppp',
  inert: true,
})
ppp.line('pap sent-username <user:word> password [{type:0|7}] <secret:word>', {
  help: {
    pap: 'Set PAP authentication parameters',
    'sent-username': 'Set outbound PAP username',
    user: 'Outbound PAP username',
    password: 'Set outbound PAP password',
    0: 'Specifies an UNENCRYPTED password will follow',
    7: 'Specifies HIDDEN password will follow',
    secret: 'Outbound PAP password',
  },
  needs: ['serial-port', '!subinterface'],
  place: 'ppp',
  inert: true,
})
