/**
 * `rollover capture`: what crosses one cable of a lab, as a pcapng file. Time is virtual: the lab settles, the capture
 * begins, commands are typed at consoles one after the other. The lab is as its file says; nothing is kept of it.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import packageJson from '../../../package.json' with { type: 'json' }
import { cableAt, endText } from '../../labs/cable-at.ts'
import { Capture } from '../../labs/capture.ts'
import type { Lab, LabCable, LabEnd } from '../../labs/lab.ts'
import { nearestName } from '../../stores/nearest-name.ts'
import { labPath, readLab } from '../../stores/read-lab.ts'
import { durationMs } from '../../transcripts/directives.ts'
import { loadLabs, Practice } from '../practice.ts'
import { refusedLine } from '../refused-lines.ts'
import { UsageError } from './start.ts'

export interface CaptureArguments {
  /** Name or path. */
  readonly lab: string
  /** One of its ends, or its id. */
  readonly cable: string
  /** `-` is standard output. */
  readonly output: string
  /** How long, in virtual time, such as 120s; left out: until the commands are done, or a minute where there are none. */
  readonly time?: string
  /** `PC1: ping -c 5 192.168.20.5` */
  readonly runs: readonly string[]
}

const idleMs = 60_000
const longestMs = 7 * 86_400_000
/** A command that has not ended by then is one that never does. */
const longestRunMs = 600_000

interface Typed {
  readonly on: string
  readonly command: string
}

/**
 * The exit status: 1 when a command does not end.
 * @throws UsageError for a cable or device that is not there, and a file that cannot be written
 */
export async function captureCommand(asked: CaptureArguments): Promise<number> {
  const labFile = await labPath(asked.lab)
  const lab = await readLab(asked.lab)
  const { cable, seenFrom } = findCable(lab, asked.cable)
  const forMs = asked.time === undefined ? undefined : readTime(asked.time)
  const runs = asked.runs.map((text) => readRun(lab, text))
  await loadLabs()
  const practice = new Practice({
    bench: { kind: 'lab', lab },
    seed: lab.seed,
    epochMs: lab.clockUtcMs ?? Date.UTC(2025, 0, 1),
    boot: false,
    program: `rollover ${packageJson.version}`,
  })
  const screen = new Screen(asked.output === '-' ? process.stderr : process.stdout)
  practice.listener = {
    output: (text, device) => screen.output(text, device),
    note: () => {},
    report: (error) => {
      throw error
    },
  }
  practice.start()
  const [fault] = practice.faults
  if (fault !== undefined) throw new UsageError(refusedLine(fault, labFile, readFileSync(labFile, 'utf8')))
  const { kernel, lab: running } = practice
  if (running === undefined) throw new Error('a capture is of a lab')
  const capture = new Capture(running, cable, seenFrom)
  const endMs = forMs === undefined ? Number.POSITIVE_INFINITY : kernel.nowMs + forMs
  let status = 0
  for (const { on, command } of runs) {
    const limitMs = Math.min(endMs, kernel.nowMs + longestRunMs)
    if (type(practice, on, command, limitMs, screen)) continue
    screen.endRow()
    process.stderr.write(`rollover: "${command}" had not ended on ${on} when the capture did\n`)
    // Whoever says how long it takes may mean to cut it short.
    if (forMs === undefined) status = 1
    break
  }
  screen.heard = undefined
  if (forMs !== undefined) kernel.advanceTo(endMs)
  else if (runs.length === 0) kernel.advanceTo(kernel.nowMs + idleMs)
  capture.stop()
  write(asked.output, capture.bytes())
  process.stderr.write(
    `rollover: ${capture.frames} ${capture.frames === 1 ? 'frame' : 'frames'} on ${endText(lab, cable.from)} to ${endText(lab, cable.to)}\n`,
  )
  return status
}

function write(output: string, bytes: Uint8Array): void {
  if (output === '-') {
    process.stdout.write(bytes)
    return
  }
  try {
    writeFileSync(output, bytes)
  } catch (error) {
    throw new UsageError(`the capture cannot be written: ${error instanceof Error ? error.message : error}`)
  }
}

function findCable(lab: Lab, named: string): { readonly cable: LabCable; readonly seenFrom: LabEnd } {
  const cable = cableAt(lab, named)
  if (cable === undefined) {
    const names = lab.cables.flatMap(({ id, from, to }) => [
      ...(id === undefined ? [] : [id]),
      endText(lab, from),
      endText(lab, to),
    ])
    throw new UsageError(`lab ${lab.name} has no cable "${named}"; ${offer(named, names)}`)
  }
  const [device = ''] = named.trim().split(/\s/)
  const isNear = ({ device: name }: LabEnd) => name.toLowerCase() === device.toLowerCase()
  // Both ends may be of one device; then the cable's first is as good as the other.
  return { cable, seenFrom: !isNear(cable.from) && isNear(cable.to) ? cable.to : cable.from }
}

function readTime(text: string): number {
  const ms = durationMs(text)
  if (ms !== undefined && ms <= longestMs) return ms
  throw new UsageError(`--for takes a time of up to a week, such as 120s, 10m or 1h30m, not "${text}"`)
}

function readRun(lab: Lab, text: string): Typed {
  const [, device = '', command = ''] = /^\s*([^\s:]+)\s*:\s*(.*?)\s*$/.exec(text) ?? []
  if (device === '')
    throw new UsageError(`--run takes a device and what is typed there, such as "PC1: ping -c 5 10.0.0.1"`)
  const names = lab.devices.map(({ name }) => name)
  const on = names.find((name) => name.toLowerCase() === device.toLowerCase())
  if (on === undefined)
    throw new UsageError(`lab ${lab.name} has no device "${device}"; ${offer(device, names)}`)
  return { on, command }
}

function offer(wrong: string, names: readonly string[]): string {
  const nearest = nearestName(wrong, names)
  return nearest === undefined ? `there are ${names.join(', ')}` : `did you mean ${nearest}?`
}

/** Types a command and Enter, and lets the lab work until it is done; false when it is not by the limit. */
function type(practice: Practice, on: string, command: string, limitMs: number, screen: Screen): boolean {
  practice.active = on
  screen.heard = undefined
  const { kernel, machine, device } = practice
  const settle = (): boolean => {
    while (!machine.waitsForInput) if (!kernel.step(limitMs)) return false
    return true
  }
  if (!settle()) return false
  if (device !== undefined && device.session === undefined) {
    // A console that nobody has used asks for RETURN first.
    practice.input(Uint8Array.of(0x0d))
    if (!settle()) return false
  }
  if (device?.session !== undefined) device.session.length = 0
  screen.heard = on
  practice.input(new TextEncoder().encode(`${command}\r`))
  return settle()
}

/** What one of the consoles shows, in whole rows: a prompt is written when something is typed at it. */
class Screen {
  readonly #stream: NodeJS.WritableStream
  /** The row at which each console stands. */
  readonly #rows = new Map<string, string>()
  /** Whose rows are written. */
  heard: string | undefined

  constructor(stream: NodeJS.WritableStream) {
    this.#stream = stream
  }

  output(text: string, device: string): void {
    const rows = `${this.#rows.get(device) ?? ''}${text.replaceAll('\r\n', '\n')}`
    const end = rows.lastIndexOf('\n') + 1
    if (device === this.heard) this.#stream.write(rows.slice(0, end))
    this.#rows.set(device, rows.slice(end))
  }

  /** Writes the row that has not ended, of a command that has not either. */
  endRow(): void {
    if (this.heard !== undefined) this.output('\n', this.heard)
  }
}
