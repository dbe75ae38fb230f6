/** A file of exported progress, read back: JSON → schema → what the schema cannot say, with places for what is wrong. */

import type { ValidateFunction } from 'ajv/dist/2020.js'
import { attemptKinds } from '../../drills/repetition/attempt.ts'
import type { ProgressFile } from '../../drills/repetition/progress.ts'
import { checkedJson, decoded, type Fault } from '../checked-file.ts'

const exactly = (properties: Record<string, object>, ...optional: string[]) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
})
const listOf = (items: object) => ({ type: 'array', items })
const text = { type: 'string', minLength: 1 }
const whole = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
const atLeastZero = { type: 'number', minimum: 0 }
const json = {}
const item = {
  type: 'string',
  pattern: '^(card|family|drill|break):.',
  $comment: 'an item: card:, family:, drill: or break: and its name',
}

const schema = exactly({
  format: { enum: ['rollover-progress'] },
  version: { enum: [1] },
  attempts: listOf(
    exactly(
      {
        ...{ id: text, item, topic: text, level: { type: 'integer', minimum: 1, maximum: 4 } },
        ...{ kind: { enum: attemptKinds }, atMs: whole, tookMs: whole, score: atLeastZero, max: atLeastZero },
        ...{ hints: whole, errors: whole, detail: json },
      },
      'detail',
    ),
  ),
  schedules: listOf(
    exactly({
      ...{
        item,
        dueMs: whole,
        reviewedMs: whole,
        state: { enum: ['new', 'learning', 'review', 'relearning'] },
      },
      ...{ stability: atLeastZero, difficulty: atLeastZero, scheduledDays: whole, learningStep: whole },
      ...{ repetitions: whole, lapses: whole },
    }),
  ),
  exams: listOf(exactly({ id: text, plan: json, events: listOf(json), result: json }, 'result')),
  settings: listOf(exactly({ name: text, value: json })),
})

/**
 * @param path of the file, for the messages
 * @throws BadFile with every fault as `path:line:column: found X, expected Y`
 */
export async function parseProgressFile(content: string | Uint8Array, path: string): Promise<ProgressFile> {
  const json = decoded(content, path)
  const validate = await validator()
  // Finding places takes far longer than reading, and years of answers are megabytes.
  const value = quietlyParsed(json)
  if (validate(value) && furtherFaults(value as ProgressFile).length === 0) return value as ProgressFile
  return checkedJson<ProgressFile>(json, path, validate, furtherFaults)
}

function quietlyParsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function furtherFaults({ attempts }: ProgressFile): readonly Fault[] {
  return attempts.flatMap(({ score, max }, at): Fault[] => {
    if (max === 0) return [{ at: ['attempts', at, 'max'], found: '0', expected: 'a number above 0' }]
    if (score <= max) return []
    return [{ at: ['attempts', at, 'score'], found: String(score), expected: `at most ${max}, its "max"` }]
  })
}

let compiled: Promise<ValidateFunction> | undefined

function validator(): Promise<ValidateFunction> {
  compiled ??= import('ajv/dist/2020.js').then((module) => {
    // A bundle shows a CommonJS module's exports under `default` only.
    const Ajv2020 = module.Ajv2020 ?? module.default.Ajv2020
    return new Ajv2020({ allErrors: true, verbose: true }).compile(schema)
  })
  return compiled
}
