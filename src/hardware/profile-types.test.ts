/**
 * Holds profile-types.ts to devices/profile.schema.json. The file is generated here:
 * `npx vitest run src/hardware/profile-types.test.ts -u` writes it anew, and without -u a stale one fails.
 */
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { expect, test } from 'vitest'
import schema from '../../devices/profile.schema.json' with { type: 'json' }

const banner = '/** Generated from devices/profile.schema.json by profile-types.test.ts; do not edit. */'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Named types for objects and enumerations only: a type `Text1` for each described string helps nobody. */
function withoutPlainNames(node: Json, definitions: { [key: string]: Json }): Json {
  if (Array.isArray(node)) return node.map((item) => withoutPlainNames(item, definitions))
  if (node === null || typeof node !== 'object') return node
  const name = typeof node['$ref'] === 'string' ? node['$ref'].replace('#/$defs/', '') : undefined
  const target = name === undefined ? undefined : definitions[name]
  if (target !== null && typeof target === 'object' && !Array.isArray(target)) {
    const plain = target['type'] === 'string' || target['type'] === 'integer' || target['type'] === 'array'
    if (plain) {
      const { $ref: _, ...own } = node
      return withoutPlainNames({ ...target, ...own }, definitions)
    }
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withoutPlainNames(value, definitions)]),
  )
}

test('profile-types.ts is what the schema says', async () => {
  const plain = withoutPlainNames(schema as Json, schema.$defs as { [key: string]: Json })
  const text = await compile(plain as JSONSchema, 'Profile', {
    additionalProperties: false,
    bannerComment: banner,
    style: { printWidth: 110, semi: false, singleQuote: true },
  })
  await expect(text).toMatchFileSnapshot('./profile-types.ts')
})
