/**
 * Bytes of a frame: what stands in front of the data, the frame as a whole, and the share of the data in it. Ethernet II (14 and
 * 4 for the check sequence, 4 for an IEEE 802.1Q tag), IPv4 and TCP without options (20 each), UDP and ICMP echo (8).
 *
 * Options: `ask`, of headers, frame, share. Levels: 1 headers, 2 the whole frame, 3 either, with a tag or without, 4 shares, and short frames, which
 * are padded to 64 bytes (never with a tag: whether it counts among the 64 depends on who put it in).
 */

import { type Texts, texts } from '../texts.ts'
import { anyOf, family } from './family.ts'
import { rounded } from './numbers.ts'
import { pick, whole } from './pick.ts'

interface Carried {
  readonly name: string
  readonly bytes: number
  readonly en: string
  readonly zh: string
}

const protocols: readonly Carried[] = [
  { name: 'TCP', bytes: 20, en: 'a TCP segment', zh: '一个 TCP 段' },
  { name: 'UDP', bytes: 8, en: 'a UDP datagram', zh: '一个 UDP 数据报' },
  { name: 'ICMP', bytes: 8, en: 'an ICMP echo request', zh: '一个 ICMP 回显请求' },
]

const ethernet = 14
const tagBytes = 4
const check = 4
const ip = 20

const byLevel = {
  1: ['headers'],
  2: ['frame'],
  3: ['headers', 'frame'],
  4: ['frame', 'share'],
} as const

export const headerSizes = family('header-sizes', {
  title: texts('Headers and frame sizes', '首部与帧长'),
  options: { ask: anyOf('headers', 'frame', 'share') },
  make({ random, level, options }) {
    const suited = options.ask.filter((one) => (byLevel[level] as readonly string[]).includes(one))
    const ask = pick(suited.length > 0 ? suited : options.ask, random)
    const carried = pick(protocols, random)
    const short = level === 4 && ask === 'frame' && random.below(2) === 0
    const tagged = level >= 3 && !short && random.below(2) === 0
    const data = short
      ? whole(1, 46 - ip - carried.bytes - 1, random)
      : pick([56, 64, 100, 200, 256, 512, 536, 1000, 1200, 1400, 1460], random)
    const front = ethernet + (tagged ? tagBytes : 0) + ip + carried.bytes
    const unpadded = ip + carried.bytes + data
    const padding = Math.max(0, 46 - unpadded)
    const frame = front + data + padding + check
    const parts = [
      `Ethernet ${ethernet}`,
      ...(tagged ? [`802.1Q ${tagBytes}`] : []),
      `IPv4 ${ip}`,
      `${carried.name} ${carried.bytes}`,
    ].join(' + ')
    const given = situation(carried, data, tagged)
    const unit = texts('bytes', '字节')
    if (ask === 'headers')
      return {
        kind: 'compute',
        ask: texts(
          `${given.en} How many bytes of headers stand in front of the data? (No IP or TCP options.)`,
          `${given.zh}数据前面的各层首部共多少字节？（没有 IP 和 TCP 选项。）`,
        ),
        answer: front,
        unit,
        tolerance: 0,
        explain: texts(`${parts} = ${front} bytes.`, `${parts} = ${front} 字节。`),
      }
    const pad = padding === 0 ? '' : ` + ${padding}`
    const sum = `${parts} + ${data}${pad} + FCS ${check} = ${frame}`
    const padded = {
      en:
        padding === 0
          ? ''
          : ` The payload of Ethernet has at least 46 bytes; ${unpadded} are filled up with ${padding}.`,
      zh: padding === 0 ? '' : `以太网的净荷至少 46 字节；${unpadded} 字节要用 ${padding} 字节填充。`,
    }
    if (ask === 'frame')
      return {
        kind: 'compute',
        ask: texts(
          `${given.en} How many bytes has the frame, with its check sequence and without the preamble? (No IP or TCP options.)`,
          `${given.zh}整个帧有多少字节？包括帧校验序列，不包括前导码。（没有 IP 和 TCP 选项。）`,
        ),
        answer: frame,
        unit,
        tolerance: 0,
        explain: texts(`${sum} bytes.${padded.en}`, `${sum} 字节。${padded.zh}`),
      }
    const share = rounded((100 * data) / frame, 1)
    return {
      kind: 'compute',
      ask: texts(
        `${given.en} What percentage of the frame, with its check sequence and without the preamble, is data, to one decimal? (No IP or TCP options.)`,
        `${given.zh}数据占整个帧（包括帧校验序列，不包括前导码）的百分之几？保留一位小数。（没有 IP 和 TCP 选项。）`,
      ),
      answer: share,
      unit: texts('%', '%'),
      tolerance: 0.1,
      explain: texts(
        `${sum} bytes; ${data} ÷ ${frame} = ${share} %.${padded.en}`,
        `${sum} 字节；${data} ÷ ${frame} = ${share} %。${padded.zh}`,
      ),
    }
  },
})

function situation({ en, zh }: Carried, data: number, tagged: boolean): Texts {
  return texts(
    `${en.charAt(0).toUpperCase()}${en.slice(1)} with ${data} bytes of data crosses ${tagged ? 'a trunk, in a frame with an 802.1Q tag' : 'Ethernet, in a frame without a tag'}.`,
    `${zh}带 ${data} 字节数据，${tagged ? '装在带 802.1Q 标记的帧里经过干道' : '装在不带标记的帧里经过以太网'}。`,
  )
}
