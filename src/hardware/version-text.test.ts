import { describe, expect, test } from 'vitest'
import { profileOf } from '../../test/profile-of.ts'
import { identityOf } from './identity.ts'
import {
  configRegisterText,
  hardwareBlock,
  showInventory,
  showVersion,
  softwareBanner,
  uptimeText,
} from './version-text.ts'

const switch2960 = profileOf('catalyst-2960-24tt')
const router1941 = profileOf('isr-1941')
const minutes = (count: number) => count * 60_000
const hours = (count: number) => minutes(60 * count)
const days = (count: number) => hours(24 * count)
const weeks = (count: number) => days(7 * count)
const years = (count: number) => days(365 * count)

describe('uptime', () => {
  // The texts are of uptimes seen on real devices.
  test.each([
    ['27 weeks, 4 days, 16 minutes', weeks(27) + days(4) + minutes(16)],
    [
      '1 year, 22 weeks, 6 days, 9 hours, 38 minutes',
      years(1) + weeks(22) + days(6) + hours(9) + minutes(38),
    ],
    [
      '2 years, 31 weeks, 6 days, 9 hours, 55 minutes',
      years(2) + weeks(31) + days(6) + hours(9) + minutes(55),
    ],
    ['1 week, 1 day, 29 minutes', weeks(1) + days(1) + minutes(29)],
    ['7 weeks, 17 hours, 14 minutes', weeks(7) + hours(17) + minutes(14)],
    ['1 hour, 20 minutes', hours(1) + minutes(20)],
    ['10 minutes', minutes(10) + 59_999],
  ])('%s', (text, ms) => expect(uptimeText(ms)).toBe(text))

  // from memory
  test.each([
    ['0 minutes', 59_999],
    ['1 minute', minutes(1)],
    ['2 hours, 0 minutes', hours(2)],
  ])('%s', (text, ms) => expect(uptimeText(ms)).toBe(text))
})

test('the configuration register tells what the next reload makes of it', () => {
  expect(configRegisterText(0xf)).toBe('0xF')
  expect(configRegisterText(0x2102, 0x2102)).toBe('0x2102')
  // from memory
  expect(configRegisterText(0x2102, 0x2142)).toBe('0x2102 (will be 0x2142 at next reload)')
})

describe('show version of a 2960', () => {
  const identity = identityOf(switch2960, 'S1')
  const facts = {
    profile: switch2960,
    identity,
    hostname: 'S1',
    uptimeMs: minutes(3),
    reloadReason: 'power-on',
    configRegister: 0xf,
    virtualInterfaces: 1,
  } as const
  const lines = showVersion(facts)

  // Layout captured on a 2960G with 15.0(2)SE4: which line follows which, and where an empty one stands.
  test('starts with software, ROM, uptime and image', () => {
    expect(lines.slice(0, 13)).toEqual([
      'Cisco IOS Software, C2960 Software (C2960-LANBASEK9-M), Version 15.0(2)SE4, RELEASE SOFTWARE (fc1)',
      'Technical Support: http://www.cisco.com/techsupport',
      'Copyright (c) 1986-2013 by Cisco Systems, Inc.',
      'Compiled Wed 26-Jun-13 02:49 by prod_rel_team',
      '',
      'ROM: Bootstrap program is C2960 boot loader',
      'BOOTLDR: C2960 Boot Loader (C2960-HBOOT-M) Version 12.2(35r)SE2, RELEASE SOFTWARE (fc1)',
      '',
      'S1 uptime is 3 minutes',
      'System returned to ROM by power-on',
      'System image file is "flash:/c2960-lanbasek9-mz.150-2.SE4.bin"',
      '',
      '',
    ])
    expect(lines[13]).toMatch(/^This product contains cryptographic features/)
    expect(lines[26]).toBe('export@cisco.com.')
    expect(lines.slice(0, 4)).toEqual(softwareBanner(switch2960))
  })

  test('says when it was restarted only where the clock is known', () => {
    const restartedAt = '15:46:58 UTC Sun May 22 2016'
    const known = showVersion({ ...facts, restartedAt })
    expect(known[10]).toBe('System restarted at 15:46:58 UTC Sun May 22 2016')
    expect(known).toHaveLength(lines.length + 1)
    expect(lines.join('\n')).not.toContain('restarted')
  })

  test('counts interfaces, and the numbers of one device agree', () => {
    expect(lines.slice(27, 36)).toEqual([
      '',
      'cisco WS-C2960-24TT-L (PowerPC405) processor (revision B0) with 65536K bytes of memory.',
      `Processor board ID ${identity.serial}`,
      'Last reset from power-on',
      '1 Virtual Ethernet interface',
      '24 FastEthernet interfaces',
      '2 Gigabit Ethernet interfaces',
      'The password-recovery mechanism is enabled.',
      '',
    ])
    expect(showVersion({ ...facts, virtualInterfaces: 4 })).toContain('4 Virtual Ethernet interfaces')
    expect(showVersion({ ...facts, virtualInterfaces: 0 }).join('\n')).not.toContain('Virtual Ethernet')
    expect(lines).toContain('64K bytes of flash-simulated non-volatile configuration memory.')
    expect(lines).toContain(`System serial number            : ${identity.serial}`)
    expect(lines).toContain(`Motherboard serial number       : ${identity.motherboardSerial}`)
    expect(lines.find((line) => line.startsWith('Base ethernet MAC Address'))).toMatch(
      /^Base ethernet MAC Address {7}: ([0-9A-F]{2}:){5}[08]0$/,
    )
    // 14 rows from the base address on, their colons in column 32.
    const rows = lines.slice(37, 51)
    expect(rows.every((row) => row.indexOf(': ') === 32)).toBe(true)
    expect(lines.slice(51, 53)).toEqual(['', ''])
  })

  test('ends with the table of members, padded with blanks, and the register between empty lines', () => {
    expect(lines.slice(-9)).toEqual([
      '',
      '',
      'Switch Ports Model              SW Version            SW Image                 ',
      '------ ----- -----              ----------            ----------               ',
      '*    1 26    WS-C2960-24TT-L    15.0(2)SE4            C2960-LANBASEK9-M        ',
      '',
      '',
      'Configuration register is 0xF',
      '',
    ])
  })

  test('the block that the boot prints is the same', () => {
    expect(lines.join('\n')).toContain(hardwareBlock(facts).join('\n'))
  })
})

describe('show version of a 1941', () => {
  const identity = identityOf(router1941, 'R1')
  const facts = {
    profile: router1941,
    identity,
    hostname: 'R1',
    uptimeMs: weeks(2) + days(2) + hours(18) + minutes(23),
    restartedAt: '14:27:00 UTC Tue Sep 15 2020',
    reloadReason: 'reload',
    reloadedAt: '14:25:41 UTC Tue Sep 15 2020',
    configRegister: 0x2102,
    virtualInterfaces: 0,
  } as const
  const lines = showVersion(facts)

  // Layout captured on a 1941 with 15.1(4)M8.
  test('tells how and why it was reloaded', () => {
    expect(lines.slice(4, 18)).toEqual([
      '',
      'ROM: System Bootstrap, Version 15.0(1r)M16, RELEASE SOFTWARE (fc1)',
      '',
      'R1 uptime is 2 weeks, 2 days, 18 hours, 23 minutes',
      'System returned to ROM by reload at 14:25:41 UTC Tue Sep 15 2020',
      'System restarted at 14:27:00 UTC Tue Sep 15 2020',
      'System image file is "flash0:c1900-universalk9-mz.SPA.154-3.M3.bin"',
      'Last reload type: Normal Reload',
      'Last reload reason: Reload Command',
      '',
      '',
      '',
      'This product contains cryptographic features and is subject to United',
      'States and local country laws governing import, export, transfer and',
    ])
    const cold = showVersion({ ...facts, reloadReason: 'power-on' })
    expect(cold).toContain('System returned to ROM by power-on')
    // from memory
    expect(cold).toContain('Last reload reason: power-on')
  })

  test('lists memory, interfaces and licences', () => {
    const from = lines.indexOf('export@cisco.com.') + 1
    expect(lines.slice(from)).toEqual([
      '',
      'Cisco CISCO1941/K9 (revision 1.0) with 491520K/32768K bytes of memory.',
      `Processor board ID ${identity.serial}`,
      '2 Gigabit Ethernet interfaces',
      '2 Serial(sync/async) interfaces',
      '1 terminal line',
      '1 Virtual Private Network (VPN) Module',
      'DRAM configuration is 64 bits wide with parity disabled.',
      '255K bytes of non-volatile configuration memory.',
      '255488K bytes of ATA System CompactFlash 0 (Read/Write)',
      '',
      '',
      'License Info:',
      '',
      'License UDI:',
      '',
      '-------------------------------------------------',
      'Device#\t  PID\t\t\tSN',
      '-------------------------------------------------',
      `*0  \t  CISCO1941/K9          ${identity.serial}     `,
      '',
      '',
      '',
      "Technology Package License Information for Module:'c1900' ",
      '',
      '-----------------------------------------------------------------',
      'Technology    Technology-package           Technology-package',
      '              Current       Type           Next reboot  ',
      '------------------------------------------------------------------',
      'ipbase        ipbasek9      Permanent      ipbasek9',
      'security      None          None           None',
      'data          None          None           None',
      '',
      'Configuration register is 0x2102',
      '',
    ])
  })
})

describe('show inventory', () => {
  // Captured on a 2821 and a 3945: PID padded to 18, version ID to 4; a stack of Catalysts: version ID to 5.
  test('pads the product and version IDs, and names the same serial number', () => {
    const { serial } = identityOf(switch2960, 'S1')
    expect(showInventory(switch2960, identityOf(switch2960, 'S1'))).toEqual([
      'NAME: "1", DESCR: "WS-C2960-24TT-L"',
      `PID: WS-C2960-24TT-L   , VID: V02  , SN: ${serial}`,
      '',
    ])
    const router = identityOf(router1941, 'R1')
    expect(showInventory(router1941, router).slice(0, 3)).toEqual([
      `NAME: "CISCO1941/K9", DESCR: "CISCO1941/K9 chassis, Hw Serial#: ${router.serial}, Hw Revision: 1.0"`,
      `PID: CISCO1941/K9      , VID: V06 , SN: ${router.serial}`,
      '',
    ])
  })
})

/** `show version` with the export notice, which every image has alike, cut out. */
function shown(name: string): string[] {
  const profile = profileOf(name)
  const lines = showVersion({
    profile,
    identity: identityOf(profile, 'X'),
    virtualInterfaces: 0,
    reloadReason: 'power-on',
    hostname: 'R1',
    uptimeMs: hours(2) + minutes(3),
    configRegister: 0x2102,
  })
  const from = lines.indexOf('This product contains cryptographic features and is subject to United')
  return [...lines.slice(0, from), '…', ...lines.slice(lines.indexOf('export@cisco.com.') + 1)].map((line) =>
    line.replace(/^(Processor board ID) \w+$/, '$1 SERIAL'),
  )
}

// Layout of nine captures of IOSv, 15.7(3)M3, with four ports.
test('show version of IOSv', () => {
  expect(shown('iosv')).toEqual([
    'Cisco IOS Software, IOSv Software (VIOS-ADVENTERPRISEK9-M), Version 15.7(3)M3, RELEASE SOFTWARE (fc2)',
    'Technical Support: http://www.cisco.com/techsupport',
    'Copyright (c) 1986-2018 by Cisco Systems, Inc.',
    'Compiled Wed 01-Aug-18 16:45 by prod_rel_team',
    '',
    '',
    'ROM: Bootstrap program is IOSv',
    '',
    'R1 uptime is 2 hours, 3 minutes',
    'System returned to ROM by reload',
    'System image file is "flash0:/vios-adventerprisek9-m"',
    'Last reload reason: Unknown reason',
    '',
    '',
    '',
    '…',
    '',
    'Cisco IOSv (revision 1.0) with  with 460033K/62464K bytes of memory.',
    'Processor board ID SERIAL',
    '16 Gigabit Ethernet interfaces',
    'DRAM configuration is 72 bits wide with parity disabled.',
    '256K bytes of non-volatile configuration memory.',
    '2097152K bytes of ATA System CompactFlash 0 (Read/Write)',
    '0K bytes of ATA CompactFlash 1 (Read/Write)',
    '1024K bytes of ATA CompactFlash 2 (Read/Write)',
    '0K bytes of ATA CompactFlash 3 (Read/Write)',
    '',
    '',
    '',
    'Configuration register is 0x2102',
    '',
  ])
})

const ofIosXe = (years: string, image: string, reason: string): string[] => [
  'Technical Support: http://www.cisco.com/techsupport',
  `Copyright (c) 1986-${years} by Cisco Systems, Inc.`,
  'COMPILED',
  '',
  '',
  `Cisco IOS-XE software, Copyright (c) 2005-${years} by cisco Systems, Inc.`,
  'All rights reserved.  Certain components of Cisco IOS-XE software are',
  'licensed under the GNU General Public License ("GPL") Version 2.0.  The',
  'software code licensed under GPL Version 2.0 is free software that comes',
  'with ABSOLUTELY NO WARRANTY.  You can redistribute and/or modify such',
  'GPL code under the terms of GPL Version 2.0.  For more details, see the',
  'documentation or "License Notice" file accompanying the IOS-XE software,',
  'or the applicable URL provided on the flyer accompanying the IOS-XE',
  'software.',
  '',
  '',
  'ROM: IOS-XE ROMMON',
  '',
  'R1 uptime is 2 hours, 3 minutes',
  'Uptime for this control processor is 2 hours, 4 minutes',
  'System returned to ROM by reload',
  `System image file is "${image}"`,
  `Last reload reason: ${reason}`,
  '',
  '',
  '',
  '…',
  '',
]

// Layout of seventeen captures of the CSR1000V, 16.4.1, and of one of an ISR 4451, 16.6.5, down to the licences.
test.each([
  ['csr1000v', '16.04.01', ofIosXe('2016', 'bootflash:packages.conf', 'reload')],
  ['isr-4321', '16.06.05', ofIosXe('2018', 'bootflash:isr4300-universalk9.16.06.05.SPA.bin', 'PowerOn')],
])('show version of %s', (name, release, expected) => {
  const lines = shown(name).map((line) => line.replace(/^Compiled .* by mcpre$/, 'COMPILED'))
  expect(lines[0]).toBe(`Cisco IOS XE Software, Version ${release}`)
  expect(lines[1]).toMatch(
    /^Cisco IOS Software \[Everest\], (CSR1000V|ISR) Software \(X86_64_LINUX_IOSD-UNIVERSALK9-M\), Version 16\.[46]\.[15], RELEASE SOFTWARE \(fc[23]\)$/,
  )
  expect(lines.slice(2, 2 + expected.length)).toEqual(expected)
  expect(lines.slice(-3)).toEqual(['', 'Configuration register is 0x2102', ''])
})

test('the CSR1000V tells its licence in three lines', () => {
  const lines = shown('csr1000v')
  expect(lines.slice(lines.indexOf('License Level: ax'), -3)).toEqual([
    'License Level: ax',
    'License Type: Default. No valid license found.',
    'Next reload license Level: ax',
    '',
    'cisco CSR1000V (VXE) processor (revision VXE) with 1086743K/3075K bytes of memory.',
    'Processor board ID SERIAL',
    '16 Gigabit Ethernet interfaces',
    '32768K bytes of non-volatile configuration memory.',
    '3019064K bytes of physical memory.',
    '7774207K bytes of virtual hard disk at bootflash:.',
    '0K bytes of  at webui:.',
  ])
})
