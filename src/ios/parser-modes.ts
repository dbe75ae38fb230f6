/** The names that `alias` and `privilege` have for the modes of the command language, and their help. From memory but for `exec`. */

import { type ModeId, modeOf } from './modes.ts'

export const parserModes = {
  exec: 'Exec mode',
  configure: 'Global configuration mode',
  interface: 'Interface configuration mode',
  line: 'Line configuration mode',
  router: 'Router configuration mode',
  vlan: 'VLAN configuration mode',
} as const

export type ParserMode = keyof typeof parserModes

const modesOf: Readonly<Record<ParserMode, readonly ModeId[]>> = {
  exec: ['exec'],
  configure: ['config'],
  interface: ['config-if'],
  line: ['config-line'],
  router: ['config-router-ospf', 'config-router-eigrp', 'config-router-rip', 'config-router-bgp'],
  vlan: ['config-vlan'],
}

export function parserModeOf(id: ModeId): ParserMode | undefined {
  const like = modeOf(id).like ?? id
  for (const [name, ids] of Object.entries(modesOf))
    if ((ids as readonly string[]).includes(like)) return name as ParserMode
  return undefined
}

export function modesNamed(name: ParserMode): readonly ModeId[] {
  return modesOf[name]
}
