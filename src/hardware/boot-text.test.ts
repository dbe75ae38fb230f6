import { describe, expect, test } from 'vitest'
import { profileOf } from '../../test/profile-of.ts'
import { type BootFacts, bootText, type TimedText } from './boot-text.ts'
import { builtInProfiles } from './built-in-profiles.ts'
import { identityOf } from './identity.ts'
import { hardwareBlock, softwareBanner } from './version-text.ts'

const factsOf = (name: string): BootFacts => {
  const profile = profileOf(name)
  return { profile, identity: identityOf(profile, 'X'), virtualInterfaces: 1, reloadReason: 'power-on' }
}
const textOf = (parts: readonly TimedText[]) => parts.map(({ text }) => text).join('')
const seconds = (parts: readonly TimedText[]) => parts.reduce((sum, { pauseMs }) => sum + pauseMs, 0) / 1000

/** Where each text stands; they must come in this order. */
function expectInOrder(text: string, parts: readonly string[]) {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    expect(
      at,
      `${JSON.stringify(part)} after ${JSON.stringify(text.slice(from, from + 60))}`,
    ).toBeGreaterThanOrEqual(0)
    from = at + part.length
  }
}

describe('a 2960', () => {
  const facts = factsOf('catalyst-2960-24tt')
  const { loader, system } = bootText(facts)

  // Order and wording captured on a 2960-24 with 12.2(55)SE9.
  test('its loader checks flash and loads the image, its image tests the hardware', () => {
    expectInOrder(textOf(loader), [
      'Using driver version 1 for media type 1\n',
      'Base ethernet MAC Address: ',
      'Xmodem file system is available.\n',
      'The password-recovery mechanism is enabled.\n',
      'Initializing Flash...\n',
      'Loading "flash:/c2960-lanbasek9-mz.150-2.SE4.bin"...@@@@@@@@',
      '@\nFile "flash:/c2960-lanbasek9-mz.150-2.SE4.bin" uncompressed and installed, entry point: 0x3000\nexecuting...\n',
    ])
    expect(textOf(loader)).toMatch(/MAC Address: ([0-9a-f]{2}:){5}[08]0\n/)
    expectInOrder(textOf(system), [
      'Restricted Rights Legend\n',
      'Cisco IOS Software, C2960 Software (C2960-LANBASEK9-M), Version 15.0(2)SE4, RELEASE SOFTWARE (fc1)\n',
      'Initializing flashfs...\n',
      'Checking for Bootloader upgrade.. not needed\n',
      'POST: CPU MIC register Tests : Begin\nPOST: CPU MIC register Tests : End, Status Passed\n\n',
      'POST: PortASIC Memory Tests : End, Status Passed\n',
      'POST: PortASIC Port Loopback Tests : End, Status Passed\n\nWaiting for Port download...Complete\n',
      'export@cisco.com.\n\n',
      hardwareBlock(facts).join('\n'),
    ])
  })

  test('takes between one minute and one and a half', () => {
    expect(seconds(loader) + seconds(system)).toBeGreaterThan(60)
    expect(seconds(loader) + seconds(system)).toBeLessThan(90)
  })

  test('counts the bytes of the files that are there', () => {
    const text = textOf(bootText({ ...facts, flashFiles: [{ sizeBytes: 1000 }, { sizeBytes: 24 }] }).loader)
    expect(text).toContain('flashfs[0]: 2 files, 1 directories\n')
    expect(text).toContain('flashfs[0]: Bytes used: 1024\nflashfs[0]: Bytes available: 32513024\n')
  })
})

describe('a 1941', () => {
  const facts = factsOf('isr-1941')
  const { loader, system } = bootText(facts)

  // Order and wording captured on a 1941 with 15.4(3)M3.
  test('bootstraps, decompresses its image and lists its hardware', () => {
    expectInOrder(textOf(loader), [
      'System Bootstrap, Version 15.0(1r)M16, RELEASE SOFTWARE (fc1)\n',
      'Readonly ROMMON initialized\n',
      'program load complete, entry point: 0x80803000, size: 0x1b340\n',
      'program load complete, entry point: 0x80803000, size: 0x1b340\n',
      'IOS Image Load Test',
      '___________________',
      'Digitally Signed Release Software',
    ])
    expectInOrder(textOf(system), [
      'Self decompressing the image : ####',
      '# [OK]',
      'Smart Init is enabled\n',
      'Restricted Rights Legend\n',
      'Cisco IOS Software, C1900 Software (C1900-UNIVERSALK9-M), Version 15.4(3)M3, RELEASE SOFTWARE (fc2)\n',
      'export@cisco.com.\n\n',
      hardwareBlock(facts).join('\n'),
    ])
  })

  test('takes about a minute', () => {
    expect(seconds(loader) + seconds(system)).toBeGreaterThan(50)
    expect(seconds(loader) + seconds(system)).toBeLessThan(70)
  })
})

// The order is that of every captured boot; how long each takes is from memory.
describe.each([...builtInProfiles.keys()])('%s', (name) => {
  const facts = factsOf(name)
  const { loader, system } = bootText(facts)

  test('names its software after the loader, and lists its hardware last', () => {
    expectInOrder(textOf(system), [
      'Restricted Rights Legend\n',
      softwareBanner(facts.profile).join('\n'),
      'export@cisco.com.\n\n',
      hardwareBlock(facts).join('\n'),
    ])
    expect(textOf([...loader, ...system])).not.toMatch(/[{}]/)
  })

  test('takes from half a minute to a minute and a half', () => {
    expect(seconds(loader) + seconds(system)).toBeGreaterThan(25)
    expect(seconds(loader) + seconds(system)).toBeLessThan(90)
  })
})
