/**
 * The routes of a device: what every source offers (the RIB), which of them are installed, and where a packet to an
 * address goes (the FIB). A change only marks the table; the next look at it settles everything at once, so loading ten
 * thousand routes costs one settlement. Leaves out where routes come from.
 * Sources: RFC 1812, Cisco command reference (`ip route`).
 */

import { maskOf } from '../../wire/ipv4-text.ts'
import type { InstalledRoute, IpLink, Path, Route } from './types.ts'

/** Recursive next hops that lead over more routes than this lead nowhere. */
const deepestRecursion = 16

/** Answers that the forwarding of one packet after the other finds again. */
const cachedDestinations = 256

/** The installed routes of one prefix length by prefix. */
type Level = Map<number, InstalledRoute>

export class RouteTable {
  readonly #now: () => number
  readonly #soon: (run: () => void) => void
  /** By prefix and length: what is offered. */
  readonly #offered = new Map<number, Route[]>()
  #levels: (Level | undefined)[] = []
  /** Lengths that occur, longest first. */
  #lengths: number[] = []
  #dirty = false
  #announcing = false
  readonly #listeners: (() => void)[] = []
  #cacheKeys: Uint32Array | undefined
  #cached: (InstalledRoute | undefined)[] = []

  /** `now` is virtual time; `soon` runs something before time moves on. */
  constructor(now: () => number, soon: (run: () => void) => void) {
    this.#now = now
    this.#soon = soon
  }

  /** Offers a route. The same object is removed again with `remove`. */
  add(route: Route): void {
    const key = keyOf(route.prefix, route.prefixLength)
    const there = this.#offered.get(key)
    if (there === undefined) this.#offered.set(key, [route])
    else if (!there.includes(route)) there.push(route)
    this.changed()
  }

  remove(route: Route): void {
    const key = keyOf(route.prefix, route.prefixLength)
    const there = this.#offered.get(key)
    const at = there?.indexOf(route) ?? -1
    if (there === undefined || at < 0) return
    if (there.length === 1) this.#offered.delete(key)
    else there.splice(at, 1)
    this.changed()
  }

  /** A link went up or down, or something else that routes depend on. */
  changed(): void {
    this.#dirty = true
    if (this.#announcing || this.#listeners.length === 0) return
    this.#announcing = true
    this.#soon(() => {
      this.#announcing = false
      this.#settle()
      for (const listener of [...this.#listeners]) listener()
    })
  }

  /** Calls `listener` after changes, once an instant, until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.#listeners.push(listener)
    return () => {
      const at = this.#listeners.indexOf(listener)
      if (at >= 0) this.#listeners.splice(at, 1)
    }
  }

  /** Every route on offer, active or not. */
  *offered(): IterableIterator<Route> {
    for (const routes of this.#offered.values()) yield* routes
  }

  /** The installed routes by prefix, then length. */
  installed(): InstalledRoute[] {
    this.#settle()
    return this.#levels
      .flatMap((level) => (level === undefined ? [] : [...level.values()]))
      .sort((a, b) => a.prefix - b.prefix || a.prefixLength - b.prefixLength)
  }

  get(prefix: number, prefixLength: number): InstalledRoute | undefined {
    this.#settle()
    return this.#levels[prefixLength]?.get(prefix)
  }

  /** The route with the longest prefix that holds `destination`. */
  lookup(destination: number): InstalledRoute | undefined {
    if (this.#dirty) this.#settle()
    const keys = this.#cacheKeys
    if (keys === undefined) return this.#find(destination)
    const slot = (destination ^ (destination >>> 8) ^ (destination >>> 16)) & (cachedDestinations - 1)
    if (keys[slot] === destination) {
      const cached = this.#cached[slot]
      if (cached !== undefined) return cached
    }
    const found = this.#find(destination)
    keys[slot] = destination
    this.#cached[slot] = found
    return found
  }

  /** Keeps answers: for devices that forward. */
  cacheAnswers(): void {
    this.#cacheKeys ??= new Uint32Array(cachedDestinations)
  }

  #find(destination: number): InstalledRoute | undefined {
    const lengths = this.#lengths
    for (let i = 0; i < lengths.length; i++) {
      const length = lengths[i] as number
      const prefix = length === 0 ? 0 : (destination & (0xffff_ffff << (32 - length))) >>> 0
      const found = this.#levels[length]?.get(prefix)
      if (found !== undefined) return found
    }
    return undefined
  }

  #settle(): void {
    if (!this.#dirty) return
    this.#dirty = false
    const before = this.#levels
    // First what stands on a link alone, then, again and again, what the routes found so far lead to. A next hop that
    // only its own route, or a circle of routes, would reach is therefore never reached.
    let levels = this.#install(undefined, before)
    for (let depth = 0; depth < deepestRecursion; depth++) {
      const next = this.#install(levels, before)
      const settled = sameRoutes(levels, next)
      levels = next
      if (settled) break
    }
    this.#levels = levels
    this.#lengths = []
    for (let length = 32; length >= 0; length--)
      if ((levels[length]?.size ?? 0) > 0) this.#lengths.push(length)
    if (this.#cacheKeys !== undefined) this.#cached = new Array(cachedDestinations).fill(undefined)
  }

  /** Chooses the best active routes of every prefix, with recursive next hops looked up in `reachable`. */
  #install(
    reachable: (Level | undefined)[] | undefined,
    before: (Level | undefined)[],
  ): (Level | undefined)[] {
    const levels: (Level | undefined)[] = []
    for (const offered of this.#offered.values()) {
      let best: Route[] = []
      for (const route of offered) {
        if (route.distance >= 255 || !isActive(route, reachable)) continue
        const first = best[0]
        const order =
          first === undefined ? -1 : route.distance - first.distance || route.metric - first.metric
        if (order < 0) best = [route]
        else if (order === 0 && first?.source === route.source) best.push(route)
      }
      const first = best[0]
      if (first === undefined) continue
      const { prefix, prefixLength } = first
      const paths = best.flatMap((route) => pathsOf(route, reachable))
      const last = before[prefixLength]?.get(prefix)
      const level = levels[prefixLength] ?? new Map<number, InstalledRoute>()
      levels[prefixLength] = level
      level.set(
        prefix,
        last !== undefined && sameItems(last.routes, best) && samePaths(last.paths, paths)
          ? last
          : {
              prefix,
              prefixLength,
              source: first.source,
              distance: first.distance,
              metric: first.metric,
              sinceMs: last !== undefined && sameItems(last.routes, best) ? last.sinceMs : this.#now(),
              routes: best,
              paths,
            },
      )
    }
    return levels
  }
}

/** Which of several paths a packet takes: the same one for the same pair of addresses. */
export function pathFor(route: InstalledRoute, source: number, destination: number): Path | undefined {
  const { paths } = route
  if (paths.length === 1) return paths[0]
  let hash = source ^ destination
  hash ^= hash >>> 16
  hash ^= hash >>> 8
  return paths[((hash ^ (hash >>> 4)) & 255) % paths.length]
}

function isActive(route: Route, reachable: (Level | undefined)[] | undefined): boolean {
  if (route.permanent === true) return true
  if (route.link !== undefined) return route.link.isUp()
  return pathsOf(route, reachable).length > 0
}

function pathsOf(route: Route, reachable: (Level | undefined)[] | undefined): Path[] {
  const { link, nextHop } = route
  if (link !== undefined) return [{ link, gateway: nextHop }]
  if (nextHop === undefined || reachable === undefined) return []
  const through = routeTo(reachable, nextHop, route)
  return through === undefined
    ? []
    : through.paths.map((path) => ({ link: path.link, gateway: path.gateway ?? nextHop }))
}

/**
 * The route to a next hop, not counting those to the same prefix: a default route whose link is gone must not stand on the
 * floating one that is to replace it.
 */
function routeTo(
  levels: (Level | undefined)[],
  address: number,
  route: Pick<Route, 'prefix' | 'prefixLength'>,
): InstalledRoute | undefined {
  for (let length = 32; length >= 0; length--) {
    const prefix = (address & maskOf(length)) >>> 0
    if (length === route.prefixLength && prefix === route.prefix) continue
    const found = levels[length]?.get(prefix)
    // A packet to one of our own addresses goes nowhere.
    if (found !== undefined) return found.source === 'local' ? undefined : found
  }
  return undefined
}

function sameRoutes(a: (Level | undefined)[], b: (Level | undefined)[]): boolean {
  for (let length = 0; length <= 32; length++) {
    const [of, other] = [a[length], b[length]]
    if ((of?.size ?? 0) !== (other?.size ?? 0)) return false
    if (of === undefined || other === undefined) continue
    for (const [prefix, route] of of) {
      const same = other.get(prefix)
      if (same === route) continue
      if (same === undefined || !sameItems(same.routes, route.routes) || !samePaths(same.paths, route.paths))
        return false
    }
  }
  return true
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}

function samePaths(a: readonly Path[], b: readonly Path[]): boolean {
  return (
    a.length === b.length && a.every((path, i) => path.link === b[i]?.link && path.gateway === b[i]?.gateway)
  )
}

function keyOf(prefix: number, prefixLength: number): number {
  return prefix * 64 + prefixLength
}

/** The routes that exist because a link has an address: its network, and on some devices the address itself. */
export function connectedRoutes(
  link: IpLink,
  addresses: readonly { address: number; prefixLength: number }[],
): Route[] {
  const routes = new Map<number, Route>()
  for (const { address, prefixLength } of addresses) {
    const connected: Route = {
      prefix: (address & maskOf(prefixLength)) >>> 0,
      prefixLength,
      source: 'connected',
      distance: 0,
      metric: 0,
      link,
    }
    const local: Route = { ...connected, prefix: address, prefixLength: 32, source: 'local' }
    // Two addresses of one network are one way there.
    for (const route of prefixLength === 32 ? [connected] : [connected, local])
      routes.set(keyOf(route.prefix, route.prefixLength), route)
  }
  return [...routes.values()]
}
