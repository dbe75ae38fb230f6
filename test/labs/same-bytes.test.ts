/**
 * The same lab, seed and input give the same bytes: on every cable and at every console, in a second run, and in a run that
 * was suspended and taken up again.
 */

import { describe, expect, test } from 'vitest'
import { Capture } from '../../src/labs/capture.ts'
import type { Lab } from '../../src/labs/lab.ts'
import { readLab, shippedLabs } from '../../src/stores/read-lab.ts'
import {
  decodeRecording,
  encodeRecording,
  Practice,
  type PracticeListener,
} from '../../src/terminals/practice.ts'
import { showIpv4 } from '../../src/wire/ipv4-text.ts'

const mute: PracticeListener = {
  output() {},
  note() {},
  report: (error) => {
    throw error
  },
}

function opened(lab: Lab): Practice {
  const epochMs = Date.UTC(2025, 0, 1)
  const bench = { kind: 'lab', lab } as const
  const practice = new Practice({ bench, seed: lab.seed, epochMs, boot: false, program: 'test' })
  practice.listener = mute
  practice.start()
  return practice
}

function wait(practice: Practice, seconds: number): void {
  practice.kernel.advanceTo(practice.kernel.nowMs + seconds * 1000)
}

/** The first host asks for the last. */
function ping(practice: Practice, lab: Lab): void {
  const hosts = lab.devices.filter(({ host }) => host !== undefined)
  const address = hosts.at(-1)?.host?.addresses[0]?.address ?? 0
  practice.active = hosts[0]?.name ?? ''
  practice.input(new TextEncoder().encode(`ping -c 5 ${showIpv4(address)}\r`))
  wait(practice, 20)
}

/** Pings, and pulls a cable whose link is up in every lab. */
function begin(practice: Practice, lab: Lab): void {
  ping(practice, lab)
  practice.rewire(1, 'cut')
  wait(practice, 40)
}

interface Seen {
  readonly consoles: string
  /** A capture of each cable. */
  readonly cables: readonly Uint8Array[]
}

function watched(practice: Practice, lab: Lab, act: () => void): Seen {
  const { lab: running } = practice
  if (running === undefined) throw new Error('no lab')
  let consoles = ''
  practice.listener = {
    ...mute,
    output: (text, device) => {
      consoles += `${practice.kernel.nowMs} ${device} ${text}\n`
    },
  }
  const captures = lab.cables.map((cable) => new Capture(running, cable))
  act()
  practice.listener = mute
  for (const capture of captures) capture.stop()
  return { consoles, cables: captures.map((capture) => capture.bytes()) }
}

describe.each(await shippedLabs())('%s', (name) => {
  test('a second run is the same', async () => {
    const lab = await readLab(name)
    const seen = [1, 2].map(() => {
      const practice = opened(lab)
      return watched(practice, lab, () => begin(practice, lab))
    })
    expect(seen[0]?.consoles).toContain('changed state to down')
    expect(seen[0]?.cables.some((bytes) => bytes.length > 1000)).toBe(true)
    expect(seen[1]).toEqual(seen[0])
  })

  test('a run that was suspended goes on as if it had not been', async () => {
    const lab = await readLab(name)
    const end = (practice: Practice) =>
      watched(practice, lab, () => {
        practice.rewire(1, 'mend')
        wait(practice, 60)
        ping(practice, lab)
      })
    const practice = opened(lab)
    begin(practice, lab)
    const kept = decodeRecording(encodeRecording(practice.recording()))
    const resumed = kept && Practice.replay(kept, undefined, mute)
    if (resumed === undefined) throw new Error('the recording was not kept')
    const seen = end(practice)
    expect(seen.cables.some((bytes) => bytes.length > 1000)).toBe(true)
    expect(end(resumed)).toEqual(seen)
  })
})
