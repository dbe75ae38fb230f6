/** The UDP ports of a device: who listens where. Sending is the stack's. */

import { ipProtocols } from '../../wire/ipv4.ts'
import { encodeUdp } from '../../wire/udp.ts'
import { EphemeralPorts } from './ephemeral-ports.ts'
import type { SendPayload } from './origination.ts'
import type { UdpDatagram, UdpSocket } from './types.ts'

export class UdpSockets {
  readonly #send: SendPayload
  readonly #bound = new Map<number, (datagram: UdpDatagram) => void>()
  readonly #ports = new EphemeralPorts()

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
    for (let tried = 0; tried < EphemeralPorts.count; tried++) {
      const port = this.#ports.next()
      if (!this.#bound.has(port)) return port
    }
    return undefined
  }
}
