/**
 * Labs drawn from seeds, whose cables are cut and mended and whose hosts flood and ping, for simulated hours. Once spanning
 * tree has had its time: no loop, nobody cut off who need not be; a frame reaches everybody of its VLAN once and nobody
 * else; MAC and ARP tables say what the cables say. And always: what was sent is on its way, or somebody said what became
 * of it. FUZZ=large draws many more.
 */

import { expect, test } from 'vitest'
import type { Hop } from '../../src/hardware/frame-log.ts'
import type { Port } from '../../src/hardware/port.ts'
import { Host } from '../../src/hosts/host.ts'
import { ipStackOf } from '../../src/ios/ip-stack.ts'
import { fabricOf } from '../../src/ios/switching.ts'
import { Random } from '../../src/kernel/random.ts'
import { Device } from '../../src/session/device.ts'
import { writeMac } from '../../src/wire/mac.ts'
import { reach, switchLinks, treeFaults } from './forwarding-graph.ts'
import { iosOf, type LabUnderTest, startedLab } from './labs.ts'
import { pick, type RandomLab, randomLab, vlansInUse } from './random-lab.ts'

const seeds = process.env['FUZZ'] === 'large' ? 20_000 : 200
const rounds = 4
/** The seconds of a link, max-age, twice the forward delay, then a topology change of 35 s, heard of again and again. */
const settleMs = 150_000
/** A number that no protocol here uses. */
const etherType = 0x88b5

interface World extends LabUnderTest {
  readonly drawn: RandomLab
  readonly random: Random
}

function portOf(world: World, host: string): Port {
  const port = world.running.machines.get(host)?.ports.get('eth0')
  if (port === undefined) throw new Error(`no host ${host}`)
  return port
}

function pass({ running }: World, ms: number): void {
  running.kernel.advanceTo(running.kernel.nowMs + ms)
}

/** What was sent is on its way, or was settled once. */
function checkCounts({ running }: World): void {
  const { counts, endings } = running.network.log
  const ended = [...endings.values()].reduce((sum, count) => sum + count, 0)
  const settled = counts.delivered + counts.passed + counts.held + ended
  expect({ settled, inFlight: counts.inFlight }).toEqual({
    settled: counts.sent - counts.inFlight,
    inFlight: counts.inFlight,
  })
}

function frame(from: number, to: number): Uint8Array {
  const bytes = new Uint8Array(60)
  writeMac(bytes, 0, to)
  writeMac(bytes, 6, from)
  bytes[12] = etherType >>> 8
  bytes[13] = etherType & 0xff
  return bytes
}

/** How often each host got what `act` sent, by journey. */
function receipts(world: World, act: () => void): Map<number, Map<string, number>> {
  const received = new Map<number, Map<string, number>>()
  const { network } = world.running
  const untap = network.log.tap((hop: Hop) => {
    if (hop.kind !== 'crossed' || !world.drawn.vlanOf.has(hop.to.device)) return
    const { journey, bytes } = hop.frame
    if ((((bytes[12] as number) << 8) | (bytes[13] as number)) !== etherType) return
    const hosts = received.get(journey) ?? new Map<string, number>()
    received.set(journey, hosts)
    hosts.set(hop.to.device, (hosts.get(hop.to.device) ?? 0) + 1)
  })
  act()
  untap()
  return received
}

/** The switch port that a host is cabled to, when the link is up. */
function attachment(world: World, host: string): Port | undefined {
  const { cable, carrier } = portOf(world, host)
  return carrier ? cable?.otherEnd(portOf(world, host)) : undefined
}

/** Hosts that a host's broadcast should reach. */
function audience(world: World, host: string): string[] {
  const vlan = world.drawn.vlanOf.get(host) ?? 1
  const at = attachment(world, host)
  if (at === undefined) return []
  const groups = reach(world, switchLinks(world, world.drawn.switches), vlan)
  return [...world.drawn.vlanOf.keys()].filter((other) => {
    const there = attachment(world, other)
    return (
      other !== host &&
      world.drawn.vlanOf.get(other) === vlan &&
      there !== undefined &&
      groups.of(there.device) === groups.of(at.device)
    )
  })
}

/** Every host broadcasts once: it is heard once by everybody of its VLAN, and by nobody else. */
function checkBroadcasts(world: World): void {
  for (const host of world.drawn.vlanOf.keys()) {
    const port = portOf(world, host)
    const journey = world.running.network.newJourney()
    const received = receipts(world, () => {
      port.transmit(frame(port.mac, 0xffff_ffff_ffff), journey)
      pass(world, 100)
    })
    const heard = Object.fromEntries(received.get(journey) ?? [])
    expect({ host, heard }).toEqual({
      host,
      heard: Object.fromEntries(audience(world, host).map((other) => [other, 1])),
    })
  }
}

/** Hosts send to each other, each frame to one: it comes once, to that one alone, because all have been learned. */
function checkUnicasts(world: World): void {
  for (const host of world.drawn.vlanOf.keys())
    for (const other of audience(world, host)) {
      const [from, to] = [portOf(world, host), portOf(world, other)]
      const journey = world.running.network.newJourney()
      const received = receipts(world, () => {
        from.transmit(frame(from.mac, to.mac), journey)
        pass(world, 10)
      })
      const heard = Object.fromEntries(received.get(journey) ?? [])
      expect({ host, other, heard }).toEqual({ host, other, heard: { [other]: 1 } })
    }
}

/**
 * Where a switch has learned a host, the next switch has too, and so on to the host's own port. `known`: all have heard of
 * all just now; otherwise a switch may have forgotten.
 */
function checkMacTables(world: World, known: boolean): void {
  const { kernel } = world.running
  for (const host of world.drawn.vlanOf.keys()) {
    const vlan = world.drawn.vlanOf.get(host) ?? 1
    const { mac } = portOf(world, host)
    const at = attachment(world, host)
    if (at === undefined) continue
    const groups = reach(world, switchLinks(world, world.drawn.switches), vlan)
    for (const first of world.drawn.switches) {
      if (groups.of(first) !== groups.of(at.device)) continue
      let name = first
      const way: string[] = []
      for (;;) {
        const learned = fabricOf(iosOf(world, name)).table.get(vlan, mac, kernel.nowMs)?.port
        way.push(`${name} ${learned?.name}`)
        if (way.length > world.drawn.switches.length || learned?.peer === undefined) break
        if (learned.peer.device === host) break
        name = learned.peer.device
      }
      if (!known && way.at(-1)?.endsWith(' undefined') === true) continue
      expect({ host, first, way, last: way.at(-1) }).toEqual({
        host,
        first,
        way,
        last: `${at.device} ${at.name}`,
      })
    }
  }
}

/** A host that should reach another does: its ping is answered. */
function checkPings(world: World): void {
  const { machines } = world.running
  for (const host of world.drawn.vlanOf.keys()) {
    const others = audience(world, host)
    const machine = machines.get(host)
    if (others.length === 0 || !(machine instanceof Host)) continue
    const other = pick(world.random, others)
    const target = world.drawn.lab.devices.find(({ name }) => name === other)?.host
    const destination = target?.addresses[0]?.address ?? 0
    let answer = 'none'
    machine.system?.stack.echo({ destination, bytes: 84, timeoutMs: 1000 }, ({ kind }) => {
      answer = kind
    })
    pass(world, 1100)
    expect({ host, other, answer }).toEqual({ host, other, answer: 'reply' })
  }
}

/** What a device has learned of a neighbour's address is that neighbour's. */
function checkArpTables(world: World): void {
  const owners = new Map<number, number>()
  const stacks = [...world.running.machines].flatMap(([name, machine]) => {
    if (machine instanceof Host)
      return machine.system === undefined ? [] : [{ name, stack: machine.system.stack }]
    if (machine instanceof Device && machine.ios !== undefined)
      return [{ name, stack: ipStackOf(machine.ios) }]
    return []
  })
  for (const { stack } of stacks)
    for (const link of stack.links)
      for (const { address } of stack.addressesOf(link)) owners.set(address, link.mac)
  for (const { name, stack } of stacks)
    for (const { address, mac } of stack.arp.entries())
      if (mac !== undefined)
        expect({ name, address, mac }).toEqual({ name, address, mac: owners.get(address) })
}

function checkSettled(world: World): void {
  const links = switchLinks(world, world.drawn.switches)
  for (const vlan of vlansInUse) expect(treeFaults(world, links, vlan)).toEqual([])
  checkMacTables(world, false)
  checkBroadcasts(world)
  checkUnicasts(world)
  checkMacTables(world, true)
  checkPings(world)
  checkArpTables(world)
  checkCounts(world)
}

/** Something happens: a cable, a flood, pings, a power failure. */
function disturb(world: World): void {
  const { running, random, drawn } = world
  const hosts = [...drawn.vlanOf.keys()]
  switch (random.below(9)) {
    case 0:
    case 1:
    case 2:
    case 3: {
      const cable = pick(random, running.lab.cables)
      if (running.isPlugged(cable)) running.cut(cable)
      else running.mend(cable)
      break
    }
    case 4: {
      const machine = pick(random, [...running.machines.values()])
      machine.powerOff()
      machine.startUnseen()
      break
    }
    case 5:
    case 6: {
      // To addresses that nobody has, and to everybody.
      const port = portOf(world, pick(random, hosts))
      for (let i = 0; i < 30; i++)
        port.transmit(
          frame(port.mac, i % 2 === 0 ? 0xffff_ffff_ffff : 0x0200_0000_0000 + random.below(1000)),
          running.network.newJourney(),
        )
      break
    }
    default: {
      const machine = running.machines.get(pick(random, hosts))
      const target = drawn.lab.devices.find(({ name }) => name === pick(random, hosts))?.host
      const destination = target?.addresses[0]?.address
      if (machine instanceof Host && destination !== undefined)
        machine.system?.stack.echo({ destination, bytes: 84, timeoutMs: 1000 }, () => {})
    }
  }
}

test.each(Array.from({ length: seeds }, (_, i) => i + 1))('seed %i', (seed) => {
  const drawn = randomLab(seed)
  const world: World = { ...startedLab(drawn.lab, seed), drawn, random: new Random(seed ^ 0x5eed) }
  pass(world, settleMs)
  checkSettled(world)
  for (let round = 0; round < rounds; round++) {
    for (let acts = 1 + world.random.below(5); acts > 0; acts--) {
      disturb(world)
      pass(world, world.random.below(40_000) / 1.7)
      checkCounts(world)
    }
    pass(world, settleMs)
    checkSettled(world)
    // Until MAC entries have aged, and later.
    pass(world, world.random.below(1_800_000))
    checkCounts(world)
  }
})
