/**
 * What a check can be told, and how that is written in a drill's file. A field is declared once; the JSON Schema of drill
 * files, the TypeScript type that the check gets, the faults that only a lab can tell (a device that is not there) and
 * the table in docs/checks.md follow from it.
 */

import { portsOf } from '../hardware/profile.ts'
import type { Lab, LabDevice } from '../labs/lab.ts'
import type { LabFault } from '../labs/lab-fault.ts'
import { portsNamed } from '../labs/port-name.ts'
import { readIpv4 } from '../wire/ipv4-text.ts'

export type JsonSchema = { readonly [keyword: string]: unknown }

/** The other values of the same check, as written. */
type Siblings = Readonly<Record<string, unknown>>
export type FieldFault = Pick<LabFault, 'found' | 'expected' | 'wrong' | 'known'>

export interface Field<T> {
  readonly about: string
  readonly schema: JsonSchema
  readonly isOptional: boolean
  /** What cannot be in this lab. The value fits the schema. */
  faultOf(value: T, lab: Lab, siblings: Siblings): FieldFault | undefined
}

export type Fields = Readonly<Record<string, Field<never>>>
type ValueOf<F> = F extends Field<infer T> ? T : never
export type Values<F> = {
  readonly [Name in keyof F as undefined extends ValueOf<F[Name]> ? never : Name]: ValueOf<F[Name]>
} & { readonly [Name in keyof F as undefined extends ValueOf<F[Name]> ? Name : never]?: ValueOf<F[Name]> }

const noFault = (): undefined => undefined

function field<T>(about: string, schema: JsonSchema, faultOf: Field<T>['faultOf'] = noFault): Field<T> {
  return { about, schema, isOptional: false, faultOf }
}

/** The field may be left out. */
export function optional<T>(inner: Field<T>): Field<T | undefined> {
  return {
    ...inner,
    isOptional: true,
    faultOf: (value, lab, siblings) =>
      value === undefined ? undefined : inner.faultOf(value, lab, siblings),
  }
}

export function text(about: string): Field<string> {
  return field(about, { type: 'string', minLength: 1 })
}

export function integer(about: string, minimum: number, maximum: number): Field<number> {
  return field(about, { type: 'integer', minimum, maximum })
}

export function flag(about: string): Field<boolean> {
  return field(about, { type: 'boolean' })
}

export function oneOf<const T extends string>(about: string, values: readonly T[]): Field<T> {
  return field(about, { enum: values })
}

export function listOf<T>(about: string, item: Field<T>): Field<readonly T[]> {
  return field(about, { type: 'array', minItems: 1, items: item.schema }, (values, lab, siblings) => {
    for (const value of values) {
      const fault = item.faultOf(value, lab, siblings)
      if (fault !== undefined) return fault
    }
    return undefined
  })
}

/** A device of the lab by name. */
export function device(
  about: string,
  kind: 'any' | 'ios' | 'switch' | 'router' | 'host' = 'any',
): Field<string> {
  const $comment = kind === 'any' ? 'a device' : (kindNames[kind] ?? kind)
  return field(about, { $comment, type: 'string', minLength: 1 }, (name, lab) => deviceFault(name, lab, kind))
}

function deviceFault(name: string, lab: Lab, kind: string): FieldFault | undefined {
  const found = lab.devices.find((one) => one.name === name)
  const known = lab.devices.filter((one) => isOfKind(one, kind)).map((one) => one.name)
  if (found === undefined)
    return { found: JSON.stringify(name), expected: 'a device of the lab', wrong: name, known }
  if (!isOfKind(found, kind)) return { found: JSON.stringify(name), expected: kindNames[kind] ?? kind }
  return undefined
}

const kindNames: Readonly<Record<string, string>> = {
  ios: 'a switch or router',
  switch: 'a switch',
  router: 'a router',
  host: 'a host',
}

function isOfKind({ profile }: LabDevice, kind: string): boolean {
  if (kind === 'any') return true
  return kind === 'ios' ? profile.kind !== 'host' : profile.kind === kind
}

/**
 * An interface by any name that IOS takes: a port of the device in `deviceField`, or a logical one (`Vlan10`, `Gi0/0.10`),
 * which need not be there yet.
 */
export function interfaceName(about: string, deviceField = 'device'): Field<string> {
  const schema = { $comment: 'an interface', type: 'string', minLength: 1 }
  return field(about, schema, (name, lab, siblings) => {
    const found = lab.devices.find((one) => one.name === siblings[deviceField])
    if (found === undefined) return undefined
    const ports = portsOf(found.profile)
    if (/^\s*(?:vl|lo|po|tu)[a-z-]*\s*\d+\s*$/i.test(name)) return undefined
    if (portsNamed(ports, name.replace(/\.\d+\s*$/, '')).length === 1) return undefined
    return {
      found: JSON.stringify(name),
      expected: `a port of ${found.name}`,
      wrong: name,
      known: ports.flatMap((port) => [port.shortName, port.name]),
    }
  })
}

/** An IPv4 address as text. */
export function ipv4(about: string): Field<string> {
  return field(about, { $comment: 'an IPv4 address', type: 'string' }, (value) =>
    readIpv4(value) === undefined
      ? { found: JSON.stringify(value), expected: 'an IPv4 address such as 192.168.10.1' }
      : undefined,
  )
}

/** An IPv4 address and prefix length, `192.168.10.0/24`. */
export function prefix(about: string): Field<string> {
  return field(about, { $comment: 'an address with its prefix length', type: 'string' }, (value) =>
    readPrefix(value) === undefined
      ? { found: JSON.stringify(value), expected: 'an address and prefix length such as 192.168.10.0/24' }
      : undefined,
  )
}

/** A device of the lab, which stands for its address, or an IPv4 address. */
export function target(about: string): Field<string> {
  const schema = { $comment: 'a device or an IPv4 address', type: 'string', minLength: 1 }
  return field(about, schema, (value, lab) => {
    if (readIpv4(value) !== undefined) return undefined
    const fault = deviceFault(value, lab, 'any')
    return fault && { ...fault, expected: 'a device of the lab or an IPv4 address' }
  })
}

export interface Prefix {
  readonly address: number
  readonly prefixLength: number
}

export function readPrefix(text: string): Prefix | undefined {
  const [, address = '', length = ''] = /^([\d.]+)\/(\d{1,2})$/.exec(text.trim()) ?? []
  const read = readIpv4(address)
  const prefixLength = Number(length)
  return read === undefined || prefixLength > 32 ? undefined : { address: read, prefixLength }
}
