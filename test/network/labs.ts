/** For tests and benchmarks: labs made of data, run in virtual time with memory for disks. */

import '../../src/ios/features/index.ts'
import type { CableKind } from '../../src/hardware/cable.ts'
import type { Storage } from '../../src/hardware/storage.ts'
import type { Ios } from '../../src/ios/ios.ts'
import { encodeUtf8 } from '../../src/kernel/utf8.ts'
import type { Lab, LabDevice, LabIosDevice } from '../../src/labs/lab.ts'
import { RunningLab } from '../../src/labs/running-lab.ts'
import { Device } from '../../src/session/device.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'
import { nodeHashing } from '../../src/terminals/hashing.ts'
import { profileOf } from '../profile-of.ts'

/** A switch or router. */
export function iosDevice(name: string, profileName: string, config?: string): LabIosDevice {
  const profile = profileOf(profileName)
  return { name, profile, ...(config === undefined ? {} : { config: { text: config, firstNumber: 1 } }) }
}

/** `SW1 GigabitEthernet0/1`, twice. */
export type CableEnds = readonly [string, string, CableKind?]

export function labOf(name: string, devices: readonly LabDevice[], cables: readonly CableEnds[]): Lab {
  const end = (text: string) => {
    const [device = '', port = ''] = text.split(' ')
    return { device, port }
  }
  return {
    name,
    description: {},
    seed: 1,
    devices,
    cables: cables.map(([from, to, kind = 'crossover']) => ({ from: end(from), to: end(to), kind })),
  }
}

export interface LabUnderTest {
  readonly running: RunningLab
  /** What each console showed since the start. */
  readonly shown: Map<string, string>
}

/** A lab with its power still off. `startup`: what every device, all of them switches, has as its startup configuration. */
export function newLab(lab: Lab, seed = 1, startup?: string): LabUnderTest {
  const storages = new Map<string, Storage>()
  const shown = new Map<string, string>()
  const running = new RunningLab(
    lab,
    {
      hashing: nodeHashing,
      storage: (device) => {
        const known = storages.get(device)
        if (known !== undefined) return known
        const storage = memoryStore()
        storages.set(device, storage)
        if (startup !== undefined) storage.write('flash', 'config.text', encodeUtf8(startup), 0)
        return storage
      },
      output: (device, text) => void shown.set(device, (shown.get(device) ?? '') + text),
      note: () => {},
      report: (device, error, typed) => {
        throw new Error(`${device} failed behind ${JSON.stringify(typed)}`, { cause: error })
      },
    },
    { seed },
  )
  return { running, shown }
}

/** A lab that has settled. @throws Error when a device refuses a line of its configuration */
export function startedLab(lab: Lab, seed = 1): LabUnderTest {
  const made = newLab(lab, seed)
  const faults = made.running.start()
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  return made
}

export function iosOf({ running }: LabUnderTest, name: string): Ios {
  const machine = running.machines.get(name)
  if (!(machine instanceof Device) || machine.ios === undefined)
    throw new Error(`${name} is no running device`)
  return machine.ios
}

/** Switches in a ring. */
export function ringLab(switches: number, config?: string): Lab {
  return labOf(
    `ring of ${switches}`,
    Array.from({ length: switches }, (_, i) => iosDevice(`SW${i}`, 'catalyst-2960-24tt', config)),
    Array.from(
      { length: switches },
      (_, i): CableEnds => [`SW${i} GigabitEthernet0/1`, `SW${(i + 1) % switches} GigabitEthernet0/2`],
    ),
  )
}

/** Switches in a tree: eight below each. */
export function treeLab(switches: number, config?: string): Lab {
  return labOf(
    `tree of ${switches}`,
    Array.from({ length: switches }, (_, i) => iosDevice(`SW${i}`, 'catalyst-2960-24tt', config)),
    Array.from(
      { length: switches - 1 },
      (_, i): CableEnds => [`SW${i >> 3} FastEthernet0/${1 + (i & 7)}`, `SW${i + 1} GigabitEthernet0/1`],
    ),
  )
}
