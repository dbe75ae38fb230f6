/**
 * A lab while it is marked: the machines as checks look at them, and a clock that runs as far as a probe needs. Marking
 * uses the lab up, so it is given a copy of the learner's.
 */

import type { IpStack } from '../hardware/ip-stack.ts'
import { Host } from '../hosts/host.ts'
import type { HostSystem } from '../hosts/host-system.ts'
import { type Interface, inViewOrder } from '../ios/interfaces.ts'
import type { Ios } from '../ios/ios.ts'
import { ipStackOf } from '../ios/ip-stack.ts'
import type { RunningLab } from '../labs/running-lab.ts'
import { Device } from '../session/device.ts'
import type { Machine } from '../session/machine.ts'
import { readIpv4 } from '../wire/ipv4-text.ts'
import { type Texts, texts } from './texts.ts'

/** A device that should be looked at has no power, or no system that runs. */
export class NoSystem extends Error {
  readonly found: Texts

  constructor(machine: Machine) {
    super(`${machine.name} is ${machine.state}`)
    const { name, state } = machine
    this.found =
      state === 'off'
        ? texts(`${name} is switched off`, `${name} 没有通电`)
        : texts(`${name} has not finished booting`, `${name} 还没有启动完毕`)
  }
}

/** Far longer than any boot: what has not come up by then will not. */
const longestBootMs = 600_000

export class MarkedLab {
  readonly running: RunningLab
  /** Devices whose running configuration was not the saved one when marking began. */
  readonly unsaved: readonly string[]

  constructor(running: RunningLab) {
    this.running = running
    this.unsaved = this.machines.filter((machine) => machine.status().unsaved).map(({ name }) => name)
  }

  get machines(): Machine[] {
    return [...this.running.machines.values()]
  }

  get nowMs(): number {
    return this.running.kernel.nowMs
  }

  machine(name: string): Machine {
    const machine = this.running.machines.get(name)
    if (machine === undefined) throw new Error(`no device ${name} in lab ${this.running.lab.name}`)
    return machine
  }

  device(name: string): Device {
    const machine = this.machine(name)
    if (!(machine instanceof Device)) throw new Error(`${name} is a host`)
    return machine
  }

  /** @throws NoSystem */
  ios(name: string): Ios {
    const device = this.device(name)
    if (device.ios === undefined) throw new NoSystem(device)
    return device.ios
  }

  /** @throws NoSystem */
  host(name: string): HostSystem {
    const machine = this.machine(name)
    if (!(machine instanceof Host)) throw new Error(`${name} is no host`)
    if (machine.system === undefined) throw new NoSystem(machine)
    return machine.system
  }

  /** @throws NoSystem */
  stack(name: string): IpStack {
    return this.machine(name) instanceof Host ? this.host(name).stack : ipStackOf(this.ios(name))
  }

  /** The interface of a name in any abbreviation; undefined where there is none (yet). @throws NoSystem */
  interface(device: string, name: string): Interface | undefined {
    return interfaceNamed(this.ios(device), name)
  }

  /** The address itself, or the first one of the device of that name; undefined while it has none. @throws NoSystem */
  address(target: string): number | undefined {
    const address = readIpv4(target)
    if (address !== undefined) return address
    const machine = this.machine(target)
    const stack = this.stack(target)
    const links = stack.links.filter((link) => stack.addressesOf(link).some(isOutside))
    if (machine instanceof Host)
      return links.flatMap((link) => stack.addressesOf(link)).find(isOutside)?.address
    const order = inViewOrder(this.ios(target)).map(({ name }) => name)
    links.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    return links.flatMap((link) => stack.addressesOf(link))[0]?.address
  }

  advance(ms: number): void {
    this.running.kernel.advanceTo(this.nowMs + ms)
  }

  /** Lets time pass until something is so. False when it was not within `limitMs`. */
  until(isSo: () => boolean, limitMs: number): boolean {
    const { kernel } = this.running
    const endMs = kernel.nowMs + limitMs
    while (!isSo()) {
      if (kernel.nowMs >= endMs) return false
      if (!kernel.step(endMs)) kernel.advanceTo(endMs)
    }
    return true
  }

  /** What is booting gets the time that it needs, then links and spanning trees theirs. */
  settle(ms: number): void {
    const boots = (): boolean => this.machines.some(({ state }) => state === 'booting')
    if (boots()) this.until(() => !boots(), longestBootMs)
    this.advance(ms)
  }

  /** Power off and on for everything that has power: what was not saved is gone. */
  reload(): void {
    for (const machine of this.machines) {
      if (machine.state === 'off') continue
      machine.powerOff()
      machine.startUnseen()
    }
    this.settle(afterReloadMs)
    for (const machine of this.machines) machine.show()
  }
}

/** As at the start of a lab: links, spanning trees, neighbours. */
const afterReloadMs = 90_000

function isOutside({ address }: { readonly address: number }): boolean {
  return address >>> 24 !== 127
}

/** By any abbreviation that IOS takes, logical ones too. */
export function interfaceNamed(ios: Ios, name: string): Interface | undefined {
  const typed = name.replace(/\s+/g, '').toLowerCase()
  const exact = [...ios.interfaces].find((made) => made.name.toLowerCase() === typed)
  if (exact !== undefined) return exact
  const [, letters = '', unit = ''] = /^([a-z-]+)(\d.*)$/.exec(typed) ?? []
  const found = [...ios.interfaces].filter(
    (made) => letters !== '' && made.unit === unit && made.type.name.toLowerCase().startsWith(letters),
  )
  return found.length === 1 ? found[0] : undefined
}
