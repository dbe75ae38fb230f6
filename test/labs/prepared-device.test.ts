/** A device's `config` is typed once, whatever happens meanwhile. */

import { expect, test } from 'vitest'
import '../../src/ios/features/index.ts'
import { isOutdated, isPrepared, markPrepared } from '../../src/labs/prepared-device.ts'
import { typeConfiguration } from '../../src/labs/type-configuration.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'
import { parseLab } from '../../src/stores/read-lab.ts'
import { nodeHashing } from '../../src/terminals/hashing.ts'

async function deviceWith(...config: readonly string[]) {
  const lines = config.map((line) => `      ${line}\n`).join('')
  const profile = 'profile: catalyst-2960-24tt'
  const lab = await parseLab(`name: x\ndevices:\n  SW1:\n    ${profile}\n    config: |\n${lines}`, 'x.yml')
  const [device] = lab.devices
  if (device === undefined || device.host !== undefined) throw new Error('no switch')
  return device
}

const options = { seed: 1, epochMs: 0 }

test('a device whose typing was cut short is new again', async () => {
  const storage = memoryStore()
  const locked = await deviceWith('enable secret x', 'line console 0', ' password y', ' login')
  expect(isPrepared(locked, storage)).toBe(false)
  // It saves, and the process is killed before the mark: behind that password nothing could be typed again.
  typeConfiguration(locked, storage, nodeHashing, options)
  expect(storage.read('flash', 'config.text')).toBeDefined()
  expect(isPrepared(locked, storage)).toBe(false)
  expect(storage.read('flash', 'config.text')).toBeUndefined()
  expect(isOutdated(locked, storage)).toBe(false)
  expect(typeConfiguration(locked, storage, nodeHashing, options)).toEqual([])
  markPrepared(locked, storage)
  expect(isPrepared(locked, storage)).toBe(true)
})

test('a device that was saved before the file had a config keeps what it has', async () => {
  const storage = memoryStore()
  storage.write('flash', 'config.text', new TextEncoder().encode('hostname MINE\n'), 0)
  const device = await deviceWith('hostname THEIRS')
  expect(isPrepared(device, storage)).toBe(true)
  expect(isOutdated(device, storage)).toBe(true)
  expect(storage.read('flash', 'config.text')).toBeDefined()
})

test('a text that has changed since it was typed is told, the same one is not', async () => {
  const storage = memoryStore()
  const device = await deviceWith('hostname A')
  markPrepared(device, storage)
  expect(isOutdated(device, storage)).toBe(false)
  expect(isOutdated(await deviceWith('hostname B'), storage)).toBe(true)
})
