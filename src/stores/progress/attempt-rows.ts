/** Attempts and schedules as rows of their tables. */

import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Attempt, AttemptKind, Item } from '../../drills/repetition/attempt.ts'
import type { Schedule } from '../../drills/repetition/schedule.ts'

export interface DueRow {
  readonly item: Item
  readonly dueMs: number
}

type Row = Record<string, SQLOutputValue>

export const oldestFirst = 'ORDER BY at_ms, seq'

/** Whether it was not there before. */
export function insertAttempt(database: DatabaseSync, id: string, attempt: Attempt): boolean {
  const { item, topic, level, kind, atMs, tookMs, score, max, hints, errors, detail } = attempt
  const { changes } = database
    .prepare(
      `INSERT INTO attempts (id, item, topic, level, kind, at_ms, took_ms, score, max, hints, errors, detail)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    )
    .run(
      id,
      item,
      topic,
      level,
      kind,
      Math.round(atMs),
      Math.round(tookMs),
      score,
      max,
      hints,
      errors,
      detail === undefined ? null : JSON.stringify(detail),
    )
  return changes === 1
}

export function attemptOf(row: Row): Attempt {
  return {
    item: String(row['item']) as Item,
    topic: String(row['topic']),
    level: Number(row['level']),
    kind: String(row['kind']) as AttemptKind,
    atMs: Number(row['at_ms']),
    tookMs: Number(row['took_ms']),
    score: Number(row['score']),
    max: Number(row['max']),
    hints: Number(row['hints']),
    errors: Number(row['errors']),
    ...(row['detail'] === null ? {} : { detail: JSON.parse(String(row['detail'])) }),
  }
}

export function putSchedule(database: DatabaseSync, item: Item, schedule: Schedule): void {
  database
    .prepare(
      `INSERT INTO schedules (item, due_ms, state) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET due_ms = excluded.due_ms, state = excluded.state`,
    )
    .run(item, schedule.dueMs, JSON.stringify(schedule))
}
