/**
 * A kind of check is declared once, in one file of checks/: its fields, what it expects in words, and how it looks. Reading
 * drill files, their schema, docs/checks.md, marking and reports know no kind by name.
 *
 *   export const savedCheck = checkKind('saved', 'The running configuration is the one that is saved.', {
 *     fields: { device: device('Whose.', 'ios') },
 *     expected: ({ device }) => texts(`${device} saved`, `${device} 已保存`),
 *     look: ({ device }, lab) => …,
 *   })
 */

import type { Fields, Values } from './check-field.ts'
import type { MarkedLab } from './marked-lab.ts'
import type { Texts } from './texts.ts'

/** What a check found. */
export interface Seen {
  readonly passed: boolean
  readonly found: Texts
  /** What made it so, where the network or the configuration knows. It never says what to type. */
  readonly cause?: Texts | undefined
}

/**
 * When a check looks: `state` changes nothing; a `probe` sends packets, or logs in; `reload` comes last of all, since it
 * takes the running state away.
 */
export type Phase = 'state' | 'probe' | 'reload'

export interface CheckKind {
  readonly name: string
  /** One sentence for docs and editors. */
  readonly about: string
  readonly fields: Fields
  readonly phase: Phase
  readonly needsSays: boolean
  expected(values: CheckValues): Texts
  look(values: CheckValues, lab: MarkedLab): Seen
}

/** As written in the file, which fits the fields. */
export type CheckValues = Readonly<Record<string, unknown>>

/** A value of the drill's file that only the lab at work can tell to be wrong, such as a line that no device takes. */
export class BadCheckValue extends Error {
  override readonly name = 'BadCheckValue'
}

interface CheckKindSpec<F> {
  readonly fields: F
  readonly phase?: Phase
  /** Its own words would give the solution away: the drill has to say what it expects. */
  readonly needsSays?: boolean
  /** A sentence's middle with the values in it, without a full stop: what should be so. It names no command. */
  expected(values: Values<F>): Texts
  /** @throws NoSystem, which counts as not passed; BadCheckValue, which is the drill's fault */
  look(values: Values<F>, lab: MarkedLab): Seen
}

/** What joins other checks; see check.ts. */
export const combinatorNames: ReadonlySet<string> = new Set(['not', 'all', 'any', 'after-reload'])

const kinds = new Map<string, CheckKind>()

export function checkKind<const F>(
  name: string,
  about: string,
  { phase = 'state', needsSays = false, ...spec }: CheckKindSpec<F>,
): CheckKind {
  if (kinds.has(name) || combinatorNames.has(name)) throw new Error(`two kinds of check are called ${name}`)
  // The file was checked against the fields: from here on nobody knows their types.
  const kind = { ...spec, name, about, phase, needsSays } as unknown as CheckKind
  kinds.set(name, kind)
  return kind
}

export function checkKinds(): readonly CheckKind[] {
  return [...kinds.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

export function checkKindNamed(name: string): CheckKind | undefined {
  return kinds.get(name)
}
