/** The UDP ports of a device: who listens where. Sending is the stack's. */

import { ipProtocols } from '../../wire/ipv4.ts'
import { encodeUdp } from '../../wire/udp.ts'
import type { SendPayload } from './origination.ts'
import type { UdpDatagram, UdpSocket } from './types.ts'

export class UdpSockets {
  readonly #send: SendPayload
  readonly #bound = new Map<number, (datagram: UdpDatagram) => void>()
  #nextPort = 49_152

  constructor(send: SendPayload) {
    this.#send = send
  }

  /** Listens on a port, or with 0 on a free one; undefined when it is taken. */
  bind(port: number, receive: (datagram: UdpDatagram) => void): UdpSocket | undefined {
    const chosen = port === 0 ? this.#freePort() : port
    if (chosen === undefined || this.#bound.has(chosen)) return undefined
    this.#bound.set(chosen, receive)
    return {
      port: chosen,
      send: (to, payload) =>
        this.#send(to, ipProtocols.udp, (source, destination) =>
          encodeUdp({ sourcePort: chosen, destinationPort: to.port }, payload, source, destination),
        ),
      close: () => {
        if (this.#bound.get(chosen) === receive) this.#bound.delete(chosen)
      },
    }
  }

  receiver(port: number): ((datagram: UdpDatagram) => void) | undefined {
    return this.#bound.get(port)
  }

  #freePort(): number | undefined {
    for (let tried = 0; tried < 16_384; tried++) {
      const port = this.#nextPort
      this.#nextPort = port === 65_535 ? 49_152 : port + 1
      if (!this.#bound.has(port)) return port
    }
    return undefined
  }
}
