import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBad } from '../../wire/bytes.ts'
import { decodeIpv4, encodeIpv4, type Ipv4Header } from '../../wire/ipv4.ts'
import { expire, newReassembly, reassemble, wakeAt } from './reassembly.ts'

const header: Ipv4Header = {
  tos: 0,
  id: 7,
  dontFragment: false,
  moreFragments: false,
  fragmentOffset: 0,
  ttl: 60,
  protocol: 17,
  source: 1,
  destination: 2,
}

const fragment = (payload: Uint8Array, start: number, end: number) =>
  encodeIpv4(
    { ...header, fragmentOffset: start, moreFragments: end < payload.length },
    payload.slice(start, end),
  )

test('fragments in any order, some of them twice, make the packet', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 49 }), { maxLength: 8 })
  fc.assert(
    fc.property(
      cuts,
      fc.integer({ min: 393, max: 400 }),
      fc.infiniteStream(fc.nat()),
      (at, length, draws) => {
        const payload = Uint8Array.from({ length }, (_, i) => i & 255)
        const edges = [0, ...at.map((unit) => unit * 8).sort((a, b) => a - b), length]
        const pieces = edges.slice(1).map((end, i) => fragment(payload, edges[i] as number, end))
        const draw = () => draws.next().value as number
        for (let twice = 0; twice < 2; twice++) pieces.push(pieces[draw() % pieces.length] as Uint8Array)
        pieces.sort(() => (draw() % 2) - 0.5)
        const state = newReassembly()
        const wholes = pieces.map((piece) => {
          const packet = decodeIpv4(piece, 0, piece.length)
          return isBad(packet) ? packet : reassemble(state, packet, piece, 0, 30_000)
        })
        const whole = wholes.find((one) => one !== undefined)
        expect(whole).toEqual(encodeIpv4(header, payload))
      },
    ),
  )
})

test('what stays incomplete is given back when its time is over', () => {
  const state = newReassembly()
  const piece = fragment(new Uint8Array(400), 0, 80)
  const packet = decodeIpv4(piece, 0, piece.length)
  if (isBad(packet)) throw new Error(packet)
  expect(reassemble(state, packet, piece, 1000, 30_000)).toBeUndefined()
  expect(wakeAt(state)).toBe(31_000)
  expect(expire(state, 30_999)).toEqual([])
  expect(expire(state, 31_000)).toMatchObject([{ first: piece }])
  expect(wakeAt(state)).toBeUndefined()
})

test('a fragment beyond the longest packet is malformed, and memory stays bounded', () => {
  const state = newReassembly()
  const late = encodeIpv4({ ...header, fragmentOffset: 65_528 }, new Uint8Array(100))
  const packet = decodeIpv4(late, 0, late.length)
  if (isBad(packet)) throw new Error(packet)
  expect(reassemble(state, packet, late, 0, 30_000)).toBe('malformed')
  const piece = fragment(new Uint8Array(400), 0, 80)
  for (let id = 0; id < 500; id++) {
    const decoded = decodeIpv4(piece, 0, piece.length)
    if (!isBad(decoded)) reassemble(state, { ...decoded, id }, piece, 0, 30_000)
  }
  expect(state.datagrams.size).toBe(64)
})
