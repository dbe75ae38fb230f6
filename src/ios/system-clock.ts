/**
 * The device's clock: virtual time plus what `clock set` says. Without a clock chip it starts at Mar 1 1993 00:00 UTC with
 * every boot. Leaves out NTP. Formats as `show clock` and message stamps print them.
 */

import type { Kernel } from '../kernel/kernel.ts'

export type ClockSource = 'none' | 'hardware calendar' | 'user configuration'

const withoutChipMs = Date.UTC(1993, 2, 1)
const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export interface Zone {
  readonly name: string
  readonly offsetMinutes: number
}

export class SystemClock {
  readonly #kernel: Kernel
  /** UTC minus virtual time, ms. */
  #offsetMs: number
  source: ClockSource
  /** Which zone holds at a UTC instant; set by the clock feature. */
  zoneAt: (utcMs: number) => Zone = () => ({ name: 'UTC', offsetMinutes: 0 })

  constructor(kernel: Kernel, hasCalendar: boolean) {
    this.#kernel = kernel
    this.#offsetMs = hasCalendar ? kernel.epochMs : withoutChipMs - kernel.nowMs
    // A clock chip gives the time, but only a person or NTP makes it authoritative: the star stays.
    this.source = hasCalendar ? 'hardware calendar' : 'none'
  }

  /** ms since 1970 UTC. */
  get utcMs(): number {
    return this.#kernel.nowMs + this.#offsetMs
  }

  set(utcMs: number, source: ClockSource = 'user configuration'): void {
    this.#offsetMs = utcMs - this.#kernel.nowMs
    this.source = source
  }

  /** Whether the time is known to be right: no star before stamps. */
  get authoritative(): boolean {
    return this.source === 'user configuration'
  }

  /** Before stamps and `show clock`: `*` where nobody vouches for the time. */
  get flag(): '' | '*' {
    return this.authoritative ? '' : '*'
  }

  /** Whether the clock says anything about the date: set, or kept by a chip. */
  get known(): boolean {
    return this.source !== 'none'
  }

  local(utcMs = this.utcMs): { date: Date; zone: Zone } {
    const zone = this.zoneAt(utcMs)
    return { date: new Date(utcMs + zone.offsetMinutes * 60_000), zone }
  }

  /** `10:00:00.123 UTC Sun Jan 5 2025`, ms left out where not asked for. */
  text(utcMs = this.utcMs, withMs = false): string {
    const { date, zone } = this.local(utcMs)
    return `${timeOfDay(date, withMs)} ${zone.name} ${dayNames[date.getUTCDay()]} ${shortMonths[date.getUTCMonth()]} ${date.getUTCDate()} ${date.getUTCFullYear()}`
  }

  /** `Mar  1 00:00:25.073`: the day padded to two. */
  stamp(
    options: { msec: boolean; localtime: boolean; showTimezone: boolean; year: boolean },
    utcMs = this.utcMs,
  ): string {
    const zone = options.localtime ? this.zoneAt(utcMs) : { name: 'UTC', offsetMinutes: 0 }
    const date = new Date(utcMs + zone.offsetMinutes * 60_000)
    const year = options.year ? ` ${date.getUTCFullYear()}` : ''
    const day = String(date.getUTCDate()).padStart(2)
    return `${shortMonths[date.getUTCMonth()]} ${day}${year} ${timeOfDay(date, options.msec)}${options.showTimezone ? ` ${zone.name}` : ''}`
  }
}

export function timeOfDay(date: Date, withMs: boolean): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const ms = withMs ? `.${String(date.getUTCMilliseconds()).padStart(3, '0')}` : ''
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}${ms}`
}
