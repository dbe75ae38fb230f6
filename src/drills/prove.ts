/**
 * Proves a lab drill: the untouched start gets less than full points in every task, the model solution gets full points,
 * and each line left out, or each declared wrong variant, loses exactly the tasks that are declared.
 */

import type { RunningLab } from '../labs/running-lab.ts'
import type { Check, Look } from './check.ts'
import { BadCheckValue } from './check-kind.ts'
import type { Deed, LabDrill, Loses, SolutionLine } from './lab-drill.ts'
import { type Marking, mark } from './mark.ts'
import { MarkedLab, NoSystem } from './marked-lab.ts'
import { perform } from './perform.ts'

/** Starts a lab anew; the same each time. Devices refuse what is forbidden. */
export type StartLab = (lab: LabDrill['lab'], forbidden?: readonly string[]) => RunningLab

/** Something that does not hold. */
export interface ProofFault {
  readonly text: string
  /** Where in the drill's file it is declared otherwise: names and indices from the root. */
  readonly at: readonly (string | number)[]
}

/** What does not hold, one sentence each; empty for a drill that is sound. */
export function faultsOfProof(drill: LabDrill, start: StartLab): string[] {
  return proofFaults(drill, start).map(({ text }) => text)
}

export function proofFaults(drill: LabDrill, start: StartLab): ProofFault[] {
  const faults: ProofFault[] = []
  const markAfter = (deeds: readonly Deed[]): Marking => {
    const lab = start(drill.lab, drill.forbidden)
    for (const deed of deeds) perform(lab, deed)
    return mark(drill, lab)
  }
  const wrong = [...badValues(drill, [], start), ...badValues(drill, drill.solution, start)]
  if (wrong.length > 0)
    return wrong.filter(({ text }, at) => wrong.findIndex((one) => one.text === text) === at)
  const untouched = markAfter([])
  untouched.tasks.forEach(({ id, points, max }, at) => {
    if (points === max)
      faults.push({ text: `the untouched start already has full points in task ${id}`, at: ['tasks', at] })
  })
  const solved = markAfter(drill.solution)
  for (const { task, id, passed, expected, found, cause } of solved.checks)
    if (!passed)
      faults.push({
        text: `the solution does not pass check ${id} of task ${task}: expected ${expected.en}, found ${found.en}${
          cause === undefined ? '' : ` (${cause.en})`
        }`,
        at: placeOfCheck(drill, task, id),
      })
  if (faults.length > 0) return faults
  for (const { deeds, what, loses, at } of omissions(drill.solution)) {
    const lost = lostIn(markAfter(deeds))
    const expected = 'tasks' in loses ? loses.tasks : []
    if (!same(lost, expected))
      faults.push({
        text: `without ${what} the tasks lost are ${listed(lost)}, declared ${listed(expected)}`,
        at: ['solution', ...at],
      })
  }
  drill.wrong.forEach(({ id, inPlace, deeds, loses }, at) => {
    const lost = lostIn(markAfter(inPlace ? deeds : [...drill.solution, ...deeds]))
    if (!same(lost, loses))
      faults.push({
        text: `variant ${id} loses ${listed(lost)}, declared ${listed(loses)}`,
        at: ['wrong', at, 'loses'],
      })
  })
  return faults
}

/** Values that the lab at work shows to be wrong, as far as a look at its state tells. */
function badValues(drill: LabDrill, deeds: readonly Deed[], start: StartLab): ProofFault[] {
  const running = start(drill.lab, drill.forbidden)
  for (const deed of deeds) perform(running, deed)
  const lab = new MarkedLab(running)
  return drill.tasks.flatMap(({ id: task, checks }) =>
    checks.flatMap(({ id, check }) =>
      [...looksOf(check)].flatMap(({ of, values }): ProofFault[] => {
        try {
          if (of.phase === 'state') of.look(values, lab)
        } catch (error) {
          if (error instanceof BadCheckValue)
            return [
              { text: `check ${id} of task ${task}: ${error.message}`, at: placeOfCheck(drill, task, id) },
            ]
          if (!(error instanceof NoSystem)) throw error
        }
        return []
      }),
    ),
  )
}

function* looksOf(check: Check): Generator<Look> {
  if (check.kind === 'look') yield check
  else for (const inner of check.checks) yield* looksOf(inner)
}

function placeOfCheck({ tasks }: LabDrill, task: string, check: string): (string | number)[] {
  const at = tasks.findIndex(({ id }) => id === task)
  const within = tasks[at]?.checks.findIndex(({ id }) => id === check) ?? 0
  return ['tasks', at, 'checks', within]
}

export interface Omission {
  /** Where it stands in the solution's list. */
  readonly at: readonly (string | number)[]
  readonly deeds: readonly Deed[]
  /** What was left out, in words. */
  readonly what: string
  readonly loses: Loses
}

/** The solution without each of its lines and deeds; waiting aside. */
export function omissions(solution: readonly Deed[]): Omission[] {
  return solution.flatMap((deed, at): Omission[] => {
    const without = (...instead: Deed[]): Deed[] => solution.toSpliced(at, 1, ...instead)
    switch (deed.kind) {
      case 'wait':
        return []
      case 'type':
        return deed.lines.map(({ text, loses }: SolutionLine, index) => ({
          at: [at, 'lines', index],
          deeds: without({ ...deed, lines: deed.lines.toSpliced(index, 1) }),
          what: `"${text}" (line ${index + 1} on ${deed.on})`,
          loses,
        }))
      case 'power':
        return [{ at: [at], deeds: without(), what: `power ${deed.to} of ${deed.on}`, loses: deed.loses }]
      default:
        return [{ at: [at], deeds: without(), what: `${deed.kind} ${deed.cable}`, loses: deed.loses }]
    }
  })
}

function lostIn({ tasks }: Marking): string[] {
  return tasks.filter(({ points, max }) => points < max).map(({ id }) => id)
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one))
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ')
}
