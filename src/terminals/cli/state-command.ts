/** `rollover state list|reset|accept|export`: of the devices that stand alone, and of labs, which have a state each. */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { encodeFileName } from '../../stores/file-name.ts'
import { nearestName } from '../../stores/nearest-name.ts'
import {
  defaultStatePath,
  labsWithState,
  openStateDirectory,
  type StateDirectory,
} from '../../stores/state-directory.ts'
import { StateInUse } from '../../stores/state-lock.ts'
import { UsageError } from './start.ts'

export interface StateArguments {
  readonly state?: string
  readonly yes?: true
  readonly names: readonly string[]
}

type What = 'list' | 'reset' | 'accept' | 'export'

/** A state directory: of single devices, or of a lab. */
interface Place {
  readonly lab: string | undefined
  readonly directory: StateDirectory
}

/** The exit status. @throws StateInUse, before anything is changed, where another process has one of the labs */
export async function stateCommand(what: What, { state, yes, names }: StateArguments): Promise<number> {
  const base = state ?? defaultStatePath()
  const program = `rollover state ${what}`
  const places: Place[] = []
  const inUse: string[] = []
  try {
    places.push({ lab: undefined, directory: openStateDirectory(base, { program }) })
    for (const { lab, path } of labsWithState(base)) {
      try {
        places.push({ lab, directory: openStateDirectory(path, { program }) })
      } catch (error) {
        const concerned = what !== 'reset' || names.length === 0 || names[0] === lab
        if (!(error instanceof StateInUse) || (what !== 'list' && concerned)) throw error
        inUse.push(`lab ${lab}: ${error.message}\n`)
      }
    }
    if (what === 'reset') return await reset(places, names, yes === true)
    if (what === 'accept') return accept(places, names[0])
    if (what === 'export') return exportTo(places, names[0] ?? '.')
    process.stdout.write(listing(places, inUse))
    return 0
  } finally {
    for (const { directory } of places) directory.close()
  }
}

function listing(places: readonly Place[], inUse: readonly string[]): string {
  const rows: string[] = []
  for (const { lab, directory } of places) {
    const part = contents(directory)
    if (lab === undefined) rows.push(...part)
    else if (part.length > 0) rows.push(`lab ${lab}\n`, ...part.map((row) => `  ${row}`))
  }
  rows.push(...inUse)
  if (rows.length === 0) rows.push('nothing is kept here\n')
  return [`${places[0]?.directory.path}\n`, ...rows].join('')
}

function contents(directory: StateDirectory): string[] {
  const rows: string[] = []
  for (const { device, files, setAside, findings } of directory.list()) {
    rows.push(`${device}\n`)
    for (const { volume, name, size, modifiedMs } of files) {
      // A mark of our own, which devices do not show either.
      if (volume === 'nvram' && name.startsWith('.')) continue
      const time = new Date(modifiedMs).toISOString().slice(0, 19)
      rows.push(`  ${volume}:${name.padEnd(24)} ${String(size).padStart(9)} bytes  ${time}Z\n`)
    }
    for (const { volume, path } of setAside) rows.push(`  ${volume}: ${path}\n`)
    for (const { text } of findings) rows.push(`  ${text}\n`)
  }
  if (directory.readSuspended() !== undefined) rows.push('a console is suspended\n')
  return rows
}

/** Everything, a device, a lab, or a device of a lab. */
async function reset(places: readonly Place[], names: readonly string[], sure: boolean): Promise<number> {
  const [name, device] = names
  const chosen = chosenPlaces(places, name, device)
  const ofLab = chosen.length === 1 ? chosen[0]?.lab : undefined
  const one = ofLab === undefined ? name : device
  const lab = ofLab === undefined ? undefined : `lab ${ofLab}`
  const what = lab === undefined ? (name ?? 'everything') : device === undefined ? lab : `${device} of ${lab}`
  if (!sure) {
    if (process.stdin.isTTY !== true) {
      process.stderr.write(`rollover: to forget ${what} for good, say --yes\n`)
      return 2
    }
    const reader = createInterface({ input: process.stdin, output: process.stderr })
    const answer = await reader.question(`Forget ${what} in ${places[0]?.directory.path} for good? [yes/no] `)
    reader.close()
    if (answer.trim() !== 'yes') return 1
  }
  for (const { directory } of chosen) directory.reset(one)
  process.stdout.write(`${what} is forgotten\n`)
  return 0
}

/** @throws UsageError for names that nothing is kept under */
function chosenPlaces(
  places: readonly Place[],
  name: string | undefined,
  device: string | undefined,
): readonly Place[] {
  if (name === undefined) return places
  const devicesOf = ({ directory }: Place) => directory.list().map((kept) => kept.device)
  const labs = places.flatMap(({ lab }) => lab ?? [])
  const lab = places.find((place) => place.lab === name)
  const alone = places.filter((place) => place.lab === undefined)
  const known =
    device === undefined ? [...alone.flatMap(devicesOf), ...labs] : lab === undefined ? labs : devicesOf(lab)
  const wanted = lab === undefined ? name : (device ?? name)
  if (!known.includes(wanted)) {
    const nearest = nearestName(wanted, known)
    const hint = nearest === undefined ? '`rollover state list` names what is' : `did you mean ${nearest}?`
    throw new UsageError(`nothing is kept of "${wanted}"; ${hint}`)
  }
  // A device that stands alone and a lab may have one name; the device is what it meant before there were labs.
  if (device === undefined && alone.flatMap(devicesOf).includes(name)) return alone
  return lab === undefined ? [] : [lab]
}

function accept(places: readonly Place[], asked: string | undefined): number {
  let count = 0
  for (const { lab, directory } of places) {
    for (const { device, volume, name } of directory.accept(asked === undefined ? {} : { name: asked })) {
      count++
      const where = lab === undefined ? device : `lab ${lab} ${device}`
      process.stdout.write(`${where} ${volume}:${name} is taken as it is now\n`)
    }
  }
  if (count === 0) process.stderr.write('rollover: no file was edited\n')
  return count > 0 ? 0 : 1
}

function exportTo(places: readonly Place[], folder: string): number {
  for (const { lab, directory } of places)
    for (const { path } of directory.export(exportFolder(folder, lab))) process.stdout.write(`${path}\n`)
  return 0
}

function exportFolder(folder: string, lab: string | undefined): string {
  if (lab === undefined) return folder
  const labs = join(folder, 'labs')
  mkdirSync(labs, { recursive: true })
  return join(labs, encodeFileName(lab))
}
