/**
 * A device as hardware: what it is, what it keeps without power, its configuration register and the variables of its boot
 * loader. The operating system that runs on it comes and goes with the power.
 */

import type { Kernel } from '../kernel/kernel.ts'
import { decodeUtf8, encodeUtf8 } from '../kernel/utf8.ts'
import { type Identity, identityOf, macAt } from './identity.ts'
import type { Network } from './network.ts'
import { Port } from './port.ts'
import { portsOf } from './profile.ts'
import type { Profile } from './profile-types.ts'
import type { Storage } from './storage.ts'

export type ResetCause = 'power-on' | 'reload'

// Neither is a file on a real device, so no `dir` lists them.
const registerFile = '.config-register'
const environmentFile = '.environment'

export class Chassis {
  readonly name: string
  readonly profile: Profile
  readonly identity: Identity
  readonly kernel: Kernel
  readonly storage: Storage
  readonly network: Network
  /** By canonical name, in the order of the running configuration. */
  readonly ports: ReadonlyMap<string, Port>
  resetCause: ResetCause = 'power-on'
  /** When `resetCause` is a reload with a known clock: the text that `show version` quotes. */
  reloadedAt: string | undefined
  /** The register that the present boot obeyed; a change waits for the next one. */
  registerInForce: number

  constructor(options: { name: string; profile: Profile; network: Network; storage: Storage }) {
    this.name = options.name
    this.profile = options.profile
    this.identity = identityOf(options.profile, options.name)
    this.network = options.network
    this.kernel = options.network.kernel
    this.storage = options.storage
    this.ports = new Map(
      portsOf(options.profile).map(({ name, range, macOffset }) => {
        const mac = macOffset === undefined ? 0 : Number.parseInt(macAt(this.identity, macOffset), 16)
        return [name, new Port(options.network, options.name, name, range, mac)]
      }),
    )
    this.registerInForce = this.configRegister
  }

  /** Without a system nobody drives the ports: their links go down. */
  silence(): void {
    for (const port of this.ports.values()) port.silence()
  }

  /** The register that the next boot obeys. */
  get configRegister(): number {
    const kept = this.storage.read('nvram', registerFile)
    return Number.parseInt(kept === undefined ? this.profile.boot.configRegister : decodeUtf8(kept), 16)
  }

  /** @throws what the storage throws. */
  set configRegister(value: number) {
    this.storage.write('nvram', registerFile, encodeUtf8(`0x${value.toString(16).toUpperCase()}`), 0)
  }

  /** Variables of the boot loader that somebody set, as `BOOT` and `CONFIG_FILE`, by name. */
  get environment(): ReadonlyMap<string, string> {
    const kept = this.storage.read('nvram', environmentFile)
    const lines = kept === undefined ? [] : decodeUtf8(kept).split('\n')
    return new Map(
      lines.flatMap((line): [string, string][] => {
        const at = line.indexOf('=')
        return at > 0 ? [[line.slice(0, at), line.slice(at + 1)]] : []
      }),
    )
  }

  /** Sets a variable, or removes it. @throws what the storage throws. */
  setVariable(name: string, value: string | undefined): void {
    const variables = new Map(this.environment)
    if (variables.get(name) === value) return
    if (value === undefined) variables.delete(name)
    else variables.set(name, value)
    const text = [...variables].map(([key, kept]) => `${key}=${kept}\n`).join('')
    this.storage.write('nvram', environmentFile, encodeUtf8(text), 0)
  }
}
