/**
 * Which mode takes a line. Answered by the emulator: the line is read in every mode that is offered.
 *
 * Options: `profile`, a model. Levels: 1 EXEC or global configuration, 2 which submode, 3 and 4 all modes that take a line;
 * global lines are taken in submodes too.
 */

import type { Emulator, ModeName } from '../cards/emulator.ts'
import { type Texts, texts } from '../texts.ts'
import { chooseMany, chooseOne } from './choices.ts'
import { type ConsoleLine, consoleLines, type Model, modelOf } from './console-lines.ts'
import { anyOf, family } from './family.ts'
import { pick, several } from './pick.ts'

const offered: Readonly<Record<Model, readonly ModeName[]>> = {
  switch: ['user', 'exec', 'config', 'config-if', 'config-line', 'config-vlan'],
  router: ['user', 'exec', 'config', 'config-if', 'config-line', 'dhcp-config', 'config-router-ospf'],
}

export const modeAcceptance = family('mode-acceptance', {
  title: texts('Which mode takes a line', '哪种模式接受这一行'),
  options: { profile: anyOf('catalyst-2960-24tt', 'isr-1941') },
  make({ random, level, options, emulator }) {
    const profile = pick(options.profile, random)
    const modes = level === 1 ? firstModes : offered[modelOf(profile)]
    // Where one of three is right, each is right about as often.
    const asked = random.below(8) < 5 ? 'exec' : 'config'
    const lines = consoleLines.filter(
      (one) => one.models.includes(modelOf(profile)) && suits(one, level, asked),
    )
    for (;;) {
      const { line } = pick(lines, random)
      const everywhere = offered[modelOf(profile)].filter(
        (mode) => meaningIn(mode, line, profile, emulator) !== undefined,
      )
      // `logging synchronous` names a log server anywhere but on a line.
      if (new Set(everywhere.map((mode) => meaningIn(mode, line, profile, emulator))).size !== 1) continue
      const taking = modes.filter((mode) => everywhere.includes(mode))
      const others = modes.filter((mode) => !taking.includes(mode))
      const named = (list: readonly ModeName[]) => list.map((mode) => modeText(mode, profile, emulator))
      const made = { screen: line, explain: explained(line, everywhere, profile, emulator) }
      if (level >= 3) {
        if (taking.length < 2 || others.length < 1) continue
        const right = several(taking, 3, random)
        const wrong = several(others, 5 - right.length, random)
        if (right.length + wrong.length < 4) continue
        const ask = texts('Which of these modes take this line?', '下列哪些模式接受这一行？')
        return chooseMany({ ask, ...made }, named(right), named(wrong))
      }
      const [one, more] = taking
      if (one === undefined || more !== undefined) continue
      if (level === 1) {
        const ask = texts('Which of these modes takes this line?', '下列哪种模式接受这一行？')
        return chooseOne({ ask, ...made }, modeText(one, profile, emulator), named(others), random)
      }
      const ask = texts('At which of these prompts is this line taken?', '这一行在下列哪个提示符下会被接受？')
      const prompts = (list: readonly ModeName[]) => list.map((mode) => emulator.prompt({ profile, mode }))
      const [right = ''] = prompts([one])
      return chooseOne({ ask, ...made }, right, prompts(others.filter((mode) => !isExec(mode))), random)
    }
  },
})

const firstModes: readonly ModeName[] = ['user', 'exec', 'config']
const isExec = (mode: ModeName): boolean => mode === 'user' || mode === 'exec'

/** The same in all modes in which the line is the same command; undefined where it is not taken. */
function meaningIn(mode: ModeName, line: string, profile: string, emulator: Emulator): string | undefined {
  const heard = emulator.hears(line, { profile, mode })
  return heard.kind === 'taken' ? heard.meaning : undefined
}

const modeWords: Readonly<Partial<Record<ModeName, Texts>>> = {
  user: texts('user EXEC', '用户 EXEC 模式'),
  exec: texts('privileged EXEC', '特权 EXEC 模式'),
  config: texts('global configuration', '全局配置模式'),
  'config-if': texts('interface configuration', '接口配置模式'),
  'config-line': texts('line configuration', '线路配置模式'),
  'config-vlan': texts('VLAN configuration', 'VLAN 配置模式'),
  'dhcp-config': texts('DHCP pool configuration', 'DHCP 地址池配置模式'),
  'config-router-ospf': texts('router configuration', '路由协议配置模式'),
}

/** The mode's name and its prompt. */
function modeText(mode: ModeName, profile: string, emulator: Emulator): Texts {
  const prompt = emulator.prompt({ profile, mode })
  const words = modeWords[mode] ?? texts(mode, mode)
  return texts(`${words.en}, ${prompt}`, `${words.zh} ${prompt}`)
}

function suits({ mode, line }: ConsoleLine, level: number, asked: ModeName): boolean {
  // A word like `login` is a command of several modes with several meanings.
  if (!line.includes(' ')) return false
  if (level === 1) return mode === asked
  return level === 2 ? !isExec(mode) && mode !== 'config' : true
}

function explained(line: string, taking: readonly ModeName[], profile: string, emulator: Emulator): Texts {
  const prompts = taking.map((mode) => emulator.prompt({ profile, mode }))
  const leaves = taking.some((mode) => {
    const heard = emulator.hears(line, { profile, mode })
    return heard.kind === 'taken' && heard.leaves
  })
  const whyEn = taking.includes('exec')
    ? 'It is an EXEC command; in configuration modes it needs "do" in front.'
    : leaves
      ? 'It is a global configuration line; typed in a submode it leaves that submode.'
      : 'It belongs to this kind of mode and is no global line.'
  const whyZh = taking.includes('exec')
    ? '这是 EXEC 命令；在配置模式下前面要加 do。'
    : leaves
      ? '这是全局配置命令；在子模式下输入会离开该子模式。'
      : '它属于这种模式，不是全局配置命令。'
  return texts(
    `"${line}" is taken at ${prompts.join(', ')}. ${whyEn}`,
    `“${line}”在 ${prompts.join('、')} 下被接受。${whyZh}`,
  )
}
