/**
 * Reads a hardware profile that a person wrote: file → JSON → schema → what the schema cannot say. The validator is
 * loaded when the first file is read; the built-in profiles (hardware/profile.ts) never need it.
 */
import { readFile } from 'node:fs/promises'
import schema from '../../devices/profile.schema.json' with { type: 'json' }
import type { Profile } from '../hardware/profile.ts'
import { profileFaults } from '../hardware/profile-faults.ts'
import { BadFile, checkedJson } from './checked-file.ts'
import { nearestName } from './nearest-name.ts'

/**
 * The profile in a file.
 * @throws BadFile with every fault as `path:line:column: found X, expected Y`; the system's error when the file
 * cannot be read.
 */
export async function readProfile(path: string): Promise<Profile> {
  return parseProfile(await readFile(path), path)
}

/** The profile in a file's bytes or text; the path is for messages. @throws BadFile */
export async function parseProfile(content: string | Uint8Array, path: string): Promise<Profile> {
  const text = typeof content === 'string' ? content : decoded(content, path)
  return checkedJson<Profile>(text, path, await profileValidator(), (profile) =>
    profileFaults(profile).map(({ known, expected, ...fault }) => {
      const near = known && nearestName(fault.wrong, known)
      return {
        ...fault,
        found: `"${fault.wrong}"`,
        expected: near ? `${expected} (did you mean "${near}"?)` : expected,
      }
    }),
  )
}

async function profileValidator() {
  // A bundle shows a CommonJS module's exports under `default` only.
  const module = await import('ajv/dist/2020.js')
  const Ajv2020 = module.Ajv2020 ?? module.default.Ajv2020
  return new Ajv2020({ allErrors: true, verbose: true }).compile(schema)
}

function decoded(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new BadFile([`${path}:1:1: found bytes that are not UTF-8, expected text in UTF-8`])
  }
}
