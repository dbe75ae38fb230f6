/** Questions drawn from a family, for tests that compute the answer in a way of their own. */

import { type Emulator, loadEmulator } from '../../src/drills/cards/emulator.ts'
import type { Level, Question } from '../../src/drills/cards/question.ts'
import { chosenOptions } from '../../src/drills/families/family.ts'
import { families } from '../../src/drills/families/index.ts'
import { Random } from '../../src/kernel/random.ts'

export const emulator: Emulator = await loadEmulator()

export interface Drawn {
  readonly question: Question
  readonly level: Level
  /** Family, level and seed, for messages. */
  readonly where: string
}

export function drawn(
  name: string,
  level: Level,
  seed: number,
  options: Readonly<Record<string, unknown>> = {},
): Drawn {
  const family = families.get(name)
  if (family === undefined) throw new Error(`no family ${name}`)
  const question = family.make({
    random: new Random(seed),
    level,
    options: chosenOptions(family, options),
    emulator,
  })
  return { question, level, where: `${name} level ${level} seed ${seed}` }
}

/** So many of every level, with seeds that no other test uses. */
export function draws(name: string, perLevel = 100): Drawn[] {
  return ([1, 2, 3, 4] as const).flatMap((level) =>
    Array.from({ length: perLevel }, (_, index) => drawn(name, level, 1000 + index)),
  )
}

/** The answer that a question holds to be right, as a text. */
export function answerOf(question: Question): string {
  if (question.kind === 'choose-one') return question.right.en
  if (question.kind === 'compute') return String(question.answer)
  if (question.kind === 'type') return question.answers[0]?.en ?? ''
  throw new Error(`${question.kind} has no single answer`)
}

/** Every text among which is chosen, with whether it is right. */
export function choices(question: Question): (readonly [text: string, isRight: boolean])[] {
  if (question.kind === 'choose-one')
    return [[question.right.en, true], ...question.wrong.map(({ en }) => [en, false] as const)]
  if (question.kind === 'choose-many')
    return [
      ...question.right.map(({ en }) => [en, true] as const),
      ...question.wrong.map(({ en }) => [en, false] as const),
    ]
  return []
}

/** The first match of a pattern in the question as it is asked in English; throws where it is not there. */
export function given(question: Question, pattern: RegExp): string[] {
  const match = pattern.exec(`${question.ask.en}\n${question.screen ?? ''}`)
  if (match === null) throw new Error(`"${question.ask.en}" lacks ${pattern}`)
  return [...match]
}

/** An address as 32 binary digits, octet by octet. */
export function bits(address: string): string {
  return address
    .split('.')
    .map((octet) => Number(octet).toString(2).padStart(8, '0'))
    .join('')
}

/** And back. */
export function dotted(digits: string): string {
  return (digits.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)).join('.')
}

/** Ones, as long as the mask has them; throws where a one stands behind a zero. */
export function lengthOf(mask: string): number {
  const match = /^(1*)0*$/.exec(bits(mask))
  if (match === null) throw new Error(`${mask} is no mask`)
  return match[1]!.length
}

/** Whether an address lies in a prefix, by comparing their first digits. */
export function lies(address: string, prefix: string): boolean {
  const [network = '', length = '0'] = prefix.split('/')
  return bits(address).slice(0, Number(length)) === bits(network).slice(0, Number(length))
}
