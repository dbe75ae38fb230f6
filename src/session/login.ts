/**
 * Who may use a terminal line: banners, `User Access Verification`, three tries, and the time that answers may take.
 * Leaves out what a password is (the passwords feature's, through `logins`) and the session that follows.
 * Source: console captures; the Cisco command reference of `login` and `timeout login response`.
 */

import type { Ios } from '../ios/ios.ts'
import { lineSettings } from '../ios/line-settings.ts'
import { loginsOf } from '../ios/logins.ts'
import { port } from '../ios/session-ports.ts'
import type { Terminal } from '../ios/terminal.ts'
import { answerTo } from './command-output.ts'
import type { Script, Tty } from './tty.ts'

/** What a login gives; nothing of it where the line asks for none. */
export interface LoggedIn {
  readonly user?: string
  readonly privilege?: number
  readonly autocommand?: string
}

type LoginTerminal = Terminal & { readonly ios: Ios }

const tries = 3

/** Undefined when nobody was let in. */
export function* logIn(terminal: LoginTerminal, tty: Tty): Script<LoggedIn | undefined> {
  const { ios, line } = terminal
  const { login, motdBanner } = lineSettings(ios, line)
  if (motdBanner) showBanner('motd', terminal, tty)
  showBanner('login', terminal, tty)
  if (login === 'none') return {}
  const wanted = loginsOf().linePassword(ios, line)
  if (login === 'password' && wanted === undefined) {
    tty.write('\nPassword required, but none set\n')
    return undefined
  }
  tty.write('\nUser Access Verification\n\n')
  return login === 'local' ? yield* userLogin(terminal, tty) : yield* passwordLogin(terminal, tty, wanted)
}

export function showBanner(kind: 'motd' | 'login' | 'exec', terminal: LoginTerminal, tty: Tty): void {
  const text = port('banner')(terminal.ios, kind, terminal)
  if (text !== undefined) tty.write(`${text}\n`)
}

function* passwordLogin(
  terminal: LoginTerminal,
  tty: Tty,
  wanted: string | undefined,
): Script<LoggedIn | undefined> {
  const logins = loginsOf()
  for (let attempt = 1; attempt <= tries; attempt++) {
    const typed = yield* answer(terminal, tty, 'Password: ', 'secret')
    if (typed === undefined) return undefined
    if (typed === wanted) {
      logins.loggedIn(terminal.ios, '')
      return {}
    }
    logins.refused(terminal.ios, '')
  }
  tty.write('% Bad passwords\n')
  return undefined
}

function* userLogin(terminal: LoginTerminal, tty: Tty): Script<LoggedIn | undefined> {
  const { ios } = terminal
  const logins = loginsOf()
  for (let attempt = 1; attempt <= tries; attempt++) {
    const name = yield* answer(terminal, tty, 'Username: ', 'line')
    if (name === undefined) return undefined
    const user = logins.user(ios, name)
    if (user?.needsPassword !== false) {
      const password = yield* answer(terminal, tty, 'Password: ', 'secret')
      if (password === undefined) return undefined
      tty.write('\n')
      if (user?.accepts(password) !== true) {
        logins.refused(ios, name)
        tty.write('% Login invalid\n\n')
        continue
      }
    }
    logins.loggedIn(ios, name)
    return {
      user: name,
      ...(user?.privilege === undefined ? {} : { privilege: user.privilege }),
      ...(user?.autocommand === undefined ? {} : { autocommand: user.autocommand }),
    }
  }
  return undefined
}

/** Answers before login must come within a time; undefined ends the session. */
function* answer(
  { ios, line, width }: LoginTerminal,
  tty: Tty,
  prompt: string,
  read: 'line' | 'secret',
): Script<string | undefined> {
  const { loginTimeoutMs } = lineSettings(ios, line)
  let expired = false
  const expire = (): void => {
    expired = true
    tty.interrupt()
  }
  const timer = loginTimeoutMs === 0 ? undefined : ios.kernel.after(loginTimeoutMs, expire)
  const typed = yield* answerTo({ kind: 'ask', prompt, read }, { tty, width })
  timer?.cancel()
  if (expired) tty.write(`\n% ${prompt.trimEnd().replace(/:$/, '')}:  timeout expired!\n`)
  return expired ? undefined : typed
}
