/**
 * What tells one device from another of the same model: base MAC address and serial numbers, drawn from the device's
 * name, so that a lab shows the same numbers on every run and on every machine.
 *
 * Serial numbers have Cisco's form LLLYYWWSSSS: place of manufacture, year counted from 1996, week, and four letters
 * or digits without I and O.
 */
import { Random } from '../kernel/random.ts'
import type { Profile } from './profile-types.ts'

export interface Identity {
  /** Twelve hexadecimal digits in lower case; the last two are 00 or 80. */
  readonly baseMac: string
  /** The chassis's: processor board ID, system serial number, inventory and license udi all say the same. */
  readonly serial: string
  readonly motherboardSerial: string | undefined
  readonly powerSupplySerial: string | undefined
  /** Of the cards, by slot. */
  readonly moduleSerials: ReadonlyMap<string, string>
}

const codeAlphabet = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The numbers of the device with this name: a function of the profile's patterns and the name alone. */
export function identityOf(
  profile: Pick<Profile, 'name' | 'identity'> & Partial<Pick<Profile, 'slots'>>,
  deviceName: string,
): Identity {
  const { ouis, serials } = profile.identity
  // Each number has a seed of its own: a profile that gains a pattern keeps the other numbers.
  const draw = (what: string) => new Random(fnv1a(`${profile.name}/${deviceName}/${what}`))
  const serial = (what: string, pattern: string | undefined) =>
    pattern === undefined ? undefined : serialNumber(pattern, draw(what))
  const mac = draw('mac')
  const oui = (ouis[mac.below(ouis.length)] ?? ouis[0]).replaceAll(':', '')
  return {
    baseMac: oui + hex(mac.below(0x10000), 4) + (mac.below(2) === 0 ? '00' : '80'),
    serial: serialNumber(serials.system, draw('system')),
    motherboardSerial: serial('motherboard', serials.motherboard),
    powerSupplySerial: serial('powerSupply', serials.powerSupply),
    moduleSerials: new Map(
      (profile.slots ?? []).map(({ name }) => [
        name,
        serialNumber(serials.module ?? serials.system, draw(`module ${name}`)),
      ]),
    ),
  }
}

/** The address at a distance from the base address, as twelve hexadecimal digits. */
export function macAt(identity: Identity, offset: number): string {
  // 48 bits fit in a number.
  return hex(Number.parseInt(identity.baseMac, 16) + offset, 12)
}

/** `001aa1b2c380` → `001a.a1b2.c380`. */
export function dottedMac(mac: string): string {
  return `${mac.slice(0, 4)}.${mac.slice(4, 8)}.${mac.slice(8)}`
}

/** `001aa1b2c380` → `00:1a:a1:b2:c3:80`. */
export function colonMac(mac: string): string {
  return mac.replace(/..(?!$)/g, '$&:')
}

function serialNumber(pattern: string, random: Random): string {
  return pattern.replace(
    /\{(?:year:(\d{4})-(\d{4})|(week)|code:(\d+)|digits:(\d+))\}/g,
    (_, first?: string, last?: string, week?: string, codes?: string, digits?: string) => {
      if (first !== undefined) return decimal(between(random, Number(first), Number(last)) - 1996, 2)
      if (week !== undefined) return decimal(between(random, 1, 52), 2)
      const alphabet = codes === undefined ? '0123456789' : codeAlphabet
      const length = Number(codes ?? digits)
      return Array.from({ length }, () => alphabet[random.below(alphabet.length)]).join('')
    },
  )
}

const between = (random: Random, first: number, last: number) => first + random.below(last - first + 1)
const decimal = (value: number, width: number) => String(value).padStart(width, '0')
const hex = (value: number, width: number) => value.toString(16).padStart(width, '0')

/** FNV-1a over UTF-16 code units, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
