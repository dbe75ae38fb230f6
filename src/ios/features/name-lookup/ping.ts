/**
 * `ping`: marks one by one, the summary, and the dialogue behind the bare word. Layout and questions: captured on 15.x.
 * Leaves out sweeps, options of the IP header beyond their questions, and IPv6.
 */

import { showIpv4 } from '../../arguments.ts'
import { userExec } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { ask, type Running } from '../../steps.ts'
import { lookUp } from './look-up.ts'
import { probe } from './no-network.ts'

interface Options {
  readonly repeat?: number
  readonly size?: number
  readonly timeout?: number
  readonly flags?: readonly string[]
}

const marksPerRow = 70

function* ping(ios: Ios, typed: string, options: Options): Running {
  const host = yield* lookUp(ios, typed)
  const address = host?.addresses[0]
  if (address === undefined) {
    yield '% Unrecognized host or address, or protocol not running.\n'
    return
  }
  const { repeat = 5, size = 100, timeout = 2, flags = [] } = options
  yield 'Type escape sequence to abort.\n'
  yield `Sending ${repeat}, ${size}-byte ICMP Echos to ${showIpv4(address)}, timeout is ${timeout} seconds:\n`
  if (flags.includes('df-bit')) yield 'Packet sent with the DF bit set\n'
  let sent = 0
  while (sent < repeat) {
    sent++
    if ((yield* probe(ios, { address, timeoutMs: timeout * 1000 })) === 'break') break
    yield sent % marksPerRow === 0 && sent < repeat ? '.\n' : '.'
  }
  yield `\nSuccess rate is 0 percent (0/${sent})\n`
}

const words = userExec.words('ping', { ping: 'Send echo messages' })

const optionHelp = {
  repeat: 'specify repeat count',
  count: 'Repeat count',
  size: 'specify datagram size',
  bytes: 'Datagram size',
  timeout: 'specify timeout interval',
  seconds: 'Timeout in seconds',
  source: 'specify source address or name',
  interface: 'Interface',
  'df-bit': 'enable do not fragment bit in IP header',
  validate: 'validate reply data',
} as const
const hostHelp = { host: 'Ping destination address or hostname' } as const

function optionsOf(args: {
  count?: number
  bytes?: number
  seconds?: number
  flags?: readonly string[]
}): Options {
  return {
    ...(args.count !== undefined && { repeat: args.count }),
    ...(args.bytes !== undefined && { size: args.bytes }),
    ...(args.seconds !== undefined && { timeout: args.seconds }),
    ...(args.flags !== undefined && { flags: args.flags }),
  }
}

// Options come in any order; these two take every pair of them.
for (const family of [words, words.words('ip', { ip: 'IP echo' })] as const) {
  family.exec(
    '<host:word> [source <interface:interface>] [repeat <count:1-2147483647>] [size <bytes:36-18024>] [timeout <seconds:0-3600>] {flags*:df-bit|validate}',
    {
      help: { ...hostHelp, ...optionHelp },
      run: ({ ios, args }) => ping(ios, args.host, optionsOf(args)),
    },
  )
  family.exec(
    '<host:word> {flags*:df-bit|validate} [timeout <seconds:0-3600>] [size <bytes:36-18024>] [repeat <count:1-2147483647>] [source <interface:interface>]',
    {
      help: { ...hostHelp, ...optionHelp },
      run: ({ ios, args }) => ping(ios, args.host, optionsOf(args)),
    },
  )
}

words.exec('', {
  help: {},
  *run({ ios }) {
    const protocol = (yield* ask('Protocol [ip]: ')).trim().toLowerCase()
    if (protocol !== '' && protocol !== 'ip') {
      // From memory.
      yield '% Unknown protocol - type "ping ?" for help\n'
      return
    }
    const target = (yield* ask('Target IP address: ')).trim()
    if (target === '') {
      yield '% Bad IP address\n'
      return
    }
    const repeat = yield* askNumber('Repeat count', 5, 1, 2_147_483_647)
    const size = repeat === undefined ? undefined : yield* askNumber('Datagram size', 100, 36, 18_024)
    const timeout = size === undefined ? undefined : yield* askNumber('Timeout in seconds', 2, 0, 3600)
    if (repeat === undefined || size === undefined || timeout === undefined) return
    const flags: string[] = []
    if (yield* agreed('Extended commands [n]: ')) {
      yield* ask('Source address or interface: ')
      yield* ask('Type of service [0]: ')
      if (yield* agreed('Set DF bit in IP header? [no]: ')) flags.push('df-bit')
      yield* ask('Validate reply data? [no]: ')
      yield* ask('Data pattern [0xABCD]: ')
      yield* ask('Loose, Strict, Record, Timestamp, Verbose[none]: ')
    }
    yield* ask('Sweep range of sizes [n]: ')
    yield* ping(ios, target, { repeat, size, timeout, flags })
  },
})

/** An empty answer is the default; one that is no such number ends the dialogue, as is remembered. */
function* askNumber(
  question: string,
  usual: number,
  least: number,
  most: number,
): Running<number | undefined> {
  const answer = (yield* ask(`${question} [${usual}]: `)).trim()
  if (answer === '') return usual
  const value = /^\d{1,10}$/.test(answer) ? Number(answer) : Number.NaN
  if (value >= least && value <= most) return value
  yield `% A decimal number between ${least} and ${most}.\n`
  return undefined
}

function* agreed(question: string): Running<boolean> {
  const answer = (yield* ask(question)).trim().toLowerCase()
  return answer !== '' && 'yes'.startsWith(answer)
}
