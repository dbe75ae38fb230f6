// Codecs both ways: what is read from a frame is written as the same bytes.

import { describe, expect, it } from 'vitest'
import { decodeArp, encodeArp } from './arp.ts'
import { decodeBpduFrame, encodeBpduFrame, encodePvstFrame } from './bpdu.ts'
import { type Bad, isBad } from './bytes.ts'
import { decodeCdp, encodeCdp } from './cdp.ts'
import { taggedFrame, untaggedFrame, vlanTagOf } from './dot1q.ts'
import { decodeDtp, encodeDtp } from './dtp.ts'
import { decodeEthernet, ethernetFrame, lengthFrame } from './ethernet.ts'
import { decodeHdlc, decodeSlarp, hdlcFrame, slarpFrame } from './hdlc.ts'
import { decodeIcmp, encodeIcmp } from './icmp.ts'
import { decodeIpv4, encodeIpv4 } from './ipv4.ts'
import { decapsulateIsl, encapsulateIsl } from './isl.ts'
import { decodeLlc, snapFrame } from './llc.ts'
import { readMac } from './mac.ts'
import { kindOfSample, type SampleFrame, sampleBytes, sampleFrames } from './sample-frames.ts'
import { decodeTcp, encodeTcp } from './tcp.ts'
import { decodeUdp, encodeUdp } from './udp.ts'

/** What was decoded; a reason instead fails the test. */
function good<Decoded extends object>(decoded: Decoded | Bad): Decoded {
  if (isBad(decoded)) throw new Error(decoded)
  return decoded
}

const ethernetSamples = sampleFrames.filter((name) => kindOfSample(name) === 'ethernet' && name !== 'islEcho')

describe('frames, read and written again', () => {
  it.each(ethernetSamples)('Ethernet: %s', (name) => {
    const bytes = sampleBytes(name)
    const frame = good(decodeEthernet(bytes, 0, bytes.length))
    const payload = bytes.subarray(frame.payloadStart, frame.payloadEnd)
    const again =
      frame.etherType === undefined
        ? lengthFrame(frame, payload)
        : ethernetFrame(frame, frame.etherType, payload)
    expect(again).toEqual(bytes)
  })

  it.each(['taggedEcho', 'pvst', 'rapidPvst'] as const)('802.1Q: %s', (name) => {
    const bytes = sampleBytes(name)
    expect(taggedFrame(untaggedFrame(bytes), vlanTagOf(bytes)!, bytes[14]! >> 5)).toEqual(bytes)
  })

  it('ISL', () => {
    const bytes = sampleBytes('islEcho')
    const inner = decapsulateIsl(bytes)!
    expect(inner.bytes).toEqual(sampleBytes('echo'))
    expect(encapsulateIsl(inner.bytes, inner.vlan, readMac(bytes, 6))).toEqual(bytes)
  })

  it.each(['cdp', 'dtp'] as const)('SNAP: %s', (name) => {
    const bytes = sampleBytes(name)
    const frame = good(decodeEthernet(bytes, 0, bytes.length))
    const { snap, payloadStart, payloadEnd } = good(decodeLlc(bytes, frame.payloadStart, frame.payloadEnd))
    expect(snapFrame(frame, snap!.oui, snap!.protocol, bytes.subarray(payloadStart, payloadEnd))).toEqual(
      bytes,
    )
  })

  it('HDLC and SLARP', () => {
    const echo = sampleBytes('serialEcho')
    const frame = good(decodeHdlc(echo, 0, echo.length))
    expect(hdlcFrame(frame, echo.subarray(frame.payloadStart))).toEqual(echo)
    for (const name of ['keepalive', 'slarpReply'] as const) {
      const bytes = sampleBytes(name)
      expect(slarpFrame(good(decodeSlarp(bytes, 4, bytes.length)), 60_000)).toEqual(bytes)
    }
  })
})

describe('packets, read and written again', () => {
  it.each(['arpRequest', 'arpReply', 'rarpRequest'] as const)('%s', (name) => {
    const packet = sampleBytes(name).slice(14, 42)
    expect(encodeArp(good(decodeArp(packet, 0, 28)))).toEqual(packet)
  })

  const ipSamples: SampleFrame[] = [
    'echo',
    'recordedRoute',
    'timeExceeded',
    'firstFragment',
    'lastFragment',
    'syn',
  ]
  it.each(ipSamples)('IPv4: %s', (name) => {
    const bytes = sampleBytes(name)
    const packet = good(decodeIpv4(bytes, 14, bytes.length))
    const payload = bytes.subarray(packet.payloadStart, packet.payloadEnd)
    const again = encodeIpv4(packet, payload, bytes.subarray(34, packet.payloadStart))
    expect(again).toEqual(bytes.slice(14, packet.payloadEnd))
  })

  it.each(['echo', 'portUnreachable', 'redirect', 'syn', 'push', 'udp'] as const)(
    'behind IPv4: %s',
    (name) => {
      const bytes = sampleBytes(name)
      const {
        payloadStart: start,
        payloadEnd: end,
        source,
        destination,
        protocol,
      } = good(decodeIpv4(bytes, 14, bytes.length))
      const again = () => {
        if (protocol === 1) {
          const message = good(decodeIcmp(bytes, start, end))
          return encodeIcmp(message, bytes.subarray(message.dataStart, message.dataEnd))
        }
        if (protocol === 6) {
          const segment = good(decodeTcp(bytes, start, end, source, destination))
          return encodeTcp(
            segment,
            bytes.subarray(segment.payloadStart, segment.payloadEnd),
            source,
            destination,
          )
        }
        const datagram = good(decodeUdp(bytes, start, end, source, destination))
        return encodeUdp(
          datagram,
          bytes.subarray(datagram.payloadStart, datagram.payloadEnd),
          source,
          destination,
        )
      }
      expect(again()).toEqual(bytes.slice(start, end))
    },
  )

  it.each(['capturedBpdu', 'configurationBpdu', 'notificationBpdu', 'rapidBpdu'] as const)('%s', (name) => {
    const bytes = sampleBytes(name)
    expect(encodeBpduFrame(good(decodeBpduFrame(bytes)).bpdu, readMac(bytes, 6))).toEqual(bytes)
  })

  it.each(['pvst', 'rapidPvst'] as const)('%s', (name) => {
    const bytes = sampleBytes(name)
    const { bpdu, vlan } = good(decodeBpduFrame(bytes))
    expect(taggedFrame(encodePvstFrame(bpdu, readMac(bytes, 6), vlan!), vlan!, 7)).toEqual(bytes)
  })

  it('CDP and DTP', () => {
    const cdp = sampleBytes('cdp').slice(22)
    expect(encodeCdp(good(decodeCdp(cdp, 0, cdp.length)))).toEqual(cdp)
    const dtp = sampleBytes('dtp').slice(22, 14 + 37)
    expect(encodeDtp(good(decodeDtp(dtp, 0, dtp.length)))).toEqual(dtp)
  })
})
