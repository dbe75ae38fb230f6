/** B11: hops of packets over routers: event, decoding, route, rewriting, checksum. */

import { builtInProfiles } from '../../src/hardware/built-in-profiles.ts'
import { Frame } from '../../src/hardware/frame.ts'
import { iosIpSettings } from '../../src/hardware/ip/settings.ts'
import type { IpLink } from '../../src/hardware/ip/types.ts'
import { IpStack } from '../../src/hardware/ip-stack.ts'
import { Network } from '../../src/hardware/network.ts'
import { Port } from '../../src/hardware/port.ts'
import { Kernel, type Receiver } from '../../src/kernel/kernel.ts'
import { icmpHeaderBytes, icmpTypes, writeIcmpHeader } from '../../src/wire/icmp.ts'
import { ipProtocols, ipv4HeaderBytes, writeIpv4Header } from '../../src/wire/ipv4.ts'
import { writeMac } from '../../src/wire/mac.ts'
import { BareHeap } from './bare-heap.ts'
import { BareRouter } from './bare-router.ts'
import { type Figure, timed } from './measure.ts'

const routers = 8
const hops = 200_000
const packets = 16
const lengths = [24, 16, 8]
/** Routes that every router has, all to the next in the ring. */
const prefixes = Array.from({ length: 999 }, (_, i) => {
  const length = lengths[i % 3] as number
  return { prefix: (((11 + (i % 90)) << 24) | (i << 8)) & (-1 << (32 - length)), length }
}).map(({ prefix, length }) => ({ prefix: prefix >>> 0, length }))
const destinations = prefixes.map(({ prefix }) => prefix + 77)

const macOf = (router: number, side: number): number => 0x001a_a1b2_0000 + router * 2 + side

/** An echo of 98 bytes from outside, to the first router. */
function packetTo(destination: number): Uint8Array {
  const bytes = new Uint8Array(98)
  writeMac(bytes, 0, macOf(0, 0))
  writeMac(bytes, 6, 0x0050_7966_6800)
  bytes[12] = 8
  writeIcmpHeader(bytes, 14 + ipv4HeaderBytes, bytes.length, icmpTypes.echo, 0, icmpHeaderBytes)
  const header = { tos: 0, id: 1, dontFragment: false, moreFragments: false, fragmentOffset: 0, ttl: 255 }
  const addresses = { protocol: ipProtocols.icmp, source: 0xc0a8_0101, destination }
  writeIpv4Header(bytes, 14, { ...header, ...addresses }, bytes.length - 14)
  return bytes
}

/** Sends packets round the ring until there were enough hops; each goes on until its TTL ends. */
function goRound(put: (bytes: Uint8Array) => void, step: () => boolean, hopsNow: () => number): number {
  const made = destinations.map(packetTo)
  let next = 0
  const lap = (): void => {
    for (let i = 0; i < packets; i++) put((made[next++ % made.length] as Uint8Array).slice())
    while (step());
  }
  lap()
  const end = hopsNow() + hops
  return timed(() => {
    while (hopsNow() < end) lap()
  })
}

function bare(): number {
  const heap = new BareHeap(1024)
  let waiting = 0
  const ring = Array.from({ length: routers }, (_, i) => new BareRouter(heap, macOf(i, 0), lengths))
  for (const [i, router] of ring.entries())
    for (const { prefix, length } of prefixes)
      router.add(prefix, length, ring[(i + 1) % routers] as BareRouter)
  const first = ring[0] as BareRouter
  const count = (): number => ring.reduce((sum, router) => sum + router.hops, 0)
  return goRound(
    (bytes) => {
      waiting += 255
      first.send(bytes)
    },
    () => {
      if (waiting === 0) return false
      waiting--
      heap.step()
      return true
    },
    count,
  )
}

/** Joins the right side of each router with the left of the next. */
function ringOf(
  kernel: Kernel,
  wire: (router: number, side: number, input: (frame: Frame) => void) => IpLink['send'],
): { input(bytes: Uint8Array): void; hops(): number; up(): void } {
  let journeys = 0
  let passed = 0
  const ignore = (): void => {}
  const stacks = Array.from({ length: routers }, () => {
    const newJourney = (): number => ++journeys
    const environment = { kernel, newJourney, delivered: ignore, held: ignore, ended: ignore }
    return new IpStack({ ...environment, passed: () => passed++ }, iosIpSettings)
  })
  const links = stacks.map((stack, i) =>
    [0, 1].map((side): IpLink => {
      const link: IpLink = {
        name: `Gi0/${side}`,
        kind: 'ethernet',
        mac: macOf(i, side),
        mtuBytes: 1500,
        isUp: () => true,
        send: wire(i, side, (frame) => stack.input(link, frame)),
      }
      return link
    }),
  )
  const start = (): void => {
    for (const [i, stack] of stacks.entries()) {
      stack.routes.cacheAnswers()
      const before = (i + routers - 1) % routers
      for (const [side, link] of (links[i] as IpLink[]).entries()) {
        stack.addLink(link)
        const subnet = 0x0a00_0000 + (side === 0 ? before : i) * 256
        stack.setAddresses(link, [{ address: subnet + 2 - side, prefixLength: 24 }])
      }
      for (const { prefix, length } of prefixes) {
        const route = { prefix, prefixLength: length, source: 'static', distance: 1, metric: 0 }
        stack.routes.add({ ...route, nextHop: 0x0a00_0002 + i * 256 })
      }
    }
    // The first packets end for want of an ARP entry.
    for (let lap = 0; lap < routers; lap++) {
      stacks[0]?.input((links[0] as IpLink[])[0] as IpLink, new Frame(packetTo(destinations[0] as number), 0))
      kernel.advanceTo(kernel.nowMs + 2000)
    }
  }
  return {
    input: (bytes) => stacks[0]?.input((links[0] as IpLink[])[0] as IpLink, new Frame(bytes, ++journeys)),
    hops: () => passed,
    up: start,
  }
}

function stepper(kernel: Kernel): () => boolean {
  // Timers of ARP wait far behind.
  return () => kernel.step(kernel.nowMs + 100)
}

/** On wires that only delay. */
function onWires(): number {
  const kernel = new Kernel()
  const inputs = new Map<number, Receiver<Frame>>()
  const ring = ringOf(kernel, (router, side, input) => {
    inputs.set(router * 2 + side, { arrive: input })
    const other = side === 1 ? ((router + 1) % routers) * 2 : ((router + routers - 1) % routers) * 2 + 1
    let to: Receiver<Frame> | undefined
    return (bytes, journey) => {
      to ??= inputs.get(other)
      if (to !== undefined) kernel.schedule(0.01, to, new Frame(bytes, journey))
    }
  })
  ring.up()
  return goRound(ring.input, stepper(kernel), ring.hops)
}

/** On the ports and cables of the emulator. */
function onCables(): number {
  const kernel = new Kernel()
  const network = new Network(kernel)
  const range = builtInProfiles.get('isr-1941')?.ports.find(({ type }) => type === 'GigabitEthernet')
  if (range === undefined) throw new Error('no range of ports')
  const ports = Array.from({ length: routers }, (_, i) =>
    [0, 1].map((side) => new Port(network, `R${i}`, `Gi0/${side}`, range, macOf(i, side))),
  )
  const port = (router: number, side: number): Port => (ports[router % routers] as Port[])[side] as Port
  const ring = ringOf(kernel, (router, side, input) => {
    port(router, side).onFrame = input
    return (bytes, journey) => port(router, side).transmit(bytes, journey)
  })
  for (let i = 0; i < routers; i++) {
    network.connect(port(i, 1), port(i + 1, 0), 'crossover')
    for (const side of [0, 1]) port(i, side).configure({ enabled: true })
  }
  kernel.advanceTo(5000)
  ring.up()
  return goRound(ring.input, stepper(kernel), ring.hops)
}

function figure(id: string, what: string, ours: () => number): Figure {
  return {
    id,
    what,
    aim: '≥ 0.25× bare router',
    unit: 'ms',
    turns: 15,
    prepare: async () => ({
      ours: { name: 'rollover', turn: ours },
      reference: { name: 'bare router', turn: bare },
      show: (ms) => `${(hops / ms / 1000).toFixed(2)} M/s`,
      verdict: (mine, theirs = mine) => ({ ratio: theirs / mine, met: theirs / mine >= 0.25 }),
    }),
  }
}

export const routerFigures: readonly Figure[] = [
  figure('B11', 'router hops, 1,000 routes', onWires),
  figure('B11b', 'router hops over ports and cables', onCables),
]
