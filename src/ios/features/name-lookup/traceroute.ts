/**
 * `traceroute`: UDP probes with a growing time to live, and who sent them back. Layout: captured on 15.x; the classic
 * dialogue's source question from memory. Leaves out IPv6 and header options.
 */

import type { Answer } from '../../../hardware/ip/types.ts'
import { optionsInAnyOrder } from '../../any-order.ts'
import { showIpv4 } from '../../arguments.ts'
import { userExec } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { isXe, releaseOf } from '../../release.ts'
import { ask, type Running } from '../../steps.ts'
import { lookUp, readAddress } from './look-up.ts'
import { hostTable } from './names.ts'
import { sourceOf } from './ping-run.ts'
import { probe } from './probes.ts'
import { agreed, askNumber, sourceNamed } from './questions.ts'

interface Options {
  readonly numeric?: boolean
  readonly port?: number | undefined
  readonly probes?: number | undefined
  readonly source?: number | string | undefined
  readonly timeout?: number | undefined
  readonly least?: number | undefined
  readonly most?: number | undefined
}

const probeBytes = 28

function* traceroute(ios: Ios, typed: string, options: Options): Running {
  const host = yield* lookUp(ios, typed)
  const address = host?.addresses[0]
  if (host === undefined || address === undefined) {
    yield '% Unrecognized host or address, or protocol not running.\n'
    return
  }
  const source = sourceOf(ios, options.source)
  if (typeof source === 'string') {
    yield source
    return
  }
  const target = host.named ? `${host.name} (${showIpv4(address)})` : host.name
  const classic = releaseOf(ios) < 15
  yield `${classic ? '\n' : ''}Type escape sequence to abort.\nTracing the route to ${target}\n`
  yield classic ? '\n' : 'VRF info: (vrf in name/id, vrf out name/id)\n'
  const { least = 1, most = 30, probes = 3, timeout = 3, port = 33_434 } = options
  let sent = 0
  for (let ttl = least; ttl <= most; ttl++) {
    yield `${String(ttl).padStart(3)} `
    let from: number | undefined
    let over = false
    for (let i = 0; i < probes; i++) {
      const answer = yield* probe(ios, {
        destination: address,
        ...(source !== undefined && { source }),
        ttl,
        port: (port + sent++) & 0xffff,
        bytes: probeBytes,
        timeoutMs: timeout * 1000,
      })
      if (answer === 'break') {
        yield '\n'
        return
      }
      const heard = answer.kind === 'unreachable' || answer.kind === 'ttl exceeded' ? answer : undefined
      if (heard === undefined) {
        yield ' * '
        continue
      }
      // Another router than that of the row so far begins a row of its own.
      if (heard.from !== from) {
        if (i > 0) yield '\n    '
        yield nameOf(ios, heard.from, options.numeric === true)
      }
      from = heard.from
      over ||= heard.kind === 'unreachable'
      yield wordOf(heard)
    }
    yield '\n'
    if (over) return
  }
}

function wordOf(answer: Answer & { kind: 'unreachable' | 'ttl exceeded' }): string {
  const word = answer.kind === 'unreachable' ? unreachableWords.get(answer.code) : undefined
  return word === undefined ? ` ${Math.round(answer.rttMs)} msec` : ` ${word} `
}

/** By code of the ICMP unreachable. A port that nobody listens on is what one looks for. */
const unreachableWords = new Map([
  [0, '!N'],
  [1, '!H'],
  [2, '!P'],
  [13, '!A'],
])

/** Names from the host table. From memory. */
function nameOf(ios: Ios, address: number, numeric: boolean): string {
  const shown = showIpv4(address)
  const entry = numeric ? undefined : hostTable(ios).find(({ addresses }) => addresses.includes(address))
  return entry === undefined ? shown : `${entry.name} (${shown})`
}

const help = {
  numeric: 'display numeric address',
  port: 'specify port number',
  number: 'Port number',
  probe: 'specify number of probes per hop',
  count: 'Probe count',
  source: 'specify source address or name',
  from: 'Source address',
  interface: 'Interface',
  timeout: 'specify time out',
  seconds: 'Timeout in seconds',
  ttl: 'specify minimum and maximum ttl',
  least: 'Minimum Time to Live',
  most: 'Maximum Time to Live',
}

interface Typed {
  readonly numeric?: string
  readonly number?: number
  readonly count?: number
  readonly from?: number
  readonly interface?: string
  readonly seconds?: number
  readonly least?: number
  readonly most?: number
}

const options = () =>
  optionsInAnyOrder(
    [
      ['{numeric:numeric}'],
      ['port <number:0-65535>'],
      ['probe <count:1-65535>'],
      ['source <from:ipv4>', 'source <interface:interface>'],
      ['timeout <seconds:0-3600>'],
      ['ttl <least:0-255> <most:1-255>'],
    ],
    help,
  )

const words = userExec.words('traceroute', { traceroute: 'Trace route to destination' })
for (const family of [words, words.words('ip', { ip: 'IP Trace' })] as const)
  family.exec('<host:word>', {
    help: { host: 'Trace route to destination address or hostname' },
    tail: options,
    run({ ios, args }) {
      const typed: Typed = args as Typed
      return traceroute(ios, args.host, {
        numeric: typed.numeric !== undefined,
        port: typed.number,
        probes: typed.count,
        source: typed.from ?? typed.interface,
        timeout: typed.seconds,
        least: typed.least,
        most: typed.most,
      })
    },
  })

words.exec('', {
  help: {},
  *run({ ios }) {
    const xe = isXe(ios)
    const protocol = (yield* ask('Protocol [ip]: ')).trim().toLowerCase()
    if (protocol !== '' && protocol !== 'ip') {
      // From memory.
      yield '% Unknown protocol - type "trace ?" for help\n'
      return
    }
    const target = (yield* ask('Target IP address: ')).trim()
    if (target === '' || (/^[\d.]+$/.test(target) && readAddress(target) === undefined)) {
      yield '% Bad IP address\n'
      return
    }
    if (xe) yield* ask('Ingress traceroute [n]: ')
    const source = sourceNamed(ios, (yield* ask(`Source address${xe ? ' or interface' : ''}: `)).trim())
    const fault = source === 'bad' ? '% Invalid source address\n' : sourceOf(ios, source)
    if (typeof fault === 'string') {
      yield fault
      return
    }
    if (xe) yield* ask('DSCP Value [0]: ')
    const numeric = yield* agreed('Numeric display [n]: ')
    const timeout = yield* askNumber('Timeout in seconds', 3, 0, 3600)
    const probes = timeout === undefined ? undefined : yield* askNumber('Probe count', 3, 1, 65_535)
    const least = probes === undefined ? undefined : yield* askNumber('Minimum Time to Live', 1, 0, 255)
    const most = least === undefined ? undefined : yield* askNumber('Maximum Time to Live', 30, 1, 255)
    const port = most === undefined ? undefined : yield* askNumber('Port Number', 33_434, 0, 65_535)
    if (port === undefined) return
    yield* ask('Loose, Strict, Record, Timestamp, Verbose[none]: ')
    yield* traceroute(ios, target, { numeric, timeout, probes, least, most, port, source: fault })
  },
})
