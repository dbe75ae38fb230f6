/**
 * `reload`, now or later, and `show reload`. Source: dialogues from console captures of a 1941 and a 2960; the refusals of
 * `reload at` and the answer of `reload cancel` without a reload are from memory.
 */

import { tokenEnd } from '../../../grammar/argument.ts'
import { defineArgument } from '../../argument-types.ts'
import { execMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { printable } from '../../printable.ts'
import { show } from '../../show-words.ts'
import { saveRunningConfiguration } from '../../startup-configuration.ts'
import { askYesNo, type Running } from '../../steps.ts'
import type { Terminal } from '../../terminal.ts'
import { announcement, cancel, delayText, requester, schedule, scheduledReload } from './schedule.ts'

declare module '../../../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    /** `mmm` or `hhh:mm`, in ms. */
    'reload-delay': number
  }
}

defineArgument<number>('reload-delay', {
  placeholder: () => 'mmm or hhh:mm',
  read(line, start) {
    const end = tokenEnd(line, start)
    const match = /^(?:(\d{1,3}):)?(\d{1,3})$/.exec(line.slice(start, end))
    const minutes = Number(match?.[1] ?? 0) * 60 + Number(match?.[2] ?? 0)
    const valid = match !== null && minutes > 0 && (match[1] === undefined || Number(match[2]) < 60)
    return valid ? { ok: true, value: minutes * 60_000, end } : { ok: false, at: start }
  },
  show: (value) => String(value / 60_000),
})

const reload = execMode.words('reload', { reload: 'Halt and perform a cold restart' })

reload.exec('[<reason:line>]', {
  help: { reason: 'Reason for reload' },
  *run({ ios, terminal, args }) {
    if (!(yield* offerToSave(ios, terminal))) return
    if (!(yield* proceed())) return
    terminal.restart(announcement(requester(terminal), reasonOf(ios, args.reason)))
  },
})

reload.exec('in <delay:reload-delay> [<reason:line>]', {
  help: { in: 'Reload after a time interval', delay: 'Delay before reload', reason: 'Reason for reload' },
  *run({ ios, terminal, args }) {
    yield* later(
      ios,
      terminal,
      args.delay,
      args.reason,
      `in ${delayText(args.delay)} by ${requester(terminal)}`,
    )
  },
})

const atHelp = {
  at: 'Reload at a specific time/date',
  time: 'Time to reload (hh:mm)',
  month: 'Month of the year',
  day: 'Day of the month',
  reason: 'Reason for reload',
} as const

reload.exec('at <time:hour-minute> [<reason:line>]', {
  help: atHelp,
  *run({ ios, terminal, args }) {
    yield* reloadAt(ios, terminal, args)
  },
})
reload.exec('at <time:hour-minute> <month:month> <day:1-31> [<reason:line>]', {
  help: atHelp,
  *run({ ios, terminal, args }) {
    yield* reloadAt(ios, terminal, args)
  },
})
reload.exec('at <time:hour-minute> <day:1-31> <month:month> [<reason:line>]', {
  help: atHelp,
  *run({ ios, terminal, args }) {
    yield* reloadAt(ios, terminal, args)
  },
})

reload.exec('cancel', {
  help: { cancel: 'Cancel pending reload' },
  *run({ ios }) {
    if (!cancel(ios)) yield '%No reload is scheduled.\n'
  },
})

show.exec('reload', {
  help: { reload: 'Scheduled reload information' },
  filtered: true,
  *run({ ios }) {
    const scheduled = scheduledReload(ios)
    if (scheduled === undefined) yield 'No reload is scheduled\n'
    else {
      const left = delayText(scheduled.atMs - ios.kernel.nowMs)
      yield `Reload scheduled in ${left} by ${scheduled.by}\nReload reason: ${scheduled.reason}\n`
    }
  },
})

interface TimeOfReload {
  /** Seconds since midnight. */
  readonly time: number
  readonly month?: number
  readonly day?: number
  readonly reason?: string
}

const dayMs = 86_400_000

function* reloadAt(ios: Ios, terminal: Terminal, { time, month, day, reason }: TimeOfReload): Running {
  if (!ios.clock.known) {
    yield 'The date and time must be set first.\n'
    return
  }
  const { date } = ios.clock.local()
  const nowMs = date.getTime()
  const on = (year: number): number =>
    Date.UTC(year, month ?? date.getUTCMonth(), day ?? date.getUTCDate()) + time * 1000
  let atMs = on(date.getUTCFullYear())
  // A time that has gone by is meant for tomorrow, a date for next year.
  if (atMs <= nowMs) atMs = day === undefined ? atMs + dayMs : on(date.getUTCFullYear() + 1)
  const delayMs = atMs - nowMs
  if (delayMs > 24 * dayMs) {
    yield '% Reload must be scheduled within 24 days.\n'
    return
  }
  const when = ios.clock.text(ios.clock.utcMs + delayMs)
  yield* later(ios, terminal, delayMs, reason, `for ${when} (in ${delayText(delayMs)})`)
}

function* later(
  ios: Ios,
  terminal: Terminal,
  delayMs: number,
  typedReason: string | undefined,
  when: string,
): Running {
  if (!(yield* offerToSave(ios, terminal))) return
  const reason = reasonOf(ios, typedReason)
  yield `Reload scheduled ${when}\nReload reason: ${reason}\n`
  if (yield* proceed()) schedule(ios, delayMs, reason, requester(terminal))
}

function reasonOf(ios: Ios, typed: string | undefined): string {
  return typed === undefined ? ios.profile.reset.reloadReason : printable(typed.trim())
}

/** Asks only when something is unsaved; false when the save failed. */
function* offerToSave(ios: Ios, terminal: Terminal): Running<boolean> {
  if (!ios.unsaved) return true
  yield '\n'
  if (!(yield* askYesNo('System configuration has been modified. Save? [yes/no]: '))) return true
  return yield* saveRunningConfiguration(ios, terminal.user)
}

function* proceed(): Running<boolean> {
  const key = yield { kind: 'ask', prompt: 'Proceed with reload? [confirm]', read: 'key' }
  const agreed = key === '\r' || key === '\n' || key === 'y' || key === 'Y'
  yield key === 'y' || key === 'Y' ? `${key}\n` : '\n'
  return agreed
}
