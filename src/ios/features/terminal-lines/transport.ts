/**
 * `transport input|output|preferred` of a terminal line: which protocols may come in, go out, and are meant by a lone word.
 * A router knows more of them than a switch, and prints them in an order of its own. Until sessions come over the network,
 * only `preferred` has an effect. Source: Cisco "Terminal Services Command Reference"; factory lines of a 1941, 15.4(3)M.
 */

import type { Section } from '../../../config/section.ts'
import { lineMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'

const transport = lineMode.words('transport', { transport: 'Define transport protocols for line' })
const input = transport.words('input', {
  input: 'Define which protocols to use when connecting to the terminal server',
})
const output = transport.words('output', { output: 'Define which protocols to use for outgoing connections' })
const preferred = transport.words('preferred', { preferred: 'Specify the preferred protocol to use' })

const help = {
  all: 'All protocols',
  none: 'No protocols',
  lat: 'DEC LAT protocol',
  pad: 'X.3 PAD',
  telnet: 'TCP/IP Telnet protocol',
  rlogin: 'Unix rlogin protocol',
  'lapb-ta': 'LAPB Terminal Adapter',
  mop: 'DEC MOP Remote Console Protocol',
  udptn: 'UDPTN async via UDP protocol',
  v120: 'Async over ISDN',
  ssh: 'TCP/IP SSH protocol',
} as const
const { all, none, telnet, ssh, lat: _lat, ...routerOnly } = help
const allOrNone = { all, none }
const onSwitch = { telnet, ssh }
const onRouter = { lat: _lat, ...routerOnly, telnet, ssh }

/** As the running configuration and `show line` list them. */
const order = ['lat', 'pad', 'telnet', 'rlogin', 'lapb-ta', 'mop', 'udptn', 'v120', 'ssh'] as const

interface Chosen {
  readonly first: string
  readonly more?: readonly string[]
}

function listed({ first, more = [] }: Chosen): string {
  return order.filter((protocol) => protocol === first || more.includes(protocol)).join(' ')
}

const inputs = { place: 'transport-input', slot: 'transport input', inert: true } as const
const outputs = { place: 'transport-output', slot: 'transport output', inert: true } as const

export const inputAllOrNone = input.line('{which:all|none}', { ...inputs, help: allOrNone })
const inputOnSwitch = input.line('{first:telnet|ssh} [{more*:telnet|ssh}]', {
  ...inputs,
  help: onSwitch,
  needs: '!router',
  print: (chosen) => [`transport input ${listed(chosen)}`],
})
const inputOnRouter = input.line(
  '{first:lat|pad|telnet|rlogin|lapb-ta|mop|udptn|v120|ssh} [{more*:lat|pad|telnet|rlogin|lapb-ta|mop|udptn|v120|ssh}]',
  { ...inputs, help: onRouter, needs: 'router', print: (chosen) => [`transport input ${listed(chosen)}`] },
)

export const outputAllOrNone = output.line('{which:all|none}', { ...outputs, help: allOrNone })
const outputOnSwitch = output.line('{first:telnet|ssh} [{more*:telnet|ssh}]', {
  ...outputs,
  help: onSwitch,
  needs: '!router',
  print: (chosen) => [`transport output ${listed(chosen)}`],
})
const outputOnRouter = output.line(
  '{first:lat|pad|telnet|rlogin|lapb-ta|mop|udptn|v120|ssh} [{more*:lat|pad|telnet|rlogin|lapb-ta|mop|udptn|v120|ssh}]',
  { ...outputs, help: onRouter, needs: 'router', print: (chosen) => [`transport output ${listed(chosen)}`] },
)

const preferredSlot = {
  place: 'transport-preferred',
  slot: 'transport preferred',
  default: { protocol: 'telnet' },
} as const
const preferredOnSwitch = preferred.line('{protocol:none|telnet|ssh}', {
  ...preferredSlot,
  help: { none, ...onSwitch },
  needs: '!router',
  // Without a preferred protocol a lone word means nothing.
  printNo: () => ['transport preferred none'],
})
const preferredOnRouter = preferred.line('{protocol:none|lat|pad|telnet|rlogin|lapb-ta|mop|udptn|v120|ssh}', {
  ...preferredSlot,
  help: { none, ...onRouter },
  needs: 'router',
  printNo: () => ['transport preferred none'],
})

export function preferredTransport(section: Section): string {
  // Both forms have the same default, so a line kept in the other form must be looked for first.
  const [kept] = section.entriesOf('transport preferred')
  if (kept === undefined) return 'telnet'
  return (preferredOnSwitch.all(section)[0] ?? preferredOnRouter.all(section)[0])?.protocol ?? 'none'
}

/** What `show line` says is allowed: protocols, `none`. */
export function allowedInputs(ios: Ios, section: Section, type: string): string {
  const one = inputOnSwitch.get(section) ?? inputOnRouter.get(section)
  if (one !== undefined) return listed(one)
  const which = inputAllOrNone.get(section)?.which ?? (type === 'vty' ? 'all' : 'none')
  return which === 'none' ? 'none' : everything(ios)
}

export function allowedOutputs(ios: Ios, section: Section): string {
  const one = outputOnSwitch.get(section) ?? outputOnRouter.get(section)
  if (one !== undefined) return listed(one)
  return outputAllOrNone.get(section)?.which === 'none' ? 'none' : everything(ios)
}

function everything(ios: Ios): string {
  return ios.traits.has('router') ? 'lat pad telnet rlogin lapb-ta mop udptn v120 ssh' : 'telnet ssh'
}
