/** Where the switches of a lab forward, VLAN by VLAN, as a graph: for laws about loops, reach and tables. */

import type { Port } from '../../src/hardware/port.ts'
import { fabricOf, switchedPorts } from '../../src/ios/switching.ts'
import { iosOf, type LabUnderTest } from './labs.ts'

/** A link between two switches that is up at both ends. */
export interface SwitchLink {
  readonly a: Port
  readonly b: Port
}

/** The links of a lab on which both ends switch. */
export function switchLinks(lab: LabUnderTest, switches: readonly string[]): SwitchLink[] {
  const switching = new Set(switches.flatMap((name) => switchedPorts(iosOf(lab, name)).map(({ phy }) => phy)))
  return lab.running.network.cables.flatMap(({ a, b, isUp }) =>
    isUp && switching.has(a) && switching.has(b) ? [{ a, b }] : [],
  )
}

/** What both ends of a link do with frames of a VLAN: undefined where it does not carry the VLAN. */
export function linkState(
  lab: LabUnderTest,
  { a, b }: SwitchLink,
  vlan: number,
): 'open' | 'blocked' | undefined {
  const states = [a, b].map((port) => fabricOf(iosOf(lab, port.device)).stateOf(port, vlan))
  if (states.includes(undefined)) return undefined
  return states.every((state) => state === 'forwarding') ? 'open' : 'blocked'
}

/** Groups that grow together. */
export class Groups {
  readonly #parents = new Map<string, string>()

  of(name: string): string {
    const parent = this.#parents.get(name) ?? name
    return parent === name ? name : this.of(parent)
  }

  /** False when they were together already. */
  join(a: string, b: string): boolean {
    const [groupA, groupB] = [this.of(a), this.of(b)]
    if (groupA === groupB) return false
    this.#parents.set(groupA, groupB)
    return true
  }
}

/** Switches that can reach each other in a VLAN, over links that carry it, blocked or not. */
export function reach(lab: LabUnderTest, links: readonly SwitchLink[], vlan: number): Groups {
  const groups = new Groups()
  for (const link of links)
    if (linkState(lab, link, vlan) !== undefined) groups.join(link.a.device, link.b.device)
  return groups
}

/** What is wrong with the tree of a VLAN: links that close a loop, and switches that are cut off although a link is there. */
export function treeFaults(lab: LabUnderTest, links: readonly SwitchLink[], vlan: number): string[] {
  const faults: string[] = []
  const open = new Groups()
  for (const link of links)
    if (linkState(lab, link, vlan) === 'open' && !open.join(link.a.device, link.b.device))
      faults.push(`VLAN ${vlan}: ${nameOf(link)} closes a loop`)
  for (const link of links)
    if (linkState(lab, link, vlan) === 'blocked' && open.of(link.a.device) !== open.of(link.b.device))
      faults.push(`VLAN ${vlan}: nothing but the blocked ${nameOf(link)} leads from one to the other`)
  return faults
}

function nameOf({ a, b }: SwitchLink): string {
  return `${a.device} ${a.name} – ${b.device} ${b.name}`
}
