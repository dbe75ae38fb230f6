/**
 * `show controllers`: which end of a serial cable gives the clock, and what an Ethernet controller of a switch counted.
 * Leaves out registers and rings, and what nothing here counts (frames by size, bytes by kind).
 * Layout from memory of routers with serial cards and of the Catalyst 2960 command reference.
 */

import { type Interface, inViewOrder } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { show } from '../../show-words.ts'
import { countersOf } from './counts.ts'
import { isOnSwitch } from './kinds.ts'

const controllers = show.words('controllers', { controllers: 'Interface controller status' })
const filtered = true

/** The controller behind a serial card, where the interface calls itself otherwise. */
const chips: ReadonlyMap<string, string> = new Map([['WIC MBRD Serial', 'SCC']])

function block(made: Interface): string {
  const hardware = made.port?.defaults.hardware ?? 'Unknown'
  const cable = made.port?.cable === 'serial' ? `${cableText(made)}\n` : ''
  return `Interface ${made.name}\nHardware is ${chips.get(hardware) ?? hardware}\n${cable}`
}

function cableText({ phy }: Interface): string {
  if (phy?.cable === undefined) return 'No serial cable attached'
  const clock = (phy.isDce ? phy : phy.peer)?.settings.clockRateBps ?? 0
  if (phy.isDce) return clock > 0 ? `DCE V.35, clock rate ${clock}` : 'DCE V.35, no clock'
  return clock > 0 && phy.carrier ? 'DTE V.35 TX and RX clocks detected.' : 'DTE V.35 clocks stopped.'
}

controllers.exec('[<name:interface>]', {
  help: { name: 'Interface' },
  needs: 'router',
  filtered,
  *run({ ios, args: { name } }) {
    for (const made of inViewOrder(ios))
      if (made.phy !== undefined && (name === undefined || name === made.name)) yield block(made)
  },
})

type Cell = readonly [count: number, what: string]

function ethernetBlock(ios: Ios, made: Interface): string {
  const c = countersOf(ios, made)
  const transmitted: Cell[] = [
    [c.outputBytes, 'Bytes'],
    [c.outputPackets - c.outputMulticasts - c.outputBroadcasts, 'Unicast frames'],
    [c.outputMulticasts, 'Multicast frames'],
    [c.outputBroadcasts, 'Broadcast frames'],
    [c.deferred, 'Deferred frames'],
    [c.collisions - c.lateCollisions, '1 collision frames'],
    [c.lateCollisions, 'Late collisions'],
  ]
  const received: Cell[] = [
    [c.inputBytes, 'Bytes'],
    [c.inputPackets - c.inputMulticasts - c.inputBroadcasts, 'Unicast frames'],
    [c.inputMulticasts, 'Multicast frames'],
    [c.inputBroadcasts, 'Broadcast frames'],
    [c.crc, 'FCS errors'],
    [c.giants, 'Oversize frames'],
    [c.runts, 'Collision fragments'],
  ]
  const cell = (one: Cell | undefined): string =>
    one === undefined ? '' : `${String(one[0]).padStart(13)} ${one[1]}`
  const rows = transmitted.map((one, index) => `${cell(one).padEnd(38)}${cell(received[index])}\n`)
  return `\n     Transmit ${made.name.padEnd(25)}Receive\n${rows.join('')}`
}

function ethernetText(ios: Ios, name: string | undefined): string {
  return inViewOrder(ios)
    .filter((made) => made.phy !== undefined && isOnSwitch(ios, made))
    .filter((made) => name === undefined || made.name === name)
    .map((made) => ethernetBlock(ios, made))
    .join('')
}

controllers.exec('ethernet-controller [<name:interface>]', {
  help: { 'ethernet-controller': 'Ethernet Controller', name: 'Interface' },
  needs: 'switchport',
  filtered,
  *run({ ios, args: { name } }) {
    yield ethernetText(ios, name)
  },
})
