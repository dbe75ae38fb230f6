/** `clear line`, `send`: reaching the session on another line. Source: Cisco command reference. */

import { tokenEnd } from '../../../grammar/argument.ts'
import { defineArgument } from '../../argument-types.ts'
import { execMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { printable } from '../../printable.ts'
import { ask, confirm, confirmRow, type Running } from '../../steps.ts'
import type { Terminal } from '../../terminal.ts'
import type { TerminalLine } from '../../terminal-lines.ts'

interface Named {
  readonly type?: TerminalLine['type']
  readonly number: number
}

function lineOf(ios: Ios, { type, number }: Named): TerminalLine | undefined {
  return ios.lines.find((line) =>
    type === undefined ? line.absolute === number : line.type === type && line.number === number,
  )
}

const clear = execMode.words('clear line', { clear: 'Reset functions', line: 'Reset a terminal line' })

function* clearLine(ios: Ios, terminal: Terminal, named: Named): Running {
  const line = lineOf(ios, named)
  if (line === undefined) yield '% Bad line number\n'
  else if (line.terminal === terminal) yield '% Not allowed to clear current line\n'
  else if (yield* confirm('[confirm]')) {
    line.terminal?.disconnect()
    yield ' [OK]\n'
  }
}

clear.exec('<number:line-number>', {
  help: { number: 'Line number' },
  run: ({ ios, terminal, args }) => clearLine(ios, terminal, args),
})
clear.exec('{type:console|vty} <number:vty-number>', {
  help: { console: 'Primary terminal line', vty: 'Virtual terminal', number: 'Line number' },
  run: ({ ios, terminal, args }) => clearLine(ios, terminal, args),
})
clear.exec('{type:aux} <number:0-0>', {
  help: { aux: 'Auxiliary line', number: 'Line number' },
  needs: 'aux-line',
  run: ({ ios, terminal, args }) => clearLine(ios, terminal, args),
})

declare module '../../../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    /** `*`. */
    'every-line': true
  }
}

defineArgument<true>('every-line', {
  placeholder: () => '*',
  read(line, start) {
    const end = tokenEnd(line, start)
    return line.slice(start, end) === '*' ? { ok: true, value: true, end } : { ok: false, at: start }
  },
  show: () => '*',
})

const send = execMode.words('send', { send: 'Send a message to other tty lines' })
const endOfText = '\x1a'

/** Reads rows until Ctrl-Z, asks, and shows them on the lines meant. Ctrl-C gives up. */
function* sendTo(from: Terminal, to: readonly TerminalLine[], whom: string): Running {
  yield 'Enter message, end with CTRL/Z; abort with CTRL/C:\n'
  const rows: string[] = []
  for (;;) {
    const row = yield* ask('', 'text')
    if (row.endsWith(endOfText)) {
      if (row.length > 1) rows.push(row.slice(0, -1))
      break
    }
    rows.push(row)
  }
  if (!(yield* confirmRow('Send message? [confirm]'))) return
  const text = `\n\n***\n***\n*** Message from tty${from.line.absolute} to ${whom}:\n***\n${rows.map(printable).join('\n')}\n`
  for (const { terminal } of to) if (terminal !== undefined && terminal !== from) terminal.show(text)
  if (to.includes(from.line)) yield text
}

send.exec('<all:every-line>', {
  help: { all: 'All tty lines' },
  run: ({ ios, terminal }) => sendTo(terminal, ios.lines, 'all terminals'),
})

function* sendToLine(ios: Ios, terminal: Terminal, named: Named): Running {
  const line = lineOf(ios, named)
  if (line === undefined) yield '% Bad line number\n'
  else yield* sendTo(terminal, [line], `tty${line.absolute}`)
}

send.exec('<number:line-number>', {
  help: { number: 'Send a message to a specific line' },
  run: ({ ios, terminal, args }) => sendToLine(ios, terminal, args),
})
send.exec('{type:console|vty} <number:vty-number>', {
  help: { console: 'Primary terminal line', vty: 'Virtual terminal', number: 'Line number' },
  run: ({ ios, terminal, args }) => sendToLine(ios, terminal, args),
})
send.exec('{type:aux} <number:0-0>', {
  help: { aux: 'Auxiliary line', number: 'Line number' },
  needs: 'aux-line',
  run: ({ ios, terminal, args }) => sendToLine(ios, terminal, args),
})
