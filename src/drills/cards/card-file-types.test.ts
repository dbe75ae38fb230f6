/**
 * Holds card-file-types.ts to drills/cards.schema.json. The file is generated here:
 * `npx vitest run src/drills/cards/card-file-types.test.ts -u` writes it anew, and without -u a stale one fails.
 */
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { expect, test } from 'vitest'
import schema from '../../../drills/cards.schema.json' with { type: 'json' }

const banner = '/** Generated from drills/cards.schema.json by card-file-types.test.ts; do not edit. */'

test('card-file-types.ts is what the schema says', async () => {
  const text = await compile(structuredClone(schema) as unknown as JSONSchema, 'CardFile', {
    additionalProperties: false,
    bannerComment: banner,
    ignoreMinAndMaxItems: true,
    style: { printWidth: 110, semi: false, singleQuote: true },
  })
  await expect(text).toMatchFileSnapshot('./card-file-types.ts')
})
