/**
 * Who gets in. At the console it is tried out: the session there is ended, RETURN is pressed, and what is asked is answered.
 * Nobody can connect to a vty yet, so what would happen there is worked out from the line's settings and the users, for each of
 * the lines that are named.
 */

import type { Ios } from '../../ios/ios.ts'
import { lineSettings } from '../../ios/line-settings.ts'
import { loginsOf } from '../../ios/logins.ts'
import { lineName, type TerminalLine } from '../../ios/terminal-lines.ts'
import type { Device } from '../../session/device.ts'
import { utf8 } from '../../transcripts/key-notation.ts'
import { device, flag, integer, optional, text } from '../check-field.ts'
import { checkKind, type Seen } from '../check-kind.ts'
import { linesNamed } from '../config-sections.ts'
import type { MarkedLab } from '../marked-lab.ts'
import { type Texts, texts } from '../texts.ts'
import { isConsole, terminalLine } from './line-settings-field.ts'

interface Credentials {
  readonly user?: string | undefined
  readonly password?: string | undefined
}

/** What came of trying to get in. */
type Outcome =
  | { readonly in: true; readonly level: number; readonly asked: Asked }
  | { readonly in: false; readonly found: Texts; readonly cause?: Texts; readonly asked: Asked }

/** What the line wants to know: a user's name and password, its own password, or nothing. */
type Asked = 'user' | 'password' | 'nothing'

checkKind(
  'login',
  'Somebody gets in at a terminal line, or does not. At the console it is tried out; for vty lines it is worked out from their settings.',
  {
    phase: 'probe',
    fields: {
      device: device('Where.', 'ios'),
      line: optional(terminalLine('`con 0`, which it is when left out, or `vty 0 4`: each of these lines.')),
      user: optional(text('The user name that is given; with it, the line has to ask for one.')),
      password: optional(text('The password that is given; with it, the line has to ask for one.')),
      refused: optional(flag('true: these should not get in.')),
      level: optional(integer('The privilege level that the session begins with.', 0, 15)),
    },
    expected: ({ device, line = 'con 0', user, password, refused = false, level }) => {
      const who =
        user !== undefined
          ? texts(
              `user ${user}${password === undefined ? '' : ` with password ${password}`}`,
              `用户 ${user}${password === undefined ? ' ' : `（口令 ${password}）`}`,
            )
          : password !== undefined
            ? texts(`whoever gives the password ${password}`, `输入口令 ${password} 的人`)
            : texts('whoever gives no password', '不输入口令的人')
      const at = texts(`${line} of ${device}`, `${device} 的 ${line}`)
      if (refused) return texts(`${who.en} is refused at ${at.en}`, `${at.zh} 拒绝${who.zh}登录`)
      const levels =
        level === undefined ? texts('', '') : texts(`, at privilege level ${level}`, `，特权级别为 ${level}`)
      return texts(`${who.en} gets in at ${at.en}${levels.en}`, `${who.zh}能从 ${at.zh} 登录${levels.zh}`)
    },
    look: ({ device, line = 'con 0', refused = false, level, ...given }, lab) => {
      const ios = lab.ios(device)
      const lines = linesNamed(ios, line)
      if (lines.length === 0)
        return { passed: false, found: texts(`${device} has no ${line}`, `${device} 没有 ${line}`) }
      for (const one of lines) {
        const outcome = isConsole(line) ? atConsole(lab, device, given) : atLine(ios, one, given)
        const seen = judged(outcome, given, refused, level)
        if (seen.passed) continue
        const cause = seen.cause ?? (refused ? undefined : causeOfQuestion(ios, one, given, outcome.asked))
        if (isConsole(line)) return { ...seen, cause }
        const name = lineName(one)
        const found = texts(`at ${name} ${seen.found.en}`, `在 ${name} 上，${seen.found.zh}`)
        return { ...seen, found, cause }
      }
      return { passed: true, found: refused ? keptOut : letIn }
    },
  },
)

const letIn = texts('they got in', '能够登录')
const keptOut = texts('they were refused', '被拒绝登录')

const askedWords: Readonly<Record<Asked, Texts>> = {
  user: texts('it asks for a user name and a password', '它要求输入用户名和口令'),
  password: texts('it asks for a password only', '它只要求输入口令'),
  nothing: texts('everybody gets in without being asked', '谁都不经询问就能登录'),
}

function judged(
  outcome: Outcome,
  { user, password }: Credentials,
  refused: boolean,
  level: number | undefined,
): Seen {
  if (refused)
    return outcome.in
      ? { passed: false, found: outcome.asked === 'nothing' ? askedWords.nothing : letIn }
      : { passed: true, found: outcome.found }
  if (outcome.asked !== questionFor({ user, password }))
    return { passed: false, found: askedWords[outcome.asked] }
  if (!outcome.in)
    return { passed: false, found: outcome.found, ...(outcome.cause && { cause: outcome.cause }) }
  if (level === undefined || outcome.level === level) return { passed: true, found: letIn }
  return {
    passed: false,
    found: texts(`they got in at privilege level ${outcome.level}`, `登录后的特权级别为 ${outcome.level}`),
  }
}

/** What the line has to ask for whoever has these. */
function questionFor({ user, password }: Credentials): Asked {
  return user !== undefined ? 'user' : password !== undefined ? 'password' : 'nothing'
}

/** Why the line asks for something else, or for nothing. */
function causeOfQuestion(ios: Ios, line: TerminalLine, given: Credentials, asked: Asked): Texts | undefined {
  const wanted = questionFor(given)
  if (asked === wanted || wanted === 'nothing') return undefined
  const name = lineName(line)
  if (asked !== 'nothing')
    return wanted === 'user'
      ? texts(
          `${name} is told to ask for its own password, not for users`,
          `${name} 被设为询问线路口令，而不是用户`,
        )
      : texts(
          `${name} is told to ask for users, not for its own password`,
          `${name} 被设为询问用户，而不是线路口令`,
        )
  if (wanted === 'user') return texts(`${name} is not told to ask for users`, `${name} 没有被设为询问用户`)
  const hasPassword = (one: TerminalLine): boolean => loginsOf().linePassword(ios, one) !== undefined
  if (hasPassword(line))
    return texts(
      `a password is set on ${name}, but it is not told to ask for it`,
      `${name} 上设置了口令，但没有让它询问`,
    )
  const other = ios.lines.find(hasPassword)
  return other === undefined
    ? texts(`no password is set on ${name}`, `${name} 上没有设置口令`)
    : texts(
        `the password is set on ${lineName(other)}, not on ${name}`,
        `口令设置在 ${lineName(other)} 上，而不是 ${name}`,
      )
}

function askedAt(ios: Ios, line: TerminalLine): Asked {
  const { login } = lineSettings(ios, line)
  return login === 'none' ? 'nothing' : login === 'local' ? 'user' : 'password'
}

/** By what is configured, as a login would go. */
function atLine(ios: Ios, line: TerminalLine, { user = '', password = '' }: Credentials): Outcome {
  const asked = askedAt(ios, line)
  const settings = lineSettings(ios, line)
  if (settings.transportInput.length === 0)
    return { in: false, asked, found: texts('no protocol may come in', '不允许任何协议接入') }
  if (asked === 'nothing') return { in: true, asked, level: settings.privilege }
  if (asked === 'password') {
    const wanted = loginsOf().linePassword(ios, line)
    return wanted !== undefined && wanted === password
      ? { in: true, asked, level: settings.privilege }
      : { in: false, asked, ...refusal(ios, line, asked, user) }
  }
  const known = loginsOf().user(ios, user)
  return known !== undefined && (!known.needsPassword || known.accepts(password))
    ? { in: true, asked, level: known.privilege ?? settings.privilege }
    : { in: false, asked, ...refusal(ios, line, asked, user) }
}

/** Why nobody, or not this one, gets in. */
function refusal(
  ios: Ios,
  line: TerminalLine,
  asked: Asked,
  user: string,
): { readonly found: Texts; readonly cause?: Texts } {
  const name = lineName(line)
  if (asked === 'password' && loginsOf().linePassword(ios, line) === undefined)
    return {
      found: texts('nobody gets in', '谁也不能登录'),
      cause: texts(
        `a password is asked for and none is set on ${name}`,
        `要求输入口令，但 ${name} 上没有设置口令`,
      ),
    }
  if (asked === 'user' && loginsOf().user(ios, user) === undefined)
    return {
      found: keptOut,
      cause: texts(`there is no user ${user}`.trimEnd(), `没有用户 ${user}`.trimEnd()),
    }
  return { found: keptOut, cause: texts('the password is another one', '口令不对') }
}

/** RETURN, and an answer to each question; the session that was there is over, and so is this one. */
function atConsole(lab: MarkedLab, name: string, { user = '', password = '' }: Credentials): Outcome {
  const device = lab.device(name)
  const ios = lab.ios(name)
  const line = ios.lines.find(({ type }) => type === 'console')
  if (line === undefined) throw new Error(`${name} has no console line`)
  const asked = askedAt(ios, line)
  if (!leave(lab, device)) return { in: false, asked, found: notAnswering(name) }
  device.type('\r')
  if (device.state !== 'in use')
    return asked === 'password' && loginsOf().linePassword(ios, line) === undefined
      ? { in: false, asked, ...refusal(ios, line, asked, user) }
      : { in: false, asked, found: texts('RETURN is not answered', '按回车没有反应') }
  const answers = asked === 'user' ? [user, password] : asked === 'password' ? [password] : []
  for (const answer of answers) {
    if (isIn(device)) break
    device.type(`${utf8(answer)}\r`)
    lab.until(() => device.waitsForInput, longestAnswerMs)
  }
  const outcome: Outcome = isIn(device)
    ? { in: true, asked, level: device.session?.privilege ?? 0 }
    : { in: false, asked, ...refusal(ios, line, asked, user) }
  leave(lab, device)
  return outcome
}

const longestAnswerMs = 30_000

function isIn({ session }: Device): boolean {
  return session?.atPrompt === true
}

/** To `Press RETURN`; false where the console does not get there: a set-up dialogue, a loader. */
function leave(lab: MarkedLab, device: Device): boolean {
  device.session?.disconnect()
  return lab.until(() => device.state === 'press RETURN' && device.waitsForInput, longestAnswerMs)
}

function notAnswering(name: string): Texts {
  return texts(`the console of ${name} is not at the login`, `${name} 的控制台没有停在登录处`)
}
