/** One frame being taken apart: its layers so far, and how far into it they reach. */

import { type Bad, isBad } from '../bytes.ts'
import { badSummary, FieldList } from './field-list.ts'
import type { Layer } from './layer.ts'

export type LayerKind = Pick<Layer, 'name' | 'osi' | 'unit'> & {
  /** A quotation or a payload: not what a list of frames calls the frame. */
  readonly isAside?: boolean
}

export class Dissection {
  readonly bytes: Uint8Array
  readonly layers: Layer[] = []
  /** The innermost layer that the frame is about. */
  headline: Layer | undefined
  /** Where the content of the innermost layer ends; what the frame has behind it is padding. */
  contentEnd: number

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.contentEnd = bytes.length
  }

  fields(start: number, end: number): FieldList {
    return new FieldList(this.bytes, start, end)
  }

  /** Adds a layer; what its decoder said decides whether the summary is that of a packet. */
  add<Decoded extends object>(
    { name, osi, unit, isAside = false }: LayerKind,
    { fields }: FieldList,
    decoded: Decoded | Bad,
    summary: (decoded: Decoded) => string,
  ): void {
    const layer: Layer = isBad(decoded)
      ? { name, osi, unit, fields, summary: badSummary(decoded), bad: decoded }
      : { name, osi, unit, fields, summary: summary(decoded) }
    this.layers.push(layer)
    if (!isAside) this.headline = layer
  }

  /** Bytes of a protocol that no decoder here knows. */
  addData(start: number, end: number, name: string, osi: Layer['osi']): void {
    this.#addBytes(start, end, { name, osi, unit: 'data' })
  }

  /** Bytes that belong to somebody above, or to another frame. */
  addAside(start: number, end: number, name: string, osi: Layer['osi']): void {
    if (end > start) this.#addBytes(start, end, { name, osi, unit: 'data', isAside: true })
  }

  #addBytes(start: number, end: number, kind: LayerKind): void {
    const list = this.fields(start, end)
    list.hex('Data')
    this.add(kind, list, list, () => bytesOf(end - start))
  }
}

export const bytesOf = (count: number): string => (count === 1 ? '1 byte' : `${count} bytes`)
