/** The least codec: an ICMP echo in IPv4 in Ethernet, written and read by one function each, everything in its place. */

export interface BareEcho {
  destinationMac: number
  sourceMac: number
  source: number
  destination: number
  ttl: number
  ipId: number
  type: number
  code: number
  id: number
  sequence: number
  dataStart: number
  dataEnd: number
}

function get16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] as number) << 8) | (bytes[at + 1] as number)
}

function get32(bytes: Uint8Array, at: number): number {
  return ((get16(bytes, at) << 16) | get16(bytes, at + 2)) >>> 0
}

function put16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8
  bytes[at + 1] = value
}

function put32(bytes: Uint8Array, at: number, value: number): void {
  put16(bytes, at, value >>> 16)
  put16(bytes, at + 2, value)
}

function sum(bytes: Uint8Array, start: number, end: number): number {
  let words = 0
  for (let at = start; at + 1 < end; at += 2)
    words += ((bytes[at] as number) << 8) | (bytes[at + 1] as number)
  if (((end - start) & 1) === 1) words += (bytes[end - 1] as number) << 8
  while (words > 0xffff) words = (words & 0xffff) + (words >>> 16)
  return ~words & 0xffff
}

export function bareEncode(echo: BareEcho, data: Uint8Array): Uint8Array {
  const length = 42 + data.length
  const bytes = new Uint8Array(Math.max(length, 60))
  put16(bytes, 0, echo.destinationMac / 0x1_0000_0000)
  put32(bytes, 2, echo.destinationMac % 0x1_0000_0000)
  put16(bytes, 6, echo.sourceMac / 0x1_0000_0000)
  put32(bytes, 8, echo.sourceMac % 0x1_0000_0000)
  put16(bytes, 12, 0x0800)
  bytes[14] = 0x45
  put16(bytes, 16, length - 14)
  put16(bytes, 18, echo.ipId)
  bytes[22] = echo.ttl
  bytes[23] = 1
  put32(bytes, 26, echo.source)
  put32(bytes, 30, echo.destination)
  put16(bytes, 24, sum(bytes, 14, 34))
  bytes[34] = echo.type
  bytes[35] = echo.code
  put16(bytes, 38, echo.id)
  put16(bytes, 40, echo.sequence)
  bytes.set(data, 42)
  put16(bytes, 36, sum(bytes, 34, length))
  return bytes
}

export function bareDecode(bytes: Uint8Array): BareEcho | undefined {
  if (bytes.length < 42) return undefined
  if (get16(bytes, 12) !== 0x0800 || bytes[14] !== 0x45 || bytes[23] !== 1) return undefined
  const end = 14 + get16(bytes, 16)
  if (end > bytes.length || sum(bytes, 14, 34) !== 0 || sum(bytes, 34, end) !== 0) return undefined
  return {
    destinationMac: get16(bytes, 0) * 0x1_0000_0000 + get32(bytes, 2),
    sourceMac: get16(bytes, 6) * 0x1_0000_0000 + get32(bytes, 8),
    source: get32(bytes, 26),
    destination: get32(bytes, 30),
    ttl: bytes[22] as number,
    ipId: get16(bytes, 18),
    type: bytes[34] as number,
    code: bytes[35] as number,
    id: get16(bytes, 38),
    sequence: get16(bytes, 40),
    dataStart: 42,
    dataEnd: end,
  }
}
