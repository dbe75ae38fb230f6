/**
 * A device as hardware: what it is, what it keeps without power, and its configuration register. The operating system that
 * runs on it comes and goes with the power.
 */

import type { Kernel } from '../kernel/kernel.ts'
import { decodeUtf8, encodeUtf8 } from '../kernel/utf8.ts'
import { type Identity, identityOf } from './identity.ts'
import type { Profile } from './profile-types.ts'
import type { Storage } from './storage.ts'

export type ResetCause = 'power-on' | 'reload'

/** Not listed by `dir nvram:`: the register is no file on a real device. */
export const registerFile = '.config-register'

export class Chassis {
  readonly name: string
  readonly profile: Profile
  readonly identity: Identity
  readonly kernel: Kernel
  readonly storage: Storage
  resetCause: ResetCause = 'power-on'
  /** When `resetCause` is a reload with a known clock: the text that `show version` quotes. */
  reloadedAt: string | undefined

  constructor(options: { name: string; profile: Profile; kernel: Kernel; storage: Storage }) {
    this.name = options.name
    this.profile = options.profile
    this.identity = identityOf(options.profile, options.name)
    this.kernel = options.kernel
    this.storage = options.storage
  }

  /** The register that the next boot obeys. */
  get configRegister(): number {
    const kept = this.storage.read('nvram', registerFile)
    return Number.parseInt(kept === undefined ? this.profile.boot.configRegister : decodeUtf8(kept), 16)
  }

  set configRegister(value: number) {
    this.storage.write('nvram', registerFile, encodeUtf8(`0x${value.toString(16).toUpperCase()}`), 0)
  }
}
