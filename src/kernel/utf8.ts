/** UTF-8 (RFC 3629) both ways, for layers that know no encoder. Bytes that are no UTF-8 become U+FFFD. */

export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      )
  }
  return Uint8Array.from(bytes)
}

export function decodeUtf8(bytes: Uint8Array): string {
  const parts: string[] = []
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] as number
    const length =
      first < 0x80
        ? 1
        : first >= 0xc2 && first < 0xe0
          ? 2
          : first >= 0xe0 && first < 0xf0
            ? 3
            : first >= 0xf0 && first < 0xf5
              ? 4
              : 0
    let code = length === 1 ? first : first & (0xff >> (length + 1))
    let valid = length > 0 && at + length <= bytes.length
    for (let i = 1; valid && i < length; i++) {
      const next = bytes[at + i] as number
      valid = (next & 0xc0) === 0x80
      code = (code << 6) | (next & 63)
    }
    const overlong = (length === 3 && code < 0x800) || (length === 4 && (code < 0x10000 || code > 0x10ffff))
    if (!valid || overlong || (code >= 0xd800 && code < 0xe000)) {
      text += '\ufffd'
      at++
    } else {
      text += String.fromCodePoint(code)
      at += length
    }
    if (text.length > 8192) {
      parts.push(text)
      text = ''
    }
  }
  parts.push(text)
  return parts.join('')
}
