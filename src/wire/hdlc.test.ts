import { describe, expect, it } from 'vitest'
import { decodeHdlc, decodeSlarp, hdlcFrame, slarpFrame, slarpType } from './hdlc.ts'

describe('Cisco HDLC', () => {
  it('puts four bytes before an IPv4 packet', () => {
    const frame = hdlcFrame({ multicast: false, type: 0x0800 }, Uint8Array.of(0x45))
    expect([...frame]).toEqual([0x0f, 0x00, 0x08, 0x00, 0x45])
    expect(decodeHdlc(frame, 0, 5)).toEqual({
      multicast: false,
      type: 0x0800,
      payloadStart: 4,
      payloadEnd: 5,
    })
  })

  it('sends keepalives with both sequence numbers', () => {
    const frame = slarpFrame({ kind: 'keepalive', sequence: 7, heard: 6 }, 0x01020304)
    expect([...frame]).toEqual([
      0x8f, 0, 0x80, 0x35, 0, 0, 0, 2, 0, 0, 0, 7, 0, 0, 0, 6, 0xff, 0xff, 1, 2, 3, 4,
    ])
    expect(decodeHdlc(frame, 0, 22)).toMatchObject({ multicast: true, type: slarpType })
    expect(decodeSlarp(frame, 4, 22)).toEqual({ kind: 'keepalive', sequence: 7, heard: 6 })
    // Older routers leave the uptime away.
    expect(decodeSlarp(frame, 4, 18)).toEqual({ kind: 'keepalive', sequence: 7, heard: 6 })
  })

  it('asks for addresses and answers', () => {
    for (const kind of ['request', 'reply'] as const) {
      const slarp = { kind, address: 0x0a000001, mask: 0xffffff00 }
      expect(decodeSlarp(slarpFrame(slarp, 0), 4, 22)).toEqual(slarp)
    }
  })

  it('refuses other links’ frames', () => {
    expect(decodeHdlc(Uint8Array.of(0xff, 0x03, 0, 0x21), 0, 4)).toBe('malformed')
    expect(decodeHdlc(Uint8Array.of(0x0f, 0, 8), 0, 3)).toBe('truncated')
    expect(decodeSlarp(new Uint8Array(13), 0, 13)).toBe('truncated')
    expect(decodeSlarp(new Uint8Array(14).fill(3), 0, 14)).toBe('malformed')
  })
})
