/**
 * From what stands in a drill's file to the drill: what the schema cannot say is checked here against the lab, and all of
 * it is reported at once. A drill with faults is of no use.
 */

import { cableAt } from '../labs/cable-at.ts'
import type { Lab } from '../labs/lab.ts'
import { quoted, type Report } from '../labs/lab-fault.ts'
import type { Check, PointedCheck } from './check.ts'
import { type CheckKind, checkKindNamed, checkKinds, combinatorNames } from './check-kind.ts'
import type { Deed, LabDrill, Loses, SolutionLine, Task, WrongVariant } from './lab-drill.ts'
import type { Texts } from './texts.ts'

type At = readonly (string | number)[]

/** As the schema of drill-schema.ts leaves it; `lab` is read by the caller. */
export interface LabDrillFile {
  readonly topic: string
  readonly level: number
  readonly title: Texts
  readonly story: Texts
  readonly time?: string
  readonly settle?: string
  readonly 'may-stay-unsaved'?: boolean
  readonly forbidden?: readonly string[]
  readonly tasks: readonly TaskFile[]
  readonly solution: readonly DeedFile[]
  readonly wrong?: readonly VariantFile[]
}

interface TaskFile {
  readonly id: string
  readonly text: Texts
  readonly points: number
  readonly checks: readonly CheckFile[]
  readonly hints?: Task['hints']
}

type CheckFile = Readonly<Record<string, unknown>> & {
  readonly id?: string
  readonly points?: number
  readonly says?: Texts
}

interface LosesFile {
  readonly loses?: readonly string[]
  readonly because?: string
}

interface DeedFile extends LosesFile {
  readonly on?: string
  readonly for?: readonly string[]
  readonly lines?: readonly (string | (LosesFile & { readonly line: string }))[]
  readonly cut?: string
  readonly mend?: string
  readonly power?: 'off' | 'on'
  readonly wait?: string
}

interface VariantFile {
  readonly id: string
  readonly also?: readonly DeedFile[]
  readonly instead?: readonly DeedFile[]
  readonly loses: readonly string[]
}

const defaultSettleMs = 60_000

/**
 * @param file may lack what did not fit the schema; that has been reported
 * @param isAside whether something at or in this place did not fit
 */
export function labDrillFromFile(
  id: string,
  file: Partial<LabDrillFile>,
  lab: Lab,
  isAside: (at: At) => boolean,
  report: Report,
): LabDrill {
  const reader = new Reader(lab, (fault) => {
    // What is missing because it was wrong is no second fault.
    if (!isAside(fault.at)) report(fault)
  })
  const tasks = (file.tasks ?? []).map((task, at) => reader.task(task, ['tasks', at]))
  reader.noTwice(
    (file.tasks ?? []).map((task) => task.id),
    (at) => ['tasks', at, 'id'],
  )
  reader.noTwice(
    tasks.flatMap((task) => task.checks.map((check) => check.id)),
    () => ['tasks'],
  )
  const names = tasks.map((task) => task.id)
  const deeds = (list: readonly DeedFile[] = [], at: At, inSolution: boolean): Deed[] =>
    list.flatMap((deed, index) => reader.deed(deed, [...at, index], names, inSolution))
  return {
    kind: 'lab',
    id,
    topic: file.topic ?? '',
    level: file.level ?? 1,
    title: file.title ?? { en: '', zh: '' },
    story: file.story ?? { en: '', zh: '' },
    lab,
    ...(file.time === undefined ? {} : { limitMs: milliseconds(file.time) }),
    forbidden: file.forbidden ?? [],
    mayStayUnsaved: file['may-stay-unsaved'] === true,
    settleMs: file.settle === undefined ? defaultSettleMs : milliseconds(file.settle),
    tasks,
    solution: deeds(file.solution, ['solution'], true),
    wrong: (file.wrong ?? []).map((variant, index): WrongVariant => {
      const at = ['wrong', index]
      reader.tasksNamed(variant.loses, [...at, 'loses'], names)
      if ((variant.also === undefined) === (variant.instead === undefined))
        report({ at, found: 'not one of "also" and "instead"', expected: 'one of them' })
      const key = variant.instead === undefined ? 'also' : 'instead'
      return {
        id: variant.id,
        inPlace: variant.instead !== undefined,
        deeds: deeds(variant[key], [...at, key], false),
        loses: variant.loses,
      }
    }),
  }
}

class Reader {
  readonly #lab: Lab
  readonly #report: Report

  constructor(lab: Lab, report: Report) {
    this.#lab = lab
    this.#report = report
  }

  noTwice(ids: readonly string[], at: (index: number) => At): void {
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index)
        this.#report({ at: at(index), found: `${quoted(id)} twice`, expected: 'each id once' })
    })
  }

  task({ id, text, points, checks = [], hints = [] }: TaskFile, at: At): Task {
    const read = checks.flatMap((check, index): PointedCheck[] => {
      const found = this.check(check, [...at, 'checks', index])
      const name = check.id ?? (checks.length === 1 ? id : `${id}-${index + 1}`)
      return found === undefined ? [] : [{ id: name, points: check.points ?? 1, check: found }]
    })
    const sum = checks.reduce((total, check) => total + (check.points ?? 1), 0)
    if (points !== undefined && sum !== points)
      this.#report({
        at: [...at, 'points'],
        found: String(points),
        expected: `${sum}, the sum of its checks' points (1 where a check names none)`,
      })
    return { id, text, points, checks: read, hints }
  }

  check(file: CheckFile, at: At): Check | undefined {
    const names = Object.keys(file).filter((name) => combinatorNames.has(name) || checkKindNamed(name))
    const [name] = names
    if (name === undefined || names.length > 1) {
      const known = [...checkKinds().map((kind) => kind.name), ...combinatorNames].join(', ')
      const found =
        name === undefined ? 'no kind of check' : `${names.map(quoted).join(' and ')} in one check`
      this.#report({ at, found, expected: `exactly one of ${known}` })
      return undefined
    }
    const says = file.says === undefined ? {} : { says: file.says }
    const inside = [...at, name]
    if (name === 'not') {
      const inner = this.check(file[name] as CheckFile, inside)
      return inner && { kind: 'not', checks: [inner], ...says }
    }
    if (name === 'all' || name === 'any' || name === 'after-reload') {
      const inner = (file[name] as CheckFile[]).map((one, index) => this.check(one, [...inside, index]))
      const checks = inner.filter((one) => one !== undefined)
      return { kind: name, checks, ...says }
    }
    const kind = checkKindNamed(name)
    if (kind === undefined) return undefined
    const values = file[name] as Readonly<Record<string, unknown>>
    this.#values(kind, values, inside)
    if (kind.needsSays && file.says === undefined)
      this.#report({
        at,
        found: `${quoted(name)} without "says"`,
        expected: '"says" with what is expected, in words',
      })
    return { kind: 'look', of: kind, values, ...says }
  }

  #values({ fields }: CheckKind, values: Readonly<Record<string, unknown>>, at: At): void {
    for (const [name, field] of Object.entries(fields)) {
      const value = values[name]
      if (value === undefined) continue
      const fault = field.faultOf(value as never, this.#lab, values)
      if (fault !== undefined) this.#report({ at: [...at, name], ...fault })
    }
  }

  tasksNamed(names: readonly string[], at: At, known: readonly string[]): void {
    names.forEach((name, index) => {
      if (!known.includes(name))
        this.#report({
          at: [...at, index],
          found: quoted(name),
          expected: 'the id of a task',
          wrong: name,
          known,
        })
    })
  }

  deed(file: DeedFile, at: At, tasks: readonly string[], inSolution: boolean): Deed[] {
    const kinds = (['lines', 'cut', 'mend', 'power', 'wait'] as const).filter(
      (name) => file[name] !== undefined,
    )
    const [kind] = kinds
    if (kind === undefined || kinds.length > 1) {
      this.#report({
        at,
        found: kinds.length === 0 ? 'nothing to do' : `${kinds.map(quoted).join(' and ')}`,
        expected: 'one of "lines", "cut", "mend", "power", "wait"',
      })
      return []
    }
    if (file.for !== undefined) this.tasksNamed(file.for, [...at, 'for'], tasks)
    const needsDevice = kind === 'lines' || kind === 'power'
    if (needsDevice && !this.#lab.devices.some(({ name }) => name === file.on)) {
      const known = this.#lab.devices.map(({ name }) => name)
      const found = file.on === undefined ? 'no "on"' : quoted(file.on)
      this.#report({
        at: file.on === undefined ? at : [...at, 'on'],
        found,
        expected: 'a device of the lab',
        ...(file.on === undefined ? {} : { wrong: file.on }),
        known,
      })
      return []
    }
    const on = file.on ?? ''
    const whole = { tasks: file.for ?? [] }
    const losesOf = (one: LosesFile, place: At): Loses => {
      if (one.loses !== undefined) this.tasksNamed(one.loses, [...place, 'loses'], tasks)
      if (one.because !== undefined) return { because: one.because }
      if (one.loses === undefined && file.for === undefined && inSolution)
        this.#report({
          at: place,
          found: 'no word of what leaving it out loses',
          expected: '"for" with tasks, or "loses", or "because"',
        })
      return one.loses === undefined ? whole : { tasks: one.loses }
    }
    switch (kind) {
      case 'lines': {
        const lines = (file.lines ?? []).map((line, index): SolutionLine => {
          const place = [...at, 'lines', index]
          if (typeof line === 'string') return { text: line, loses: losesOf({}, place) }
          return { text: line.line, loses: losesOf(line, place) }
        })
        return [{ kind: 'type', on, lines }]
      }
      case 'wait':
        return [{ kind: 'wait', ms: milliseconds(file.wait ?? '') }]
      case 'power':
        return [{ kind: 'power', on, to: file.power ?? 'on', loses: losesOf(file, at) }]
      default: {
        const cable = file[kind] ?? ''
        if (cableAt(this.#lab, cable) === undefined)
          this.#report({
            at: [...at, kind],
            found: quoted(cable),
            expected: 'the id of a cable of the lab, or a device and its port',
          })
        return [{ kind, cable, loses: losesOf(file, at) }]
      }
    }
  }
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

/** `30s`, as the schema has checked it. */
export function milliseconds(text: string): number {
  const [, count = '0', unit = 'ms'] = /^(\d+)([a-z]+)$/.exec(text) ?? []
  return Number(count) * (unitMs[unit] ?? 1)
}
