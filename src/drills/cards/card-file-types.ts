/** Generated from drills/cards.schema.json by card-file-types.test.ts; do not edit. */

/**
 * A text in both languages; a plain one is the same in both: a number in quotes, a command, an address.
 */
export type TextOrBoth =
  | string
  | {
      en: string
      zh: string
    }
/**
 * @minItems 2
 * @maxItems 2
 */
export type CardFilePair = TextOrBoth[]

/**
 * Questions on one topic, and families of questions that are drawn from a seed.
 */
export interface CardFile {
  kind: 'cards'
  /**
   * A name of drills/topics.yml.
   */
  topic: string
  title: TextOrBoth
  /**
   * @minItems 1
   */
  questions: CardFileQuestion[]
}
/**
 * One question: exactly one of choose-one, choose-many, type, order, match, compute; or a family.
 */
export interface CardFileQuestion {
  /**
   * Its name in this file.
   */
  id: string
  /**
   * 1 the first steps, 4 for those who know.
   */
  level: number
  /**
   * Where it differs from the file's.
   */
  topic?: string
  ask?: BothLanguages
  /**
   * Rows shown as they are below the question: a table, a header in hexadecimal, a console.
   */
  screen?: string
  explain?: BothLanguages1
  watch?: CardFileWatch
  /**
   * One of the choices is right.
   */
  'choose-one'?: {
    right: TextOrBoth
    /**
     * @minItems 2
     * @maxItems 5
     */
    wrong: TextOrBoth[]
  }
  /**
   * At least one is right and one is wrong, 4 to 7 in all. Marked (right chosen - wrong chosen) / right.
   */
  'choose-many'?: {
    /**
     * @minItems 1
     * @maxItems 6
     */
    right: TextOrBoth[]
    /**
     * @minItems 1
     * @maxItems 6
     */
    wrong: TextOrBoth[]
  }
  /**
   * The answer is typed.
   */
  type?: {
    /**
     * Each is right; the first is shown.
     *
     * @minItems 1
     */
    answers: TextOrBoth[]
    /**
     * How answers are compared; left out: text. A command counts in every abbreviation.
     */
    as?: 'text' | 'command' | 'ipv4' | 'prefix' | 'mac' | 'number'
    /**
     * Commands: the mode in which it is typed: user, exec (privileged; left out), config, config-if, config-if-svi, config-line, config-vlan and so on.
     */
    mode?: string
    /**
     * Commands: the model on which it is typed; left out: catalyst-2960-24tt.
     */
    profile?: string
  }
  /**
   * 3 to 7 items in the right order.
   *
   * @minItems 3
   * @maxItems 7
   */
  order?: TextOrBoth[]
  /**
   * 3 to 6 pairs of a left and a right; several lefts may have the same right.
   *
   * @minItems 3
   * @maxItems 6
   */
  match?: CardFilePair[]
  /**
   * A value is computed.
   */
  compute?: {
    /**
     * A number; or an address, a prefix or a dotted mask.
     */
    answer: number | string
    unit?: TextOrBoth
    /**
     * How far a number may be off; left out: 0.
     */
    tolerance?: number
  }
  /**
   * A family whose questions are drawn from a seed; it brings its own text.
   */
  family?: string
  /**
   * Of the family.
   */
  options?: {
    [k: string]: unknown
  }
}
export interface BothLanguages {
  en: string
  zh: string
}
/**
 * Why the right answer is right.
 */
export interface BothLanguages1 {
  en: string
  zh: string
}
/**
 * Opens a lab, types lines at a device, and shows a packet.
 */
export interface CardFileWatch {
  /**
   * A lab's name, or a lab as lab.schema.json says.
   */
  lab:
    | string
    | {
        [k: string]: unknown
      }
  /**
   * The device at whose console is typed.
   */
  on: string
  /**
   * The lines.
   *
   * @minItems 1
   */
  type: string[]
  /**
   * Of the packet view.
   */
  filter?: string
  /**
   * Which of the packets that pass the filter after the typing; left out: the first.
   */
  packet?: number
}
