/** What transcripts run in: all features, digests of Node, and disks in memory. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import '../../ios/features/index.ts'
import { memoryStore } from '../../stores/memory-store.ts'
import type { Surroundings } from '../../transcripts/transcript-console.ts'
import { nodeHashing } from '../hashing.ts'

export const transcriptSurroundings: Surroundings = {
  hashing: nodeHashing,
  storage: memoryStore,
  keepCapture: (file, bytes) => {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  },
}
