/** One packet, hop by hop and layer by layer: what is chosen and opened there, and its rows. */

import { textWidth } from '../../../session/cell-width.ts'
import { dissect, type Layer } from '../../../wire/dissect.ts'
import type { Texts } from '../../i18n/texts.ts'
import { toned } from '../colours.ts'
import { cutToWidth, padToWidth } from '../cut-to-width.ts'
import { type Changes, changedNames, changesOf } from './changes.ts'
import { endingText } from './list-rows.ts'
import type { Packet } from './packet-list.ts'
import { type Crossing, pathOf, type Step } from './packet-path.ts'

export class PacketDetails {
  readonly packet: Packet
  /** Of a port by device and canonical name: `Gi0/1`. */
  readonly #shortName: (device: string, port: string) => string
  #step = 0
  #layer = 0
  /** Layers that are open, by name: they stay so from hop to hop. */
  readonly #opened: Set<string>
  #top = 0

  constructor(
    packet: Packet,
    shortName: (device: string, port: string) => string,
    opened = new Set<string>(),
  ) {
    this.packet = packet
    this.#shortName = shortName
    this.#opened = opened
  }

  get crossing(): Crossing | undefined {
    return this.#now.crossing
  }

  /** Opens the layers of these names, and goes to the first of them. */
  open(isWanted: (name: string) => boolean): void {
    const { layers } = this.#view()
    for (const { name } of layers) if (isWanted(name)) this.#opened.add(name)
    this.#layer = Math.max(
      0,
      layers.findIndex(({ name }) => isWanted(name)),
    )
  }

  /** True when the key was for it. */
  key(key: string): boolean {
    const { layers } = this.#view()
    const steps = pathOf(this.packet).steps.length
    if (key === 'left') this.#step = Math.max(0, this.#step - 1)
    else if (key === 'right') this.#step = Math.min(steps - 1, this.#step + 1)
    else if (key === 'up') this.#layer = Math.max(0, this.#layer - 1)
    else if (key === 'down') this.#layer = Math.min(layers.length - 1, this.#layer + 1)
    else if (key === 'home') this.#step = 0
    else if (key === 'end') this.#step = steps - 1
    else if (key === 'enter') {
      const name = layers[this.#layer]?.name
      if (name === undefined) return true
      if (!this.#opened.delete(name)) this.#opened.add(name)
    } else return false
    this.#layer = Math.min(this.#layer, this.#view().layers.length - 1)
    return true
  }

  rows(columns: number, height: number, texts: Texts): string[] {
    const { layers, changes } = this.#view()
    const head = this.#head(columns, texts, layers, changes)
    const rows: string[] = []
    let chosenRow = 0
    let lastOfChosen = 0
    layers.forEach((layer, place) => {
      if (place === this.#layer) chosenRow = rows.length
      rows.push(this.#layerRow(layer, place, columns, texts, changes))
      if (this.#opened.has(layer.name)) rows.push(...fieldRows(layer, place, columns, texts, changes))
      if (place === this.#layer) lastOfChosen = rows.length
    })
    const room = Math.max(1, height - head.length)
    // The chosen layer is seen, with as much of its fields as there is room for.
    const least = Math.min(chosenRow, lastOfChosen - room)
    this.#top = Math.max(0, Math.min(this.#top, chosenRow, rows.length - room))
    if (this.#top < least) this.#top = least
    const shown = rows.slice(Math.max(0, this.#top), Math.max(0, this.#top) + room)
    return [...head, ...shown, ...Array.from({ length: room - shown.length }, () => '')]
  }

  get #now(): Step {
    const { steps } = pathOf(this.packet)
    return (
      steps[Math.min(this.#step, steps.length - 1)] ?? {
        crossing: undefined,
        before: undefined,
        outcomes: [],
      }
    )
  }

  #view(): { layers: readonly Layer[]; changes: Changes | undefined } {
    const { crossing, before, outcomes } = this.#now
    const frame = crossing?.frame ?? outcomes[0]?.frame ?? this.packet.hops[0]?.frame
    const layers =
      frame === undefined ? [] : dissect(frame.bytes, crossing === undefined ? 'ethernet' : linkOn(crossing))
    const old = before && dissect(before.frame.bytes, linkOn(before))
    return { layers, changes: old && changesOf(old, layers) }
  }

  /** Where one is, what became of the packet there, and what changed on the way. */
  #head(columns: number, texts: Texts, layers: readonly Layer[], changes: Changes | undefined): string[] {
    const { packets } = texts
    const { steps } = pathOf(this.packet)
    const { crossing, before, outcomes } = this.#now
    const place = Math.min(this.#step, steps.length - 1) + 1
    const end = (device: string, port: string): string => `${device} ${this.#shortName(device, port)}`
    const where =
      crossing === undefined
        ? (outcomes[0]?.device ?? '')
        : `${end(crossing.from.device, crossing.from.name)} → ${end(crossing.to.device, crossing.to.name)}`
    const number = this.packet.number === undefined ? '' : ` #${this.packet.number}`
    const first = ` ${packets.hop(place, steps.length)}${number}   ${where}`
    const [outcome] = outcomes
    const became =
      outcome === undefined
        ? toned(` ${packets.goesOn}`, 'dim')
        : outcome.kind === 'delivered'
          ? toned(` ● ${packets.deliveredTo(outcome.device)}`, 'good')
          : toned(cutToWidth(` ✕ ${packets.endedAt(outcome.device, endingText(outcome))}`, columns), 'bad')
    const names = changes === undefined ? [] : changedNames(layers, changes)
    const changed =
      before === undefined || crossing === undefined
        ? toned(` ${packets.firstHop}`, 'dim')
        : names.length === 0
          ? toned(` ${packets.nothingChanged(crossing.from.device)}`, 'dim')
          : toned(
              cutToWidth(` ${packets.changed(crossing.from.device, names.join(', '))}`, columns),
              'attention',
            )
    return [toned(cutToWidth(first, columns), 'bold'), became, changed]
  }

  #layerRow(
    layer: Layer,
    place: number,
    columns: number,
    texts: Texts,
    changes: Changes | undefined,
  ): string {
    const { packets } = texts
    const isOpen = this.#opened.has(layer.name)
    const isChosen = place === this.#layer
    const differs = changes?.fields.has(place) === true || changes?.added.has(place) === true
    const text = [
      isChosen ? '▸' : ' ',
      isOpen ? '▾ ' : '▹ ',
      padToWidth(packets.osi[layer.osi], packets.osiColumns),
      padToWidth(packets.units[layer.unit], packets.unitColumns),
      padToWidth(layer.name, 13),
    ].join('')
    const mark = differs ? '* ' : '  '
    const bad = layer.bad === undefined ? '' : `▲ ${packets.bad[layer.bad]}  `
    const rest = Math.max(0, columns - textWidth(text) - 2)
    return (
      toned(text, isChosen ? 'active' : 'plain') +
      toned(mark, 'attention') +
      toned(cutToWidth(bad, rest), 'attention') +
      cutToWidth(layer.summary, Math.max(0, rest - textWidth(bad)))
    )
  }
}

const nameColumns = 24

function fieldRows(
  layer: Layer,
  place: number,
  columns: number,
  texts: Texts,
  changes: Changes | undefined,
): string[] {
  const isNew = changes?.added.has(place) === true
  const changed = changes?.fields.get(place)
  return layer.fields.map(({ name, value }, field) => {
    const differs = changed?.has(field) === true
    const old = changed?.get(field)
    const was =
      isNew || (differs && old === undefined)
        ? texts.packets.isNew
        : differs
          ? texts.packets.was(old ?? '')
          : ''
    const left = `      ${padToWidth(name, nameColumns)} `
    const rest = Math.max(0, columns - textWidth(left))
    const shown = cutToWidth(was === '' ? value : `${value}   `, rest)
    const text = toned(left, 'dim') + (was === '' ? shown : toned(shown, 'attention'))
    return text + toned(cutToWidth(was, Math.max(0, rest - textWidth(shown))), 'attention')
  })
}

function linkOn({ from }: Crossing): 'hdlc' | 'ethernet' {
  return from.range.cable === 'serial' ? 'hdlc' : 'ethernet'
}
