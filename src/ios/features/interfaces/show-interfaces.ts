/** `show interfaces`, `… description`, `… counters`, and `clear counters`. */

import { execMode } from '../../declare.ts'
import { shortName } from '../../interface-names.ts'
import { type Interface, inViewOrder, isEnabled } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { interfaceSettingsOf } from '../../port-settings.ts'
import { printable } from '../../printable.ts'
import { show } from '../../show-words.ts'
import { confirmRow } from '../../steps.ts'
import { interfaceText } from './interface-text.ts'
import { isSwitchPort } from './kinds.ts'

const interfaces = show.words('interfaces', { interfaces: 'Interface status and configuration' })

interfaces.exec('[<name:interface>]', {
  help: { name: 'Interface' },
  filtered: true,
  *run({ ios, args: { name } }) {
    for (const made of chosen(ios, name)) yield `${interfaceText(ios, made).join('\n')}\n`
  },
})

function chosen(ios: Ios, name: string | undefined): Interface[] {
  if (name === undefined) return inViewOrder(ios)
  const made = ios.interfaces.get(name)
  return made === undefined ? [] : [made]
}

const descriptionHeading = 'Interface                      Status         Protocol Description\n'

function descriptionRow(ios: Ios, made: Interface): string {
  const status = isEnabled(ios, made) ? made.link : 'admin down'
  const text = printable(interfaceSettingsOf().description(made.section) ?? '')
  return `${shortName(ios.profile, made.name).padEnd(31)}${status.padEnd(15)}${made.protocol.padEnd(9)}${text}\n`
}

interfaces.exec('description', {
  help: { description: 'Show interface description' },
  filtered: true,
  *run({ ios }) {
    yield descriptionHeading +
      chosen(ios, undefined)
        .map((made) => descriptionRow(ios, made))
        .join('')
  },
})

interfaces.exec('<name:interface> description', {
  help: { name: 'Interface', description: 'Show interface description' },
  filtered: true,
  *run({ ios, args: { name } }) {
    yield descriptionHeading +
      chosen(ios, name)
        .map((made) => descriptionRow(ios, made))
        .join('')
  },
})

function countersText(ios: Ios, name: string | undefined): string {
  const ports = chosen(ios, name).filter((made) => isSwitchPort(ios, made))
  return ['In', 'Out']
    .map((way) => {
      const heading = [`${way}Octets`, `${way}UcastPkts`, `${way}McastPkts`, `${way}BcastPkts`]
      const rows = ports.map((made) => counterRow(shortName(ios.profile, made.name), ['0', '0', '0', '0']))
      return `\n${counterRow('Port', heading)}${rows.join('')}`
    })
    .join('')
}

function counterRow(port: string, values: readonly string[]): string {
  const [octets = '', ...packets] = values
  return `${port.padEnd(10)}${octets.padStart(14)}${packets.map((value) => value.padStart(15)).join('')} \n`
}

interfaces.exec('counters', {
  help: { counters: 'Show interface counters' },
  needs: 'switchport',
  filtered: true,
  *run({ ios }) {
    yield countersText(ios, undefined)
  },
})

interfaces.exec('<name:interface> counters', {
  help: { name: 'Interface', counters: 'Show interface counters' },
  needs: 'switchport',
  filtered: true,
  *run({ ios, args: { name } }) {
    yield countersText(ios, name)
  },
})

execMode.exec('clear counters [<name:interface>]', {
  help: { clear: 'Reset functions', counters: 'Clear counters on one or all interfaces', name: 'Interface' },
  *run({ ios, args: { name } }) {
    const which = name === undefined ? 'on all interfaces' : 'on this interface'
    if (!(yield* confirmRow(`Clear "show interface" counters ${which} [confirm]`))) return
    for (const made of chosen(ios, name)) made.clearedMs = ios.kernel.nowMs
    // From memory.
    const what = name === undefined ? 'on all interfaces' : `on interface ${name}`
    ios.log.emit('CLEAR', 5, 'COUNTERS', `Clear counter ${what} by console`)
  },
})
