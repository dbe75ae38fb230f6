/** Reads exams that a person wrote: file → YAML → schema → whether what they name is there. */

import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import schema from '../../exams/exam.schema.json' with { type: 'json' }
import { milliseconds } from '../drills/drill-file.ts'
import { drawItems, type ExamItem, type ExamPart, type ExamPlan, type ExamPool } from '../drills/exam/plan.ts'
import { pointsOf } from '../drills/lab-drill.ts'
import type { Texts } from '../drills/texts.ts'
import { Random } from '../kernel/random.ts'
import { BadFile, decoded, type Fault, withNearest } from './checked-file.ts'
import { type CheckedYaml, checkedYaml } from './checked-yaml.ts'
import { readPersonFile } from './person-file.ts'
import { drillsFolder } from './read-drill.ts'

interface ExamFile {
  readonly title: Texts
  readonly time: string
  readonly seed?: number
  readonly forbidden?: readonly string[]
  readonly unsaved?: number
  readonly items: readonly PartFile[]
}

type PartFile = Omit<ExamPart, 'limitMs'> & { readonly time?: string }

/** What an unsaved configuration costs where nobody says. */
export const defaultUnsavedCost = 0.1

/** An exam as written: what it draws follows from a seed. */
export interface Exam {
  readonly title: Texts
  readonly limitMs: number
  /** The file's own; left out: whoever sits it draws one. */
  readonly seed?: number
  draw(seed: number): ExamPlan
}

/** @throws BadFile with every fault as `path:line:column: found X, expected Y` */
export async function readExam(pathOrName: string, pool: ExamPool): Promise<Exam> {
  const file = await examPath(pathOrName)
  return parseExam(await readPersonFile(file), file, pool)
}

/** The file that an exam's name or path means. */
async function examPath(pathOrName: string): Promise<string> {
  const names = await shippedExams()
  return names.includes(pathOrName) ? path.join(examsFolder(), `${pathOrName}.yml`) : pathOrName
}

/** The names of the exams that come with the program, sorted. */
export async function shippedExams(): Promise<string[]> {
  const files = await readdir(examsFolder())
  return files
    .filter((name) => name.endsWith('.yml'))
    .map((name) => name.slice(0, -'.yml'.length))
    .sort()
}

/** exams/ beside drills/. */
function examsFolder(): string {
  return path.join(drillsFolder(), '..', 'exams')
}

/** @throws BadFile */
export async function parseExam(content: string | Uint8Array, file: string, pool: ExamPool): Promise<Exam> {
  const validate = await examValidator()
  return checkedYaml<ExamFile, Exam>(decoded(content, file), file, validate, async (checked) =>
    examOf(checked, path.dirname(file), pool),
  )
}

async function examOf({ value }: CheckedYaml<ExamFile>, folder: string, shipped: ExamPool) {
  const faults: Fault[] = []
  const pool = {
    ...shipped,
    labs: [...shipped.labs, ...(await ownDrills(value.items ?? [], folder, faults))],
  }
  const parts = (value.items ?? []).map((part, at) => partOf(part, ['items', at], folder, pool, faults))
  const {
    title = { en: '', zh: '' },
    time = '60m',
    seed,
    forbidden = [],
    unsaved = defaultUnsavedCost,
  } = value
  const limitMs = milliseconds(time)
  const exam: Exam = {
    title,
    limitMs,
    ...(seed === undefined ? {} : { seed }),
    draw: (drawn) => {
      const random = new Random(drawn)
      const taken = new Set<string>()
      const items = parts.flatMap((part): ExamItem[] => drawItems(part, pool, random, taken))
      return { title, seed: drawn, limitMs, forbidden, unsavedCost: unsaved, items }
    },
  }
  return { result: exam, faults }
}

function partOf(
  { time, ...part }: PartFile,
  at: readonly (string | number)[],
  folder: string,
  pool: ExamPool,
  faults: Fault[],
): ExamPart {
  const limit = time === undefined ? {} : { limitMs: milliseconds(time) }
  const labs = pool.labs.map(({ id }) => id)
  const questions = pool.questions.map(({ id }) => id)
  const say = (
    key: string,
    found: string,
    expected: string,
    known: readonly string[],
    within: readonly number[] = [],
  ): void =>
    void faults.push(
      withNearest({
        at: [...at, key, ...within],
        found: JSON.stringify(found),
        expected,
        wrong: found,
        known,
      }),
    )
  const single = (['drill', 'question'] as const).filter((key) => part[key] !== undefined)
  const drawing = (['cards', 'topics', 'kind', 'levels'] as const).filter((key) => part[key] !== undefined)
  if (single.length + Number(drawing.length > 0) !== 1) {
    const found = [...single, ...drawing].map((key) => JSON.stringify(key)).join(' and ') || 'nothing to ask'
    faults.push({ at, found, expected: 'a "drill", or a "question", or "cards" or "topics" to draw from' })
  }
  const drill = part.drill === undefined ? undefined : (pathOf(part.drill, folder) ?? part.drill)
  // A file that cannot be read has been reported.
  if (drill === part.drill && drill !== undefined && !labs.includes(drill))
    say('drill', drill, 'a lab drill that exists', labs)
  if (part.question !== undefined && !questions.includes(part.question))
    say('question', part.question, 'a question that exists', questions)
  const files = [...new Set(questions.map((id) => id.split('/')[0] ?? ''))]
  if (part.cards !== undefined && !files.includes(part.cards))
    say('cards', part.cards, 'a file of cards that exists', files)
  const topics = [...new Set([...pool.labs, ...pool.questions].map(({ topic }) => topic))]
  for (const [index, topic] of (part.topics ?? []).entries())
    if (!topics.includes(topic)) say('topics', topic, 'a topic that something is about', topics, [index])
  const whole: ExamPart = { ...part, ...limit, ...(drill === undefined ? {} : { drill }) }
  const there = drawItems(whole, pool, new Random(1), new Set()).length
  if (part.count !== undefined && faults.length === 0 && there < part.count)
    faults.push({
      at: [...at, 'count'],
      found: String(part.count),
      expected: `${there} at most, as many as there are`,
    })
  return whole
}

/** Where a drill that is named by its path lies: told from the exam's file. */
function pathOf(drill: string, folder: string): string | undefined {
  return /[/\\]|\.ya?ml$/.test(drill) ? path.resolve(folder, drill) : undefined
}

/** Drills of the author's own, by their paths. */
async function ownDrills(
  parts: readonly PartFile[],
  folder: string,
  faults: Fault[],
): Promise<ExamPool['labs']> {
  const { readLabDrill } = await import('./read-drill.ts')
  const labs: ExamPool['labs'][number][] = []
  for (const [at, { drill }] of parts.entries()) {
    const id = drill === undefined ? undefined : pathOf(drill, folder)
    if (id === undefined) continue
    try {
      const read = await readLabDrill(id)
      labs.push({ id, topic: read.topic, level: read.level, points: pointsOf(read), title: read.title })
    } catch (error) {
      if (!(error instanceof BadFile)) throw error
      const expected = `a lab drill that can be read (${error.faults[0]})`
      faults.push({ at: ['items', at, 'drill'], found: JSON.stringify(drill), expected })
    }
  }
  return labs
}

let validator: Promise<ValidateFunction> | undefined

function examValidator(): Promise<ValidateFunction> {
  validator ??= import('ajv/dist/2020.js').then((module) => {
    // A bundle shows a CommonJS module's exports under `default` only.
    const Ajv2020 = module.Ajv2020 ?? module.default.Ajv2020
    return new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(schema)
  })
  return validator
}
