/**
 * What follows `permit` and `deny`: protocols, addresses, ports and options in every combination, put together from small
 * forms into one automaton. Leaves out options that nothing here models (`dscp`, `tos`, `reflect`, flags of TCP by name).
 */

import { accept, compilePattern, type State } from '../../../grammar/pattern.ts'
import { argumentType } from '../../argument-types.ts'
import type { Ipv4 } from '../../arguments.ts'
import type { IcmpMessage } from './ports.ts'
import {
  type Action,
  type AddressMatch,
  addressMatch,
  anyAddress,
  type ExtendedRule,
  type PortMatch,
  protocolNumbers,
  type StandardRule,
} from './rule.ts'

/** What the forms below capture. */
interface RuleWords {
  readonly action: Action
  readonly protocol?: string
  readonly protocolNumber?: number
  readonly source?: Ipv4
  readonly sourceWildcard?: Ipv4
  readonly sourceOperator?: PortMatch['operator']
  readonly sourcePort?: number
  readonly sourceTo?: number
  readonly destination?: Ipv4
  readonly destinationWildcard?: Ipv4
  readonly destinationOperator?: PortMatch['operator']
  readonly destinationPort?: number
  readonly destinationTo?: number
  readonly icmp?: IcmpMessage
  readonly code?: number
  readonly options?: readonly ('established' | 'fragments')[]
  readonly log?: 'log' | 'log-input'
  readonly timeRange?: string
}

const protocolHelp: Readonly<Record<string, string>> = {
  ahp: 'Authentication Header Protocol',
  eigrp: "Cisco's EIGRP routing protocol",
  esp: 'Encapsulation Security Payload',
  gre: "Cisco's GRE tunneling",
  icmp: 'Internet Control Message Protocol',
  igmp: 'Internet Gateway Message Protocol',
  ip: 'Any Internet Protocol',
  ipinip: 'IP in IP tunneling',
  nos: 'KA9Q NOS compatible IP over IP tunneling',
  ospf: 'OSPF routing protocol',
  pcp: 'Payload Compression Protocol',
  pim: 'Protocol Independent Multicast',
  tcp: 'Transmission Control Protocol',
  udp: 'User Datagram Protocol',
  protocolNumber: 'An IP protocol number',
}

const help: Readonly<Record<string, string>> = {
  eq: 'Match only packets on a given port number',
  gt: 'Match only packets with a greater port number',
  lt: 'Match only packets with a lower port number',
  neq: 'Match only packets not on a given port number',
  range: 'Match only packets in the range of port numbers',
  sourcePort: 'Port number',
  sourceTo: 'Port number',
  destinationPort: 'Port number',
  destinationTo: 'Port number',
  icmp: 'ICMP message type',
  code: 'ICMP message code',
  established: 'Match established connections',
  fragments: 'Check non-initial fragments',
  log: 'Log matches against this entry',
  'log-input': 'Log matches against this entry, including input interface',
  'time-range': 'Specify a time-range',
  timeRange: 'Time-range entry name',
  ...protocolHelp,
}

/** Every argument must be there: `no` takes the whole rule. */
function compile(grammar: string, end: State, words = help): State {
  const names = [...grammar.matchAll(/[<{](\w+)/g)].map(([, name = '']) => name)
  return compilePattern(grammar, { help: words, key: names, argument: argumentType }, end)
}

function either(...states: readonly State[]): State {
  return {
    next: states.flatMap(({ next }) => next),
    accepts: states.some(({ accepts }) => accepts),
    negatable: states.some(({ negatable }) => negatable),
  }
}

function address(side: 'source' | 'destination', next: State): State {
  const words = {
    any: `Any ${side} host`,
    host: `A single ${side} host`,
    [side]: `${side === 'source' ? 'Source' : 'Destination'} address`,
    [`${side}Wildcard`]: `${side === 'source' ? 'Source' : 'Destination'} wildcard bits`,
  }
  return either(
    compile('any', next, words),
    compile(`host <${side}:ipv4>`, next, words),
    compile(`<${side}:ipv4> <${side}Wildcard:wildcard>`, next, words),
  )
}

function ports(side: 'source' | 'destination', type: 'tcp-port' | 'udp-port', next: State): State {
  return either(
    compile(`{${side}Operator:eq|gt|lt|neq} <${side}Port:${type}>`, next),
    compile(`{${side}Operator:range} <${side}Port:${type}> <${side}To:${type}>`, next),
    next,
  )
}

let standard: State | undefined
let extended: State | undefined

/** Behind `permit` in a standard list. */
export function standardTail(): State {
  const words = {
    any: 'Any source host',
    host: 'A single host address',
    source: 'Hostname or A.B.C.D',
    sourceWildcard: 'Wildcard bits',
    log: 'Log matches against this entry',
  }
  const end = compile('[{log:log}]', accept, words)
  standard ??= either(
    compile('any', end, words),
    compile('host <source:ipv4>', end, { ...words, source: 'Host address' }),
    compile('<source:ipv4>', either(compile('<sourceWildcard:wildcard>', end, words), end), {
      ...words,
      source: 'Address to match',
    }),
  )
  return standard
}

/** Behind `permit` in an extended list. */
export function extendedTail(): State {
  const options = '[{log:log|log-input}] [time-range <timeRange:word>]'
  const plain = compile(`[{options*:fragments}] ${options}`, accept)
  const tcp = compile(`[{options*:established|fragments}] ${options}`, accept)
  const message = either(compile('<icmp:icmp-message>', either(compile('<code:0-255>', plain), plain)), plain)
  const others = [...protocolNumbers.keys()].filter(
    (name) => name !== 'tcp' && name !== 'udp' && name !== 'icmp',
  )
  extended ??= either(
    compile('{protocol:tcp}', portsAndAddresses('tcp-port', tcp)),
    compile('{protocol:udp}', portsAndAddresses('udp-port', plain)),
    compile('{protocol:icmp}', address('source', address('destination', message))),
    compile(`{protocol:${others.join('|')}}`, address('source', address('destination', plain))),
    compile('<protocolNumber:0-255>', address('source', address('destination', plain))),
  )
  return extended
}

function portsAndAddresses(type: 'tcp-port' | 'udp-port', next: State): State {
  return address('source', ports('source', type, address('destination', ports('destination', type, next))))
}

/** The rule that a typed standard entry means. Without a wildcard it is a host. */
export function standardRule(args: object): StandardRule {
  const words = args as RuleWords
  return {
    kind: 'standard',
    action: words.action,
    source: words.source === undefined ? anyAddress : addressMatch(words.source, words.sourceWildcard ?? 0),
    log: words.log !== undefined,
  }
}

/** The rule that a typed extended entry means. */
export function extendedRule(args: object): ExtendedRule {
  const words = args as RuleWords
  const sourcePort = portMatch(words.sourceOperator, words.sourcePort, words.sourceTo)
  const destinationPort = portMatch(words.destinationOperator, words.destinationPort, words.destinationTo)
  const icmp =
    words.icmp === undefined || words.code === undefined
      ? words.icmp
      : { type: words.icmp.type, code: words.code }
  return {
    kind: 'extended',
    action: words.action,
    protocol:
      words.protocol === undefined ? words.protocolNumber || undefined : protocolNumbers.get(words.protocol),
    source: match(words.source, words.sourceWildcard),
    ...(sourcePort && { sourcePort }),
    destination: match(words.destination, words.destinationWildcard),
    ...(destinationPort && { destinationPort }),
    ...(icmp && { icmp }),
    established: words.options?.includes('established') ?? false,
    fragments: words.options?.includes('fragments') ?? false,
    ...(words.log && { log: words.log }),
    ...(words.timeRange && { timeRange: words.timeRange }),
  }
}

function match(address: Ipv4 | undefined, wildcard = 0): AddressMatch {
  return address === undefined ? anyAddress : addressMatch(address, wildcard)
}

function portMatch(
  operator: PortMatch['operator'] | undefined,
  port: number | undefined,
  to: number | undefined,
): PortMatch | undefined {
  if (operator === undefined || port === undefined) return undefined
  if (to === undefined) return { operator, port }
  return { operator, port: Math.min(port, to), to: Math.max(port, to) }
}
