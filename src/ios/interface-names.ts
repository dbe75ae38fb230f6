/** Interface names in every accepted spelling, and their short forms. A name's value is its canonical text: `FastEthernet0/1`. */

import type { InterfaceType, Profile } from '../hardware/profile-types.ts'

export interface InterfaceName {
  readonly type: InterfaceType
  /** `0/1`, with `.10` for a sub-interface. */
  readonly unit: string
}

/** Splits a canonical name; undefined when no type of the profile has it. */
export function splitName(profile: Profile, name: string): InterfaceName | undefined {
  const digits = /\d/.exec(name)
  if (digits === null) return undefined
  const type = profile.interfaceTypes.find((one) => one.name === name.slice(0, digits.index))
  return type === undefined ? undefined : { type, unit: name.slice(digits.index) }
}

/** `Fa0/1` for `FastEthernet0/1`. */
export function shortName(profile: Profile, name: string): string {
  const split = splitName(profile, name)
  return split === undefined ? name : split.type.short + split.unit
}

/** The numbers of a unit, sub-interface last: `0/1.10` is [0, 1, 10]. */
export function unitNumbers(unit: string): number[] {
  return unit.split(/[/.]/).map(Number)
}

/** Orders units numerically: 0/2 before 0/10. */
export function compareUnits(a: string, b: string): number {
  const left = unitNumbers(a)
  const right = unitNumbers(b)
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

export type UnitReading =
  | { readonly ok: true; readonly unit: string; readonly end: number }
  | { readonly ok: false; readonly at: number }
  | { readonly ok: 'incomplete' }

/** Reads the unit of a type at `start`: numbers in their ranges, joined by `/`, with `.N` where the type has sub-interfaces. */
export function readUnit(type: InterfaceType, line: string, start: number, stop: number): UnitReading {
  let at = start
  const numbers: number[] = []
  for (let level = 0; level < type.unit.length; level++) {
    if (level > 0) {
      if (at >= stop) return { ok: 'incomplete' }
      if (line[at] !== '/') return { ok: false, at }
      at++
    }
    const first = at
    while (at < stop && isDigit(line, at)) at++
    if (at === first) return at >= stop ? { ok: 'incomplete' } : { ok: false, at }
    const number = Number(line.slice(first, at))
    const [least, most] = type.unit[level] ?? [0, 0]
    if (at - first > 10 || number < least || number > most) return { ok: false, at: first }
    numbers.push(number)
  }
  let unit = numbers.join('/')
  if (type.subinterfaces === true && line[at] === '.' && at < stop) {
    const first = ++at
    while (at < stop && isDigit(line, at)) at++
    const number = Number(line.slice(first, at))
    if (at === first) return at >= stop ? { ok: 'incomplete' } : { ok: false, at }
    if (number > 4_294_967_295) return { ok: false, at: first }
    unit += `.${number}`
  }
  return at < stop ? { ok: false, at } : { ok: true, unit, end: at }
}

function isDigit(line: string, at: number): boolean {
  const code = line.charCodeAt(at)
  return code >= 48 && code <= 57
}
