/**
 * Command aliases: `alias MODE NAME TEXT`, the ones every device has, and `show aliases`. A person's own wins over a built-in
 * one. Source: captured `show aliases`; Cisco command reference.
 */

import type { Section } from '../../../config/section.ts'
import { globalMode } from '../../declare.ts'
import type { ModeId } from '../../modes.ts'
import { type ParserMode, parserModeOf, parserModes } from '../../parser-modes.ts'
import { printable } from '../../printable.ts'
import { provide } from '../../session-ports.ts'
import { show } from '../../show-words.ts'

const builtIn = new Map([
  ['h', 'help'],
  ['lo', 'logout'],
  ['p', 'ping'],
  ['r', 'resume'],
  ['s', 'show'],
  ['u', 'undebug'],
  ['un', 'undebug'],
  ['w', 'where'],
])
const none = new Map<string, string>()

const order = Object.keys(parserModes)

const alias = globalMode.line(
  'alias {mode:exec|configure|interface|line|router|vlan} <name:word> <text:line>',
  {
    help: {
      alias: 'Create command alias',
      ...parserModes,
      name: 'Alias name',
      text: 'Alias text',
    },
    key: ['mode', 'name'],
    place: 'alias',
    no: 'alias {mode:exec|configure|interface|line|router|vlan} [<name:word> [<text:line>]]',
    // Without a name it takes all of the mode away.
    *readNo({ mode, name }, { ios }) {
      if (name !== undefined) return true
      const at = { ios, section: ios.configuration }
      for (const one of alias.all(at.section)) if (one.mode === mode) alias.unset(at, one)
      return false
    },
    compare: (a, b) => order.indexOf(a.mode) - order.indexOf(b.mode),
  },
)

function own(section: Section, mode: ParserMode): Map<string, string> {
  return new Map(
    alias
      .all(section)
      .filter((one) => one.mode === mode)
      .map(({ name, text }) => [name, text]),
  )
}

provide({
  aliases(ios, modeId: ModeId) {
    const mode = parserModeOf(modeId)
    if (mode === undefined) return none
    const defined = own(ios.configuration, mode)
    if (mode !== 'exec') return defined
    return defined.size === 0 ? builtIn : new Map([...builtIn, ...defined])
  },
})

function* list(section: Section, modes: readonly ParserMode[]) {
  let first = true
  for (const mode of modes) {
    const names = new Map([...(mode === 'exec' ? builtIn : none), ...own(section, mode)])
    if (names.size === 0) continue
    yield `${first ? '' : '\n'}${parserModes[mode]} aliases:\n`
    for (const [name, text] of names) yield `  ${printable(name).padEnd(20)}  ${printable(text)}\n`
    first = false
  }
}

show.exec('aliases [{mode:exec|configure|interface|line|router|vlan}]', {
  help: { aliases: 'Display alias commands', ...parserModes },
  filtered: true,
  run: ({ ios, args: { mode } }) =>
    list(ios.configuration, mode === undefined ? (order as ParserMode[]) : [mode]),
})
