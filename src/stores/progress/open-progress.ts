/**
 * A learner's progress in one SQLite file of the state directory. The file is opened when it is first asked; looking at
 * progress that nobody has made yet writes nothing. Many processes may use it at a time, and none needs the lock of the
 * state directory.
 */

import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Attempt, Item } from '../../drills/repetition/attempt.ts'
import { durationsThatCount, paceOf } from '../../drills/repetition/grade.ts'
import type { BestMark, DueItem, Progress, Standing } from '../../drills/repetition/progress.ts'
import type { Schedule } from '../../drills/repetition/schedule.ts'
import type { Texts } from '../../drills/texts.ts'
import { defaultStatePath } from '../state-directory.ts'
import { attemptOf, type DueRow, insertAttempt, oldestFirst, putSchedule } from './attempt-rows.ts'
import { examsIn } from './exams.ts'
import { exported, imported } from './exchange.ts'
import { snapshot, transaction } from './migrations.ts'
import { databaseInMemory, openDatabase, progressFileName, storeErrorOf } from './open-database.ts'

/** How the parts of the store reach the database; both give its errors as StoreError. */
export interface Access {
  read<T>(work: (database: DatabaseSync) => T): T
  /** In one transaction. */
  write<T>(work: (database: DatabaseSync) => T): T
}

export interface ProgressOptions {
  /** Hears of a damaged file at once; `findings` tells later. */
  readonly report?: (finding: Texts) => void
  /** How long another process's transaction is waited for; they take milliseconds. */
  readonly patienceMs?: number
}

/** The progress kept under a state directory. Every method but `close` may throw StoreError. */
export function openProgress(
  statePath: string = defaultStatePath(),
  { report = () => {}, patienceMs = 5000 }: ProgressOptions = {},
): Progress {
  const path = join(statePath, progressFileName)
  const findings: Texts[] = []
  let database: DatabaseSync | undefined
  let nothing: DatabaseSync | undefined
  const open = () => {
    database ??= openDatabase(statePath, patienceMs, (finding) => {
      findings.push(finding)
      report(finding)
    })
    return database
  }
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw storeErrorOf(error, path)
    }
  }
  const access: Access = {
    read: (work) =>
      guarded(() =>
        work(database === undefined && !existsSync(path) ? (nothing ??= databaseInMemory()) : open()),
      ),
    write: (work) => guarded(() => transaction(open(), () => work(open()))),
  }
  return progressOn(access, findings, () => {
    database?.close()
    nothing?.close()
  })
}

/** Progress that ends with the process. */
export function progressInMemory(): Progress {
  const database = databaseInMemory()
  const access: Access = {
    read: (work) => work(database),
    write: (work) => transaction(database, () => work(database)),
  }
  return progressOn(access, [], () => database.close())
}

function progressOn({ read, write }: Access, findings: readonly Texts[], close: () => void): Progress {
  function duesUntil(atMs: number | undefined): readonly DueItem[] {
    const rows = read((database) =>
      database
        .prepare('SELECT item, due_ms AS dueMs FROM schedules WHERE due_ms <= ? ORDER BY due_ms, item')
        .all(atMs ?? Number.MAX_SAFE_INTEGER),
    ) as unknown as DueRow[]
    return rows.map(({ item, dueMs }) => ({ item, dueMs }))
  }

  return {
    findings,

    record: (attempt, schedule) =>
      write((database) => {
        insertAttempt(database, randomUUID(), attempt)
        if (schedule !== undefined) putSchedule(database, attempt.item, schedule)
      }),

    scheduleOf: (item) => {
      const row = read((database) => database.prepare('SELECT state FROM schedules WHERE item = ?').get(item))
      return row === undefined ? undefined : (JSON.parse(String(row['state'])) as Schedule)
    },

    due: duesUntil,
    schedules: () => duesUntil(undefined),

    attempts: ({ item, topic, kind, sinceMs, untilMs, last } = {}) => {
      const chosen = read((database) =>
        database
          .prepare(
            `SELECT * FROM attempts
             WHERE item = coalesce(?, item) AND topic = coalesce(?, topic) AND kind = coalesce(?, kind)
               AND at_ms >= ? AND at_ms < ?
             ORDER BY at_ms DESC, seq DESC LIMIT ?`,
          )
          .all(
            item ?? null,
            topic ?? null,
            kind ?? null,
            sinceMs ?? 0,
            untilMs ?? Number.MAX_SAFE_INTEGER,
            last ?? -1,
          ),
      )
      return chosen.reverse().map((row): Attempt => attemptOf(row))
    },

    best: (item) => bestMarks(item).get(item),

    standings: () => {
      const bests = bestMarks(undefined)
      const dues = new Map(duesUntil(undefined).map(({ item, dueMs }) => [item, dueMs]))
      const counts = read((database) =>
        database.prepare('SELECT item, count(*) AS attempts FROM attempts GROUP BY item').all(),
      ) as unknown as { item: Item; attempts: number }[]
      const standings = new Map<Item, Standing>()
      for (const [item, dueMs] of dues) standings.set(item, { best: undefined, attempts: 0, dueMs })
      for (const { item, attempts } of counts)
        standings.set(item, { best: bests.get(item), attempts, dueMs: dues.get(item) })
      return standings
    },

    paceOf: (kind, level) => {
      const rows = read((database) =>
        database
          .prepare(
            `SELECT took_ms FROM attempts WHERE kind = ? AND level = ? AND took_ms > 0
             ORDER BY at_ms DESC, seq DESC LIMIT ${durationsThatCount}`,
          )
          .all(kind, level),
      )
      return paceOf(rows.map((row) => Number(row['took_ms'])))
    },

    exams: examsIn({ read, write }),

    settings: {
      get: (name) => {
        const row = read((database) =>
          database.prepare('SELECT value FROM settings WHERE name = ?').get(name),
        )
        return row === undefined ? undefined : JSON.parse(String(row['value']))
      },
      set: (name, value) =>
        void write((database) =>
          database
            .prepare('INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
            .run(name, JSON.stringify(value)),
        ),
    },

    export: () => read((database) => snapshot(database, () => exported(database))),
    import: (file) => write((database) => imported(database, file)),
    close,
  }

  function bestMarks(item: Item | undefined): Map<Item, BestMark> {
    const rows = read((database) =>
      database
        .prepare(
          `SELECT item, score, max, at_ms AS atMs FROM attempts WHERE item = coalesce(?, item) ${oldestFirst}`,
        )
        .all(item ?? null),
    ) as unknown as (BestMark & { item: Item })[]
    const bests = new Map<Item, BestMark>()
    for (const { item: of, score, max, atMs } of rows) {
      const best = bests.get(of)
      if (best === undefined || score / max > best.score / best.max) bests.set(of, { score, max, atMs })
    }
    return bests
  }
}
