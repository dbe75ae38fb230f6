/**
 * A packet's fate as the cause of what a probe found. What the records of the network leave open is looked up in its state:
 * why nobody heard a question, why there was no route.
 */

import { Host } from '../hosts/host.ts'
import { shortName } from '../ios/interface-names.ts'
import { Device } from '../session/device.ts'
import { endingWords } from '../why/ending-words.ts'
import type { Fate, Question } from '../why/fate.ts'
import { maskOf, showIpv4 } from '../wire/ipv4-text.ts'
import { causeOfDark } from './link-cause.ts'
import type { MarkedLab } from './marked-lab.ts'
import { causeOfSilence } from './passage.ts'
import { routeOutOfUse } from './route-cause.ts'
import { type Texts, texts } from './texts.ts'

const what = {
  request: texts('the request', '请求'),
  reply: texts('the reply', '应答'),
  arp: texts('address resolution', '地址解析'),
} as const

/** @param towards where the request went, and where its answer goes */
export function fateWords(lab: MarkedLab, fate: Fate, towards: { request: number; reply: number }): Texts {
  const { what: which, device, port, reason, detail, question } = fate
  if (question !== undefined) return questionWords(lab, device, question)
  const at = port === undefined ? device : `${device} ${shortPort(lab, device, port)}`
  const words = endingWords[reason]
  const told = texts(
    `${what[which].en} ended at ${at}: ${words.en}${detail === undefined ? '' : ` (${detail})`}`,
    `${what[which].zh}止于 ${at}：${words.zh}${detail === undefined ? '' : `（${detail}）`}`,
  )
  const more = furtherCause(lab, fate, towards)
  return more === undefined ? told : texts(`${told.en}; ${more.en}`, `${told.zh}；${more.zh}`)
}

/** What stands behind the reason, where the state of the devices knows. */
function furtherCause(
  lab: MarkedLab,
  { what: which, device, port, reason, circle = [] }: Fate,
  towards: { request: number; reply: number },
): Texts | undefined {
  if (reason === 'link down') {
    const phy = port === undefined ? undefined : lab.machine(device).ports.get(port)
    return phy?.cable && causeOfDark(lab, phy.cable, phy)
  }
  if (which === 'arp') return undefined
  if (reason === 'not forwarding') return sharedAddress(lab, device)
  if (reason === 'no route') return noGateway(lab, device) ?? routeOutOfUse(lab, device, towards[which])
  if (reason !== 'ttl') return undefined
  // Whoever lacks the better route sends packets back by a worse one.
  for (const { name } of lab.machines) {
    const cause = routeOutOfUse(lab, name, towards[which])
    if (cause !== undefined) return cause
  }
  if (circle.length < 2) return undefined
  return texts(`it went in a circle: ${circle.join(', ')}`, `它在 ${circle.join('、')} 之间兜圈子`)
}

/** Nothing but a gateway leads a host to other networks. */
export function noGateway(lab: MarkedLab, device: string): Texts | undefined {
  if (!(lab.machine(device) instanceof Host) || lab.stack(device).routes.get(0, 0) !== undefined)
    return undefined
  return texts(`${device} has no default gateway`, `${device} 没有默认网关`)
}

/** Whoever has the address of a router draws the packets that are meant for it. */
function sharedAddress(lab: MarkedLab, device: string): Texts | undefined {
  const own = addressesOf(lab, device)
  for (const { name, state } of lab.machines) {
    const shared =
      name === device || state === 'off' ? undefined : own.find((one) => hasAddress(lab, name, one))
    if (shared === undefined) continue
    const address = showIpv4(shared)
    return texts(`it has the address of ${name}, ${address}`, `它占用了 ${name} 的地址 ${address}`)
  }
  return undefined
}

function addressesOf(lab: MarkedLab, device: string): number[] {
  const stack = lab.stack(device)
  return stack.links
    .flatMap((link) => stack.addressesOf(link).map(({ address }) => address))
    .filter((address) => address >>> 24 !== 127)
}

const hasAddress = (lab: MarkedLab, device: string, address: number): boolean =>
  lab.stack(device).linkOf(address) !== undefined

/** Who has an address, apart from the one who asks for it. */
export function ownerOf(lab: MarkedLab, address: number, asker: string): string | undefined {
  return lab.machines.find(
    ({ name, state }) => name !== asker && state !== 'off' && hasAddress(lab, name, address),
  )?.name
}

function questionWords(lab: MarkedLab, device: string, question: Question): Texts {
  const { address, heard } = question
  const asked = showIpv4(address)
  const owner = ownerOf(lab, address, device)
  const why =
    owner === undefined
      ? texts('no device has that address', '没有设备使用这个地址')
      : heard.has(owner)
        ? (otherNetwork(lab, owner, question) ??
          texts(`${owner} heard the question and did not answer`, `${owner} 收到了询问但没有应答`))
        : (causeOfSilence(lab, device, owner, heard) ??
          texts(`the question did not reach ${owner}`, `询问没有到达 ${owner}`))
  const gateways = lab.machine(device) instanceof Host ? lab.stack(device).routes.get(0, 0)?.paths : undefined
  const isGateway = gateways?.some(({ gateway }) => gateway === address) === true
  return texts(
    `${device} asked for the MAC address of ${isGateway ? 'its gateway ' : ''}${asked} and got no answer: ${why.en}`,
    `${device} 用 ARP 询问${isGateway ? '网关' : ''} ${asked} 的 MAC 地址，没有得到应答：${why.zh}`,
  )
}

/** Nobody answers who takes the asker to be in another network: one of the two masks is wrong. */
function otherNetwork(lab: MarkedLab, owner: string, { address, sender }: Question): Texts | undefined {
  const stack = lab.stack(owner)
  const link = stack.linkOf(address)
  const own = link && stack.addressesOf(link).find((one) => one.address === address)
  if (own === undefined || ((address ^ sender) & maskOf(own.prefixLength)) === 0) return undefined
  const [mine, asker] = [`${showIpv4(address)}/${own.prefixLength}`, showIpv4(sender)]
  return texts(
    `${owner} has ${mine}, which makes ${asker} an address of another network`,
    `${owner} 的地址是 ${mine}，${asker} 不在这个网段内`,
  )
}

function shortPort(lab: MarkedLab, device: string, port: string): string {
  const machine = lab.machine(device)
  return machine instanceof Device ? shortName(machine.chassis.profile, port) : port
}
