/**
 * Breaks a working lab, in a way drawn from a seed: the fault shows (something that could be reached no longer can), and
 * typing its repair makes everything work again; both are tried out before a learner sees it. Told is the symptom only.
 */

import { Random } from '../../kernel/random.ts'
import type { Lab } from '../../labs/lab.ts'
import type { Look } from '../check.ts'
import { checkKindNamed } from '../check-kind.ts'
import '../checks/ping.ts'
import type { LabDrill, Task } from '../lab-drill.ts'
import { lookAtAll } from '../mark.ts'
import { MarkedLab } from '../marked-lab.ts'
import { perform } from '../perform.ts'
import type { StartLab } from '../prove.ts'
import { shuffled } from '../shuffled.ts'
import { alike, type Texts, texts } from '../texts.ts'
import { type Fault, type FaultKind, faultKinds } from './fault-kind.ts'
import './index.ts'
import { needlessCheck, settingsOf } from './needless-changes.ts'

export interface BreakOptions {
  readonly level: 1 | 2 | 3
  readonly seed: number
  /** Only this kind, for tests. */
  readonly kind?: string
}

export interface BrokenLab {
  readonly drill: LabDrill
  /** What is wrong, to be told when it is over. */
  readonly faults: readonly { readonly kind: string; readonly what: Texts }[]
}

const settleMs = 60_000
/** Enough to see every fault of a campus. */
const mostProbes = 24

/** Undefined where no fault of this level shows in the lab. The same lab, level and seed give the same fault. */
export function breakLab(
  lab: Lab,
  { level, seed, kind }: BreakOptions,
  start: StartLab,
): BrokenLab | undefined {
  const random = new Random(seed)
  const healthy = settled(lab, start)
  const candidates = drawn(
    faultKinds().filter((one) => (kind === undefined ? fitsLevel(one, level) : one.name === kind)),
    healthy,
    random,
  )
  // Last: probes leave traces in it.
  const probes = workingProbes(healthy, random)
  const wanted = level === 3 && kind === undefined ? 2 : 1
  const chosen: { kind: FaultKind; fault: Fault }[] = []
  for (const candidate of candidates) {
    if (chosen.some(({ fault }) => fault.place === candidate.fault.place)) continue
    if (!shows(candidate.fault, lab, probes, start)) continue
    if (
      !showsBesides(
        candidate.fault,
        chosen.map(({ fault }) => fault),
        lab,
        probes,
        start,
      )
    )
      continue
    chosen.push(candidate)
    if (chosen.length === wanted) break
  }
  if (chosen.length === 0) return undefined
  const faults = chosen.map(({ fault }) => fault)
  return {
    drill: drillOf(lab, level, seed, faults, probes, start),
    faults: chosen.map(({ kind: { name }, fault: { what } }) => ({ kind: name, what })),
  }
}

/** At level 3 the first fault is a subtle one, the second may be any. */
function fitsLevel(kind: FaultKind, level: number): boolean {
  return level === 3 ? kind.level >= 2 : kind.level === level
}

interface Candidate {
  readonly kind: FaultKind
  readonly fault: Fault
}

/** Kinds in a drawn order, of each its places in a drawn order: first one place of every kind, then the next. */
function drawn(kinds: readonly FaultKind[], healthy: MarkedLab, random: Random): Candidate[] {
  const queues = shuffled(kinds, random).map((kind) =>
    shuffled(kind.places(healthy), random).map((fault) => ({ kind, fault })),
  )
  const candidates: Candidate[] = []
  for (let at = 0; queues.some((queue) => at < queue.length); at++)
    for (const queue of queues) candidates.push(...queue.slice(at, at + 1))
  return candidates
}

function settled(lab: Lab, start: StartLab): MarkedLab {
  const marked = new MarkedLab(start(lab))
  marked.settle(settleMs)
  return marked
}

function broken(lab: Lab, faults: readonly Fault[]): Lab {
  return faults.reduce((so, fault) => fault.breaks(so), lab)
}

function probe(from: string, to: string): Look {
  const of = checkKindNamed('ping')
  if (of === undefined) throw new Error('there is no ping')
  return { kind: 'look', of, values: { from, to } }
}

/** Pings that succeed in the working lab: between hosts, from hosts to loopbacks; between devices where there are no hosts. */
function workingProbes(healthy: MarkedLab, random: Random): Look[] {
  const { lab } = healthy.running
  const hosts = lab.devices.filter(({ profile }) => profile.kind === 'host').map(({ name }) => name)
  const ends = hosts.length >= 2 ? hosts : lab.devices.map(({ name }) => name)
  const routers = lab.devices.filter(({ profile }) => profile.kind === 'router').map(({ name }) => name)
  const targets = [...ends, ...routers.filter((name) => !ends.includes(name))]
  const pairs = ends.flatMap((from) => targets.filter((to) => to !== from).map((to) => probe(from, to)))
  const tried = shuffled(pairs, random).slice(0, mostProbes * 2)
  const seen = lookAtAll(tried, healthy)
  return tried.filter((one) => seen.get(one)?.passed).slice(0, mostProbes)
}

function failing(lab: MarkedLab, probes: readonly Look[]): Look[] {
  const seen = lookAtAll(probes, lab)
  return probes.filter((one) => !seen.get(one)?.passed)
}

/** Something fails with it, and nothing does once it is repaired. */
function shows(fault: Fault, lab: Lab, probes: readonly Look[], start: StartLab): boolean {
  const marked = settled(broken(lab, [fault]), start)
  if (failing(marked, probes).length === 0) return false
  return isRepaired(lab, [fault], [fault], probes, start)
}

function isRepaired(
  lab: Lab,
  faults: readonly Fault[],
  repaired: readonly Fault[],
  probes: readonly Look[],
  start: StartLab,
): boolean {
  const running = start(broken(lab, faults))
  for (const { repair } of repaired) for (const deed of repair) perform(running, deed)
  const marked = new MarkedLab(running)
  marked.settle(settleMs)
  return failing(marked, probes).length === 0
}

/** Among others, each still shows when only the others are repaired, and all repairs together work. */
function showsBesides(
  fault: Fault,
  others: readonly Fault[],
  lab: Lab,
  probes: readonly Look[],
  start: StartLab,
): boolean {
  if (others.length === 0) return true
  const all = [...others, fault]
  return (
    isRepaired(lab, all, all, probes, start) &&
    all.every(
      (one) =>
        !isRepaired(
          lab,
          all,
          all.filter((other) => other !== one),
          probes,
          start,
        ),
    )
  )
}

function drillOf(
  healthy: Lab,
  level: BreakOptions['level'],
  seed: number,
  faults: readonly Fault[],
  probes: readonly Look[],
  start: StartLab,
): LabDrill {
  const lab = broken(healthy, faults)
  const found = settled(lab, start)
  const before = settingsOf(found)
  const failed = failing(found, probes)
  const still = probes.filter((one) => !failed.includes(one))
  const touches = faults.flatMap((fault) => fault.touches)
  const tasks: Task[] = [
    {
      id: 'works',
      text: texts('Everything that could be reached can be reached again.', '原来能通的地方全部恢复连通。'),
      points: failed.length + Number(still.length > 0),
      checks: [
        ...failed.map((check, at) => ({ id: `works-${at + 1}`, points: 1, check })),
        ...(still.length === 0
          ? []
          : [
              {
                id: 'works-still',
                points: 1,
                check: {
                  kind: 'all' as const,
                  checks: still,
                  says: texts('what worked before still works', '原来正常的地方依然正常'),
                },
              },
            ]),
      ],
      hints: [],
    },
    {
      id: 'nothing-needless',
      text: texts('Nothing else was changed.', '没有改动与故障无关的东西。'),
      points: 2,
      checks: [
        {
          id: 'nothing-needless',
          points: 2,
          check: {
            kind: 'all',
            checks: [{ kind: 'look', of: needlessCheck(before, touches), values: {} }, ...failed],
            says: texts('it was repaired, and nothing else was changed', '故障已修复，并且没有改动别的东西'),
          },
        },
      ],
      hints: [],
    },
  ]
  return {
    kind: 'lab',
    id: `break-${healthy.name}-${level}-${seed}`,
    topic: 'troubleshooting',
    level: level + 1,
    title: texts(`${healthy.name}: something is broken`, `${healthy.name}：出了故障`),
    story: symptom(failed, still, faults.length),
    lab,
    forbidden: [],
    settleMs,
    mayStayUnsaved: true,
    tasks,
    solution: faults.flatMap((fault) => fault.repair),
    wrong: [],
  }
}

function symptom(failed: readonly Look[], still: readonly Look[], faults: number): Texts {
  const bad = pairs(failed)
  const good = pairs(still)
  const number =
    faults === 1
      ? texts('There is one fault.', '有一处故障。')
      : texts(`There are ${faults} faults.`, `有 ${faults} 处故障。`)
  const works =
    still.length === 0 ? alike('') : texts(` These still work: ${good.en}.`, `这些仍然正常：${good.zh}。`)
  return texts(
    `This network worked yesterday. Today people complain that these fail: ${bad.en}.${works.en} ${number.en} Find what is wrong, and repair it without changing anything else.`,
    `这个网络昨天还一切正常。今天有人报告下列通信不通：${bad.zh}。${works.zh}${number.zh}请找出原因并修复，不要改动别的东西。`,
  )
}

/** `PC1 → PC2, PC3; PC2 → PC1` */
function pairs(probes: readonly Look[]): Texts {
  const targets = new Map<string, string[]>()
  for (const { values } of probes) {
    const from = String(values['from'])
    targets.set(from, [...(targets.get(from) ?? []), String(values['to'])])
  }
  const by = [...targets].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  const told = by.slice(0, mostTold)
  const more = told.length < by.length
  const row = (between: string) => (entry: readonly [string, readonly string[]]) =>
    `${entry[0]} → ${[...entry[1]].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).join(between)}`
  return texts(
    told.map(row(', ')).join('; ') + (more ? '; …' : ''),
    told.map(row('、')).join('；') + (more ? '；……' : ''),
  )
}

/** Machines whose complaints are told. */
const mostTold = 6
