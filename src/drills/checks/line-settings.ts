/** What is in force on terminal lines, as a session there would obey it. */

import type { Ios } from '../../ios/ios.ts'
import { type LineSettings, lineSettings } from '../../ios/line-settings.ts'
import { lineName, type TerminalLine } from '../../ios/terminal-lines.ts'
import { device, type Field, flag, integer, listOf, oneOf, optional, text } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import { linesNamed } from '../config-sections.ts'
import { milliseconds } from '../drill-file.ts'
import { type Texts, texts } from '../texts.ts'
import { terminalLine } from './line-settings-field.ts'

/** `never`, or a time with its unit. */
const idleTime: Field<string> = {
  ...text('The idle time after which a session ends: `never`, `10m`, `90s`.'),
  schema: {
    $comment: 'never, or a time with its unit such as 10m',
    type: 'string',
    pattern: '^(never|[0-9]+[smh])$',
  },
}

/** A value that the check was given, and what there is in its place. */
interface Setting {
  readonly expected: Texts
  readonly found: (settings: LineSettings) => Texts
  readonly isSo: (settings: LineSettings) => boolean
  /** So it is from the factory, here or on other lines. */
  readonly isUsual: boolean
}

checkKind('line', 'Settings that are in force on terminal lines.', {
  fields: {
    device: device('Where.', 'ios'),
    line: terminalLine('`con 0`, or `vty 0 4`: each of these lines.'),
    'exec-timeout': optional(idleTime),
    'logging-synchronous': optional(flag('Messages leave what is being typed whole.')),
    login: optional(
      oneOf("What is asked: nothing, the line's own password, or a user name and its password.", [
        'none',
        'password',
        'local',
      ]),
    ),
    'transport-input': optional(
      listOf(
        'Exactly these protocols may come in; [none] for none of them.',
        oneOf('A protocol.', ['none', 'telnet', 'ssh']),
      ),
    ),
    privilege: optional(integer('The level that a session begins with.', 0, 15)),
    'history-size': optional(integer('How many lines the history keeps.', 0, 256)),
  },
  expected: (values) => {
    const parts = settingsOf(values).map(({ expected }) => expected)
    return texts(
      `on ${values.line} of ${values.device} ${parts.map(({ en }) => en).join(', ')}`,
      `${values.device} 的 ${values.line} 上${parts.map(({ zh }) => zh).join('，')}`,
    )
  },
  look: (values, lab) => {
    const ios = lab.ios(values.device)
    const lines = linesNamed(ios, values.line)
    if (lines.length === 0)
      return {
        passed: false,
        found: texts(`${values.device} has no ${values.line}`, `${values.device} 没有 ${values.line}`),
      }
    const settings = settingsOf(values)
    for (const one of lines) {
      const inForce = lineSettings(ios, one)
      const wrong = settings.filter(({ isSo }) => !isSo(inForce))
      if (wrong.length === 0) continue
      const found = wrong.map((setting) => setting.found(inForce))
      return {
        passed: false,
        found: texts(
          `on ${lineName(one)} ${found.map(({ en }) => en).join(', ')}`,
          `${lineName(one)} 上${found.map(({ zh }) => zh).join('，')}`,
        ),
        cause: elsewhere(ios, one, wrong),
      }
    }
    return { passed: true, found: texts('so it is', '正是如此') }
  },
})

/** The same on a line of another type is a common slip. What every line has from the factory tells nothing. */
function elsewhere(ios: Ios, line: TerminalLine, wrong: readonly Setting[]): Texts | undefined {
  const telling = wrong.filter(({ isUsual }) => !isUsual)
  const other = ios.lines.find((one) => {
    if (one.type === line.type || one.type === 'tty') return false
    const inForce = lineSettings(ios, one)
    return telling.some(({ isSo }) => isSo(inForce))
  })
  if (other === undefined) return undefined
  const name = lineName(other)
  return texts(`it was set on ${name} instead`, `设置到 ${name} 上去了`)
}

interface SettingValues {
  readonly 'exec-timeout'?: string | undefined
  readonly 'logging-synchronous'?: boolean | undefined
  readonly login?: LineSettings['login'] | undefined
  readonly 'transport-input'?: readonly string[] | undefined
  readonly privilege?: number | undefined
  readonly 'history-size'?: number | undefined
}

function settingsOf(values: SettingValues): Setting[] {
  const settings: Setting[] = []
  const { login, privilege } = values
  const timeout = values['exec-timeout']
  if (timeout !== undefined) {
    const wantedMs = timeout === 'never' ? 0 : milliseconds(timeout)
    settings.push({
      expected: idleWords(wantedMs),
      found: ({ execTimeoutMs }) => idleWords(execTimeoutMs),
      isSo: ({ execTimeoutMs }) => execTimeoutMs === wantedMs,
      isUsual: wantedMs === 600_000,
    })
  }
  const whole = values['logging-synchronous']
  if (whole !== undefined)
    settings.push({
      expected: messageWords(whole),
      found: (inForce) => messageWords(staysWhole(inForce)),
      isSo: (inForce) => staysWhole(inForce) === whole,
      isUsual: !whole,
    })
  if (login !== undefined)
    settings.push({
      expected: loginWords[login],
      found: (inForce) => loginWords[inForce.login],
      isSo: (inForce) => inForce.login === login,
      // A vty asks for a password from the factory.
      isUsual: login !== 'local',
    })
  const input = values['transport-input']
  if (input !== undefined) {
    const wanted = input.filter((protocol) => protocol !== 'none')
    settings.push({
      expected: onlyInputWords(wanted),
      found: ({ transportInput }) => inputWords(transportInput),
      isSo: ({ transportInput }) => [...wanted].sort().join() === [...transportInput].sort().join(),
      isUsual: wanted.length !== 1,
    })
  }
  if (privilege !== undefined)
    settings.push({
      expected: levelWords(privilege),
      found: (inForce) => levelWords(inForce.privilege),
      isSo: (inForce) => inForce.privilege === privilege,
      isUsual: privilege === 1,
    })
  const history = values['history-size']
  if (history !== undefined)
    settings.push({
      expected: historyWords(history),
      found: ({ historySize }) => historyWords(historySize),
      isSo: ({ historySize }) => historySize === history,
      isUsual: history === 10,
    })
  return settings
}

/** Emergencies to criticals tear the line as a rule; a threshold above them means that ordinary messages do too. */
const usualThreshold = 2

function staysWhole({ synchronous }: LineSettings): boolean {
  return synchronous !== undefined && synchronous.atOnce <= usualThreshold
}

function idleWords(ms: number): Texts {
  if (ms === 0) return texts('an idle session never ends', '空闲的会话永不超时')
  const seconds = ms / 1000
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  const en = [...(minutes > 0 ? [`${minutes} min`] : []), ...(rest > 0 ? [`${rest} s`] : [])].join(' ')
  const zh = `${minutes > 0 ? `${minutes} 分` : ''}${rest > 0 ? `${rest} 秒` : '钟'}`
  return texts(`a session ends after ${en} of idling`, `会话空闲 ${zh}后断开`)
}

function messageWords(whole: boolean): Texts {
  return whole
    ? texts('messages leave what is being typed whole', '日志消息不打断正在输入的命令')
    : texts('messages tear what is being typed', '日志消息会打断正在输入的命令')
}

const loginWords: Readonly<Record<LineSettings['login'], Texts>> = {
  none: texts('nothing is asked at the login', '登录时什么也不问'),
  password: texts("the line's own password is asked for", '登录时要求输入线路口令'),
  local: texts('a user name and its password are asked for', '登录时要求输入用户名和口令'),
}

const protocolNames: Readonly<Record<string, string>> = { ssh: 'SSH', telnet: 'Telnet' }

function inputWords(protocols: readonly string[]): Texts {
  if (protocols.length === 0) return texts('no protocol may come in', '不允许任何协议接入')
  const names = protocols.map((one) => protocolNames[one] ?? one)
  return texts(`${names.join(' and ')} may come in`, `允许 ${names.join('、')} 接入`)
}

function onlyInputWords(protocols: readonly string[]): Texts {
  const { en, zh } = inputWords(protocols)
  return protocols.length === 0 ? inputWords(protocols) : texts(`nothing but ${en}`, `只${zh}`)
}

function levelWords(level: number): Texts {
  return texts(`a session begins at privilege level ${level}`, `会话的初始特权级别为 ${level}`)
}

function historyWords(lines: number): Texts {
  return texts(`the history keeps ${lines} lines`, `历史命令保留 ${lines} 条`)
}
