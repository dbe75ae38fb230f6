/**
 * The messages of a starting system, from `Press RETURN` on, in the order and with the pauses of real consoles.
 * Source: console captures of a 2960, 12.2(55)SE, and of a 1941, 15.4(3)M.
 */

import { softwareBanner } from '../../../hardware/version-text.ts'
import type { Interface } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { port } from '../../session-ports.ts'

/** `loaded`: there was a startup configuration. */
export function reportBoot(ios: Ios, loaded: boolean): void {
  if (ios.traits.has('switchport')) reportSwitch(ios, loaded)
  else reportRouter(ios, loaded)
}

function reportSwitch(ios: Ios, loaded: boolean): void {
  ios.after(2500, () => {
    for (const one of ios.interfaces) if (one.type.name === 'Vlan') lineProtocolDown(ios, one)
  })
  ios.after(3600, () => {
    ios.log.emit('SPANTREE', 5, 'EXTENDED_SYSID', 'Extended SysId enabled for type vlan')
  })
  ios.after(13_200, () => {
    if (loaded) configured(ios)
    for (const one of ios.interfaces) if (one.type.name === 'Vlan' && !one.enabled) shut(ios, one)
  })
  ios.after(13_210, () => restarted(ios))
}

function reportRouter(ios: Ios, loaded: boolean): void {
  const ports = (): Interface[] => [...ios.interfaces].filter(({ port }) => port !== undefined)
  ios.after(1000, () => {
    for (const { name } of ports())
      ios.log.emit('LINK', 3, 'UPDOWN', `Interface ${name}, changed state to down`)
  })
  ios.after(2100, () => {
    for (const one of ports()) lineProtocolDown(ios, one)
  })
  ios.after(6000, () => {
    if (loaded) configured(ios)
  })
  ios.after(7500, () => {
    for (const one of ports()) if (!one.enabled) shut(ios, one)
  })
  ios.after(8500, () => {
    // Only the service engine's line protocol is reported once more.
    for (const one of ports()) if (!one.enabled && one.port?.cable === 'none') lineProtocolDown(ios, one)
    restarted(ios)
    ios.log.emit(
      'SNMP',
      5,
      'COLDSTART',
      `SNMP agent on host ${port('hostname')(ios)} is undergoing a cold start`,
    )
  })
}

function lineProtocolDown(ios: Ios, { name }: Interface): void {
  ios.log.emit('LINEPROTO', 5, 'UPDOWN', `Line protocol on Interface ${name}, changed state to down`)
}

function shut(ios: Ios, { name }: Interface): void {
  ios.log.emit('LINK', 5, 'CHANGED', `Interface ${name}, changed state to administratively down`)
}

function configured(ios: Ios): void {
  ios.log.emit('SYS', 5, 'CONFIG_I', 'Configured from memory by console')
}

function restarted(ios: Ios): void {
  ios.log.emit('SYS', 5, 'RESTART', `System restarted --\n${softwareBanner(ios.profile).join('\n')}`)
}
