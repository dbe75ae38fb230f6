/** The lines under `line con|aux|vty` that a session obeys, and how it reads them. Source: Cisco command reference. */

import { lineMode } from '../../declare.ts'
import { provideLineSettings } from '../../line-settings.ts'

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
})

export const privilegeLevel = line.line('privilege level <level:0-15>', {
  help: { privilege: 'Change privilege level for line', level: 'Default privilege level for line' },
  place: 'privilege',
  default: { level: 1 },
})

const logging = line.words('logging', { logging: 'Modify message logging facilities' })

export const synchronous = logging.line('synchronous [level <level:0-7>] [limit <limit:0-2147483647>]', {
  help: {
    synchronous: 'Synchronized message output',
    level: 'Severity level to output asynchronously',
    limit: 'Number of messages queue limit',
  },
  place: 'logging',
})

export const history = line.line('history size <lines:0-256>', {
  help: {
    history: 'Enable and control the command history function',
    size: 'Set number of history commands',
    lines: 'Number of history commands',
  },
  place: 'history',
  default: { lines: 10 },
})

export const length = line.line('length <rows:0-512>', {
  help: { length: 'Set number of lines on a screen', rows: 'Number of lines on screen (0 for no pausing)' },
  place: 'length',
  default: { rows: 24 },
})

export const width = line.line('width <columns:0-512>', {
  help: { width: 'Set width of the display terminal', columns: 'Number of characters on a screen line' },
  place: 'width',
  default: { columns: 80 },
})

export const exec = line.line('exec', { help: { exec: 'Configure EXEC' }, place: 'exec', default: {} })
export const editing = line.line('editing', {
  help: { editing: 'Enable command line editing' },
  place: 'other',
  default: {},
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

export const stopbits = line.line('stopbits {bits:1|1.5|2}', {
  help: {
    stopbits: 'Set async line stop bits',
    1: 'One stop bit',
    '1.5': 'One and one-half stop bits',
    2: 'Two stop bits',
  },
  place: 'stopbits',
  inert: true,
})

export const activationCharacter = line.line('activation-character <character:0-255>', {
  help: {
    'activation-character': 'Define the activation character',
    character: 'Activation character as decimal number',
  },
  place: 'activation-character',
  default: { character: 13 },
  inert: true,
})

const transport = line.words('transport', { transport: 'Define transport protocols for line' })
const protocols = {
  all: 'All protocols',
  none: 'No protocols',
  'lapb-ta': 'LAPB Terminal Adapter',
  mop: 'DEC MOP Remote Console Protocol',
  pad: 'X.3 PAD',
  rlogin: 'Unix rlogin protocol',
  ssh: 'TCP/IP SSH protocol',
  telnet: 'TCP/IP Telnet protocol',
  udptn: 'UDPTN async via UDP protocol',
  v120: 'Async over ISDN',
} as const

export const transportInput = transport.line(
  'input {protocols*:all|none|pad|telnet|rlogin|lapb-ta|mop|udptn|v120|ssh}',
  {
    help: { input: 'Define which protocols to use when connecting to the terminal server', ...protocols },
    place: 'transport-input',
    inert: true,
  },
)

export const transportOutput = transport.line(
  'output {protocols*:all|none|pad|telnet|rlogin|lapb-ta|mop|udptn|v120|ssh}',
  {
    help: { output: 'Define which protocols to use for outgoing connections', ...protocols },
    place: 'transport-output',
    inert: true,
  },
)

export const transportPreferred = transport.line('preferred {protocol:none|telnet|ssh|rlogin|pad}', {
  help: {
    preferred: 'Specify the preferred protocol to use',
    none: protocols.none,
    telnet: protocols.telnet,
    ssh: protocols.ssh,
    rlogin: protocols.rlogin,
    pad: protocols.pad,
  },
  place: 'transport-preferred',
  default: { protocol: 'telnet' },
})

provideLineSettings((_ios, { section }) => {
  const timeout = execTimeout.get(section)
  const how = login.get(section)
  return {
    execTimeoutMs: timeout === undefined ? 0 : (timeout.minutes * 60 + (timeout.seconds ?? 0)) * 1000,
    login: how === undefined ? 'none' : how.how === 'local' ? 'local' : 'password',
    privilege: privilegeLevel.get(section)?.level ?? 1,
    length: length.get(section)?.rows ?? 24,
    width: width.get(section)?.columns ?? 80,
    historySize: history.get(section)?.lines ?? 10,
    historyEnabled: true,
    editing: editing.isOn(section),
    synchronous: synchronous.isOn(section),
    exec: exec.isOn(section),
    motdBanner: motdBanner.isOn(section),
    execBanner: execBanner.isOn(section),
    preferredTransport: transportPreferred.get(section)?.protocol ?? 'telnet',
    loginTimeoutMs: 30_000,
  }
})
