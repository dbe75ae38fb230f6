/** The Internet checksum (RFC 1071) and its incremental update (RFC 1624, equation 3). */

/** The one's complement sum of 16-bit words, not yet folded: partial sums may be added up. An odd last byte is padded. */
export function checksumWords(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0
  let at = start
  // Eight bytes at a time: this loop is most of what a packet costs.
  for (; at + 7 < end; at += 8)
    sum +=
      (((bytes[at] as number) +
        (bytes[at + 2] as number) +
        (bytes[at + 4] as number) +
        (bytes[at + 6] as number)) <<
        8) +
      (bytes[at + 1] as number) +
      (bytes[at + 3] as number) +
      (bytes[at + 5] as number) +
      (bytes[at + 7] as number)
  for (; at + 1 < end; at += 2) sum += ((bytes[at] as number) << 8) | (bytes[at + 1] as number)
  if (at < end) sum += (bytes[at] as number) << 8
  return sum
}

/** Folds a sum of words and complements it: the value of a checksum field; 0 where the field itself was in the sum and right. */
export function foldChecksum(sum: number): number {
  // A sum of more than 65,536 words does not occur: packets end at 65,535 bytes.
  let folded = sum
  while (folded > 0xffff) folded = (folded & 0xffff) + (folded >>> 16)
  return ~folded & 0xffff
}

export function ipChecksum(bytes: Uint8Array, start: number, end: number): number {
  return foldChecksum(checksumWords(bytes, start, end))
}

/** The words of the pseudo-header that UDP and TCP sum as well. */
export function pseudoHeaderWords(
  source: number,
  destination: number,
  protocol: number,
  length: number,
): number {
  return (
    (source >>> 16) +
    (source & 0xffff) +
    (destination >>> 16) +
    (destination & 0xffff) +
    protocol +
    (length & 0xffff)
  )
}

/** The checksum after one 16-bit word of what it covers has changed. */
export function updatedChecksum(checksum: number, oldWord: number, newWord: number): number {
  let sum = (~checksum & 0xffff) + (~oldWord & 0xffff) + newWord
  sum = (sum & 0xffff) + (sum >>> 16)
  sum = (sum & 0xffff) + (sum >>> 16)
  return ~sum & 0xffff
}
