/** `show errdisable recovery|detect`. Layout of recovery: captured on a Catalyst; order of the 2960's causes and detect from memory. */

import { shortName } from '../../interface-names.ts'
import type { Ios } from '../../ios.ts'
import { show } from '../../show-words.ts'
import { detected } from './lines.ts'
import { intervalSeconds, recovers, waitingPorts } from './recovery.ts'

const errdisable = show.words('errdisable', { errdisable: 'Error disable' })
const common = { needs: 'errdisable', filtered: true } as const

const causes = [
  'arp-inspection',
  'bpduguard',
  'channel-misconfig',
  'dhcp-rate-limit',
  'dtp-flap',
  'gbic-invalid',
  'inline-power',
  'link-flap',
  'mac-limit',
  'loopback',
  'pagp-flap',
  'port-mode-failure',
  'pppoe-ia-rate-limit',
  'psecure-violation',
  'security-violation',
  'sfp-config-mismatch',
  'small-frame',
  'storm-control',
  'udld',
  'vmps',
  'psp',
] as const

const nameOf = (cause: string): string =>
  (cause === 'channel-misconfig' ? 'channel-misconfig (STP)' : cause).padEnd(29)

function waitingText(ios: Ios): string {
  const waiting = waitingPorts(ios)
  if (waiting.length === 0) return ''
  const rows = waiting.map(([made, { cause, atMs }]) => {
    const left = Math.ceil((atMs - ios.kernel.nowMs) / 1000)
    return `${shortName(ios.profile, made.name).padStart(7)}${cause.padStart(25)}${String(left).padStart(13)}\n`
  })
  return `
Interface      Errdisable reason      Time left(sec)
---------    ---------------------    --------------
${rows.join('')}`
}

errdisable.exec('recovery', {
  ...common,
  help: { recovery: 'Error disable recovery' },
  *run({ ios }) {
    const rows = causes.map((cause) => `${nameOf(cause)}${recovers(ios, cause) ? 'Enabled' : 'Disabled'}\n`)
    yield `ErrDisable Reason            Timer Status
-----------------            --------------
${rows.join('')}
Timer interval: ${intervalSeconds(ios)} seconds

Interfaces that will be enabled at the next timeout:
${waitingText(ios)}
`
  },
})

errdisable.exec('detect', {
  ...common,
  help: { detect: 'Error disable detection' },
  *run({ ios }) {
    const isOn = (cause: string): boolean =>
      !ios.configuration
        .entriesOf(detected.slot)
        .some(({ negated, args }) => negated && (args['cause'] === cause || args['cause'] === 'all'))
    const rows = causes.map((cause) => `${nameOf(cause)}${isOn(cause) ? 'Enabled ' : 'Disabled'}     port\n`)
    yield `ErrDisable Reason            Detection    Mode
-----------------            ---------    ----
${rows.join('')}`
  },
})
