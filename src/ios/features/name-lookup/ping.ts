/**
 * `ping`: its words, options in any order, and the dialogue behind the bare word. Questions: captured on 15.x and 16.x.
 * Leaves out IPv6 and source routes.
 */

import { optionsInAnyOrder } from '../../any-order.ts'
import { userExec } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { isXe } from '../../release.ts'
import { ask, type Running } from '../../steps.ts'
import { lookUp, readAddress } from './look-up.ts'
import { type PingOptions, ping, sourceOf } from './ping-run.ts'
import { agreed, askNumber, sourceNamed } from './questions.ts'

function* pingHost(ios: Ios, typed: string, options: PingOptions): Running {
  const host = yield* lookUp(ios, typed)
  const address = host?.addresses[0]
  if (address === undefined) yield '% Unrecognized host or address, or protocol not running.\n'
  else yield* ping(ios, address, options)
}

const help = {
  data: 'specify data pattern',
  pattern: 'data pattern value (in hex)',
  'df-bit': 'enable do not fragment bit in IP header',
  repeat: 'specify repeat count',
  count: 'Repeat count',
  size: 'specify datagram size',
  bytes: 'Datagram size',
  source: 'specify source address or name',
  from: 'Source address',
  interface: 'Interface',
  timeout: 'specify timeout interval',
  seconds: 'Timeout in seconds',
  validate: 'validate reply data',
  verbose: 'verbose output',
}

interface Typed {
  readonly pattern?: string
  readonly df?: string
  readonly count?: number
  readonly bytes?: number
  readonly from?: number
  readonly interface?: string
  readonly seconds?: number
  readonly validate?: string
  readonly verbose?: string
}

const options = () =>
  optionsInAnyOrder(
    [
      ['data <pattern:word>'],
      ['{df:df-bit}'],
      ['repeat <count:1-2147483647>'],
      ['size <bytes:36-18024>'],
      ['source <from:ipv4>', 'source <interface:interface>'],
      ['timeout <seconds:0-3600>'],
      ['{validate:validate}'],
      ['{verbose:verbose}'],
    ],
    help,
  )

const words = userExec.words('ping', { ping: 'Send echo messages' })

for (const family of [words, words.words('ip', { ip: 'IP echo' })] as const)
  family.exec('<host:word>', {
    help: { host: 'Ping destination address or hostname' },
    tail: options,
    run({ ios, args }) {
      const typed: Typed = args as Typed
      return pingHost(ios, args.host, {
        repeat: typed.count,
        size: typed.bytes,
        timeout: typed.seconds,
        source: typed.from ?? typed.interface,
        df: typed.df !== undefined,
        validate: typed.validate !== undefined,
        verbose: typed.verbose !== undefined,
        pattern: typed.pattern === undefined ? undefined : readPattern(typed.pattern),
      })
    },
  })

function readPattern(text: string): number | undefined {
  return /^(0x)?[0-9a-f]{1,8}$/i.test(text) ? Number.parseInt(text.replace(/^0x/i, ''), 16) : undefined
}

const decimalSizes = [36, 18_024] as const

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
    if (target === '' || (/^[\d.]+$/.test(target) && readAddress(target) === undefined)) {
      yield '% Bad IP address\n'
      return
    }
    const repeat = yield* askNumber('Repeat count', 5, 1, 2_147_483_647)
    const size = repeat === undefined ? undefined : yield* askNumber('Datagram size', 100, ...decimalSizes)
    const timeout = size === undefined ? undefined : yield* askNumber('Timeout in seconds', 2, 0, 3600)
    if (repeat === undefined || size === undefined || timeout === undefined) return
    let extended: PingOptions | undefined = {}
    if (yield* agreed('Extended commands [n]: ')) extended = yield* extendedCommands(ios)
    if (extended === undefined) return
    let sweep: PingOptions['sweep']
    if (yield* agreed('Sweep range of sizes [n]: ')) {
      sweep = yield* askSweep()
      if (sweep === undefined) return
    }
    yield* pingHost(ios, target, { repeat, size, timeout, sweep, ...extended })
  },
})

function* extendedCommands(ios: Ios): Running<PingOptions | undefined> {
  const xe = isXe(ios)
  if (xe) yield* ask('Ingress ping [n]: ')
  const source = sourceNamed(ios, (yield* ask('Source address or interface: ')).trim())
  const fault =
    source === 'bad'
      ? '% Invalid source. Must use same-VRF IP address or full interface name without spaces (e.g. Serial0/1)\n'
      : sourceOf(ios, source)
  if (typeof fault === 'string') {
    // The first from memory of 15.x.
    yield fault
    return undefined
  }
  if (xe) yield* ask('DSCP Value [0]: ')
  const tos = yield* askNumber('Type of service', 0, 0, 255)
  if (tos === undefined) return undefined
  const df = yield* agreed('Set DF bit in IP header? [no]: ')
  const validate = yield* agreed('Validate reply data? [no]: ')
  const typed = (yield* ask(`Data pattern [${xe ? '0x0000ABCD' : '0xABCD'}]: `)).trim()
  const pattern = typed === '' ? undefined : readPattern(typed)
  const more = yield* headerOptions()
  return { source: source === 'bad' ? undefined : source, tos, df, validate, pattern, ...more }
}

/** Asked again until the answer is empty, with what was chosen in the brackets. From memory but for V. */
function* headerOptions(): Running<PingOptions> {
  let chosen: { record?: number; timestamp?: number; verbose?: boolean } = {}
  for (;;) {
    const letters = `${chosen.record === undefined ? '' : 'R'}${chosen.timestamp === undefined ? '' : 'T'}${chosen.verbose ? 'V' : ''}`
    const question = `Loose, Strict, Record, Timestamp, Verbose[${letters === '' ? 'none' : letters}]: `
    const answer = (yield* ask(question)).trim().toLowerCase()
    if (answer === '') return chosen
    const option = ['record', 'timestamp', 'verbose', 'none'].find((word) => word.startsWith(answer))
    if (option === 'none') return {}
    if (option === 'verbose') chosen = { ...chosen, verbose: !(chosen.verbose ?? false) }
    else if (option === 'record' || option === 'timestamp') {
      const question = option === 'record' ? 'Number of hops' : 'Number of timestamps'
      const count = yield* askNumber(question, 9, 1, 9, true)
      if (count !== undefined) chosen = { verbose: true, [option]: count }
    } else yield '% Invalid option\n'
  }
}

function* askSweep(): Running<PingOptions['sweep']> {
  const min = yield* askNumber('Sweep min size', 36, ...decimalSizes)
  const max = min === undefined ? undefined : yield* askNumber('Sweep max size', 18_024, ...decimalSizes)
  const interval = max === undefined ? undefined : yield* askNumber('Sweep interval', 1, 1, 18_024)
  return min === undefined || max === undefined || interval === undefined ? undefined : { min, max, interval }
}
