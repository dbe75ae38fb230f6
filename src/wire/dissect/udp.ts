/** UDP datagrams for people. */

import { type Bad, isBad, readU16 } from '../bytes.ts'
import { decodeUdp, udpHeaderBytes } from '../udp.ts'
import { bytesOf, type Dissection } from './dissection.ts'

/**
 * `of`: the addresses, which the checksum covers; undefined where the datagram is only the first fragment of one; `quoted`
 * where an ICMP error quotes its beginning.
 */
export function dissectUdp(
  dissection: Dissection,
  start: number,
  end: number,
  of: { source: number; destination: number } | 'quoted' | undefined,
): void {
  const { bytes } = dissection
  const isQuoted = of === 'quoted'
  const isWhole = of !== undefined && !isQuoted
  const verdict: object | Bad = isWhole
    ? decodeUdp(bytes, start, end, of.source, of.destination)
    : end - start < udpHeaderBytes
      ? 'truncated'
      : {}
  const list = dissection.fields(start, end)
  list.u16('Source port')
  list.u16('Destination port')
  const length = list.u16('Length')
  if (start + udpHeaderBytes <= end && readU16(bytes, start + 6) === 0) list.u16('Checksum', () => 'none')
  else list.checksum('Checksum', isWhole ? verdict : undefined)
  const payloadBytes = Math.max(0, length - udpHeaderBytes)
  dissection.add(
    { name: isQuoted ? 'UDP, quoted' : 'UDP', osi: 'transport', unit: 'datagram', isAside: isQuoted },
    list,
    verdict,
    () => `${readU16(bytes, start)} → ${readU16(bytes, start + 2)}   ${bytesOf(payloadBytes)}`,
  )
  if (isBad(verdict)) return
  const payloadEnd = Math.min(end, start + length)
  dissection.addAside(start + udpHeaderBytes, payloadEnd, isQuoted ? 'Quoted data' : 'Data', 'application')
}
