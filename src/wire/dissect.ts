/**
 * Frames for people: layer by layer with the names of their fields, and as one line. Reads whatever comes, as far as it can be
 * read. Left out: judging what a device does with a frame, and the check sequence, which is not part of a frame's bytes.
 */

import { Dissection } from './dissect/dissection.ts'
import { dissectEthernet } from './dissect/ethernet.ts'
import { dissectHdlc } from './dissect/hdlc.ts'
import type { Layer, LinkKind } from './dissect/layer.ts'

export type { Layer, LinkKind } from './dissect/layer.ts'

/** The layers of a frame from the outermost in; the packet that an ICMP error quotes stands behind the error. */
export function dissect(bytes: Uint8Array, kind: LinkKind): Layer[] {
  return dissection(bytes, kind).layers
}

/** What a list of frames says of one: `ARP`, `who has 192.168.10.1? tell 192.168.10.11`. */
export interface FrameSummary {
  readonly protocol: string
  readonly text: string
}

export function summaryOf(bytes: Uint8Array, kind: LinkKind): FrameSummary {
  const { headline } = dissection(bytes, kind)
  return { protocol: headline?.name ?? '', text: headline?.summary ?? '' }
}

function dissection(bytes: Uint8Array, kind: LinkKind): Dissection {
  const made = new Dissection(bytes)
  if (kind === 'ethernet') dissectEthernet(made)
  else dissectHdlc(made)
  return made
}
