/**
 * `logging console|monitor|buffered|on`: which messages reach the console, terminals with `terminal monitor` and the
 * buffer. Messages about it: captured on IOS 15; those for monitor and buffer from memory.
 */

import { globalMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import type { At } from '../../line.ts'
import { type Severity, severities } from '../../logging.ts'
import { provideLoggingSettings } from '../../logging-settings.ts'
import { trap } from './syslog.ts'
import { stamp } from './timestamps.ts'
import './severity.ts'

const logging = globalMode.words('logging', { logging: 'Modify message logging facilities' })

const everything: Severity = 7

export const buffered = logging.line('buffered [<bytes:4096-2147483647>] [<level:severity>]', {
  help: {
    buffered: 'Set buffered logging parameters',
    bytes: 'Logging buffer size',
    level: 'Logging severity level',
  },
  place: 'logging',
  // 0 bytes stand for the size that the platform gives without being asked.
  noResets: false,
  default: { bytes: 0, level: everything },
  keep: ({ bytes = 0, level = everything }, { ios }) => ({
    bytes: bytes === usualBufferBytes(ios) ? 0 : bytes,
    level,
  }),
  print: ({ bytes = 0, level = everything }) => [
    [
      'logging buffered',
      ...(bytes > 0 ? [bytes] : []),
      ...(level < everything ? [severities[level]] : []),
    ].join(' '),
  ],
  changed(at, after) {
    const level = after?.level ?? everything
    const size = after?.bytes === undefined || after.bytes === 0 ? usualBufferBytes(at.ios) : after.bytes
    at.ios.log.clearBuffer()
    report(at, 'Buffer', after === undefined ? undefined : level, `, size (${size})`)
  },
})

export const consoleLevel = logging.line('console [<level:severity>]', {
  help: { console: 'Set console logging parameters', level: 'Logging severity level' },
  place: 'logging',
  noResets: false,
  default: { level: everything },
  keep: ({ level = everything }) => ({ level }),
  changed: (at, after) =>
    report(at, 'Console', after === undefined ? undefined : (after.level ?? everything)),
})

export const monitorLevel = logging.line('monitor [<level:severity>]', {
  help: { monitor: 'Set terminal line (monitor) logging parameters', level: 'Logging severity level' },
  place: 'logging',
  noResets: false,
  default: { level: everything },
  keep: ({ level = everything }) => ({ level }),
  changed: (at, after) =>
    report(at, 'Monitor', after === undefined ? undefined : (after.level ?? everything)),
})

export const on = logging.line('on', {
  help: { on: 'Enable logging to all enabled destinations' },
  place: 'logging',
  default: {},
})

/** Typed changes are logged; those of a startup configuration are not. The console still sees that it was silenced. */
function report({ ios }: At, destination: string, level: Severity | undefined, extra = ''): void {
  if (ios.author === undefined) return
  const text =
    level === undefined
      ? `${destination} logging disabled`
      : `${destination} logging: level ${severities[level]}, xml disabled, filtering disabled${extra}`
  ios.log.emit('SYS', 5, 'LOG_CONFIG_CHANGE', text, destination === 'Console' && level === undefined)
}

/** Source: captures of Catalyst 2960/3560 and CSR (4096) and of 15.x routers (8192). */
export function usualBufferBytes(ios: Ios): number {
  return ios.traits.has('switch') || ios.traits.has('ios-xe') ? 4096 : 8192
}

/** The buffer's severity and size; undefined where there is none. */
export function bufferOf(ios: Ios): { severity: Severity; sizeBytes: number } | undefined {
  const line = buffered.get(ios.configuration)
  if (line === undefined) return undefined
  const { bytes = 0, level = everything } = line
  return { severity: level, sizeBytes: bytes === 0 ? usualBufferBytes(ios) : bytes }
}

provideLoggingSettings({
  console: (ios) => consoleLevel.get(ios.configuration)?.level,
  monitor: (ios) => monitorLevel.get(ios.configuration)?.level,
  buffer: bufferOf,
  trap: (ios) => trap.get(ios.configuration)?.level,
  enabled: (ios) => on.isOn(ios.configuration),
  stamp,
})
