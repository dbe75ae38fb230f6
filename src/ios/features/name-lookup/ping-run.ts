/**
 * What a ping prints: the heading, a mark for each request, and the summary; or a line for each reply, where there may be
 * several or details were asked for. Layout: captures of 15.x and 16.x; replies with options from memory.
 */

import type { Answer, EchoRequest } from '../../../hardware/ip/types.ts'
import { readOptions, recordRouteOptions, timestampOptions } from '../../../wire/ipv4-options.ts'
import { showIpv4 } from '../../arguments.ts'
import type { Ios } from '../../ios.ts'
import { ipStackOf, linkNamed } from '../../ip-stack.ts'
import { releaseOf } from '../../release.ts'
import type { Running } from '../../steps.ts'
import { echo, echoToAll } from './probes.ts'

export interface PingOptions {
  readonly repeat?: number | undefined
  readonly size?: number | undefined
  readonly timeout?: number | undefined
  /** An address of ours, or the name of an interface. */
  readonly source?: number | string | undefined
  readonly df?: boolean
  readonly validate?: boolean
  readonly verbose?: boolean
  readonly tos?: number | undefined
  /** Repeated to fill the data. */
  readonly pattern?: number | undefined
  readonly sweep?: { readonly min: number; readonly max: number; readonly interval: number } | undefined
  /** Addresses or times that the request has room for. */
  readonly record?: number | undefined
  readonly timestamp?: number | undefined
}

const marksPerRow = 70

export function* ping(ios: Ios, address: number, options: PingOptions): Running {
  const { repeat = 5, size = 100, timeout = 2, sweep } = options
  const source = sourceOf(ios, options.source)
  if (typeof source === 'string') {
    yield source
    return
  }
  const sizes = sweep === undefined ? [size] : sweepSizes(sweep)
  const total = repeat * sizes.length
  const bytes = sweep === undefined ? `${size}` : `[${sweep.min}..${sweep.max}]`
  const opening = releaseOf(ios) < 15 ? '\n' : ''
  yield `${opening}Type escape sequence to abort.\n`
  yield `Sending ${total}, ${bytes}-byte ICMP Echos to ${showIpv4(address)}, timeout is ${timeout} seconds:\n`
  if (source !== undefined) yield `Packet sent with a source address of ${showIpv4(source)}\n`
  if (options.df === true) yield 'Packet sent with the DF bit set\n'
  if (options.validate === true) yield 'Reply data will be validated\n'
  const header = headerOptions(options)
  if (header !== undefined) yield `Packet has IP options:  ${optionText(header, true)}`
  const id = ipStackOf(ios).newEchoId()
  const request = (sent: number): EchoRequest =>
    ({
      destination: address,
      source,
      bytes: sizes[Math.floor(sent / repeat)] ?? size,
      timeoutMs: timeout * 1000,
      id,
      sequence: sent & 0xffff,
      tos: options.tos,
      df: options.df,
      pattern: options.pattern,
      options: header,
    }) as EchoRequest
  if (ipStackOf(ios).isBroadcast(address) || address >>> 28 === 14) yield* pingAll(ios, total, request)
  else yield* pingOne(ios, total, request, options)
}

function* pingOne(
  ios: Ios,
  total: number,
  request: (sent: number) => EchoRequest,
  options: PingOptions,
): Running {
  const verbose = options.verbose === true || headerOptions(options) !== undefined
  const times: number[] = []
  let sent = 0
  while (sent < total) {
    const answer = yield* echo(ios, request(sent))
    if (answer === 'break') {
      sent++
      break
    }
    // A reply whose data came back changed counts as lost.
    const good = answer.kind === 'reply' && (answer.intact || options.validate !== true)
    if (good) times.push(Math.max(1, Math.round(answer.rttMs)))
    if (verbose) yield verboseLine(sent, answer)
    sent++
    if (!verbose) yield markOf(answer, good) + (sent % marksPerRow === 0 && sent < total ? '\n' : '')
  }
  yield `${verbose ? '' : '\n'}${summary(times, sent)}`
}

/** A line for each reply; how many there are, nobody can know. A request that nobody answers is a dot. */
function* pingAll(ios: Ios, total: number, request: (sent: number) => EchoRequest): Running {
  let inRow = false
  yield '\n'
  for (let sent = 0; sent < total; sent++) {
    const { replies, broken } = yield* echoToAll(ios, request(sent), ({ from, rttMs }) => {
      const opening = inRow ? '\n' : ''
      inRow = false
      return `${opening}Reply to request ${sent} from ${showIpv4(from)}, ${Math.max(1, Math.round(rttMs))} ms\n`
    })
    if (broken) break
    if (replies > 0) continue
    yield '.'
    inRow = true
  }
  if (inRow) yield '\n'
}

function summary(times: readonly number[], sent: number): string {
  const percent = sent === 0 ? 0 : Math.floor((times.length * 100) / sent)
  const rate = `Success rate is ${percent} percent (${times.length}/${sent})`
  if (times.length === 0) return `${rate}\n`
  const average = Math.floor(times.reduce((sum, ms) => sum + ms, 0) / times.length)
  return `${rate}, round-trip min/avg/max = ${Math.min(...times)}/${average}/${Math.max(...times)} ms\n`
}

function markOf(answer: Answer, good: boolean): string {
  switch (answer.kind) {
    case 'reply':
      return good ? '!' : 'C'
    case 'unreachable':
      return answer.code === 4 ? 'M' : 'U'
    case 'quench':
      return 'Q'
    case 'ttl exceeded':
      return '&'
    case 'other':
      return '?'
    case 'not sent':
      // Too long for the first link, and not to be cut: the router tells itself.
      return answer.why === 'packet too long' ? 'M' : '.'
    case 'timeout':
      return '.'
  }
}

/** From memory but for the first form. */
function verboseLine(sent: number, answer: Answer): string {
  switch (answer.kind) {
    case 'reply': {
      const line = `Reply to request ${sent} (${Math.max(1, Math.round(answer.rttMs))} ms)`
      if (answer.options.length === 0) return `${line}\n`
      return `${line}.  Received packet has options\n ${optionText(answer.options, false)} End of list\n\n`
    }
    case 'unreachable':
      return `Unreachable from ${showIpv4(answer.from)}${answer.code === 4 ? `, maximum MTU ${answer.mtuBytes}` : ''}\n`
    case 'ttl exceeded':
      return `Time to live exceeded from ${showIpv4(answer.from)}\n`
    default:
      return `Request ${sent} timed out\n`
  }
}

function headerOptions({ record, timestamp }: PingOptions): Uint8Array | undefined {
  if (record !== undefined) return recordRouteOptions(record)
  return timestamp === undefined ? undefined : timestampOptions(timestamp)
}

/** `<*>` stands where the next router will write. */
function optionText(options: Uint8Array, sent: boolean): string {
  const total = options[1] ?? options.length
  let text = `Total option bytes= ${sent ? total : options.length}, padded length=${options.length}\n`
  for (const { type, values, filled, overflow } of readOptions(options)) {
    const isRoute = type === 7
    text += isRoute
      ? ' Record route:'
      : ` Timestamp: Type 0.  Overflows: ${overflow} length ${total}, ptr ${filled * 4 + 5}\n `
    text += filled === 0 ? ' <*>\n' : '\n'
    for (const [i, value] of values.entries()) {
      const mark = i + 1 === filled && filled < values.length ? ' <*>' : ''
      text += isRoute
        ? `   (${showIpv4(value)})${mark}\n`
        : `   Time= ${clock(value)} (${hex(value)})${mark}\n`
    }
  }
  return text
}

function clock(timeMs: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const seconds = Math.floor(timeMs / 1000)
  const thousandths = String(timeMs % 1000).padStart(3, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${thousandths} UTC`
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(8, '0')
}

function sweepSizes({ min, max, interval }: { min: number; max: number; interval: number }): number[] {
  const sizes: number[] = []
  for (let size = min; size <= max; size += interval) sizes.push(size)
  return sizes
}

/** The source address, undefined for the usual one; a sentence when it cannot be. From memory. */
export function sourceOf(ios: Ios, source: number | string | undefined): number | string | undefined {
  if (source === undefined) return undefined
  const stack = ipStackOf(ios)
  if (typeof source === 'number')
    return stack.isOwnAddress(source)
      ? source
      : '% Invalid source address- IP address not on any of our up interfaces\n'
  const link = linkNamed(ios, source)
  const own = link?.isUp() === true ? stack.addressesOf(link)[0] : undefined
  return own?.address ?? '% Invalid source interface - IP not enabled or interface is down\n'
}
