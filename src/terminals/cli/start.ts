/** The ways into the program, with their options read: a console in full screen or plain, on a profile. */

import type { DeviceProfile, Profile } from '../../hardware/profile.ts'
import { builtInProfile, profileNames } from '../../hardware/profile-catalogue.ts'
import { runConsole } from '../plain/console.ts'
import type { Bench } from '../practice.ts'

export interface ConsoleOptions {
  readonly device?: string
  readonly state?: string
  readonly ephemeral?: true
  readonly boot?: true
  /** Of a lab: whose console. */
  readonly on?: string
  readonly lang?: 'zh' | 'en'
  /** Virtual seconds after each Enter on a pipe. */
  readonly pace: number
}

export const defaultDevice = 'catalyst-2960-24tt'

/** Something that was asked for is not there; the message is the sentence for the person. */
export class UsageError extends Error {}

/** The full screen where there is one, else the plain console. Resolves with the exit status. */
export async function startConsole(options: ConsoleOptions, lab?: string): Promise<number> {
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) return startPlainConsole(options, lab)
  const { runTui } = await import('../tui/run.tsx')
  return runTui({
    ...(await choiceOf(options, lab)),
    ...(options.lang === undefined ? {} : { lang: options.lang }),
  })
}

export async function startPlainConsole(options: ConsoleOptions, lab?: string): Promise<number> {
  return runConsole({ ...(await choiceOf(options, lab)), paceMs: options.pace * 1000 })
}

/** What is practised on, and whose console it begins at. */
export async function benchOf(
  options: Pick<ConsoleOptions, 'device' | 'on'>,
  lab: string | undefined,
): Promise<{ readonly bench: Bench; readonly labFile?: string; readonly on?: string }> {
  if (lab !== undefined && options.device !== undefined)
    throw new UsageError('a lab has its own devices; --device is for one alone')
  const found = lab === undefined ? { bench: await deviceBench(options) } : await labBench(lab)
  return {
    ...found,
    ...(options.on === undefined ? {} : { on: await machineNamed(options.on, found.bench) }),
  }
}

async function choiceOf(options: ConsoleOptions, lab: string | undefined) {
  if (lab !== undefined && options.boot === true)
    throw new UsageError(
      'a lab begins with its network up; --boot is for a device alone (reload shows the boot)',
    )
  return {
    ...(await benchOf(options, lab)),
    ephemeral: options.ephemeral ?? false,
    boot: options.boot ?? false,
    ...(options.state === undefined ? {} : { state: options.state }),
  }
}

async function deviceBench(options: Pick<ConsoleOptions, 'device'>): Promise<Bench> {
  const profile = await findProfile(options.device ?? defaultDevice)
  return { kind: 'device', name: profile.name, profile }
}

async function labBench(nameOrPath: string): Promise<{ bench: Bench; labFile: string }> {
  const { labPath, readLab } = await import('../../stores/read-lab.ts')
  return { bench: { kind: 'lab', lab: await readLab(nameOrPath) }, labFile: await labPath(nameOrPath) }
}

async function machineNamed(name: string, bench: Bench): Promise<string> {
  const names = bench.kind === 'lab' ? bench.lab.devices.map((device) => device.name) : [bench.name]
  const found = names.find((one) => one.toLowerCase() === name.toLowerCase())
  if (found !== undefined) return found
  const { nearestName } = await import('../../stores/nearest-name.ts')
  const nearest = nearestName(name, names)
  throw new UsageError(
    `there is no device "${name}"; ${nearest === undefined ? `there are ${names.join(', ')}` : `did you mean ${nearest}?`}`,
  )
}

/** The profile of a switch or router: a built-in one by name, or one in a file. */
export async function findProfile(nameOrPath: string): Promise<Profile> {
  const profile = await findDeviceProfile(nameOrPath)
  if (profile.kind !== 'host') return profile
  throw new UsageError(
    `"${nameOrPath}" is the profile of a host: it has no console of its own, use it in a lab`,
  )
}

/** The profile of anything that can stand in a lab: a built-in one by name, or one in a file. */
async function findDeviceProfile(nameOrPath: string): Promise<DeviceProfile> {
  const builtIn = await builtInProfile(nameOrPath)
  if (builtIn !== undefined) return builtIn
  if (/[/\\]|\.json$/.test(nameOrPath)) {
    const { readProfile } = await import('../../stores/read-profile.ts')
    return readProfile(nameOrPath)
  }
  const { nearestName } = await import('../../stores/nearest-name.ts')
  const nearest = nearestName(nameOrPath, profileNames)
  const known = nearest === undefined ? `there are ${profileNames.join(', ')}` : `did you mean ${nearest}?`
  throw new UsageError(`there is no device profile "${nameOrPath}"; ${known}`)
}
