/**
 * The JSON Schema of lab drills: what every drill has, and for each kind of check what its declaration says. The committed
 * drills/drill.schema.json, for editors, is this.
 */

import type { JsonSchema } from './check-field.ts'
import { type CheckKind, checkKinds } from './check-kind.ts'

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` })
const object = (required: readonly string[], properties: JsonSchema, more: JsonSchema = {}): JsonSchema => ({
  ...more,
  type: 'object',
  additionalProperties: false,
  required,
  properties,
})
const listOf = (items: JsonSchema, description: string): JsonSchema => ({
  description,
  type: 'array',
  minItems: 1,
  items,
})
const described = (description: string, schema: JsonSchema): JsonSchema => ({ description, ...schema })

const texts = object(
  ['en', 'zh'],
  { en: { type: 'string', minLength: 1 }, zh: { type: 'string', minLength: 1 } },
  { description: 'A text in both languages.' },
)

const slug: JsonSchema = {
  $comment: "small letters and digits, words joined by '-'",
  type: 'string',
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
}

/** Virtual time with its unit. */
const duration: JsonSchema = {
  $comment: 'a time with its unit, such as 30s, 5m or 2h',
  type: 'string',
  pattern: '^[0-9]+(ms|s|m|h)$',
}

const loses: JsonSchema = {
  loses: {
    description: 'The tasks that are lost when it is left out, exactly.',
    type: 'array',
    items: ref('slug'),
  },
  because: { description: 'Leaving it out loses nothing: why.', type: 'string', minLength: 1 },
}

const deed = object(
  [],
  {
    on: { description: 'The device at whose console the lines are typed.', type: 'string' },
    for: {
      description: 'The tasks that each of the lines is needed for.',
      type: 'array',
      items: ref('slug'),
    },
    lines: listOf(
      {
        type: ['string', 'object'],
        additionalProperties: false,
        required: ['line'],
        properties: { line: { description: 'As typed.', type: 'string' }, ...loses },
      },
      'Lines as typed; an empty one is Enter alone, keys are written <Ctrl-Z>.',
    ),
    cut: { description: 'Pull this cable: its id, or a port that it is plugged into.', type: 'string' },
    mend: { description: 'Plug this cable in again.', type: 'string' },
    power: { description: 'The power switch of `on`.', enum: ['off', 'on'] },
    wait: described('Let this time pass.', ref('duration')),
    ...loses,
  },
  { description: 'One thing that is done.' },
)

const hint = object(['text', 'cost'], {
  text: ref('texts'),
  cost: {
    description: "The share of the task's points that asking for it costs: 0.25 is a quarter.",
    type: 'number',
    minimum: 0,
    maximum: 1,
  },
})

const task = object(['id', 'text', 'points', 'checks'], {
  id: ref('slug'),
  text: described('What is to be done.', ref('texts')),
  points: { description: "The sum of its checks' points.", type: 'integer', minimum: 1, maximum: 1000 },
  checks: listOf(ref('check'), 'How it is marked.'),
  hints: listOf(hint, 'Each says more than the one before it.'),
})

const variant = object(['id', 'loses'], {
  id: ref('slug'),
  also: listOf(ref('deed'), 'Done after the model solution.'),
  instead: listOf(ref('deed'), 'Done in place of the model solution.'),
  loses: {
    description: 'The tasks that are then lost, exactly.',
    type: 'array',
    minItems: 1,
    items: ref('slug'),
  },
})

/** The schema of a kind's values. */
function valuesOf({ about, fields }: CheckKind): JsonSchema {
  const entries = Object.entries(fields)
  return object(
    entries.filter(([, { isOptional }]) => !isOptional).map(([name]) => name),
    Object.fromEntries(entries.map(([name, one]) => [name, described(one.about, one.schema)])),
    { description: about },
  )
}

function check(): JsonSchema {
  return object(
    [],
    {
      id: described('Left out: the task with a number.', ref('slug')),
      points: { description: 'Left out: 1.', type: 'integer', minimum: 1, maximum: 1000 },
      says: described('What is expected, in words of its own.', ref('texts')),
      not: described('The check inside must fail.', ref('check')),
      all: listOf(ref('check'), 'Each must pass.'),
      any: listOf(ref('check'), 'One of them must pass.'),
      'after-reload': listOf(
        ref('check'),
        'Each must pass after everything was switched off and on, unsaved work lost.',
      ),
      ...Object.fromEntries(checkKinds().map((kind) => [kind.name, valuesOf(kind)])),
    },
    { description: 'Exactly one kind of check, or several joined.' },
  )
}

/** @param lab the schema of a lab file, for labs that stand in the drill */
export function drillSchema(lab: JsonSchema): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'drill.schema.json',
    title: 'LabDrillFile',
    description: 'A drill in a lab: tasks, how they are marked, and the proof that they can be done.',
    ...object(['kind', 'topic', 'level', 'title', 'story', 'lab', 'tasks', 'solution'], {
      kind: { const: 'lab', type: 'string' },
      topic: described('One of drills/topics.yml, or a word of its own.', ref('slug')),
      level: {
        description: 'From first steps, 1, to troubleshooting, 4.',
        type: 'integer',
        minimum: 1,
        maximum: 4,
      },
      title: ref('texts'),
      story: described('What the learner finds and is asked for.', ref('texts')),
      lab: {
        description: 'The name of a lab, or a lab as in labs/*.yml; `name` may be left out.',
        type: ['string', 'object'],
        additionalProperties: false,
        required: ['devices'],
        properties: lab['properties'],
      },
      time: described('The time limit.', ref('duration')),
      settle: described('What links and spanning trees get before marking; left out: 60s.', ref('duration')),
      'may-stay-unsaved': {
        description: 'true: saving would be wrong, so that an exam takes nothing off for it.',
        type: 'boolean',
      },
      forbidden: listOf(
        { type: 'string', minLength: 1 },
        'Commands that may not be given, in full: show running-config.',
      ),
      tasks: listOf(ref('task'), 'What is to be done.'),
      solution: listOf(ref('deed'), 'A way to full marks.'),
      wrong: listOf(ref('variant'), 'Ways to go wrong, and what they lose.'),
    }),
    $defs: {
      ...(lab['$defs'] as JsonSchema),
      texts,
      slug,
      duration,
      deed,
      task,
      variant,
      check: check(),
    },
  }
}
