/** Cards in slots: ports, types, inventory and serial numbers follow from what is inserted. */

import { describe, expect, test } from 'vitest'
import { profileOf } from '../../test/profile-of.ts'
import { builtInProfiles } from './built-in-profiles.ts'
import { fits } from './cable.ts'
import { identityOf } from './identity.ts'
import { modules, withModules } from './modules.ts'
import { type Profile, portsOf } from './profile.ts'
import { showInventory } from './version-text.ts'

const isr1941 = profileOf('isr-1941')
const fitted = (profile: Profile, cards: Record<string, string | null>) =>
  withModules(profile, new Map(Object.entries(cards)))
const serials = (profile: Profile) =>
  portsOf(profile)
    .map(({ name }) => name)
    .filter((name) => name.startsWith('Serial'))

describe('withModules', () => {
  test('a new device has the cards that it comes with', () => {
    expect(serials(isr1941)).toEqual(['Serial0/0/0', 'Serial0/0/1'])
    expect(withModules(isr1941)).toEqual({ profile: isr1941, faults: [] })
  })

  test('ports are numbered by their slot, and types by their ports', () => {
    const { profile, faults } = fitted(isr1941, { '0/1': 'HWIC-4T' })
    expect(faults).toEqual([])
    expect(serials(profile)).toEqual(
      ['0/0/0', '0/0/1', '0/1/0', '0/1/1', '0/1/2', '0/1/3'].map((u) => `Serial${u}`),
    )
    expect(profile.interfaceTypes.find(({ name }) => name === 'Serial')?.unit).toEqual([
      [0, 0],
      [0, 1],
      [0, 3],
    ])
  })

  test('an empty slot takes its ports, its type and its item of inventory along', () => {
    const { profile } = fitted(isr1941, { '0/0': null })
    expect(serials(profile)).toEqual([])
    expect(profile.interfaceTypes.map(({ name }) => name)).not.toContain('Serial')
    expect(profile.inventory.items).toHaveLength(isr1941.inventory.items.length - 1)
    expect(fitted(profile, { '0/0': 'HWIC-2T' }).profile).toEqual(isr1941)
  })

  test('a transceiver sits in a port that is there without it too', () => {
    const catalyst = profileOf('catalyst-3560-24ps')
    const media = (profile: Profile) =>
      portsOf(profile)
        .filter(({ name }) => name.startsWith('Gigabit'))
        .map(({ name, range, macOffset }) => [name, range.media, macOffset])
    expect(media(catalyst)).toEqual([
      ['GigabitEthernet0/1', '10/100/1000BaseTX SFP', 25],
      ['GigabitEthernet0/2', '10/100/1000BaseTX SFP', 26],
    ])
    const { profile } = fitted(catalyst, { '0/1': null, '0/2': 'GLC-SX-MM' })
    expect(media(profile)).toEqual([
      ['GigabitEthernet0/1', 'Not Present', 25],
      ['GigabitEthernet0/2', '1000BaseSX SFP', 26],
    ])
    expect(profile.inventory.items.map(({ pid }) => pid)).toEqual(['WS-C3560-24PS-S', 'GLC-SX-MM'])
    const plugs = (one: Profile) =>
      portsOf(one)
        .filter(({ name }) => name.startsWith('Gigabit'))
        .map((port) => (['straight', 'fibre', 'serial'] as const).filter((kind) => fits(kind, port)))
    expect(plugs(catalyst)).toEqual([['straight'], ['straight']])
    expect(plugs(profile)).toEqual([[], ['fibre']])
  })

  test('each card has a serial number of its own, and keeps it when another is pulled out', () => {
    const { profile } = fitted(isr1941, { '0/1': 'HWIC-1T' })
    const shown = (one: Profile) =>
      showInventory(one, identityOf(one, 'R1')).filter((line) => line.startsWith('PID: HWIC'))
    const [first = '', second = ''] = shown(profile)
    expect(first.replace(/.*SN: /, '')).not.toBe(second.replace(/.*SN: /, ''))
    expect(shown(fitted(profile, { '0/0': null }).profile)).toEqual([second])
  })

  test.each([
    ['0/7', 'HWIC-2T', 'a slot of CISCO1941/K9', true],
    ['0/1', 'PA-GE', 'a card that fits into slot 0/1 of CISCO1941/K9 (HWIC-1T, HWIC-2T', false],
    ['0/1', 'HWIC-3T', 'a known card, in slot 0/1 of CISCO1941/K9 one of HWIC-1T, HWIC-2T', false],
    ['__proto__', 'HWIC-2T', 'a slot of CISCO1941/K9', true],
    ['0/1', 'constructor', 'a known card', false],
  ])('%s: %s is at fault', (slot, card, expected, noSuchSlot) => {
    const { profile, faults } = withModules(isr1941, new Map([[slot, card]]))
    expect(faults).toEqual([
      expect.objectContaining({
        slot,
        noSuchSlot,
        wrong: noSuchSlot ? slot : card,
        expected: expect.stringContaining(expected),
      }),
    ])
    expect(profile).toEqual(isr1941)
  })

  test('a device without slots says so', () => {
    const { faults } = fitted(profileOf('catalyst-2960-24tt'), { '0/0': 'HWIC-2T' })
    expect(faults[0]?.expected).toBe('no modules: WS-C2960-24TT-L has no slots')
  })
})

test.each([...builtInProfiles.values()])('every card that $name takes works in every slot', (profile) => {
  for (const slot of profile.slots ?? []) {
    for (const card of slot.takes) {
      const changed = fitted(profile, { [slot.name]: card })
      expect(changed.faults).toEqual([])
      const ports = portsOf(changed.profile)
      expect(new Set(ports.map(({ name }) => name)).size).toBe(ports.length)
      expect(ports.some(({ range }) => range.slot === slot.name)).toBe(true)
      // One type, one depth of numbers.
      for (const { unit, type } of ports) expect(unit).toHaveLength(type.unit.length)
    }
  }
})

test('every card fits somewhere', () => {
  const taken = new Set(
    [...builtInProfiles.values()].flatMap(({ slots = [] }) =>
      slots.flatMap(({ takes, emptyAs }) => (emptyAs === undefined ? takes : [...takes, emptyAs])),
    ),
  )
  expect([...modules.keys()].filter((name) => !taken.has(name))).toEqual([])
})
