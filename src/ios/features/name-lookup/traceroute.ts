/** `traceroute`: three probes a hop, thirty hops, stars where nothing answers. Layout: captured on 15.x. */

import { showIpv4 } from '../../arguments.ts'
import { userExec } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import type { Running } from '../../steps.ts'
import { lookUp } from './look-up.ts'
import { probe } from './no-network.ts'

const hops = 30
const probesPerHop = 3
const timeoutMs = 3000

function* traceroute(ios: Ios, typed: string): Running {
  const host = yield* lookUp(ios, typed)
  const address = host?.addresses[0]
  if (host === undefined || address === undefined) {
    yield '% Unrecognized host or address, or protocol not running.\n'
    return
  }
  const target = host.named ? `${host.name} (${showIpv4(address)})` : host.name
  yield `Type escape sequence to abort.\nTracing the route to ${target}\n`
  yield 'VRF info: (vrf in name/id, vrf out name/id)\n'
  for (let hop = 1; hop <= hops; hop++) {
    yield `${String(hop).padStart(3)} `
    for (let sent = 0; sent < probesPerHop; sent++) {
      if ((yield* probe(ios, { address, timeoutMs })) === 'break') {
        yield '\n'
        return
      }
      yield ' * '
    }
    yield '\n'
  }
}

const words = userExec.words('traceroute', { traceroute: 'Trace route to destination' })
const help = { host: 'Trace route to destination address or hostname' } as const
for (const family of [words, words.words('ip', { ip: 'IP Trace' })] as const)
  family.exec('<host:word>', { help, run: ({ ios, args }) => traceroute(ios, args.host) })
