import fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtInProfiles } from './built-in-profiles.ts'
import { colonMac, dottedMac, identityOf, macAt } from './identity.ts'

const profiles = [...builtInProfiles.values()]
// A virtual router draws its numbers otherwise, and so did the 7200's makers.
const hardware = profiles.filter(({ family }) => family === 'catalyst' || family === 'isr')

test('a name gives the same numbers every time, another name others', () => {
  for (const profile of profiles) {
    expect(identityOf(profile, 'S1')).toEqual(identityOf(profile, 'S1'))
    const serials = new Set(Array.from({ length: 200 }, (_, i) => identityOf(profile, `S${i}`).serial))
    const macs = new Set(Array.from({ length: 200 }, (_, i) => identityOf(profile, `S${i}`).baseMac))
    expect(serials.size).toBe(200)
    expect(macs.size).toBeGreaterThan(195)
  }
})

test('whatever the name, numbers have the forms that Cisco uses', () => {
  fc.assert(
    fc.property(fc.constantFrom(...hardware), fc.string(), (profile, name) => {
      const { baseMac, serial, motherboardSerial, powerSupplySerial, moduleSerials } = identityOf(
        profile,
        name,
      )
      expect(baseMac).toMatch(/^[0-9a-f]{10}[08]0$/)
      expect(profile.identity.ouis).toContain(colonMac(baseMac).slice(0, 8))
      for (const number of [serial, motherboardSerial, powerSupplySerial, ...moduleSerials.values()]) {
        if (number === undefined) continue
        // Place, year since 1996, week, code without I and O.
        expect(number).toMatch(/^[A-Z]{3}(0[89]|1[0-9]|2[0-4])(0[1-9]|[1-4][0-9]|5[0-2])[0-9A-HJ-NP-Z]{4}$/)
      }
      expect(motherboardSerial).not.toBe(serial)
    }),
  )
})

test('MAC addresses count on from the base, in both spellings', () => {
  // Captured: a base of 00:24:F7:DD:77:00 and port Gi0/1 at 0024.f7dd.7701; Vlan1 at base + 0x40.
  const identity = { ...identityOf(profiles[0]!, 'S1'), baseMac: '0024f7dd7700' }
  expect(colonMac(identity.baseMac).toUpperCase()).toBe('00:24:F7:DD:77:00')
  expect(dottedMac(macAt(identity, 1))).toBe('0024.f7dd.7701')
  expect(dottedMac(macAt(identity, 0x40))).toBe('0024.f7dd.7740')
  expect(macAt({ ...identity, baseMac: 'fc9947ffff80' }, 0x80)).toBe('fc9948000000')
})
