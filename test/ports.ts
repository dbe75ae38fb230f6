/** For tests: ports by themselves, on one clock, with what arrives at them. */

import type { CableKind } from '../src/hardware/cable.ts'
import { Network } from '../src/hardware/network.ts'
import { Port, type PortSettings } from '../src/hardware/port.ts'
import type { PortRange } from '../src/hardware/profile-types.ts'
import { Kernel } from '../src/kernel/kernel.ts'

type Kind = Partial<Pick<PortRange, 'cable' | 'pinout' | 'mdix' | 'media' | 'speedsMbps'>>

/** What such ports are in devices: a 2960's Fast Ethernet and Gigabit ports, and the like. */
export const portKinds = {
  fastSwitch: { pinout: 'MDI-X', mdix: true, speedsMbps: [10, 100] },
  gigabitSwitch: { pinout: 'MDI-X', mdix: true, speedsMbps: [10, 100, 1000] },
  /** A router's without auto-MDIX: FastEthernet of the 1841. */
  fastRouter: { pinout: 'MDI', mdix: false, speedsMbps: [10, 100] },
  /** A PC's card that leaves the pairs as they are. */
  fastHost: { pinout: 'MDI', mdix: false, speedsMbps: [10, 100] },
  tenHost: { pinout: 'MDI', mdix: false, speedsMbps: [10] },
  gigabitRouter: { pinout: 'MDI', mdix: true, speedsMbps: [10, 100, 1000] },
  serial: { cable: 'serial' },
  fibre: { media: '1000BaseSX SFP', speedsMbps: [1000] },
  emptyCage: { media: 'Not Present', speedsMbps: [1000] },
  internal: { cable: 'none' },
} as const satisfies Record<string, Kind>

export type PortKind = keyof typeof portKinds

function rangeOf(kind: PortKind): PortRange {
  const { speedsMbps = [], ...rest }: Kind = portKinds[kind]
  const rate = { bandwidthKbps: 100_000, delayUsec: 100 }
  return {
    type: 'Port',
    units: '0',
    cable: 'ethernet',
    ...rest,
    ...(speedsMbps.length === 0 ? {} : { speedsMbps: [...speedsMbps] }),
    shutAtPowerOn: false,
    defaults: {
      hardware: '',
      mtuBytes: 1500,
      up: rate,
      down: rate,
      encapsulation: 'ARPA',
      keepalive: 'set',
      printedDefaults: [],
    },
  }
}

export interface Ports {
  readonly kernel: Kernel
  readonly network: Network
  /** What came in, by the name of the port, as [virtual time, bytes]. */
  readonly arrived: Map<string, [number, Uint8Array][]>
  /** What the ports said of their carrier: `a up`. */
  readonly carrier: [number, string][]
  make(name: string, kind: PortKind, settings?: Partial<PortSettings>): Port
  advance(ms: number): void
}

/** Enabled ports that settle whatever arrives as delivered. */
export function ports(seed = 1): Ports {
  const kernel = new Kernel({ seed })
  const network = new Network(kernel)
  const arrived = new Map<string, [number, Uint8Array][]>()
  const carrier: [number, string][] = []
  let macs = 0
  return {
    kernel,
    network,
    arrived,
    carrier,
    make: (name, kind, settings = {}) => {
      const port = new Port(network, name, 'eth0', rangeOf(kind), ++macs)
      const frames: [number, Uint8Array][] = []
      arrived.set(name, frames)
      port.onFrame = (frame) => {
        frames.push([kernel.nowMs, frame.bytes])
        network.log.delivered(frame, name, 'eth0')
      }
      port.onCarrier = (up) => void carrier.push([kernel.nowMs, `${name} ${up ? 'up' : 'down'}`])
      port.configure({ enabled: true, ...settings })
      return port
    },
    advance: (ms) => kernel.advanceTo(kernel.nowMs + ms),
  }
}

/** Two ports on a cable, after the time that a link takes. */
export function linked(
  a: readonly [PortKind, Partial<PortSettings>?],
  b: readonly [PortKind, Partial<PortSettings>?],
  kind: CableKind = 'crossover',
): Ports & { a: Port; b: Port } {
  const made = ports()
  const [portA, portB] = [made.make('a', ...a), made.make('b', ...b)]
  made.network.connect(portA, portB, kind)
  made.advance(10_000)
  return { ...made, a: portA, b: portB }
}

/** What was sent, and what became of it: the two are the same at any time. */
export function account({ log: { counts, endings } }: Network): { sent: number; settled: number } {
  const ended = [...endings.values()].reduce((sum, count) => sum + count, 0)
  return {
    sent: counts.sent,
    settled: counts.inFlight + counts.delivered + counts.passed + counts.held + ended,
  }
}

/** An Ethernet frame; addresses are small numbers, 0xff is everybody. */
export function ethernet(to: number, from: number, length = 60, fill = 0): Uint8Array {
  const bytes = new Uint8Array(length).fill(fill)
  if (to === 0xff) bytes.fill(0xff, 0, 6)
  else bytes.set([2, 0, 0, 0, 0, to])
  bytes.set([2, 0, 0, 0, 0, from, 0x88, 0xb5], 6)
  return bytes
}
