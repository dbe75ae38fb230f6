/**
 * From what stands in a lab file to the lab: what the schema cannot say is checked here, and all of it is reported at
 * once. What is wrong is left out of the lab, which is therefore of use only when nothing was reported.
 */

import { withModules } from '../hardware/modules.ts'
import type { DeviceProfile, Profile } from '../hardware/profile.ts'
import { readCables } from './cabling.ts'
import { HostAddresses, hostKeys, readHostSettings } from './host-settings.ts'
import type { Lab, LabDevice } from './lab.ts'
import { quoted, type Report } from './lab-fault.ts'
import type { LabFile, LabFileDevice } from './lab-file-types.ts'

/** What a file refers to, and what only its text tells. */
export interface LabSurroundings {
  /** By the names and paths that the file uses; undefined for one that has faults of its own, which are reported. */
  readonly profiles: ReadonlyMap<string, DeviceProfile | undefined>
  readonly profileNames: readonly string[]
  /** Names of devices that the file has, although they are left out because something is wrong with them. */
  readonly faultyDevices: readonly string[]
  /** The line of the file in which the text of a device's `config` begins. */
  readonly configLine: (device: string) => number
}

const firstYear = 1993
const lastYear = 2099

export function labFromFile(file: Partial<LabFile>, surroundings: LabSurroundings, report: Report): Lab {
  const profiles = new Map<string, DeviceProfile | undefined>()
  for (const name of surroundings.faultyDevices) profiles.set(name, undefined)
  const devices = readDevices(file, surroundings, profiles, report)
  const clockUtcMs = readClock(file.clock, report)
  return {
    name: file.name ?? '',
    description: typeof file.description === 'string' ? { en: file.description } : (file.description ?? {}),
    seed: file.seed ?? 1,
    ...(clockUtcMs === undefined ? {} : { clockUtcMs }),
    devices,
    cables: readCables(file.cables ?? [], profiles, report),
  }
}

function readDevices(
  { devices = {} }: Partial<LabFile>,
  surroundings: LabSurroundings,
  profiles: Map<string, DeviceProfile | undefined>,
  report: Report,
): LabDevice[] {
  const addresses = new HostAddresses()
  const folded = new Map<string, string>()
  return Object.entries(devices).flatMap(([name, device]): LabDevice[] => {
    const twin = folded.get(name.toLowerCase())
    if (twin !== undefined)
      report({
        at: ['devices', name],
        name: true,
        found: quoted(name),
        expected: `a name that differs from ${twin} in more than case`,
      })
    folded.set(name.toLowerCase(), name)
    const profile = profileOf(name, device, surroundings, report)
    profiles.set(name, profile)
    if (profile === undefined) return []
    const placed = { name, ...(device.position === undefined ? {} : { position: device.position }) }
    const refuse = (key: 'config' | 'modules' | (typeof hostKeys)[number], expected: string) => {
      if (device[key] !== undefined)
        report({ at: ['devices', name, key], name: true, found: quoted(key), expected })
    }
    if (profile.kind === 'host') {
      refuse('config', 'a host without one')
      refuse('modules', 'a host without them')
      return [{ ...placed, profile, host: readHostSettings(name, device, addresses, report) }]
    }
    for (const key of hostKeys) refuse(key, 'it with hosts only; other devices have it in their config')
    const { config: text } = device
    const config = text === undefined ? {} : { config: { text, firstNumber: surroundings.configLine(name) } }
    return [{ ...placed, profile, ...config }]
  })
}

function profileOf(
  name: string,
  { profile: wanted, modules }: LabFileDevice,
  { profiles, profileNames }: LabSurroundings,
  report: Report,
): DeviceProfile | undefined {
  const profile = profiles.get(wanted)
  if (profile !== undefined && profile.kind !== 'host' && modules !== undefined)
    return withCards(name, profile, modules, report)
  if (profiles.has(wanted)) return profile
  report({
    at: ['devices', name, 'profile'],
    found: quoted(wanted),
    expected: 'a device profile that exists',
    wrong: wanted,
    known: profileNames,
  })
  return undefined
}

function withCards(
  name: string,
  profile: Profile,
  chosen: Readonly<Record<string, string | null>>,
  report: Report,
): Profile {
  const fitted = withModules(profile, new Map(Object.entries(chosen)))
  for (const { slot, noSuchSlot, wrong, expected, known } of fitted.faults)
    report({
      at: ['devices', name, 'modules', slot],
      name: noSuchSlot,
      found: quoted(wrong),
      expected,
      wrong,
      known,
    })
  return fitted.profile
}

/** ISO 8601 in UTC, as transcripts write it. */
function readClock(text: string | undefined, report: Report): number | undefined {
  if (text === undefined) return undefined
  const utcMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(text) ? Date.parse(text) : Number.NaN
  // 30 February would be taken for 2 March.
  const isReal = !Number.isNaN(utcMs) && new Date(utcMs).toISOString().startsWith(text.slice(0, 10))
  const year = Number(text.slice(0, 4))
  if (isReal && year >= firstYear && year <= lastYear) return utcMs
  const expected = `a time such as 2025-01-01T00:00:00Z, from ${firstYear} to ${lastYear}`
  report({ at: ['clock'], found: quoted(text), expected })
  return undefined
}
