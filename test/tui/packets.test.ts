import { describe, expect, test } from 'vitest'
import { readLab } from '../../src/stores/read-lab.ts'
import { loadLabs, Practice } from '../../src/terminals/practice.ts'
import { changedNames, changesOf } from '../../src/terminals/tui/packets/changes.ts'
import { wayText } from '../../src/terminals/tui/packets/list-rows.ts'
import { filtered, PacketTexts } from '../../src/terminals/tui/packets/packet-filter.ts'
import { type Packet, PacketList } from '../../src/terminals/tui/packets/packet-list.ts'
import { pathOf } from '../../src/terminals/tui/packets/packet-path.ts'
import { dissect } from '../../src/wire/dissect.ts'

/** What was on the cables of a lab while something was typed at one console. */
async function watched(
  name: string,
  on: string,
  typed: string,
  list = new PacketList(),
): Promise<PacketList> {
  const lab = await readLab(name)
  await loadLabs()
  const practice = new Practice({
    bench: { kind: 'lab', lab },
    seed: lab.seed,
    epochMs: Date.UTC(2026, 0, 1),
    boot: false,
    program: 'test',
  })
  practice.start()
  practice.network.log.tap((hop) => list.add(hop))
  practice.active = on
  practice.input(new TextEncoder().encode(`${typed}\r`))
  practice.kernel.advanceTo(practice.kernel.nowMs + 5000)
  return list
}

const texts = new PacketTexts()
const summaries = (packets: readonly Packet[]): string[] =>
  packets.map((packet) => texts.summary(packet).text)

describe('campus, a ping from PC1 in VLAN 10 to PC2 in VLAN 20', async () => {
  const list = await watched('campus', 'PC1', 'ping -c 3 192.168.20.12')

  test('a request and its way', () => {
    const requests = filtered(list, 'icmp request', texts)
    expect(requests).toHaveLength(3)
    const [first, second] = requests.map(pathOf)
    // The first waits at D1 for PC2's address, and Cisco's routers drop it.
    expect(first?.devices).toEqual(['PC1', 'A1', 'D1'])
    expect(first?.end).toMatchObject({ kind: 'ended', reason: 'no arp entry yet' })
    expect(second?.devices).toEqual(['PC1', 'A1', 'D1', 'D2', 'A1', 'PC2'])
    expect(second?.end).toMatchObject({ kind: 'delivered', device: 'PC2' })
    expect(second?.others).toBe(0)
    expect(second?.steps).toHaveLength(5)
  })

  test('a flood: the way to whoever wanted it, and how many others had it', () => {
    const [arp] = filtered(list, 'arp 192.168.10.1? pc1', texts)
    const path = pathOf(arp as Packet)
    expect(path.devices).toEqual(['PC1', 'A1', 'D1'])
    // The switches D2, A2, A3, A4, and the hosts of VLAN 10: PC3, PC5, PC7.
    expect(path.others).toBe(7)
    expect(path.steps.slice(0, 2).map(({ crossing }) => crossing?.to.device)).toEqual(['A1', 'D1'])
    // A1 has no use for it itself, but it went on from there.
    expect(path.steps[0]?.outcomes).toEqual([])
  })

  test('what a router changes', () => {
    const packet = filtered(list, 'icmp request', texts)[1] as Packet
    const layers = pathOf(packet).steps.map(({ crossing }) =>
      dissect(crossing?.frame.bytes ?? new Uint8Array(), 'ethernet'),
    )
    const at = (step: number): string[] => {
      const [before = [], after = []] = layers.slice(step - 1, step + 1)
      return changedNames(after, changesOf(before, after))
    }
    // A1 tags it, D1 routes it, D2 switches it, A1 takes the tag away.
    expect(at(1)[0]).toBe('+802.1Q')
    expect(at(2)).toEqual(['Destination', 'Source', 'VLAN', 'Time to live', 'Header checksum'])
    expect(at(3)).toEqual([])
    expect(at(4)).toContain('−802.1Q')
    const changes = changesOf(layers[1] ?? [], layers[2] ?? [])
    const network = layers[2]?.findIndex(({ name }) => name === 'IPv4') ?? -1
    expect([...(changes.fields.get(network)?.values() ?? [])]).toContain('64')
  })

  test('control protocols are left out until they are asked for', () => {
    expect(list.control.length).toBeGreaterThan(10)
    const protocols = (filter: string): Set<string> =>
      new Set(filtered(list, filter, texts).map((packet) => texts.summary(packet).protocol))
    expect([...protocols('')].sort()).toEqual(['ARP', 'ICMP'])
    expect(filtered(list, 'stp', texts).length).toBeGreaterThan(10)
    expect([...protocols('stp')]).not.toContain('ICMP')
    expect(filtered(list, 'all', texts)).toHaveLength(list.packets.length + list.control.length)
  })

  test('all words have to fit: protocol, address, device', () => {
    expect(summaries(filtered(list, 'ICMP pc2', texts)).every((text) => text.startsWith('echo'))).toBe(true)
    expect(filtered(list, 'icmp r1', texts)).toEqual([])
    expect(summaries(filtered(list, 'arp 192.168.20.12', texts))).toContain(
      'who has 192.168.20.12? tell 192.168.20.2',
    )
    expect(filtered(list, 'zebra', texts)).toEqual([])
  })
})

test('memory is bounded, and control protocols push nothing out', async () => {
  const list = new PacketList({ mostPackets: 8, mostControl: 4 })
  await watched('campus', 'PC1', 'ping -c 3 192.168.20.12', list)
  expect(list.packets.length).toBeLessThanOrEqual(8)
  expect(list.packets.length).toBeGreaterThan(4)
  expect(list.control.length).toBeLessThanOrEqual(4)
  // The latest are kept, with their numbers.
  expect(list.packets.at(-1)?.number).toBeGreaterThan(8)
  expect(summaries(list.packets).at(-1)).toContain('seq 3')
})

test.each([
  [40, 'PC1 → A1 → D1 → D2 → A1 → PC2'],
  [25, 'PC1 → A1 → … → A1 → PC2'],
  [20, 'PC1 → A1 → … → PC2'],
  [10, 'PC1 → … → PC2'],
])('a long way in %i columns: %s', (columns, text) => {
  expect(wayText({ devices: ['PC1', 'A1', 'D1', 'D2', 'A1', 'PC2'], others: 0 }, columns)).toBe(text)
})

test('a packet that met no cable', async () => {
  const list = await watched('one-switch', 'SW1', '\renable\rping 203.0.113.9')
  for (const packet of list.packets) expect(pathOf(packet).devices.length).toBeGreaterThan(0)
})
