/** Questions of the ping and traceroute dialogues. */

import { argumentType, type IosSurroundings } from '../../argument-types.ts'
import type { Ios } from '../../ios.ts'
import { ask, type Running } from '../../steps.ts'
import { readAddress } from './look-up.ts'

/** An empty answer is the default; one that is no such number ends the dialogue, as is remembered. */
export function* askNumber(
  question: string,
  usual: number,
  least: number,
  most: number,
  spaced = false,
): Running<number | undefined> {
  const shown = spaced ? ` ${usual} ` : `${usual}`
  const answer = (yield* ask(`${question} [${shown}]: `)).trim()
  if (answer === '') return usual
  const value = /^\d{1,10}$/.test(answer) ? Number(answer) : Number.NaN
  if (value >= least && value <= most) return value
  yield `% A decimal number between ${least} and ${most}.\n`
  return undefined
}

export function* agreed(question: string): Running<boolean> {
  const answer = (yield* ask(question)).trim().toLowerCase()
  return answer !== '' && 'yes'.startsWith(answer)
}

/** An address, the name of an interface, undefined for no answer. */
export function sourceNamed(ios: Ios, typed: string): number | string | undefined {
  if (typed === '') return undefined
  const address = readAddress(typed)
  if (address !== undefined) return address
  const reading = argumentType('interface').read(typed, 0, { ios } as IosSurroundings)
  return reading.ok === true && reading.end === typed.length ? (reading.value as string) : 'bad'
}
