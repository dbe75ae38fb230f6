/** What the dissection of a frame answers with; see ../dissect.ts. */

import type { Bad } from '../bytes.ts'

/** What a cable carries: Ethernet from the destination address on, or Cisco HDLC. */
export type LinkKind = 'ethernet' | 'hdlc'

export interface Field {
  readonly name: string
  readonly value: string
  /** Where its bytes begin in the frame, and how many there are. Fields of a few bits name the bytes around them. */
  readonly start: number
  readonly length: number
}

export interface Layer {
  /** `Ethernet II`, `802.1Q`, `IPv4`, `ICMP`, … */
  readonly name: string
  readonly osi: 'data link' | 'network' | 'transport' | 'application'
  /** What people call the unit of this layer; `–` where it has none of its own. */
  readonly unit: 'frame' | 'tag' | 'packet' | 'segment' | 'datagram' | 'message' | 'BPDU' | 'data' | '–'
  /** One line: `192.168.10.11 → 192.168.20.5   ttl 64   len 84`. */
  readonly summary: string
  readonly fields: readonly Field[]
  /** Why the layer could not be read, or its checksum does not fit; `fields` is then what could be. */
  readonly bad?: Bad
}
