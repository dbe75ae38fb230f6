/** `rollover list drills`: those that come with the program, or those of files and folders that are named. */

import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Language, said, type Texts, texts } from '../../drills/texts.ts'
import { type DrillEntry, drillIndex } from '../../stores/drill-index.ts'
import { textTable } from '../text-table.ts'

export interface DrillListing {
  readonly language: Language
  readonly json: boolean
  /** Files and folders; the drills of the program where there are none. */
  readonly paths: readonly string[]
}

/** @throws BadFile for a file that is no drill */
export async function listDrills({ language, json, paths }: DrillListing): Promise<string> {
  const entries = paths.length === 0 ? await drillIndex() : await entriesIn(paths)
  if (!json) return table(entries, language)
  const items = entries.map(({ id, kind, topic, level, title, points, ...rest }) => ({
    ...{ id, kind, topic, level, title: said(title, language), points },
    ...rest,
  }))
  return `${JSON.stringify(items, undefined, 2)}\n`
}

async function entriesIn(paths: readonly string[]): Promise<DrillEntry[]> {
  const { drillEntry, drillFiles, inCourseOrder } = await import('../../stores/drill-entry.ts')
  const { BadFile } = await import('../../stores/checked-file.ts')
  const entries: DrillEntry[] = []
  const add = async (file: string, isNamed: boolean): Promise<void> => {
    const { readPersonFile } = await import('../../stores/person-file.ts')
    const entry = drillEntry(Buffer.from(await readPersonFile(file)).toString(), file)
    const fault = `${file}: this is no drill that can be listed; \`rollover check\` says what is wrong with it`
    if (entry !== undefined) entries.push(entry)
    else if (isNamed) throw new BadFile([fault])
    else if (await isMeant(file)) process.stderr.write(`rollover: ${fault}\n`)
  }
  for (const name of paths) {
    const isFolder = (await stat(name).catch(() => undefined))?.isDirectory() === true
    if (!isFolder) await add(name, true)
    else
      for (const folder of [name, path.join(name, 'cards')])
        for (const file of await drillFiles(folder)) await add(file, false)
  }
  const { drillTopics } = await import('../../stores/drill-index.ts')
  return inCourseOrder(entries, [...(await drillTopics()).keys()])
}

/** Labs and topics may lie in the same folder. */
async function isMeant(file: string): Promise<boolean> {
  return /^kind\s*:/m.test(await readFile(file, 'utf8').catch(() => ''))
}

const kinds: Readonly<Record<DrillEntry['kind'], Texts>> = {
  lab: texts('lab', '实验'),
  cards: texts('cards', '卡片'),
}

function table(entries: readonly DrillEntry[], language: Language): string {
  const rows = entries.map((entry) => [
    entry.id,
    said(kinds[entry.kind], language),
    entry.topic,
    said(levelOf(entry), language),
    said(sizeOf(entry), language),
    said(entry.title, language),
  ])
  return textTable(rows)
}

function levelOf({ level, highestLevel }: DrillEntry): Texts {
  const range = highestLevel === undefined ? String(level) : `${level}–${highestLevel}`
  return texts(`level ${range}`, `${range} 级`)
}

function sizeOf({ kind, points }: DrillEntry): Texts {
  const s = points === 1 ? '' : 's'
  return kind === 'lab'
    ? texts(`${points} point${s}`, `${points} 分`)
    : texts(`${points} question${s}`, `${points} 题`)
}
