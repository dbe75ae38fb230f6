/** Packets in a pane: the list as it grows, one of them opened below it, a filter, and captures. */

import { endText } from '../../../labs/cable-at.ts'
import type { RunningLab } from '../../../labs/running-lab.ts'
import { textWidth } from '../../../session/cell-width.ts'
import { toned } from '../colours.ts'
import type { Cursor } from '../console-screen.ts'
import { cutToWidth } from '../cut-to-width.ts'
import type { Pane, PaneHost } from '../panes.ts'
import type { Size } from '../window-view.ts'
import { Captures } from './captures.ts'
import { headRow, packetRow } from './list-rows.ts'
import { PacketDetails } from './packet-details.ts'
import { filtered, PacketTexts } from './packet-filter.ts'
import { type Packet, PacketList } from './packet-list.ts'
import { pathOf } from './packet-path.ts'
import type { WatchedPackets } from './watched-packets.ts'

// Rows of the list that stay above an opened packet.
const listRowsAboveDetails = 4
const rowsForMore = 34

export class PacketPane implements Pane {
  readonly #host: PaneHost
  readonly #lab: RunningLab
  readonly #captures: Captures
  readonly #texts = new PacketTexts()
  readonly #list: PacketList
  readonly #untap: () => void
  readonly #zeroMs: number
  /** What Esc comes back to before it closes. */
  readonly #firstFilter: string
  #filter: string
  /** While it is typed. */
  #typed: string | undefined
  /** What was shown when it was paused. */
  #paused: readonly Packet[] | undefined
  /** Undefined follows the latest. */
  #chosen: Packet | undefined
  #top = 0
  #details: PacketDetails | undefined
  /** Layers that are open in every packet. */
  readonly #opened = new Set<string>()
  #shown: { readonly key: string; readonly packets: readonly Packet[] } = { key: '', packets: [] }
  /** Of the list, when it was last drawn: a page. */
  #height = 1
  #isDrawn = false
  #size: Size = { columns: 80, rows: 24 }

  /** @param watched what somebody came to see: it is opened */
  constructor(host: PaneHost, watched?: WatchedPackets) {
    const { lab, network } = host.practice
    if (lab === undefined) throw new Error('packets are of a lab')
    this.#host = host
    this.#lab = lab
    this.#captures = new Captures(lab, host.folder)
    this.#list = watched?.list ?? new PacketList()
    this.#firstFilter = watched?.filter ?? ''
    this.#filter = this.#firstFilter
    const before = watched === undefined ? network.log.recent() : []
    this.#zeroMs = watched?.sinceMs ?? before[0]?.atMs ?? host.practice.kernel.nowMs
    for (const hop of before) this.#list.add(hop)
    this.#untap = network.log.tap((hop) => {
      if (watched === undefined) this.#list.add(hop)
      // Once for each time that it is drawn: a view that is not on show asks for nothing.
      if (this.#isDrawn) host.changed()
      this.#isDrawn = false
    })
    if (watched !== undefined) this.#show(watched)
  }

  #show({ filter, packet }: WatchedPackets): void {
    this.#chosen = this.#packets[packet - 1]
    if (this.#chosen === undefined) return
    this.#openDetails()
    // What was asked for by its name is what one wants to see of it.
    const words = filter.toLowerCase().split(/\s+/)
    this.#details?.open((name) => words.includes(name.toLowerCase()))
  }

  get cursor(): Cursor | undefined {
    if (this.#typed === undefined) return undefined
    return { x: Math.min(this.#size.columns - 1, textWidth(this.#prompt)), y: this.#size.rows - 1 }
  }

  key(key: string): void {
    if (this.#typed !== undefined) this.#typeFilter(key, this.#typed)
    else if (this.#details !== undefined) this.#detailKey(key, this.#details)
    else this.#listKey(key)
  }

  rows(size: Size, hasKeys: boolean): string[] {
    const { columns } = size
    const { texts } = this.#host
    const below = this.#details === undefined ? 0 : this.#detailRows(size.rows)
    this.#isDrawn = true
    this.#size = size
    this.#height = Math.max(1, size.rows - 3 - below)
    const packets = this.#packets
    const chosen = this.#placeOf(packets)
    this.#scroll(packets.length, chosen)
    const list = packets.slice(this.#top, this.#top + this.#height).map((packet, at) =>
      packetRow(packet, {
        columns,
        zeroMs: this.#zeroMs,
        isChosen: this.#top + at === chosen && (this.#chosen !== undefined || hasKeys),
        texts,
        packetTexts: this.#texts,
      }),
    )
    if (packets.length === 0) {
      const nothing = this.#filter === '' ? texts.packets.none : texts.packets.noneFits
      list.push(toned(cutToWidth(` ${nothing}`, columns), 'dim'))
    }
    const blank = Array.from({ length: this.#height - list.length }, () => '')
    const details =
      this.#details === undefined
        ? []
        : [toned('─'.repeat(columns), 'dim'), ...this.#details.rows(columns, below - 1, texts)]
    const last =
      this.#typed === undefined ? this.#keysRow(columns, hasKeys) : cutToWidth(this.#prompt, columns)
    return [this.#title(columns), headRow(columns, texts), ...list, ...blank, ...details, last]
  }

  /** Ends watching; what is left to say about captures. */
  close(): string | undefined {
    this.#untap()
    const { packets } = this.#host.texts
    try {
      const made = this.#captures.stopAll().map(({ file, frames }) => packets.captured(frames, file))
      return made.length === 0 ? undefined : made.join('\n')
    } catch (error) {
      return packets.captureFailed(reasonOf(error))
    }
  }

  get #prompt(): string {
    return ` ${this.#host.texts.packets.filter}: ${this.#typed ?? this.#filter}`
  }

  #title(columns: number): string {
    const { packets } = this.#host.texts
    const capture = this.#captures.count === 0 ? '' : `● ${packets.capturing(this.#captures.frames)}   `
    const live = this.#paused === undefined ? packets.live : `⏸ ${packets.paused}`
    const filter = this.#filter === '' ? '' : `   ${packets.filter}: ${this.#filter}`
    // The name of the lab gives way first.
    const lefts = [` ${packets.title} · ${this.#lab.lab.name}`, ` ${packets.title}`]
    const room = columns - 2 - textWidth(capture + live + filter)
    const left = lefts.find((text) => textWidth(text) <= room) ?? lefts[1] ?? ''
    const rest = Math.max(0, columns - 2 - textWidth(left + capture + live))
    return [
      toned(left, 'bold'),
      ' '.repeat(Math.max(1, rest + 1 - textWidth(filter))),
      toned(capture, 'attention'),
      toned(live, this.#paused === undefined ? 'good' : 'attention'),
      toned(cutToWidth(filter, rest), 'active'),
    ].join('')
  }

  #keysRow(columns: number, hasKeys: boolean): string {
    const { packets, topology } = this.#host.texts
    const tab = this.#host.isBeside ? `  ${packets.tabKey}` : ''
    const keys = !hasKeys
      ? [topology.comeHere]
      : this.#details === undefined
        ? [packets.listKeys + tab, packets.listKeysShort + tab, packets.listKeysShort]
        : [packets.detailKeys + tab, packets.detailKeysShort + tab, packets.detailKeysShort]
    const found = keys.find((text) => textWidth(text) + 1 <= columns) ?? keys.at(-1) ?? ''
    return toned(cutToWidth(` ${found}`, columns), hasKeys ? 'plain' : 'dim')
  }

  // The list

  get #packets(): readonly Packet[] {
    if (this.#paused !== undefined) return this.#paused
    const key = `${this.#list.version} ${this.#filter}`
    if (key !== this.#shown.key)
      this.#shown = { key, packets: filtered(this.#list, this.#filter, this.#texts) }
    return this.#shown.packets
  }

  /** The latest where none is chosen. */
  #placeOf(packets: readonly Packet[]): number {
    const found = this.#chosen === undefined ? -1 : packets.lastIndexOf(this.#chosen)
    if (found >= 0) return found
    this.#chosen = undefined
    return packets.length - 1
  }

  #scroll(length: number, chosen: number): void {
    if (this.#chosen === undefined) this.#top = length - this.#height
    this.#top = Math.max(chosen - this.#height + 1, Math.min(this.#top, chosen))
    this.#top = Math.max(0, Math.min(this.#top, length - this.#height))
  }

  #listKey(key: string): void {
    switch (key) {
      case 'up':
      case 'k':
        this.#move(-1)
        break
      case 'down':
      case 'j':
        this.#move(1)
        break
      case 'pageup':
        this.#move(1 - this.#height)
        break
      case 'pagedown':
        this.#move(this.#height - 1)
        break
      case 'home':
      case 'g':
        this.#move(Number.NEGATIVE_INFINITY)
        break
      case 'end':
      case 'G':
        this.#chosen = undefined
        break
      case 'enter':
      case 'right':
        this.#openDetails()
        break
      case 'esc':
      case 'q':
        if (key === 'esc' && this.#filter !== this.#firstFilter) this.#setFilter(this.#firstFilter)
        else this.#host.close()
        break
      default:
        this.#commonKey(key)
    }
  }

  #move(by: number): void {
    const packets = this.#packets
    const to = Math.max(0, Math.min(this.#placeOf(packets) + by, packets.length - 1))
    // At the end it follows again.
    this.#chosen = to === packets.length - 1 && by > 0 ? undefined : packets[to]
    if (this.#details !== undefined) this.#openDetails()
  }

  #commonKey(key: string): void {
    if (key === '/') this.#typed = this.#filter
    else if (key === ' ') this.#paused = this.#paused === undefined ? [...this.#packets] : undefined
    else if (key === 'c') this.#capture()
  }

  #typeFilter(key: string, typed: string): void {
    if (key === 'enter') {
      this.#setFilter(typed.trim())
      this.#typed = undefined
    } else if (key === 'esc') this.#typed = undefined
    else if (key === 'backspace') this.#typed = [...typed].slice(0, -1).join('')
    else if (key === 'ctrl-u') this.#typed = ''
    else if ([...key].length === 1) this.#typed = typed + key
  }

  #setFilter(filter: string): void {
    this.#filter = filter
    if (this.#paused !== undefined) this.#paused = filtered(this.#list, filter, this.#texts)
  }

  // One packet

  #detailRows(rows: number): number {
    return Math.max(1, rows - 3 - (rows < rowsForMore ? listRowsAboveDetails : Math.floor(rows / 3)))
  }

  #openDetails(): void {
    const packets = this.#packets
    const packet = packets[this.#placeOf(packets)]
    if (packet === undefined) return
    this.#chosen = packet
    this.#details = new PacketDetails(packet, (device, port) => this.#shortName(device, port), this.#opened)
  }

  #detailKey(key: string, details: PacketDetails): void {
    if (details.key(key)) return
    if (key === 'esc' || key === 'q') this.#details = undefined
    else if (key === 'pageup' || key === 'k') this.#move(-1)
    else if (key === 'pagedown' || key === 'j') this.#move(1)
    else this.#commonKey(key)
    // The end of the list is not followed while one is opened.
    if (this.#details !== undefined) this.#chosen = this.#details.packet
  }

  #shortName(device: string, port: string): string {
    return endText(this.#lab.lab, { device, port }).slice(device.length + 1)
  }

  // Captures

  #capture(): void {
    const { packets } = this.#host.texts
    const list = this.#packets
    const packet = list[this.#placeOf(list)]
    const crossing = this.#details?.crossing ?? (packet && pathOf(packet).steps[0]?.crossing)
    const cable = crossing && this.#captures.cableOf(crossing)
    if (cable === undefined) {
      this.#host.say(packets.noCable)
      return
    }
    const ends = `${endText(this.#lab.lab, cable.from)} – ${endText(this.#lab.lab, cable.to)}`
    try {
      if (this.#captures.isRunning(cable)) {
        const made = this.#captures.stop(cable)
        if (made !== undefined) this.#host.say(packets.captured(made.frames, made.file))
      } else {
        this.#captures.start(cable)
        this.#host.say(packets.captureStarted(ends))
      }
    } catch (error) {
      this.#host.say(packets.captureFailed(reasonOf(error)))
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
