/** docs/checks.md and drills/drill.schema.json are what the declarations say (refresh with `npm test -- -u`). */

import { expect, test } from 'vitest'
import labSchema from '../../labs/lab.schema.json' with { type: 'json' }
import '../../src/drills/checks/index.ts'
import type { JsonSchema } from '../../src/drills/check-field.ts'
import { type CheckKind, checkKinds } from '../../src/drills/check-kind.ts'
import { drillSchema } from '../../src/drills/drill-schema.ts'
import type { Family } from '../../src/drills/families/family.ts'
import { families } from '../../src/drills/families/index.ts'

const head = `# Kinds of check

Made from the declarations in src/drills/checks/ and src/drills/families/; [drills.md](drills.md) says how drills are written. A check is one of these
with its values, \`points\` (1 where nothing is said), an \`id\` where reports should name it otherwise, and \`says\` for what is expected in your own words.

\`\`\`yaml
checks:
  - ping: { from: PC1, to: PC2 }
    points: 2
  - after-reload:
      - ping: { from: PC1, to: PC2 }
\`\`\`

Several are joined by \`not\` (one check, which must fail), \`all\`, \`any\` (lists) and \`after-reload\` (a list, looked at after everything was switched off and on
with whatever was not saved lost).

All looks at the state come first, then the probes, which leave traces in the network, then what must survive a reload.
`

const phases: Readonly<Record<CheckKind['phase'], string>> = {
  state: '',
  probe: ' A probe.',
  reload: ' Looked at last.',
}

function checksTable(): string {
  const kinds = checkKinds().map(({ name, about, phase, needsSays, fields }) => {
    const says = needsSays ? ' Needs `says`: its own words would be the solution.' : ''
    const rows = Object.entries(fields).map(([field, { about: what, schema, isOptional }]) =>
      row(`\`${field}\``, `${wordsOf(schema)}${isOptional ? ', may be left out' : ''}`, what),
    )
    return `\n## ${name}\n\n${about}${phases[phase]}${says}\n\n${table(rows)}`
  })
  const rows = [...families.values()].map((family) =>
    row(`\`${family.name}\``, `${family.title.en}, ${family.title.zh}`, optionsOf(family)),
  )
  const drawn = `\n## Families\n\nQuestions that are drawn anew each time: \`{ id: …, level: 2, family: NAME, options: { … } }\`.\n\n`
  return `${head}${kinds.join('')}${drawn}| family | | options |\n|---|---|---|\n${rows.join('')}`
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
}

function table(rows: readonly string[]): string {
  return `| value | | |\n|---|---|---|\n${rows.join('')}`
}

function optionsOf({ options }: Family): string {
  return Object.entries(options)
    .map(([name, { expected }]) => `\`${name}\`: ${expected}`)
    .join('; ')
}

/** What may stand there, in words. */
function wordsOf(schema: JsonSchema): string {
  const { $comment, type, enum: values, items, minimum, maximum, anyOf, oneOf } = schema
  if (typeof $comment === 'string') return $comment
  if (Array.isArray(values)) return values.map((value) => `\`${value}\``).join(', ')
  const choices = anyOf ?? oneOf
  if (Array.isArray(choices)) return choices.map((one: JsonSchema) => wordsOf(one)).join(', or ')
  if (type === 'array') return `a list: ${wordsOf(items as JsonSchema)}`
  if (type === 'integer' || type === 'number')
    return minimum === undefined || maximum === undefined ? 'a number' : `a number, ${minimum}–${maximum}`
  if (type === 'boolean') return '`true` or `false`'
  if (type === 'string') return 'a text'
  throw new Error(`no words for ${JSON.stringify(schema)}`)
}

test('docs/checks.md', async () => {
  await expect(checksTable()).toMatchFileSnapshot('../../docs/checks.md')
})

test('drills/drill.schema.json', async () => {
  const text = `${JSON.stringify(drillSchema(labSchema), undefined, 2)}\n`
  await expect(text).toMatchFileSnapshot('../../drills/drill.schema.json')
})
