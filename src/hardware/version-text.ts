/**
 * The lines of `show version`, `show inventory` and the licence block. Layouts are the profile's (versionText,
 * hardwareText); here are the values in them and the blocks that many models share. The boot text prints the same
 * hardware block. Clock times arrive as text: how a time is written depends on the configured time zone.
 *
 * Source: public outputs of a 2960G with 15.0(2)SE4, a 1941 with 15.1(4)M8, an ISR 4451 with 16.6.5 and a CSR1000V with
 * 16.4.1, and the Cisco command reference.
 */
import { fillText, type TextValues } from './fill-text.ts'
import { colonMac, type Identity } from './identity.ts'
import { type Profile, portsOf } from './profile.ts'

/** What the hardware block depends on beside the profile. */
export interface HardwareFacts {
  readonly profile: Profile
  readonly identity: Identity
  /** Number of virtual Ethernet interfaces (SVIs) that exist. */
  readonly virtualInterfaces: number
  /** Why the device last started. */
  readonly reloadReason: 'power-on' | 'reload'
  /** When the reload was asked for: `14:25:41 UTC Tue Sep 15 2020`; left out while the clock was not set. */
  readonly reloadedAt?: string
}

export interface VersionFacts extends HardwareFacts {
  readonly hostname: string
  readonly uptimeMs: number
  /** Time of the start, when the clock is known. */
  readonly restartedAt?: string
  readonly configRegister: number
  /** The register after the next reload, if it was changed. */
  readonly nextConfigRegister?: number
  /** `Normal Reload` unless the device crashed. */
  readonly lastReloadType?: string
}

/** `show version`, line by line, with the trailing blanks of the device. */
export function showVersion(facts: VersionFacts): string[] {
  const { profile, hostname, uptimeMs, restartedAt, configRegister, nextConfigRegister } = facts
  return fillText(
    profile.versionText,
    new Map([
      ...hardwareValues(facts),
      ['hostname', hostname],
      ['uptime', uptimeText(uptimeMs)],
      // IOS-XE's processor is up before the system on it.
      ['processorUptime', uptimeText(uptimeMs + 60_000)],
      ['restartedAt', restartedAt],
      ['lastReloadType', facts.lastReloadType ?? 'Normal Reload'],
      ['lastReloadReason', lastReloadReason(facts)],
      ['configRegister', configRegisterText(configRegister, nextConfigRegister)],
    ]),
  )
}

function lastReloadReason({ profile: { reset }, reloadReason }: HardwareFacts): string {
  return reloadReason === 'reload' ? reset.reloadReason : (reset.powerOnReason ?? 'power-on')
}

/** Placeholder names that a profile's texts may use, beside those of the boot text. */
export const versionPlaceholders = [
  'hostname',
  'uptime',
  'processorUptime',
  'restartedAt',
  'lastReloadType',
  'lastReloadReason',
  'configRegister',
  'returnedBy',
  'model',
  'release',
  'imageId',
  'imagePath',
  'portCount',
  'processorKiB',
  'ioKiB',
  'physicalKiB',
  'nvramKiB',
  'baseMac',
  'baseMacLowerCase',
  'serial',
  'motherboardSerial',
  'powerSupplySerial',
  'softwareBanner',
  'licenseNotice',
  'rom',
  'cryptoNotice',
  'hardware',
  'interfaceCounts',
  'license',
] as const

/** Values of the placeholders that `show version` and the boot text have in common. */
export function hardwareValues(facts: HardwareFacts): TextValues {
  const { profile, identity } = facts
  const { software, memory } = profile
  const values: [string, string | readonly string[] | undefined][] = [
    ['returnedBy', returnedBy(facts)],
    ['model', profile.model],
    ['release', software.release],
    ['imageId', software.imageId],
    ['imagePath', software.imagePath],
    ['portCount', String(portsOf(profile).filter(({ range }) => range.cable === 'ethernet').length)],
    ['processorKiB', String(memory.processorKiB)],
    ['ioKiB', String(memory.ioKiB)],
    ['physicalKiB', memory.physicalKiB === undefined ? undefined : String(memory.physicalKiB)],
    ['nvramKiB', String(Math.floor(profile.nvram.sizeBytes / 1024))],
    ['baseMac', colonMac(identity.baseMac).toUpperCase()],
    ['baseMacLowerCase', colonMac(identity.baseMac)],
    ['serial', identity.serial],
    ['motherboardSerial', identity.motherboardSerial],
    ['powerSupplySerial', identity.powerSupplySerial],
    ['softwareBanner', softwareBanner(profile)],
    ['licenseNotice', licenseNotice(profile)],
    ['rom', software.rom],
    ['cryptoNotice', software.featureSet.includes('k9') ? cryptoNotice : []],
    ['hardware', profile.hardwareText],
    ['interfaceCounts', interfaceCounts(facts)],
    ['license', licenseLines(profile, identity)],
  ]
  return new Map(values)
}

/** The block of `show version` that begins with the processor and that the boot prints too. */
export function hardwareBlock(facts: HardwareFacts): string[] {
  return fillText(facts.profile.hardwareText, hardwareValues(facts))
}

/** The four lines that name the software; %SYS-5-RESTART and the boot print them too. */
export function softwareBanner({ software }: Profile): string[] {
  const { product, imageId, release, label, copyright, compiled, train } = software
  return [
    `Cisco IOS Software${train === undefined ? '' : ` [${train}]`}, ${product} Software (${imageId}), Version ${release}, ${label}`,
    'Technical Support: http://www.cisco.com/techsupport',
    `Copyright (c) ${copyright} by Cisco Systems, Inc.`,
    `Compiled ${compiled}`,
  ]
}

/** What IOS-XE says of the parts that are not its makers'. */
function licenseNotice({ software }: Profile): string[] {
  return [
    `Cisco IOS-XE software, Copyright (c) 2005-${software.copyright.slice(-4)} by cisco Systems, Inc.`,
    'All rights reserved.  Certain components of Cisco IOS-XE software are',
    'licensed under the GNU General Public License ("GPL") Version 2.0.  The',
    'software code licensed under GPL Version 2.0 is free software that comes',
    'with ABSOLUTELY NO WARRANTY.  You can redistribute and/or modify such',
    'GPL code under the terms of GPL Version 2.0.  For more details, see the',
    'documentation or "License Notice" file accompanying the IOS-XE software,',
    'or the applicable URL provided on the flyer accompanying the IOS-XE',
    'software.',
  ]
}

const uptimeUnits = [
  ['year', 365 * 24 * 60],
  ['week', 7 * 24 * 60],
  ['day', 24 * 60],
  ['hour', 60],
] as const

/** `1 year, 22 weeks, 16 minutes`: units that are zero are left out, but minutes always stand. */
export function uptimeText(uptimeMs: number): string {
  let minutes = Math.floor(uptimeMs / 60_000)
  const parts: string[] = []
  for (const [unit, length] of uptimeUnits) {
    const count = Math.floor(minutes / length)
    minutes -= count * length
    if (count > 0) parts.push(counted(count, unit))
  }
  return [...parts, counted(minutes, 'minute')].join(', ')
}

/** `0x2102 (will be 0x2142 at next reload)`. */
export function configRegisterText(register: number, next?: number): string {
  const text = (value: number) => `0x${value.toString(16).toUpperCase()}`
  return next === undefined || next === register
    ? text(register)
    : `${text(register)} (will be ${text(next)} at next reload)`
}

/** `show inventory`: an empty line follows each item. */
export function showInventory(profile: Profile, identity: Identity): string[] {
  const { vidWidth, items } = profile.inventory
  return items.flatMap(({ name, description, pid, vid, serial, slot = '' }) => {
    const values: TextValues = new Map([
      ['serial', identity.serial],
      ['motherboardSerial', identity.motherboardSerial],
      ['powerSupplySerial', identity.powerSupplySerial],
      ['moduleSerial', identity.moduleSerials.get(slot)],
    ])
    const lines = [
      `NAME: "${name}", DESCR: "${description}"`,
      `PID: ${pid.padEnd(18)}, VID: ${vid.padEnd(vidWidth)}, SN: ${serial}`,
      '',
    ]
    return fillText(lines, values)
  })
}

/** The licence block of `show version`; empty on devices without licences. */
export function licenseLines({ license, model }: Profile, { serial }: Identity): string[] {
  if (!license) return []
  return [
    'License Info:',
    '',
    'License UDI:',
    '',
    '-'.repeat(49),
    'Device#\t  PID\t\t\tSN',
    '-'.repeat(49),
    `*0  \t  ${model.padEnd(22)}${serial.padEnd(16)}`,
    '',
    '',
    '',
    `Technology Package License Information for Module:'${license.module}' `,
    '',
    '-'.repeat(65),
    'Technology    Technology-package           Technology-package',
    '              Current       Type           Next reboot  ',
    '-'.repeat(66),
    ...license.packages.map(
      ({ technology, current, type, next }) =>
        technology.padEnd(14) + current.padEnd(14) + type.padEnd(15) + next,
    ),
  ]
}

function returnedBy({ profile, reloadReason, reloadedAt }: HardwareFacts): string {
  if (reloadReason === 'power-on') return profile.reset.returnedBy.powerOn
  const { reload, powerOn } = profile.reset.returnedBy
  // A device that calls every start a power-on does not say when either.
  return reloadedAt === undefined || reload === powerOn ? reload : `${reload} at ${reloadedAt}`
}

/** `24 FastEthernet interfaces`, …: virtual ones first, then the ports in their order. */
function interfaceCounts({ profile, virtualInterfaces }: HardwareFacts): string[] {
  const counts = new Map<string, number>()
  const add = (countedAs: string | undefined, count: number) => {
    if (countedAs !== undefined && count > 0) counts.set(countedAs, (counts.get(countedAs) ?? 0) + count)
  }
  for (const type of profile.interfaceTypes) if (type.logical) add(type.countedAs, virtualInterfaces)
  for (const port of portsOf(profile)) add(port.type.countedAs, 1)
  return [...counts].map(([countedAs, count]) => counted(count, countedAs))
}

function counted(count: number, singular: string): string {
  return `${count} ${singular}${count === 1 ? '' : 's'}`
}

/** Images with strong encryption (k9) print the export notice. */
const cryptoNotice = [
  'This product contains cryptographic features and is subject to United',
  'States and local country laws governing import, export, transfer and',
  'use. Delivery of Cisco cryptographic products does not imply',
  'third-party authority to import, export, distribute or use encryption.',
  'Importers, exporters, distributors and users are responsible for',
  'compliance with U.S. and local country laws. By using this product you',
  'agree to comply with applicable laws and regulations. If you are unable',
  'to comply with U.S. and local laws, return this product immediately.',
  '',
  'A summary of U.S. laws governing Cisco cryptographic products may be found at:',
  'http://www.cisco.com/wwl/export/crypto/tool/stqrg.html',
  '',
  'If you require further assistance please contact us by sending email to',
  'export@cisco.com.',
]
