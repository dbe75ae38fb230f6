/**
 * One network interface of a host: its settings, and the way between its port and the IP stack. Linux keeps addresses and
 * routes of an interface that is up without a carrier, so for the stack it is up as soon as somebody has switched it on.
 * Leaves out the text forms that commands give it.
 */

import type { IpLink, LinkAddress } from '../hardware/ip/types.ts'
import type { Port } from '../hardware/port.ts'
import { maskOf } from '../wire/ipv4-text.ts'

export interface InterfaceAddress extends LinkAddress {
  /** Whether a broadcast address was set with it: without one, none is shown. */
  readonly broadcast: boolean
}

/** Sees every frame of an interface, as tcpdump does. */
export type Tap = (bytes: Uint8Array, outgoing: boolean) => void

export class NetworkInterface implements IpLink {
  readonly name: string
  /** As `ip link` numbers them: lo is 1. */
  readonly index: number
  readonly kind: 'ethernet' | 'loopback'
  readonly mac: number
  readonly mtuBytes: number
  /** Undefined for lo. */
  readonly port: Port | undefined
  /** Switched on by somebody. */
  up = false
  /** By ifup, which keeps its own account. */
  configured = false
  addresses: readonly InterfaceAddress[] = []
  readonly taps = new Set<Tap>()

  constructor(name: string, index: number, port: Port | undefined) {
    this.name = name
    this.index = index
    this.port = port
    this.kind = port === undefined ? 'loopback' : 'ethernet'
    this.mac = port?.mac ?? 0
    this.mtuBytes = port === undefined ? 65_536 : 1500
  }

  isUp(): boolean {
    return this.up
  }

  get carrier(): boolean {
    return this.port === undefined ? this.up : this.port.carrier
  }

  send(bytes: Uint8Array, journey: number): void {
    for (const tap of this.taps) tap(bytes, true)
    this.port?.transmit(bytes, journey)
  }

  get counts() {
    const counters = this.port?.counters
    const { inputPackets = 0, inputBytes = 0, inputErrors = 0, inputMulticasts = 0 } = counters ?? {}
    const { outputPackets = 0, outputBytes = 0, outputDrops = 0, collisions = 0 } = counters ?? {}
    return {
      received: {
        packets: inputPackets,
        bytes: inputBytes,
        errors: inputErrors,
        multicasts: inputMulticasts,
      },
      sent: {
        packets: outputPackets,
        bytes: outputBytes,
        dropped: outputDrops,
        collisions,
      },
    }
  }

  /** Whether another address of the same subnet stands before it. */
  isSecondary(address: InterfaceAddress): boolean {
    const first = this.addresses.find((other) => sameSubnet(other, address))
    return first !== undefined && first !== address
  }
}

export function sameSubnet(a: LinkAddress, b: LinkAddress): boolean {
  return a.prefixLength === b.prefixLength && subnetOf(a) === subnetOf(b)
}

export function subnetOf({ address, prefixLength }: LinkAddress): number {
  return (address & maskOf(prefixLength)) >>> 0
}

export function broadcastOf({ address, prefixLength }: LinkAddress): number {
  return (address | ~maskOf(prefixLength)) >>> 0
}
