/** A packet's fate as the cause of what a probe found. */

import { endingWords } from '../why/ending-words.ts'
import type { Fate } from '../why/fate.ts'
import { type Texts, texts } from './texts.ts'

const what = {
  request: texts('the request', '请求'),
  reply: texts('the reply', '应答'),
  arp: texts('address resolution', '地址解析'),
} as const

export function fateWords({ what: which, device, port, reason, detail }: Fate): Texts {
  const at = port === undefined ? device : `${device} ${port}`
  const more = detail === undefined ? '' : ` (${detail})`
  const words = endingWords[reason]
  return texts(
    `${what[which].en} ended at ${at}: ${words.en}${more}`,
    `${what[which].zh}止于 ${at}：${words.zh}${more}`,
  )
}
