/**
 * What the schema cannot say of a profile: names that refer to one another, ranges that lie within others,
 * placeholders that something fills. Wording the position is the reader's.
 */
import { bootPlaceholders } from './boot-text.ts'
import { placeholdersIn } from './fill-text.ts'
import { modules } from './modules.ts'
import { type HostProfile, type Profile, unitsOf } from './profile.ts'
import { versionPlaceholders } from './version-text.ts'

export interface ProfileFault {
  /** Names and indices from the profile's root. */
  readonly at: readonly (string | number)[]
  /** The text at fault. */
  readonly wrong: string
  readonly expected: string
  /** Names that might have been meant. */
  readonly known?: readonly string[]
}

const identityPlaceholders = ['serial', 'motherboardSerial', 'powerSupplySerial', 'moduleSerial']

export function hostFaults(profile: HostProfile): ProfileFault[] {
  return [...portFaults({ ...profile, logicalAtPowerOn: [] }), ...identityFaults(profile)]
}

export function profileFaults(profile: Profile): ProfileFault[] {
  return [
    ...portFaults(profile),
    ...slotFaults(profile),
    ...secretFaults(profile),
    ...placeFaults(profile),
    ...textFaults(['versionText'], profile.versionText, versionPlaceholders),
    ...textFaults(['hardwareText'], profile.hardwareText, versionPlaceholders),
    ...bootFaults(profile),
    ...textFaults(['factoryConfig'], profile.factoryConfig, ['model', ...identityPlaceholders]),
    ...profile.inventory.items.flatMap(({ description, serial }, index) => [
      ...textFaults(['inventory', 'items', index, 'description'], description, identityPlaceholders),
      ...textFaults(['inventory', 'items', index, 'serial'], serial, identityPlaceholders),
    ]),
    ...identityFaults(profile),
  ]
}

function portFaults({
  ports,
  interfaceTypes,
  logicalAtPowerOn,
}: Pick<Profile, 'ports' | 'interfaceTypes' | 'logicalAtPowerOn'>): ProfileFault[] {
  const portTypes = interfaceTypes.filter(({ logical }) => !logical)
  const faults = ports.flatMap(({ type: typeName, units }, index): ProfileFault[] => {
    const type = portTypes.find(({ name }) => name === typeName)
    const known = portTypes.map(({ name }) => name)
    const at = ['ports', index]
    if (!type) return [{ at: [...at, 'type'], wrong: typeName, expected: 'a physical interface type', known }]
    const numbered = unitsOf(units)
    const fits = numbered.every(
      (unit) =>
        unit.length === type.unit.length &&
        type.unit.every(([low, high], level) => unit[level]! >= low && unit[level]! <= high),
    )
    if (fits && numbered.length > 0) return []
    const range = type.unit.map(([low, high]) => (low === high ? low : `${low}-${high}`)).join('/')
    return [{ at: [...at, 'units'], wrong: units, expected: `units of ${typeName} within ${range}` }]
  })
  const logical = interfaceTypes.filter((type) => type.logical).map(({ name }) => name)
  logicalAtPowerOn.forEach(({ name }, index) => {
    if (logical.includes(name.replace(/\d+$/, ''))) return
    const expected = 'a logical interface with its number'
    faults.push({ at: ['logicalAtPowerOn', index, 'name'], wrong: name, expected, known: logical })
  })
  return faults
}

function slotFaults({ slots = [] }: Profile): ProfileFault[] {
  const known = [...modules.keys()]
  return slots.flatMap(({ takes, card }, index) => [
    ...takes
      .map(
        (name, at): ProfileFault => ({
          at: ['slots', index, 'takes', at],
          wrong: name,
          expected: 'a card',
          known,
        }),
      )
      .filter(({ wrong }) => !modules.has(wrong)),
    ...(card === undefined || takes.includes(card)
      ? []
      : [
          { at: ['slots', index, 'card'], wrong: card, expected: 'a card that the slot takes', known: takes },
        ]),
  ])
}

function secretFaults({ secrets }: Profile): ProfileFault[] {
  if (secrets.accepted.includes(secrets.default)) return []
  return [
    { at: ['secrets', 'default'], wrong: String(secrets.default), expected: 'one of the accepted types' },
  ]
}

function placeFaults({ runningConfig }: Profile): ProfileFault[] {
  const seen = new Set<string>()
  return runningConfig.flatMap((entry, index) => {
    const place = entry.replace(/ !$/, '')
    const again = place !== '!' && seen.has(place)
    seen.add(place)
    return again ? [{ at: ['runningConfig', index], wrong: entry, expected: 'each place once' }] : []
  })
}

function bootFaults({ boot }: Profile): ProfileFault[] {
  const known = [...versionPlaceholders, ...bootPlaceholders]
  return (['loader', 'system'] as const).flatMap((stage) =>
    boot[stage].flatMap(({ lines = [], start = '' }, index) => [
      ...textFaults(['boot', stage, index, 'lines'], lines, known),
      ...textFaults(['boot', stage, index, 'start'], start, known),
    ]),
  )
}

function textFaults(
  at: readonly (string | number)[],
  text: string | readonly string[],
  known: readonly string[],
): ProfileFault[] {
  if (typeof text !== 'string') return text.flatMap((line, index) => textFaults([...at, index], line, known))
  return placeholdersIn(text)
    .filter((name) => !known.includes(name))
    .map((wrong) => ({ at, wrong, expected: 'a known placeholder', known }))
}

function identityFaults({ identity }: Pick<Profile, 'identity'>): ProfileFault[] {
  return Object.entries(identity.serials).flatMap(([name, pattern]) => serialFaults(name, pattern))
}

function serialFaults(name: string, pattern: string): ProfileFault[] {
  const rest = pattern.replace(/\{(?:year:\d{4}-\d{4}|week|code:\d{1,2}|digits:\d{1,2})\}/g, '')
  if (!/[{}]/.test(rest)) return []
  const expected = 'only {year:A-B}, {week}, {code:N} and {digits:N} in braces'
  return [{ at: ['identity', 'serials', name], wrong: pattern, expected }]
}
