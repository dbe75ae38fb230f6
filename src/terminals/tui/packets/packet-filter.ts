/**
 * What a filter leaves of the packets: names of protocols, addresses, names of devices; all of its words have to fit. The
 * chatter of control protocols is left out unless a word asks for it.
 */

import { dissect, type FrameSummary, type LinkKind, summaryOf } from '../../../wire/dissect.ts'
import type { Packet, PacketList } from './packet-list.ts'

const controlWords: ReadonlySet<string> = new Set([
  'all',
  'stp',
  'rstp',
  'pvst',
  'pvst+',
  'bpdu',
  'spanning-tree',
  'cdp',
  'dtp',
  'vtp',
  'lldp',
  'udld',
  'loop',
  'keepalive',
  'slarp',
])

export class PacketTexts {
  readonly #summaries = new WeakMap<Packet, FrameSummary>()
  readonly #words = new WeakMap<Packet, string>()

  summary(packet: Packet): FrameSummary {
    const found = this.#summaries.get(packet)
    if (found !== undefined) return found
    const [first] = packet.hops
    const made =
      first === undefined ? { protocol: '', text: '' } : summaryOf(first.frame.bytes, linkOf(packet))
    this.#summaries.set(packet, made)
    return made
  }

  /** Everything in it that a filter may name, in small letters. */
  words(packet: Packet): string {
    const found = this.#words.get(packet)
    if (found !== undefined) return found
    const [first] = packet.hops
    const layers = first === undefined ? [] : dissect(first.frame.bytes, linkOf(packet))
    const { protocol, text } = this.summary(packet)
    const parts = layers.flatMap((layer) => [layer.name, ...layer.fields.map(({ value }) => value)])
    const made = [protocol, text, ...parts].join('\n').toLowerCase()
    this.#words.set(packet, made)
    return made
  }
}

export function filtered(list: PacketList, filter: string, texts: PacketTexts): readonly Packet[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return list.packets
  const asksForControl = words.some((word) => controlWords.has(word))
  const all = asksForControl ? merged(list.packets, list.control) : list.packets
  return all.filter((packet) => words.every((word) => fits(packet, word, texts)))
}

function fits(packet: Packet, word: string, texts: PacketTexts): boolean {
  if (word === 'all') return true
  return devicesOf(packet).has(word) || texts.words(packet).includes(word)
}

function devicesOf({ hops }: Packet): Set<string> {
  const found = new Set<string>()
  for (const hop of hops) {
    if (hop.kind === 'crossed') found.add(hop.from.device.toLowerCase()).add(hop.to.device.toLowerCase())
    else found.add(hop.device.toLowerCase())
  }
  return found
}

/** Both in the order of their times. */
function merged(a: readonly Packet[], b: readonly Packet[]): Packet[] {
  return [...a, ...b].sort((left, right) => (left.hops[0]?.atMs ?? 0) - (right.hops[0]?.atMs ?? 0))
}

/** What the packet's first cable carries. */
export function linkOf({ hops }: Packet): LinkKind {
  const crossing = hops.find((hop) => hop.kind === 'crossed')
  return crossing?.kind === 'crossed' && crossing.from.range.cable === 'serial' ? 'hdlc' : 'ethernet'
}
