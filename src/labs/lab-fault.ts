/** What is wrong with a lab file, in terms of its content. Where that stands in the text is the reader's to find. */

export interface LabFault {
  /** Names and indices from the file's root. */
  readonly at: readonly (string | number)[]
  /** Whether the name is at fault rather than its value. */
  readonly name?: boolean
  /** Where in the value the wrong part begins, in characters. */
  readonly within?: number
  readonly found: string
  readonly expected: string
  /** The word at fault and what might have been meant by it. */
  readonly wrong?: string
  readonly known?: readonly string[]
}

export type Report = (fault: LabFault) => void

export function quoted(text: string): string {
  return JSON.stringify(text)
}
