/**
 * DTP at work: each switching port with a link tells its neighbour what it would like to be, and a dynamic port becomes what
 * the two agree on. Leaves out the negotiation itself (`protocols/dtp`) and what a trunk does.
 * Source: Catalyst 2960 configuration guide, "Configuring VLANs"; the message from memory.
 */

import {
  type DtpEffect,
  type DtpEvent,
  type DtpSettings,
  type DtpState,
  dtpPacketOf,
  dtpStep,
  dtpWakeAt,
  newDtpState,
} from '../../../protocols/dtp/dtp.ts'
import { isBad } from '../../../wire/bytes.ts'
import { decodeDtp, dtpProtocol, encodeDtp } from '../../../wire/dtp.ts'
import { decodeEthernet } from '../../../wire/ethernet.ts'
import { decodeLlc, snapFrame, snapOuis } from '../../../wire/llc.ts'
import { onBooted } from '../../booted.ts'
import { onLinkChange } from '../../interface-events.ts'
import { shortName } from '../../interface-names.ts'
import type { Interface } from '../../interfaces.ts'
import { FeatureState, type Ios } from '../../ios.ts'
import { onControlFrame, sendControl } from '../../port-frames.ts'
import { switchPortSettingsOf } from '../../port-settings.ts'
import { isSwitched, onSwitchingChange, setNegotiated } from '../../switching.ts'
import { vtpDomain } from '../../vlans.ts'

const ciscoGroup = 0x01000ccccccc

export interface DtpPort {
  readonly state: DtpState
  /** When the pending timer looks again, ms. */
  wakesAtMs: number
  badPackets: number
  linkUps: number
  linkDowns: number
  lastUpMs: number | undefined
}

const feature = new FeatureState(() => new Map<Interface, DtpPort>())

function settingsOf(ios: Ios, made: Interface): DtpSettings {
  const { mode, silent, encapsulation } = switchPortSettingsOf()
  const administrative = mode(made.section)
  const tagging = encapsulation(made.section)
  return {
    mode:
      administrative === 'static access'
        ? 'off'
        : silent(made.section)
          ? 'silent'
          : administrative === 'trunk'
            ? 'on'
            : administrative === 'dynamic auto'
              ? 'auto'
              : 'desirable',
    encapsulations:
      tagging === 'negotiate' ? (ios.traits.has('isl') ? ['isl', 'dot1q'] : ['dot1q']) : [tagging],
    domain: vtpDomain(ios),
  }
}

/** The port's negotiation; undefined for a port that does not switch. */
export function dtpPort(ios: Ios, made: Interface): DtpPort | undefined {
  if (!isSwitched(ios, made)) return undefined
  const ports = feature.of(ios)
  let port = ports.get(made)
  if (port === undefined) {
    port = {
      state: newDtpState(settingsOf(ios, made)),
      wakesAtMs: Infinity,
      badPackets: 0,
      linkUps: 0,
      linkDowns: 0,
      lastUpMs: undefined,
    }
    ports.set(made, port)
  }
  return port
}

function step(ios: Ios, made: Interface, port: DtpPort, event: DtpEvent): void {
  const { state } = port
  for (const effect of dtpStep(state, event, ios.kernel.nowMs)) does(ios, made, port, effect)
  // Said again after every step: a port that was told to trunk and now negotiates goes on, without news from its neighbour.
  setNegotiated(ios, made, state.trunking && isDynamic(state), state.encapsulation)
  wakeLater(ios, made, port)
}

function does(ios: Ios, made: Interface, port: DtpPort, effect: DtpEffect): void {
  const { state } = port
  switch (effect) {
    case 'send':
      send(ios, made, state)
      break
    // The result is read from the state.
    case 'trunk':
    case 'access':
      break
    case 'domain mismatch': {
      const name = shortName(ios.profile, made.name)
      ios.log.emit(
        'DTP',
        5,
        'DOMAINMISMATCH',
        `Unable to perform trunk negotiation on port ${name} because of VTP domain mismatch.`,
      )
      break
    }
  }
}

/** A port that is told to trunk does, whatever is negotiated. */
function isDynamic({ settings: { mode } }: DtpState): boolean {
  return mode === 'auto' || mode === 'desirable'
}

function send(ios: Ios, made: Interface, state: DtpState): void {
  const source = made.phy?.mac ?? 0
  const payload = encodeDtp(dtpPacketOf(state, source))
  sendControl(ios, made, snapFrame({ destination: ciscoGroup, source }, snapOuis.cisco, dtpProtocol, payload))
}

/** One timer a port that looks again; an earlier one than needed does no harm. */
function wakeLater(ios: Ios, made: Interface, port: DtpPort): void {
  const at = dtpWakeAt(port.state)
  if (at === undefined || port.wakesAtMs <= at) return
  port.wakesAtMs = at
  ios.after(at - ios.kernel.nowMs, () => {
    if (port.wakesAtMs === at) port.wakesAtMs = Infinity
    refresh(ios, made)
    step(ios, made, port, { kind: 'time' })
  })
}

onControlFrame(ciscoGroup, (ios, made, { bytes }) => {
  const port = feature.of(ios).get(made)
  if (port === undefined) return
  const ethernet = decodeEthernet(bytes, 0, bytes.length)
  if (isBad(ethernet) || ethernet.etherType !== undefined) return
  const llc = decodeLlc(bytes, ethernet.payloadStart, ethernet.payloadEnd)
  if (isBad(llc) || llc.snap?.oui !== snapOuis.cisco || llc.snap.protocol !== dtpProtocol) return
  const packet = decodeDtp(bytes, llc.payloadStart, llc.payloadEnd)
  if (isBad(packet)) port.badPackets++
  else step(ios, made, port, { kind: 'heard', packet })
})

/** Brings the negotiation in step with configuration and link. */
function refresh(ios: Ios, made: Interface): void {
  const known = feature.of(ios).get(made)
  const up = made.link === 'up' && made.enabled && made.phy?.carrier === true
  if (known === undefined && !up) return
  const port = dtpPort(ios, made)
  if (port === undefined) {
    feature.of(ios).delete(made)
    return
  }
  const settings = settingsOf(ios, made)
  if (!sameSettings(settings, port.state.settings)) step(ios, made, port, { kind: 'settings', settings })
  if (up === port.state.up) return
  if (up) {
    port.linkUps++
    port.lastUpMs = ios.clock.utcMs
  } else port.linkDowns++
  step(ios, made, port, { kind: up ? 'up' : 'down' })
}

function sameSettings(a: DtpSettings, b: DtpSettings): boolean {
  return (
    a.mode === b.mode &&
    a.domain === b.domain &&
    a.encapsulations.length === b.encapsulations.length &&
    a.encapsulations.every((one, index) => one === b.encapsulations[index])
  )
}

function refreshAll(ios: Ios): void {
  if (!ios.traits.has('switchport')) return
  for (const made of ios.interfaces) if (made.phy !== undefined) refresh(ios, made)
}

onLinkChange((ios, made) => {
  if (made.phy !== undefined && ios.traits.has('switchport')) refresh(ios, made)
})
onSwitchingChange(refreshAll)
onBooted(refreshAll)
