import { describe, expect, test } from 'vitest'
import { modes } from '../../ios/modes.ts'
import { languageOf, textsOf } from './texts.ts'

// The order in which POSIX looks for the locale.
test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh-TW' }, 'zh'],
  [{ LANG: 'zh' }, 'zh'],
  [{ LANG: 'zha_CN' }, 'en'],
  [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US' }, 'zh'],
  [{}, 'en'],
] as const)('%j is %s', (environment, language) => {
  expect(languageOf(environment)).toBe(language)
})

describe.each(['en', 'zh'] as const)('%s', (language) => {
  test.each([...new Set(Object.values(modes).map(({ prompt }) => prompt))].filter((prompt) => prompt !== ''))(
    'has words for %s',
    (prompt) => {
      expect(Object.keys(textsOf(language).modes)).toContain(prompt)
    },
  )
})
