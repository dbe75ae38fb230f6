/**
 * The cables of a lab file: which ports they name and what kind fits. A cable of the wrong pinout (crossover where straight
 * belongs) goes in and is no fault of the file: that a link stays dark is something to learn from.
 */

import { type CableKind, fits } from '../hardware/cable.ts'
import { type DeviceProfile, type Port, portsOf } from '../hardware/profile.ts'
import type { LabCable, LabEnd } from './lab.ts'
import { quoted, type Report } from './lab-fault.ts'
import type { LabFileCable } from './lab-file-types.ts'
import { portsNamed } from './port-name.ts'

type At = readonly (string | number)[]

interface FoundEnd {
  readonly end: LabEnd
  readonly port: Port
  readonly at: At
  /** As `SW1 Fa0/1`. */
  readonly shown: string
}

/**
 * The cables that are right; what is wrong with the others is reported.
 * @param profiles of the devices by name; undefined for one whose faults have been reported
 */
export function readCables(
  cables: readonly LabFileCable[],
  profiles: ReadonlyMap<string, DeviceProfile | undefined>,
  report: Report,
): LabCable[] {
  const ports = new Map<DeviceProfile, Port[]>()
  const taken = new Map<string, string>()
  const ids = new Set<string>()
  return cables.flatMap((cable, index) => {
    const at = ['cables', index]
    const listed = Array.isArray(cable)
    const from = findEnd(
      listed ? cable[0] : cable.from,
      [...at, listed ? 0 : 'from'],
      profiles,
      ports,
      report,
    )
    const to = findEnd(listed ? cable[1] : cable.to, [...at, listed ? 1 : 'to'], profiles, ports, report)
    const { id, kind, plugged = true } = listed ? {} : cable
    if (id !== undefined && ids.has(id))
      report({ at: [...at, 'id'], found: `${quoted(id)} again`, expected: 'a name that no other cable has' })
    if (id !== undefined) ids.add(id)
    for (const [one, other] of [
      [from, to],
      [to, from],
    ]) {
      if (one === undefined) continue
      const key = JSON.stringify([one.end.device, one.end.port])
      const first = taken.get(key)
      if (first !== undefined)
        report({
          at: one.at,
          found: `${quoted(one.shown)} again`,
          expected: `each port in one cable (${first})`,
        })
      else taken.set(key, other === undefined ? 'another one has it' : `one goes to ${other.shown}`)
    }
    if (from === undefined || to === undefined) return []
    const fitting = kindBetween(from, to, kind, [...at, 'kind'], report)
    if (fitting === undefined) return []
    const loose = plugged ? {} : { unplugged: true as const }
    return [{ ...(id === undefined ? {} : { id }), from: from.end, to: to.end, kind: fitting, ...loose }]
  })
}

function findEnd(
  text: string,
  at: At,
  profiles: ReadonlyMap<string, DeviceProfile | undefined>,
  portLists: Map<DeviceProfile, Port[]>,
  report: Report,
): FoundEnd | undefined {
  const [, indent = '', device = '', gap = '', name = ''] = /^(\s*)(\S+)(\s+)(\S.*?)\s*$/.exec(text) ?? []
  if (!profiles.has(device)) {
    const expected = 'a device of this lab'
    report({
      at,
      within: indent.length,
      found: quoted(device),
      expected,
      wrong: device,
      known: [...profiles.keys()],
    })
    return undefined
  }
  const profile = profiles.get(device)
  if (profile === undefined) return undefined
  const ports = portLists.get(profile) ?? portsOf(profile)
  portLists.set(profile, ports)
  const within = indent.length + device.length + gap.length
  const [port, other] = portsNamed(ports, name)
  if (port === undefined) {
    const known = ports.map(({ shortName }) => shortName)
    report({
      at,
      within,
      found: quoted(name),
      expected: `a port of ${device}: ${portRanges(profile)}`,
      wrong: name,
      known,
    })
    return undefined
  }
  if (other !== undefined) {
    report({ at, within, found: quoted(name), expected: `a longer name: ${port.name} or ${other.name}` })
    return undefined
  }
  return { end: { device, port: port.name }, port, at, shown: `${device} ${port.shortName}` }
}

/** `Fa0/1-24, Gi0/1-2` */
function portRanges({ ports, interfaceTypes }: DeviceProfile): string {
  return ports
    .filter(({ cable }) => cable !== 'none')
    .map(({ type, units }) => (interfaceTypes.find(({ name }) => name === type)?.short ?? type) + units)
    .join(', ')
}

/** What a plug meets there. */
function mediumOf({ range }: Port): string {
  if (range.cable === 'none') return 'no cable at all'
  if (range.cable === 'serial') return 'a serial port'
  if (fits('fibre', { range })) return 'a fibre port'
  return fits('straight', { range }) ? 'a copper port' : 'an empty cage'
}

function kindBetween(
  from: FoundEnd,
  to: FoundEnd,
  kind: CableKind | undefined,
  kindAt: At,
  report: Report,
): CableKind | undefined {
  const unplugged = [from, to].filter(({ port }) => fittingKinds(port).length === 0)
  for (const { at, port, shown } of unplugged) {
    const found = port.range.cable === 'none' ? quoted(shown) : `${quoted(shown)}, ${mediumOf(port)}`
    report({ at, found, expected: 'a port that takes a cable' })
  }
  if (unplugged.length > 0) return undefined
  const fitting = fittingKinds(from.port)
  if (!fittingKinds(to.port).some((one) => fitting.includes(one))) {
    const expected = `${mediumOf(from.port)}, as ${from.shown} is`
    report({ at: to.at, found: `${quoted(to.shown)}, ${mediumOf(to.port)}`, expected })
    return undefined
  }
  if (kind === undefined) return kindThatFits(from.port, to.port)
  if (fitting.includes(kind)) return kind
  const expected = `${fitting.join(' or ')}: ${from.shown} is ${mediumOf(from.port)}`
  report({ at: kindAt, found: quoted(kind), expected })
  return undefined
}

const kinds: readonly CableKind[] = ['straight', 'crossover', 'fibre', 'serial']

function fittingKinds(port: Port): readonly CableKind[] {
  return kinds.filter((kind) => fits(kind, port))
}

/** Straight between ports that send on different pairs, crossover between like ones. */
function kindThatFits(a: Port, b: Port): CableKind | undefined {
  if (fits('straight', a)) return a.range.pinout === b.range.pinout ? 'crossover' : 'straight'
  return fittingKinds(a)[0]
}
