/**
 * What a learner hands in: a transcript, which is one file, or a state directory. Everything of it is read at once, so that
 * what is marked and what is hashed are the same bytes, and nothing of it is changed. Leaves out what it is worth.
 */

import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BadFile } from '../../stores/checked-file.ts'
import { decodeFileName, encodeFileName } from '../../stores/file-name.ts'
import { unreadable } from '../../stores/person-file.ts'

export interface SubmittedFile {
  /** From the submission's folder, with `/`. */
  readonly name: string
  readonly bytes: Uint8Array
}

export type Submission =
  | { readonly kind: 'transcript'; readonly path: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'state'
      readonly path: string
      /** Where in it the lab's files lie; the path itself or a folder below it. */
      readonly folder: string
      /** Sorted by name. */
      readonly files: readonly SubmittedFile[]
    }

/** Longer is no copy of a terminal, and no NVRAM. */
const mostBytes = 16 * 1024 * 1024
const mostFiles = 2000

/** @throws BadFile */
export function readTranscriptSubmission(path: string): Submission {
  return { kind: 'transcript', path, bytes: readWhole(path) }
}

/** What a state directory is looked through for. */
export interface SubmittedLab {
  /** The drill's id. */
  readonly drill: string
  readonly lab: string
  readonly devices: readonly string[]
}

/**
 * The lab's files in a state directory: the drill's own among `drills`, the lab's among `labs`, or else this directory is
 * the lab's itself.
 * @throws BadFile where nothing of them is there
 */
export function readStateSubmission(path: string, wanted: SubmittedLab): Submission {
  if (!isFolder(path)) throw new BadFile([`${path}: there is no such folder`])
  const inDrills = join('drills', encodeFileName(wanted.drill))
  const inLabs = join('labs', encodeFileName(wanted.lab))
  const below = [join(inDrills, inLabs), inDrills, inLabs].map((name) => join(path, name))
  const folder = below.find(isFolder) ?? path
  const files: SubmittedFile[] = []
  let left = mostBytes
  const add = (name: string): void => {
    const file = { name, bytes: readWhole(join(folder, name)) }
    left -= file.bytes.length
    if (left < 0 || files.length >= mostFiles)
      throw new BadFile([`${folder}: it holds more than the files of a lab`])
    files.push(file)
  }
  for (const name of filesBelow(folder, 'devices')) add(name)
  if (entriesOf(folder).some((entry) => entry.name === 'suspended')) add('suspended')
  const isOfLab = files.some(
    ({ name }) =>
      name === 'suspended' || wanted.devices.includes(decodeFileName(name.split('/')[1] ?? '') ?? ''),
  )
  if (!isOfLab)
    throw new BadFile([
      `${path}: nothing of drill ${wanted.drill} is kept there (neither drills/${wanted.drill}, nor labs/${wanted.lab}, nor a file of ${wanted.devices.join(', ')})`,
    ])
  files.sort((a, b) => (a.name < b.name ? -1 : 1))
  return { kind: 'state', path, folder, files }
}

/** The one file of a folder that holds nothing else, as courses give out what was handed in; undefined otherwise. */
export function onlyFileIn(folder: string): string | undefined {
  const entries = entriesOf(folder).filter(({ name }) => !name.startsWith('.'))
  const [only] = entries
  return entries.length === 1 && only?.isFile() === true && only.name !== 'suspended' ? only.name : undefined
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    throw new BadFile([`${folder}: ${unreadable(codeOf(error))}`])
  }
}

/** Links lead out of the submission, so they are passed over. */
function filesBelow(folder: string, name: string): string[] {
  if (!isFolder(join(folder, name))) return []
  return entriesOf(join(folder, name)).flatMap((entry) => {
    const inside = `${name}/${entry.name}`
    if (entry.isDirectory()) return filesBelow(folder, inside)
    return entry.isFile() ? [inside] : []
  })
}

/** @throws BadFile */
function readWhole(path: string): Uint8Array {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  if (stat?.isSymbolicLink() === true) throw new BadFile([`${path}: it is a link, not a file`])
  if (stat !== undefined && !stat.isFile())
    throw new BadFile([`${path}: ${stat.isDirectory() ? unreadable('EISDIR') : 'it is no ordinary file'}`])
  if (stat !== undefined && stat.size > mostBytes)
    throw new BadFile([`${path}: it is longer than ${mostBytes / 1024 / 1024} MB`])
  try {
    return readFileSync(path)
  } catch (error) {
    throw new BadFile([`${path}: ${unreadable(codeOf(error))}`])
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
