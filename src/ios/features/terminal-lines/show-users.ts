/** `show users`, and its older names `who` and `systat`: who is on which line. Source: captures of `show users`. */

import type { Invocation } from '../../command.ts'
import { userExec } from '../../declare.ts'
import { duration } from '../../duration.ts'
import { printable } from '../../printable.ts'
import { show } from '../../show-words.ts'
import type { Running } from '../../steps.ts'
import { lineName, type TerminalLine } from '../../terminal-lines.ts'

const header = '    Line       User       Host(s)              Idle       Location\n'
const interfaces = '\n  Interface    User               Mode         Idle     Peer Address\n'

function row(line: TerminalLine, own: boolean, nowMs: number): string {
  const { terminal } = line
  const user = printable(terminal?.user ?? '')
  const idle = duration(terminal === undefined ? 0 : nowMs - terminal.lastInputMs)
  const host = terminal === undefined ? '' : 'idle'
  // An empty location leaves three blanks behind the idle time.
  return `${own ? '*' : ' '}${String(line.absolute).padStart(3)} ${lineName(line).padEnd(9)} ${user.padEnd(10)} ${host.padEnd(20)} ${idle}   \n`
}

function* listUsers({ ios, terminal }: Pick<Invocation, 'ios' | 'terminal'>, all: boolean): Running {
  yield header
  for (const line of ios.lines)
    if (all || line.terminal !== undefined) yield row(line, line.terminal === terminal, ios.kernel.nowMs)
  yield interfaces
}

const allHelp = { all: 'Include information about inactive ports' } as const

show.exec('users [{which:all}]', {
  help: { users: 'Display information about terminal lines', ...allHelp },
  filtered: true,
  run: (invocation) => listUsers(invocation, invocation.args.which !== undefined),
})

userExec.exec('systat [{which:all}]', {
  help: { systat: 'Display information about terminal lines', ...allHelp },
  filtered: true,
  run: (invocation) => listUsers(invocation, invocation.args.which !== undefined),
})

userExec.exec('who [{which:all}]', {
  help: { who: 'Display information about terminal lines', ...allHelp },
  hidden: ['who'],
  filtered: true,
  run: (invocation) => listUsers(invocation, invocation.args.which !== undefined),
})
