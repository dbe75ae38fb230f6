/** Files of other versions: older ones are led to today's, newer ones are left alone. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { migrate, migrations } from '../../../src/stores/progress/migrations.ts'
import { openProgress } from '../../../src/stores/progress/open-progress.ts'
import { temporaryFolder } from '../disk.ts'
import { attempt, noonMs } from './samples.ts'

const versionOne = readFileSync(join(import.meta.dirname, 'version-1.sql'), 'utf8')

function folderWith(sql: string): string {
  const folder = temporaryFolder()
  const database = new DatabaseSync(join(folder, 'progress.sqlite'))
  database.exec(sql)
  database.close()
  return folder
}

const tablesOf = (database: DatabaseSync) =>
  database
    .prepare("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name")
    .all()
    .map(({ name }) => name)

test('a file of version 1 is read, and written to', () => {
  const progress = openProgress(folderWith(versionOne))
  expect(progress.attempts()).toEqual([
    {
      item: 'card:arp/request-destination',
      topic: 'arp',
      level: 1,
      kind: 'card',
      atMs: 1_795_435_200_000,
      tookMs: 8000,
      score: 1,
      max: 1,
      hints: 0,
      errors: 0,
      detail: { chosen: [2] },
    },
    {
      item: 'drill:first-name',
      topic: 'console',
      level: 1,
      kind: 'lab',
      atMs: 1_795_435_260_000,
      tookMs: 95_000,
      score: 7.5,
      max: 10,
      hints: 1,
      errors: 3,
    },
  ])
  expect(progress.scheduleOf('card:arp/request-destination')).toMatchObject({
    state: 'learning',
    stability: 2.3065,
  })
  expect(progress.settings.get('language')).toBe('zh')
  const [exam] = progress.exams.unfinished()
  expect(progress.exams.events(exam!.id)).toEqual([{ kind: 'begun' }, { kind: 'answered' }])
  expect(progress.exams.all().map(({ result }) => result)).toEqual([{ score: 1 }, undefined])
  progress.record(attempt())
  progress.exams.append(exam!.id, {})
  expect(progress.attempts()).toHaveLength(3)
  expect(progress.findings).toEqual([])
  progress.close()
})

test('a new file has the tables of one that came from version 1', () => {
  const [old, fresh] = [new DatabaseSync(':memory:'), new DatabaseSync(':memory:')]
  old.exec(versionOne)
  migrate(old)
  migrate(fresh)
  expect(tablesOf(fresh)).toEqual(tablesOf(old))
  expect(fresh.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
})

test('steps are taken from where the file is, each once', () => {
  const database = new DatabaseSync(':memory:')
  migrate(database, ['CREATE TABLE a (x)'])
  migrate(database, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)', 'CREATE TABLE c (x)'])
  migrate(database, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)', 'CREATE TABLE c (x)'])
  expect(tablesOf(database)).toEqual(['a', 'b', 'c'])
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 3 })
})

test('a step that fails leaves the file as it was', () => {
  const database = new DatabaseSync(':memory:')
  migrate(database, ['CREATE TABLE a (x)'])
  const steps = ['CREATE TABLE a (x)', 'CREATE TABLE b (x)', 'CREATE TABLE a (y)']
  expect(() => migrate(database, steps)).toThrow(/already exists/)
  expect(tablesOf(database)).toEqual(['a'])
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 })
})

test('a newer file is refused in a sentence, and nothing is written to it', () => {
  const folder = folderWith(`${versionOne}; PRAGMA user_version = 9`)
  const path = join(folder, 'progress.sqlite')
  const before = readFileSync(path)
  const progress = openProgress(folder)
  const message = `${path} was written by a newer Rollover (version 9 of the file, this one knows ${migrations.length}); nothing was changed`
  const refusal = { name: 'StoreError', message }
  expect(() => progress.attempts()).toThrow(expect.objectContaining(refusal))
  expect(() => progress.record(attempt({ atMs: noonMs }))).toThrow(expect.objectContaining(refusal))
  progress.close()
  expect(readFileSync(path).equals(before)).toBe(true)
})
