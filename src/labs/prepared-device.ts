/**
 * Whether what a lab gives a device as `config` has been typed there. It is typed once: what is in the device's NVRAM from
 * then on is the person's. A mark in NVRAM, which the device does not show, says so and holds the text that was typed.
 * Leaves out the typing.
 */

import type { Storage, Volume } from '../hardware/storage.ts'
import { encodeUtf8 } from '../kernel/utf8.ts'
import type { LabIosDevice } from './lab.ts'

const mark = '.lab'
/** No configuration begins with this: the process ended before the device had saved. */
const unfinished = encodeUtf8('\0')

/** False when it is still to be typed. A device on which typing was cut short is new again. */
export function isPrepared(device: LabIosDevice, storage: Storage): boolean {
  const marked = storage.read('nvram', mark)
  if (marked !== undefined && !same(marked, unfinished)) return true
  // A configuration that the lab's file got after somebody had saved another.
  if (marked === undefined && hasStartup(device, storage)) return true
  const volumes: readonly Volume[] = ['nvram', 'flash']
  for (const volume of volumes) for (const { name } of storage.list(volume)) storage.remove(volume, name)
  storage.write('nvram', mark, unfinished, 0)
  return false
}

export function markPrepared(device: LabIosDevice, storage: Storage): void {
  storage.write('nvram', mark, encodeUtf8(device.config?.text ?? ''), 0)
}

/** Whether the lab's file says something else now than when it was typed, which changes nothing on the device. */
export function isOutdated(device: LabIosDevice, storage: Storage): boolean {
  const marked = storage.read('nvram', mark)
  if (marked === undefined) return device.config !== undefined && hasStartup(device, storage)
  if (same(marked, unfinished)) return false
  return !same(marked, encodeUtf8(device.config?.text ?? ''))
}

function hasStartup({ profile }: LabIosDevice, storage: Storage): boolean {
  return profile.nvram.startupConfig === 'flash:config.text'
    ? storage.read('flash', 'config.text') !== undefined
    : storage.read('nvram', 'startup-config') !== undefined
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
