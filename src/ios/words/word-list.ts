/**
 * The words that real IOS shows at one place of its command language, each with IOS's own description. They complete
 * the `?` lists, make abbreviations ambiguous where a real device does, and hold the caret of an error where a real
 * device holds it. Entering a word that no declaration models is an error like any other.
 *
 * Left out on purpose: `<cr>` and `|` (they follow from the declarations), headings, and everything that a word does.
 * What a declaration spells at the same place wins over the word here.
 *
 * Source: help listings of real devices and, where none is known, Cisco's command references; each list says which.
 */

export type WordKind = 'switch' | 'router'

export interface WordList {
  /** Mode id: 'exec', 'config', 'config-if', … */
  readonly mode: string
  /**
   * Privilege level from which on the words are seen, as for commands: privileged EXEC sees the lists of level 1 too.
   * A keyword that stands in both has the wording of the higher level there.
   */
  readonly level: 1 | 15
  /** Words before this place, one blank between them, '' for the first word. A placeholder stands for any argument. */
  readonly path: string
  /** Kinds of device that have these words; left out: both. Lists of the same place add up. */
  readonly on?: readonly WordKind[]
  /** One row a line, in ASCII order: keyword (or placeholder), two or more blanks, description. */
  readonly words: string
}

export interface Word {
  readonly keyword: string
  readonly help: string
}

// A placeholder may contain single blanks (`Hostname or A.B.C.D`), a description any number of them.
const row = /^(\S+(?: \S+)*?) {2,}(\S.*)$/

/** Rows of a list in the order of the list. Throws on a row without a description: a list is our own text. */
export function parseWordList(list: WordList): Word[] {
  return list.words
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, keyword, help] = row.exec(line) ?? []
      if (keyword === undefined || help === undefined)
        throw new Error(`word list ${list.mode} '${list.path}': no keyword and description in '${line}'`)
      return { keyword, help }
    })
}

/**
 * Whether a row is a keyword, which a person can type and abbreviate. The others only appear in `?`: placeholders
 * (`<1-99>`, `WORD`, `hh:mm:ss`) and interface types (`FastEthernet`, and `fcpa`, the one in small letters), which are
 * read as part of an interface name.
 */
export function isKeyword(keyword: string): boolean {
  return /^[a-z0-9/]/.test(keyword) && !/^(hh:mm|x\/y|fcpa$)/.test(keyword)
}
