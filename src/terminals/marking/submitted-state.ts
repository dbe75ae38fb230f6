/**
 * A lab as a learner's state directory keeps it: devices boot from their files, or what was suspended is played again. The
 * directory is opened as a copy, because opening one sets damaged files aside.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { LabDrill } from '../../drills/lab-drill.ts'
import { type Texts, texts } from '../../drills/texts.ts'
import type { Storage } from '../../hardware/storage.ts'
import type { RunningLab } from '../../labs/running-lab.ts'
import { BadFile } from '../../stores/checked-file.ts'
import { volumeNames } from '../../stores/device-store.ts'
import { memoryStore } from '../../stores/memory-store.ts'
import { openStateDirectory } from '../../stores/state-directory.ts'
import { essence } from '../open-practice.ts'
import { decodeRecording, Practice, type Recording } from '../practice.ts'
import type { FreshLabs } from './fresh-labs.ts'
import type { Submission } from './submission.ts'

export interface OpenedState {
  readonly lab: RunningLab
  readonly remarks: readonly Texts[]
}

interface Kept {
  readonly stores: ReadonlyMap<string, Storage>
  readonly suspended: Uint8Array | undefined
  /** What was found damaged or edited. */
  readonly findings: readonly string[]
}

/** A suspended run that is longer is none of a learner's. */
const longestRunMs = 366 * 86_400_000

/** @throws BadFile where nothing whole is left of it */
export function openSubmittedState(
  submission: Extract<Submission, { kind: 'state' }>,
  drill: LabDrill,
  labs: FreshLabs,
  report: (error: unknown) => void,
): OpenedState {
  const { stores, suspended, findings } = readKept(submission, drill)
  const remarks: Texts[] = findings.map((text) => texts(text, text))
  const left = suspended === undefined ? undefined : decodeRecording(suspended)
  if (suspended !== undefined && left === undefined)
    remarks.push(texts('what was suspended cannot be read', '无法读取挂起的现场'))
  const played = left === undefined ? undefined : play(left, drill, stores, report)
  if (played !== undefined && 'lab' in played) return { lab: played.lab, remarks }
  if (played !== undefined) remarks.push(played.why)
  if (stores.size === 0) throw new BadFile([`${submission.path}: no file of a device is left in it`])
  const world = { forbidden: drill.forbidden, report: (_: string, error: unknown) => report(error) }
  return { lab: labs.start(drill.lab, world, stores), remarks }
}

function readKept({ path, folder, files }: Extract<Submission, { kind: 'state' }>, drill: LabDrill): Kept {
  const copy = mkdtempSync(join(tmpdir(), 'rollover-grade-'))
  try {
    for (const { name, bytes } of files) {
      mkdirSync(dirname(join(copy, name)), { recursive: true })
      writeFileSync(join(copy, name), bytes)
    }
    const directory = openStateDirectory(copy)
    try {
      const suspended = directory.readSuspended()
      const listed = new Set(directory.list().map(({ device }) => device))
      const names = drill.lab.devices.map(({ name }) => name).filter((name) => listed.has(name))
      const stores = new Map(names.map((name) => [name, inMemory(directory.device(name))]))
      const findings = [...names.flatMap((name) => directory.device(name).findings), ...directory.findings]
      return {
        stores: new Map([...stores].filter(([, store]) => !isEmpty(store))),
        suspended,
        findings: findings.map(({ text }) =>
          text.replaceAll(directory.path, folder).replaceAll(copy, folder),
        ),
      }
    } finally {
      directory.close()
    }
  } catch (error) {
    if (!(error instanceof Error) || !['StoreError', 'StateInUse'].includes(error.name)) throw error
    throw new BadFile([`${path}: ${error.message}`])
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function inMemory(store: Storage): Storage {
  const memory = memoryStore()
  for (const volume of volumeNames)
    for (const { name, modifiedMs } of store.list(volume)) {
      const bytes = store.read(volume, name)
      if (bytes !== undefined) memory.write(volume, name, bytes, modifiedMs)
    }
  return memory
}

function isEmpty(store: Storage): boolean {
  return volumeNames.every((volume) => store.list(volume).length === 0)
}

/** What was suspended, where it is of this lab and stands on these files; else why it does not count. */
function play(
  left: Recording,
  drill: LabDrill,
  stores: ReadonlyMap<string, Storage>,
  report: (error: unknown) => void,
): { readonly lab: RunningLab } | { readonly why: Texts } {
  const { lab } = drill
  const isOfLab = left.bench?.kind === 'lab' && essenceOf(left.bench.lab) === essence(lab)
  if (!isOfLab)
    return {
      why: texts(
        'what was suspended is of another lab, so it does not count',
        '挂起的现场属于另一个实验，不予采用',
      ),
    }
  if (!(left.endMs <= longestRunMs))
    return { why: texts('what was suspended is longer than a year', '挂起的现场超过一年') }
  try {
    const storage = (device: string): Storage => stores.get(device) ?? memoryStore()
    // The lab and what is forbidden in it are the drill's, whatever the recording says.
    const recording: Recording = { ...left, bench: { kind: 'lab', lab }, forbidden: drill.forbidden }
    const listener = { output() {}, note() {}, report }
    const practice = Practice.replay(recording, storage, listener)
    if (practice?.lab !== undefined) return { lab: practice.lab }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return {
      why: texts(
        `what was suspended cannot be played again (${message})`,
        `无法重放挂起的现场（${message}）`,
      ),
    }
  }
  return {
    why: texts(
      'files were saved after it was suspended, so they count and not what was suspended',
      '挂起之后又保存过文件，以文件为准',
    ),
  }
}

/** A recording comes from a file: its lab may be anything. */
function essenceOf(lab: Parameters<typeof essence>[0]): string | undefined {
  try {
    return essence(lab)
  } catch {
    return undefined
  }
}
