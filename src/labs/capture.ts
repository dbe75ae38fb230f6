/**
 * A capture on one cable of a running lab, as a pcapng file. What a network card would not hand on is not in it: frames that
 * a collision has ruined. Leaves out where the file goes.
 */

import type { Port } from '../hardware/port.ts'
import { PcapngWriter } from '../wire/pcapng.ts'
import { endText } from './cable-at.ts'
import type { LabCable } from './lab.ts'
import type { RunningLab } from './running-lab.ts'

export class Capture {
  readonly #blocks: Uint8Array[] = []
  readonly #stop: () => void
  frames = 0

  /** Begins now. `seenFrom`: the end whose name the capture's interface has; left out: the cable's first. */
  constructor(running: RunningLab, cable: LabCable, seenFrom: LabCable['from'] = cable.from) {
    const { network, kernel, lab } = running
    const writer = new PcapngWriter((block) => this.#blocks.push(block), kernel.epochMs, {
      application: 'Rollover',
      comment: `lab ${lab.name}`,
    })
    const near: Port = running.port(seenFrom)
    const name = endText(lab, seenFrom)
    const far = endText(lab, seenFrom === cable.from ? cable.to : cable.from)
    const kind = cable.kind === 'serial' ? 'hdlc' : 'ethernet'
    const speed = near.speedBps > 0 ? { speedBps: near.speedBps } : {}
    const number = writer.addInterface({ name, kind, description: `${name} to ${far}`, ...speed })
    this.#stop = network.log.tap((hop) => {
      if (hop.kind !== 'crossed' || (hop.from !== near && hop.to !== near)) return
      if (hop.frame.fcs !== undefined) return
      this.frames++
      writer.addFrame(number, hop.atMs, {
        bytes: hop.frame.bytes,
        direction: hop.from === near ? 'out' : 'in',
      })
    })
  }

  stop(): void {
    this.#stop()
  }

  /** The file up to now. */
  bytes(): Uint8Array {
    const whole = new Uint8Array(this.#blocks.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const block of this.#blocks) {
      whole.set(block, at)
      at += block.length
    }
    return whole
  }
}
