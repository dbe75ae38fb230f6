/** Lists of VLANs: `10,20,30-35`. Kept sorted; printed with ranges from three VLANs on, and broken where a line would be too long. */

import { tokenEnd } from '../grammar/argument.ts'
import { defineArgument } from './argument-types.ts'

declare module '../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    /** VLAN numbers 1–4094 in order, each once. */
    'vlan-list': readonly number[]
  }
}

export const lastVlan = 4094

/** Reads a list; the offset of the first character that cannot be right when it is none. */
function parseVlanList(text: string): { readonly vlans: readonly number[] } | { readonly at: number } {
  const vlans = new Set<number>()
  let at = 0
  while (at < text.length || at === 0) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?/.exec(text.slice(at))
    if (match === null) return { at }
    const first = Number(match[1])
    const last = match[2] === undefined ? first : Number(match[2])
    if (first < 1 || first > lastVlan || last > lastVlan || last < first) return { at }
    for (let vlan = first; vlan <= last; vlan++) vlans.add(vlan)
    at += match[0].length
    if (at >= text.length) break
    if (text[at] !== ',') return { at }
    at++
    if (at >= text.length) return { at }
  }
  return { vlans: [...vlans].sort((a, b) => a - b) }
}

export function showVlanList(vlans: readonly number[]): string {
  const parts: string[] = []
  for (let first = 0; first < vlans.length; ) {
    let last = first
    while (last + 1 < vlans.length && vlans[last + 1] === (vlans[last] ?? 0) + 1) last++
    if (last - first >= 2) parts.push(`${vlans[first]}-${vlans[last]}`)
    else for (let i = first; i <= last; i++) parts.push(String(vlans[i]))
    first = last + 1
  }
  return parts.join(',')
}

/** A list as running-config lines: what does not fit goes on in lines of its own that begin with `more`. */
export function vlanListLines(first: string, more: string, vlans: readonly number[], width = 80): string[] {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const part of showVlanList(vlans).split(',')) {
    if (!empty && line.length + 1 + part.length > width - 1) {
      lines.push(line)
      line = `${more} ${part}`
    } else line = empty ? `${line} ${part}` : `${line},${part}`
    empty = false
  }
  return [...lines, line]
}

/** A list as views print it: broken behind a comma, further lines indented. */
export function wrappedVlanList(
  first: string,
  indent: string,
  vlans: readonly number[],
  width = 79,
): string[] {
  const lines: string[] = []
  let line = first
  const parts = showVlanList(vlans).split(',')
  parts.forEach((part, index) => {
    const piece = index === parts.length - 1 ? part : `${part},`
    if (line.length + piece.length >= width && line !== first) {
      lines.push(line)
      line = indent
    }
    line += piece
  })
  return [...lines, line]
}

defineArgument<readonly number[]>('vlan-list', {
  placeholder: () => 'WORD',
  read(line, start) {
    const end = tokenEnd(line, start)
    const list = parseVlanList(line.slice(start, end))
    return 'vlans' in list ? { ok: true, value: list.vlans, end } : { ok: false, at: start + list.at }
  },
  show: showVlanList,
})
