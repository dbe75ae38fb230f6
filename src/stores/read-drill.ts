/**
 * Reads lab drills that a person wrote: file → YAML → schema → what the schema cannot say; and finds those that come with the
 * program, which lie in drills/ beside it.
 */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import labSchema from '../../labs/lab.schema.json' with { type: 'json' }
import '../drills/checks/index.ts'
import { type LabDrillFile, labDrillFromFile } from '../drills/drill-file.ts'
import { drillSchema } from '../drills/drill-schema.ts'
import type { LabDrill } from '../drills/lab-drill.ts'
import type { Lab } from '../labs/lab.ts'
import type { LabFault } from '../labs/lab-fault.ts'
import type { LabFile } from '../labs/lab-file-types.ts'
import { BadFile, decoded, type Fault, withNearest } from './checked-file.ts'
import { type CheckedYaml, checkedYaml } from './checked-yaml.ts'
import { nearestName } from './nearest-name.ts'
import { readPersonFile } from './person-file.ts'
import { labOfYaml, readLab } from './read-lab.ts'

type DrillFile = LabDrillFile & { readonly lab: string | LabFile }

/**
 * The lab drill of a name or in a file.
 * @throws BadFile with every fault as `path:line:column: found X, expected Y`
 */
export async function readLabDrill(pathOrName: string): Promise<LabDrill> {
  const file = await labDrillPath(pathOrName)
  return parseLabDrill(await readPersonFile(file), file)
}

/** The file that a drill's name or path means. @throws BadFile where there is none */
export async function labDrillPath(pathOrName: string): Promise<string> {
  const names = await shippedLabDrills()
  if (names.includes(pathOrName)) return path.join(drillsFolder(), `${pathOrName}.yml`)
  if (existsSync(pathOrName)) return pathOrName
  const near = nearestName(pathOrName, names)
  const hint = near === undefined ? '`rollover list drills` shows them' : `did you mean ${near}?`
  throw new BadFile([`there is no drill "${pathOrName}", neither by this name nor as a file; ${hint}`])
}

/** The names of the lab drills that come with the program, sorted. */
export async function shippedLabDrills(): Promise<string[]> {
  const files = await readdir(drillsFolder())
  return files
    .filter((name) => name.endsWith('.yml') && name !== 'topics.yml')
    .map((name) => name.slice(0, -'.yml'.length))
    .sort()
}

/** drills/ beside dist/ in the package, and beside src/ in the project. */
export function drillsFolder(): string {
  const above = ['../drills/', '../../drills/'].map((to) => fileURLToPath(new URL(to, import.meta.url)))
  const folder = above.find((one) => existsSync(path.join(one, 'topics.yml')))
  if (folder === undefined) throw new BadFile([`the folder of drills is missing: ${above[0]}`])
  return folder
}

/** The drill in a file's bytes or text; its id is the file's name. @throws BadFile */
export async function parseLabDrill(content: string | Uint8Array, file: string): Promise<LabDrill> {
  const validate = await drillValidator()
  const id = path.basename(file).replace(/\.ya?ml$/, '')
  return checkedYaml<DrillFile, LabDrill>(decoded(content, file), file, validate, (checked) =>
    readChecked(id, checked, path.dirname(file)),
  )
}

async function readChecked(id: string, checked: CheckedYaml<DrillFile>, folder: string) {
  const faults: Fault[] = []
  const report = (fault: LabFault) => void faults.push(withNearest(fault))
  const lab = await labOf(id, checked, folder, report)
  // Against a lab that is wrong, every check would be.
  const labIsWrong = faults.length > 0 || checked.setAside.some(([first]) => first === 'lab')
  if (lab === undefined || labIsWrong) return { result: undefined, faults }
  const isAside = (at: readonly (string | number)[]): boolean =>
    checked.setAside.some((one) => at.every((step, index) => String(step) === String(one[index])))
  return { result: labDrillFromFile(id, checked.value, lab, isAside, report), faults }
}

async function labOf(
  id: string,
  { value, setAside, textLine }: CheckedYaml<DrillFile>,
  folder: string,
  report: (fault: LabFault) => void,
): Promise<Lab | undefined> {
  const { lab } = value
  if (typeof lab === 'string') {
    try {
      const besides = path.resolve(folder, lab)
      return await readLab(/[/\\]/.test(lab) && existsSync(besides) ? besides : lab)
    } catch (error) {
      if (!(error instanceof BadFile)) throw error
      report({
        at: ['lab'],
        found: JSON.stringify(lab),
        expected: `a lab that can be read (${error.faults[0]})`,
      })
      return undefined
    }
  }
  if (lab === undefined) return undefined
  const inside = {
    value: { ...lab, name: lab.name ?? id },
    setAside: setAside.filter(([first]) => first === 'lab').map((at) => at.slice(1)),
    textLine: (at: readonly (string | number)[]) => textLine(['lab', ...at]),
  }
  return labOfYaml(inside, folder, (fault) => report({ ...fault, at: ['lab', ...fault.at] }))
}

let validator: Promise<ValidateFunction> | undefined

function drillValidator(): Promise<ValidateFunction> {
  validator ??= import('ajv/dist/2020.js').then((module) => {
    // A bundle shows a CommonJS module's exports under `default` only.
    const Ajv2020 = module.Ajv2020 ?? module.default.Ajv2020
    return new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(
      drillSchema(labSchema),
    )
  })
  return validator
}
