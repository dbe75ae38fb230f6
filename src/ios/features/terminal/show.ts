/** `show history` and `show privilege`: what a session knows of itself. */

import { show } from '../../show-words.ts'

show.exec('history', {
  help: { history: 'Display the session command history' },
  filtered: true,
  *run({ terminal }) {
    for (const line of terminal.history()) yield `  ${line}\n`
  },
})

show.exec('privilege', {
  help: { privilege: 'Show current privilege level' },
  filtered: true,
  *run({ terminal }) {
    yield `Current privilege level is ${terminal.privilege}\n`
  },
})
