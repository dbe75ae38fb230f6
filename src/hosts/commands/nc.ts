/**
 * nc: one TCP connection or UDP exchange, typed and shown line by line; or a look whether ports are open. It ends when the
 * other side does. Leaves out proxies, `-k`, IPv6. Source: nc(1) of OpenBSD and the output of Debian's netcat-openbsd 1.219.
 */

import type { TcpClosed, TcpConnection, TcpHandlers } from '../../hardware/ip/types.ts'
import { decodeUtf8, encodeUtf8 } from '../../kernel/utf8.ts'
import { showIpv4 } from '../../wire/ipv4-text.ts'
import { type Call, type Command, fail, type Running } from '../command.ts'
import { Mailbox } from '../mailbox.ts'
import { readOptions } from '../options.ts'
import { portName } from '../port-names.ts'
import { ShellEditor } from '../shell-editor.ts'

const usage = 'usage: nc [-lNnuvz] [-p source_port] [-w timeout] [destination] [port]\n'

const foreverMs = 86_400_000 * 365
/** `tcp_syn_retries` 6 of Linux: about so long. */
const connectTimeoutMs = 127_000
/** How long a UDP probe is watched for an answer that the port is closed. */
const udpScanMs = 3000
const interrupted = 130

const reasons: Readonly<Record<TcpClosed, string>> = {
  closed: 'Connection refused',
  refused: 'Connection refused',
  reset: 'Connection reset by peer',
  timeout: 'Connection timed out',
  unreachable: 'No route to host',
  'no route': 'Network is unreachable',
}

interface Options {
  readonly udp: boolean
  readonly verbose: boolean
  readonly timeoutMs: number | undefined
  /** Send FIN when what is typed ends. */
  readonly closes: boolean
}

export const nc: Command = {
  name: 'nc',
  synopsis: '[-uvzN] [-w SECONDS] HOST PORT[-PORT] | -l [-u] [-p] PORT',
  help: 'talk TCP or UDP, or look which ports are open',
  catchesInterrupt: true,
  *run(call) {
    const { options, operands, problem } = readOptions(call.words, 'hklNnp:q:s:uvw:z')
    if (problem !== undefined) return yield* fail(`nc: ${problem}\n${usage}`, 1)
    const chosen: Options = {
      udp: options.has('u'),
      verbose: options.has('v'),
      timeoutMs: options.has('w') ? Number(options.get('w')) * 1000 : undefined,
      closes: options.has('N') || options.has('q'),
    }
    if (options.has('l')) {
      const text = options.get('p') ?? operands.at(-1)
      if (text === undefined) return yield* fail('nc: missing port number\n', 1)
      const ports = readPorts(text)
      if (typeof ports === 'string') return yield* fail(ports, 1)
      return yield* listen(call, chosen, ports[0] ?? 0)
    }
    const [host, text] = operands
    if (host === undefined) return yield* fail(usage, 1)
    if (text === undefined) return yield* fail('nc: missing port number\n', 1)
    const destination = call.system.resolve(host)
    if (destination === undefined)
      return yield* fail(
        `nc: getaddrinfo for host "${host}" port ${text}: Temporary failure in name resolution\n`,
        1,
      )
    const ports = readPorts(text)
    if (typeof ports === 'string') return yield* fail(ports, 1)
    let status = 1
    for (const port of ports) {
      const peer = { host, destination, port }
      const ended = options.has('z') ? yield* look(call, chosen, peer) : yield* talk(call, chosen, peer)
      if (ended === interrupted) return interrupted
      if (ended === 0) status = 0
    }
    return status
  },
}

interface Peer {
  readonly host: string
  readonly destination: number
  readonly port: number
}

/** `80` or `20-25`; a complaint otherwise. */
function readPorts(text: string): number[] | string {
  const [first = '', last = first] = text.split('-')
  for (const one of [first, last]) {
    if (!/^\d+$/.test(one)) return `nc: port number invalid: ${one}\n`
    if (Number(one) > 65_535) return `nc: port number too large: ${one}\n`
  }
  return Array.from({ length: Math.max(0, Number(last) - Number(first) + 1) }, (_, at) => Number(first) + at)
}

function succeeded({ host, port }: Peer, udp: boolean): string {
  const name = portName(port)
  return `Connection to ${host} ${port} port [${udp ? 'udp' : 'tcp'}/${name === String(port) ? '*' : name}] succeeded!\n`
}

/** Whether somebody listens: opens a connection and closes it, or sends a datagram and hears nothing against it. */
function* look(call: Call, options: Options, peer: Peer): Running {
  const { stack } = call.system
  if (options.udp) {
    const said = new Mailbox<boolean>()
    const { destination, port } = peer
    const cancel = stack.probe({ destination, port, bytes: 29, timeoutMs: udpScanMs }, (answer) =>
      said.put(answer.kind === 'timeout' || answer.kind === 'reply'),
    )
    const waited = yield* said.wait(foreverMs)
    cancel()
    if (!waited) return yield* broken()
    if (said.take() !== true) return 1
    if (options.verbose) yield { kind: 'error', text: succeeded(peer, true) }
    return 0
  }
  const opened = yield* open(call, options, peer, {})
  if (typeof opened === 'number') return opened
  opened.close()
  return 0
}

/** The connection once it stands, or the exit status of one that does not. */
function* open(
  call: Call,
  options: Options,
  peer: Peer,
  handlers: TcpHandlers,
): Running<TcpConnection | number> {
  const happened = new Mailbox<TcpClosed | 'connected'>()
  const { destination, port } = peer
  const connection = call.system.stack.tcp.connect(
    { destination, port, connectTimeoutMs: options.timeoutMs ?? connectTimeoutMs },
    {
      ...handlers,
      connected: () => happened.put('connected'),
      closed: (reason, closing) => {
        happened.put(reason)
        handlers.closed?.(reason, closing)
      },
    },
  )
  const failed = (reason: string) =>
    options.verbose ? `nc: connect to ${peer.host} port ${port} (tcp) ${reason}\n` : ''
  if (connection === 'no route') return yield* fail(failed(`failed: ${reasons['no route']}`), 1)
  if (!(yield* happened.wait(foreverMs))) {
    connection.abort()
    return yield* broken()
  }
  const what = happened.take() ?? 'timeout'
  if (what !== 'connected') {
    const timedOut = what === 'timeout' && options.timeoutMs !== undefined
    return yield* fail(
      failed(timedOut ? 'timed out: Operation now in progress' : `failed: ${reasons[what]}`),
      1,
    )
  }
  if (options.verbose) yield { kind: 'error', text: succeeded(peer, false) }
  return connection
}

/** The row of `^C` ends. */
function* broken(): Running {
  yield { kind: 'error', text: '\n' }
  return interrupted
}

/** What a conversation sends by, and how it ends. */
interface Line {
  send(bytes: Uint8Array): void
  /** What is typed has ended. */
  finish(): void
  abort(): void
}

function* talk(call: Call, options: Options, peer: Peer): Running {
  const ending = new Ending(call)
  const { tty } = call.shell
  if (options.udp) {
    const { destination, port } = peer
    const socket = call.system.stack.udp.bind(0, ({ payload }) => tty.write(decodeUtf8(payload)))
    if (socket === undefined) return yield* fail('nc: Address already in use\n', 1)
    try {
      return yield* converse(call, ending, {
        send: (bytes) => void socket.send({ destination, port }, bytes),
        finish: () => {},
        abort: () => {},
      })
    } finally {
      socket.close()
    }
  }
  const connection = yield* open(call, options, peer, {
    data: (payload) => tty.write(decodeUtf8(payload)),
    ended: () => ending.end(),
    closed: () => ending.end(),
  })
  if (typeof connection === 'number') return connection
  return yield* converseOver(call, ending, connection, options.closes)
}

function* converseOver(call: Call, ending: Ending, connection: TcpConnection, closes: boolean): Running {
  return yield* converse(call, ending, {
    send: (bytes) => connection.send(bytes),
    finish: () => {
      if (closes || ending.isOver) connection.close()
    },
    abort: () => connection.close(),
  })
}

function* listen(call: Call, options: Options, port: number): Running {
  const { stack } = call.system
  const { tty } = call.shell
  const ending = new Ending(call)
  const arrived = new Mailbox<{ address: number; port: number; line: Line }>()
  const close = options.udp
    ? listenUdp(call, port, (peer) => arrived.put(peer))
    : stack.tcp.listen(port, (connection) => {
        close?.()
        return {
          connected: () =>
            arrived.put({
              address: connection.remoteAddress,
              port: connection.remotePort,
              line: {
                send: (bytes) => connection.send(bytes),
                finish: () => {
                  if (options.closes || ending.isOver) connection.close()
                },
                abort: () => connection.close(),
              },
            }),
          data: (payload) => tty.write(decodeUtf8(payload)),
          ended: () => ending.end(),
          closed: () => ending.end(),
        }
      })
  if (close === undefined) return yield* fail('nc: Address already in use\n', 1)
  const word = options.udp ? 'Bound' : 'Listening'
  if (options.verbose) yield { kind: 'error', text: `${word} on 0.0.0.0 ${port}\n` }
  try {
    if (!(yield* arrived.wait(foreverMs))) return yield* broken()
    const peer = arrived.take()
    if (peer === undefined) return 1
    if (options.verbose)
      yield { kind: 'error', text: `Connection received on ${showIpv4(peer.address)} ${peer.port}\n` }
    return yield* converse(call, ending, peer.line)
  } finally {
    close()
  }
}

/** The first datagram says who the other side is. */
function listenUdp(
  { system, shell }: Call,
  port: number,
  heard: (peer: { address: number; port: number; line: Line }) => void,
): (() => void) | undefined {
  let peer: string | undefined
  const socket = system.stack.udp.bind(port, ({ source, sourcePort, payload }) => {
    const from = `${source} ${sourcePort}`
    if (peer !== undefined && peer !== from) return
    if (peer === undefined)
      heard({
        address: source,
        port: sourcePort,
        line: {
          send: (bytes) => void socket?.send({ destination: source, port: sourcePort }, bytes),
          finish: () => {},
          abort: () => {},
        },
      })
    peer = from
    shell.tty.write(decodeUtf8(payload))
  })
  return socket === undefined ? undefined : () => socket.close()
}

/** The end of the other side, which may come before, while and after something is typed. */
class Ending {
  readonly #call: Call
  readonly #told = new Mailbox<true>()
  isOver = false
  /** Somebody types a line, which ends too. */
  typing = false

  constructor(call: Call) {
    this.#call = call
  }

  end(): void {
    if (this.isOver) return
    this.isOver = true
    this.#told.put(true)
    if (this.typing) this.#call.shell.tty.interrupt()
  }

  /** False when Ctrl-C came first. */
  wait(): Running<boolean> {
    return this.#told.wait(foreverMs)
  }
}

/** Sends what is typed, until the other side ends or somebody does not want to any more. */
function* converse({ shell }: Call, ending: Ending, line: Line): Running {
  const { input } = shell
  if (input !== undefined) line.send(encodeUtf8(input))
  let types = input === undefined
  while (types && !ending.isOver) {
    ending.typing = true
    const response = yield { kind: 'line', editor: new ShellEditor({ prompt: '' }) }
    ending.typing = false
    const event = response?.kind === 'event' ? response.event : undefined
    if (event?.kind === 'enter') line.send(encodeUtf8(`${event.text}\n`))
    else if (event?.kind === 'end') types = false
    else if (!ending.isOver && event?.kind !== 'tab') {
      line.abort()
      return interrupted
    }
  }
  line.finish()
  if (!(yield* ending.wait())) {
    line.abort()
    return yield* broken()
  }
  // The other side has ended: so do we.
  line.finish()
  return 0
}
