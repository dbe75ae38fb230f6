/** IP stacks on wires of a few lines, for tests: every frame takes a millisecond, and a wire can lose, repeat and delay. */

import type { Ending } from '../src/hardware/endings.ts'
import { Frame } from '../src/hardware/frame.ts'
import type { IpEnvironment, IpLink, IpSettings, LinkKind } from '../src/hardware/ip/types.ts'
import { IpStack } from '../src/hardware/ip-stack.ts'
import { Kernel } from '../src/kernel/kernel.ts'
import { readIpv4 } from '../src/wire/ipv4-text.ts'

export function ip(text: string): number {
  const address = readIpv4(text.split('/')[0] as string)
  if (address === undefined) throw new Error(`not an address: ${text}`)
  return address
}

/** How often a frame of 100 is lost, comes twice, or comes later than the next. */
export interface Faults {
  loss?: number
  repeats?: number
  delays?: number
}

export interface TestLink extends IpLink {
  up: boolean
  mtuBytes: number
  /** The frames that it sent. */
  readonly sent: Uint8Array[]
}

export interface Ended {
  readonly device: string
  readonly reason: Ending
  readonly sent: boolean
}

/** A segment: everybody hears what one of them sends. */
export class TestNet {
  readonly kernel: Kernel
  readonly ended: Ended[] = []
  /** What became of frames that came in, by name. */
  readonly counts = { sent: 0, lost: 0, delivered: 0, passed: 0, held: 0, ended: 0 }
  readonly duplicates: string[] = []
  #journey = 0
  #macs = 0

  constructor(seed = 1) {
    this.kernel = new Kernel({ seed })
  }

  stack(name: string, settings: IpSettings): IpStack {
    const settle = (frame: Frame, as: 'delivered' | 'passed' | 'held' | 'ended') => {
      if (frame.settled) return
      frame.settle()
      this.counts[as]++
    }
    const environment: IpEnvironment = {
      kernel: this.kernel,
      newJourney: () => ++this.#journey,
      delivered: (frame) => settle(frame, 'delivered'),
      passed: (frame) => settle(frame, 'passed'),
      held: (frame) => settle(frame, 'held'),
      ended: (frame, link, reason) => {
        if (link !== undefined) settle(frame, 'ended')
        this.ended.push({ device: name, reason, sent: link !== undefined })
      },
      duplicateAddress: (_link, _address, mac) => this.duplicates.push(`${name} ${mac.toString(16)}`),
    }
    return new IpStack(environment, settings)
  }

  /** Joins stacks by one segment; each gets a link with the given addresses, the first primary. */
  segment(
    members: { stack: IpStack; addresses: string[]; kind?: LinkKind; mtuBytes?: number }[],
    faults: Faults = {},
  ): TestLink[] {
    const links: TestLink[] = []
    const { random } = this.kernel
    for (const { stack, kind = 'ethernet', mtuBytes = 1500 } of members) {
      const link: TestLink = {
        name: `eth${stack.links.length}`,
        kind,
        mac: kind === 'ethernet' ? 0x0200_0000_0000 + ++this.#macs : 0,
        mtuBytes,
        up: true,
        sent: [],
        isUp: () => link.up,
        send: (bytes, journey) => {
          link.sent.push(bytes)
          for (const other of links) {
            if (other === link) continue
            const copies = random.below(100) < (faults.repeats ?? 0) ? 2 : 1
            for (let copy = 0; copy < copies; copy++) {
              this.counts.sent++
              if (random.below(100) < (faults.loss ?? 0)) {
                this.counts.lost++
                continue
              }
              const late = random.below(100) < (faults.delays ?? 0) ? random.below(50) : 0
              const receiver = members[links.indexOf(other)]?.stack
              this.kernel.after(1 + late, () => receiver?.input(other, new Frame(bytes, journey)))
            }
          }
        },
      }
      links.push(link)
    }
    for (const [i, { stack, addresses }] of members.entries()) {
      const link = links[i] as TestLink
      stack.addLink(link)
      stack.setAddresses(
        link,
        addresses.map((text) => ({ address: ip(text), prefixLength: Number(text.split('/')[1] ?? 32) })),
      )
    }
    return links
  }

  run(ms: number): void {
    this.kernel.advanceTo(this.kernel.nowMs + ms)
  }
}
