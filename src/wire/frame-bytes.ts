/**
 * Room for the bytes of frames, cut from larger pieces: an array with a buffer of its own takes the engine six times as
 * long. Whoever keeps a frame keeps its piece, so pieces are small, and what is large or very short stands alone.
 */

const pieceBytes = 8192
/** Up to here the engine keeps the bytes inside the array itself. */
const longestInside = 64
const longestCut = 2048

let piece = new ArrayBuffer(0)
let used = 0

/** Zeroed bytes that nobody else has. Their `buffer` is shared: take `byteOffset` into account. */
export function frameBytes(length: number): Uint8Array {
  if (length <= longestInside || length > longestCut) return new Uint8Array(length)
  if (used + length > piece.byteLength) {
    piece = new ArrayBuffer(pieceBytes)
    used = 0
  }
  const bytes = new Uint8Array(piece, used, length)
  used += (length + 7) & ~7
  return bytes
}
