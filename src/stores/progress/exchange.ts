/**
 * Progress as one JSON value, and back. Importing merges: attempts and exams are known by their ids; of two schedules of
 * an item the one that was answered later counts; a setting that is there stays.
 */

import type { DatabaseSync } from 'node:sqlite'
import type { Item } from '../../drills/repetition/attempt.ts'
import type { Imported, ProgressFile } from '../../drills/repetition/progress.ts'
import type { Schedule } from '../../drills/repetition/schedule.ts'
import { attemptOf, insertAttempt, oldestFirst, putSchedule } from './attempt-rows.ts'
import { appendEvent, eventsOf, examOf, isUnfinished, setResult } from './exams.ts'

export function exported(database: DatabaseSync): ProgressFile {
  const rows = (sql: string) => database.prepare(sql).all()
  return {
    format: 'rollover-progress',
    version: 1,
    attempts: rows(`SELECT * FROM attempts ${oldestFirst}`).map((row) => ({
      id: String(row['id']),
      ...attemptOf(row),
    })),
    schedules: rows('SELECT item, state FROM schedules ORDER BY item').map((row) => ({
      item: String(row['item']) as Item,
      ...(JSON.parse(String(row['state'])) as Schedule),
    })),
    exams: rows('SELECT id, plan, result FROM exams ORDER BY seq').map((row) => {
      const { id, plan, result } = examOf(row)
      return { id, plan, events: eventsOf(database, id), ...(result === undefined ? {} : { result }) }
    }),
    settings: rows('SELECT name, value FROM settings ORDER BY name').map((row) => ({
      name: String(row['name']),
      value: JSON.parse(String(row['value'])),
    })),
  }
}

/** To be run in one transaction. */
export function imported(database: DatabaseSync, file: ProgressFile): Imported {
  return {
    attempts: count(file.attempts, ({ id, ...attempt }) => insertAttempt(database, id, attempt)),
    schedules: count(file.schedules, ({ item, ...schedule }) => mergeSchedule(database, item, schedule)),
    exams: count(file.exams, (exam) => mergeExam(database, exam)),
    settings: count(file.settings, ({ name, value }) => {
      const { changes } = database
        .prepare('INSERT INTO settings VALUES (?, ?) ON CONFLICT DO NOTHING')
        .run(name, JSON.stringify(value))
      return changes === 1
    }),
  }
}

function count<T>(all: readonly T[], merge: (one: T) => boolean): number {
  return all.reduce((sum, one) => sum + (merge(one) ? 1 : 0), 0)
}

function mergeSchedule(database: DatabaseSync, item: Item, schedule: Schedule): boolean {
  const row = database.prepare('SELECT state FROM schedules WHERE item = ?').get(item)
  const here = row === undefined ? undefined : (JSON.parse(String(row['state'])) as Schedule)
  if (here !== undefined && here.reviewedMs >= schedule.reviewedMs) return false
  putSchedule(database, item, schedule)
  return true
}

/** An exam that went on elsewhere is continued here, unless it also went on here. */
function mergeExam(
  database: DatabaseSync,
  { id, plan, events, result }: ProgressFile['exams'][number],
): boolean {
  const isNew =
    database
      .prepare('INSERT INTO exams (id, plan) VALUES (?, ?) ON CONFLICT (id) DO NOTHING')
      .run(id, JSON.stringify(plan)).changes === 1
  const here = eventsOf(database, id)
  const isOpen = isUnfinished(database, id)
  const isBeginning = here.every((event, at) => JSON.stringify(event) === JSON.stringify(events[at]))
  if (!isOpen || !isBeginning) return isNew
  const further = events.slice(here.length)
  for (const event of further) appendEvent(database, id, event)
  if (result !== undefined) setResult(database, id, result)
  return isNew || further.length > 0 || result !== undefined
}
