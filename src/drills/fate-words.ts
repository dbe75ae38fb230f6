/**
 * A packet's fate as the cause of what a probe found. What the records of the network leave open is looked up in its state:
 * why nobody heard a question, why there was no route.
 */

import { shortName } from '../ios/interface-names.ts'
import { Device } from '../session/device.ts'
import { endingWords } from '../why/ending-words.ts'
import type { Fate, Question } from '../why/fate.ts'
import { showIpv4 } from '../wire/ipv4-text.ts'
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
  { what: which, device, port, reason }: Fate,
  towards: { request: number; reply: number },
): Texts | undefined {
  if (reason === 'link down') {
    const phy = port === undefined ? undefined : lab.machine(device).ports.get(port)
    return phy?.cable && causeOfDark(lab, phy.cable, phy)
  }
  if (which === 'arp') return undefined
  if (reason === 'no route') return routeOutOfUse(lab, device, towards[which])
  if (reason !== 'ttl') return undefined
  // Whoever lacks the better route sends packets back by a worse one.
  for (const { name } of lab.machines) {
    const cause = routeOutOfUse(lab, name, towards[which])
    if (cause !== undefined) return cause
  }
  return undefined
}

function questionWords(lab: MarkedLab, device: string, { address, heard }: Question): Texts {
  const asked = showIpv4(address)
  const owner = lab.machines.find(
    ({ name, state }) => name !== device && state !== 'off' && lab.stack(name).linkOf(address) !== undefined,
  )?.name
  const why =
    owner === undefined
      ? texts('no device has that address', '没有设备使用这个地址')
      : heard.has(owner)
        ? texts(`${owner} heard the question and did not answer`, `${owner} 收到了询问但没有应答`)
        : (causeOfSilence(lab, device, owner, heard) ??
          texts(`the question did not reach ${owner}`, `询问没有到达 ${owner}`))
  return texts(
    `${device} asked for the MAC address of ${asked} and got no answer: ${why.en}`,
    `${device} 用 ARP 询问 ${asked} 的 MAC 地址，没有得到应答：${why.zh}`,
  )
}

function shortPort(lab: MarkedLab, device: string, port: string): string {
  const machine = lab.machine(device)
  return machine instanceof Device ? shortName(machine.chassis.profile, port) : port
}
