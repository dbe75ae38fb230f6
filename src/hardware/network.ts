/**
 * The cables of a lab and the ports they join, on one clock. Leaves out devices: they own their ports and say what arrives
 * there means.
 */

import type { Kernel } from '../kernel/kernel.ts'
import { Cable, type CableKind } from './cable.ts'
import { FrameLog } from './frame-log.ts'
import type { Port } from './port.ts'

export class Network {
  readonly kernel: Kernel
  readonly log: FrameLog
  readonly #cables: Cable[] = []
  #journeys = 0

  constructor(kernel: Kernel) {
    this.kernel = kernel
    this.log = new FrameLog(() => kernel.nowMs)
  }

  /** The number of a packet that somebody makes. */
  newJourney(): number {
    return ++this.#journeys
  }

  get cables(): readonly Cable[] {
    return this.#cables
  }

  /** Plugs a cable in; the first end of a serial cable is the DCE's. @throws Error when a port is taken */
  connect(a: Port, b: Port, kind: CableKind): Cable {
    if (a.cable !== undefined || b.cable !== undefined)
      throw new Error(`${(a.cable === undefined ? b : a).name} has a cable already`)
    const cable = new Cable(this, a, b, kind)
    this.#cables.push(cable)
    cable.plug()
    return cable
  }

  /** Pulls a cable out at both ends. */
  disconnect(cable: Cable): void {
    const at = this.#cables.indexOf(cable)
    if (at < 0) return
    this.#cables.splice(at, 1)
    cable.unplug()
  }
}
