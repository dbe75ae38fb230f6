/** Why an interface or a cable carries nothing, as the hardware and both ends know it. */

import type { Cable, Disagreement } from '../hardware/cable.ts'
import type { Port } from '../hardware/port.ts'
import { Host } from '../hosts/host.ts'
import { shortName } from '../ios/interface-names.ts'
import { type Interface, isEnabled } from '../ios/interfaces.ts'
import type { Ios } from '../ios/ios.ts'
import { activeVlans, switchedPorts } from '../ios/switching.ts'
import { vlansOf } from '../ios/vlans.ts'
import { Device } from '../session/device.ts'
import type { MarkedLab } from './marked-lab.ts'
import { type Texts, texts } from './texts.ts'

/**
 * Why the interface or its line protocol is down; undefined where nobody can tell, or it is up.
 * @param name what the interface is called in what is said
 */
export function causeOfDown(
  lab: MarkedLab,
  ios: Ios,
  made: Interface,
  name = shortName(ios.profile, made.name),
): Texts | undefined {
  if (made.protocol === 'up' && isEnabled(ios, made)) return undefined
  if (!made.enabled) return shut(name)
  const dot = made.name.indexOf('.')
  const parent = dot < 0 ? undefined : ios.interfaces.get(made.name.slice(0, dot))
  if (parent !== undefined) return causeOfDown(lab, ios, parent)
  if (made.errDisabled !== undefined) return errDisabled(name, made.errDisabled)
  if (made.type.name === 'Vlan') return causeOfSvi(ios, Number(made.unit))
  const { phy } = made
  if (phy === undefined) return undefined
  if (phy.cable === undefined) return texts(`no cable is plugged into ${name}`, `${name} 没有插网线`)
  return causeOfDark(lab, phy.cable, phy)
}

const shut = (name: string): Texts => texts(`${name} is shut down`, `${name} 被关闭`)
const errDisabled = (name: string, cause: string): Texts =>
  texts(`${name} was err-disabled by ${cause}`, `${name} 因 ${cause} 进入 err-disabled 状态`)

/** Why no VLAN interface of that number is up. */
function causeOfSvi(ios: Ios, vlan: number): Texts | undefined {
  if (vlansOf(ios).get(vlan) === undefined)
    return texts(`VLAN ${vlan} does not exist on the switch`, `交换机上没有 VLAN ${vlan}`)
  if (!activeVlans(ios).has(vlan)) return texts(`VLAN ${vlan} is not active`, `VLAN ${vlan} 没有启用`)
  if (!switchedPorts(ios).some(({ vlans }) => vlans.includes(vlan)))
    return texts(`no port of the switch is up in VLAN ${vlan}`, `交换机上没有属于 VLAN ${vlan} 的工作端口`)
  return texts(`no port of the switch forwards in VLAN ${vlan}`, `交换机上没有端口转发 VLAN ${vlan}`)
}

/** Why there is no link over a cable. @param seenFrom which end needs no name in what is said */
export function causeOfDark(lab: MarkedLab, cable: Cable, seenFrom?: Port): Texts | undefined {
  const { disagreement } = cable
  if (disagreement === undefined) return undefined
  if (disagreement !== 'not enabled') return disagreementWords(cable, disagreement)
  const ends = seenFrom === undefined ? [cable.a, cable.b] : [cable.otherEnd(seenFrom), seenFrom]
  for (const port of ends) {
    const cause = port.settings.enabled ? undefined : causeOfDisabled(lab, port)
    if (cause !== undefined) return cause
  }
  return undefined
}

function causeOfDisabled(lab: MarkedLab, port: Port): Texts | undefined {
  const machine = lab.machine(port.device)
  const at = portText(lab, port)
  if (machine.state === 'off') return texts(`${port.device} is switched off`, `${port.device} 没有通电`)
  if (machine instanceof Host) return texts(`${at} is switched off there`, `${at} 在主机上被关闭`)
  const made = machine instanceof Device ? machine.ios?.interfaces.get(port.name) : undefined
  if (made === undefined) return undefined
  return made.errDisabled === undefined ? shut(at) : errDisabled(at, made.errDisabled)
}

function disagreementWords({ a, b, kind }: Cable, why: Exclude<Disagreement, 'not enabled'>): Texts {
  switch (why) {
    case 'pairs do not meet':
      return kind === 'straight'
        ? texts(
            'the cable is straight, both ends send on the same pairs, and neither detects that by itself',
            '用的是直通线，两端在相同的线对上发送，而且都不会自动识别线序',
          )
        : texts(
            'the cable is crossed, so that both ends send to where the other sends, and neither detects that by itself',
            '用的是交叉线，一端的发送对着另一端的发送，而且两端都不会自动识别线序',
          )
    case 'no common speed':
      return texts('the ends are set to different speeds', '两端设置的速率不同')
    case 'no common duplex':
      return texts('the ends offer no duplex mode in common', '两端没有共同的双工模式')
    case 'no clock':
      return texts(
        `${a.device}, the DCE end, gives ${b.device} no clock`,
        `DCE 端 ${a.device} 没有给 ${b.device} 提供时钟`,
      )
    default:
      return texts('the cable does not suit the port', '网线与端口不相配')
  }
}

/** The ends run at different duplex modes. */
export function isDuplexMismatch({ a, b }: Cable): boolean {
  return a.carrier && b.carrier && a.duplex !== b.duplex
}

/** `SW1 Fa0/1` */
export function portText(lab: MarkedLab, { device, name }: Port): string {
  const machine = lab.machine(device)
  const ios = machine instanceof Device ? machine.ios : undefined
  return `${device} ${ios === undefined ? name : shortName(ios.profile, name)}`
}
