/**
 * What drills come with the program, without reading their files: the build has written it down beside the bundle. The
 * sources, which have no such file, read the drills.
 */

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Texts } from '../drills/texts.ts'
import type { DrillEntry, DrillIndex } from './drill-entry.ts'

export type { DrillEntry }

/** By topic in the order of the course, then by level. */
export async function drillIndex(): Promise<readonly DrillEntry[]> {
  return (await index()).drills
}

/** What drills are about, in the order of the course. */
export async function drillTopics(): Promise<ReadonlyMap<string, Texts>> {
  return new Map((await index()).topics)
}

let read: Promise<DrillIndex> | undefined

function index(): Promise<DrillIndex> {
  read ??= import.meta.url.endsWith('.ts') ? fromFiles() : fromBuild()
  return read
}

async function fromBuild(): Promise<DrillIndex> {
  const file = fileURLToPath(new URL('drill-index.json', import.meta.url))
  return JSON.parse(await readFile(file, 'utf8')) as DrillIndex
}

async function fromFiles(): Promise<DrillIndex> {
  const { readDrillIndex } = await import('./drill-entry.ts')
  return readDrillIndex(fileURLToPath(new URL('../../drills/', import.meta.url)), () => {})
}
