/** Text for people, in both languages: whatever a drill, a check or a report says. */

export interface Texts {
  readonly en: string
  readonly zh: string
}

export type Language = keyof Texts

export function texts(en: string, zh: string): Texts {
  return { en, zh }
}

/** The same in both languages: a number, a command, an address. */
export function alike(text: string): Texts {
  return { en: text, zh: text }
}

export function said(text: Texts, language: Language): string {
  return text[language]
}
