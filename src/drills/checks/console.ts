/** Where the console of a device stands now: its mode, section and level, or what it shows while nobody is logged in. */

import type { Section } from '../../config/section.ts'
import { modes } from '../../ios/modes.ts'
import { lineName } from '../../ios/terminal-lines.ts'
import type { ConsoleState, Device } from '../../session/device.ts'
import { device, flag, integer, oneOf, optional, text } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import { sectionsNamed } from '../config-sections.ts'
import type { MarkedLab } from '../marked-lab.ts'
import { alike, type Texts, texts } from '../texts.ts'

const user = 'user EXEC'
const privileged = 'privileged EXEC'

/** A mode goes by what stands in its prompt. */
const prompts = [
  ...new Set(
    Object.entries(modes)
      .filter(([id]) => id !== 'exec')
      .map(([, { prompt }]) => prompt),
  ),
]

const states: Readonly<Record<Exclude<ConsoleState, 'in use'>, Texts>> = {
  off: texts('without power', '没有通电'),
  booting: texts('still booting', '还在启动'),
  loader: texts('in the boot loader', '在引导程序中'),
  dialogue: texts('in the initial configuration dialogue', '在初始配置对话中'),
  'press RETURN': texts('at "Press RETURN to get started"', '停在“Press RETURN to get started”'),
  login: texts('at the login', '停在登录处'),
}

checkKind('console', 'Where the console stands: mode, section, level, or its state.', {
  fields: {
    device: device('Whose console.', 'ios'),
    mode: optional(oneOf('What its prompt shows.', [user, privileged, ...prompts])),
    in: optional(text('With mode: the section that is being configured, `interface Fa0/1`.')),
    level: optional(integer('The privilege level.', 0, 15)),
    'at-prompt': optional(flag('true: it waits for a command; nothing runs, nothing is asked.')),
    state: optional(oneOf('Where nobody is logged in.', Object.keys(states) as (keyof typeof states)[])),
  },
  expected: ({ device, mode, in: section, level, state, 'at-prompt': atPrompt }) => {
    const parts: Texts[] = []
    if (state !== undefined) parts.push(states[state])
    if (mode !== undefined)
      parts.push(section === undefined ? inMode(mode) : inSection(inMode(mode), alike(section)))
    if (level !== undefined) parts.push(atLevel(level))
    if (atPrompt !== undefined) parts.push(atPrompt ? waiting : busy)
    return texts(
      `the console of ${device} is ${parts.map(({ en }) => en).join(', ')}`,
      `${device} 的控制台${parts.map(({ zh }) => zh).join('，')}`,
    )
  },
  look: ({ device: name, mode, in: section, level, state, 'at-prompt': atPrompt }, lab) => {
    const machine = lab.device(name)
    const here = whereIs(machine)
    const passed =
      (state === undefined || here.state === state) &&
      (mode === undefined || here.mode === mode) &&
      (section === undefined || isIn(lab, name, section)) &&
      (level === undefined || machine.session?.privilege === level) &&
      (atPrompt === undefined || (machine.session?.atPrompt === true) === atPrompt)
    const parts = [here.words]
    if (level !== undefined && machine.session !== undefined) parts.push(atLevel(machine.session.privilege))
    if (atPrompt !== undefined && machine.session !== undefined)
      parts.push(machine.session.atPrompt ? waiting : busy)
    return {
      passed,
      found: texts(
        `it is ${parts.map(({ en }) => en).join(', ')}`,
        `控制台${parts.map(({ zh }) => zh).join('，')}`,
      ),
    }
  },
})

const waiting = texts('waiting for a command', '等待输入命令')
const busy = texts('busy with a command or a question', '正在执行命令或等待回答')

interface Here {
  readonly state: ConsoleState
  readonly mode?: string
  readonly words: Texts
}

function whereIs({ session, state }: Device): Here {
  if (session === undefined) return { state, words: states[state === 'in use' ? 'login' : state] }
  if (!session.loggedIn) return { state: 'login', words: states.login }
  const { mode, sections } = session.place
  const prompt = mode === 'exec' ? (session.privilege > 1 ? privileged : user) : modes[mode].prompt
  const line = session.ios.lines.find(({ section }) => section === sections[0])
  const header = line === undefined ? (sections[0]?.header ?? '') : `line ${lineName(line)}`
  return {
    state,
    mode: prompt,
    words: header === '' ? inMode(prompt) : inSection(inMode(prompt), alike(header)),
  }
}

function inMode(mode: string): Texts {
  if (mode === user) return texts('in user EXEC', '处于用户 EXEC 模式')
  if (mode === privileged) return texts('in privileged EXEC', '处于特权 EXEC 模式')
  if (mode === 'config') return texts('in global configuration mode', '处于全局配置模式')
  return texts(`in the mode (${mode})`, `处于 (${mode}) 模式`)
}

function inSection(mode: Texts, section: Texts): Texts {
  return texts(`${mode.en} of ${section.en}`, `${mode.zh}（${section.zh}）`)
}

function atLevel(level: number): Texts {
  return texts(`at privilege level ${level}`, `特权级别为 ${level}`)
}

function isIn(lab: MarkedLab, name: string, header: string): boolean {
  const { session } = lab.device(name)
  const now: readonly Section[] = session?.place.sections ?? []
  const wanted = sectionsNamed(lab.ios(name), header)
  return wanted.length > 0 && wanted.length === now.length && wanted.every((one) => now.includes(one))
}
