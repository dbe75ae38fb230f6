/**
 * What stands beside the console, or in its place where the window is narrow: topology, packets, tasks. Says who has the keys.
 * Each view is loaded when it is first opened.
 */

import type { Texts } from '../i18n/texts.ts'
import type { Practice } from '../practice.ts'
import type { Cursor } from './console-screen.ts'
import type { WatchedPackets } from './packets/watched-packets.ts'
import type { Size } from './window-view.ts'

export type PaneKind = 'topology' | 'packets' | 'tasks'

export interface Pane {
  key(key: string): void
  /** One text a row, each with its colours and no wider than the pane. */
  rows(size: Size, hasKeys: boolean): string[]
  /** Where something is typed in the pane. */
  readonly cursor?: Cursor | undefined
  /** What is left to say when the program ends. */
  close(): string | undefined
}

/** What a pane asks of the program around it. */
export interface PaneHost {
  readonly practice: Practice
  /** Where captures are written. */
  readonly folder: string
  readonly texts: Texts
  /** The console stands beside it. */
  readonly isBeside: boolean
  close(): void
  openConsole(name: string): void
  /** Pulls a cable of the lab or plugs it in; by its place in the lab. */
  rewire(cable: number): void
  switchPower(device: string): void
  say(note: string): void
  changed(): void
}

/** The pane of what is to be done in a lab: a drill's, an exam's. */
export interface TaskPane {
  make(host: PaneHost): Pane
  /** The time that is left, for the status line. */
  timeLeft?(): string | undefined
}

export class Panes {
  readonly #host: PaneHost
  readonly #tasks: TaskPane | undefined
  readonly #watched: WatchedPackets | undefined
  readonly #kept = new Map<PaneKind, Pane>()
  #open: PaneKind | undefined
  /** Typed while the view is being loaded. */
  readonly #early: string[] = []
  /** The pane has the keys, not the console. */
  hasKeys = false

  /** @param watched what the packets are opened for */
  constructor(host: PaneHost, tasks?: TaskPane, watched?: WatchedPackets) {
    this.#host = host
    this.#tasks = tasks
    this.#watched = watched
  }

  get open(): PaneKind | undefined {
    return this.#open
  }

  get pane(): Pane | undefined {
    return this.#open === undefined ? undefined : this.#kept.get(this.#open)
  }

  async show(kind: PaneKind): Promise<void> {
    this.#open = kind
    this.hasKeys = true
    if (!this.#kept.has(kind)) {
      const made = await load(kind, this.#host, this.#tasks, this.#watched)
      if (this.#kept.has(kind)) made.close()
      else this.#kept.set(kind, made)
    }
    for (const key of this.#early.splice(0)) this.key(key)
    this.#host.changed()
  }

  key(key: string): void {
    const { pane } = this
    if (pane === undefined) this.#early.push(key)
    else pane.key(key)
  }

  /** The view stays as it is for the next time. */
  hide(): void {
    this.#open = undefined
    this.hasKeys = false
  }

  /** What is left to say. */
  close(): string[] {
    this.hide()
    const words = [...this.#kept.values()].flatMap((pane) => pane.close() ?? [])
    this.#kept.clear()
    return words
  }
}

async function load(
  kind: PaneKind,
  host: PaneHost,
  tasks: TaskPane | undefined,
  watched: WatchedPackets | undefined,
): Promise<Pane> {
  if (kind === 'tasks') {
    if (tasks === undefined) throw new Error('nothing is to be done here')
    return tasks.make(host)
  }
  if (kind === 'topology') {
    const { TopologyPane } = await import('./topology/topology-pane.ts')
    return new TopologyPane(host)
  }
  const { PacketPane } = await import('./packets/packet-pane.ts')
  return new PacketPane(host, watched)
}
