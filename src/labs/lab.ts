/**
 * A lab as data: its devices with the profiles they are built from, what was configured before it starts, and the
 * cables. Leaves out where it comes from (stores/read-lab.ts), what is wrong with one (lab-faults.ts), and running it.
 */

import type { CableKind } from '../hardware/cable.ts'
import type { HostProfile, Profile } from '../hardware/profile.ts'

export interface Lab {
  readonly name: string
  /** One sentence by language. */
  readonly description: { readonly en?: string; readonly zh?: string }
  /** What clock chips show at the start, in milliseconds since 1970 UTC; undefined leaves it to the devices. */
  readonly clockUtcMs?: number
  readonly seed: number
  /** In the order of the file; no two have one name. */
  readonly devices: readonly LabDevice[]
  /** Each port in at most one of them; every end is a port of its device. */
  readonly cables: readonly LabCable[]
}

export type LabDevice = LabIosDevice | LabHost

interface Placed {
  readonly name: string
  readonly position?: { readonly x: number; readonly y: number }
}

/** A switch or router. */
export interface LabIosDevice extends Placed {
  /** With the cards that the lab puts into it. */
  readonly profile: Profile
  /** What was typed in configuration mode and saved, and the line of the lab's file where it begins. */
  readonly config?: { readonly text: string; readonly firstNumber: number }
  readonly host?: never
}

export interface LabHost extends Placed {
  readonly profile: HostProfile
  readonly host: HostSettings
}

export interface HostSettings {
  readonly addresses: readonly HostAddress[]
  readonly gateway?: number
  readonly dns: readonly number[]
  /** 48 bits. */
  readonly mac?: number
}

export interface HostAddress {
  /** 32 bits. */
  readonly address: number
  readonly prefixLength: number
}

export interface LabCable {
  readonly id?: string
  /** The DCE end, if the cable is serial. */
  readonly from: LabEnd
  readonly to: LabEnd
  readonly kind: CableKind
  /** It lies there until somebody plugs it in. */
  readonly unplugged?: true
}

export interface LabEnd {
  /** Name of a device of the lab. */
  readonly device: string
  /** Canonical: `GigabitEthernet0/1`. */
  readonly port: string
}
