/**
 * Where everything of a lab stands on a canvas of cells: devices in layers, and between two layers a channel in which each
 * cable has a row of its own, so that no two lie on each other. Leaves out what state anything is in: a link that goes down
 * moves nothing.
 */

import { portsOf } from '../../../hardware/profile.ts'
import { textWidth } from '../../../session/cell-width.ts'
import { type LabPlan, layersOf } from './layers.ts'
import type { DrawnCable, DrawnDevice, DrawnEnd, Layout, Room } from './layout-types.ts'
import { tracksOf, type Wire } from './tracks.ts'

interface Style {
  /** Names of ports at the ends. */
  readonly labels: boolean
  /** Devices in boxes of three rows, not in brackets. */
  readonly boxed: boolean
  /** Cables between neighbours of a layer go straight from side to side. */
  readonly sideways: boolean
}

/** From the roomiest. */
const styles: readonly Style[] = [true, false].flatMap((labels) =>
  [true, false].flatMap((sideways) => [true, false].map((boxed) => ({ labels, sideways, boxed }))),
)
const tightest: Style = { labels: true, sideways: false, boxed: false }

/** The first way to draw it that fits; where none does, the tightest with names, of which a part is then shown. */
export function layoutOf(plan: LabPlan, room: Room): Layout {
  for (const style of styles) {
    const made = laidOut(plan, room, style)
    if (made.columns <= room.columns && made.rows <= room.rows) return made
  }
  return laidOut(plan, room, tightest)
}

/** An end of a cable at a device, before it has a column. */
interface Slot {
  readonly cable: number
  readonly end: 0 | 1
  readonly label: string
  x: number
}

/** A device, or the place where a cable passes through a layer. */
interface Node {
  readonly name: string | undefined
  readonly layer: number
  readonly across: number
  readonly top: Slot[]
  readonly bottom: Slot[]
  width: number
  x: number
}

const rootMarkColumns = 5

function laidOut(plan: LabPlan, room: Room, style: Style): Layout {
  const draft = new Draft(plan, style)
  draft.placeAcross(room.columns)
  return draft.finish()
}

class Draft {
  readonly #plan: LabPlan
  readonly #style: Style
  readonly #layers: Node[][]
  readonly #byName = new Map<string, Node>()
  /** By channel: above the first layer, between each two, below the last. */
  readonly #wires: { readonly cable: number; readonly uppers: Slot[]; readonly lowers: Slot[] }[][]
  /** The nodes that wires lead to from here: another layer's, or of the same one around the top. */
  readonly #above = new Map<Slot, Node>()
  readonly #below = new Map<Slot, Node>()
  readonly #sideways = new Map<number, readonly [left: Node, right: Node]>()

  constructor(plan: LabPlan, style: Style) {
    this.#plan = plan
    this.#style = style
    this.#layers = layersOf(plan).map((layer) =>
      layer.map((one) => ({ ...one, top: [], bottom: [], width: 0, x: 0 })),
    )
    for (const node of this.#layers.flat()) this.#byName.set(node.name as string, node)
    this.#wires = Array.from({ length: this.#layers.length + 1 }, () => [])
    this.#findSideways()
    for (const cable of plan.cables.keys()) this.#attach(cable)
    for (const layer of this.#layers) {
      layer.sort((a, b) => a.across - b.across)
      for (const node of layer) node.width = this.#widthOf(node)
    }
  }

  #ends(cable: number): [Node, Node] | undefined {
    const { from, to } = this.#plan.cables[cable] as LabPlan['cables'][number]
    const a = this.#byName.get(from.device)
    const b = this.#byName.get(to.device)
    return a === undefined || b === undefined ? undefined : [a, b]
  }

  #findSideways(): void {
    if (!this.#style.sideways) return
    const taken = new Set<Node>()
    this.#plan.cables.forEach((_, cable) => {
      const [a, b] = this.#ends(cable) ?? []
      if (a === undefined || b === undefined || a === b || a.layer !== b.layer) return
      const layer = this.#layers[a.layer] ?? []
      const [left, right] = layer.indexOf(a) < layer.indexOf(b) ? [a, b] : [b, a]
      if (layer.indexOf(right) - layer.indexOf(left) !== 1 || taken.has(left)) return
      taken.add(left)
      this.#sideways.set(cable, [left, right])
    })
  }

  #slot(cable: number, end: 0 | 1): Slot {
    const { from, to } = this.#plan.cables[cable] as LabPlan['cables'][number]
    return { cable, end, label: this.#style.labels ? shortName(this.#plan, end === 0 ? from : to) : '', x: 0 }
  }

  /** Gives the ends of a cable their sides, and its wires their channels. */
  #attach(cable: number): void {
    const ends = this.#ends(cable)
    if (ends === undefined || this.#sideways.has(cable)) return
    const [a, b] = ends
    const slots = [this.#slot(cable, 0), this.#slot(cable, 1)] as const
    if (a.layer === b.layer) {
      // Around the top of both.
      a.top.push(slots[0])
      b.top.push(slots[1])
      this.#above.set(slots[0], b).set(slots[1], a)
      this.#wires[a.layer]?.push({ cable, uppers: [], lowers: [...slots] })
      return
    }
    const [upper, lower] = a.layer < b.layer ? [a, b] : [b, a]
    const [upperSlot, lowerSlot] = upper === a ? slots : [slots[1], slots[0]]
    upper.bottom.push(upperSlot)
    lower.top.push(lowerSlot)
    let above = { node: upper, slot: upperSlot }
    const join = (node: Node, slot: Slot): void => {
      this.#wires[node.layer]?.push({ cable, uppers: [above.slot], lowers: [slot] })
      this.#below.set(above.slot, node)
      this.#above.set(slot, above.node)
      above = { node, slot }
    }
    for (let layer = upper.layer + 1; layer < lower.layer; layer++) {
      const through: Slot = { cable, end: 0, label: '', x: 0 }
      const part = (layer - upper.layer) / (lower.layer - upper.layer)
      const node: Node = {
        name: undefined,
        layer,
        // Beside a device that stands in the way, not through its middle.
        across: upper.across + (lower.across - upper.across) * part + 1e-6 * (cable + 1),
        top: [through],
        bottom: [through],
        width: 1,
        x: 0,
      }
      this.#layers[layer]?.push(node)
      join(node, through)
    }
    join(lower, lowerSlot)
  }

  #pitch(slots: readonly Slot[]): number {
    return Math.max(0, ...slots.map(({ label }) => label.length)) + 2
  }

  #widthOf(node: Node): number {
    if (node.name === undefined) return 1
    const isSwitch = this.#plan.devices.some(
      ({ name, profile }) => name === node.name && profile.kind === 'switch',
    )
    const named = textWidth(node.name) + 3 + (isSwitch ? rootMarkColumns : 0)
    const slots = [node.top, node.bottom].map((side) => side.length * this.#pitch(side))
    return Math.max(named, ...slots)
  }

  #gap(left: Node, right: Node): number {
    for (const [cable, [a, b]] of this.#sideways) {
      if (a !== left || b !== right) continue
      const label = Math.max(this.#slot(cable, 0).label.length, this.#slot(cable, 1).label.length)
      return 2 * (1 + label) + 3
    }
    return 1
  }

  /** Columns for devices, ends and passing cables. */
  placeAcross(columns: number): void {
    const needed = this.#layers.map((layer) =>
      layer.reduce((sum, node, at) => {
        const next = layer[at + 1]
        return sum + node.width + (next === undefined ? 0 : this.#gap(node, next))
      }, 0),
    )
    const most = Math.max(1, ...this.#layers.map((layer) => layer.length))
    const whole = Math.max(...needed, Math.min(columns, Math.max(...needed) + 4 * most))
    for (const layer of this.#layers) {
      const wanted = layer.map(({ across, width }) => across * whole - width / 2)
      this.#settle(layer, wanted, whole)
    }
    this.#layers.forEach((layer, at) => {
      for (const node of layer) this.#placeSlots(node)
      if (at === 0) return
      // What hangs on one cable hangs straight, where there is room.
      const wanted = layer.map((node) => {
        const [slot, another] = node.top
        const wire = this.#wires[at]?.find(({ lowers }) => slot !== undefined && lowers.includes(slot))
        const [above] = wire?.uppers ?? []
        if (slot === undefined || another !== undefined || above === undefined) return node.x
        return node.x + above.x - slot.x
      })
      this.#settle(layer, wanted, whole)
      for (const node of layer) this.#placeSlots(node)
    })
  }

  /** As near to where they want to be as order and gaps allow. */
  #settle(layer: readonly Node[], wanted: readonly number[], whole: number): void {
    let least = 0
    layer.forEach((node, at) => {
      node.x = Math.max(least, Math.round(wanted[at] ?? 0))
      const next = layer[at + 1]
      least = node.x + node.width + (next === undefined ? 0 : this.#gap(node, next))
    })
    let most = whole
    for (const [at, node] of [...layer.entries()].reverse()) {
      const next = layer[at + 1]
      node.x = Math.max(
        0,
        Math.min(node.x, most - node.width - (next === undefined ? 0 : this.#gap(node, next))),
      )
      most = node.x
    }
  }

  #placeSlots(node: Node): void {
    for (const side of [node.top, node.bottom]) {
      const middleAt = (slot: Slot): number => {
        const other = (side === node.top ? this.#above : this.#below).get(slot) ?? node
        return other.x + other.width / 2
      }
      side.sort((a, b) => middleAt(a) - middleAt(b) || a.cable - b.cable)
      const pitch = node.name === undefined ? 1 : this.#pitch(side)
      // The last needs no blank behind it.
      const space = node.width - side.length * pitch + (this.#style.labels ? 0 : 1)
      const start = node.x + Math.max(0, Math.floor(space / 2))
      side.forEach((slot, at) => {
        slot.x = start + at * pitch
      })
    }
  }

  finish(): Layout {
    const height = this.#style.boxed ? 3 : 1
    const devices: DrawnDevice[] = []
    const lights = new Map<Slot, number>()
    const paths = new Map<number, [number, number][]>()
    let y = 0
    this.#wires.forEach((wires, channel) => {
      const tracks = tracksOf(
        wires.map(
          ({ uppers, lowers }): Wire => ({
            uppers: uppers.map(({ x }) => x),
            lowers: lowers.map(({ x }) => x),
          }),
        ),
      )
      const upperRow = y
      const hasUppers = wires.some(({ uppers }) => uppers.length > 0)
      const hasLowers = wires.some(({ lowers }) => lowers.length > 0)
      const first = upperRow + (hasUppers ? 1 : 0)
      const rows = wires.length === 0 ? 0 : Math.max(1, tracks.count)
      const lowerRow = first + rows
      wires.forEach(({ cable, uppers, lowers }, at) => {
        for (const slot of uppers) lights.set(slot, upperRow)
        for (const slot of lowers) lights.set(slot, lowerRow)
        const row = first + (tracks.of[at] ?? 0)
        const [start, ...rest] = [...uppers, ...lowers]
        if (start === undefined) return
        const path = paths.get(cable) ?? []
        const from = lights.get(start) ?? 0
        path.push([start.x, from], [start.x, row])
        for (const slot of rest) path.push([slot.x, row], [slot.x, lights.get(slot) ?? 0])
        paths.set(cable, path)
      })
      y = lowerRow + (hasLowers ? 1 : 0)
      const layer = this.#layers[channel]
      if (layer === undefined) return
      for (const node of layer) {
        if (node.name === undefined) continue
        devices.push({ name: node.name, layer: channel, x: node.x, y, width: node.width, height })
      }
      // Cables that pass through the layer.
      for (const node of layer)
        if (node.name === undefined)
          for (const { cable } of node.top) paths.get(cable)?.push([node.x, y + height])
      y += height
    })
    const cables = this.#plan.cables.flatMap((_, index) => this.#cable(index, devices, lights, paths) ?? [])
    const columns = Math.max(
      1,
      ...devices.map(({ x, width }) => x + width),
      ...cables.flatMap(({ path }) => path.map(([x]) => x + 1)),
      ...cables.flatMap(({ ends }) => ends.map(({ x, label }) => x + 1 + label.length)),
    )
    return { columns, rows: y, isBoxed: this.#style.boxed, devices, cables }
  }

  #cable(
    index: number,
    devices: readonly DrawnDevice[],
    lights: ReadonlyMap<Slot, number>,
    paths: ReadonlyMap<number, [number, number][]>,
  ): DrawnCable | undefined {
    const ends = this.#ends(index)
    if (ends === undefined) return undefined
    const sideways = this.#sideways.get(index)
    if (sideways !== undefined) return this.#sidewaysCable(index, ends, sideways, devices)
    const made = ([0, 1] as const).map((end): DrawnEnd | undefined => {
      const node = ends[end]
      const isIt = (slot: Slot): boolean => slot.cable === index && slot.end === end
      const top = node.top.find(isIt)
      const slot = top ?? node.bottom.find(isIt)
      if (slot === undefined) return undefined
      return {
        device: node.name ?? '',
        side: top === undefined ? 'bottom' : 'top',
        x: slot.x,
        y: lights.get(slot) ?? 0,
        label: slot.label,
      }
    })
    const [from, to] = made
    if (from === undefined || to === undefined) return undefined
    return { index, ends: [from, to], path: paths.get(index) ?? [] }
  }

  #sidewaysCable(
    index: number,
    ends: readonly [Node, Node],
    [left, right]: readonly [Node, Node],
    devices: readonly DrawnDevice[],
  ): DrawnCable {
    const y = devices.find(({ name }) => name === left.name)?.y ?? 0
    const row = y + (this.#style.boxed ? 1 : 0)
    const made = ([0, 1] as const).map((end): DrawnEnd => {
      const isLeft = ends[end] === left
      return {
        device: ends[end].name ?? '',
        side: isLeft ? 'right' : 'left',
        x: isLeft ? left.x + left.width : right.x - 1,
        y: row,
        label: this.#slot(index, end).label,
      }
    }) as [DrawnEnd, DrawnEnd]
    const [from, to] = made
    return {
      index,
      ends: made,
      path: [
        [from.x, row],
        [to.x, row],
      ],
    }
  }
}

function shortName({ devices }: LabPlan, end: { device: string; port: string }): string {
  const profile = devices.find(({ name }) => name === end.device)?.profile
  const port = profile && portsOf(profile).find(({ name }) => name === end.port)
  return port?.shortName ?? end.port
}
