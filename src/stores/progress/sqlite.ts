/**
 * node:sqlite, loaded when first needed. Some Node versions (22.13 to 24) warn that it is experimental, on a stderr that
 * is the person's screen; that one warning is kept back, others go through.
 */

import process from 'node:process'

export function sqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process
  process.emitWarning = (...given: readonly unknown[]): void => {
    if (given[1] !== 'ExperimentalWarning') Reflect.apply(emitWarning, process, given)
  }
  try {
    return process.getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
}

/** SQLite's primary result code of an error that it threw; undefined for any other error. */
export function resultCodeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined
}

/** Result codes (sqlite.org/rescode.html). */
export const codes = {
  perm: 3,
  busy: 5,
  locked: 6,
  readonly: 8,
  ioerr: 10,
  corrupt: 11,
  full: 13,
  cantopen: 14,
  auth: 23,
  notadb: 26,
} as const
