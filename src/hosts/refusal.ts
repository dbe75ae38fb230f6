/** Why a command does not do what was typed: a person's mistake, worded as the command words it. */

import type { Running } from './command.ts'

export interface Refusal {
  /** For standard error, line ends included. */
  readonly refusal: string
  readonly status: number
}

export const refuse = (refusal: string, status: number): Refusal => ({ refusal, status })

export function isRefusal(value: object | undefined): value is Refusal {
  return value !== undefined && 'refusal' in value
}

/** Ends a command with what a step of it gave: nothing where it went well. */
export function* ending(result: Refusal | undefined): Running {
  if (result === undefined) return 0
  yield { kind: 'error', text: result.refusal }
  return result.status
}
