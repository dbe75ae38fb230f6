/** A process that tries for a state directory when told to, at the same moment as others do, and says how it went. */

import process from 'node:process'
import { openStateDirectory, type StateDirectory } from '../../src/stores/state-directory.ts'
import { StateInUse } from '../../src/stores/state-lock.ts'

let state: StateDirectory | undefined

process.on('message', (order: { folder: string; atMs: number } | 'release') => {
  if (order === 'release') {
    state?.close()
    state = undefined
    process.send?.('released')
    return
  }
  while (Date.now() < order.atMs) {
    // Sleeping would wake the contenders one after the other.
  }
  try {
    state = openStateDirectory(order.folder, { program: 'contender' })
    process.send?.({ holder: process.pid })
  } catch (error) {
    process.send?.(error instanceof StateInUse ? { holder: error.owner?.pid ?? 0 } : { error: String(error) })
  }
})
