/**
 * Reads cards that a person wrote: file → YAML → schema → what the schema cannot say; and finds those that come with the
 * program, which lie in drills/cards/.
 */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import { parse as parseYaml } from 'yaml'
import schema from '../../drills/cards.schema.json' with { type: 'json' }
import labSchema from '../../labs/lab.schema.json' with { type: 'json' }
import type { CardFile } from '../drills/cards/card.ts'
import type { CardFile as CardsInFile } from '../drills/cards/card-file-types.ts'
import { type At, cardsFromFile } from '../drills/cards/cards-from-file.ts'
import { type Emulator, loadEmulator } from '../drills/cards/emulator.ts'
import type { Lab } from '../labs/lab.ts'
import type { LabFault, Report } from '../labs/lab-fault.ts'
import type { LabFile } from '../labs/lab-file-types.ts'
import { BadFile, decoded, type Fault, schemaFaults, withNearest } from './checked-file.ts'
import { type CheckedYaml, checkedYaml } from './checked-yaml.ts'
import { nearestName } from './nearest-name.ts'
import { readPersonFile } from './person-file.ts'
import { drillsFolder } from './read-drill.ts'
import { labOfYaml, readLab, shippedLabs } from './read-lab.ts'

/**
 * The cards of a name or in a file.
 * @throws BadFile with every fault as `path:line:column: found X, expected Y`
 */
export async function readCards(pathOrName: string): Promise<CardFile> {
  const file = await cardsPath(pathOrName)
  return parseCards(await readPersonFile(file), file)
}

/** The file that a name or path means. @throws BadFile where there is none */
export async function cardsPath(pathOrName: string): Promise<string> {
  const names = await shippedCards()
  if (names.includes(pathOrName)) return path.join(cardsFolder(), `${pathOrName}.yml`)
  if (existsSync(pathOrName)) return pathOrName
  const near = nearestName(pathOrName, names)
  const hint = near === undefined ? `the cards are ${names.join(', ')}` : `did you mean ${near}?`
  throw new BadFile([`there are no cards "${pathOrName}", neither by this name nor as a file; ${hint}`])
}

/** The names of the card files that come with the program, sorted. */
export async function shippedCards(): Promise<string[]> {
  const files = await readdir(cardsFolder())
  return files
    .filter((name) => name.endsWith('.yml'))
    .map((name) => name.slice(0, -'.yml'.length))
    .sort()
}

function cardsFolder(): string {
  return path.join(drillsFolder(), 'cards')
}

/** The cards in a file's bytes or text; their id is the file's name. @throws BadFile */
export async function parseCards(content: string | Uint8Array, file: string): Promise<CardFile> {
  const { cards } = await validators()
  const id = path.basename(file).replace(/\.ya?ml$/, '')
  return checkedYaml<CardsInFile, CardFile>(decoded(content, file), file, cards, (checked) =>
    readChecked(id, checked, path.dirname(file)),
  )
}

async function readChecked(id: string, checked: CheckedYaml<CardsInFile>, folder: string) {
  const faults: Fault[] = []
  const report = (fault: LabFault) => void faults.push(withNearest(fault))
  const surroundings = {
    topics: await topicNames(),
    labs: await labsOf(checked, folder, report),
    emulator: await emulator(),
    setAside: (at: At) =>
      checked.setAside.some((one) => one.every((step, index) => String(step) === String(at[index]))),
  }
  return { result: cardsFromFile(id, checked.value, surroundings, report), faults }
}

/** The labs of `watch`: by their names, or by the index of the question that has one inside. */
async function labsOf(
  { value: { questions = [] }, textLine }: CheckedYaml<CardsInFile>,
  folder: string,
  report: Report,
): Promise<Map<string | number, Lab>> {
  const labs = new Map<string | number, Lab>()
  const names = await shippedLabs()
  for (const [index, { id, watch }] of questions.entries()) {
    const at = ['questions', index, 'watch', 'lab']
    if (watch?.lab === undefined) continue
    if (typeof watch.lab === 'string') {
      if (names.includes(watch.lab)) labs.set(watch.lab, labs.get(watch.lab) ?? (await readLab(watch.lab)))
      else
        report({
          at,
          found: JSON.stringify(watch.lab),
          expected: `a lab: ${names.join(', ')}`,
          wrong: watch.lab,
          known: names,
        })
      continue
    }
    const lab = { name: id, ...watch.lab } as unknown as LabFile
    const { lab: fits } = await validators()
    if (!fits(lab)) {
      for (const fault of schemaFaults(fits.errors ?? [], lab)) report({ ...fault, at: [...at, ...fault.at] })
      continue
    }
    const inside = {
      value: lab,
      setAside: [],
      textLine: (place: At) => textLine([...at, ...place]),
    }
    const faulty: LabFault[] = []
    const read = await labOfYaml(inside, folder, (fault) => void faulty.push(fault))
    for (const fault of faulty) report({ ...fault, at: [...at, ...fault.at] })
    if (faulty.length === 0) labs.set(index, read)
  }
  return labs
}

let topics: Promise<readonly string[]> | undefined

function topicNames(): Promise<readonly string[]> {
  topics ??= readFile(path.join(drillsFolder(), 'topics.yml'), 'utf8').then((text) =>
    Object.keys(Object(parseYaml(text))),
  )
  return topics
}

let loaded: Promise<Emulator> | undefined

/** One for all files. */
function emulator(): Promise<Emulator> {
  loaded ??= loadEmulator()
  return loaded
}

let compiled: Promise<{ readonly cards: ValidateFunction; readonly lab: ValidateFunction }> | undefined

function validators() {
  compiled ??= import('ajv/dist/2020.js').then((module) => {
    // A bundle shows a CommonJS module's exports under `default` only.
    const Ajv2020 = module.Ajv2020 ?? module.default.Ajv2020
    const ajv = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true })
    return { cards: ajv.compile(schema), lab: ajv.compile(labSchema) }
  })
  return compiled
}
