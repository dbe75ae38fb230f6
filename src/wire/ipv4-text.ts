/** IPv4 addresses as people write them. */

export function showIpv4(address: number): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`
}

/** A dotted quad, or undefined. Leading zeros are decimal, as IOS reads them. */
export function readIpv4(text: string): number | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)
  if (match === null) return undefined
  let address = 0
  for (let part = 1; part <= 4; part++) {
    const value = Number(match[part])
    if (value > 255) return undefined
    address = address * 256 + value
  }
  return address
}

/** The mask of a prefix length, u32. */
export function maskOf(prefixLength: number): number {
  return prefixLength === 0 ? 0 : (0xffff_ffff << (32 - prefixLength)) >>> 0
}
