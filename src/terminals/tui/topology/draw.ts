/** The picture of a lab: a layout and the state that everything is in, as rows of cells; and the part of it that fits. */

import { textWidth } from '../../../session/cell-width.ts'
import type { CellTone } from '../colours.ts'
import { Canvas } from './canvas.ts'
import type { DrawnCable, DrawnDevice, DrawnEnd, Layout } from './layout-types.ts'

export interface Sign {
  readonly text: string
  readonly tone: CellTone
}

/** How things stand; asked for every picture. */
export interface Looks {
  end(cable: DrawnCable, end: 0 | 1): Sign
  /** Undefined for one that is pulled out: its place stays empty. */
  cable(cable: DrawnCable): CellTone | undefined
  device(name: string): { readonly tone: CellTone; readonly mark: string; readonly note: string }
}

export type Chosen =
  | { readonly kind: 'device'; readonly name: string }
  | { readonly kind: 'cable'; readonly index: number }

export interface Picture {
  /** As many as there is room for. */
  readonly rows: readonly string[]
  /** Devices that are not to be seen, by the edge behind which they are. */
  readonly hidden: {
    readonly left: number
    readonly right: number
    readonly above: number
    readonly below: number
  }
}

export function drawn(
  layout: Layout,
  looks: Looks,
  chosen: Chosen | undefined,
  room: { columns: number; rows: number },
): Picture {
  const canvas = new Canvas(layout.columns, layout.rows)
  const isChosen = (cable: DrawnCable): boolean => chosen?.kind === 'cable' && chosen.index === cable.index
  const ordered = [...layout.cables].sort((a, b) => Number(isChosen(a)) - Number(isChosen(b)))
  for (const cable of ordered) {
    const tone = isChosen(cable) ? 'active' : looks.cable(cable)
    if (tone !== undefined) canvas.line(cable.path, tone)
  }
  for (const cable of ordered)
    for (const end of [0, 1] as const) {
      const sign = looks.end(cable, end)
      writeEnd(canvas, cable.ends[end], sign, isChosen(cable) ? 'active' : 'dim')
    }
  for (const device of layout.devices) {
    const look = looks.device(device.name)
    const isIt = chosen?.kind === 'device' && chosen.name === device.name
    writeDevice(canvas, device, look, isIt ? 'chosen' : look.tone)
  }
  return cropped(canvas, layout, chosen, room)
}

function writeEnd(canvas: Canvas, { x, y, side, label }: DrawnEnd, sign: Sign, tone: CellTone): void {
  if (side === 'left') canvas.write(x - textWidth(label), y, label, tone)
  else canvas.write(x + 1, y, label, tone)
  canvas.write(x, y, sign.text, sign.tone)
}

function writeDevice(
  canvas: Canvas,
  { name, x, y, width, height }: DrawnDevice,
  { mark, note }: { mark: string; note: string },
  tone: CellTone,
): void {
  const inner = width - 2
  const text = `${mark}${name}${note === '' ? '' : ` ${note}`}`
  // The mark stands before the name without moving it.
  const before = Math.floor((inner - textWidth(text)) / 2)
  const line = `${' '.repeat(Math.max(0, before))}${text}`
  const padded = line + ' '.repeat(Math.max(0, inner - textWidth(line)))
  if (height === 1) {
    canvas.write(x, y, `[${padded}]`, tone)
    return
  }
  canvas.write(x, y, `┌${'─'.repeat(inner)}┐`, tone)
  canvas.write(x, y + 1, `│${padded}│`, tone)
  canvas.write(x, y + 2, `└${'─'.repeat(inner)}┘`, tone)
}

function cropped(
  canvas: Canvas,
  layout: Layout,
  chosen: Chosen | undefined,
  room: { columns: number; rows: number },
): Picture {
  const [middleX, middleY] = middleOf(layout, chosen)
  const left = startOf(middleX, layout.columns, room.columns)
  const top = startOf(middleY, layout.rows, room.rows)
  const count = (isHidden: (device: DrawnDevice) => boolean): number => layout.devices.filter(isHidden).length
  return {
    rows: canvas.part(left, top, room.columns, room.rows),
    hidden: {
      left: count(({ x, width }) => x + width <= left),
      right: count(({ x }) => x >= left + room.columns),
      above: count(({ y, height }) => y + height <= top),
      below: count(({ y }) => y >= top + room.rows),
    },
  }
}

/** Where a part of `room` begins: around the middle, and no emptier than it has to be. What fits stands in the middle. */
function startOf(middle: number, whole: number, room: number): number {
  if (whole <= room) return -Math.floor((room - whole) / 2)
  return Math.max(0, Math.min(Math.round(middle - room / 2), whole - room))
}

function middleOf({ devices, cables, columns, rows }: Layout, chosen: Chosen | undefined): [number, number] {
  if (chosen?.kind === 'device') {
    const device = devices.find(({ name }) => name === chosen.name)
    if (device !== undefined) return [device.x + device.width / 2, device.y + device.height / 2]
  } else if (chosen !== undefined) {
    const ends = cables.find(({ index }) => index === chosen.index)?.ends
    if (ends !== undefined) return [(ends[0].x + ends[1].x) / 2, (ends[0].y + ends[1].y) / 2]
  }
  return [columns / 2, rows / 2]
}
