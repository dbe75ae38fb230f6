/**
 * What somebody changed in a lab that the repair of its faults did not need: lines of configurations, VLANs, addresses and
 * routes of hosts, cables. Compared with the lab as it was found; by data, so the order of typing does not count.
 */

import type { Section } from '../../config/section.ts'
import { isDefaultVlan, vlansOf } from '../../ios/vlans.ts'
import { endText } from '../../labs/cable-at.ts'
import { showIpv4 } from '../../wire/ipv4-text.ts'
import type { CheckKind } from '../check-kind.ts'
import type { MarkedLab } from '../marked-lab.ts'
import { alike, texts } from '../texts.ts'
import type { Touch } from './fault-kind.ts'
import { devicesIn } from './ports.ts'

/** One thing that is set, with where it is. */
interface Setting {
  readonly where: Touch & { readonly section?: string }
  /** For people, and to compare by. */
  readonly text: string
}

export type Settings = ReadonlyMap<string, Setting>

/** Everything that is set in the lab. @throws NoSystem */
export function settingsOf(lab: MarkedLab): Settings {
  const all: Setting[] = []
  for (const { name, ios } of devicesIn(lab)) {
    all.push(...linesOf(name, ios.configuration))
    if (!ios.traits.has('switchport')) continue
    for (const { id, state, shutdown } of vlansOf(ios).all())
      if (!isDefaultVlan(id))
        all.push({
          where: { device: name, vlan: id },
          text: `${name}: vlan ${id}${state === 'active' ? '' : ' suspended'}${shutdown ? ' shut down' : ''}`,
        })
  }
  for (const { name, profile } of lab.running.lab.devices) {
    if (profile.kind !== 'host') continue
    const host = lab.host(name)
    for (const one of host.interfaces.values()) {
      if (one.port === undefined) continue
      for (const { address, prefixLength } of one.addresses)
        all.push({
          where: { host: name },
          text: `${name}: ${one.name} ${showIpv4(address)}/${prefixLength}`,
        })
      if (!one.up) all.push({ where: { host: name }, text: `${name}: ${one.name} down` })
    }
    for (const { prefix, prefixLength, nextHop } of host.staticRoutes)
      all.push({
        where: { host: name },
        text: `${name}: route ${showIpv4(prefix)}/${prefixLength} via ${nextHop === undefined ? '-' : showIpv4(nextHop)}`,
      })
  }
  lab.running.lab.cables.forEach((cable, at) => {
    if (!lab.running.isPlugged(cable))
      all.push({ where: { cable: at }, text: `${endText(lab.running.lab, cable.from)}: unplugged` })
  })
  return new Map(all.map((setting) => [setting.text, setting]))
}

function linesOf(device: string, section: Section): Setting[] {
  const head = section.header === '' ? '' : `${section.header}: `
  const own = section.printable().flatMap(({ line, args, negated }) =>
    (negated ? line.showNegated(args) : line.show(args)).map(
      (text): Setting => ({
        where: { device, section: section.header, line: text },
        text: `${device}: ${head}${text}`,
      }),
    ),
  )
  return [...own, ...[...section.children].flatMap((child) => linesOf(device, child))]
}

/** The settings that came or went and that no touch excuses. */
export function needlessChanges(before: Settings, after: Settings, touches: readonly Touch[]): string[] {
  const came = [...after.values()].filter(({ text }) => !before.has(text))
  const went = [...before.values()].filter(({ text }) => !after.has(text))
  return [
    ...came.filter((one) => !isExcused(one, touches)).map(({ text }) => `+ ${text}`),
    ...went.filter((one) => !isExcused(one, touches)).map(({ text }) => `- ${text}`),
  ]
}

function isExcused({ where }: Setting, touches: readonly Touch[]): boolean {
  return touches.some((touch) => {
    if ('host' in touch) return 'host' in where && where.host === touch.host
    if ('cable' in touch) return 'cable' in where && where.cable === touch.cable
    if (!('device' in where) || where.device !== touch.device) return false
    if ('vlan' in touch) return 'vlan' in where && where.vlan === touch.vlan
    if ('section' in touch) return 'section' in where && where.section === touch.section
    return 'line' in where && where.section === '' && `${where.line} `.startsWith(`${touch.line} `)
  })
}

/**
 * Nothing was changed that the repair does not need. No kind that a file can name: it compares with a lab that was broken.
 * @param before the broken lab as the learner found it
 */
export function needlessCheck(before: Settings, touches: readonly Touch[]): CheckKind {
  return {
    name: 'nothing-needless',
    about: 'Nothing but the fault was changed.',
    fields: {},
    phase: 'state',
    needsSays: false,
    expected: () => texts('nothing else was changed', '没有改动别的东西'),
    look: (_, lab) => {
      const needless = needlessChanges(before, settingsOf(lab), touches)
      if (needless.length === 0)
        return { passed: true, found: texts('nothing else was changed', '没有改动别的东西') }
      return {
        passed: false,
        found: alike(needless.slice(0, mostTold).join('; ') + (needless.length > mostTold ? '; …' : '')),
      }
    },
  }
}

const mostTold = 5
