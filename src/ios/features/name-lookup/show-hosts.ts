/** `show hosts`. Layout from memory of IOS 15 and the Cisco command reference. */

import { showIpv4 } from '../../arguments.ts'
import { show } from '../../show-words.ts'
import { domainName, hostTable, lookup, nameServers } from './names.ts'

show.exec('hosts', {
  help: { hosts: 'IP domain-name, lookup style, nameservers, and host table' },
  filtered: true,
  *run({ ios }) {
    const { configuration } = ios
    const domain = domainName.get(configuration)?.name
    const servers = nameServers(ios).map(showIpv4)
    yield `Default domain is ${domain ?? 'not set'}\n`
    yield `Name/address lookup uses ${lookup.isOn(configuration) ? 'domain service' : 'static mappings'}\n`
    yield `Name servers are ${servers.length === 0 ? '255.255.255.255' : servers.join(', ')}\n\n`
    yield `Codes: UN - unknown, EX - expired, OK - OK, ?? - revalidate
       temp - temporary, perm - permanent
       NA - Not Applicable None - Not defined

Host                      Port  Flags      Age Type   Address(es)
`
    for (const { name, port, addresses } of hostTable(ios)) {
      const [first, ...more] = addresses.map(showIpv4)
      yield `${name.padEnd(25)} ${String(port ?? 'None').padEnd(5)} (perm, OK)  0   IP    ${first}\n`
      for (const address of more) yield `${' '.repeat(54)}${address}\n`
    }
  },
})
