/**
 * A reload that waits for its time: the countdown on every terminal, and its end or its cancelling. One at a time; it is
 * gone with the power.
 * Source: texts of the banners and messages from public console logs; `SHUTDOWN NOW` is from memory.
 */

import type { Timer } from '../../../kernel/kernel.ts'
import { FeatureState, type Ios } from '../../ios.ts'
import type { Terminal } from '../../terminal.ts'

interface Scheduled {
  /** Virtual time. */
  readonly atMs: number
  readonly reason: string
  readonly by: string
  readonly timers: readonly Timer[]
}

const state = new FeatureState<{ scheduled: Scheduled | undefined }>(() => ({ scheduled: undefined }))

export function scheduledReload(ios: Ios): Scheduled | undefined {
  return state.of(ios).scheduled
}

/** Time left at which terminals are warned again, ms. */
const warningsMs = [60, 30, 15, 5, 1].map((minutes) => minutes * 60_000)

// A banner comes after the prompt that the command gives back.
const bannerDelayMs = 20

export function schedule(ios: Ios, delayMs: number, reason: string, by: string): void {
  drop(ios)
  const atMs = ios.kernel.nowMs + delayMs
  const timers = [
    ios.after(bannerDelayMs, () => broadcast(ios, `SHUTDOWN in ${countdown(delayMs)}`)),
    ...warningsMs
      .filter((leftMs) => leftMs < delayMs)
      .map((leftMs) => ios.after(delayMs - leftMs, () => broadcast(ios, `SHUTDOWN in ${countdown(leftMs)}`))),
    ios.after(delayMs, () => {
      broadcast(ios, 'SHUTDOWN NOW')
      ios.restart(announcement(by, reason))
    }),
  ]
  state.of(ios).scheduled = { atMs, reason, by, timers }
  const at = ios.clock.text(ios.clock.utcMs + delayMs)
  ios.log.emit(
    'SYS',
    5,
    'SCHEDULED_RELOAD',
    `Reload requested for ${at} at ${ios.clock.text()} by ${by}. Reload Reason: ${reason}.`,
  )
}

/** False when no reload was scheduled. */
export function cancel(ios: Ios): boolean {
  if (!drop(ios)) return false
  ios.after(bannerDelayMs, () => broadcast(ios, 'SHUTDOWN ABORTED'))
  ios.log.emit('SYS', 5, 'SCHEDULED_RELOAD_CANCELLED', ` Scheduled reload cancelled at ${ios.clock.text()}`)
  return true
}

function drop(ios: Ios): boolean {
  const { scheduled } = state.of(ios)
  for (const timer of scheduled?.timers ?? []) timer.cancel()
  state.of(ios).scheduled = undefined
  return scheduled !== undefined
}

function broadcast(ios: Ios, what: string): void {
  for (const { terminal } of ios.lines) terminal?.show(`\n\n\n\x07***\n*** --- ${what} ---\n***\n`)
}

/** What %SYS-5-RELOAD says. */
export function announcement(by: string, reason: string): string {
  return `Reload requested by ${by}. Reload Reason: ${reason}.`
}

/** `console`, and with a user's name `admin on console`. The latter is from memory. */
export function requester({ line, user }: Terminal): string {
  const where = line.type === 'console' ? 'console' : `${line.type}${line.number}`
  return user === undefined ? where : `${user} on ${where}`
}

/** `0:05:00`. */
function countdown(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** `9 minutes`, `1 hour and 30 minutes`; seconds only when there is no whole minute left. */
export function delayText(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  if (minutes === 0) return counted(Math.floor(ms / 1000), 'second')
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [
    ...(hours > 0 ? [counted(hours, 'hour')] : []),
    ...(rest > 0 || hours === 0 ? [counted(rest, 'minute')] : []),
  ]
  return parts.join(' and ')
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
