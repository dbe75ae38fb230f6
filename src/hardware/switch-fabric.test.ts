/** A switch's forwarding: whose VLAN a frame is, who is learned, where it leaves and how tagged, and why it ends. */

import { describe, expect, test } from 'vitest'
import { account, ethernet, type Ports, ports } from '../../test/ports.ts'
import { taggedFrame } from '../wire/dot1q.ts'
import { decapsulateIsl, encapsulateIsl } from '../wire/isl.ts'
import type { Frame } from './frame.ts'
import type { Port } from './port.ts'
import { type FabricPortSettings, SwitchFabric } from './switch-fabric.ts'

const access = (vlan: number, voiceVlan?: number): FabricPortSettings => ({
  trunk: false,
  encapsulation: 'dot1q',
  accessVlan: vlan,
  voiceVlan,
  nativeVlan: vlan,
  allowed: new Set(),
})

const trunk = (allowed: readonly number[], more: Partial<FabricPortSettings> = {}): FabricPortSettings => ({
  trunk: true,
  encapsulation: 'dot1q',
  accessVlan: 1,
  voiceVlan: undefined,
  nativeVlan: 1,
  allowed: new Set(allowed),
  ...more,
})

const isl = (allowed: readonly number[]) => trunk(allowed, { encapsulation: 'isl' })

interface Rig extends Ports {
  readonly fabric: SwitchFabric
  /** The switch's ports. */
  readonly port: (number: number) => Port
  /** A station on the other end of a port sends; what each station received then, as `number: VLAN tag`. */
  send(from: number, bytes: Uint8Array): void
  /** Stations that have received something since this was last asked, in their order. */
  heard(): [number, Uint8Array][]
  /** The reasons for which frames ended, since this was last asked. */
  ended(): string[]
}

/** A switch with VLANs 1, 10, 20 and 30, and a station on each port. */
function rig(...settings: readonly FabricPortSettings[]): Rig {
  const made = ports()
  const fabric = new SwitchFabric(made.network, 'SW')
  fabric.vlans = new Set([1, 10, 20, 30])
  const own: Port[] = []
  settings.forEach((one, index) => {
    const port = made.make(`sw${index + 1}`, 'gigabitSwitch')
    port.onFrame = (frame) => fabric.receive(port, frame)
    made.network.connect(port, made.make(`h${index + 1}`, 'gigabitSwitch'), 'crossover')
    own.push(port)
    fabric.setPort(port, one)
  })
  made.advance(5000)
  const reasons: string[] = []
  made.network.log.tap((hop) => {
    if (hop.kind === 'ended')
      reasons.push(hop.detail === undefined ? hop.reason : `${hop.reason}: ${hop.detail}`)
  })
  const port = (number: number) => own[number - 1] as Port
  return {
    ...made,
    fabric,
    port,
    send: (from, bytes) => {
      port(from).peer?.transmit(bytes, made.network.newJourney())
      made.advance(1)
    },
    heard: () =>
      settings.flatMap((_, index) =>
        (made.arrived.get(`h${index + 1}`) ?? [])
          .splice(0)
          .map(([, bytes]): [number, Uint8Array] => [index + 1, bytes]),
      ),
    ended: () => reasons.splice(0),
  }
}

const everybody = (from: number) => ethernet(0xff, from)

describe('learning and filtering (IEEE 802.1D-2004, 7.7)', () => {
  test('an unknown destination goes everywhere but back; an answer goes where it was learned', () => {
    const net = rig(access(10), access(10), access(10))
    const question = ethernet(0xb, 0xa)
    net.send(1, question)
    expect(net.heard()).toEqual([
      [2, question],
      [3, question],
    ])
    const answer = ethernet(0xa, 0xb)
    net.send(2, answer)
    expect(net.heard()).toEqual([[1, answer]])
    net.send(1, question)
    expect(net.heard()).toEqual([[2, question]])
    expect(account(net.network).settled).toBe(account(net.network).sent)
  })

  test('broadcasts and multicasts always go everywhere but back, and only within the VLAN', () => {
    const net = rig(access(10), access(10), access(20), access(10))
    net.send(1, everybody(0xa))
    expect(net.heard().map(([to]) => to)).toEqual([2, 4])
    const multicast = ethernet(1, 0xa)
    multicast.set([0x01, 0x00, 0x5e])
    net.send(1, multicast)
    expect(net.heard().map(([to]) => to)).toEqual([2, 4])
  })

  test('a group address as a source is not learned', () => {
    const net = rig(access(10), access(10))
    const bytes = ethernet(0xff, 1)
    bytes[6] = 3
    net.send(1, bytes)
    expect(net.fabric.table.entries(net.kernel.nowMs)).toEqual([])
  })

  test('the same address in two VLANs is two stations', () => {
    const net = rig(access(10), access(20), access(10), access(20))
    net.send(1, everybody(0xa))
    net.send(2, everybody(0xa))
    net.heard()
    net.send(3, ethernet(0xa, 0xb))
    net.send(4, ethernet(0xa, 0xc))
    expect(net.heard().map(([to]) => to)).toEqual([1, 2])
  })

  test('who is behind the port that asks is not sent to', () => {
    const net = rig(access(10), access(10))
    net.send(1, everybody(0xa))
    net.send(1, everybody(0xb))
    net.heard()
    net.send(1, ethernet(0xb, 0xa))
    expect(net.heard()).toEqual([])
    expect(net.ended()).toEqual(['destination on the same port'])
  })

  test('an address is flooded again once it is too old, its port goes down, or leaves the VLAN', () => {
    const net = rig(access(10), access(10), access(10), access(20))
    const again = () => {
      net.heard()
      net.send(3, ethernet(0xa, 0xb))
      return net.heard().map(([to]) => to)
    }
    const learn = () => net.send(1, everybody(0xa))
    learn()
    expect(again()).toEqual([1])
    net.advance(300_000)
    expect(again()).toEqual([1, 2])
    learn()
    net.fabric.setPort(net.port(1), undefined)
    expect(again()).toEqual([2])
    net.fabric.setPort(net.port(1), access(10))
    learn()
    expect(again()).toEqual([1])
    net.fabric.setPort(net.port(1), access(20))
    expect(again()).toEqual([2])
  })

  test('static entries: a port, or nowhere', () => {
    const net = rig(access(10), access(10), access(10))
    net.fabric.table.fix(10, 0x02_00_00_00_00_0a, net.port(3))
    net.fabric.table.fix(10, 0x02_00_00_00_00_0c, undefined)
    net.send(1, ethernet(0xa, 0xb))
    expect(net.heard().map(([to]) => to)).toEqual([3])
    net.send(1, ethernet(0xc, 0xb))
    expect(net.heard()).toEqual([])
    expect(net.ended()).toEqual(['static drop'])
  })
})

describe('whose VLAN a frame is (IEEE 802.1Q-2018, 6.9)', () => {
  test('an access port takes what is untagged, or tagged with 0 or its own VLAN', () => {
    const net = rig(access(10), access(10))
    const plain = everybody(0xa)
    for (const bytes of [plain, taggedFrame(plain, 0, 5), taggedFrame(plain, 10)]) {
      net.send(1, bytes)
      expect(net.heard()).toEqual([[2, plain]])
    }
    net.send(1, taggedFrame(plain, 20))
    expect(net.heard()).toEqual([])
    expect(net.ended()).toEqual(['tagged frame on access port: VLAN 20'])
    expect(net.fabric.table.entries(net.kernel.nowMs).map(({ vlan }) => vlan)).toEqual([10])
  })

  test('a voice VLAN comes and goes tagged, the data VLAN beside it untagged', () => {
    const net = rig(access(10, 20), trunk([1, 10, 20, 30]))
    const plain = everybody(0xa)
    net.send(1, plain)
    expect(net.heard()).toEqual([[2, taggedFrame(plain, 10)]])
    net.send(1, taggedFrame(plain, 20, 5))
    expect(net.heard()).toEqual([[2, taggedFrame(plain, 20)]])
    net.send(2, taggedFrame(everybody(0xb), 10))
    net.send(2, taggedFrame(everybody(0xb), 20))
    expect(net.heard()).toEqual([
      [1, everybody(0xb)],
      [1, taggedFrame(everybody(0xb), 20)],
    ])
    net.send(1, taggedFrame(plain, 30))
    expect(net.ended()).toEqual(['tagged frame on access port: VLAN 30'])
  })

  test('a trunk takes tags, and what is untagged or tagged with 0 as its native VLAN', () => {
    const net = rig(trunk([1, 10, 20, 30], { nativeVlan: 30 }), access(10), access(30))
    const plain = everybody(0xa)
    net.send(1, taggedFrame(plain, 10))
    expect(net.heard()).toEqual([[2, plain]])
    net.send(1, plain)
    expect(net.heard()).toEqual([[3, plain]])
    net.send(1, taggedFrame(plain, 0))
    expect(net.heard()).toEqual([[3, plain]])
  })

  test('out of a trunk all but the native VLAN is tagged', () => {
    const net = rig(access(10), access(30), trunk([1, 10, 20, 30], { nativeVlan: 30 }), trunk([10, 30]))
    net.send(1, everybody(0xa))
    net.send(2, everybody(0xb))
    expect(net.heard()).toEqual([
      [3, taggedFrame(everybody(0xa), 10)],
      [3, everybody(0xb)],
      [4, taggedFrame(everybody(0xa), 10)],
      [4, taggedFrame(everybody(0xb), 30)],
    ])
  })

  test('a VLAN that is not allowed crosses in neither direction', () => {
    const net = rig(trunk([1, 10]), access(20), trunk([1, 20]))
    net.send(1, taggedFrame(everybody(0xa), 20))
    expect([net.heard(), net.ended()]).toEqual([[], ['vlan not allowed on trunk: VLAN 20']])
    net.send(2, everybody(0xb))
    expect(net.heard().map(([to]) => to)).toEqual([3])
  })

  test('a native VLAN that is not allowed takes nothing untagged', () => {
    const net = rig(trunk([10]), access(1))
    net.send(1, everybody(0xa))
    expect([net.heard(), net.ended()]).toEqual([[], ['vlan not allowed on trunk: VLAN 1']])
  })

  test('a VLAN that does not exist carries nothing, and nobody is learned in it', () => {
    const net = rig(access(40), access(40), trunk([40]))
    net.send(1, everybody(0xa))
    net.send(3, taggedFrame(everybody(0xb), 40))
    expect([net.heard(), net.ended()]).toEqual([
      [],
      ['vlan does not exist: VLAN 40', 'vlan does not exist: VLAN 40'],
    ])
    expect(net.fabric.table.entries(net.kernel.nowMs)).toEqual([])
    net.fabric.vlans = new Set([40])
    net.fabric.membersChanged()
    net.send(1, everybody(0xa))
    expect(net.heard().map(([to]) => to)).toEqual([2, 3])
  })

  test('ISL: every VLAN in its header, the native one too; anything else ends', () => {
    const net = rig(isl([1, 10]), access(10), access(1))
    net.send(2, everybody(0xa))
    net.send(3, everybody(0xb))
    const sent = net.heard().map(([to, bytes]) => [to, decapsulateIsl(bytes)])
    expect(sent).toEqual([
      [1, { vlan: 10, bytes: everybody(0xa) }],
      [1, { vlan: 1, bytes: everybody(0xb) }],
    ])
    net.send(1, encapsulateIsl(everybody(0xc), 10, 5))
    expect(net.heard()).toEqual([[2, everybody(0xc)]])
    net.send(1, encapsulateIsl(everybody(0xc), 20, 5))
    net.send(1, everybody(0xd))
    expect([net.heard(), net.ended()]).toEqual([
      [],
      ['vlan not allowed on trunk: VLAN 20', 'not an isl frame: VLAN 1'],
    ])
    // Who is not understood is not learned either.
    expect(net.fabric.table.entries(net.kernel.nowMs).some(({ mac }) => mac === 0x02_00_00_00_00_0d)).toBe(
      false,
    )
  })

  test('between a tagging and an ISL trunk a frame is what it was', () => {
    const net = rig(isl([1, 10]), trunk([1, 10]))
    net.send(1, encapsulateIsl(everybody(0xa), 10, 5))
    expect(net.heard()).toEqual([[2, taggedFrame(everybody(0xa), 10)]])
  })
})

describe('what spanning tree lets a port do', () => {
  test('discarding neither learns nor forwards, learning learns, forwarding does both', () => {
    const net = rig(access(10), access(10))
    const learned = () => net.fabric.table.entries(net.kernel.nowMs).length
    net.fabric.setState(net.port(1), 10, 'discarding')
    net.send(1, everybody(0xa))
    expect([learned(), net.heard(), net.ended()]).toEqual([0, [], ['stp blocking: VLAN 10']])
    net.fabric.setState(net.port(1), 10, 'learning')
    net.send(1, everybody(0xa))
    expect([learned(), net.heard(), net.ended()]).toEqual([1, [], ['stp learning: VLAN 10']])
    net.fabric.setState(net.port(1), 10, 'forwarding')
    net.send(1, everybody(0xa))
    expect(net.heard().map(([to]) => to)).toEqual([2])
  })

  test('nothing leaves by a port that does not forward, known destination or not; other VLANs do', () => {
    const net = rig(access(10), trunk([10, 20]), access(20))
    net.send(2, taggedFrame(everybody(0xb), 10))
    net.heard()
    net.fabric.setState(net.port(2), 10, 'learning')
    net.send(1, ethernet(0xb, 0xa))
    net.send(1, everybody(0xa))
    expect(net.heard()).toEqual([])
    expect(net.ended()).toEqual(['stp blocking: VLAN 10', 'no other port in the vlan: VLAN 10'])
    net.send(3, everybody(0xc))
    expect(net.heard().map(([to]) => to)).toEqual([2])
  })

  test('a port that is blocked forgets whom it knew in that VLAN', () => {
    const net = rig(trunk([10, 20]), access(10))
    net.send(1, taggedFrame(everybody(0xa), 10))
    net.send(1, taggedFrame(everybody(0xa), 20))
    net.fabric.setState(net.port(1), 10, 'discarding')
    expect(net.fabric.table.entries(net.kernel.nowMs).map(({ vlan }) => vlan)).toEqual([20])
  })

  test('before spanning tree has spoken, what it is to be is asked', () => {
    const net = rig(access(10), access(10))
    net.fabric.unsaidState = () => 'discarding'
    net.fabric.membersChanged()
    net.send(1, everybody(0xa))
    expect([net.heard(), net.ended()]).toEqual([[], ['stp blocking: VLAN 10']])
    expect(net.fabric.forwards(10)).toBe(false)
    net.fabric.setState(net.port(2), 10, 'forwarding')
    expect(net.fabric.forwards(10)).toBe(true)
    expect(net.fabric.forwards(20)).toBe(false)
  })

  test('control frames leave by a port that blocks, tagged as it needs', () => {
    const net = rig(trunk([10]), access(10), isl([10]))
    net.fabric.setState(net.port(1), 10, 'discarding')
    const bpdu = ethernet(1, 2)
    for (const number of [1, 2, 3]) net.fabric.sendOn(net.port(number), 10, bpdu, 99)
    net.advance(1)
    const heard = net.heard()
    expect(heard.slice(0, 2)).toEqual([
      [1, taggedFrame(bpdu, 10)],
      [2, bpdu],
    ])
    expect(decapsulateIsl(heard[2]?.[1] as Uint8Array)).toEqual({ vlan: 10, bytes: bpdu })
  })
})

describe('the switch itself', () => {
  const sviMac = 0x02_00_00_00_00_ee

  function withSvi() {
    const net = rig(access(10), access(10), access(20))
    const received: Frame[] = []
    net.fabric.setSvi(10, sviMac, (frame, vlan) => {
      expect(vlan).toBe(10)
      received.push(frame)
      net.network.log.delivered(frame, 'SW', 'Vlan10')
    })
    return { ...net, received }
  }

  test('an SVI gets its own address and every group of its VLAN; the others get the groups too', () => {
    const net = withSvi()
    net.send(1, ethernet(0xee, 0xa))
    expect([net.received.length, net.heard().length]).toEqual([1, 0])
    net.send(1, everybody(0xa))
    expect([net.received.length, net.heard().map(([to]) => to)]).toEqual([2, [2]])
    net.send(1, ethernet(0xb, 0xa))
    expect(net.received.length).toBe(2)
    net.send(3, everybody(0xc))
    net.send(3, ethernet(0xee, 0xc))
    expect(net.received.length).toBe(2)
    expect(account(net.network).settled).toBe(account(net.network).sent)
  })

  test('what an SVI receives has no tag', () => {
    const net = withSvi()
    net.send(1, taggedFrame(ethernet(0xee, 0xa), 10))
    expect(net.received.map(({ bytes }) => bytes)).toEqual([ethernet(0xee, 0xa)])
  })

  test('an SVI that is gone leaves its address to the ports', () => {
    const net = withSvi()
    net.fabric.setSvi(10, sviMac, undefined)
    net.send(1, ethernet(0xee, 0xa))
    expect(net.received).toEqual([])
    expect(net.heard().map(([to]) => to)).toEqual([2])
  })

  test('what it sends floods or goes where the address is known', () => {
    const net = withSvi()
    net.fabric.inject(10, everybody(0xee), 1)
    net.advance(1)
    expect(net.heard().map(([to]) => to)).toEqual([1, 2])
    net.send(2, ethernet(0xee, 0xb))
    net.fabric.inject(10, ethernet(0xb, 0xee), 2)
    net.advance(1)
    expect(net.heard().map(([to]) => to)).toEqual([2])
    net.fabric.setState(net.port(1), 10, 'discarding')
    net.fabric.setState(net.port(2), 10, 'discarding')
    net.fabric.inject(10, everybody(0xee), 3)
    expect(net.network.log.unsent.get('no other port in the vlan')).toBe(1)
    net.fabric.table.fix(10, 0x02_00_00_00_00_0b, net.port(2))
    net.fabric.inject(10, ethernet(0xb, 0xee), 4)
    expect(net.network.log.unsent.get('stp blocking')).toBe(1)
  })

  // 01-80-C2-00-00-00 to 0F (IEEE 802.1Q table 8-1), and Cisco's 01-00-0C-CC-CC-CC and CD.
  test('control frames are taken before any state of the port, and forwarded when nobody wants them', () => {
    const net = rig(access(10), access(10))
    const taken: number[] = []
    net.fabric.control = (_, frame, vlan) => {
      expect(vlan).toBe(10)
      taken.push(frame.bytes[5] as number)
      return true
    }
    const to = (...address: number[]) => {
      const bytes = ethernet(1, 0xa)
      bytes.set(address)
      return bytes
    }
    net.fabric.setState(net.port(1), 10, 'discarding')
    net.send(1, to(0x01, 0x80, 0xc2, 0, 0, 0))
    net.send(1, to(0x01, 0x80, 0xc2, 0, 0, 0x0e))
    net.send(1, to(0x01, 0x00, 0x0c, 0xcc, 0xcc, 0xcc))
    net.send(1, to(0x01, 0x00, 0x0c, 0xcc, 0xcc, 0xcd))
    expect(taken).toEqual([0x00, 0x0e, 0xcc, 0xcd])
    net.fabric.setState(net.port(1), 10, 'forwarding')
    net.send(1, to(0x01, 0x80, 0xc2, 0, 0, 0x10))
    net.send(1, to(0x01, 0x00, 0x0c, 0xcc, 0xcc, 0xce))
    expect(net.heard()).toHaveLength(2)
    expect(taken).toHaveLength(4)
    net.fabric.control = () => false
    net.send(1, to(0x01, 0x00, 0x0c, 0xcc, 0xcc, 0xcd))
    expect(net.heard()).toHaveLength(1)
    expect(account(net.network).settled).toBe(account(net.network).sent)
  })

  // Captured tables of neighbours' ports; that BPDUs are left out is from memory.
  test('neighbours are learned from CDP, not from BPDUs', () => {
    const net = rig(access(10), access(10))
    net.fabric.control = () => true
    const bpdu = ethernet(1, 0xa)
    bpdu.set([0x01, 0x80, 0xc2, 0, 0, 0])
    net.send(1, bpdu)
    expect(net.fabric.table.entries(net.kernel.nowMs)).toEqual([])
    const cdp = ethernet(1, 0xa)
    cdp.set([0x01, 0x00, 0x0c, 0xcc, 0xcc, 0xcc])
    net.send(1, cdp)
    expect(net.fabric.table.entries(net.kernel.nowMs)).toHaveLength(1)
  })
})

test('a port that does not switch takes nothing', () => {
  const net = rig(access(10), access(10))
  net.fabric.setPort(net.port(1), undefined)
  net.send(1, everybody(0xa))
  expect([net.heard(), net.ended()]).toEqual([[], ['interface down']])
})

test('a known port whose link has gone: the frame ends there', () => {
  const net = rig(access(10), access(10))
  net.fabric.table.fix(10, 0x02_00_00_00_00_0b, net.port(2))
  net.fabric.setPort(net.port(2), undefined)
  net.send(1, ethernet(0xb, 0xa))
  expect([net.heard(), net.ended()]).toEqual([[], ['link down']])
})

test('the last of a VLAN speaks to nobody', () => {
  const net = rig(access(10), access(20))
  net.send(1, everybody(0xa))
  net.send(1, ethernet(0xb, 0xa))
  expect(net.ended()).toEqual(['no other port in the vlan: VLAN 10', 'no other port in the vlan: VLAN 10'])
})

test('bytes of frames are shared and never changed', () => {
  const net = rig(access(10), access(10), trunk([10], { nativeVlan: 99 }), trunk([10], { nativeVlan: 99 }))
  const bytes = everybody(0xa)
  const before = bytes.slice()
  net.send(1, bytes)
  const heard = net.heard()
  expect(bytes).toEqual(before)
  expect(heard[0]?.[1]).toBe(bytes)
  expect(heard[1]?.[1]).toBe(heard[2]?.[1])
})
