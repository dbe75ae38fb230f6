/**
 * A kind of fault is declared once: where in a working lab it can strike, and what it does there. A fault changes the lab as
 * data, so a broken lab is a lab like any other: the same every time, and its devices have saved what is wrong with them.
 */

import type { Lab } from '../../labs/lab.ts'
import type { Deed } from '../lab-drill.ts'
import type { MarkedLab } from '../marked-lab.ts'
import type { Texts } from '../texts.ts'

export interface FaultKind {
  readonly name: string
  /** 1: seen at a glance. 2: one has to look it up. 3: everything looks well at first. */
  readonly level: 1 | 2 | 3
  /** @param lab healthy and settled; only looked at */
  places(lab: MarkedLab): readonly Fault[]
}

export interface Fault {
  /** Which device and what of it: two faults of one lab never strike the same. */
  readonly place: string
  /** What is wrong, said when it is over. */
  readonly what: Texts
  breaks(lab: Lab): Lab
  /** A way back, typed in the broken lab. */
  readonly repair: readonly Deed[]
  /** What may be changed to repair it: anything else is needless. See needless-changes.ts. */
  readonly touches: readonly Touch[]
}

/** A section of a device's configuration; `global` lines by their first words; a host's addresses and routes; a cable. */
export type Touch =
  | { readonly device: string; readonly section: string }
  | { readonly device: string; readonly line: string }
  | { readonly device: string; readonly vlan: number }
  | { readonly host: string }
  | { readonly cable: number }

const kinds: FaultKind[] = []

export function faultKind(name: string, level: FaultKind['level'], places: FaultKind['places']): FaultKind {
  const kind = { name, level, places }
  kinds.push(kind)
  return kind
}

export function faultKinds(): readonly FaultKind[] {
  return kinds
}

/** The lab with lines typed after a device's own, from global configuration mode. */
export function withLines(lab: Lab, name: string, lines: readonly string[]): Lab {
  return {
    ...lab,
    devices: lab.devices.map((device) => {
      if (device.name !== name || device.host !== undefined) return device
      const { text = '', firstNumber = 1 } = device.config ?? {}
      // The lines before may have left any mode: configuration begins anew.
      const added = ['end', 'configure terminal', ...lines].join('\n')
      return { ...device, config: { text: `${text.trimEnd()}\n${added}\n`, firstNumber } }
    }),
  }
}

/** Types configuration lines at a device's console. */
export function configure(on: string, lines: readonly string[]): Deed {
  return type(on, ['enable', 'configure terminal', ...lines, 'end'])
}

export function type(on: string, lines: readonly string[]): Deed {
  const loses = { because: 'a repair is proved as a whole' }
  return { kind: 'type', on, lines: lines.map((text) => ({ text, loses })) }
}

/** A fault of configuration lines alone. */
export function lineFault(
  device: string,
  place: string,
  what: Texts,
  lines: readonly string[],
  repair: readonly string[],
  touches: readonly Touch[],
): Fault {
  return {
    place: `${device} ${place}`,
    what,
    breaks: (lab) => withLines(lab, device, lines),
    repair: [configure(device, repair)],
    touches,
  }
}
