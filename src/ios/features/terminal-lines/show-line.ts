/**
 * `show line`, `show line N` and `show terminal`: the table of lines, and one line in detail. Switches and routers with gaps
 * in their numbers have different tables. Source: captures of `show line` and `show terminal`.
 */

import type { Invocation } from '../../command.ts'
import { duration } from '../../duration.ts'
import type { Ios } from '../../ios.ts'
import { lineSettings } from '../../line-settings.ts'
import { printable } from '../../printable.ts'
import { show } from '../../show-words.ts'
import type { Running } from '../../steps.ts'
import type { TerminalLine } from '../../terminal-lines.ts'
import {
  accessClassName,
  accessClassNumber,
  databits,
  escapeCharacter,
  escapeWord,
  location,
  parity,
  rotary,
  sessionLimit,
  sessionTimeout,
  speed,
  stopbits,
  terminalType,
} from './hardware.ts'
import { domainLookup, fullHelp } from './settings.ts'
import { allowedInputs, allowedOutputs } from './transport.ts'

const types = { console: 'CTY', aux: 'AUX', tty: 'TTY', vty: 'VTY' } as const

/** Whether numbers between two groups of lines stand for nothing: routers then show a column more. */
function hasGaps(ios: Ios): boolean {
  return ios.lines.some(
    (line, index) => index > 0 && line.absolute !== (ios.lines[index - 1]?.absolute ?? 0) + 1,
  )
}

function accessList(line: TerminalLine, direction: 'in' | 'out'): string {
  const list =
    accessClassNumber.get(line.section, { direction })?.number ??
    accessClassName.get(line.section, { direction })?.name
  return list === undefined ? '-' : printable(String(list))
}

const header = '   Tty Typ     Tx/Rx    A Modem  Roty AccO AccI   Uses   Noise  Overruns   Int\n'
const headerWithGaps = '   Tty Line Typ     Tx/Rx    A Modem  Roty AccO AccI  Uses  Noise Overruns  Int\n'

function row(line: TerminalLine, gaps: boolean): string {
  const star = line.terminal === undefined ? ' ' : '*'
  const number = String(line.absolute)
  const serial = line.type === 'aux' || line.type === 'tty'
  const bps = speed.get(line.section)?.bps ?? 9600
  const rate = (serial ? ` ${`${bps}/${bps}`.padStart(11)}` : '').padEnd(14)
  const group = rotary.get(line.section)?.group ?? 0
  const roty = (group === 0 ? '-' : String(group)).padStart(4)
  const lists = `${accessList(line, 'out').padStart(4)} ${accessList(line, 'in').padStart(4)}`
  return gaps
    ? `${star}${number.padStart(5)} ${number.padStart(4)} ${types[line.type]}${rate}-    -   ${roty} ${lists} ${String(line.uses).padStart(5)} ${'0'.padStart(6)} ${'0/0'.padStart(6)} ${'-'.padStart(6)}\n`
    : `${star}${number.padStart(6)} ${types[line.type]}${rate}-    -   ${roty} ${lists} ${String(line.uses).padStart(6)} ${'0'.padStart(7)} ${'0/0'.padStart(7)} ${'-'.padStart(7)}\n`
}

function* table(ios: Ios, lines: readonly TerminalLine[]): Running {
  const gaps = hasGaps(ios)
  yield gaps ? headerWithGaps : header
  for (const line of lines) yield row(line, gaps)
}

/** `3-387`: the numbers that no line has. */
function missing(ios: Ios): string {
  const ranges: string[] = []
  let next = 0
  for (const { absolute } of ios.lines) {
    if (absolute > next) ranges.push(absolute - 1 === next ? `${next}` : `${next}-${absolute - 1}`)
    next = absolute + 1
  }
  return ranges.join(',')
}

function escapeText(line: TerminalLine): string {
  const word = escapeWord.get(line.section)?.word
  if (word !== undefined) return word.toLowerCase()
  const code = escapeCharacter.get(line.section)?.code
  if (code === undefined) return 'none'
  return code === 30 ? '^^x' : code < 32 ? `^${String.fromCharCode(code + 64)}` : String.fromCharCode(code)
}

/** One line in detail; a session on it may differ from its configuration (`terminal length`). */
function details(ios: Ios, line: TerminalLine): string {
  const { section, terminal } = line
  const settings = lineSettings(ios, line)
  const router = ios.traits.has('router')
  const isVty = line.type === 'vty'
  const bps = speed.get(section)?.bps ?? 9600
  const stop = stopbits.get(section)?.bits ?? (router ? '2' : '1')
  const framing = isVty
    ? ''
    : `, ${(parity.get(section)?.kind ?? 'none').replace('none', 'no')} parity, ${stop} stopbits, ${databits.get(section)?.bits ?? '8'} databits`
  const status =
    terminal === undefined
      ? isVty
        ? 'No Exit Banner'
        : 'PSI Enabled'
      : `PSI Enabled, Ready, Active, ${isVty ? 'No Exit Banner, ' : ''}Automore On`
  const timeout = settings.execTimeoutMs
  const idleExec =
    timeout === 0 ? '                never         ' : `               ${duration(timeout)}        `
  const session = sessionTimeout.get(section)?.minutes ?? 0
  const idleSession = session === 0 ? 'never   ' : duration(session * 60_000)
  const loginTime =
    settings.loginTimeoutMs === 0
      ? '                              not set '
      : `                             ${duration(settings.loginTimeoutMs)}`
  const sessions = sessionLimit.get(section)?.sessions
  const active = terminal === undefined ? 'never' : duration(ios.kernel.nowMs - terminal.activeSinceMs)
  const size = terminal?.historySize ?? settings.historySize
  const historyOn = terminal?.historyEnabled ?? settings.historyEnabled
  const editing = terminal?.editing ?? settings.editing
  // The shell came with 15.1.
  const shell = Number(ios.profile.software.version) >= 15.1 ? 'Shell: disabled\nShell trace: off\n' : ''
  return `Line ${line.absolute}, Location: "${printable(location.get(section)?.text ?? '')}", Type: "${printable(terminalType.get(section)?.type ?? '')}"
Length: ${terminal?.length ?? settings.length} lines, Width: ${terminal?.width ?? settings.width} columns
Baud rate (TX/RX) is ${bps}/${bps}${framing}
Status: ${status}
Capabilities: ${terminal?.monitor === true ? 'Receives Logging Output' : 'none'}
Modem state: ${terminal === undefined ? 'Idle' : 'Ready'}
Special Chars: Escape  Hold  Stop  Start  Disconnect  Activation
                ${escapeText(line).padEnd(7)}none   -     -       none         
Timeouts:      Idle EXEC    Idle Session   Modem Answer  Session   Dispatch
${idleExec}${idleSession}                     none     not set
                            Idle Session Disconnect Warning
                              never 
                            Login-sequence User Response
${loginTime}
                            Autoselect Initial Wait
                              not set 
Modem type is unknown.
Session limit is ${sessions === undefined ? 'not set' : sessions}.
Time since activation: ${active}
Editing is ${editing ? 'enabled' : 'disabled'}.
History is ${historyOn ? 'enabled' : 'disabled'}, history size is ${size}.
DNS resolution in show commands is ${domainLookup.isOn(section) ? 'enabled' : 'disabled'}
Full user help is ${fullHelp.isOn(section) ? 'enabled' : 'disabled'}
Allowed input transports are ${allowedInputs(ios, section, line.type)}.
Allowed output transports are ${allowedOutputs(ios, section)}.
Preferred transport is ${settings.preferredTransport}.
${shell}No output characters are padded
No special data dispatching characters
`
}

show.exec('terminal', {
  help: { terminal: 'Display terminal configuration parameters' },
  filtered: true,
  *run({ ios, terminal }) {
    yield details(ios, terminal.line)
  },
})

const showLine = show.words('line', { line: 'TTY line information' })

showLine.exec('', {
  help: {},
  filtered: true,
  *run({ ios }) {
    yield* table(ios, ios.lines)
    if (hasGaps(ios)) yield `\nLine(s) not in async mode -or- with no hardware support: \n${missing(ios)}\n\n`
  },
})

function* oneLine({ ios }: Pick<Invocation, 'ios'>, line: TerminalLine | undefined): Running {
  if (line === undefined) {
    yield '% Bad line number\n'
    return
  }
  yield* table(ios, [line])
  yield `\n${details(ios, line)}`
}

showLine.exec('<number:line-number>', {
  help: { number: 'Line number' },
  filtered: true,
  run: (invocation) =>
    oneLine(
      invocation,
      invocation.ios.lines.find(({ absolute }) => absolute === invocation.args.number),
    ),
})

const kinds = { console: 'Primary terminal line', vty: 'Virtual terminal' } as const

showLine.exec('{type:console|vty} <number:vty-number>', {
  help: { ...kinds, number: 'Line number' },
  filtered: true,
  run: (invocation) => oneLine(invocation, lineOfType(invocation.ios, invocation.args)),
})

showLine.exec('{type:aux} <number:0-0>', {
  help: { aux: 'Auxiliary line', number: 'Line number' },
  needs: 'aux-line',
  filtered: true,
  run: (invocation) => oneLine(invocation, lineOfType(invocation.ios, invocation.args)),
})

function lineOfType(
  ios: Ios,
  { type, number }: { readonly type: TerminalLine['type']; readonly number: number },
): TerminalLine | undefined {
  return ios.lines.find((line) => line.type === type && line.number === number)
}
