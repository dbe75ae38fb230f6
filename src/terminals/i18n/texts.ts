/** Which language the program speaks: as asked for, else as the locale says. */

import { en, type Texts } from './en.ts'
import { zh } from './zh.ts'

export type { Texts }
export type Language = 'zh' | 'en'

const dictionaries: Readonly<Record<Language, Texts>> = { zh, en }

export function textsOf(language: Language): Texts {
  return dictionaries[language]
}

/** The locale's language by POSIX's order of precedence; English where it is neither. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return /^zh([_.@-]|$)/i.test(locale) ? 'zh' : 'en'
}
