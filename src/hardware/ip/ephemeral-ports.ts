/** Ports for what this device begins itself, one after the other. Source: RFC 6335 (6), the dynamic ports. */

const first = 49_152
const last = 65_535

export class EphemeralPorts {
  static readonly count = last - first + 1
  #next = first

  /** Whether somebody has it is for its user to see. */
  next(): number {
    const port = this.#next
    this.#next = port === last ? first : port + 1
    return port
  }
}
