/** Packets as rows: number, time, the way, what it is and how it ended; cut to the columns there are. */

import { textWidth } from '../../../session/cell-width.ts'
import type { Texts } from '../../i18n/texts.ts'
import { type CellTone, toned } from '../colours.ts'
import { cutToWidth, padToWidth } from '../cut-to-width.ts'
import type { PacketTexts } from './packet-filter.ts'
import type { Packet } from './packet-list.ts'
import { type PacketPath, pathOf } from './packet-path.ts'

interface Columns {
  readonly number: number
  readonly time: number
  readonly where: number
  readonly what: number
}

/** Below this, numbers are left out and times are cut. */
const columnsForNumbers = 70

export function listColumns(columns: number): Columns {
  const number = columns < columnsForNumbers ? 0 : 6
  const time = columns < columnsForNumbers ? 9 : 12
  const rest = Math.max(10, columns - number - time - 1)
  const where = Math.min(30, Math.max(12, Math.floor(rest * 0.38)))
  return { number, time, where, what: rest - where - 1 }
}

export function headRow(columns: number, texts: Texts): string {
  const { number, time, where } = listColumns(columns)
  const { packets } = texts
  const head = [
    number === 0 ? '' : padToWidth('#', number),
    padToWidth(packets.time, time),
    padToWidth(packets.where, where + 1),
    packets.what,
  ].join('')
  return toned(cutToWidth(` ${head}`, columns), 'dim')
}

export interface RowOptions {
  readonly columns: number
  /** Times are told from here, virtual ms. */
  readonly zeroMs: number
  readonly isChosen: boolean
  readonly texts: Texts
  readonly packetTexts: PacketTexts
}

export function packetRow(packet: Packet, options: RowOptions): string {
  const { columns, zeroMs, isChosen, texts, packetTexts } = options
  const widths = listColumns(columns)
  const path = pathOf(packet)
  const { protocol, text } = packetTexts.summary(packet)
  const seconds = ((packet.hops[0]?.atMs ?? 0) - zeroMs) / 1000
  const ended = path.end?.kind === 'ended' ? `✕ ${texts.packets.ended(endingText(path.end))}` : ''
  const what = `${protocol.padEnd(5)} ${text}`
  // Why it ended counts more than what it was.
  const room = ended === '' ? widths.what : Math.max(6, widths.what - textWidth(ended) - 2)
  const shown = ended === '' ? cutTo(what, room) : `${cutTo(what, room)}  `
  const left = [
    isChosen ? '▸' : ' ',
    widths.number === 0
      ? ''
      : padToWidth(packet.number === undefined ? '·' : String(packet.number), widths.number),
    padToWidth(seconds.toFixed(widths.number === 0 ? 3 : 6), widths.time),
    padToWidth(cutTo(wayText(path, widths.where), widths.where), widths.where + 1),
  ].join('')
  const tone: CellTone = isChosen ? 'bold' : 'plain'
  const end = cutToWidth(ended, Math.max(0, columns - textWidth(left) - textWidth(shown)))
  return toned(left + shown, tone) + toned(end, 'bad')
}

export function endingText({ reason, detail }: { reason: string; detail: string | undefined }): string {
  return detail === undefined ? reason : `${reason}: ${detail}`
}

/** `PC1 → A1 → D1 +5`; from a long way the middle is left out. */
export function wayText(
  { devices, others }: Pick<PacketPath, 'devices' | 'others'>,
  columns: number,
): string {
  const more = others === 0 ? '' : ` +${others}`
  const whole = devices.join(' → ') + more
  if (textWidth(whole) <= columns || devices.length < 4) return whole
  for (let kept = devices.length - 2; kept > 1; kept--) {
    const ends = Math.ceil(kept / 2)
    const parts = [...devices.slice(0, ends), '…', ...devices.slice(devices.length - (kept - ends))]
    const text = parts.join(' → ') + more
    if (textWidth(text) <= columns) return text
  }
  return `${devices[0]} → … → ${devices.at(-1)}${more}`
}

function cutTo(text: string, columns: number): string {
  return textWidth(text) <= columns ? text : `${cutToWidth(text, Math.max(0, columns - 1))}…`
}
