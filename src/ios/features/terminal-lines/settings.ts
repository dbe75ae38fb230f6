/**
 * The lines under `line con|aux|vty` that a session obeys, and how it reads them. Leaves out passwords (the passwords feature),
 * transports and serial settings (beside this file). Source: Cisco "Terminal Services Command Reference".
 */

import type { Section } from '../../../config/section.ts'
import { lineMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { provideLineSettings } from '../../line-settings.ts'
import { loginsOf } from '../../logins.ts'
import type { Terminal } from '../../terminal.ts'
import { location } from './hardware.ts'
import { allowedInputs, preferredTransport } from './transport.ts'

const line = lineMode

export const execTimeout = line.line('exec-timeout <minutes:0-35791> [<seconds:0-2147483>]', {
  help: {
    'exec-timeout': 'Set the EXEC timeout',
    minutes: 'Timeout in minutes',
    seconds: 'Timeout in seconds',
  },
  place: 'exec-timeout',
  default: { minutes: 10, seconds: 0 },
  keep: ({ minutes, seconds = 0 }) => ({ minutes, seconds }),
  // `no exec-timeout` is never: the same as 0 0, and printed so.
  printNo: () => ['exec-timeout 0 0'],
})

export const login = line.line('login [{how:local}]', {
  help: { login: 'Enable password checking', local: 'Local password checking' },
  place: 'login',
  slot: 'login',
  remark({ how }, { ios, section }) {
    const terminalLine = ios.lines.find((one) => one.section === section)
    if (how !== undefined || terminalLine === undefined) return undefined
    if (loginsOf().linePassword(ios, terminalLine) !== undefined) return undefined
    return `% Login disabled on line ${terminalLine.absolute}, until 'password' is set`
  },
})

export const loginTimeout = line.line('timeout login response <seconds:0-300>', {
  help: {
    timeout: 'Timeouts for the line',
    login: 'Timeouts related to the login sequence',
    response: 'Timeout for any user input during login sequence',
    seconds: 'Timeout in seconds',
  },
  place: 'timeout',
  default: { seconds: 30 },
})

export const privilegeLevel = line.line('privilege level <level:0-15>', {
  help: {
    privilege: 'Change privilege level for line',
    level: 'Assign default privilege level for line',
  },
  place: 'privilege',
  default: { level: 1 },
})

const logging = line.words('logging', { logging: 'Modify message logging facilities' })
const synchronousHelp = {
  synchronous: 'Synchronized message output',
  level: 'Severity level to output asynchronously',
  limit: 'Messages queue size',
} as const

export const synchronous = logging.line('synchronous [level <severity:0-7>] [limit <most:0-2147483647>]', {
  help: {
    ...synchronousHelp,
    severity: 'Asynchronous level',
    most: 'Queue limit',
  },
  place: 'logging',
  slot: 'logging synchronous',
})

/** Every message at once: the prompt is never drawn again. */
export const synchronousNever = logging.line('synchronous level {all:all} [limit <most:0-2147483647>]', {
  help: { ...synchronousHelp, all: 'All levels', most: 'Queue limit' },
  place: 'logging',
  slot: 'logging synchronous',
})

/** A session on the line feels a change at once. */
function tellTerminal(ios: Ios, section: Section, tell: (terminal: Terminal) => void): void {
  const terminal = ios.lines.find((one) => one.section === section)?.terminal
  if (terminal !== undefined) tell(terminal)
}

const history = { history: 'Enable and control the command history function' } as const

export const historyEnabled = line.line('history', {
  help: history,
  place: 'history',
  default: {},
  changed: ({ ios, section }, after) =>
    tellTerminal(ios, section, (terminal) => (terminal.historyEnabled = after !== undefined)),
})
export const historySize = line.line('history size <lines:0-256>', {
  help: { ...history, size: 'Set history buffer size', lines: 'Size of history buffer' },
  place: 'history',
  default: { lines: 10 },
  changed: ({ ios, section }, after) =>
    tellTerminal(ios, section, (terminal) => (terminal.historySize = after?.lines ?? 10)),
})

export const length = line.line('length <rows:0-512>', {
  help: {
    length: 'Set number of lines on a screen',
    rows: 'Number of lines on screen (0 for no pausing)',
  },
  place: 'length',
  default: { rows: 24 },
  changed: ({ ios, section }, after) =>
    tellTerminal(ios, section, (terminal) => (terminal.length = after?.rows ?? 24)),
})

export const width = line.line('width <columns:0-512>', {
  help: {
    width: 'Set width of the display terminal',
    columns: 'Number of characters on a screen line',
  },
  place: 'width',
  default: { columns: 80 },
  changed: ({ ios, section }, after) =>
    tellTerminal(ios, section, (terminal) => (terminal.width = after?.columns ?? 80)),
})

export const exec = line.line('exec', { help: { exec: 'Configure EXEC' }, place: 'exec', default: {} })

export const autocommand = line.line('autocommand <command:line>', {
  help: {
    autocommand: 'Automatically execute an EXEC command',
    command: 'Appropriate EXEC command',
  },
  place: 'autocommand',
})

export const editing = line.line('editing', {
  help: { editing: 'Enable command line editing' },
  place: 'other',
  default: {},
  changed: ({ ios, section }, after) =>
    tellTerminal(ios, section, (terminal) => (terminal.editing = after !== undefined)),
})

export const motdBanner = line.line('motd-banner', {
  help: { 'motd-banner': 'Enable the display of the MOTD banner' },
  place: 'motd-banner',
  default: {},
})

export const execBanner = line.line('exec-banner', {
  help: { 'exec-banner': 'Enable the display of the EXEC banner' },
  place: 'exec-banner',
  default: {},
})

export const monitor = line.line('monitor', {
  help: { monitor: 'Copy debug output to the current terminal line' },
  place: 'other',
})

export const domainLookup = line.line('domain-lookup', {
  help: { 'domain-lookup': 'Enable domain lookups in show commands' },
  place: 'other',
  default: {},
})

export const fullHelp = line.line('full-help', {
  help: { 'full-help': 'Provide help to unprivileged user' },
  place: 'other',
})

/** Messages that wait for the prompt; more are lost. Source: Cisco command reference, `logging synchronous`. */
const usualQueue = 20

provideLineSettings((ios, { section, type }) => {
  const timeout = execTimeout.get(section)
  const how = login.get(section)
  const waiting = synchronous.get(section)
  const never = synchronousNever.get(section)
  return {
    execTimeoutMs: timeout === undefined ? 0 : (timeout.minutes * 60 + (timeout.seconds ?? 0)) * 1000,
    login: how === undefined ? 'none' : how.how === 'local' ? 'local' : 'password',
    privilege: privilegeLevel.get(section)?.level ?? 1,
    length: length.get(section)?.rows ?? 24,
    width: width.get(section)?.columns ?? 80,
    historySize: historySize.get(section)?.lines ?? 10,
    historyEnabled: historyEnabled.isOn(section),
    editing: editing.isOn(section),
    monitor: monitor.isOn(section),
    synchronous:
      waiting !== undefined
        ? { atOnce: waiting.severity ?? 2, queue: waiting.most ?? usualQueue }
        : never !== undefined
          ? { atOnce: 7, queue: never.most ?? usualQueue }
          : undefined,
    exec: exec.isOn(section),
    autocommand: autocommand.get(section)?.command,
    location: location.get(section)?.text,
    motdBanner: motdBanner.isOn(section),
    execBanner: execBanner.isOn(section),
    preferredTransport: preferredTransport(section),
    get transportInput() {
      const allowed = allowedInputs(ios, section, type)
      return allowed === 'none' ? [] : allowed.split(' ')
    },
    loginTimeoutMs: (loginTimeout.get(section)?.seconds ?? 0) * 1000,
  }
})
