/**
 * Host names as configured: `ip domain …`, `ip name-server`, `ip host`, `ip default-gateway`. Both spellings of the domain
 * lines are taken everywhere; which one prints is the release's. Source: Cisco command reference, captured configurations.
 */

import { globalMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { provideIpConfiguration, routingChanged } from '../../ip-stack.ts'
import { Line } from '../../line.ts'
import { provide } from '../../session-ports.ts'

const ip = globalMode.words('ip', { ip: 'Global IP configuration subcommands' })
const domain = ip.words('domain', { domain: 'IP DNS Resolver' })

export const lookup = ip.line('domain-lookup', {
  help: { 'domain-lookup': 'Enable IP Domain Name System hostname translation' },
  place: 'ip-names',
  default: {},
})
domain.also(lookup, 'lookup', {
  help: { lookup: 'Enable IP Domain Name System hostname translation' },
  printedOn: 'ip-domain-words',
})

const sourceHelp = {
  'source-interface': 'Specify source interface for DNS resolver',
  name: 'Interface',
} as const
const lookupSource = ip.line('domain-lookup source-interface <name:interface>', {
  help: { 'domain-lookup': 'Enable IP Domain Name System hostname translation', ...sourceHelp },
  place: 'ip-names',
  inert: true,
})
domain.also(lookupSource, 'lookup source-interface <name:interface>', {
  help: { lookup: 'Enable IP Domain Name System hostname translation', ...sourceHelp },
  printedOn: 'ip-domain-words',
  inert: true,
})

export const domainList = ip.line('domain-list <name:word>', {
  help: {
    'domain-list': 'Domain name to complete unqualified host names',
    name: 'A domain name',
  },
  key: ['name'],
  place: 'ip-names',
  inert: true,
})
domain.also(domainList, 'list <name:word>', {
  help: { list: 'Domain name to complete unqualified host names', name: 'A domain name' },
  key: ['name'],
  printedOn: 'ip-domain-words',
  inert: true,
})

export const domainName = ip.line('domain-name <name:word>', {
  help: { 'domain-name': 'Define the default domain name', name: 'Default domain name' },
  place: 'ip-names',
})
domain.also(domainName, 'name <name:word>', {
  help: { name: 'Define the default domain name' },
  printedOn: 'ip-domain-words',
})

export const retries = domain.line('retry <times:0-100>', {
  help: { retry: 'Retry attempts in sending DNS queries', times: 'Number of retries' },
  place: 'ip-names',
  default: { times: 2 },
})

export const timeout = domain.line('timeout <seconds:1-3600>', {
  help: { timeout: 'Timeout value for DNS queries', seconds: 'Timeout value in seconds' },
  place: 'ip-names',
  default: { seconds: 3 },
})

/** One server of those that the command below names together. */
const nameServer = new Line<{ readonly address: number }, 'address'>(
  'ip name-server <address:ipv4>',
  ['config'],
  { key: ['address'], place: 'ip-names' },
)

const mostServers = 6

ip.action('name-server <a1:ipv4> [<a2:ipv4> [<a3:ipv4> [<a4:ipv4> [<a5:ipv4> [<a6:ipv4>]]]]]', {
  help: {
    'name-server': 'Specify address of name server to use',
    a1: 'Domain server IPv4 address (maximum of 6)',
    a2: 'Domain server IPv4 address (maximum of 6)',
    a3: 'Domain server IPv4 address (maximum of 6)',
    a4: 'Domain server IPv4 address (maximum of 6)',
    a5: 'Domain server IPv4 address (maximum of 6)',
    a6: 'Domain server IPv4 address (maximum of 6)',
  },
  no: true,
  *run({ ios, args, form }) {
    const at = { ios, section: ios.configuration }
    const { a1, a2, a3, a4, a5, a6 } = args
    const named = [a1, a2, a3, a4, a5, a6].filter((address) => address !== undefined)
    if (form !== 'set') {
      for (const address of named.length === 0 ? nameServers(ios) : named) nameServer.unset(at, { address })
      return
    }
    for (const address of named) {
      const known = nameServers(ios)
      if (known.includes(address)) continue
      if (known.length < mostServers) nameServer.apply(at, { address })
      else {
        // From memory.
        yield '% Name-server table is full; no more servers can be added\n'
        return
      }
    }
  },
})

export function nameServers(ios: Ios): number[] {
  return nameServer.all(ios.configuration).map(({ address }) => address)
}

const addressHelp = 'Host IP address'

export const host = ip.line(
  'host <name:word> [<port:0-65535>] <a1:ipv4> [<a2:ipv4> [<a3:ipv4> [<a4:ipv4> [<a5:ipv4> [<a6:ipv4> [<a7:ipv4> [<a8:ipv4>]]]]]]]',
  {
    help: {
      host: 'Add an entry to the ip hostname table',
      name: 'Name of host',
      port: 'Default telnet port number',
      a1: addressHelp,
      a2: addressHelp,
      a3: addressHelp,
      a4: addressHelp,
      a5: addressHelp,
      a6: addressHelp,
      a7: addressHelp,
      a8: addressHelp,
    },
    key: ['name'],
    place: 'ip-names',
  },
)

export interface HostEntry {
  readonly name: string
  readonly port: number | undefined
  readonly addresses: readonly number[]
}

export function hostTable(ios: Ios): HostEntry[] {
  return host.all(ios.configuration).map(({ name, port, a1, a2, a3, a4, a5, a6, a7, a8 }) => ({
    name,
    port,
    addresses: [a1, a2, a3, a4, a5, a6, a7, a8].filter((address) => address !== undefined),
  }))
}

export const defaultGateway = ip.line('default-gateway <address:ipv4>', {
  help: {
    'default-gateway': 'Specify default gateway (if not routing IP)',
    address: 'IP address of default gateway',
  },
  needs: 'ip-default-gateway',
  place: 'ip-default-gateway',
  changed: ({ ios }) => routingChanged(ios),
})

provideIpConfiguration({ defaultGateway: (ios) => defaultGateway.get(ios.configuration)?.address })

provide({ domainName: (ios) => domainName.get(ios.configuration)?.name })
