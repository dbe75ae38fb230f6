/** IPv4 packets for people, with what they carry. */

import { isBad } from '../bytes.ts'
import { ipProtocols } from '../ipv4.ts'
import type { Dissection } from './dissection.ts'
import { dissectIcmp } from './icmp.ts'
import { addIpv4Header, protocolName } from './ipv4-header.ts'
import { dissectTcp } from './tcp.ts'
import { dissectUdp } from './udp.ts'

export function dissectIpv4(dissection: Dissection, start: number, end: number): void {
  const ipv4 = addIpv4Header(dissection, start, end)
  if (isBad(ipv4)) return
  const { payloadStart, payloadEnd } = ipv4
  dissection.contentEnd = payloadEnd
  if (ipv4.fragmentOffset > 0) {
    dissection.addAside(payloadStart, payloadEnd, 'Fragment', 'transport')
    return
  }
  // Checksums and lengths of a fragmented packet are those of the whole.
  const addresses = ipv4.moreFragments ? undefined : ipv4
  if (ipv4.protocol === ipProtocols.icmp)
    dissectIcmp(dissection, payloadStart, payloadEnd, !ipv4.moreFragments)
  else if (ipv4.protocol === ipProtocols.tcp) dissectTcp(dissection, payloadStart, payloadEnd, addresses)
  else if (ipv4.protocol === ipProtocols.udp) dissectUdp(dissection, payloadStart, payloadEnd, addresses)
  else dissection.addData(payloadStart, payloadEnd, protocolName(ipv4.protocol), 'transport')
}
