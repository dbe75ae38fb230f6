/** B13: the codecs of Ethernet, IPv4 and ICMP, both ways. */

import { type Bad, isBad } from '../../src/wire/bytes.ts'
import {
  decodeEthernet,
  type Ethernet,
  ethernetHeaderBytes,
  etherTypes,
  shortestFrameBytes,
  writeEthernetHeader,
} from '../../src/wire/ethernet.ts'
import { frameBytes } from '../../src/wire/frame-bytes.ts'
import { decodeIcmp, type Icmp, icmpHeaderBytes, icmpTypes, writeIcmpHeader } from '../../src/wire/icmp.ts'
import { decodeIpv4, type Ipv4, ipProtocols, ipv4HeaderBytes, writeIpv4Header } from '../../src/wire/ipv4.ts'
import { type BareEcho, bareDecode, bareEncode } from './bare-codec.ts'
import { type Figure, timed } from './measure.ts'

const packets = 100_000
const data = Uint8Array.from({ length: 56 }, (_, i) => i)
const icmpStart = ethernetHeaderBytes + ipv4HeaderBytes
const end = icmpStart + icmpHeaderBytes + data.length

/** Writes and reads each packet as the IP stack does; what was read makes the next one. */
function rollover(): number {
  let ethernet: Ethernet | Bad = {
    destination: 0x001a_a1b2_c380,
    source: 0x0050_7966_6800,
    etherType: 0x0800,
    payloadStart: ethernetHeaderBytes,
    payloadEnd: end,
  }
  let ip: Ipv4 | Bad = {
    tos: 0,
    id: 0,
    dontFragment: false,
    moreFragments: false,
    fragmentOffset: 0,
    ttl: 64,
    protocol: ipProtocols.icmp,
    source: 0xc0a8_0a0b,
    destination: 0xc0a8_140c,
    start: ethernetHeaderBytes,
    payloadStart: icmpStart,
    payloadEnd: end,
  }
  let icmp: Icmp | Bad = {
    type: icmpTypes.echo,
    code: 0,
    rest: 0x0007_0000,
    dataStart: end - 56,
    dataEnd: end,
  }
  return timed(() => {
    for (let i = 0; i < packets; i++) {
      if (isBad(ethernet) || isBad(ip) || isBad(icmp) || icmp.dataEnd - icmp.dataStart !== data.length)
        throw new Error('not the same echo')
      ip.id = i & 0xffff
      const bytes = frameBytes(Math.max(shortestFrameBytes, end))
      bytes.set(data, icmpStart + icmpHeaderBytes)
      writeIcmpHeader(bytes, icmpStart, end, icmp.type, icmp.code, icmp.rest + 1)
      writeIpv4Header(bytes, ethernetHeaderBytes, ip, end - ethernetHeaderBytes)
      writeEthernetHeader(bytes, 0, ethernet.destination, ethernet.source, etherTypes.ipv4)
      ethernet = decodeEthernet(bytes, 0, bytes.length)
      if (isBad(ethernet) || ethernet.etherType !== etherTypes.ipv4) continue
      ip = decodeIpv4(bytes, ethernet.payloadStart, ethernet.payloadEnd)
      if (isBad(ip) || ip.protocol !== ipProtocols.icmp) continue
      icmp = decodeIcmp(bytes, ip.payloadStart, ip.payloadEnd)
    }
  })
}

function bare(): number {
  let echo: BareEcho | undefined = {
    destinationMac: 0x001a_a1b2_c380,
    sourceMac: 0x0050_7966_6800,
    source: 0xc0a8_0a0b,
    destination: 0xc0a8_140c,
    ttl: 64,
    ipId: 0,
    type: 8,
    code: 0,
    id: 7,
    sequence: 0,
    dataStart: 0,
    dataEnd: data.length,
  }
  return timed(() => {
    for (let i = 0; i < packets; i++) {
      if (echo === undefined || echo.dataEnd - echo.dataStart !== data.length)
        throw new Error('not the same echo')
      echo.ipId = i & 0xffff
      echo.sequence++
      echo = bareDecode(bareEncode(echo, data))
    }
  })
}

export const codecFigures: readonly Figure[] = [
  {
    id: 'B13',
    what: 'Ethernet, IPv4 and ICMP, written and read',
    aim: '≥ 0.7× bare codec',
    unit: 'ms',
    turns: 31,
    prepare: async () => ({
      ours: { name: 'rollover', turn: rollover },
      reference: { name: 'bare codec', turn: bare },
      show: (ms) => `${(packets / ms / 1000).toFixed(2)} M/s`,
      verdict: (mine, theirs = mine) => ({ ratio: theirs / mine, met: theirs / mine >= 0.7 }),
    }),
  },
]
