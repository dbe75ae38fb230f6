/**
 * A frame on its way across one cable. Its bytes are never changed: whoever rewrites a frame sends a new one, so that a
 * flood shares one copy and whoever watches sees what was there.
 */

export class Frame {
  /** From the destination address to the end of the payload, at least 60 bytes; on serial links a whole HDLC frame. */
  readonly bytes: Uint8Array
  /** Frames that carry the same packet onward have the same number; an answer is a new journey. */
  readonly journey: number
  /** The frame check sequence as it arrived, where it is not that of the bytes; elsewhere nobody needs to compute it. */
  fcs: number | undefined = undefined
  readonly #original: Frame | undefined
  #settled = false

  constructor(bytes: Uint8Array, journey: number, original?: Frame) {
    this.bytes = bytes
    this.journey = journey
    this.#original = original
  }

  /** The same frame without its tag or trunk header, inside the device that it came to: it is settled with this one. */
  withBytes(bytes: Uint8Array): Frame {
    return bytes === this.bytes ? this : new Frame(bytes, this.journey, this)
  }

  /** Whether it has been said how this frame ended: delivered, passed on, ended or held. Once said, it stays. */
  get settled(): boolean {
    return this.#original === undefined ? this.#settled : this.#original.settled
  }

  settle(): void {
    if (this.#original === undefined) this.#settled = true
    else this.#original.settle()
  }
}
