/** `rollover check`: files that people write, with every fault at its line and column; drills are tried, too. */

import { isMap, isScalar, parseDocument } from 'yaml'
import type { LabDrill } from '../../drills/lab-drill.ts'
import type { Lab } from '../../labs/lab.ts'
import { BadFile } from '../../stores/checked-file.ts'
import { memoryStore } from '../../stores/memory-store.ts'
import { readPersonFile } from '../../stores/person-file.ts'
import { parseLab } from '../../stores/read-lab.ts'
import { parseProfile } from '../../stores/read-profile.ts'
import { refusedLine } from '../refused-lines.ts'

export interface CheckOptions {
  /** Whether lab drills have to prove that they can be solved. */
  readonly proof: boolean
}

/** Status 0 when all files are right, else 2. */
export async function check(files: readonly string[], { proof }: CheckOptions): Promise<number> {
  let status = 0
  for (const file of files) {
    try {
      process.stdout.write(`${file}: ${await checked(file, proof)}, no fault\n`)
    } catch (error) {
      status = 2
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
  return status
}

/** What a file is, once nothing is wrong with it. */
async function checked(file: string, proof: boolean): Promise<string> {
  const content = Buffer.from(await readPersonFile(file))
  const names = namesIn(content.toString())
  const kind = kindOf(names, content.toString())
  if (kind === 'lab drill') return checkedLabDrill(content, file, proof)
  if (kind === 'cards') return checkedCards(content, file)
  if (kind === 'exam') return checkedExam(content, file)
  if (kind === 'profile') return `profile ${(await parseProfile(content, file)).name}`
  const lab = await parseLab(content, file)
  const refused = await refusedLines(lab, content.toString(), file)
  if (refused.length > 0) throw new BadFile(refused)
  const { name, devices, cables } = lab
  return `lab ${name} of ${counted(devices, 'device')} and ${counted(cables, 'cable')}`
}

/** Types each `config` at a device of its model, and says where the lines stand that it does not take. */
async function refusedLines(lab: Lab, text: string, file: string): Promise<string[]> {
  await import('../../ios/features/index.ts')
  const { typeConfiguration } = await import('../../labs/type-configuration.ts')
  const { nodeHashing } = await import('../hashing.ts')
  const options = { seed: lab.seed, epochMs: lab.clockUtcMs ?? Date.UTC(2025, 0, 1) }
  return lab.devices.flatMap((device) =>
    device.host === undefined
      ? typeConfiguration(device, memoryStore(), nodeHashing, options).map((fault) =>
          refusedLine(fault, file, text),
        )
      : [],
  )
}

async function checkedLabDrill(content: Uint8Array, file: string, proof: boolean): Promise<string> {
  const { parseLabDrill } = await import('../../stores/read-drill.ts')
  const { pointsOf } = await import('../../drills/lab-drill.ts')
  const drill = await parseLabDrill(content, file)
  const what = `lab drill ${drill.id} of ${counted(drill.tasks, 'task')} and ${pointsOf(drill)} points`
  if (!proof) return what
  const text = Buffer.from(content).toString()
  const lab = namesIn(text).get('lab')
  const refused = typeof lab === 'string' ? [] : await refusedLines(drill.lab, text, file)
  if (refused.length > 0) throw new BadFile(refused)
  const faults = await unproved(drill, text, file)
  if (faults.length > 0) throw new BadFile(faults)
  return `${what}, proved`
}

/** What the drill declares and does not hold, each where it is declared. */
async function unproved(drill: LabDrill, text: string, file: string): Promise<string[]> {
  const { proofFaults } = await import('../../drills/prove.ts')
  const { FreshLabs } = await import('../marking/fresh-labs.ts')
  const { placesIn } = await import('../../stores/checked-yaml.ts')
  const labs = new FreshLabs()
  const place = placesIn(text)
  return proofFaults(drill, (lab) => labs.start(lab, { forbidden: drill.forbidden })).map(
    (fault) => `${file}:${place(fault.at)}: ${fault.text}`,
  )
}

async function checkedCards(content: Uint8Array, file: string): Promise<string> {
  const { parseCards } = await import('../../stores/read-cards.ts')
  const { id, cards } = await parseCards(content, file)
  return `cards ${id} of ${counted(cards, 'question')}`
}

async function checkedExam(content: Uint8Array, file: string): Promise<string> {
  const { parseExam } = await import('../../stores/read-exam.ts')
  const { examMaterial } = await import('../exam/exam-pool.ts')
  const { pool } = await examMaterial()
  const exam = await parseExam(content, file, pool)
  return `exam of ${counted(exam.draw(exam.seed ?? 1).items, 'item')}`
}

type FileKind = 'lab drill' | 'cards' | 'exam' | 'lab' | 'profile'

/** By the names in it, however wrong it is otherwise; what says nothing is taken by how it begins. */
function kindOf(names: ReadonlyMap<string, unknown>, text: string): FileKind {
  if (names.has('questions') || names.get('kind') === 'cards') return 'cards'
  if (names.has('tasks') || names.has('solution') || names.get('kind') === 'lab') return 'lab drill'
  if (names.has('items')) return 'exam'
  if (names.has('devices') || names.has('cables')) return 'lab'
  return !names.has('interfaceTypes') && !/^\uFEFF?\s*\{/.test(text) ? 'lab' : 'profile'
}

/** The names at the root of a file, with the values of those that have one text. */
function namesIn(text: string): Map<string, unknown> {
  const { contents } = parseDocument(text, { logLevel: 'silent', prettyErrors: false })
  const pairs = isMap(contents) ? contents.items : []
  return new Map(
    pairs.flatMap(({ key, value }): [string, unknown][] =>
      isScalar(key) ? [[String(key.value), isScalar(value) ? value.value : undefined]] : [],
    ),
  )
}

function counted({ length }: readonly unknown[], what: string): string {
  return `${length} ${what}${length === 1 ? '' : 's'}`
}
