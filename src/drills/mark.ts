/**
 * Marks a lab drill: looks at the state of the network, sends probes through it, and says of each check what was expected,
 * what was found and why. What was typed or printed is not looked at.
 *
 * All looks at the state come first, for all checks; then the probes, which leave traces (ARP, MAC tables); then what must
 * survive a reload. The lab is used up by it.
 */

import type { RunningLab } from '../labs/running-lab.ts'
import type { Check, Joined, Look, PointedCheck } from './check.ts'
import type { Phase, Seen } from './check-kind.ts'
import type { LabDrill } from './lab-drill.ts'
import { MarkedLab, NoSystem } from './marked-lab.ts'
import { alike, type Texts, texts } from './texts.ts'

export interface CheckResult {
  readonly id: string
  readonly task: string
  readonly points: number
  readonly max: number
  readonly passed: boolean
  readonly expected: Texts
  readonly found: Texts
  readonly cause?: Texts
}

export interface TaskResult {
  readonly id: string
  readonly points: number
  readonly max: number
}

export interface Marking {
  readonly score: number
  readonly max: number
  readonly tasks: readonly TaskResult[]
  readonly checks: readonly CheckResult[]
  /** Devices whose running configuration was not saved. */
  readonly unsaved: readonly string[]
}

/** @param running a copy of the learner's lab; it is used up */
export function mark(drill: LabDrill, running: RunningLab): Marking {
  const lab = new MarkedLab(running)
  const unsaved = drill.mayStayUnsaved ? [] : lab.unsaved
  lab.settle(drill.settleMs)
  const pointed = drill.tasks.flatMap((task) => task.checks.map((check) => ({ task: task.id, check })))
  const seen = lookAtAll(
    pointed.map(({ check }) => check.check),
    lab,
  )
  const checks = pointed.map(({ task, check }) => resultOf(task, check, seen))
  const taskResults = drill.tasks.map(({ id, points }) => ({
    id,
    points: sum(checks.filter(({ task }) => task === id).map((one) => one.points)),
    max: points,
  }))
  return {
    score: sum(taskResults.map(({ points }) => points)),
    max: sum(taskResults.map(({ max }) => max)),
    tasks: taskResults,
    checks,
    unsaved,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** What each look saw; the same look after a reload is a look of its own. */
type AllSeen = ReadonlyMap<Look, Seen>

const phases: readonly Phase[] = ['state', 'probe', 'reload']

/** Every look of these checks, in the order in which they disturb least. */
export function lookAtAll(checks: readonly Check[], lab: MarkedLab): AllSeen {
  const seen = new Map<Look, Seen>()
  const before = checks.flatMap((check) => [...looksIn(check, false)])
  const after = checks.flatMap((check) => [...looksIn(check, true)])
  const lookAt = (looks: readonly Look[]): void => {
    for (const phase of phases)
      for (const look of looks) if (look.of.phase === phase) seen.set(look, safeLook(look, lab))
  }
  lookAt(before)
  if (after.length > 0) {
    lab.reload()
    lookAt(after)
  }
  return seen
}

function* looksIn(check: Check, afterReload: boolean, isAfter = false): Generator<Look> {
  if (check.kind === 'look') {
    if (isAfter === afterReload) yield check
    return
  }
  for (const inner of check.checks)
    yield* looksIn(inner, afterReload, isAfter || check.kind === 'after-reload')
}

function safeLook({ of, values }: Look, lab: MarkedLab): Seen {
  try {
    return of.look(values, lab)
  } catch (error) {
    if (error instanceof NoSystem) return { passed: false, found: error.found }
    throw error
  }
}

export interface Judged extends Seen {
  readonly expected: Texts
}

/** What a check comes to, its parts being seen. */
export function judge(check: Check, seen: AllSeen): Judged {
  const judged = check.kind === 'look' ? judgedLook(check, seen) : judgedParts(check, seen)
  return check.says === undefined ? judged : { ...judged, expected: check.says }
}

function judgedLook(look: Look, seen: AllSeen): Judged {
  const found = seen.get(look)
  if (found === undefined) throw new Error(`nobody looked at ${look.of.name}`)
  return { ...found, expected: look.of.expected(look.values) }
}

const afterReload = texts('after a reload: ', '重启之后：')

function judgedParts({ kind, checks }: Joined, seen: AllSeen): Judged {
  const parts = checks.map((one) => judge(one, seen))
  if (kind === 'any') return anyOf(parts)
  const all = allOf(parts)
  if (kind === 'all') return all
  if (kind === 'not')
    return {
      passed: !all.passed,
      expected: prefixed(texts('not so: ', '不应如此：'), all.expected),
      found: all.found,
    }
  return { ...all, expected: prefixed(afterReload, all.expected), found: prefixed(afterReload, all.found) }
}

function anyOf(parts: readonly Judged[]): Judged {
  const expected = listed(
    parts.map((one) => one.expected),
    texts(', or ', '；或者'),
  )
  const passing = parts.find(({ passed }) => passed)
  if (passing !== undefined) return { passed: true, expected, found: passing.found }
  return { ...allOf(parts), expected }
}

/** All have to pass; what is found wanting is what is told. */
function allOf(all: readonly Judged[]): Judged {
  const failed = all.filter(({ passed }) => !passed)
  const told = failed.length > 0 ? failed : all
  const causes = distinct(failed.flatMap(({ cause }) => (cause === undefined ? [] : [cause])))
  return {
    passed: failed.length === 0,
    expected: listed(
      all.map((one) => one.expected),
      texts(', and ', '；并且'),
    ),
    found: listed(distinct(told.map((one) => one.found)), texts('; ', '；')),
    ...(causes.length === 0 ? {} : { cause: listed(causes, texts('; ', '；')) }),
  }
}

function resultOf(task: string, { id, points: max, check }: PointedCheck, seen: AllSeen): CheckResult {
  const { passed, expected, found, cause } = judge(check, seen)
  const why = passed || cause === undefined ? {} : { cause }
  return { id, task, points: passed ? max : 0, max, passed, expected, found, ...why }
}

function prefixed(front: Texts, { en, zh }: Texts): Texts {
  return texts(`${front.en}${en}`, `${front.zh}${apart(front.zh, zh)}`)
}

/** In Chinese text a blank stands between a Chinese word and a name or a command. */
function apart(before: string, text: string): string {
  return /\p{Script=Han}$/u.test(before) && /^[\w`]/.test(text) ? ` ${text}` : text
}

function listed(parts: readonly Texts[], between: Texts): Texts {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  if (parts.length === 0) return alike('')
  return texts(
    parts.map(({ en }) => en).join(between.en),
    parts.map(({ zh }, at) => (at === 0 ? zh : apart(between.zh, zh))).join(between.zh),
  )
}

function distinct(all: readonly Texts[]): Texts[] {
  return all.filter(({ en }, at) => all.findIndex((one) => one.en === en) === at)
}

/** `Expected Fa0/2 in VLAN 20. Found VLAN 1, because …` in one paragraph. */
export function sentenceOf({ passed, expected, found, cause }: Omit<CheckResult, 'id' | 'task'>): Texts {
  if (passed) return texts(`${capital(expected.en)}.`, `${expected.zh}。`)
  return texts(
    `Expected: ${expected.en}. Found: ${found.en}${cause === undefined ? '' : `, because ${cause.en}`}.`,
    `应为：${expected.zh}。实际：${found.zh}${cause === undefined ? '' : `，因为${apart('因为', cause.zh)}`}。`,
  )
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
