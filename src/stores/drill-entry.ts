/**
 * What a list of drills says of each, taken from the drill's file without checking it: the build makes the index from this,
 * the sources and lists of a teacher's own files read it as it is needed. Leaves out what is wrong with a file
 * (read-drill.ts, read-cards.ts).
 */

import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'
import { milliseconds } from '../drills/drill-file.ts'
import { alike, type Texts } from '../drills/texts.ts'

export interface DrillEntry {
  /** The file's name without its ending. */
  readonly id: string
  readonly kind: 'lab' | 'cards'
  readonly topic: string
  /** 1–4; of cards the lowest of their questions. */
  readonly level: number
  /** Of cards the highest, where it is another. */
  readonly highestLevel?: number
  readonly title: Texts
  /** Of cards one for each question. */
  readonly points: number
  /** Left out: no limit. */
  readonly limitMs?: number
  /** Cards only. */
  readonly questions?: number
}

/** In the order of the course. */
export interface DrillIndex {
  readonly topics: readonly (readonly [id: string, title: Texts])[]
  readonly drills: readonly DrillEntry[]
}

type Loose = Readonly<Record<string, unknown>>

/** The entry of a drill; undefined for a text that is none, or is too wrong to be listed. */
export function drillEntry(text: string, file: string): DrillEntry | undefined {
  const drill = parsed(text)
  const { kind, topic, time } = drill
  const title = textsIn(drill['title'])
  if (typeof topic !== 'string' || title === undefined) return undefined
  const common = { id: path.basename(file).replace(/\.ya?ml$/, ''), topic, title }
  if (kind === 'lab') {
    const level = levelsIn([drill])[0]
    if (level === undefined) return undefined
    const limit = typeof time === 'string' ? { limitMs: milliseconds(time) } : {}
    return { ...common, kind, level, points: sumOfPoints(listIn(drill['tasks'])), ...limit }
  }
  if (kind !== 'cards') return undefined
  const questions = listIn(drill['questions'])
  const levels = levelsIn(questions)
  if (levels.length === 0) return undefined
  const level = Math.min(...levels)
  const highest = Math.max(...levels)
  return {
    ...common,
    kind,
    level,
    ...(highest === level ? {} : { highestLevel: highest }),
    points: questions.length,
    questions: questions.length,
  }
}

/**
 * The index of a folder like drills/: labs in it, cards in its folder `cards`.
 * @param omit told of the files that cannot be listed
 */
export async function readDrillIndex(folder: string, omit: (file: string) => void): Promise<DrillIndex> {
  const named = parsed(await readFile(path.join(folder, 'topics.yml'), 'utf8'))
  const topics = Object.entries(named).flatMap(([id, title]): [string, Texts][] => {
    const said = textsIn(title)
    return said === undefined ? [] : [[id, said]]
  })
  const files = [
    ...(await drillFiles(folder)).filter((file) => path.basename(file) !== 'topics.yml'),
    ...(await drillFiles(path.join(folder, 'cards'))),
  ]
  const drills: DrillEntry[] = []
  for (const file of files) {
    const entry = drillEntry(await readFile(file, 'utf8'), file)
    if (entry === undefined) omit(file)
    else drills.push(entry)
  }
  return {
    topics,
    drills: inCourseOrder(
      drills,
      topics.map(([id]) => id),
    ),
  }
}

/** By topic, then by level, what is done before what is asked, the shorter first; topics that the course lacks come last. */
export function inCourseOrder(drills: readonly DrillEntry[], topics: readonly string[]): DrillEntry[] {
  const placeOf = ({ topic }: DrillEntry): number =>
    topics.includes(topic) ? topics.indexOf(topic) : topics.length
  return drills.toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      compare(a.topic, b.topic) ||
      a.level - b.level ||
      compare(b.kind, a.kind) ||
      a.points - b.points ||
      compare(a.id, b.id),
  )
}

/** The YAML files of a folder, sorted; none where there is no folder. */
export async function drillFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => path.join(folder, name))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function parsed(text: string): Loose {
  try {
    const value: unknown = parse(text, { logLevel: 'silent', maxAliasCount: 1000 })
    return typeof value === 'object' && value !== null ? (value as Loose) : {}
  } catch {
    return {}
  }
}

function textsIn(value: unknown): Texts | undefined {
  if (typeof value === 'string') return alike(value)
  const { en, zh } = Object(value) as Loose
  return typeof en === 'string' && typeof zh === 'string' ? { en, zh } : undefined
}

function listIn(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? value.map((item) => Object(item) as Loose) : []
}

function levelsIn(items: readonly Loose[]): number[] {
  return items.flatMap(({ level }) => (typeof level === 'number' ? [level] : []))
}

function sumOfPoints(tasks: readonly Loose[]): number {
  return tasks.reduce((sum, { points }) => sum + (typeof points === 'number' ? points : 0), 0)
}
