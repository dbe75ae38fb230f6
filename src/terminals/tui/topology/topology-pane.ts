/** The topology in a pane: its picture, what is chosen in it, and its keys. */

import { endText } from '../../../labs/cable-at.ts'
import type { LabCable } from '../../../labs/lab.ts'
import type { RunningLab } from '../../../labs/running-lab.ts'
import { textWidth } from '../../../session/cell-width.ts'
import { type CellTone, toned } from '../colours.ts'
import { cutToWidth, padToWidth } from '../cut-to-width.ts'
import type { Pane, PaneHost } from '../panes.ts'
import type { Size } from '../window-view.ts'
import { drawn, type Looks, type Picture } from './draw.ts'
import { layoutOf } from './layout.ts'
import type { Layout } from './layout-types.ts'
import { cableTone, type EndState, endStateOf, isRootOf, signOf, vlansOf } from './link-signs.ts'
import { type Choice, walked } from './walk.ts'

const arrows = ['up', 'down', 'left', 'right'] as const

export class TopologyPane implements Pane {
  readonly #host: PaneHost
  readonly #lab: RunningLab
  /** For the window's size. */
  #layout: { readonly size: Size; readonly made: Layout } | undefined
  #choice: Choice | undefined
  /** Whose console was on show when a picture was last drawn: choosing another chooses it here. */
  #active = ''
  #vlan: number | undefined

  constructor(host: PaneHost) {
    const { lab } = host.practice
    if (lab === undefined) throw new Error('a topology is of a lab')
    this.#host = host
    this.#lab = lab
  }

  key(key: string): void {
    const arrow = arrows.find((one) => one === key)
    if (arrow !== undefined) {
      const choice = this.#layout && this.#choice && walked(this.#layout.made, this.#choice, arrow)
      if (choice !== undefined) this.#choice = choice
      return
    }
    switch (key) {
      case 'esc':
      case 'q':
        this.#host.close()
        return
      case 'enter':
        if (this.#choice !== undefined) this.#host.openConsole(this.#choice.device)
        return
      case 'v':
      case 'V':
        this.#nextVlan(key === 'v' ? 1 : -1)
        return
      case 'x':
        this.#pull()
        return
      case 'o':
        if (this.#choice !== undefined) this.#host.switchPower(this.#choice.device)
    }
  }

  rows(size: Size, hasKeys: boolean): string[] {
    const { practice, texts } = this.#host
    if (practice.active !== this.#active) {
      this.#active = practice.active
      this.#choice = { chosen: { kind: 'device', name: this.#active }, device: this.#active }
    }
    const room = { columns: size.columns, rows: Math.max(1, size.rows - 3) }
    if (this.#layout?.size.columns !== size.columns || this.#layout.size.rows !== size.rows)
      this.#layout = { size, made: layoutOf(this.#lab.lab, room) }
    const picture = drawn(this.#layout.made, this.#looks, hasKeys ? this.#choice?.chosen : undefined, room)
    const { topology } = texts
    const keys = !hasKeys
      ? [topology.comeHere]
      : this.#host.isBeside
        ? [topology.keysBeside, topology.keysBesideShort, topology.keysTiny]
        : [topology.keys, topology.keysShort]
    return [
      this.#title(size.columns, picture),
      ...picture.rows,
      this.#details(size.columns),
      toned(firstThatFits(keys, size.columns), hasKeys ? 'plain' : 'dim'),
    ]
  }

  close(): undefined {}

  #title(columns: number, { hidden }: Picture): string {
    const { topology } = this.#host.texts
    const left = ` ${topology.title} · ${this.#lab.lab.name}`
    const edges = (['left', 'right', 'above', 'below'] as const)
      .filter((edge) => hidden[edge] > 0)
      .map((edge) => `${edgeSigns[edge]}${hidden[edge]}`)
      .join(' ')
    const what = this.#vlan === undefined ? topology.links : `VLAN ${this.#vlan}`
    const right = `${edges === '' ? '' : `${topology.more} ${edges}   `}${what} `
    const space = columns - textWidth(left) - textWidth(right)
    if (space < 1) return cutToWidth(left, columns)
    return `${toned(left, 'bold')}${' '.repeat(space)}${toned(right, this.#vlan === undefined ? 'dim' : 'active')}`
  }

  // What is chosen

  #details(columns: number): string {
    const chosen = this.#choice?.chosen
    if (chosen === undefined) return ''
    return cutToWidth(
      ` ${chosen.kind === 'device' ? this.#ofDevice(chosen.name) : this.#ofCable(chosen.index)}`,
      columns,
    )
  }

  #ofDevice(name: string): string {
    const { texts } = this.#host
    const { topology } = texts
    const { devices, cables } = this.#lab.lab
    const device = devices.find((one) => one.name === name)
    const own = cables.filter(({ from, to }) => from.device === name || to.device === name)
    const up = own.filter((cable) => {
      const end = cable.from.device === name ? cable.from : cable.to
      return endStateOf(this.#lab, cable, end, undefined) === 'up'
    })
    const machine = this.#lab.machines.get(name)
    return [
      name,
      device?.profile.name ?? '',
      machine?.state === 'off' ? texts.states.off : topology.linksUp(up.length, own.length),
      ...(this.#isRoot(name) ? [topology.rootOf(this.#vlan ?? 0)] : []),
    ].join(' · ')
  }

  #ofCable(index: number): string {
    const cable = this.#cable(index)
    if (cable === undefined) return ''
    const { topology } = this.#host.texts
    const { lab } = this.#lab
    const ends = `${endText(lab, cable.from)} – ${endText(lab, cable.to)}`
    if (!this.#lab.isPlugged(cable)) return `${ends} · ${topology.pulled}`
    const [from, to] = this.#states(cable)
    const port = this.#lab.port(cable.from)
    const speed = port.carrier
      ? ` · ${speedText(port.speedBps)}${port.range.cable === 'serial' ? '' : ` ${port.duplex}`}`
      : ''
    const state = from === to ? topology.ends[from] : `${topology.ends[from]} – ${topology.ends[to]}`
    return `${ends} · ${state}${speed}`
  }

  #pull(): void {
    const chosen = this.#choice?.chosen
    const { topology } = this.#host.texts
    if (chosen?.kind !== 'cable') {
      this.#host.say(topology.chooseCable)
      return
    }
    this.#host.rewire(chosen.index)
    const cable = this.#cable(chosen.index)
    if (cable === undefined) return
    const ends = `${endText(this.#lab.lab, cable.from)} – ${endText(this.#lab.lab, cable.to)}`
    this.#host.say(this.#lab.isPlugged(cable) ? topology.nowPlugged(ends) : topology.nowPulled(ends))
  }

  /** From the links through the VLANs and back. */
  #nextVlan(step: 1 | -1): void {
    const choices = [undefined, ...vlansOf(this.#lab)]
    const at = Math.max(0, choices.indexOf(this.#vlan))
    this.#vlan = choices[(at + step + choices.length) % choices.length]
  }

  // How things stand

  get #looks(): Looks {
    const states = this.#lab.lab.cables.map((cable) => this.#states(cable))
    return {
      end: ({ index }, end) => signOf(states[index]?.[end] ?? 'down'),
      cable: ({ index }) => {
        const cable = this.#cable(index)
        if (cable === undefined || !this.#lab.isPlugged(cable)) return undefined
        const [from, to] = states[index] ?? ['down', 'down']
        return cableTone(from, to)
      },
      device: (name) => ({
        tone: this.#toneOf(name),
        mark: name === this.#active ? '▸' : ' ',
        note: this.#isRoot(name) ? this.#host.texts.topology.root : '',
      }),
    }
  }

  #toneOf(name: string): CellTone {
    if (this.#lab.machines.get(name)?.state === 'off') return 'dim'
    return name === this.#active ? 'active' : 'plain'
  }

  #isRoot(name: string): boolean {
    return this.#vlan !== undefined && isRootOf(this.#lab, name, this.#vlan)
  }

  #states(cable: LabCable): readonly [EndState, EndState] {
    return [
      endStateOf(this.#lab, cable, cable.from, this.#vlan),
      endStateOf(this.#lab, cable, cable.to, this.#vlan),
    ]
  }

  #cable(index: number): LabCable | undefined {
    return this.#lab.lab.cables[index]
  }
}

const edgeSigns = { left: '←', right: '→', above: '↑', below: '↓' } as const

function firstThatFits(texts: readonly string[], columns: number): string {
  const found = texts.find((text) => textWidth(text) + 1 <= columns) ?? texts.at(-1) ?? ''
  return padToWidth(cutToWidth(` ${found}`, columns), 1)
}

function speedText(speedBps: number): string {
  if (speedBps >= 1e9) return `${speedBps / 1e9} Gb/s`
  return speedBps >= 1e6 ? `${speedBps / 1e6} Mb/s` : `${speedBps / 1e3} kb/s`
}
