/**
 * Holds lab-file-types.ts to labs/lab.schema.json. The file is generated here:
 * `npx vitest run src/labs/lab-file-types.test.ts -u` writes it anew, and without -u a stale one fails.
 */
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { expect, test } from 'vitest'
import schema from '../../labs/lab.schema.json' with { type: 'json' }

const banner = '/** Generated from labs/lab.schema.json by lab-file-types.test.ts; do not edit. */'

test('lab-file-types.ts is what the schema says', async () => {
  const text = await compile(structuredClone(schema) as unknown as JSONSchema, 'LabFile', {
    additionalProperties: false,
    bannerComment: banner,
    style: { printWidth: 110, semi: false, singleQuote: true },
  })
  await expect(text).toMatchFileSnapshot('./lab-file-types.ts')
})
