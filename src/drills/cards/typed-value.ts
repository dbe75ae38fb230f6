/**
 * What somebody typed, brought to a form in which the same answers are the same text: full-width characters of an input method,
 * notations of addresses, digits grouped by commas. Leaves out commands, which the emulator reads.
 */

import { maskOf, readIpv4, showIpv4 } from '../../wire/ipv4-text.ts'
import type { TypedAs } from './question.ts'

/** Comparable text, or undefined for what is no such value. */
export function comparable(typed: string, as: Exclude<TypedAs, 'command'>): string | undefined {
  switch (as) {
    case 'text':
      return plainText(typed)
    case 'ipv4':
      return address(typed)
    case 'prefix':
      return prefix(typed)
    case 'mac':
      return mac(typed)
    case 'number':
      return readQuantity(typed)?.value.toString()
  }
}

const cjk = /\s*([\u3000-\u303f\u3400-\u9fff])\s*/gu

/** Case, surrounding and repeated blanks do not count, nor those between Chinese and other words. */
export function plainText(typed: string): string {
  return halfWidth(typed).replace(cjk, '$1').toLowerCase()
}

function halfWidth(typed: string): string {
  return typed.normalize('NFKC').trim().replace(/\s+/g, ' ')
}

/** In numbers and addresses the Chinese full stop is meant as a point. */
function signs(typed: string): string {
  return halfWidth(typed).replaceAll('。', '.').replaceAll('，', ',')
}

function address(typed: string): string | undefined {
  const read = readIpv4(signs(typed))
  return read === undefined ? undefined : showIpv4(read)
}

/** `192.168.1.64/26` or `192.168.1.64 255.255.255.192`, as the former. */
function prefix(typed: string): string | undefined {
  const match = /^([\d.]+)(?: ?\/ ?(\d{1,2})| ([\d.]+))$/.exec(signs(typed))
  const network = readIpv4(match?.[1] ?? '')
  if (match === null || network === undefined) return undefined
  const length = match[2] === undefined ? prefixLengthOf(readIpv4(match[3] ?? '')) : Number(match[2])
  return length === undefined || length > 32 ? undefined : `${showIpv4(network)}/${length}`
}

function prefixLengthOf(mask: number | undefined): number | undefined {
  for (let length = 0; length <= 32; length++) if (maskOf(length) === mask) return length
  return undefined
}

/** Twelve hexadecimal digits in any notation; groups of a colon notation may lack their leading zero. */
function mac(typed: string): string | undefined {
  const text = signs(typed).toLowerCase()
  const groups = /^[0-9a-f]{1,2}(?:[:-][0-9a-f]{1,2}){5}$/.test(text) ? text.split(/[:-]/) : undefined
  const digits =
    groups === undefined ? text.replace(/[.:\s-]/g, '') : groups.map((one) => one.padStart(2, '0')).join('')
  return /^[0-9a-f]{12}$/.test(digits) ? digits : undefined
}

/** A number with what stands behind it: `122.07 KiB`, `1,500`, `0x0806`, a prefix length `/26`; undefined where none stands at the start. */
export function readQuantity(typed: string): { readonly value: number; readonly unit: string } | undefined {
  const text = signs(typed).replace(/^\/ ?/, '')
  const match =
    /^(0x[0-9a-f]+)()$/i.exec(text) ??
    /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:e[+-]?\d+)?)(?![\d.,])\s*(.*)$/i.exec(text)
  const digits = match?.[1]?.replaceAll(',', '')
  if (digits === undefined || !/\d/.test(digits)) return undefined
  const value = Number(digits)
  return Number.isFinite(value) ? { value, unit: match?.[2]?.trim() ?? '' } : undefined
}

/** Whether a unit is the one that was asked for. `b` and `B`, bit and byte, are not the same; the case of other letters is not looked at. */
export function sameUnit(typed: string, asked: string): boolean {
  const folded = (unit: string) =>
    halfWidth(unit)
      .replace(/[ac-z]/gi, (letter) => letter.toLowerCase())
      .replace(/\s*\/\s*/g, '/')
      .replace(/(bit|byte|host|address|subnet|network|second)(?:e?s)\b/gi, '$1')
      .replace(/(?:Byte|byte)\b/g, 'B')
  return folded(typed) === folded(asked)
}
