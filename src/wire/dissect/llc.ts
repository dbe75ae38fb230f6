/** LLC and SNAP headers for people, and what stands behind them. */

import { isBad } from '../bytes.ts'
import { cdpProtocol } from '../cdp.ts'
import { dtpProtocol } from '../dtp.ts'
import { decodeLlc, type Llc, saps, snapOuis, unnumberedInformation } from '../llc.ts'
import { dissectBpdu } from './bpdu.ts'
import { dissectCdp } from './cdp.ts'
import type { Dissection } from './dissection.ts'
import { dissectDtp } from './dtp.ts'
import { dissectEtherType } from './ether-type.ts'
import { hex8, hex16 } from './field-list.ts'

type Dissector = (dissection: Dissection, start: number, end: number) => void

/** What Cisco sends behind SNAP; those without a dissector are named. */
const ciscoProtocols: ReadonlyMap<number, { name: string; dissector?: Dissector }> = new Map([
  [0x0104, { name: 'PAgP' }],
  [0x010b, { name: 'PVST+', dissector: (frame, start, end) => dissectBpdu(frame, start, end, true) }],
  [0x0111, { name: 'UDLD' }],
  [cdpProtocol, { name: 'CDP', dissector: dissectCdp }],
  [0x2003, { name: 'VTP' }],
  [dtpProtocol, { name: 'DTP', dissector: dissectDtp }],
])

export function dissectLlc(dissection: Dissection, start: number, end: number): void {
  const llc = decodeLlc(dissection.bytes, start, end)
  const list = dissection.fields(start, end)
  list.u8('Destination SAP', hex8)
  list.u8('Source SAP', hex8)
  if (isBad(llc)) list.hex('Control')
  else if (llc.control > 0xff) list.u16('Control', hex16)
  else list.u8('Control', hex8)
  if (!isBad(llc) && llc.snap) {
    list.hex('SNAP organization', start + 6)
    list.u16('SNAP protocol', hex16)
  }
  const name = !isBad(llc) && llc.snap ? 'LLC, SNAP' : 'LLC'
  dissection.add({ name, osi: 'data link', unit: '–' }, list, llc, llcSummary)
  if (!isBad(llc)) dissectLlcPayload(dissection, llc)
}

function dissectLlcPayload(dissection: Dissection, llc: Llc): void {
  const { payloadStart, payloadEnd, snap } = llc
  if (llc.destinationSap === saps.spanningTree && llc.control === unnumberedInformation) {
    dissectBpdu(dissection, payloadStart, payloadEnd, false)
  } else if (snap?.oui === snapOuis.ethernet) {
    dissectEtherType(dissection, snap.protocol, payloadStart, payloadEnd)
  } else if (snap?.oui === snapOuis.cisco) {
    const protocol = ciscoProtocols.get(snap.protocol)
    if (protocol?.dissector) protocol.dissector(dissection, payloadStart, payloadEnd)
    else {
      const name = protocol?.name ?? `Cisco ${hex16(snap.protocol)}`
      dissection.addData(payloadStart, payloadEnd, name, 'data link')
    }
  } else dissection.addAside(payloadStart, payloadEnd, 'Data', 'network')
}

function llcSummary({ snap, destinationSap, sourceSap, control }: Llc): string {
  return snap === undefined
    ? `${hex8(sourceSap)} → ${hex8(destinationSap)}   control ${control > 0xff ? hex16(control) : hex8(control)}`
    : `organization ${snap.oui.toString(16).padStart(6, '0')}   protocol ${hex16(snap.protocol)}`
}
