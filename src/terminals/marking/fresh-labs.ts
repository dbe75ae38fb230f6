/**
 * Labs that are started to be marked: nobody watches, nothing is kept. What a lab's devices have as configuration is typed
 * once; every further start of the same lab begins from what that left in their NVRAM and flash.
 */

import '../../ios/features/index.ts'
import type { Storage, Volume } from '../../hardware/storage.ts'
import type { Lab } from '../../labs/lab.ts'
import { type LabWorld, RunningLab } from '../../labs/running-lab.ts'
import { memoryStore } from '../../stores/memory-store.ts'
import { nodeHashing } from '../hashing.ts'

const volumes: readonly Volume[] = ['nvram', 'flash']

interface KeptFile {
  readonly device: string
  readonly volume: Volume
  readonly name: string
  readonly modifiedMs: number
  readonly bytes: Uint8Array
}

export class FreshLabs {
  readonly #prepared = new WeakMap<Lab, readonly KeptFile[]>()

  /**
   * @param world what of the consoles is heard; a mistake of ours throws where nobody hears it
   * @param given files that devices have already; they are changed by what happens
   */
  start(
    lab: Lab,
    world: Partial<Pick<LabWorld, 'output' | 'note' | 'report' | 'forbidden'>> = {},
    given: ReadonlyMap<string, Storage> = new Map(),
  ): RunningLab {
    // What is prepared is what a new lab has, not what somebody made of it.
    if (given.size > 0 && !this.#prepared.has(lab)) this.start(lab)
    const stores = new Map<string, Storage>(
      lab.devices.map(({ name }) => [name, given.get(name) ?? memoryStore()]),
    )
    const storage = (device: string): Storage => {
      const store = stores.get(device)
      if (store === undefined) throw new Error(`no storage for ${device}`)
      return store
    }
    const kept = this.#prepared.get(lab)
    for (const { device, volume, name, modifiedMs, bytes } of kept ?? [])
      if (!given.has(device)) storage(device).write(volume, name, bytes, modifiedMs)
    const running = new RunningLab(lab, {
      hashing: nodeHashing,
      storage,
      output() {},
      note() {},
      report(_device, error) {
        throw error
      },
      ...world,
    })
    if (kept === undefined) {
      running.prepare()
      this.#prepared.set(lab, filesIn(stores))
    }
    running.start()
    return running
  }
}

function filesIn(stores: ReadonlyMap<string, Storage>): KeptFile[] {
  return [...stores].flatMap(([device, store]) =>
    volumes.flatMap((volume) =>
      store.list(volume).map(({ name, modifiedMs }) => ({
        device,
        volume,
        name,
        modifiedMs,
        bytes: store.read(volume, name) ?? new Uint8Array(),
      })),
    ),
  )
}
