/** `errdisable …`. Wording: captured help of a Catalyst; the order of causes is the alphabet's. */

import { globalMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import type { At } from '../../line.ts'

let settingsChanged: (ios: Ios) => void = () => {}

/** After a cause was added to, or taken from, those that ports recover from. */
export function onRecoveryChange(run: (ios: Ios) => void): void {
  settingsChanged = run
}

const errdisable = globalMode.words('errdisable', { errdisable: 'Error disable' })
const recovery = errdisable.words('recovery', { recovery: 'Error disable recovery' })
const err = { needs: 'errdisable', place: 'errdisable' } as const
const changed = ({ ios }: At): void => settingsChanged(ios)

const recover = (cause: string): string => `Enable timer to recover from ${cause} error disable state`

export const recoverFrom = recovery.line(
  'cause {cause:all|arp-inspection|bpduguard|channel-misconfig|dhcp-rate-limit|dtp-flap|gbic-invalid|inline-power|link-flap|loopback|mac-limit|pagp-flap|port-mode-failure|pppoe-ia-rate-limit|psecure-violation|psp|security-violation|sfp-config-mismatch|small-frame|storm-control|udld|vmps}',
  {
    ...err,
    changed,
    help: {
      cause: 'Enable error disable recovery for application',
      all: 'Enable timer to recover from all causes',
      'arp-inspection': recover('arp-inspection'),
      bpduguard: recover('bpdu-guard'),
      'channel-misconfig': recover('channel-misconfig'),
      'dhcp-rate-limit': recover('dhcp-rate-limit'),
      'dtp-flap': recover('dtp-flap'),
      'gbic-invalid': recover('gbic-invalid'),
      'inline-power': recover('inline-power'),
      'link-flap': recover('link-flap'),
      loopback: recover('loopback'),
      'mac-limit': recover('mac-limit'),
      'pagp-flap': recover('pagp-flap'),
      'port-mode-failure': recover('port-mode-failure'),
      'pppoe-ia-rate-limit': recover('pppoe-ia-rate-limit'),
      'psecure-violation': recover('psecure-violation'),
      psp: recover('psp'),
      'security-violation': recover('security-violation'),
      'sfp-config-mismatch': recover('sfp-config-mismatch'),
      'small-frame': recover('small-frame'),
      'storm-control': recover('storm-control'),
      udld: recover('udld'),
      vmps: recover('vmps'),
    },
    key: ['cause'],
  },
)
export const recoveryInterval = recovery.line('interval <seconds:30-86400>', {
  ...err,
  help: { interval: 'Error disable recovery timer value', seconds: 'timer-interval(sec)' },
  default: { seconds: 300 },
})
/** Nothing that is detected here can be left undetected. */
export const detected = errdisable.line(
  'detect cause {cause:all|arp-inspection|dhcp-rate-limit|dtp-flap|gbic-invalid|inline-power|link-flap|loopback|pagp-flap|small-frame}',
  {
    ...err,
    inert: true,
    help: {
      detect: 'Error disable detection',
      cause: 'Error disable detection cause',
      all: 'Enable error detection on all cases',
      'arp-inspection': 'Enable error detection for arp inspection',
      'dhcp-rate-limit': 'Enable error detection on dhcp-rate-limit',
      'dtp-flap': 'Enable error detection on dtp-flapping',
      'gbic-invalid': 'Enable error detection on gbic-invalid',
      'inline-power': 'Enable error detection for inline-power',
      'link-flap': 'Enable error detection on linkstate-flapping',
      loopback: 'Enable error detection on loopback',
      'pagp-flap': 'Enable error detection on pagp-flapping',
      'small-frame': 'Enable error detection on small_frame',
    },
    key: ['cause'],
    default: {},
  },
)
