/** Opens a practice device as the command line asks for it: its profile, its state directory, and what was suspended there. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import type { Profile } from '../hardware/profile.ts'
import type { StateDirectory } from '../stores/state-directory.ts'
import { decodeRecording, encodeRecording, Practice, type Recording } from './practice.ts'

export interface PracticeChoice {
  readonly profile: Profile
  /** The state directory; left out: the user's own, or none at all on a pipe. */
  readonly state?: string
  readonly ephemeral: boolean
  readonly boot: boolean
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
  /** Writes what led to a mistake of ours; returns the file. */
  report(error: unknown, typed: string, recording: Recording): string
  close(): void
}

/** @throws StateInUse when another process holds the state directory. */
export async function openPractice(
  choice: PracticeChoice & { readonly interactive: boolean },
): Promise<Opened> {
  const { profile, boot } = choice
  const keeps = !choice.ephemeral && (choice.state !== undefined || choice.interactive)
  const program = `rollover ${packageJson.version}`
  const directory = keeps ? await openDirectory(choice.state, program) : undefined
  const storage = directory?.device(profile.name)
  const suspended = boot ? undefined : readSuspended(directory, profile)
  const remarks: string[] = [...(storage?.findings ?? []), ...(directory?.findings ?? [])].map(
    ({ text }) => text,
  )
  if (suspended !== undefined && suspended.program !== program) {
    remarks.push(
      `this console was left with ${suspended.program}; what was typed has been played again with ${program}`,
    )
  }
  let shown = ''
  const replayed =
    suspended &&
    Practice.replay(suspended, storage, {
      output: (text) => {
        shown += text
      },
      note() {},
      report() {},
    })
  if (suspended !== undefined && replayed === undefined) {
    remarks.push('files were saved after this console was suspended, so it starts from them')
  }
  const practice =
    replayed ??
    new Practice({
      profile,
      name: profile.name,
      ...(storage === undefined ? {} : { storage }),
      // A pipe gives the same bytes every time; a person's device draws its own salts and keys.
      seed: choice.interactive ? Date.now() >>> 0 : 1,
      epochMs: choice.interactive ? Date.now() : Date.UTC(2025, 0, 1),
      boot,
      program,
    })
  return {
    practice,
    remarks,
    resumed: replayed !== undefined,
    begin: () => (replayed === undefined ? practice.start() : practice.listener.output(shown)),
    suspend: () => directory?.writeSuspended(encodeRecording(practice.recording())),
    report: (error, typed, recording) => writeReport(directory, error, typed, recording),
    powerOff: () => directory?.clearSuspended(),
    close: () => directory?.close(),
  }
}

/** Loaded only where something is kept: a pipe without state starts without it. */
async function openDirectory(state: string | undefined, program: string): Promise<StateDirectory> {
  const { defaultStatePath, openStateDirectory } = await import('../stores/state-directory.ts')
  return openStateDirectory(state ?? defaultStatePath(), { program })
}

function readSuspended(directory: StateDirectory | undefined, profile: Profile): Recording | undefined {
  const bytes = directory?.readSuspended()
  const recording = bytes === undefined ? undefined : decodeRecording(bytes)
  return recording?.profile.name === profile.name ? recording : undefined
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
