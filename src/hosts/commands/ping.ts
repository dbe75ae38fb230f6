/**
 * ping: echo requests, one a second, and their statistics. A request goes out with DF set as long as it fits (path MTU
 * discovery), and in fragments once a router has said that it does not.
 * Leaves out flooding, patterns and IP options. Source: ping(8) and the output of iputils 20221126.
 */

import type { Answer } from '../../hardware/ip/types.ts'
import { readIpv4, showIpv4 } from '../../wire/ipv4-text.ts'
import { type Call, type Command, fail, type Running } from '../command.ts'
import type { HostSystem } from '../host-system.ts'
import { Mailbox } from '../mailbox.ts'
import type { NetworkInterface } from '../network-interface.ts'
import { readOptions } from '../options.ts'
import { unreachableTexts } from '../unreachable-text.ts'

interface PingOptions {
  readonly destination: number
  /** As it was typed; a name is shown beside the address. */
  readonly target: string
  readonly count: number
  readonly intervalMs: number
  readonly dataBytes: number
  readonly lingerMs: number
  readonly deadlineMs: number
  readonly ttl: number | undefined
  readonly source: number | undefined
  readonly link: NetworkInterface | undefined
  readonly pmtu: 'do' | 'dont' | 'want'
  readonly quiet: boolean
  readonly reportsOutstanding: boolean
  readonly broadcast: boolean
}

const usage = `
Usage
  ping [options] <destination>

Options:
  <destination>      dns name or ip address
  -b                 allow pinging broadcast
  -c <count>         stop after <count> replies
  -h                 print help and exit
  -I <interface>     either interface name or address
  -i <interval>      seconds between sending each packet
  -M <pmtud opt>     define mtu discovery, can be one of <do|dont|want>
  -n                 no dns name resolution
  -O                 report outstanding replies
  -q                 quiet output
  -s <size>          use <size> as number of data bytes to be sent
  -t <ttl>           define time to live
  -w <deadline>      reply wait <deadline> in seconds
  -W <timeout>       time to wait for response

For more details see ping(8).
`

const headerBytes = 28
const longestData = 65_507
/** How long the last requests are waited for when nothing has come at all. */
const lingerMs = 10_000
/** An answer later than this is no longer recognized. */
const longestWaitMs = 60_000
/** Room for a struct timeval; smaller packets cannot carry the time, and then none is printed. */
const timeBytes = 16
/** 127.0.0.1. */
const ownHost = 0x7f00_0001

export const ping: Command = {
  name: 'ping',
  synopsis:
    '[-c COUNT] [-i SECONDS] [-s BYTES] [-t TTL] [-W SECONDS] [-w SECONDS] [-I IF|ADDRESS] [-M do] [-bnOq] HOST',
  help: 'ask a host for an answer (ICMP echo)',
  catchesInterrupt: true,
  *run(call) {
    const options = readPing(call)
    if (!('target' in options)) return yield* fail(options.text, options.status)
    return yield* new Pinging(call.system, options).run()
  },
}

interface Refusal {
  readonly text: string
  readonly status: number
}

function readPing({ system, words }: Call): PingOptions | Refusal {
  const { options, operands, problem } = readOptions(words, 'bc:hI:i:M:nOqs:t:w:W:4')
  const refuse = (text: string, status = 2): Refusal => ({ text: `ping: ${text}\n`, status })
  if (problem !== undefined) return { text: `ping: ${problem}\n${usage}`, status: 2 }
  if (options.has('h')) return { text: usage, status: 2 }
  const problems: Refusal[] = []
  const number = (letter: string, least: number, most: string, fallback: number): number => {
    const text = options.get(letter)
    if (text === undefined) return fallback
    const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN
    if (Number.isNaN(value)) problems.push(refuse(`invalid argument: '${text}'`, 1))
    else if (value < least || value > Number(most))
      problems.push(refuse(`invalid argument: '${text}': out of range: ${least} <= value <= ${most}`, 1))
    return value
  }
  const seconds = (letter: string, fallbackMs: number): number => {
    const text = options.get(letter)
    if (text === undefined) return fallbackMs
    const value = /^\d*\.?\d+$|^\d+\.$/.test(text) ? Number(text) : Number.NaN
    if (!(value < 2_147_483)) problems.push(refuse(`bad timing interval: ${text}`))
    return value * 1000
  }
  const count = number('c', 1, '9223372036854775807', Number.POSITIVE_INFINITY)
  const dataBytes = number('s', 0, '127992', 56)
  const ttl = number('t', 0, '255', 0)
  const intervalMs = Math.max(2, seconds('i', 1000))
  const waitMs = seconds('W', lingerMs)
  const deadlineMs = seconds('w', Number.POSITIVE_INFINITY)
  const pmtu = options.get('M') ?? 'want'
  if (pmtu !== 'do' && pmtu !== 'dont' && pmtu !== 'want')
    problems.push(refuse(`invalid -M argument: ${pmtu}`))
  if (problems[0] !== undefined) return problems[0]
  const target = operands.at(-1)
  if (target === undefined) return refuse('usage error: Destination address required', 1)
  const named = system.resolve(target)
  // 0.0.0.0 is the host itself.
  const destination = named === 0 ? ownHost : named
  if (destination === undefined) return refuse(`${target}: Temporary failure in name resolution`)
  const from = options.get('I')
  const address = from === undefined ? undefined : readIpv4(from)
  const link = from === undefined ? undefined : system.interfaces.get(from)
  if (address !== undefined && !system.stack.isOwnAddress(address))
    return refuse('bind: Cannot assign requested address')
  if (from !== undefined && address === undefined && link === undefined)
    return refuse(`SO_BINDTODEVICE ${from}: No such device`)
  const source = system.stack.sourceFor({
    destination,
    ...(address === undefined ? {} : { source: address }),
  })
  if (link === undefined && !system.canReach(destination)) return refuse('connect: Network is unreachable')
  const broadcast = system.stack.isBroadcast(destination)
  if (broadcast && !options.has('b'))
    return refuse('Do you want to ping broadcast? Then -b. If not, check your local firewall rules')
  if (dataBytes > longestData) return refuse('sendmsg: Message too long')
  return {
    destination,
    target,
    count,
    intervalMs,
    dataBytes,
    lingerMs: waitMs,
    deadlineMs,
    ttl: ttl === 0 ? undefined : ttl,
    source: address ?? (link === undefined ? undefined : source),
    link,
    pmtu: pmtu as PingOptions['pmtu'],
    quiet: options.has('q'),
    reportsOutstanding: options.has('O'),
    broadcast,
  }
}

class Pinging {
  readonly #system: HostSystem
  readonly #options: PingOptions
  readonly #id: number
  readonly #answers = new Mailbox<{ sequence: number; answer: Answer }>()
  /** Unanswered requests, and how to forget them. */
  readonly #open = new Map<number, () => void>()
  readonly #answered = new Set<number>()
  /** A router has said that packets of this size do not pass. */
  #tooLong = false
  #sent = 0
  #received = 0
  #errors = 0
  #duplicates = 0
  /** The most requests that were on their way at one time. */
  #pipe = 0
  #lastSentMs = 0
  // Microseconds, as iputils counts them.
  #least = Number.POSITIVE_INFINITY
  #most = 0
  #sum = 0
  #squares = 0

  constructor(system: HostSystem, options: PingOptions) {
    this.#system = system
    this.#options = options
    this.#id = system.newProcessId()
  }

  *run(): Running {
    const { kernel } = this.#system
    const { count, intervalMs, deadlineMs } = this.#options
    const startMs = kernel.nowMs
    yield this.#heading()
    let nextMs = startMs
    let endMs = startMs + deadlineMs
    try {
      for (;;) {
        for (let told = this.#answers.take(); told !== undefined; told = this.#answers.take())
          yield this.#told(told.sequence, told.answer)
        if (this.#received + this.#errors >= count || kernel.nowMs >= endMs) break
        if (this.#sent < count && kernel.nowMs >= nextMs) {
          if (this.#options.reportsOutstanding && this.#open.has(this.#sent & 0xffff))
            yield `no answer yet for icmp_seq=${this.#sent & 0xffff}\n`
          nextMs = kernel.nowMs + intervalMs
          yield this.#send()
          if (this.#sent === count) endMs = Math.min(endMs, kernel.nowMs + this.#waitForLastMs())
          continue
        }
        const untilMs = this.#sent < count ? Math.min(nextMs, endMs) : endMs
        if (!(yield* this.#answers.wait(untilMs - kernel.nowMs))) break
      }
    } finally {
      for (const cancel of this.#open.values()) cancel()
    }
    yield this.#summary(this.#lastSentMs - startMs)
    return this.#received > 0 ? 0 : 1
  }

  #heading(): string {
    const { destination, target, dataBytes, source, link } = this.#options
    const from =
      source === undefined ? '' : ` from ${showIpv4(source)} ${link === undefined ? '' : link.name}:`
    const text = `PING ${target} (${showIpv4(destination)})${from} ${dataBytes}(${dataBytes + headerBytes}) bytes of data.\n`
    return this.#options.broadcast ? `WARNING: pinging broadcast address\n${text}` : text
  }

  /** Twice the slowest answer so far, one interval at least; all the time there is when nothing has come. */
  #waitForLastMs(): number {
    const { intervalMs, lingerMs: longest } = this.#options
    return this.#received > 0 ? Math.max((2 * this.#most) / 1000, intervalMs) : longest
  }

  /** Sends the next request; what went wrong at once. */
  #send(): string {
    const { destination, dataBytes, ttl, source, link, pmtu } = this.#options
    // 65,536 requests later the numbers come again.
    const sequence = ++this.#sent & 0xffff
    this.#answered.delete(sequence)
    const bytes = dataBytes + headerBytes
    const { stack, kernel } = this.#system
    this.#lastSentMs = kernel.nowMs
    const mtuBytes = this.#system.mtuTowards(destination)
    if (pmtu === 'do' && bytes > mtuBytes) {
      this.#errors++
      return `ping: local error: message too long, mtu=${mtuBytes}\n`
    }
    const df = pmtu === 'do' || (pmtu === 'want' && bytes <= mtuBytes && !this.#tooLong)
    const cancel = stack.echo(
      {
        destination,
        bytes,
        df,
        timeoutMs: longestWaitMs,
        id: this.#id,
        sequence,
        pattern: (at) => (at < timeBytes ? 0 : at & 0xff),
        ...(ttl === undefined ? {} : { ttl }),
        ...(source === undefined ? {} : { source }),
        ...(link === undefined || link.port === undefined ? {} : { link }),
      },
      (answer) => this.#answers.put({ sequence, answer }),
    )
    this.#open.set(sequence, cancel)
    return ''
  }

  #told(sequence: number, answer: Answer): string {
    const { dataBytes } = this.#options
    if (answer.kind === 'timeout') {
      this.#open.delete(sequence)
      return ''
    }
    const isAgain = this.#answered.has(sequence)
    this.#answered.add(sequence)
    // A question to everybody stays open for others' answers.
    if (!(answer.kind === 'reply' && answer.oneOfSeveral)) this.#open.delete(sequence)
    this.#pipe = Math.max(this.#pipe, ((this.#sent - sequence) & 0xffff) + 1)
    if (answer.kind !== 'reply') {
      this.#errors++
      return this.#options.quiet ? '' : this.#failure(sequence, answer)
    }
    const us = Math.floor(answer.rttMs * 1000)
    if (isAgain) this.#duplicates++
    else this.#received++
    const isTimed = dataBytes >= timeBytes
    if (isTimed && !isAgain) {
      this.#least = Math.min(this.#least, us)
      this.#most = Math.max(this.#most, us)
      this.#sum += us
      this.#squares += us * us
    }
    if (this.#options.quiet) return ''
    const from = this.#named(answer.from)
    const time = isTimed ? ` time=${milliseconds(us)} ms` : ''
    return `${answer.bytes - 20} bytes from ${from}: icmp_seq=${sequence} ttl=${answer.ttl}${time}${isAgain ? ' (DUP!)' : ''}\n`
  }

  /** The name that was typed stands before its own address. */
  #named(address: number): string {
    const { target, destination } = this.#options
    const shown = showIpv4(address)
    return address === destination && readIpv4(target) === undefined ? `${target} (${shown})` : shown
  }

  #failure(sequence: number, answer: Exclude<Answer, { kind: 'reply' | 'timeout' }>): string {
    if (answer.kind === 'not sent')
      return answer.why === 'packet too long'
        ? `ping: local error: message too long, mtu=${this.#system.mtuTowards(this.#options.destination)}\n`
        : 'ping: sendmsg: Network is unreachable\n'
    const from = `From ${showIpv4(answer.from)} icmp_seq=${sequence} `
    switch (answer.kind) {
      case 'unreachable':
        if (answer.code !== 4)
          return `${from}${unreachableTexts.get(answer.code) ?? `Dest Unreachable, Bad Code: ${answer.code}`}\n`
        this.#tooLong = true
        return `${from}Frag needed and DF set (mtu = ${answer.mtuBytes})\n`
      case 'ttl exceeded':
        return `${from}${answer.code === 1 ? 'Frag reassembly time exceeded' : 'Time to live exceeded'}\n`
      case 'quench':
        return `${from}Source Quench\n`
      default:
        return `${from}Bad ICMP type: ${answer.type}\n`
    }
  }

  #summary(tookMs: number): string {
    const { target } = this.#options
    const sent = this.#sent
    const received = this.#received
    const extra =
      (this.#duplicates > 0 ? `+${this.#duplicates} duplicates, ` : '') +
      (this.#errors > 0 ? `+${this.#errors} errors, ` : '')
    const loss =
      sent === 0 ? '' : `${Number((((sent - received) * 100) / sent).toPrecision(6))}% packet loss, `
    let text = `\n--- ${target} ping statistics ---\n${sent} packets transmitted, ${received} received, ${extra}${loss}time ${Math.round(tookMs)}ms\n`
    const isTimed = received > 0 && this.#options.dataBytes >= timeBytes
    if (isTimed) {
      const average = Math.floor(this.#sum / received)
      const deviation = Math.floor(
        Math.sqrt(Math.max(0, this.#squares / received - (this.#sum / received) ** 2)),
      )
      text += `rtt min/avg/max/mdev = ${[this.#least, average, this.#most, deviation].map(thousandths).join('/')} ms`
    }
    if (this.#pipe > 1) text += `${isTimed ? ', ' : ''}pipe ${this.#pipe}`
    return `${text}\n`
  }
}

const thousandths = (us: number): string => `${Math.floor(us / 1000)}.${String(us % 1000).padStart(3, '0')}`

/** Three significant digits or so, as iputils rounds. */
function milliseconds(us: number): string {
  if (us >= 99_950) return String(Math.floor((us + 500) / 1000))
  if (us >= 9995) return (Math.floor((us + 50) / 100) / 10).toFixed(1)
  if (us >= 1000) return (Math.floor((us + 5) / 10) / 100).toFixed(2)
  return thousandths(us)
}
