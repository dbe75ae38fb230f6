/** Opens a device or a lab to practise on as the command line asks for it: its state directory, and what was suspended there. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import type { Storage } from '../hardware/storage.ts'
import type { Lab } from '../labs/lab.ts'
import { isOutdated } from '../labs/prepared-device.ts'
import type { StateDirectory } from '../stores/state-directory.ts'
import {
  type Bench,
  decodeRecording,
  encodeRecording,
  loadLabs,
  Practice,
  type Recording,
} from './practice.ts'
import { refusedLine } from './refused-lines.ts'

export interface PracticeChoice {
  readonly bench: Bench
  /** Where the lab stands. */
  readonly labFile?: string
  /** Whose console to begin at; the first of a lab when left out. */
  readonly on?: string
  /** The state directory; left out: the user's own, or none at all on a pipe. */
  readonly state?: string
  readonly ephemeral: boolean
  readonly boot: boolean
  /** The lab is a drill's: it is kept apart from the lab of the same name. */
  readonly drill?: { readonly id: string; readonly forbidden: readonly string[] }
}

export interface Opened {
  readonly practice: Practice
  /** What was found on opening: damage, edits, a suspended run of another version. */
  readonly remarks: readonly string[]
  /** The console comes back as it was left. */
  readonly resumed: boolean
  /** Switches on, or plays the suspended run; the listener hears what was shown. */
  begin(): void
  /** Keeps everything as it is for the next start. */
  suspend(): void
  /** The person wants nothing kept but what was saved. */
  powerOff(): void
  /** Everything is thrown away: the next start is the first. */
  forget(): void
  /** Writes what led to a mistake of ours; returns the file. */
  report(error: unknown, typed: string, recording: Recording): string
  close(): void
}

/** @throws StateInUse when another process holds the state directory. */
export async function openPractice(
  choice: PracticeChoice & { readonly interactive: boolean },
): Promise<Opened> {
  const { bench, boot } = choice
  if (bench.kind === 'lab') await loadLabs()
  const keeps = !choice.ephemeral && (choice.state !== undefined || choice.interactive)
  const program = `rollover ${packageJson.version}`
  const directory = keeps ? await openDirectory(choice, program) : undefined
  const storage = directory && ((device: string) => directory.device(device))
  const left = boot ? undefined : readSuspended(directory)
  const suspended = left !== undefined && isOf(left, bench) ? asNow(left, bench) : undefined
  const names = bench.kind === 'device' ? [bench.name] : bench.lab.devices.map(({ name }) => name)
  const remarks: string[] = [
    ...names.flatMap((name) => directory?.device(name).findings ?? []),
    ...(directory?.findings ?? []),
  ].map(({ text }) => text)
  remarks.push(...labRemarks(bench, storage))
  if (left?.bench.kind === 'lab' && suspended === undefined)
    remarks.push('the lab has been changed since it was left as it was, so it starts from what was saved')
  if (suspended !== undefined && suspended.program !== program) {
    remarks.push(
      `this console was left with ${suspended.program}; what was typed has been played again with ${program}`,
    )
  }
  const shown: { text: string; device: string }[] = []
  const replayed =
    suspended &&
    Practice.replay(suspended, storage, {
      output: (text, device) => shown.push({ text, device }),
      note() {},
      report() {},
    })
  if (suspended !== undefined && replayed === undefined) {
    remarks.push('files were saved after this console was suspended, so it starts from them')
  }
  const practice =
    replayed ??
    new Practice({
      bench,
      ...(storage === undefined ? {} : { storage }),
      // A pipe gives the same bytes every time; a person's device draws its own salts and keys.
      // A lab's seed is its own: the same lab and input give the same bytes.
      seed: bench.kind === 'lab' ? bench.lab.seed : choice.interactive ? Date.now() >>> 0 : 1,
      epochMs: clockOf(bench) ?? (choice.interactive ? Date.now() : Date.UTC(2025, 0, 1)),
      boot,
      ...(choice.drill === undefined || choice.drill.forbidden.length === 0
        ? {}
        : { forbidden: choice.drill.forbidden }),
      program,
    })
  if (choice.on !== undefined) practice.active = choice.on
  return {
    practice,
    remarks,
    resumed: replayed !== undefined,
    begin: () => {
      if (replayed === undefined) {
        practice.start()
        tellRefused(practice, choice.labFile)
      } else for (const { text, device } of shown) practice.listener.output(text, device)
    },
    suspend: () => directory?.writeSuspended(encodeRecording(practice.recording())),
    report: (error, typed, recording) => writeReport(directory, error, typed, recording),
    powerOff: () => directory?.clearSuspended(),
    forget: () => {
      directory?.clearSuspended()
      for (const name of names) directory?.reset(name)
    },
    close: () => directory?.close(),
  }
}

/** Loaded only where something is kept: a pipe without state starts without it. */
async function openDirectory(
  { state, bench, drill }: PracticeChoice,
  program: string,
): Promise<StateDirectory> {
  const { defaultStatePath, drillStatePath, labStatePath, openStateDirectory } = await import(
    '../stores/state-directory.ts'
  )
  const base = state ?? defaultStatePath()
  const path =
    drill !== undefined
      ? drillStatePath(base, drill.id)
      : bench.kind === 'lab'
        ? labStatePath(base, bench.lab.name)
        : base
  return openStateDirectory(path, { program })
}

function readSuspended(directory: StateDirectory | undefined): Recording | undefined {
  const bytes = directory?.readSuspended()
  return bytes === undefined ? undefined : decodeRecording(bytes)
}

/** Of another device, or of a lab that has been changed since, nothing is resumed. */
function isOf({ bench: left }: Recording, bench: Bench): boolean {
  if (bench.kind === 'lab') return left.kind === 'lab' && essence(left.lab) === essence(bench.lab)
  return left.kind === 'device' && left.profile.name === bench.profile.name
}

/** What a run of a lab follows from: not its words, nor where things are drawn and written. */
export function essence({ name, clockUtcMs, seed, devices, cables }: Lab): string {
  const built = devices.map(({ position, ...device }) =>
    device.host === undefined ? { ...device, config: device.config?.text } : device,
  )
  return JSON.stringify({ name, clockUtcMs, seed, devices: built, cables })
}

/** With what has changed in the lab's file and is no part of the run. */
function asNow(left: Recording, bench: Bench): Recording {
  return bench.kind === 'lab' ? { ...left, bench } : left
}

/** What a lab's file says and its devices do not have. */
function labRemarks(bench: Bench, storage: ((device: string) => Storage) | undefined): string[] {
  if (bench.kind === 'device' || storage === undefined) return []
  const { name, devices } = bench.lab
  const outdated = devices.filter(
    (device) => device.host === undefined && isOutdated(device, storage(device.name)),
  )
  if (outdated.length === 0) return []
  const names = outdated.map((device) => device.name).join(', ')
  const [has, keeps] = outdated.length === 1 ? ['has', 'keeps'] : ['have', 'keep']
  return [
    `${names} ${has} another config in the lab's file now, and ${keeps} what was saved (\`rollover state reset ${name}\` begins anew)`,
  ]
}

/** Lines of a lab's configurations that its devices did not take. */
function tellRefused({ faults, listener }: Practice, file: string | undefined): void {
  if (faults.length === 0) return
  const text = file === undefined ? '' : readFileSync(file, 'utf8')
  for (const fault of faults) listener.note(refusedLine(fault, file ?? 'lab', text), fault.device)
}

function clockOf(bench: Bench): number | undefined {
  return bench.kind === 'lab' ? bench.lab.clockUtcMs : undefined
}

function writeReport(
  directory: StateDirectory | undefined,
  error: unknown,
  typed: string,
  recording: Recording,
): string {
  const folder = join(directory?.path ?? tmpdir(), directory === undefined ? 'rollover-reports' : 'reports')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${Date.now()}-${process.pid}.json`)
  const stack = error instanceof Error ? error.stack : String(error)
  writeFileSync(file, `${JSON.stringify({ error: stack, typed, recording }, undefined, 2)}\n`)
  return file
}
