/**
 * What is remembered of a learner, as whoever sets drills sees it. Where it is kept, and that it survives, is the
 * store's business; an answer's grade and the next date are worked out in answered.ts.
 */

import type { Texts } from '../texts.ts'
import type { Attempt, AttemptKind, Item, Json } from './attempt.ts'
import type { Schedule } from './schedule.ts'

/** Undefined fields do not choose. */
export interface AttemptFilter {
  readonly item?: Item
  readonly topic?: string
  readonly kind?: AttemptKind
  readonly sinceMs?: number
  /** Exclusive. */
  readonly untilMs?: number
  /** The latest so many. */
  readonly last?: number
}

export interface BestMark {
  readonly score: number
  readonly max: number
  /** When it was first reached. */
  readonly atMs: number
}

/** What a list of drills and cards shows of one of them. */
export interface Standing {
  /** Undefined where it was never tried. */
  readonly best: BestMark | undefined
  readonly attempts: number
  /** Undefined where it is not repeated (worked on in exams only, say). */
  readonly dueMs: number | undefined
}

export interface DueItem {
  readonly item: Item
  readonly dueMs: number
}

/** An exam as it was begun; what happened in it are its events. */
export interface ExamRecord {
  readonly id: string
  readonly plan: Json
  /** Undefined until it is finished. */
  readonly result: Json | undefined
}

export interface Exams {
  /** The id. */
  begin(plan: Json): string
  /** Kept when it returns. An exam that is finished takes no more. */
  append(id: string, event: Json): void
  /** In the order in which they were appended. */
  events(id: string): readonly Json[]
  get(id: string): ExamRecord | undefined
  /** In the order in which they were begun. */
  unfinished(): readonly ExamRecord[]
  all(): readonly ExamRecord[]
  finish(id: string, result: Json): void
}

export interface Settings {
  get(name: string): Json | undefined
  set(name: string, value: Json): void
}

/** Everything that is remembered, as one JSON value. */
export interface ProgressFile {
  readonly format: 'rollover-progress'
  readonly version: 1
  readonly attempts: readonly (Attempt & { readonly id: string })[]
  readonly schedules: readonly (Schedule & { readonly item: Item })[]
  readonly exams: readonly {
    readonly id: string
    readonly plan: Json
    readonly events: readonly Json[]
    readonly result?: Json
  }[]
  readonly settings: readonly { readonly name: string; readonly value: Json }[]
}

/** How much of an imported file was new here. */
export interface Imported {
  readonly attempts: number
  readonly schedules: number
  readonly exams: number
  readonly settings: number
}

/** What was changed is kept when a method returns, whatever then happens to the process. */
export interface Progress {
  /** Sentences for the person about what was found wrong with the file. */
  readonly findings: readonly Texts[]
  /** The attempt and, where it moves, the item's schedule: both or neither. */
  record(attempt: Attempt, schedule?: Schedule): void
  scheduleOf(item: Item): Schedule | undefined
  /** Items that are due at that time, longest overdue first. */
  due(atMs: number): readonly DueItem[]
  /** Every item that is repeated, by its date. */
  schedules(): readonly DueItem[]
  /** Oldest first. */
  attempts(filter?: AttemptFilter): readonly Attempt[]
  best(item: Item): BestMark | undefined
  /** Of every item that was tried or is repeated, in one look. */
  standings(): ReadonlyMap<Item, Standing>
  /** What the learner usually takes for work of this kind and level, in ms; undefined while too little is known. */
  paceOf(kind: AttemptKind, level: number): number | undefined
  readonly exams: Exams
  readonly settings: Settings
  export(): ProgressFile
  /** Adds what is not there yet. The same file a second time changes nothing. */
  import(file: ProgressFile): Imported
  close(): void
}
