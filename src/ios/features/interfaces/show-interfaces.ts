/** `show interfaces`, `… description`, `… counters`, and `clear counters`. */

import type { PortCounters } from '../../../hardware/port-counters.ts'
import { execMode } from '../../declare.ts'
import { shortName } from '../../interface-names.ts'
import { type Interface, inViewOrder, isEnabled } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { interfaceSettingsOf } from '../../port-settings.ts'
import { printable } from '../../printable.ts'
import { show } from '../../show-words.ts'
import { confirmRow } from '../../steps.ts'
import { lineName } from '../../terminal-lines.ts'
import { clearCounters, countersOf } from './counts.ts'
import { interfaceText } from './interface-text.ts'
import { isOnSwitch } from './kinds.ts'

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
  const ports = chosen(ios, name).filter((made) => isOnSwitch(ios, made))
  return (['In', 'Out'] as const)
    .map((way) => {
      const heading = [`${way}Octets`, `${way}UcastPkts`, `${way}McastPkts`, `${way}BcastPkts`]
      const rows = ports.map((made) =>
        counterRow(shortName(ios.profile, made.name), octetsOf(ios, made, way)),
      )
      return `\n${counterRow('Port', heading)}${rows.join('')}`
    })
    .join('')
}

/** Octets, and packets to one station, to groups and to all. */
function octetsOf(ios: Ios, made: Interface, way: 'In' | 'Out'): string[] {
  const c = countersOf(ios, made)
  const [octets, packets, multicasts, broadcasts] =
    way === 'In'
      ? [c.inputBytes, c.inputPackets, c.inputMulticasts, c.inputBroadcasts]
      : [c.outputBytes, c.outputPackets, c.outputMulticasts, c.outputBroadcasts]
  return [octets, packets - multicasts - broadcasts, multicasts, broadcasts].map(String)
}

function counterRow(port: string, values: readonly string[]): string {
  const [octets = '', ...packets] = values
  return `${port.padEnd(10)}${octets.padStart(14)}${packets.map((value) => value.padStart(15)).join('')} \n`
}

type Column = readonly [heading: string, width: number, of: (counters: Readonly<PortCounters>) => number]

// Widths from memory.
const errorColumns: readonly (readonly Column[])[] = [
  [
    ['Align-Err', 12, () => 0],
    ['FCS-Err', 12, ({ crc }) => crc],
    ['Xmit-Err', 12, () => 0],
    ['Rcv-Err', 12, ({ inputErrors }) => inputErrors],
    ['UnderSize', 11, () => 0],
    ['OutDiscards', 13, ({ outputDrops }) => outputDrops],
  ],
  [
    ['Single-Col', 11, ({ collisions, lateCollisions }) => collisions - lateCollisions],
    ['Multi-Col', 11, () => 0],
    ['Late-Col', 11, ({ lateCollisions }) => lateCollisions],
    ['Excess-Col', 12, () => 0],
    ['Carri-Sen', 11, () => 0],
    ['Runts', 11, ({ runts }) => runts],
    ['Giants', 11, ({ giants }) => giants],
  ],
]

function errorsText(ios: Ios, name: string | undefined): string {
  const ports = chosen(ios, name).filter((made) => isOnSwitch(ios, made))
  return errorColumns
    .map((columns) => {
      const heading = columns.map(([word, width]) => word.padStart(width)).join('')
      const rows = ports.map((made) => {
        const counters = countersOf(ios, made)
        const cells = columns.map(([, width, of]) => String(of(counters)).padStart(width))
        return `${shortName(ios.profile, made.name).padEnd(9)}${cells.join('')} \n`
      })
      return `\n${'Port'.padEnd(9)}${heading}\n${rows.join('')}`
    })
    .join('')
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

const errorsHelp = { counters: 'Show interface counters', errors: 'Show error counters' }

interfaces.exec('counters errors', {
  help: errorsHelp,
  needs: 'switchport',
  filtered: true,
  *run({ ios }) {
    yield errorsText(ios, undefined)
  },
})

interfaces.exec('<name:interface> counters errors', {
  help: { name: 'Interface', ...errorsHelp },
  needs: 'switchport',
  filtered: true,
  *run({ ios, args: { name } }) {
    yield errorsText(ios, name)
  },
})

execMode.exec('clear counters [<name:interface>]', {
  help: { clear: 'Reset functions', counters: 'Clear counters on one or all interfaces', name: 'Interface' },
  *run({ ios, args: { name }, terminal: { line, user } }) {
    const which = name === undefined ? 'on all interfaces' : 'on this interface'
    if (!(yield* confirmRow(`Clear "show interface" counters ${which} [confirm]`))) return
    for (const made of chosen(ios, name)) clearCounters(ios, made)
    // From memory.
    const what = name === undefined ? 'on all interfaces' : `on interface ${name}`
    const where = line.type === 'console' ? 'console' : lineName(line).replace(' ', '')
    const who = user === undefined ? where : `${user} on ${where}`
    ios.log.emit('CLEAR', 5, 'COUNTERS', `Clear counter ${what} by ${who}`)
  },
})
