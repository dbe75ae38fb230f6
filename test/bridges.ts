/** Bridges with their spanning trees on one clock, and links between them, for tests of the protocols. */

import { expect } from 'vitest'
import { Kernel } from '../src/kernel/kernel.ts'
import { RstpTree } from '../src/protocols/spanning-tree/rstp-tree.ts'
import type {
  Inconsistency,
  PortSettings,
  PortState,
  SpanningTree,
  TreePort,
} from '../src/protocols/spanning-tree/spanning-tree.ts'
import { StpTree } from '../src/protocols/spanning-tree/stp-tree.ts'
import type { Bpdu } from '../src/wire/bpdu.ts'

export type Protocol = 'stp' | 'rstp'

export interface Link {
  readonly ends: readonly [End, End]
  up: boolean
}
export interface End {
  readonly bridge: Bridge
  readonly number: number
  settings: PortSettings
  port: TreePort | undefined
  link: Link | undefined
}

export const plain: PortSettings = {
  portId: 0x8001,
  cost: 19,
  pointToPoint: true,
  edge: false,
  bpduGuard: false,
  bpduFilter: 'off',
  guard: 'none',
}

/** A bridge with its tree, on the kernel's clock; a link delivers a BPDU after a millisecond. */
export class Bridge {
  readonly tree: SpanningTree
  readonly ends: End[] = []
  readonly log: string[] = []
  fast = false
  flushes = 0
  readonly kernel: Kernel
  readonly name: string
  #timerAtMs = Infinity

  constructor(kernel: Kernel, protocol: Protocol, mac: number, priority = 32_769) {
    this.kernel = kernel
    this.name = `B${mac}`
    const Tree = protocol === 'stp' ? StpTree : RstpTree
    this.tree = new Tree(
      { priority, mac, helloTimeMs: 2000, maxAgeMs: 20_000, forwardDelayMs: 15_000 },
      {
        fastAging: (on) => {
          this.fast = on
        },
      },
    )
  }

  end(settings: Partial<PortSettings> = {}): End {
    const number = this.ends.length + 1
    const end: End = {
      bridge: this,
      number,
      settings: { ...plain, portId: 0x8000 + number, ...settings },
      port: undefined,
      link: undefined,
    }
    this.ends.push(end)
    return end
  }

  carrier(end: End, up: boolean): void {
    const { tree, kernel } = this
    const at = (): string => `${kernel.nowMs} ${end.number}`
    if (!up) {
      if (end.port !== undefined) tree.removePort(end.port, kernel.nowMs)
      end.port = undefined
    } else
      end.port = tree.addPort(
        end.settings,
        {
          transmit: (bpdu) => this.#transmit(end, bpdu),
          setState: (state: PortState) => this.log.push(`${at()} ${state}`),
          flush: () => {
            this.flushes++
          },
          bpduGuard: () => {
            this.log.push(`${at()} guarded`)
            this.carrier(end, false)
          },
          inconsistent: (reason: Inconsistency | undefined) =>
            this.log.push(`${at()} ${reason ?? 'consistent'}`),
        },
        kernel.nowMs,
      )
    this.arm()
  }

  #transmit(end: End, bpdu: Bpdu): void {
    const { link } = end
    if (link === undefined) return
    const far = link.ends[0] === end ? link.ends[1] : link.ends[0]
    this.kernel.after(1, () => {
      if (!link.up || far.port === undefined) return
      far.bridge.tree.receive(far.port, bpdu, this.kernel.nowMs)
      far.bridge.arm()
    })
  }

  arm(): void {
    const at = this.tree.wakeAtMs()
    if (at >= this.#timerAtMs) return
    this.#timerAtMs = at
    this.kernel.after(at - this.kernel.nowMs, () => {
      if (this.#timerAtMs !== at) return
      this.#timerAtMs = Infinity
      if (this.tree.wakeAtMs() <= this.kernel.nowMs) this.tree.wake(this.kernel.nowMs)
      this.arm()
    })
  }
}

export function connect(a: End, b: End): Link {
  const link: Link = { ends: [a, b], up: true }
  a.link = b.link = link
  a.bridge.carrier(a, true)
  b.bridge.carrier(b, true)
  return link
}

export function cut(link: Link): void {
  link.up = false
  for (const end of link.ends) end.bridge.carrier(end, false)
}

export function mend(link: Link): void {
  link.up = true
  for (const end of link.ends) end.bridge.carrier(end, true)
}

/** Which bridges frames reach from the first of each group, and whether they could come back. */
export function forwarding(
  bridges: readonly Bridge[],
  links: readonly Link[],
): { groups: number; loop: boolean } {
  const group = new Map(bridges.map((bridge) => [bridge, bridge]))
  const find = (bridge: Bridge): Bridge => {
    const up = group.get(bridge) as Bridge
    return up === bridge ? bridge : find(up)
  }
  let loop = false
  for (const { ends, up } of links) {
    if (!up || !ends.every(({ port }) => port?.state === 'forwarding')) continue
    const [a, b] = ends.map(({ bridge }) => find(bridge)) as [Bridge, Bridge]
    if (a === b) loop = true
    else group.set(a, b)
  }
  return { groups: new Set(bridges.map(find)).size, loop }
}

function reachable(bridges: readonly Bridge[], links: readonly Link[]): Bridge[][] {
  const left = new Set(bridges)
  const parts: Bridge[][] = []
  for (const first of bridges) {
    if (!left.delete(first)) continue
    const part = [first]
    for (const bridge of part)
      for (const { ends, up } of links) {
        if (!up || !ends.some((end) => end.bridge === bridge)) continue
        for (const end of ends) if (left.delete(end.bridge)) part.push(end.bridge)
      }
    parts.push(part)
  }
  return parts
}

export function expectSettled(bridges: readonly Bridge[], links: readonly Link[]): void {
  const parts = reachable(bridges, links)
  expect(forwarding(bridges, links)).toEqual({ groups: parts.length, loop: false })
  for (const part of parts) {
    const lowest = part
      .map(({ tree }) => tree.bridge)
      .reduce((a, b) => ((a.priority - b.priority || a.mac - b.mac) <= 0 ? a : b))
    for (const { tree } of part) {
      expect([tree.root.rootPriority, tree.root.rootMac]).toEqual([lowest.priority, lowest.mac])
      expect(tree.isRoot).toBe(tree.bridge === lowest)
    }
  }
}

export function triangle(protocol: Protocol): {
  kernel: Kernel
  bridges: [Bridge, Bridge, Bridge]
  links: Link[]
} {
  const kernel = new Kernel()
  const bridges = [1, 2, 3].map((mac) => new Bridge(kernel, protocol, mac)) as [Bridge, Bridge, Bridge]
  const [a, b, c] = bridges
  const links = [connect(a.end(), b.end()), connect(a.end(), c.end()), connect(b.end(), c.end())]
  return { kernel, bridges, links }
}
