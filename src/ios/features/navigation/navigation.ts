/** Moving between modes: enable, disable, configure, exit, end, logout, help. */

import type { Invocation } from '../../command.ts'
import { execMode, globalMode, userExec, Words } from '../../declare.ts'
import { parentOf } from '../../load.ts'
import { type ModeId, modeOf, modes } from '../../modes.ts'
import { port } from '../../session-ports.ts'
import { ask, type Running } from '../../steps.ts'
import { askForLevel } from './enable.ts'

userExec.exec('enable [<target:0-15>]', {
  level: 0,
  help: { enable: 'Turn on privileged commands', target: 'Enable level' },
  run: (invocation) => askForLevel(invocation, invocation.args.target ?? 15),
})

userExec.exec('disable [<target:0-15>]', {
  level: 0,
  help: { disable: 'Turn off privileged commands', target: 'Privilege level to go to' },
  *run({ terminal, args: { target = 1 } }) {
    terminal.privilege = Math.min(terminal.privilege, target)
  },
})

const sessionEnds = {
  exit: 'Exit from the EXEC',
  logout: 'Exit from the EXEC',
} as const
for (const word of ['exit', 'logout'] as const) {
  userExec.exec(word, {
    level: 0,
    help: sessionEnds,
    *run({ terminal }) {
      terminal.logout()
    },
  })
}
userExec.exec('quit', {
  level: 0,
  help: { quit: 'Exit from the EXEC' },
  hidden: ['quit'],
  *run({ terminal }) {
    terminal.logout()
  },
})

const enterText = 'Enter configuration commands, one per line.  End with CNTL/Z.\n'

function* enterConfiguration({ ios, terminal }: Invocation): Running {
  yield enterText
  terminal.enter({ mode: 'config', sections: [ios.configuration] })
}

const configure = execMode.words('configure', { configure: 'Enter configuration mode' })

configure.exec('terminal', {
  help: { terminal: 'Configure from the terminal' },
  run: enterConfiguration,
})

configure.exec('', {
  help: {},
  *run(invocation) {
    const answer = (yield* ask('Configuring from terminal, memory, or network [terminal]? '))
      .trim()
      .toLowerCase()
    if (answer === '' || 'terminal'.startsWith(answer)) yield* enterConfiguration(invocation)
    else if ('memory'.startsWith(answer)) yield* port('configureMemory')(invocation)
    else yield '?Must be "terminal", "memory" or "network"\n'
  },
})

configure.exec('memory', {
  help: { memory: 'Configure from NV memory' },
  *run(invocation) {
    yield* port('configureMemory')(invocation)
  },
})

const configurationModes = (Object.keys(modes) as ModeId[]).filter(
  (mode) => mode !== 'exec' && modeOf(mode).like === undefined,
)
const exitHelp: Partial<Record<ModeId, string>> = {
  config: 'Exit from configure mode',
  'config-if': 'Exit from interface configuration mode',
  'config-line': 'Exit from line configuration mode',
  'config-vlan': 'Apply changes, bump revision number, and exit mode',
  'config-std-nacl': 'Exit from access-list configuration mode',
  'config-ext-nacl': 'Exit from access-list configuration mode',
}

for (const mode of configurationModes) {
  // Whoever may configure at all must find the way out.
  const words = new Words([mode], '', {}, 1)
  words.action('exit', {
    help: { exit: exitHelp[mode] ?? 'Exit from routing protocol configuration mode' },
    *run({ ios, terminal }) {
      const parent = parentOf(terminal.place, ios)
      if (parent === undefined) terminal.endConfiguration()
      else terminal.enter(parent)
    },
  })
  words.action('help', {
    help: { help: 'Description of the interactive help system' },
    *run() {
      yield helpText
    },
  })
  if (mode === 'config') continue
  words.action('end', {
    help: { end: 'Exit from configure mode' },
    hidden: ['end'],
    *run({ terminal }) {
      terminal.endConfiguration()
    },
  })
}

globalMode.action('end', {
  help: { end: 'Exit from configure mode' },
  level: 1,
  *run({ terminal }) {
    terminal.endConfiguration()
  },
})

const helpText = `Help may be requested at any point in a command by entering
a question mark '?'.  If nothing matches, the help list will
be empty and you must backup until entering a '?' shows the
available options.
Two styles of help are provided:
1. Full help is available when you are ready to enter a
   command argument (e.g. 'show ?') and describes each possible
   argument.
2. Partial help is provided when an abbreviated argument is entered
   and you want to know what arguments match the input
   (e.g. 'show pr?'.)

`

userExec.exec('help', {
  level: 0,
  help: { help: 'Description of the interactive help system' },
  *run() {
    yield helpText
  },
})
