/** `router bgp`: the lines of a small lab, kept and printed. They act when BGP runs. Source: Cisco IOS IP Routing: BGP command reference. */

import { ranksPerPlace } from '../../../config/print.ts'
import type { Args, Section, StoredLine } from '../../../config/section.ts'
import { compilePattern, type State } from '../../../grammar/pattern.ts'
import { argumentType } from '../../argument-types.ts'
import { type Ipv4, showIpv4 } from '../../arguments.ts'
import { classfulMask } from '../../classful.ts'
import { Words } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import type { Line } from '../../line.ts'
import { modes } from '../../modes.ts'
import { printable } from '../../printable.ts'
import { router } from './shared.ts'

export const bgp: Line<{ as: number }, 'as'> = router.line('bgp <as:1-4294967295>', {
  help: { bgp: 'Border Gateway Protocol (BGP)', as: 'Autonomous system number' },
  key: ['as'],
  needs: 'router-bgp',
  place: 'routers',
  opens: {
    mode: 'config-router-bgp',
    separated: true,
    open(args, at) {
      for (const { mode: id, args: other } of at.section.children)
        if (id === 'config-router-bgp' && other['as'] !== args['as'])
          return `BGP is already running; AS is ${String(other['as'])}`
      return { mode: 'config-router-bgp', sections: [bgp.section(at, args)] }
    },
    created: ({ section }) => logChanges.printByDefault(section, {}),
  },
  inert: true,
})

const mode = new Words(['config-router-bgp'], '', {}, 15)

mode.line('bgp router-id <id:ipv4>', {
  help: {
    bgp: 'BGP specific commands',
    'router-id': 'Override configured router identifier (peers will reset)',
    id: 'Manually configured router identifier',
  },
  place: 'router-id',
  inert: true,
})

const logChanges = mode.line('bgp log-neighbor-changes', {
  help: { bgp: 'BGP specific commands', 'log-neighbor-changes': 'Log neighbor up/down and reset reason' },
  place: 'log-changes',
  inert: true,
})

/** The mask is left out where it is that of the class. */
mode.line('network <address:ipv4> [mask <mask:mask>]', {
  help: {
    network: 'Specify a network to announce via BGP',
    address: 'Network number',
    mask: 'Network mask',
  },
  key: ['address', 'mask'],
  place: 'network',
  inert: true,
  keep: ({ address, mask }) =>
    mask === undefined || mask === classfulMask(address) ? { address } : { address, mask },
})

/** The lines of one neighbor stand together, in this order. */
const kinds = [
  'remote-as',
  'description',
  'shutdown',
  'ebgp-multihop',
  'update-source',
  'next-hop-self',
  'default-originate',
  'route-map in',
  'route-map out',
] as const
type Kind = (typeof kinds)[number]

interface NeighborLine {
  readonly peer: Ipv4
  readonly kind: Kind
  readonly text: string
}

const neighborLine: StoredLine = {
  slot: 'bgp neighbor',
  rank: modes['config-router-bgp'].places.indexOf('neighbor') * ranksPerPlace,
  keyOf: (args) => `${(args as unknown as NeighborLine).peer} ${(args as unknown as NeighborLine).kind}`,
  compare(a, b) {
    const left = a as unknown as NeighborLine
    const right = b as unknown as NeighborLine
    return left.peer - right.peer || kinds.indexOf(left.kind) - kinds.indexOf(right.kind)
  },
  show(args) {
    const { peer, text } = args as unknown as NeighborLine
    return [`neighbor ${showIpv4(peer)} ${text}`]
  },
  showNegated: () => [],
}

function setNeighbor(ios: Ios, section: Section, form: string, line: NeighborLine): string | undefined {
  const remoteAs = section.entry(neighborLine.slot, `${line.peer} remote-as`)
  if (form === 'set') {
    if (line.kind !== 'remote-as' && remoteAs === undefined)
      return '% Specify remote-as or peer-group commands first'
    section.set(neighborLine, line as unknown as Args)
  } else if (line.kind === 'remote-as') {
    // A neighbor goes with its autonomous system.
    for (const kind of kinds) section.reset(neighborLine, { ...line, kind } as unknown as Args)
  } else section.reset(neighborLine, line as unknown as Args)
  ios.configurationChanged()
  return undefined
}

const neighborHelp = { neighbor: 'Specify a neighbor router', peer: 'Neighbor address' }
const neighbor = mode.words('neighbor <peer:ipv4>', neighborHelp)

/** `no neighbor X` needs nothing more. */
function remoteAs(): State {
  const help = { 'remote-as': 'Specify a BGP neighbor', as: 'AS of remote neighbor' }
  const state = compilePattern('remote-as <as:1-4294967295>', { help, argument: argumentType })
  return { ...state, negatable: true }
}

mode.action('neighbor <peer:ipv4>', {
  help: neighborHelp,
  tail: remoteAs,
  no: true,
  key: ['peer'],
  inert: true,
  *run({ ios, place, form, args }) {
    const { peer, as } = args as typeof args & { readonly as?: number }
    yield* said(place.sections, (section) =>
      setNeighbor(ios, section, form, { peer, kind: 'remote-as', text: `remote-as ${as}` }),
    )
  },
})

neighbor.action('description <text:line>', {
  help: {
    description: 'Neighbor specific description',
    text: 'Up to 80 characters describing this neighbor',
  },
  no: true,
  key: ['peer'],
  inert: true,
  *run({ ios, place, form, args: { peer, text } }) {
    const line = `description ${printable(text ?? '').slice(0, 80)}`
    yield* said(place.sections, (section) =>
      setNeighbor(ios, section, form, { peer, kind: 'description', text: line }),
    )
  },
})

neighbor.action('update-source <source:interface>', {
  help: { 'update-source': 'Source of routing updates', source: 'Interface' },
  no: true,
  key: ['peer'],
  inert: true,
  *run({ ios, place, form, args: { peer, source } }) {
    yield* said(place.sections, (section) =>
      setNeighbor(ios, section, form, { peer, kind: 'update-source', text: `update-source ${source}` }),
    )
  },
})

neighbor.action('ebgp-multihop [<hops:1-255>]', {
  help: {
    'ebgp-multihop': 'Allow EBGP neighbors not on directly connected networks',
    hops: 'maximum hop count',
  },
  no: true,
  key: ['peer'],
  inert: true,
  *run({ ios, place, form, args: { peer, hops = 255 } }) {
    yield* said(place.sections, (section) =>
      setNeighbor(ios, section, form, { peer, kind: 'ebgp-multihop', text: `ebgp-multihop ${hops}` }),
    )
  },
})

neighbor.action('{kind:default-originate|next-hop-self|shutdown}', {
  help: {
    'default-originate': 'Originate default route to this neighbor',
    'next-hop-self': 'Disable the next hop calculation for this neighbor',
    shutdown: 'Administratively shut down this neighbor',
  },
  no: true,
  key: ['peer', 'kind'],
  inert: true,
  *run({ ios, place, form, args: { peer, kind } }) {
    yield* said(place.sections, (section) => setNeighbor(ios, section, form, { peer, kind, text: kind }))
  },
})

neighbor.action('route-map <map:word> {direction:in|out}', {
  help: {
    'route-map': 'Apply route map to neighbor',
    map: 'Name of route map',
    in: 'Apply map to incoming routes',
    out: 'Apply map to outbound routes',
  },
  no: true,
  key: ['peer', 'map', 'direction'],
  inert: true,
  *run({ ios, place, form, args: { peer, map, direction } }) {
    const text = `route-map ${printable(map)} ${direction}`
    yield* said(place.sections, (section) =>
      setNeighbor(ios, section, form, { peer, kind: `route-map ${direction}`, text }),
    )
  },
})

function* said(
  sections: readonly Section[],
  act: (section: Section) => string | undefined,
): Generator<string> {
  for (const section of sections) {
    const refusal = act(section)
    if (refusal !== undefined) yield `${refusal}\n`
  }
}
