/**
 * The VLAN database of a switch: which VLANs exist, in memory and in `vlan.dat` on flash. The file is written with the first
 * change and read at boot; without it a switch has the default VLANs only. Leaves out VTP, which provides its mode here.
 * Source: Catalyst 2960 configuration guide, "Configuring VLANs".
 */

import { storageFault } from '../hardware/storage.ts'
import { decodeUtf8, encodeUtf8 } from '../kernel/utf8.ts'
import { FeatureState, type Ios } from './ios.ts'

export interface Vlan {
  readonly id: number
  readonly name: string
  readonly state: 'active' | 'suspend'
  /** Switching is shut down locally. */
  readonly shutdown: boolean
  readonly mtuBytes: number
  readonly remoteSpan: boolean
}

export const lastNormalVlan = 1005
const fileName = 'vlan.dat'

const fixed = new Map([
  [1, 'default'],
  [1002, 'fddi-default'],
  [1003, 'token-ring-default'],
  [1004, 'fddinet-default'],
  [1005, 'trnet-default'],
])

/** VLANs that always exist. */
export function isDefaultVlan(id: number): boolean {
  return fixed.has(id)
}

/** A VLAN as it is when nothing was said about it: `VLAN0010`. */
export function newVlan(id: number): Vlan {
  return {
    id,
    name: fixed.get(id) ?? `VLAN${String(id).padStart(4, '0')}`,
    state: 'active',
    shutdown: false,
    mtuBytes: 1500,
    remoteSpan: false,
  }
}

export class VlanDatabase {
  readonly #ios: Ios
  readonly #vlans = new Map<number, Vlan>()

  constructor(ios: Ios) {
    this.#ios = ios
    for (const id of fixed.keys()) this.#vlans.set(id, newVlan(id))
    const bytes = ios.storage.read('flash', fileName)
    if (bytes !== undefined) for (const vlan of readVlans(decodeUtf8(bytes))) this.#vlans.set(vlan.id, vlan)
  }

  get(id: number): Vlan | undefined {
    return this.#vlans.get(id)
  }

  /** By name, exactly as it is written. */
  named(name: string): Vlan | undefined {
    return [...this.#vlans.values()].find((vlan) => vlan.name === name)
  }

  /** In the order of their numbers. */
  all(): Vlan[] {
    return [...this.#vlans.values()].sort((a, b) => a.id - b.id)
  }

  /** Adds or replaces VLANs and removes others, as one change of the file. */
  change(changed: readonly Vlan[], removed: readonly number[] = []): void {
    const before = this.#text()
    for (const vlan of changed) this.#vlans.set(vlan.id, vlan)
    for (const id of removed) if (!fixed.has(id)) this.#vlans.delete(id)
    const after = this.#text()
    if (after === before) return
    try {
      this.#ios.storage.write('flash', fileName, encodeUtf8(after), this.#ios.clock.utcMs)
    } catch (error) {
      if (storageFault(error) === undefined) throw error
      // From memory. The VLANs hold until the next boot.
      this.#ios.log.emit('SW_VLAN', 4, 'VTP_FLASH_ERROR', 'VTP flash configuration write failed')
    }
    for (const listener of listeners) listener(this.#ios)
  }

  #text(): string {
    const kept = this.all().filter(
      (vlan) => JSON.stringify(vlan) !== JSON.stringify(newVlan(vlan.id)) || !fixed.has(vlan.id),
    )
    return `${JSON.stringify(kept, undefined, 1)}\n`
  }
}

/** Whatever is no VLAN in the file is left out: a switch with a damaged vlan.dat starts without those VLANs. */
function readVlans(text: string): Vlan[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return []
  }
  if (!Array.isArray(parsed)) return []
  return parsed.flatMap((one: Partial<Record<keyof Vlan, unknown>> | null) => {
    const id = one?.id
    if (typeof id !== 'number' || !Number.isInteger(id) || id < 1 || id > 4094) return []
    const plain = newVlan(id)
    return [
      {
        id,
        name: typeof one?.name === 'string' && /^[!-~]{1,32}$/.test(one.name) ? one.name : plain.name,
        state: one?.state === 'suspend' ? 'suspend' : 'active',
        shutdown: one?.shutdown === true,
        mtuBytes: typeof one?.mtuBytes === 'number' ? one.mtuBytes : plain.mtuBytes,
        remoteSpan: one?.remoteSpan === true,
      },
    ]
  })
}

const listeners: ((ios: Ios) => void)[] = []

/** After VLANs came, went or changed. */
export function onVlansChange(listener: (ios: Ios) => void): void {
  listeners.push(listener)
}

const databases = new FeatureState((ios) => new VlanDatabase(ios))

export function vlansOf(ios: Ios): VlanDatabase {
  return databases.of(ios)
}

export type VtpMode = 'server' | 'client' | 'transparent' | 'off'

let modeOfVtp: (ios: Ios) => VtpMode = () => 'server'

/** The VTP feature says which mode the switch is in; without it a switch is a server. */
export function provideVtpMode(mode: (ios: Ios) => VtpMode): void {
  modeOfVtp = mode
}

export function vtpMode(ios: Ios): VtpMode {
  return modeOfVtp(ios)
}

let domainOfVtp: (ios: Ios) => string = () => ''

/** The VTP feature says which domain the switch belongs to; empty is none. */
export function provideVtpDomain(domain: (ios: Ios) => string): void {
  domainOfVtp = domain
}

export function vtpDomain(ios: Ios): string {
  return domainOfVtp(ios)
}
