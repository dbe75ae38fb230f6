/**
 * The same lab, seed and input give the same frames at the same times and the same bytes at every console; and so they do
 * when the lab was suspended in between. Every shipped lab, and labs drawn from seeds, with cables pulled, machines
 * rebooted and commands typed at random. FUZZ=large draws more.
 */

import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { Random } from '../../src/kernel/random.ts'
import type { Lab } from '../../src/labs/lab.ts'
import { readLab, shippedLabs } from '../../src/stores/read-lab.ts'
import {
  decodeRecording,
  encodeRecording,
  loadLabs,
  type PowerEvent,
  Practice,
} from '../../src/terminals/practice.ts'
import { showIpv4 } from '../../src/wire/ipv4-text.ts'
import { pick, randomLab } from './random-lab.ts'

const seeds = process.env['FUZZ'] === 'large' ? 500 : 50
const deeds = 24

type Deed = { readonly waitMs: number } & (
  | { readonly on: string; readonly typed: string }
  | { readonly on: string; readonly power: PowerEvent }
  | { readonly cable: number; readonly rewire: 'cut' | 'mend' }
)

/** What a restless person does with a lab. */
function draw(lab: Lab, random: Random): Deed[] {
  const addresses = lab.devices
    .flatMap(({ host }) => host?.addresses ?? [])
    .map(({ address }) => showIpv4(address))
  const anyAddress = (): string => (addresses.length === 0 ? '10.0.0.1' : pick(random, addresses))
  const cutCables = new Set<number>()
  return Array.from({ length: deeds }, (): Deed => {
    const waitMs = random.below(3) === 0 ? random.below(200) : random.below(20_000)
    const { name: on, host } = pick(random, lab.devices)
    const kind = random.below(10)
    if (kind < 2 && lab.cables.length > 0) {
      const cable = random.below(lab.cables.length)
      if (cutCables.delete(cable)) return { waitMs, cable, rewire: 'mend' }
      cutCables.add(cable)
      return { waitMs, cable, rewire: 'cut' }
    }
    if (kind === 2) return { waitMs, on, power: pick(random, ['power off', 'power on', 'break'] as const) }
    const typed =
      host === undefined
        ? pick(random, [
            '\r',
            '\renable\r',
            `ping ${anyAddress()}\r`,
            'show mac address-table\rshow ip route\rshow ip arp\r',
            'show spanning-tree\r show interfaces\r',
            'show cdp neighbors detail\r    q',
            'configure terminal\rinterface GigabitEthernet0/1\rshutdown\rno shutdown\rend\r',
            'reload\r\r',
            '\x1e',
          ])
        : pick(random, [
            `ping -c 3 ${anyAddress()}\r`,
            'arp -n\r',
            'ip addr\r',
            'ip neigh\r',
            '\x03',
            `traceroute ${anyAddress()}\r`,
          ])
    return { waitMs, on, typed }
  })
}

/** Everything that can be seen of a run, as one number. */
class Witness {
  #hash = createHash('sha256')
  #things = 0

  watch(practice: Practice): void {
    const { kernel, network } = practice
    network.log.tap((hop) => {
      const where =
        hop.kind === 'crossed'
          ? `${hop.from.device} ${hop.from.name} ${hop.to.device} ${hop.to.name}`
          : `${hop.device} ${hop.port} ${hop.kind === 'ended' ? `${hop.reason} ${hop.detail}` : ''}`
      this.#hash.update(`${hop.atMs} ${hop.kind} ${where} ${hop.frame.journey} ${hop.frame.fcs}\n`)
      this.#hash.update(hop.frame.bytes)
      this.#things++
    })
    this.listen(practice, () => kernel.nowMs)
  }

  listen(practice: Practice, now: () => number): void {
    practice.listener = {
      output: (text, device) => {
        this.#hash.update(`${now()} ${device} ${text}\n`)
        this.#things++
      },
      note: () => {},
      report: (error) => {
        throw error
      },
    }
  }

  get sum(): string {
    return `${this.#things} ${this.#hash.copy().digest('hex')}`
  }
}

function practiceOf(lab: Lab, seed: number): Practice {
  const bench = { kind: 'lab', lab } as const
  return new Practice({ bench, seed, epochMs: Date.UTC(2025, 0, 1), boot: false, program: 'test' })
}

function perform(practice: Practice, todo: readonly Deed[], manner: 'person' | 'pipe'): void {
  const { kernel } = practice
  for (const deed of todo) {
    kernel.advanceTo(kernel.nowMs + deed.waitMs)
    if ('cable' in deed) practice.rewire(deed.cable, deed.rewire)
    else {
      practice.active = deed.on
      if ('power' in deed) practice.happen(deed.power)
      else {
        practice.input(Buffer.from(deed.typed, 'latin1'))
        // Whoever pipes waits until the machine listens again, in the middle of an instant.
        const limitMs = kernel.nowMs + 5000
        while (manner === 'pipe' && !practice.machine.waitsForInput && kernel.step(limitMs));
      }
    }
  }
  kernel.advanceTo(kernel.nowMs + 30_000)
}

/** The sums of the first half with the start, and of the second. */
function wholeRun(
  lab: Lab,
  seed: number,
  todo: readonly Deed[],
  manner: 'person' | 'pipe',
): [string, string] {
  const practice = practiceOf(lab, seed)
  const first = new Witness()
  first.watch(practice)
  practice.start()
  perform(practice, todo.slice(0, deeds / 2), manner)
  const middle = first.sum
  perform(practice, todo.slice(deeds / 2), manner)
  return [middle, first.sum]
}

/** What is seen after the middle: of a run that goes on, or of one that was suspended there and taken up again. */
function secondHalf(
  lab: Lab,
  seed: number,
  todo: readonly Deed[],
  manner: 'person' | 'pipe',
  suspended: boolean,
): string {
  const before = practiceOf(lab, seed)
  before.start()
  perform(before, todo.slice(0, deeds / 2), manner)
  let practice: Practice | undefined = before
  if (suspended) {
    const recording = decodeRecording(encodeRecording(before.recording()))
    if (recording === undefined) throw new Error('no recording')
    const quiet = { output() {}, note() {}, report() {} }
    practice = Practice.replay(recording, undefined, quiet)
    if (practice === undefined) throw new Error('not played again')
  }
  const witness = new Witness()
  witness.watch(practice)
  perform(practice, todo.slice(deeds / 2), manner)
  return witness.sum
}

function check(lab: Lab, seed: number, manner: 'person' | 'pipe'): void {
  const todo = draw(lab, new Random(seed))
  expect(wholeRun(lab, seed, todo, manner)).toEqual(wholeRun(lab, seed, todo, manner))
  const [goingOn, resumed] = [false, true].map((suspended) => secondHalf(lab, seed, todo, manner, suspended))
  expect(resumed).toBe(goingOn)
}

test.each(await shippedLabs())('lab %s', async (name) => {
  const lab = await readLab(name)
  check(lab, 1, 'person')
  check(lab, 2, 'pipe')
})

test.each(Array.from({ length: seeds }, (_, i) => i + 1))('seed %i', (seed) => {
  check(randomLab(seed).lab, seed, seed % 2 === 0 ? 'person' : 'pipe')
})

beforeAll(loadLabs)

test('another input is another run', async () => {
  const lab = await readLab('one-switch')
  const [one, other] = [1, 2].map((seed) => wholeRun(lab, 1, draw(lab, new Random(seed)), 'person'))
  expect(one).not.toEqual(other)
})
