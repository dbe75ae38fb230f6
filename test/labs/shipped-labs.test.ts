/** The labs that come with the program: their devices take every line of their configurations. */

import '../../src/ios/features/index.ts'
import { expect, test } from 'vitest'
import { typeConfiguration } from '../../src/labs/type-configuration.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'
import { readLab, shippedLabs } from '../../src/stores/read-lab.ts'
import { nodeHashing } from '../../src/terminals/hashing.ts'

test.each(await shippedLabs())('%s: no line of a config is refused', async (name) => {
  const { devices, seed } = await readLab(name)
  const epochMs = Date.UTC(2025, 0, 1)
  for (const device of devices) {
    if (device.host !== undefined) continue
    const storage = memoryStore()
    expect(typeConfiguration(device, storage, nodeHashing, { seed, epochMs })).toEqual([])
    // What was typed has been saved.
    const saved = [...storage.list('nvram'), ...storage.list('flash')].map((file) => file.name)
    expect(saved.some((file) => file === 'startup-config' || file === 'config.text')).toBe(true)
  }
})
