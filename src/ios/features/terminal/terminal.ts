/** `terminal …`: what the session's own line does, until the session ends. Source: Cisco "Terminal Services Command Reference". */

import { execMode, userExec } from '../../declare.ts'

const terminal = userExec.words('terminal', { terminal: 'Set terminal line parameters' })
const negated = terminal.words('no', { no: 'Negate a command or set its defaults' })

const history = { history: 'Enable and control the command history function' } as const
terminal.exec('length <rows:0-512>', {
  help: {
    length: 'Set number of lines on a screen',
    rows: 'Number of lines on screen (0 for no pausing)',
  },
  *run({ terminal: own, args }) {
    own.length = args.rows
  },
})
negated.exec('length', {
  help: { length: 'Set number of lines on a screen' },
  *run({ terminal: own }) {
    own.length = 24
  },
})

terminal.exec('width <columns:0-512>', {
  help: {
    width: 'Set width of the display terminal',
    columns: 'Number of characters on a screen line (0 for unlimited width)',
  },
  *run({ terminal: own, args }) {
    own.width = args.columns
  },
})
negated.exec('width', {
  help: { width: 'Set width of the display terminal' },
  *run({ terminal: own }) {
    own.width = 80
  },
})

terminal.exec('history', {
  help: history,
  *run({ terminal: own }) {
    own.historyEnabled = true
  },
})
terminal.exec('history size <lines:0-256>', {
  help: { ...history, size: 'Set history buffer size', lines: 'Size of history buffer' },
  *run({ terminal: own, args }) {
    own.historySize = args.lines
  },
})
negated.exec('history', {
  help: history,
  *run({ terminal: own }) {
    own.historyEnabled = false
  },
})
negated.exec('history size', {
  help: { ...history, size: 'Set history buffer size' },
  *run({ terminal: own }) {
    own.historySize = 10
  },
})

for (const on of [true, false]) {
  const words = on ? terminal : negated
  words.exec('editing', {
    help: { editing: 'Enable command line editing' },
    *run({ terminal: own }) {
      own.editing = on
    },
  })
  words.exec('exec prompt timestamp', {
    help: {
      exec: 'Configure EXEC',
      prompt: 'EXEC prompt',
      timestamp: 'Print timestamps for show commands',
    },
    *run({ terminal: own }) {
      own.execPromptTimestamp = on
    },
  })
}

const monitor = execMode.words('terminal', { terminal: 'Set terminal line parameters' })
const monitorHelp = { monitor: 'Copy debug output to the current terminal line' } as const

monitor.exec('monitor', {
  help: monitorHelp,
  *run({ terminal: own }) {
    // The console gets its messages by `logging console`.
    if (own.line.type === 'console') yield '% Console already monitors\n'
    else own.monitor = true
  },
})
monitor.exec('no monitor', {
  help: { no: 'Negate a command or set its defaults', ...monitorHelp },
  *run({ terminal: own }) {
    own.monitor = false
  },
})

const escapeHelp = { 'escape-character': "Change the current line's escape character" } as const
terminal.exec('escape-character <code:0-255>', {
  help: { ...escapeHelp, code: 'Escape character or its ASCII decimal equivalent' },
  inert: true,
  *run() {},
})
terminal.exec('escape-character {word:BREAK|DEFAULT|NONE}', {
  help: {
    ...escapeHelp,
    BREAK: 'Cause escape on BREAK',
    DEFAULT: 'Use default escape character',
    NONE: 'Disable escape entirely',
  },
  inert: true,
  *run() {},
})
