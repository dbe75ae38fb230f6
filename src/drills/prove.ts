/**
 * Proves a lab drill: the untouched start gets less than full points in every task, the model solution gets full points,
 * and each line left out, or each declared wrong variant, loses exactly the tasks that are declared.
 */

import type { RunningLab } from '../labs/running-lab.ts'
import type { Deed, LabDrill, Loses, SolutionLine } from './lab-drill.ts'
import { type Marking, mark } from './mark.ts'
import { perform } from './perform.ts'

/** Starts the drill's lab anew; the same each time. */
export type StartLab = (lab: LabDrill['lab']) => RunningLab

/** What does not hold, one sentence each; empty for a drill that is sound. */
export function faultsOfProof(drill: LabDrill, start: StartLab): string[] {
  const faults: string[] = []
  const markAfter = (deeds: readonly Deed[]): Marking => {
    const lab = start(drill.lab)
    for (const deed of deeds) perform(lab, deed)
    return mark(drill, lab)
  }
  const untouched = markAfter([])
  for (const { id, points, max } of untouched.tasks)
    if (points === max) faults.push(`the untouched start already has full points in task ${id}`)
  const solved = markAfter(drill.solution)
  for (const { task, id, passed, expected, found, cause } of solved.checks)
    if (!passed)
      faults.push(
        `the solution does not pass check ${id} of task ${task}: expected ${expected.en}, found ${found.en}${
          cause === undefined ? '' : ` (${cause.en})`
        }`,
      )
  if (faults.length > 0) return faults
  for (const { deeds, what, loses } of omissions(drill.solution)) {
    const lost = lostIn(markAfter(deeds))
    const expected = 'tasks' in loses ? loses.tasks : []
    if (!same(lost, expected))
      faults.push(`without ${what} the tasks lost are ${listed(lost)}, declared ${listed(expected)}`)
  }
  for (const { id, inPlace, deeds, loses } of drill.wrong) {
    const lost = lostIn(markAfter(inPlace ? deeds : [...drill.solution, ...deeds]))
    if (!same(lost, loses)) faults.push(`variant ${id} loses ${listed(lost)}, declared ${listed(loses)}`)
  }
  return faults
}

export interface Omission {
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
          deeds: without({ ...deed, lines: deed.lines.toSpliced(index, 1) }),
          what: `"${text}" (line ${index + 1} on ${deed.on})`,
          loses,
        }))
      case 'power':
        return [{ deeds: without(), what: `power ${deed.to} of ${deed.on}`, loses: deed.loses }]
      default:
        return [{ deeds: without(), what: `${deed.kind} ${deed.cable}`, loses: deed.loses }]
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
