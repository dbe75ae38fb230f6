/**
 * traceroute: sixteen probes on their way at a time, told in their order. A probe that nobody answers is waited for no
 * longer than three times what another of its hop took, or ten times what a later hop took.
 * Leaves out TCP probes, extensions, names of addresses. Source: traceroute(8) and the output of traceroute 2.1.
 */

import type { Answer } from '../../hardware/ip/types.ts'
import { readIpv4, showIpv4 } from '../../wire/ipv4-text.ts'
import { type Command, fail, type Running } from '../command.ts'
import type { HostSystem } from '../host-system.ts'
import { Mailbox } from '../mailbox.ts'
import { readOptions } from '../options.ts'

const usage = `Usage:
  traceroute [ -nI ] [ -f first_ttl ] [ -m max_ttl ] [ -N squeries ] [ -p port ] [ -w MAX,HERE,NEAR ] [ -q nqueries ] [ -s src_addr ] host [ packetlen ]
Options:
  -f first_ttl                Start from the first_ttl hop (instead from 1)
  -I                          Use ICMP ECHO for tracerouting
  -m max_ttl                  Set the max number of hops (max TTL to be
                              reached). Default is 30
  -N squeries                 Set the number of probes to be tried
                              simultaneously (default is 16)
  -n                          Do not resolve IP addresses to their domain names
  -p port                     Set the destination port to use. It is
                              incremented by each probe, default is 33434
  -q nqueries                 Set the number of probes per each hop. Default is
                              3
  -s src_addr                 Use source src_addr for outgoing packets
  -w MAX,HERE,NEAR            Wait for a probe no more than HERE (default 3)
                              times longer than a response from the same hop,
                              or no more than NEAR (default 10) times than some
                              next hop, or MAX (default 5.0) seconds

Arguments:
      host          The host to traceroute to
      packetlen     The full packet length (default is the length of an IP
                    header plus 40)
`

/** What each option's argument is called where it is missing. */
const argumentNames: Readonly<Record<string, string>> = {
  f: 'first_ttl',
  m: 'max_ttl',
  N: 'squeries',
  p: 'port',
  q: 'nqueries',
  s: 'src_addr',
  w: 'MAX,HERE,NEAR',
}

/** Added to a time before it is multiplied. */
const precisionMs = 1

interface Options {
  readonly destination: number
  readonly target: string
  readonly source: number | undefined
  readonly firstHop: number
  readonly lastHop: number
  readonly queries: number
  readonly atOnce: number
  readonly port: number
  readonly bytes: number
  readonly echo: boolean
  readonly numeric: boolean
  readonly waitMs: number
  readonly hereFactor: number
  readonly nearFactor: number
}

export const traceroute: Command = {
  name: 'traceroute',
  synopsis: '[-nI] [-q QUERIES] [-w SECONDS] [-m HOPS] [-f FIRST] [-s ADDRESS] HOST [BYTES]',
  help: 'the routers on the way to a host',
  *run({ system, words }) {
    const options = readTraceroute(system, words)
    if ('text' in options) return yield* fail(options.text, options.status)
    return yield* new Tracing(system, options).run()
  },
}

function readTraceroute(
  system: HostSystem,
  words: readonly string[],
): Options | { readonly text: string; readonly status: number } {
  const refuse = (text: string, status = 2) => ({ text: `${text}\n`, status })
  if (words.length === 0 || words.includes('--help')) return { text: usage, status: 0 }
  const { options, operands, problem } = readOptions(words, 'nIUf:m:N:p:q:s:w:')
  if (problem !== undefined) {
    const letter = problem.at(-2) ?? ''
    const at = words.findIndex((word) => word.startsWith('-') && word.includes(letter)) + 1
    const name = argumentNames[letter]
    return name === undefined
      ? refuse(`Bad option \`-${letter}' (argc ${at})`)
      : refuse(`Option \`-${letter}' (argc ${at}) requires an argument: \`-${letter} ${name}'`)
  }
  const cannotHandle = (letter: string) => {
    const value = options.get(letter) ?? ''
    return `Cannot handle \`-${letter}' option with arg \`${value}' (argc ${words.indexOf(value) + 1})`
  }
  for (const [letter, value] of options) {
    if (!'fmNpq'.includes(letter) || /^\d{1,6}$/.test(value)) continue
    return refuse(cannotHandle(letter))
  }
  const number = (letter: string, fallback: number) => Number(options.get(letter) ?? fallback)
  const [waitSeconds = Number.NaN, hereFactor = 3, nearFactor = 10] = (options.get('w') ?? '5')
    .split(',')
    .map(Number)
  const [target, length] = operands
  if (target === undefined) return refuse('Specify "host" missing argument.')
  const destination = system.resolve(target)
  if (destination === undefined)
    return refuse(
      `${target}: Temporary failure in name resolution\nCannot handle "host" cmdline arg \`${target}' on position 1 (argc ${words.indexOf(target) + 1})`,
    )
  const lastHop = number('m', 30)
  const firstHop = number('f', 1)
  const queries = number('q', 3)
  if (lastHop > 255) return refuse('max hops cannot be more than 255')
  if (firstHop < 1 || firstHop > lastHop) return refuse('first hop out of range')
  if (queries < 1 || queries > 10) return refuse('no more than 10 probes per hop')
  if (!(waitSeconds >= 0)) return refuse(cannotHandle('w'))
  const typed = options.get('s')
  const source = typed === undefined ? undefined : readIpv4(typed)
  if (typed !== undefined && (source === undefined || !system.stack.isOwnAddress(source)))
    return refuse('bind: Cannot assign requested address', 1)
  return {
    destination,
    target,
    source,
    firstHop,
    lastHop,
    queries,
    atOnce: Math.max(1, number('N', 16)),
    port: number('p', 33_434),
    bytes: Math.max(28, Number(length ?? 60) || 60),
    echo: options.has('I'),
    numeric: options.has('n'),
    waitMs: waitSeconds * 1000,
    hereFactor,
    nearFactor,
  }
}

interface Probe {
  readonly ttl: number
  sentMs: number | undefined
  cancel: () => void
  /** What became of it: 'lost' when nobody answered in time. */
  answer: Answer | 'lost' | undefined
}

class Tracing {
  readonly #system: HostSystem
  readonly #options: Options
  readonly #probes: Probe[]
  readonly #answered = new Mailbox<Probe>()
  readonly #id: number
  /** Probes behind this one are not needed: the destination has answered. */
  #end: number
  #lastShown: number | undefined

  constructor(system: HostSystem, options: Options) {
    this.#system = system
    this.#options = options
    this.#id = system.newProcessId()
    const { firstHop, lastHop, queries } = options
    this.#end = (lastHop - firstHop + 1) * queries
    this.#probes = Array.from({ length: this.#end }, (_, at) => ({
      ttl: firstHop + Math.floor(at / queries),
      sentMs: undefined,
      cancel: () => {},
      answer: undefined,
    }))
  }

  *run(): Running {
    const { destination, target, lastHop, bytes } = this.#options
    yield `traceroute to ${target} (${showIpv4(destination)}), ${lastHop} hops max, ${bytes} byte packets\n`
    if (!this.#system.canReach(destination)) return yield* fail('connect: Network is unreachable\n', 1)
    let shown = 0
    try {
      while (shown < this.#end) {
        while (this.#answered.take() !== undefined);
        const waitMs = this.#sendAndExpire(shown)
        const before = shown
        for (; shown < this.#end && this.#probes[shown]?.answer !== undefined; shown++) yield this.#row(shown)
        if (shown === before && waitMs > 0 && !(yield* this.#answered.wait(waitMs))) break
      }
    } finally {
      for (const probe of this.#probes) probe.cancel()
    }
    return 0
  }

  /** Fills the window of probes, gives up those whose time is over, and says how long nothing can happen by itself. */
  #sendAndExpire(first: number): number {
    const { nowMs } = this.#system.kernel
    let onTheWay = 0
    let waitMs = Number.POSITIVE_INFINITY
    for (let at = first; at < this.#end && onTheWay < this.#options.atOnce; at++) {
      const probe = this.#probes[at]
      if (probe === undefined || probe.answer !== undefined) continue
      if (probe.sentMs === undefined) this.#send(probe, at)
      const leftMs = (probe.sentMs ?? nowMs) + this.#patienceMs(at) - nowMs
      // Less than any difference that counts: sums of fractions are not exact.
      if (leftMs < 0.001) {
        probe.cancel()
        probe.answer = 'lost'
        waitMs = 0
        continue
      }
      waitMs = Math.min(waitMs, leftMs)
      onTheWay++
    }
    return waitMs
  }

  #send(probe: Probe, at: number): void {
    const { destination, bytes, port, echo, source } = this.#options
    const { stack, kernel } = this.#system
    const to = {
      destination,
      bytes,
      ttl: probe.ttl,
      timeoutMs: 600_000,
      ...(source === undefined ? {} : { source }),
    }
    const heard = (answer: Answer) => {
      probe.answer ??= answer.kind === 'timeout' ? 'lost' : answer
      if (answer.kind === 'unreachable' || answer.kind === 'reply') this.#reached(at)
      this.#answered.put(probe)
    }
    probe.sentMs = kernel.nowMs
    probe.cancel = echo
      ? stack.echo({ ...to, id: this.#id, sequence: at + 1, pattern: (i) => 0x40 + (i & 0x3f) }, heard)
      : stack.probe({ ...to, port: port + at }, heard)
  }

  /** The hop of this probe is the last. */
  #reached(at: number): void {
    const { queries } = this.#options
    this.#end = Math.min(this.#end, (Math.floor(at / queries) + 1) * queries)
  }

  #patienceMs(at: number): number {
    const { queries, waitMs, hereFactor, nearFactor } = this.#options
    const hop = at - (at % queries)
    const bounded = (probes: readonly Probe[], factor: number): number | undefined => {
      for (const { answer } of probes) {
        const rttMs = answer === undefined || answer === 'lost' || !('rttMs' in answer) ? 0 : answer.rttMs
        if (rttMs > 0) return Math.min(waitMs, (rttMs + precisionMs) * factor)
      }
      return undefined
    }
    return (
      (hereFactor > 0 ? bounded(this.#probes.slice(hop, hop + queries), hereFactor) : undefined) ??
      (nearFactor > 0 ? bounded(this.#probes.slice(at + 1), nearFactor) : undefined) ??
      waitMs
    )
  }

  #row(at: number): string {
    const { queries } = this.#options
    const { ttl, answer } = this.#probes[at] as Probe
    const isFirst = at % queries === 0
    if (isFirst) this.#lastShown = undefined
    const head = isFirst ? `${String(ttl).padStart(2)} ` : ''
    const tail = at % queries === queries - 1 ? '\n' : ''
    return `${head}${this.#answerText(answer)}${tail}`
  }

  #answerText(answer: Probe['answer']): string {
    if (answer === undefined || answer === 'lost' || !('from' in answer)) return ' *'
    const address = showIpv4(answer.from)
    const again = this.#lastShown === answer.from
    this.#lastShown = answer.from
    const name = answer.from === this.#options.destination ? this.#options.target : address
    const who = again ? '' : this.#options.numeric ? ` ${address}` : ` ${name} (${address})`
    return `${who}  ${answer.rttMs.toFixed(3)} ms${marks(answer)}`
  }
}

/** What an ICMP unreachable says but that the port is not in use. */
function marks(answer: Answer): string {
  if (answer.kind !== 'unreachable' || answer.code === 3) return ''
  const letters = new Map([
    [0, '!N'],
    [1, '!H'],
    [2, '!P'],
    [4, `!F-${answer.mtuBytes}`],
    [5, '!S'],
    [13, '!X'],
  ])
  return ` ${letters.get(answer.code) ?? `!${answer.code}`}`
}
