/**
 * `telnet`, `connect`, `ssh`, and the unknown word at the EXEC prompt, which is taken for a host. Source: sessions captured
 * on a 1941 and an 881, 15.x; what is not in them from memory of the same releases.
 */

import { showIpv4 } from '../../arguments.ts'
import { userExec } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { ipStackOf } from '../../ip-stack.ts'
import { badHostName, unknownCommandOrComputer } from '../../replies.ts'
import { provide } from '../../session-ports.ts'
import { ask, type Running, waitUntil } from '../../steps.ts'
import { type Host, lookUp } from './look-up.ts'
import { sourceOf } from './ping-run.ts'

const telnetPort = 23
const sshPort = 22
/** The connection itself gives up after `ip tcp synwait-time`, 30 seconds. */
const connectLimitMs = 31_000

function* telnet(ios: Ios, typed: string, port?: number, source?: string): Running {
  const host = yield* lookUp(ios, typed)
  if (host === undefined) yield badHostName
  else yield* open(ios, host, port ?? host.port ?? telnetPort, true, source)
}

const failures = {
  refused: '% Connection refused by remote host\n\n',
  unreachable: '% Destination unreachable; gateway or host down\n\n',
  timeout: '% Connection timed out; remote host not responding\n\n',
} as const

/** Tries a host's addresses in turn. */
function* open(ios: Ios, host: Host, port: number, announced: boolean, source?: string): Running {
  const suffix = port === telnetPort ? '' : `, ${port}`
  const from = sourceOf(ios, source)
  if (typeof from === 'string') {
    yield from
    return
  }
  let result: Attempt = 'unreachable'
  for (const address of host.addresses) {
    if (announced) {
      yield host.named
        ? `Trying ${host.name} (${showIpv4(address)}${suffix})... `
        : `Trying ${host.name}${suffix} ... `
    }
    result = yield* connectTo(ios, address, port, from)
    if (result === 'open') {
      // Nobody speaks over the connection yet.
      yield `${announced ? 'Open\n\n' : ''}[Connection to ${host.name} closed by foreign host]\n`
      return
    }
    if (announced) yield '\n'
    if (result === 'break') return
  }
  yield failures[result]
}

type Attempt = keyof typeof failures | 'open' | 'break'

/** Opens a TCP connection and lets it go again. */
function* connectTo(ios: Ios, address: number, port: number, source: number | undefined): Running<Attempt> {
  let result: Attempt | undefined
  let wake = (): void => {}
  const settle = (found: Attempt): void => {
    result ??= found
    wake()
  }
  const connection = ipStackOf(ios).tcp.connect(
    { destination: address, port, ...(source !== undefined && { source }) },
    {
      connected: () => settle('open'),
      closed: (reason) =>
        settle(
          reason === 'refused' || reason === 'reset'
            ? 'refused'
            : reason === 'timeout'
              ? 'timeout'
              : 'unreachable',
        ),
    },
  )
  if (connection === 'no route') return 'unreachable'
  const how = yield* waitUntil(connectLimitMs, (wakeUp) => {
    wake = wakeUp
    // A connection to ourselves may have been answered already.
    if (result !== undefined) wakeUp()
  })
  wake = () => {}
  connection.abort()
  return how === 'break' ? 'break' : (result ?? 'timeout')
}

provide({
  *connect(ios, word) {
    const host = yield* lookUp(ios, word)
    if (host === undefined) yield `${badHostName}${unknownCommandOrComputer}`
    else yield* open(ios, host, host.port ?? telnetPort, true)
  },
})

const openers = { telnet: 'Open a telnet connection', connect: 'Open a terminal connection' } as const
for (const word of ['telnet', 'connect'] as const) {
  const words = userExec.words(word, openers)
  words.exec('<host:word> [<port:0-65535>] [/source-interface <source:interface>]', {
    help: {
      host: 'IP address or hostname of a remote system',
      port: 'Port number',
      '/source-interface': 'Specify source interface',
      source: 'Interface',
    },
    run: ({ ios, args }) => telnet(ios, args.host, args.port, args.source),
  })
  words.exec('', {
    help: {},
    *run({ ios }) {
      const host = (yield* ask('Host: ')).trim()
      if (host !== '') yield* telnet(ios, host)
    },
  })
}

const ssh = userExec.words('ssh', { ssh: 'Open a secure shell client connection' })

const sshHelp = {
  '-l': 'Log in using this user name',
  user: 'Login name',
  '-v': 'Specify SSH Protocol Version',
  1: 'Protocol Version 1',
  2: 'Protocol Version 2',
  '-p': 'Connect to this port',
  port: 'Port number',
  host: 'IP address or hostname of a remote system',
} as const

ssh.exec('[-v {version:1|2}] [-l <user:word>] [-p <port:1-65535>] <host:word>', {
  help: sshHelp,
  needs: 'ssh',
  *run({ ios, terminal, args: { user = terminal.user, port = sshPort, host: typed } }) {
    if (user === undefined) {
      yield '% No user specified nor available for SSH client\n'
      return
    }
    const host = yield* lookUp(ios, typed)
    if (host === undefined) yield badHostName
    else yield* open(ios, host, port, false)
  },
})
