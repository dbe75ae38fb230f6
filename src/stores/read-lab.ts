/**
 * Reads a lab that a person wrote: file → YAML → schema → what the schema cannot say; and finds the labs that come with
 * the program, which lie in labs/ beside it.
 */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import schema from '../../labs/lab.schema.json' with { type: 'json' }
import { withModules } from '../hardware/modules.ts'
import type { DeviceProfile } from '../hardware/profile.ts'
import { builtInProfile, profileNames } from '../hardware/profile-catalogue.ts'
import type { Lab } from '../labs/lab.ts'
import type { LabFault } from '../labs/lab-fault.ts'
import type { LabFile } from '../labs/lab-file-types.ts'
import { labFromFile } from '../labs/lab-from-file.ts'
import { BadFile, decoded, type Fault, withNearest } from './checked-file.ts'
import { type CheckedYaml, checkedYaml } from './checked-yaml.ts'
import { nearestName } from './nearest-name.ts'
import { readPersonFile } from './person-file.ts'
import { readProfile } from './read-profile.ts'

/**
 * The lab of a name or in a file.
 * @throws BadFile with every fault as `path:line:column: found X, expected Y`, or with one sentence where there is no such
 * lab or its file cannot be read.
 */
export async function readLab(pathOrName: string): Promise<Lab> {
  const file = await labPath(pathOrName)
  return parseLab(await readPersonFile(file), file)
}

/** The file that a lab's name or path means. @throws BadFile where there is none */
export async function labPath(pathOrName: string): Promise<string> {
  const names = await shippedLabs()
  if (names.includes(pathOrName)) return path.join(labsFolder(), `${pathOrName}.yml`)
  if (existsSync(pathOrName)) return pathOrName
  const near = nearestName(pathOrName, names)
  const hint = near === undefined ? `the labs are ${names.join(', ')}` : `did you mean ${near}?`
  throw new BadFile([`there is no lab "${pathOrName}", neither by this name nor as a file; ${hint}`])
}

/** The names of the labs that come with the program, sorted. */
export async function shippedLabs(): Promise<string[]> {
  const files = await readdir(labsFolder())
  return files
    .filter((name) => name.endsWith('.yml'))
    .map((name) => name.slice(0, -'.yml'.length))
    .sort()
}

/** labs/ beside dist/ in the package, and beside src/ in the project. */
function labsFolder(): string {
  const above = ['../labs/', '../../labs/'].map((to) => fileURLToPath(new URL(to, import.meta.url)))
  const folder = above.find((one) => existsSync(path.join(one, 'lab.schema.json')))
  if (folder === undefined) throw new BadFile([`the folder of labs is missing: ${above[0]}`])
  return folder
}

/** The lab in a file's bytes or text; the path is for messages, and where paths in the lab begin. @throws BadFile */
export async function parseLab(content: string | Uint8Array, file: string): Promise<Lab> {
  const validate = await labValidator()
  return checkedYaml<LabFile, Lab>(decoded(content, file), file, validate, (checked) =>
    readChecked(checked, path.dirname(file)),
  )
}

async function readChecked(checked: CheckedYaml<LabFile>, folder: string) {
  const faults: Fault[] = []
  const report = (fault: LabFault) => void faults.push(withNearest(fault))
  return { result: await labOfYaml(checked, folder, report), faults }
}

/** The lab in YAML that fits the schema of labs, be it a file or part of one: places are told from the lab's root. */
export async function labOfYaml(
  { value, setAside, textLine }: CheckedYaml<LabFile>,
  folder: string,
  report: (fault: LabFault) => void,
): Promise<Lab> {
  const profiles = await readProfiles(value, folder, report)
  return labFromFile(
    value,
    {
      profiles,
      profileNames,
      faultyDevices: setAside.filter(([first]) => first === 'devices').map(([, name]) => String(name)),
      configLine: (device) => textLine(['devices', device, 'config']),
    },
    report,
  )
}

/** The profiles that a lab names, by name or path; undefined for a file that cannot be read, which is reported. */
async function readProfiles(
  { devices = {} }: Partial<LabFile>,
  folder: string,
  report: (fault: LabFault) => void,
): Promise<Map<string, DeviceProfile | undefined>> {
  const profiles = new Map<string, DeviceProfile | undefined>()
  for (const [device, { profile: name }] of Object.entries(devices)) {
    if (profiles.has(name)) continue
    const builtIn = await builtInProfile(name)
    if (builtIn !== undefined) profiles.set(name, builtIn)
    else if (/[/\\]|\.json$/.test(name)) {
      try {
        const profile = await readProfile(path.resolve(folder, name))
        profiles.set(name, profile.kind === 'host' ? profile : withModules(profile).profile)
      } catch (error) {
        profiles.set(name, undefined)
        const at = ['devices', device, 'profile']
        report({ at, found: JSON.stringify(name), expected: `a profile that can be read (${reason(error)})` })
      }
    }
  }
  return profiles
}

function reason(error: unknown): string {
  if (error instanceof BadFile) {
    const more = error.faults.length > 1 ? ` and ${error.faults.length - 1} more` : ''
    return `${error.faults[0]}${more}`
  }
  return error instanceof Error ? error.message : String(error)
}

let validator: Promise<ValidateFunction> | undefined

function labValidator(): Promise<ValidateFunction> {
  validator ??= import('ajv/dist/2020.js').then((module) => {
    // A bundle shows a CommonJS module's exports under `default` only.
    const Ajv2020 = module.Ajv2020 ?? module.default.Ajv2020
    return new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(schema)
  })
  return validator
}
