/** A packet's fate as the cause of what a probe found. */

import { shortName } from '../ios/interface-names.ts'
import { Device } from '../session/device.ts'
import { endingWords } from '../why/ending-words.ts'
import type { Fate } from '../why/fate.ts'
import type { MarkedLab } from './marked-lab.ts'
import { type Texts, texts } from './texts.ts'

const what = {
  request: texts('the request', '请求'),
  reply: texts('the reply', '应答'),
  arp: texts('address resolution', '地址解析'),
} as const

export function fateWords(lab: MarkedLab, { what: which, device, port, reason, detail }: Fate): Texts {
  const at = port === undefined ? device : `${device} ${shortPort(lab, device, port)}`
  const words = endingWords[reason]
  return texts(
    `${what[which].en} ended at ${at}: ${words.en}${detail === undefined ? '' : ` (${detail})`}`,
    `${what[which].zh}止于 ${at}：${words.zh}${detail === undefined ? '' : `（${detail}）`}`,
  )
}

function shortPort(lab: MarkedLab, device: string, port: string): string {
  const machine = lab.machine(device)
  return machine instanceof Device ? shortName(machine.chassis.profile, port) : port
}
