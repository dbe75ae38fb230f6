/**
 * A check that looks at several properties of one thing: it expects them all, and tells what it found of those that are not
 * as they should be.
 */

import type { Seen } from './check-kind.ts'
import { type Texts, texts } from './texts.ts'

/** One property: what should be so of it, as a verb and what follows, and how it is seen in `C`. */
export interface Aspect<C> {
  readonly expected: Texts
  look(context: C): Seen
}

/** `SW1 Fa0/2 is an access port, is in VLAN 20`; in Chinese what begins with 的 belongs to the subject. */
export function wanted(subject: string, aspects: readonly Aspect<never>[]): Texts {
  const all = aspects.map(({ expected }) => expected)
  return texts(
    `${subject} ${all.map(({ en }) => en).join(', ')}`,
    `${subject} ${all.map(({ zh }, at) => (at === 0 ? zh : zh.replace(/^的 ?/, ''))).join('，')}`,
  )
}

export function lookAtAspects<C>(aspects: readonly Aspect<C>[], context: C): Seen {
  const all = aspects.map((aspect) => aspect.look(context))
  const wrong = all.filter(({ passed }) => !passed)
  const told = wrong.length > 0 ? wrong : all
  const causes = wrong.flatMap(({ cause }) => (cause === undefined ? [] : [cause]))
  return {
    passed: wrong.length === 0,
    found: joined(told.map(({ found }) => found)),
    ...(causes.length === 0 ? {} : { cause: joined(causes) }),
  }
}

function joined(all: readonly Texts[]): Texts {
  const once = all.filter(({ en }, at) => all.findIndex((one) => one.en === en) === at)
  return texts(once.map(({ en }) => en).join('; '), once.map(({ zh }) => zh).join('；'))
}

export function passed(found: Texts): Seen {
  return { passed: true, found }
}

export function failed(found: Texts, cause?: Texts): Seen {
  return { passed: false, found, ...(cause === undefined ? {} : { cause }) }
}
