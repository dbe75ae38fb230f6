/** Two processes, one state directory. */

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it, onTestFinished } from 'vitest'
import { openStateDirectory } from '../../src/stores/state-directory.ts'
import { StateInUse } from '../../src/stores/state-lock.ts'
import { bundled, temporaryFolder, withState } from './disk.ts'

function contenders(count: number): ChildProcess[] {
  const script = bundled('contender')
  const children = Array.from({ length: count }, () => fork(script, { stdio: 'inherit' }))
  onTestFinished(() => {
    for (const child of children) child.kill('SIGKILL')
  })
  return children
}

/** Every contender's answer: the pid of whom it takes for the holder. */
async function race(children: readonly ChildProcess[], folder: string): Promise<unknown[]> {
  const atMs = Date.now() + 5
  const answers = children.map(async (child) => ((await once(child, 'message')) as unknown[])[0])
  for (const child of children) child.send({ folder, atMs })
  return Promise.all(answers)
}

it('has one holder in each of 200 races, whom the others can name', async () => {
  const children = contenders(3)
  const wins = new Map<unknown, number>()
  const same = temporaryFolder()
  const parent = temporaryFolder()
  for (let round = 0; round < 200; round++) {
    // A directory that is being made by all of them is a race of its own.
    const folder = round % 2 === 0 ? same : join(parent, `new-${round}`)
    const answers = await race(children, folder)
    const holder = children.find(
      (child) => JSON.stringify(answers[0]) === JSON.stringify({ holder: child.pid }),
    )
    expect(holder, JSON.stringify(answers)).toBeDefined()
    expect(answers, `round ${round}`).toEqual(children.map(() => ({ holder: holder?.pid })))
    expect(() => openStateDirectory(folder)).toThrow(StateInUse)
    wins.set(holder?.pid, (wins.get(holder?.pid) ?? 0) + 1)
    const released = once(holder!, 'message')
    holder!.send('release')
    await released
  }
  expect(wins.size).toBeGreaterThan(1)
})

it('is free at once when its holder is killed', async () => {
  const folder = temporaryFolder()
  for (const child of contenders(10)) {
    const [answer] = await race([child], folder)
    expect(answer).toEqual({ holder: child.pid })
    const closed = once(child, 'close')
    child.kill('SIGKILL')
    await closed
    withState(folder, (state) => expect(state.device('S1').findings).toEqual([]))
  }
})

it('says who is there and since when', () => {
  const folder = temporaryFolder()
  const before = new Date().toISOString()
  withState(
    folder,
    () => {
      let refused: unknown
      try {
        openStateDirectory(folder)
      } catch (error) {
        refused = error
      }
      expect(refused).toBeInstanceOf(StateInUse)
      expect(refused).toMatchObject({
        path: folder,
        owner: { pid: process.pid, program: 'rollover console' },
      })
      const startedAt = (refused as StateInUse).owner?.startedAt ?? ''
      expect(startedAt >= before && startedAt <= new Date().toISOString()).toBe(true)
      expect((refused as StateInUse).message).toBe(
        `${folder} is in use by rollover console (pid ${process.pid}, since ${startedAt})`,
      )
    },
    { program: 'rollover console' },
  )
  withState(folder, () => {})
})

it('does not mind what is in the lock file', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'lock'), 'this is no database\n'.repeat(500))
  withState(folder, () => expect(() => openStateDirectory(folder)).toThrow(StateInUse))
  withState(folder, () => {})
})

it('lets nobody write after closing', () => {
  const folder = temporaryFolder()
  const store = withState(folder, (state) => state.device('S1'))
  expect(() => store.write('nvram', 'startup-config', new Uint8Array(), 0)).toThrow('closed')
})
