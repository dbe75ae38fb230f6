/**
 * The line protocol of serial links: Cisco HDLC's keepalives (SLARP). The protocol comes up when the other end is heard, and
 * goes down when three keepalives in a row stayed without an answer. Leaves out PPP: its links stay down.
 * Source: draft-ietf-pppext-cisco-hdlc; the pace of the messages was captured on a 1941.
 */

import type { Timer } from '../../../kernel/kernel.ts'
import { isBad } from '../../../wire/bytes.ts'
import { decodeSlarp, hdlcHeaderBytes, slarpFrame, slarpType } from '../../../wire/hdlc.ts'
import { onLinkChange } from '../../interface-events.ts'
import type { Interface } from '../../interfaces.ts'
import { FeatureState, type Ios } from '../../ios.ts'
import { setLineProtocol } from '../../link-state.ts'
import { onSerialProtocol, sendControl } from '../../port-frames.ts'
import { keepalive } from './generic.ts'
import { encapsulation } from './serial.ts'

const mostMissed = 3
/** Between the messages about the link and the line protocol. */
const settleMs = 1000

interface Talk {
  /** Ours, the other end's last one, and the one of ours that it has heard. */
  sent: number
  heard: number
  answered: number
  readonly upAfterMs: number
  timer: Timer | undefined
}

const talks = new FeatureState(() => new Map<Interface, Talk>())

function speaksHdlc(made: Interface): boolean {
  return (encapsulation.get(made.section)?.protocol ?? 'hdlc') === 'hdlc'
}

/** 0 where keepalives are off: then carrier is enough. */
function intervalMs(made: Interface): number {
  return (keepalive.get(made.section)?.seconds ?? 0) * 1000
}

/** Begins or ends the talk as the link and the configuration have it now. */
function reconsider(ios: Ios, made: Interface): void {
  if (made.port?.cable !== 'serial' || made.unit.includes('.')) return
  const talking = talks.of(ios)
  const known = talking.get(made)
  const isOn = made.phy?.carrier === true && made.link === 'up' && speaksHdlc(made)
  if (!isOn) {
    known?.timer?.cancel()
    talking.delete(made)
    if (made.link === 'up' && made.phy?.carrier === true) setLineProtocol(ios, made, 'down')
    return
  }
  if (known !== undefined) return
  const talk: Talk = {
    sent: 0,
    heard: 0,
    answered: 0,
    upAfterMs: ios.kernel.nowMs + settleMs,
    timer: undefined,
  }
  talking.set(made, talk)
  tick(ios, made, talk)
}

function tick(ios: Ios, made: Interface, talk: Talk): void {
  const interval = intervalMs(made)
  if (interval === 0) {
    talk.timer = ios.after(settleMs, () => setLineProtocol(ios, made, 'up'))
    return
  }
  if (talk.sent - talk.answered >= mostMissed) setLineProtocol(ios, made, 'down')
  talk.sent++
  say(ios, made, talk)
  talk.timer = ios.after(interval, () => tick(ios, made, talk))
}

function say(ios: Ios, made: Interface, talk: Talk): void {
  sendControl(
    ios,
    made,
    slarpFrame({ kind: 'keepalive', sequence: talk.sent, heard: talk.heard }, ios.uptimeMs),
  )
}

onSerialProtocol(slarpType, (ios, made, { bytes }) => {
  const talk = talks.of(ios).get(made)
  const slarp = decodeSlarp(bytes, hdlcHeaderBytes, bytes.length)
  if (talk === undefined || isBad(slarp) || slarp.kind !== 'keepalive') return
  const isFirst = talk.heard === 0
  talk.heard = slarp.sequence
  talk.answered = slarp.heard
  // The other end need not wait for the next turn to know that it is heard.
  if (isFirst) say(ios, made, talk)
  if (talk.sent - talk.answered >= mostMissed || made.protocol === 'up') return
  const waitMs = talk.upAfterMs - ios.kernel.nowMs
  if (waitMs <= 0) setLineProtocol(ios, made, 'up')
  else
    ios.after(waitMs, () => {
      if (talks.of(ios).get(made) === talk) setLineProtocol(ios, made, 'up')
    })
})

onLinkChange(reconsider)
