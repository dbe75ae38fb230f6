/** SIGKILL in a loop of saves: what was acknowledged is there, whole, and nobody is told of damage. */

import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { bundled, isLarge, temporaryFolder, textOf, withState } from './disk.ts'
import { textAfter } from './saver-text.ts'

const kills = isLarge ? 2000 : 200
const atOnce = 4

it(`survives ${kills} kills`, { timeout: isLarge ? 600_000 : 60_000 }, async () => {
  const script = bundled('saver')
  const cutOff = await Promise.all(
    Array.from({ length: atOnce }, () => killing(script, temporaryFolder(), kills / atOnce)),
  )
  // Kills must have fallen within saves, not between them: now and then the one under way had already happened.
  expect(cutOff.reduce((sum, n) => sum + n)).toBeGreaterThan(0)
})

/** Gives how often a save that was not acknowledged had happened all the same. */
async function killing(script: string, folder: string, times: number): Promise<number> {
  let last = 0
  let cutOff = 0
  for (let kill = 0; kill < times; kill++) {
    const acknowledged = await saveUntilKilled(script, folder, last)
    withState(folder, (state) => {
      const store = state.device('Switch')
      const text = textOf(store.read('nvram', 'startup-config'))
      const found = [acknowledged, acknowledged + 1].find((change) => textAfter(change) === text)
      expect(found, `after ${acknowledged}: ${text?.slice(0, 40)}`).toBeDefined()
      expect(store.findings.map((finding) => finding.text)).toEqual([])
      if (found !== acknowledged) cutOff++
      last = found!
    })
  }
  return cutOff
}

/** Gives the last change that was acknowledged. */
function saveUntilKilled(script: string, folder: string, last: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, folder, String(last)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    const changes = 1 + Math.floor(Math.random() * 12)
    let isKilling = false
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
      if (isKilling || output.split('\n').length <= changes) return
      isKilling = true
      // A save takes a few milliseconds: any moment within one, or between two.
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 5)
    })
    child.on('error', reject)
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(Number(output.trimEnd().split('\n').at(-1) || last))
      else reject(new Error(`the saver ended by itself: ${output}`))
    })
  })
}
