/**
 * The addresses that a switch has learned, and those that somebody fixed, VLAN by VLAN. An entry is as old as the last frame
 * from its address; what is too old is not there any more, whenever somebody looks. Leaves out what is learned from whom.
 * Source: IEEE 802.1D-2004, 7.9 (the filtering database).
 */

import type { Port } from './port.ts'

export interface MacEntry {
  readonly mac: number
  readonly vlan: number
  /** Undefined for a static entry that drops. */
  port: Port | undefined
  readonly fixed: boolean
  /** Virtual time of the last frame from this address, ms. */
  seenMs: number
}

export const defaultAgingMs = 300_000

export class MacTable {
  readonly #byVlan = new Map<number, Map<number, MacEntry>>()
  readonly #agingByVlan = new Map<number, number>()
  /** Spanning tree's: shorter while a topology changes. */
  readonly #shortened = new Map<number, number>()
  /** 0 is never. */
  agingMs = defaultAgingMs

  /** How long an entry of the VLAN lives without a frame. */
  agingMsOf(vlan: number): number {
    return this.#shortened.get(vlan) ?? this.#agingByVlan.get(vlan) ?? this.agingMs
  }

  /** Configured for one VLAN; undefined is the switch's own again. */
  setAging(vlan: number, ms: number | undefined): void {
    if (ms === undefined) this.#agingByVlan.delete(vlan)
    else this.#agingByVlan.set(vlan, ms)
  }

  /** While a topology change lasts; undefined ends it. */
  shortenAging(vlan: number, ms: number | undefined): void {
    if (ms === undefined) this.#shortened.delete(vlan)
    else this.#shortened.set(vlan, ms)
  }

  /** A frame came from `mac`; fixed entries stay. */
  learn(vlan: number, mac: number, port: Port, nowMs: number): void {
    let table = this.#byVlan.get(vlan)
    if (table === undefined) {
      table = new Map()
      this.#byVlan.set(vlan, table)
    }
    const known = table.get(mac)
    if (known === undefined) table.set(mac, { mac, vlan, port, fixed: false, seenMs: nowMs })
    else if (!known.fixed) {
      known.port = port
      known.seenMs = nowMs
    }
  }

  get(vlan: number, mac: number, nowMs: number): MacEntry | undefined {
    const table = this.#byVlan.get(vlan)
    const entry = table?.get(mac)
    if (entry === undefined || entry.fixed) return entry
    const agingMs = this.agingMsOf(vlan)
    if (agingMs === 0 || nowMs - entry.seenMs < agingMs) return entry
    table?.delete(mac)
    return undefined
  }

  /** Adds a static entry; without a port it drops. */
  fix(vlan: number, mac: number, port: Port | undefined): void {
    const table = this.#byVlan.get(vlan) ?? new Map<number, MacEntry>()
    this.#byVlan.set(vlan, table)
    table.set(mac, { mac, vlan, port, fixed: true, seenMs: 0 })
  }

  /** Removes one entry of either kind. */
  forget(vlan: number, mac: number): void {
    this.#byVlan.get(vlan)?.delete(mac)
  }

  /** Removes learned entries: all, or those of a VLAN, a port, an address. */
  flush(which: { vlan?: number; port?: Port; mac?: number; except?: Port } = {}): void {
    for (const [vlan, table] of this.#byVlan) {
      if (which.vlan !== undefined && which.vlan !== vlan) continue
      for (const [mac, entry] of table) {
        if (entry.fixed || (which.mac !== undefined && which.mac !== mac)) continue
        if (which.port !== undefined && which.port !== entry.port) continue
        if (which.except !== undefined && which.except === entry.port) continue
        table.delete(mac)
      }
      if (table.size === 0) this.#byVlan.delete(vlan)
    }
  }

  /** All entries that have not aged out, by VLAN and address. */
  entries(nowMs: number): MacEntry[] {
    const alive: MacEntry[] = []
    for (const vlan of [...this.#byVlan.keys()].sort((a, b) => a - b))
      for (const mac of [...(this.#byVlan.get(vlan)?.keys() ?? [])].sort((a, b) => a - b)) {
        const entry = this.get(vlan, mac, nowMs)
        if (entry !== undefined) alive.push(entry)
      }
    return alive
  }
}
