/** Loading SQLite keeps back the one warning that some Node versions have about it, as Node 22.13 words it. */

import process from 'node:process'
import { expect, onTestFinished, test } from 'vitest'
import { sqlite } from '../../../src/stores/progress/sqlite.ts'

test('other warnings go through, and so does everything afterwards', () => {
  const { emitWarning, getBuiltinModule } = process
  onTestFinished(() => {
    Object.assign(process, { emitWarning, getBuiltinModule })
  })
  const heard: unknown[] = []
  const listening = (...given: readonly unknown[]) => void heard.push(given)
  const loading = (name: string) => {
    process.emitWarning(
      'SQLite is an experimental feature and might change at any time',
      'ExperimentalWarning',
    )
    process.emitWarning('something is old', 'DeprecationWarning', 'DEP0001')
    return Reflect.apply(getBuiltinModule, process, [name])
  }
  Object.assign(process, { emitWarning: listening, getBuiltinModule: loading })
  expect(sqlite().DatabaseSync).toBeTypeOf('function')
  expect(heard).toEqual([['something is old', 'DeprecationWarning', 'DEP0001']])
  expect(process.emitWarning).toBe(listening)
})
