/** The `ip` command: options, the object, and its own command in a file each. Source: ip(8), iproute2 6.1. */

import type { Command } from '../command.ts'
import { ending, isRefusal, type Refusal, refuse } from '../refusal.ts'
import { ipAddress } from './ip/address.ts'
import { ipLink } from './ip/link.ts'
import { ipNeighbour } from './ip/neighbour.ts'
import { ipRoute } from './ip/route.ts'
import { type IpOptions, isShortFor, matching } from './ip/words.ts'

const usage = `Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
where  OBJECT := { address | link | neighbor | neighbour | route }
       OPTIONS := { -s[tatistics] | -4 | -br[ief] | -o[neline] }
`

/** Options by their shortest form, in the order in which they are looked for. */
const optionNames: readonly (readonly [
  shortest: string,
  name: string,
  option: keyof IpOptions | 'nothing',
])[] = [
  ['-br', '-brief', 'brief'],
  ['-s', '-statistics', 'statistics'],
  ['-4', '-4', 'inetOnly'],
  ['-o', '-oneline', 'oneLine'],
  // What they would change is not there: colours, name resolution, details of drivers.
  ['-c', '-color', 'nothing'],
  ['-d', '-details', 'nothing'],
  ['-r', '-resolve', 'nothing'],
]

export const ip: Command = {
  name: 'ip',
  synopsis: '[-4] [-br] [-s] a[ddr]|l[ink]|r[oute]|n[eigh] [COMMAND …]',
  help: 'addresses, links, routes and neighbours',
  *run({ system, words }) {
    const chosen = new Set<keyof IpOptions>()
    let at = 0
    for (; words[at]?.startsWith('-') === true; at++) {
      const word = (words[at] as string).replace(/^--/, '-')
      if (word === '-h' || isShortFor(word, '-help')) return yield* ending(refuse(usage, 255))
      const option = optionNames.find(
        ([shortest, name]) => word.startsWith(shortest) && isShortFor(word, name),
      )?.[2]
      if (option === undefined)
        return yield* ending(refuse(`Option "${words[at]}" is unknown, try "ip -help".\n`, 255))
      if (option !== 'nothing') chosen.add(option)
    }
    const options: IpOptions = {
      brief: chosen.has('brief'),
      statistics: chosen.has('statistics'),
      inetOnly: chosen.has('inetOnly'),
      oneLine: chosen.has('oneLine'),
    }
    const [object = 'help', ...rest] = words.slice(at)
    const result = ((): string | Refusal => {
      switch (matching(object, ['address', 'route', 'neighbor', 'neighbour', 'link', 'help'])) {
        case 'address':
          return ipAddress(system, options, rest)
        case 'route':
          return ipRoute(system, rest)
        case 'neighbor':
        case 'neighbour':
          return ipNeighbour(system, rest)
        case 'link':
          return ipLink(system, options, rest)
        case 'help':
          return refuse(usage, 255)
        default:
          return refuse(`Object "${object}" is unknown, try "ip help".\n`, 1)
      }
    })()
    if (typeof result !== 'string' && isRefusal(result)) return yield* ending(result)
    yield result as string
    return 0
  },
}
