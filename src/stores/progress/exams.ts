/** Exams in the store: a plan, the events as they happened, and the result at the end. */

import { randomUUID } from 'node:crypto'
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Json } from '../../drills/repetition/attempt.ts'
import type { ExamRecord, Exams } from '../../drills/repetition/progress.ts'
import type { Access } from './open-progress.ts'

export function examsIn({ read, write }: Access): Exams {
  const chosen = (where: string, ...values: string[]): readonly ExamRecord[] =>
    read((database) =>
      database.prepare(`SELECT id, plan, result FROM exams ${where} ORDER BY seq`).all(...values),
    ).map(examOf)

  return {
    begin: (plan) => {
      const id = randomUUID()
      write((database) =>
        database.prepare('INSERT INTO exams (id, plan) VALUES (?, ?)').run(id, JSON.stringify(plan)),
      )
      return id
    },
    append: (id, event) =>
      write((database) => {
        assertOpen(database, id)
        appendEvent(database, id, event)
      }),
    events: (id) => read((database) => eventsOf(database, id)),
    get: (id) => chosen('WHERE id = ?', id)[0],
    unfinished: () => chosen('WHERE result IS NULL'),
    all: () => chosen(''),
    finish: (id, result) =>
      write((database) => {
        assertOpen(database, id)
        setResult(database, id, result)
      }),
  }
}

function assertOpen(database: DatabaseSync, id: string): void {
  if (!isUnfinished(database, id)) throw new Error(`exam ${id} is finished, or there is none`)
}

export function isUnfinished(database: DatabaseSync, id: string): boolean {
  return database.prepare('SELECT 1 FROM exams WHERE id = ? AND result IS NULL').get(id) !== undefined
}

export function setResult(database: DatabaseSync, id: string, result: Json): void {
  database.prepare('UPDATE exams SET result = ? WHERE id = ?').run(JSON.stringify(result), id)
}

export function appendEvent(database: DatabaseSync, id: string, event: Json): void {
  // Numbered parameters (?1) are out of range to Node 22.13.
  database
    .prepare(
      `INSERT INTO exam_events (exam, number, event)
       SELECT ?, coalesce(max(number), 0) + 1, ? FROM exam_events WHERE exam = ?`,
    )
    .run(id, JSON.stringify(event), id)
}

export function eventsOf(database: DatabaseSync, id: string): readonly Json[] {
  return database
    .prepare('SELECT event FROM exam_events WHERE exam = ? ORDER BY number')
    .all(id)
    .map((row): Json => JSON.parse(String(row['event'])))
}

export function examOf(row: Record<string, SQLOutputValue>): ExamRecord {
  return {
    id: String(row['id']),
    plan: JSON.parse(String(row['plan'])),
    result: row['result'] === null ? undefined : JSON.parse(String(row['result'])),
  }
}
