/**
 * The tables, as the steps that made them: step n (from 1) leads from version n - 1 to n, which `user_version` holds.
 * A step that was ever released is never changed; a new one is added behind it.
 */

import type { DatabaseSync } from 'node:sqlite'

export const migrations: readonly string[] = [
  `
  CREATE TABLE attempts (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    item TEXT NOT NULL,
    topic TEXT NOT NULL,
    level INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    took_ms INTEGER NOT NULL,
    score REAL NOT NULL,
    max REAL NOT NULL CHECK (max > 0),
    hints INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    detail TEXT CHECK (json_valid(detail))
  ) STRICT;
  CREATE INDEX attempts_by_item ON attempts (item, at_ms);
  CREATE INDEX attempts_by_time ON attempts (at_ms);
  CREATE TABLE schedules (
    item TEXT PRIMARY KEY,
    due_ms INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (json_valid(state))
  ) STRICT;
  CREATE INDEX schedules_by_time ON schedules (due_ms);
  CREATE TABLE exams (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    plan TEXT NOT NULL CHECK (json_valid(plan)),
    result TEXT CHECK (json_valid(result))
  ) STRICT;
  CREATE TABLE exam_events (
    exam TEXT NOT NULL REFERENCES exams (id),
    number INTEGER NOT NULL,
    event TEXT NOT NULL CHECK (json_valid(event)),
    PRIMARY KEY (exam, number)
  ) STRICT;
  CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT;
  `,
]

/** The file was written by a newer program. */
export class NewerVersion extends Error {
  readonly version: number

  constructor(version: number) {
    super(`version ${version}`)
    this.name = 'NewerVersion'
    this.version = version
  }
}

/**
 * Leads the database to the newest version, all steps or none. Several processes may do so at a time.
 *
 * @throws NewerVersion, and then nothing was written
 */
export function migrate(database: DatabaseSync, steps: readonly string[] = migrations): void {
  refuseNewer(database, steps)
  if (versionOf(database) === steps.length) return
  transaction(database, () => {
    // Another process may have been faster.
    for (let version = versionOf(database); version < steps.length; version++) {
      database.exec(steps[version]!)
      database.exec(`PRAGMA user_version = ${version + 1}`)
    }
  })
}

/** @throws NewerVersion */
export function refuseNewer(database: DatabaseSync, steps: readonly string[] = migrations): void {
  const version = versionOf(database)
  if (version > steps.length) throw new NewerVersion(version)
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
}

/** All of `work` or nothing. Takes the right to write at once, so that what it reads is what it changes. */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  return within('BEGIN IMMEDIATE', database, work)
}

/** `work` sees the database as it is at one moment, whoever writes meanwhile. */
export function snapshot<T>(database: DatabaseSync, work: () => T): T {
  return within('BEGIN', database, work)
}

function within<T>(begin: string, database: DatabaseSync, work: () => T): T {
  database.exec(begin)
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    try {
      database.exec('ROLLBACK')
    } catch {
      // SQLite has ended some failed transactions by itself (a full disk).
    }
    throw error
  }
}
