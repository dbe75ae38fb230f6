/** Probes by TCP: whether a connection to a port comes about. Nothing is sent over it. */

import type { TcpClosed } from '../../hardware/ip/types.ts'
import { endingWords } from '../../why/ending-words.ts'
import { device, flag, integer, oneOf, optional, target } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import type { MarkedLab } from '../marked-lab.ts'
import { destinationOf, heardWhile, notSentWords, type Probed, reasons, seenOf } from '../probe.ts'
import { type Texts, texts } from '../texts.ts'

const connectTimeoutMs = 10_000

checkKind('tcp', 'A TCP connection to a port can be opened, is refused, or fails.', {
  phase: 'probe',
  fields: {
    from: device('Who connects.'),
    to: target('A device, which stands for its first address, or an address.'),
    port: integer('The port.', 1, 65_535),
    refused: optional(flag('true: it should be refused, as by a host on which nobody listens.')),
    fails: optional(flag('true: it should fail, in whatever way.')),
    because: optional(oneOf('With fails: the reason for which the packets should end.', reasons)),
  },
  expected: ({ from, to, port, refused = false, fails = false, because }) => {
    const where = texts(`${from} to port ${port} of ${to}`, `${from} 到 ${to} 端口 ${port} `)
    if (refused) return texts(`a TCP connection from ${where.en} is refused`, `${where.zh}的 TCP 连接被拒绝`)
    const why =
      because === undefined
        ? texts('', '')
        : texts(` (${endingWords[because].en})`, `（${endingWords[because].zh}）`)
    return fails
      ? texts(`a TCP connection from ${where.en} fails${why.en}`, `${where.zh}的 TCP 连接失败${why.zh}`)
      : texts(`a TCP connection from ${where.en} opens`, `${where.zh}的 TCP 连接能够建立`)
  },
  look: ({ from, to, port, refused = false, fails = false, because }, lab) => {
    const { how, ...probed } = connect(lab, from, to, port)
    if (!refused) return seenOf(probed, fails, because)
    return how === 'refused'
      ? { passed: true, found: probed.found }
      : { passed: false, found: probed.found, cause: probed.cause }
  },
})

/** @throws NoSystem */
function connect(
  lab: MarkedLab,
  from: string,
  to: string,
  port: number,
): Probed & { readonly how: TcpClosed | 'connected' | undefined } {
  const destination = destinationOf(lab, to)
  if (typeof destination !== 'number') return { ...destination, how: undefined }
  let how: TcpClosed | 'connected' | undefined
  const probed = heardWhile(lab, from, undefined, destination, () => {
    const connection = lab.stack(from).tcp.connect(
      { destination, port, connectTimeoutMs },
      {
        connected: () => (how = 'connected'),
        closed: (reason) => (how ??= reason),
      },
    )
    if (connection === 'no route') how = 'no route'
    lab.until(() => how !== undefined, connectTimeoutMs + 1)
    if (connection !== 'no route') connection.abort()
    return { answered: how === 'connected', found: closedWords[how ?? 'timeout'] }
  })
  // A refusal is an answer; what became of packets is of interest where none came.
  return how === 'refused' ? { answered: false, found: probed.found, how } : { ...probed, how }
}

const closedWords: Readonly<Record<TcpClosed | 'connected', Texts>> = {
  connected: texts('it opened', '已建立'),
  closed: texts('it was closed', '被关闭'),
  refused: texts('it was refused: nobody listens on that port', '被拒绝：该端口没有程序监听'),
  reset: texts('it was reset', '被复位'),
  timeout: texts('nobody answered', '没有应答'),
  unreachable: texts('the destination is reported unreachable', '收到目的不可达报文'),
  'no route': notSentWords['no route'],
}
