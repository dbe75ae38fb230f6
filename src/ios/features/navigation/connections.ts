/**
 * Sessions to other devices, of which there are none yet: `where`, `show sessions`, `resume`, `disconnect`. Also `lock` and
 * `login`, which ask for passwords. Source: Cisco "Terminal Services Command Reference"; wording from memory.
 */

import { userExec } from '../../declare.ts'
import { lineSettings } from '../../line-settings.ts'
import { loginsOf } from '../../logins.ts'
import { show } from '../../show-words.ts'
import { ask, type Running } from '../../steps.ts'

const noneOpen = '% No connections open\n'

function* whatIsOpen(): Running {
  yield noneOpen
}

userExec.exec('where', { help: { where: 'List active connections' }, run: whatIsOpen })
show.exec('sessions', {
  help: { sessions: 'Information about Telnet connections' },
  filtered: true,
  run: whatIsOpen,
})

const verbs = [
  userExec.words('resume', { resume: 'Resume an active network connection' }),
  userExec.words('disconnect', { disconnect: 'Disconnect an existing network connection' }),
]
for (const verb of verbs) {
  verb.exec('', { help: {}, run: whatIsOpen })
  verb.exec('<number:1-99>', {
    help: { number: 'The number of an active network connection' },
    *run({ args }) {
      yield `% ${args.number} is not an open connection\n`
    },
  })
}

const lockedAt = 32

userExec.exec('lock', {
  help: { lock: 'Lock the terminal' },
  *run() {
    const chosen = yield* ask('Password: ', 'secret')
    const again = yield* ask('Again: ', 'secret')
    if (chosen !== again || chosen === '') {
      yield '% Passwords do not match\n'
      return
    }
    yield `${' '.repeat(lockedAt)}Locked\n`
    while ((yield* ask('Password: ', 'secret')) !== chosen) yield '% Bad passwords\n'
  },
})

userExec.exec('login', {
  help: { login: 'Log in as a particular user' },
  *run({ ios, terminal }) {
    const logins = loginsOf()
    const { login } = lineSettings(ios, terminal.line)
    const name = login === 'local' ? yield* ask('Username: ') : ''
    const typed = yield* ask('Password: ', 'secret')
    if (login === 'local') {
      const user = logins.user(ios, name)
      if (user?.accepts(typed) !== true) yield '% Login invalid\n\n'
      else {
        terminal.user = name
        if (user.privilege !== undefined) terminal.privilege = user.privilege
      }
    } else if (typed !== logins.linePassword(ios, terminal.line)) yield '% Bad passwords\n'
  },
})
