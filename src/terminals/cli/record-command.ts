/**
 * `rollover record`: a console session, written down as a transcript. On a terminal Ctrl-] ends it; on a pipe the end of
 * input does, and time is virtual.
 */

import { writeFileSync } from 'node:fs'
import packageJson from '../../../package.json' with { type: 'json' }
import { Device } from '../../session/device.ts'
import { Recorder } from '../../transcripts/recorder.ts'
import { Pipe } from '../plain/pipe.ts'
import { type Bench, loadLabs, Practice } from '../practice.ts'
import { WallClock } from '../wall-clock.ts'
import { UsageError } from './start.ts'
import { transcriptSurroundings } from './transcript-surroundings.ts'

const leader = 0x1d

export interface RecordArguments {
  readonly bench: Bench
  /** How the person named the lab. */
  readonly lab?: string
  /** In a lab: whose console; the first switch or router when left out. */
  readonly on?: string
  /** Standard output when left out. */
  readonly output?: string
}

/** @throws UsageError for the console of a host */
export async function recordCommand({ bench, lab, on, output }: RecordArguments): Promise<number> {
  if (bench.kind === 'lab') await loadLabs()
  const practice = new Practice({
    // A transcript names a device as its prompt does.
    bench: bench.kind === 'lab' ? bench : { ...bench, name: bench.profile.defaultHostname },
    // The run that checks the transcript draws the same salts.
    seed: bench.kind === 'lab' ? bench.lab.seed : 1,
    epochMs: (bench.kind === 'lab' ? bench.lab.clockUtcMs : undefined) ?? Date.UTC(2025, 0, 1),
    boot: false,
    program: `rollover ${packageJson.version}`,
  })
  const first = [...practice.machines.values()].find((machine) => machine instanceof Device)
  practice.active = on ?? first?.name ?? practice.active
  const { device } = practice
  if (device === undefined)
    throw new UsageError(`${practice.active} is a host; a recording is of a switch or router`)
  const standsIn = bench.kind === 'lab' ? { lab: bench.lab, named: lab ?? bench.lab.name } : undefined
  const recorder = new Recorder(device, standsIn)
  const onTerminal = process.stdin.isTTY === true
  practice.listener = {
    output: (text, from) => {
      if (from !== practice.active) return
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
