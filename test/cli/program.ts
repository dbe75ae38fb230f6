/** Runs the built program as a user does. `npm test` builds it before the tests run. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const programPath = fileURLToPath(new URL('../../dist/rollover.js', import.meta.url))

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export function rollover(args: readonly string[], input = ''): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programPath, ...args], {
    input,
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, XDG_STATE_HOME: newFolder() },
  })
  return { status, stdout, stderr }
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'rollover-test-'))
}
