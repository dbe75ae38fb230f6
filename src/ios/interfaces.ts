/**
 * The interfaces of a device and the one state from which every view and message follows: administrative state, link and
 * line protocol. Leaves out what makes them change: `link-state.ts`.
 */

import type { Section } from '../config/section.ts'
import type { Port } from '../hardware/port.ts'
import type { InterfaceType, PortRange } from '../hardware/profile-types.ts'
import { compareUnits } from './interface-names.ts'
import type { Ios } from './ios.ts'

type AddressMethod = 'unset' | 'NVRAM' | 'manual' | 'DHCP'

export interface Interface {
  readonly name: string
  readonly type: InterfaceType
  readonly unit: string
  /** The physical port, or undefined for logical interfaces. */
  readonly port: PortRange | undefined
  /** The hardware behind a physical interface: carrier, frames, counters. */
  readonly phy: Port | undefined
  readonly section: Section
  /** MAC address as 12 hexadecimal digits, where the interface has one. */
  readonly mac: string | undefined
  /** Not shut down. */
  enabled: boolean
  /** Why the switch itself took the port out of work: `bpduguard`. */
  errDisabled: string | undefined
  /** Something is connected, or, for logical interfaces, the thing they stand for is up. */
  link: 'up' | 'down'
  protocol: 'up' | 'down'
  method: AddressMethod
  /** Virtual time of the last change of its link, ms. */
  changedMs: number
  resets: number
  /** Virtual time at which its counters were cleared, ms. */
  clearedMs?: number
}

const bySection = new WeakMap<Section, { ios: Ios; made: Interface }>()

/** The interface that a section configures. */
export function interfaceOfSection(section: Section): Interface | undefined {
  return bySection.get(section)?.made
}

/** The order of sections in the running configuration. */
export function compareSections(a: Section, b: Section): number {
  const left = bySection.get(a)
  const right = bySection.get(b)
  return left === undefined || right === undefined ? 0 : compareInterfaces(left.ios, left.made, right.made)
}

export class Interfaces {
  readonly #ios: Ios
  readonly #byName = new Map<string, Interface>()

  constructor(ios: Ios) {
    this.#ios = ios
  }

  get(name: string): Interface | undefined {
    return this.#byName.get(name)
  }

  has(name: string): boolean {
    return this.#byName.has(name)
  }

  add(made: Interface): void {
    bySection.set(made.section, { ios: this.#ios, made })
    this.#byName.set(made.name, made)
  }

  remove(name: string): void {
    this.#byName.delete(name)
  }

  /** In the order of their creation: ports first. */
  [Symbol.iterator](): IterableIterator<Interface> {
    return this.#byName.values()
  }

  /** In the order of the running configuration: logical types first, then ports by type and number, Vlan last. */
  inOrder(): Interface[] {
    return [...this.#byName.values()].sort((a, b) => compareInterfaces(this.#ios, a, b))
  }
}

/** The order of views: on a switch VLAN interfaces first; then ports; then other logical interfaces as they were made. */
export function inViewOrder(ios: Ios): Interface[] {
  const rankInView = ({ type, port, name }: Interface): number =>
    type.name === 'Vlan' ? 0 : port !== undefined || name.includes('.') ? 1 : 2
  return [...ios.interfaces].sort(
    (a, b) => rankInView(a) - rankInView(b) || (rankInView(a) === 2 ? 0 : compareInterfaces(ios, a, b)),
  )
}

/** Neither shut down itself nor a sub-interface of a port that is. */
export function isEnabled(ios: Ios, made: Interface): boolean {
  const dot = made.name.indexOf('.')
  return made.enabled && (dot < 0 || ios.interfaces.get(made.name.slice(0, dot))?.enabled !== false)
}

/** As the first line of `show interfaces` and `show ip interface brief` call it. */
export function linkText(ios: Ios, made: Interface): 'up' | 'down' | 'administratively down' {
  return isEnabled(ios, made) ? made.link : 'administratively down'
}

const logicalOrder = ['Loopback', 'Port-channel', 'Tunnel']

export function compareInterfaces(
  ios: Ios,
  a: { type: InterfaceType; unit: string },
  b: { type: InterfaceType; unit: string },
): number {
  return rank(ios, a.type) - rank(ios, b.type) || compareUnits(a.unit, b.unit)
}

function rank(ios: Ios, type: InterfaceType): number {
  const logical = logicalOrder.indexOf(type.name)
  if (logical >= 0) return logical
  if (type.name === 'Vlan') return 1000
  const port = ios.profile.ports.findIndex((range) => range.type === type.name)
  return port < 0 ? 900 : 10 + port
}
