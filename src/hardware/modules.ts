/**
 * Interface cards, port adapters and transceivers: what they are, and a profile with the cards in its slots. Ports, interface types and
 * inventory follow from what is inserted. Leaves out what a card prints at boot.
 * Source: captured `show inventory` and `show interfaces` of 7200, 7600 and ISR 4000; what is known of the other cards is
 * from memory.
 */
import cards from '../../devices/modules/modules.json' with { type: 'json' }
import { unitsOf } from './profile.ts'
import type { InterfaceType, PortRange, Profile, Slot } from './profile-types.ts'

export interface Module
  extends Pick<
    PortRange,
    'cable' | 'pinout' | 'mdix' | 'media' | 'speedsMbps' | 'shutAtPowerOn' | 'defaults' | 'units'
  > {
  /** Product ID. */
  readonly name: string
  readonly description: string
  /** What `show inventory` calls it. */
  readonly inventory: string
  readonly vid: string
  readonly interfaceType: Omit<InterfaceType, 'unit'>
}

export const modules: ReadonlyMap<string, Module> = new Map(
  // Held to its schema by a test.
  (cards.modules as unknown as Module[]).map((module) => [module.name, module]),
)

/** What is wrong with a choice of cards, in the form of a profile's faults. */
export interface ModuleFault {
  readonly slot: string
  /** Whether the slot itself is wrong, not the card. */
  readonly noSuchSlot: boolean
  readonly wrong: string
  readonly expected: string
  /** Names that might have been meant. */
  readonly known: readonly string[]
}

/**
 * The profile with these cards in its slots, `null` for an empty slot; a slot that is not named keeps its card. A choice
 * that is at fault is left out of the result.
 */
export function withModules(
  profile: Profile,
  chosen: ReadonlyMap<string, string | null> = new Map(),
): { readonly profile: Profile; readonly faults: readonly ModuleFault[] } {
  const slots = profile.slots ?? []
  const faults = [...chosen].flatMap(([slot, card]) => faultOf(profile, slot, card))
  if (slots.length === 0) return { profile, faults }
  const wrong = new Set(faults.map(({ slot }) => slot))
  const fitted = slots.map((slot): Slot => {
    const card = wrong.has(slot.name) ? undefined : chosen.get(slot.name)
    if (card === undefined) return slot
    const { card: _, ...empty } = slot
    return card === null ? empty : { ...empty, card }
  })
  return { profile: composed({ ...profile, slots: fitted }), faults }
}

function faultOf({ slots = [], model }: Profile, name: string, card: string | null): ModuleFault[] {
  const slot = slots.find((one) => one.name === name)
  if (slot === undefined) {
    const known = slots.map((one) => one.name)
    const expected = known.length === 0 ? `no modules: ${model} has no slots` : `a slot of ${model}`
    return [{ slot: name, noSuchSlot: true, wrong: name, expected, known }]
  }
  if (card === null || slot.takes.includes(card)) return []
  const fitting = slot.takes.join(', ')
  const expected = modules.has(card)
    ? `a card that fits into slot ${name} of ${model} (${fitting})`
    : `a known card, in slot ${name} of ${model} one of ${fitting}`
  return [{ slot: name, noSuchSlot: false, wrong: card, expected, known: slot.takes }]
}

/** Ports, types and inventory of the chassis and of the cards in its slots. */
function composed(profile: Profile): Profile {
  const inserted = (profile.slots ?? []).flatMap((slot) => {
    const module = modules.get(slot.card ?? slot.emptyAs ?? '')
    return module === undefined ? [] : [{ slot, module }]
  })
  const ports = [
    ...profile.ports.filter(({ slot }) => slot === undefined),
    ...inserted.map(({ slot, module }) => portsIn(slot, module)),
  ]
  const items = [
    ...profile.inventory.items.filter(({ slot }) => slot === undefined),
    ...inserted
      .filter(({ slot }) => slot.card !== undefined)
      .map(({ slot, module }) => ({
        slot: slot.name,
        name: slot.inventoryName.replace('{card}', module.inventory),
        description: module.inventory,
        pid: module.name,
        vid: module.vid,
        serial: '{moduleSerial}',
      })),
  ]
  return {
    ...profile,
    ports,
    inventory: { ...profile.inventory, items },
    interfaceTypes: typesFor(profile, ports, inserted) as Profile['interfaceTypes'],
  }
}

function portsIn(slot: Slot, module: Module): PortRange {
  const { name: _, description: _d, inventory: _i, vid: _v, interfaceType, units, ...port } = module
  return {
    type: interfaceType.name,
    units: units === '' ? slot.name : `${slot.name}/${units}`,
    ...port,
    ...(slot.macOffset === undefined ? {} : { macOffset: slot.macOffset }),
    slot: slot.name,
  }
}

/** Physical types are those of the ports that are there, with the numbers that those ports have. */
function typesFor(
  profile: Profile,
  ports: readonly PortRange[],
  inserted: readonly { readonly module: Module }[],
): InterfaceType[] {
  const types = new Map<string, Omit<InterfaceType, 'unit'>>(
    inserted.map(({ module }) => [module.interfaceType.name, module.interfaceType]),
  )
  for (const type of profile.interfaceTypes) types.set(type.name, type)
  return [...types.values()]
    .flatMap((type): InterfaceType[] => {
      const units = ports.filter((range) => range.type === type.name).flatMap((range) => unitsOf(range.units))
      const own = 'unit' in type ? [type as InterfaceType] : []
      if (type.logical) return own
      return units.length === 0 ? [] : [{ ...type, unit: spanned(units) }]
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function spanned(units: readonly (readonly number[])[]): InterfaceType['unit'] {
  const levels = (units[0] ?? []).map((_, level): [number, number] => {
    const numbers = units.map((unit) => unit[level] ?? 0)
    return [Math.min(...numbers), Math.max(...numbers)]
  })
  return levels as InterfaceType['unit']
}
