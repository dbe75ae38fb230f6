/**
 * `rollover record`: a console session, written down as a transcript. On a terminal Ctrl-] ends it; on a pipe the end of
 * input does, and time is virtual.
 */

import { writeFileSync } from 'node:fs'
import packageJson from '../../../package.json' with { type: 'json' }
import type { Profile } from '../../hardware/profile.ts'
import { Recorder } from '../../transcripts/recorder.ts'
import { Pipe } from '../plain/pipe.ts'
import { Practice } from '../practice.ts'
import { WallClock } from '../wall-clock.ts'
import { transcriptSurroundings } from './transcript-surroundings.ts'

const leader = 0x1d

export interface RecordArguments {
  readonly profile: Profile
  /** Standard output when left out. */
  readonly output?: string
}

export async function recordCommand({ profile, output }: RecordArguments): Promise<number> {
  const practice = new Practice({
    bench: { kind: 'device', name: profile.defaultHostname, profile },
    // The run that checks the transcript draws the same salts.
    seed: 1,
    epochMs: Date.UTC(2025, 0, 1),
    boot: false,
    program: `rollover ${packageJson.version}`,
  })
  const { device } = practice
  if (device === undefined) throw new Error('a recording is of a switch or router')
  const recorder = new Recorder(device)
  const onTerminal = process.stdin.isTTY === true
  practice.listener = {
    output: (text) => {
      recorder.output(text)
      if (onTerminal) process.stdout.write(text)
    },
    note: (text) => process.stderr.write(`rollover: ${text}\n`),
    report: (error) => {
      throw error
    },
  }
  practice.start()
  if (onTerminal) await attend(practice)
  else {
    const pipe = new Pipe(practice, { paceMs: 1000 })
    pipe.input(Uint8Array.of(0x0d))
    for await (const chunk of process.stdin) pipe.input(chunk as Buffer)
    pipe.end()
  }
  const transcript = recorder.finish(transcriptSurroundings)
  if (output === undefined) process.stdout.write(transcript)
  else writeFileSync(output, transcript)
  return 0
}

/** Resolves when the person ends it. */
function attend(practice: Practice): Promise<void> {
  const clock = new WallClock(practice.kernel)
  process.stdin.setRawMode(true)
  process.stderr.write('rollover: recording; Ctrl-] ends it\r\n')
  return new Promise((resolve) => {
    const end = (): void => {
      clock.stop()
      process.stdin.setRawMode(false)
      process.stdin.pause()
      process.stdin.removeListener('data', typed)
      process.stdout.write('\n')
      resolve()
    }
    const typed = (chunk: Buffer): void => {
      clock.sync()
      const at = chunk.indexOf(leader)
      practice.input(at === -1 ? chunk : chunk.subarray(0, at))
      if (at !== -1) end()
      else clock.rearm()
    }
    process.stdin.on('data', typed)
    process.once('SIGTERM', end)
    process.once('SIGHUP', end)
  })
}
