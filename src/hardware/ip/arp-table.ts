/**
 * ARP on all Ethernet links of a stack: what is known of neighbours, asking, answering, forgetting. One timer looks after
 * all entries. Sources: RFC 826, 1027 (proxy ARP), 5227 (probes and announcements); Cisco command reference (`arp timeout`);
 * Linux arp(7) for the states of hosts.
 */

import type { Kernel, Timer } from '../../kernel/kernel.ts'
import { arpBytes, arpReply, arpRequest, decodeArp, writeArp } from '../../wire/arp.ts'
import { isBad, writeU16 } from '../../wire/bytes.ts'
import { broadcastMac, isGroupMac, writeMac } from '../../wire/mac.ts'
import type { Ending } from '../endings.ts'
import type { Frame } from '../frame.ts'
import type { Held, LinkState, Neighbour } from './link-state.ts'
import type { ArpEntry, ArpSettings, IpEnvironment, IpLink } from './types.ts'

/** What the table asks of the stack around it. */
export interface ArpSurroundings {
  readonly environment: IpEnvironment
  readonly settings: ArpSettings
  links(): Iterable<LinkState>
  isOwnAddress(address: number): boolean
  /** Whether we answer for `target`, which lives elsewhere. */
  proxies(state: LinkState, target: number): boolean
  /** A packet that was held can go. */
  release(held: Held, state: LinkState, mac: number): void
  /** A packet that was held will never go. */
  giveUp(held: Held, state: LinkState, reason: Ending): void
}

const refreshBeforeMs = 60_000
const defendIntervalMs = 10_000
/** Linux: how long a stale entry is used before it is checked. */
const delayMs = 5000

export class ArpTable {
  readonly #around: ArpSurroundings
  readonly #kernel: Kernel
  readonly #statics = new Map<number, { mac: number; link: IpLink | undefined; sinceMs: number }>()
  readonly #defended = new Map<number, number>()
  #timer: Timer | undefined

  constructor(around: ArpSurroundings) {
    this.#around = around
    this.#kernel = around.environment.kernel
  }

  /** The MAC address for a neighbour, or undefined; then `held` waits, or ends at once where the settings say so. */
  resolve(state: LinkState, address: number, held: () => Held): number | undefined {
    const now = this.#kernel.nowMs
    const known = state.neighbours.get(address)
    if (known?.mac !== undefined) {
      if (now >= known.goodUntilMs) this.#stale(known)
      return known.mac
    }
    const fixed = this.#statics.get(address)
    if (fixed !== undefined && (fixed.link === undefined || fixed.link === state.link)) return fixed.mac
    const { settings } = this.#around
    if (known === undefined || known.state === 'failed' || now - known.requestedAtMs >= settings.retryMs) {
      const neighbour = known ?? this.#make(state, address)
      const first = known === undefined || known.state === 'failed'
      if (first) {
        neighbour.state = 'incomplete'
        neighbour.requests = 0
        neighbour.sinceMs = now
      }
      if (first || settings.requests === 1) this.#ask(state, neighbour)
      this.#hold(state, neighbour, held(), first ? 'no arp entry yet' : 'no arp reply')
    } else this.#hold(state, known, held(), known.requests > 1 ? 'no arp reply' : 'no arp entry yet')
    return undefined
  }

  #hold(state: LinkState, neighbour: Neighbour, held: Held, reason: Ending): void {
    const { settings, environment } = this.#around
    if (settings.heldPackets === 0) {
      this.#around.giveUp(held, state, reason)
      return
    }
    if (neighbour.held.length >= settings.heldPackets) {
      const oldest = neighbour.held.shift()
      if (oldest !== undefined) this.#around.giveUp(oldest, state, 'arp queue full')
    }
    neighbour.held.push(held)
    if (held.arrived !== undefined) environment.held(held.arrived)
  }

  #make(state: LinkState, address: number): Neighbour {
    const made: Neighbour = {
      address,
      mac: undefined,
      state: 'incomplete',
      sinceMs: this.#kernel.nowMs,
      goodUntilMs: 0,
      checkAtMs: Infinity,
      requestedAtMs: -Infinity,
      requests: 0,
      held: [],
    }
    state.neighbours.set(address, made)
    return made
  }

  #stale(known: Neighbour): void {
    if (known.state === 'delay' || known.state === 'probe') return
    known.state = 'delay'
    this.#checkAt(known, this.#kernel.nowMs + delayMs)
  }

  #ask(state: LinkState, neighbour: Neighbour): void {
    const now = this.#kernel.nowMs
    neighbour.requests++
    neighbour.requestedAtMs = now
    const { settings } = this.#around
    if (neighbour.mac === undefined)
      this.#checkAt(neighbour, now + (settings.requests > 1 ? settings.retryMs : settings.incompleteMs))
    const source = state.addressTowards(neighbour.address)
    if (source === undefined) return
    this.#send(state, neighbour.mac ?? broadcastMac, arpRequest, source, 0, neighbour.address)
  }

  #send(
    state: LinkState,
    to: number,
    operation: number,
    senderAddress: number,
    targetMac: number,
    targetAddress: number,
  ): void {
    const bytes = new Uint8Array(60)
    writeMac(bytes, 0, to)
    writeMac(bytes, 6, state.link.mac)
    writeU16(bytes, 12, 0x0806)
    writeArp(bytes, 14, { operation, senderMac: state.link.mac, senderAddress, targetMac, targetAddress })
    state.link.send(bytes, this.#around.environment.newJourney())
  }

  /** An ARP frame came in. */
  input(state: LinkState, frame: Frame, start: number): void {
    const { environment, settings } = this.#around
    const { link } = state
    const end = Math.min(frame.bytes.length, start + arpBytes)
    const arp = decodeArp(frame.bytes, start, end)
    if (
      isBad(arp) ||
      (arp.operation !== arpRequest && arp.operation !== arpReply) ||
      isGroupMac(arp.senderMac)
    ) {
      environment.ended(frame, link, 'malformed')
      return
    }
    const { senderAddress: sender, senderMac, targetAddress: target } = arp
    const ownTarget = settings.onlyOwnSubnets
      ? state.addresses.some(({ address }) => address === target)
      : this.#around.isOwnAddress(target)
    if (this.#around.isOwnAddress(sender)) {
      // Our own words come back only over a loop; anybody else has our address.
      if (senderMac !== link.mac) {
        environment.duplicateAddress?.(link, sender, senderMac)
        if (state.addresses.some(({ address }) => address === sender)) this.#defend(state, sender)
      }
      environment.delivered(frame, link)
      return
    }
    const fromSubnet = state.isOwnSubnet(sender)
    const known = sender === 0 || this.#statics.has(sender) ? undefined : state.neighbours.get(sender)
    if (known !== undefined) this.#confirm(state, known, senderMac)
    const answers =
      arp.operation === arpRequest &&
      sender !== target &&
      (fromSubnet || sender === 0 || !settings.onlyOwnSubnets) &&
      (ownTarget || this.#around.proxies(state, target))
    if (answers) {
      if (known === undefined && fromSubnet && !this.#statics.has(sender))
        this.#confirm(state, this.#make(state, sender), senderMac)
      this.#send(state, senderMac, arpReply, target, senderMac, sender)
    }
    if (answers || ownTarget || known !== undefined) environment.delivered(frame, link)
    else environment.ended(frame, link, 'not for this host')
  }

  #confirm(state: LinkState, neighbour: Neighbour, mac: number): void {
    const { settings } = this.#around
    const now = this.#kernel.nowMs
    const timeoutMs = state.settings.arpTimeoutMs ?? settings.timeoutMs
    neighbour.mac = mac
    neighbour.state = 'reachable'
    neighbour.sinceMs = now
    neighbour.requests = 0
    if (settings.afterwards === 'stale') {
      neighbour.goodUntilMs = now + timeoutMs
      neighbour.checkAtMs = Infinity
    } else {
      neighbour.goodUntilMs = Infinity
      // 0 keeps an entry for ever.
      const untilMs = timeoutMs === 0 ? Infinity : now + Math.max(timeoutMs - refreshBeforeMs, timeoutMs / 2)
      this.#checkAt(neighbour, untilMs)
    }
    const { held } = neighbour
    neighbour.held = []
    for (const packet of held) this.#around.release(packet, state, mac)
  }

  /** RFC 5227, 2.4: at most once in ten seconds, or two who defend themselves would never stop. */
  #defend(state: LinkState, address: number): void {
    const now = this.#kernel.nowMs
    if (now - (this.#defended.get(address) ?? -Infinity) < defendIntervalMs) return
    this.#defended.set(address, now)
    this.announce(state, address)
  }

  /** Tells the link that `address` is ours (RFC 5227, 3). */
  announce(state: LinkState, address: number): void {
    if (state.link.kind === 'ethernet' && state.up)
      this.#send(state, broadcastMac, arpReply, address, broadcastMac, address)
  }

  /** Forgets a link's neighbours: it went down. */
  flush(state: LinkState): void {
    const neighbours = [...state.neighbours.values()]
    state.neighbours.clear()
    for (const { held } of neighbours)
      for (const packet of held) this.#around.giveUp(packet, state, 'interface down')
  }

  /** `clear arp-cache`: asks every neighbour again. */
  refresh(only?: { address?: number; link?: IpLink }): void {
    for (const state of this.#around.links()) {
      if (only?.link !== undefined && only.link !== state.link) continue
      for (const neighbour of [...state.neighbours.values()]) {
        if (only?.address !== undefined && only.address !== neighbour.address) continue
        if (neighbour.mac === undefined) {
          if (neighbour.held.length === 0) state.neighbours.delete(neighbour.address)
          continue
        }
        neighbour.mac = undefined
        neighbour.state = 'incomplete'
        neighbour.requests = 0
        this.#ask(state, neighbour)
      }
    }
  }

  /** Removes one entry as `arp -d` and `ip neigh del` do; false when there was none. */
  remove(address: number): boolean {
    let removed = this.#statics.delete(address)
    for (const state of this.#around.links()) {
      const neighbour = state.neighbours.get(address)
      if (neighbour === undefined) continue
      state.neighbours.delete(address)
      for (const packet of neighbour.held) this.#around.giveUp(packet, state, 'no arp reply')
      removed = true
    }
    return removed
  }

  addStatic(address: number, mac: number, link?: IpLink): void {
    this.remove(address)
    this.#statics.set(address, { mac, link, sinceMs: this.#kernel.nowMs })
  }

  removeStatic(address: number): boolean {
    return this.#statics.delete(address)
  }

  /** Every entry, own addresses included, by address. */
  entries(): ArpEntry[] {
    const now = this.#kernel.nowMs
    const entries: ArpEntry[] = []
    for (const { link, up, addresses, neighbours } of this.#around.links()) {
      if (link.kind !== 'ethernet') continue
      if (up)
        for (const { address } of addresses)
          entries.push({ address, mac: link.mac, state: 'own', link, sinceMs: now })
      for (const neighbour of neighbours.values()) {
        const { address, mac, sinceMs } = neighbour
        const stale = neighbour.state === 'reachable' && now >= neighbour.goodUntilMs
        entries.push({ address, mac, state: stale ? 'stale' : neighbour.state, link, sinceMs })
      }
    }
    for (const [address, { mac, link, sinceMs }] of this.#statics)
      entries.push({ address, mac, state: 'static', link, sinceMs })
    return entries.sort((a, b) => a.address - b.address)
  }

  #checkAt(neighbour: Neighbour, atMs: number): void {
    neighbour.checkAtMs = atMs
    if (atMs === Infinity || (this.#timer !== undefined && this.#timer.atMs <= atMs)) return
    this.#timer?.cancel()
    this.#timer = this.#kernel.after(atMs - this.#kernel.nowMs, () => this.#look())
  }

  #look(): void {
    this.#timer = undefined
    const now = this.#kernel.nowMs
    let nextMs = Infinity
    for (const state of this.#around.links())
      for (const neighbour of state.neighbours.values()) {
        if (neighbour.checkAtMs <= now) this.#check(state, neighbour)
        if (state.neighbours.get(neighbour.address) === neighbour)
          nextMs = Math.min(nextMs, neighbour.checkAtMs)
      }
    // A check may have set the timer for its own entry; the earliest of all wins.
    if (nextMs !== Infinity && (this.#timer as Timer | undefined)?.atMs !== nextMs) {
      ;(this.#timer as Timer | undefined)?.cancel()
      this.#timer = this.#kernel.after(nextMs - now, () => this.#look())
    }
  }

  #check(state: LinkState, neighbour: Neighbour): void {
    const { settings } = this.#around
    const now = this.#kernel.nowMs
    switch (neighbour.state) {
      case 'incomplete':
      case 'probe':
        if (neighbour.requests < settings.requests) {
          this.#ask(state, neighbour)
          neighbour.checkAtMs = now + settings.retryMs
        } else if (settings.afterwards === 'refresh') {
          state.neighbours.delete(neighbour.address)
          for (const packet of neighbour.held) this.#around.giveUp(packet, state, 'no arp reply')
        } else {
          neighbour.state = 'failed'
          neighbour.mac = undefined
          neighbour.checkAtMs = now + settings.incompleteMs
          const { held } = neighbour
          neighbour.held = []
          for (const packet of held) this.#around.giveUp(packet, state, 'no arp reply')
        }
        return
      case 'delay':
        neighbour.state = 'probe'
        neighbour.requests = 0
        this.#ask(state, neighbour)
        neighbour.checkAtMs = now + settings.retryMs
        return
      case 'failed':
        state.neighbours.delete(neighbour.address)
        return
      default:
        // IOS asks once shortly before the entry times out.
        if (neighbour.requests === 0) {
          const timeoutMs = state.settings.arpTimeoutMs ?? settings.timeoutMs
          this.#ask(state, neighbour)
          neighbour.checkAtMs = neighbour.sinceMs + timeoutMs
        } else state.neighbours.delete(neighbour.address)
    }
  }
}
