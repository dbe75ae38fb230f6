/**
 * Reads a hardware profile that a person wrote: file → JSON → schema → what the schema cannot say. The validator is
 * loaded when the first file is read; the built-in profiles (hardware/profile.ts) never need it.
 */
import hostSchema from '../../devices/host.schema.json' with { type: 'json' }
import schema from '../../devices/profile.schema.json' with { type: 'json' }
import { withModules } from '../hardware/modules.ts'
import type { DeviceProfile, HostProfile, Profile } from '../hardware/profile.ts'
import { hostFaults, type ProfileFault, profileFaults } from '../hardware/profile-faults.ts'
import { checkedJson, decoded, withNearest } from './checked-file.ts'
import { readPersonFile } from './person-file.ts'

/**
 * The profile in a file.
 * @throws BadFile with every fault as `path:line:column: found X, expected Y`, or that it cannot be read.
 */
export async function readProfile(path: string): Promise<DeviceProfile> {
  return parseProfile(await readPersonFile(path), path)
}

/** The profile in a file's bytes or text; the path is for messages. @throws BadFile */
export async function parseProfile(content: string | Uint8Array, path: string): Promise<DeviceProfile> {
  const text = decoded(content, path)
  const { profile, host } = await validators()
  return isHost(text)
    ? checkedJson<HostProfile>(text, path, host, (read) => hostFaults(read).map(worded))
    : withModules(checkedJson<Profile>(text, path, profile, (read) => profileFaults(read).map(worded)))
        .profile
}

function worded(fault: ProfileFault) {
  return withNearest({ ...fault, found: `"${fault.wrong}"` })
}

/** Whether a file says that it is about a host; what is wrong with it is found out with the schema. */
function isHost(text: string): boolean {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && 'kind' in read && read.kind === 'host'
  } catch {
    return false
  }
}

async function validators() {
  // A bundle shows a CommonJS module's exports under `default` only.
  const module = await import('ajv/dist/2020.js')
  const Ajv2020 = module.Ajv2020 ?? module.default.Ajv2020
  const ajv = new Ajv2020({ allErrors: true, verbose: true })
  return { profile: ajv.compile<Profile>(schema), host: ajv.compile<HostProfile>(hostSchema) }
}
