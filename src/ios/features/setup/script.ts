/**
 * The configuration script of the set-up dialogue. It is shown without indentation, as devices show it.
 * Source: a script written by a 1941; the switch's differences from memory.
 */

import { type Ipv4, showIpv4 } from '../../arguments.ts'
import type { Interface } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'

export interface SetupAddress {
  readonly address: Ipv4
  readonly mask: Ipv4
}

export interface SetupSettings {
  readonly hostname: string
  /** Hashed, with its type: `5 $1$…`. */
  readonly enableSecret: string
  readonly enablePassword: string
  readonly linePassword: string
  readonly community: string | undefined
  /** The interfaces that are to be up, and their addresses. */
  readonly interfaces: ReadonlyMap<string, SetupAddress | undefined>
}

export function script(ios: Ios, settings: SetupSettings): string[] {
  const lastVty = Math.max(...ios.profile.lines.filter(({ type }) => type === 'vty').map(({ last }) => last))
  return [
    `hostname ${settings.hostname}`,
    `enable secret ${settings.enableSecret}`,
    `enable password ${settings.enablePassword}`,
    `line vty 0 ${lastVty}`,
    `password ${settings.linePassword}`,
    settings.community === undefined ? 'no snmp-server' : `snmp-server community ${settings.community}`,
    '!',
    '!',
    ...summaryOrder(ios).flatMap((one) => [`interface ${one.name}`, ...lines(ios, one, settings), '!']),
    'end',
  ]
}

function lines(ios: Ios, { name, type, port }: Interface, { interfaces }: SetupSettings): string[] {
  const onSwitch = ios.traits.has('switchport')
  const chosen = interfaces.has(name)
  const wanted = interfaces.get(name)
  // Switch ports are up and have no address: nothing is said about them.
  if (onSwitch && type.name !== 'Vlan') return []
  if (!chosen) return ['shutdown', 'no ip address']
  return [
    'no shutdown',
    wanted === undefined
      ? 'no ip address'
      : `ip address ${showIpv4(wanted.address)} ${showIpv4(wanted.mask)}`,
    ...(!onSwitch && port?.cable === 'ethernet' ? ['no mop enabled'] : []),
  ]
}

/** As `show ip interface brief` lists them: a switch begins with its VLAN interfaces. */
export function summaryOrder(ios: Ios): Interface[] {
  const all = ios.interfaces.inOrder()
  const isVlan = ({ type }: Interface): boolean => type.name === 'Vlan'
  return [...all.filter(isVlan), ...all.filter((one) => !isVlan(one))]
}

/** What is loaded: a line of a submode must not be taken for a global one. */
export function indentedScript(script: readonly string[]): string {
  let inside = false
  return (
    script
      .map((line) => {
        const opens = /^(?:interface|line) /.test(line)
        if (opens || line === '!' || line === 'end') inside = opens
        else if (/^(?:no )?snmp-server/.test(line)) inside = false
        return inside && !opens ? ` ${line}` : line
      })
      // MOP is a protocol that nothing here speaks.
      .filter((line) => line !== ' no mop enabled' && line !== 'no snmp-server')
      .join('\n')
  )
}
