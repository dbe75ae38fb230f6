import { expect, test } from 'vitest'
import { frameBytes } from './frame-bytes.ts'

test('frames are zeroed and share no byte, whatever their lengths', () => {
  const lengths = Array.from({ length: 2000 }, (_, i) => (i * 7919) % 2300)
  const frames = lengths.map(frameBytes)
  frames.forEach((bytes, i) => {
    expect(bytes.length).toBe(lengths[i])
    expect(bytes.every((byte) => byte === 0)).toBe(true)
    bytes.fill(i & 255)
  })
  frames.forEach((bytes, i) => void expect(bytes.every((byte) => byte === (i & 255))).toBe(true))
})

test('a frame that is kept keeps little more than itself', () => {
  expect(frameBytes(98).buffer.byteLength).toBeLessThanOrEqual(8192)
  expect(frameBytes(60).buffer.byteLength).toBe(60)
  expect(frameBytes(9000).buffer.byteLength).toBe(9000)
})
