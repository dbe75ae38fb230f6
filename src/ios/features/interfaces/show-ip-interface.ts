/** `show ip interface` and `show ip interface brief`. Layout: captures of a 1941, an 881, Catalyst switches, and routers and switches of IOS-XE. */

import { prefixLength, showIpv4 } from '../../arguments.ts'
import { type Interface, inViewOrder, linkText } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { show } from '../../show-words.ts'
import { dhcpAddress, primaryAddress, secondaryAddress } from './address.ts'
import { deletedInterfaces } from './interface.ts'
import {
  accessGroup,
  directedBroadcast,
  helperAddress,
  ipMtuBytes,
  localProxyArp,
  maskReply,
  natSide,
  portAccessGroup,
  proxyArp,
  redirects,
  splitHorizon,
  unreachables,
} from './ip.ts'
import { isSwitchPort } from './kinds.ts'

const ipInterface = show.words('ip interface', {
  ip: 'IP information',
  interface: 'IP interface status and configuration',
})

const briefHelp = { brief: 'Brief summary of IP status and configuration' }

ipInterface.exec('brief', {
  help: briefHelp,
  filtered: true,
  *run({ ios }) {
    yield brief(ios, undefined)
  },
})

ipInterface.exec('brief <name:interface>', {
  help: { ...briefHelp, name: 'Interface' },
  filtered: true,
  *run({ ios, args: { name } }) {
    yield brief(ios, name)
  },
})

ipInterface.exec('<name:interface> brief', {
  help: { ...briefHelp, name: 'Interface' },
  filtered: true,
  *run({ ios, args: { name } }) {
    yield brief(ios, name)
  },
})

ipInterface.exec('[<name:interface>]', {
  help: { name: 'Interface' },
  filtered: true,
  *run({ ios, args: { name } }) {
    for (const made of inViewOrder(ios))
      if (name === undefined || made.name === name) yield `${details(ios, made).join('\n')}\n`
  },
})

/** Rows are padded to the end; names on a router with classic IOS have four columns more than elsewhere. */
function brief(ios: Ios, name: string | undefined): string {
  const nameWidth = ios.traits.has('router') && !ios.traits.has('ios-xe') ? 27 : 23
  const row = (
    first: string,
    address: string,
    ok: string,
    method: string,
    status: string,
    protocol: string,
  ): string =>
    `${first.padEnd(nameWidth)}${address.padEnd(15)} ${ok.padEnd(3)} ${method.padEnd(6)} ${status.padEnd(21)} ${protocol}\n`
  let text = row('Interface', 'IP-Address', 'OK?', 'Method', 'Status', 'Protocol')
  for (const made of inViewOrder(ios)) {
    if (made.type.name === 'Null' || (name !== undefined && made.name !== name)) continue
    const address = primaryAddress.get(made.section)
    const shown = address === undefined ? 'unassigned' : showIpv4(address.address)
    text += row(made.name, shown, 'YES', made.method, linkText(ios, made), made.protocol.padEnd(8))
  }
  if (name === undefined)
    for (const gone of deletedInterfaces.of(ios).values())
      text += row(gone.name, 'unassigned', 'YES', gone.method, 'deleted', 'down'.padEnd(8))
  return text
}

function* detailsOf(ios: Ios, made: Interface): Generator<string> {
  const { section } = made
  yield `${made.name} is ${linkText(ios, made)}, line protocol is ${made.protocol}`
  if (isSwitchPort(ios, made)) {
    yield `  Inbound  access list is ${portAccessGroup.get(section)?.list ?? 'not set'}`
    return
  }
  const address = primaryAddress.get(section)
  if (address === undefined && !dhcpAddress.isOn(section)) {
    yield '  Internet protocol processing disabled'
    return
  }
  const router = ios.traits.has('ip-routing')
  const common = ios.traits.has('ios-xe')
  yield address === undefined
    ? '  Internet address will be negotiated using DHCP'
    : `  Internet address is ${showIpv4(address.address)}/${prefixLength(address.mask)}`
  yield '  Broadcast address is 255.255.255.255'
  if (address !== undefined)
    yield `  Address determined by ${made.method === 'NVRAM' ? 'non-volatile memory' : 'setup command'}`
  yield `  MTU is ${ipMtuBytes(section) ?? made.type.defaults?.mtuBytes ?? 1500} bytes`
  yield* helpers(made)
  yield `  Directed broadcast forwarding is ${onOff(directedBroadcast.isOn(section))}`
  for (const secondary of secondaryAddress.all(section))
    yield `  Secondary address ${showIpv4(secondary.address)}/${prefixLength(secondary.mask)}`
  if (common) yield '  Outgoing Common access list is not set '
  yield `  Outgoing access list is ${accessGroup.get(section, { direction: 'out' })?.list ?? 'not set'}`
  if (common) yield '  Inbound Common access list is not set '
  yield `  Inbound  access list is ${accessGroup.get(section, { direction: 'in' })?.list ?? 'not set'}`
  yield `  Proxy ARP is ${onOff(proxyArp.isOn(section))}`
  yield `  Local Proxy ARP is ${onOff(localProxyArp.isOn(section))}`
  yield '  Security level is default'
  yield `  Split horizon is ${onOff(!router || splitHorizon.isOn(section))}`
  yield `  ICMP redirects are ${redirects.isOn(section) ? 'always' : 'never'} sent`
  yield `  ICMP unreachables are ${unreachables.isOn(section) ? 'always' : 'never'} sent`
  yield `  ICMP mask replies are ${maskReply.isOn(section) ? 'always' : 'never'} sent`
  yield '  IP fast switching is enabled'
  if (!router) yield '  IP fast switching on the same interface is disabled'
  yield '  IP Flow switching is disabled'
  yield '  IP CEF switching is enabled'
  if (router) {
    yield '  IP CEF switching turbo vector'
    yield '  IP Null turbo vector'
    yield '  Associated unicast routing topologies:'
    yield `        Topology "base", operation state is ${made.protocol === 'up' ? 'UP' : 'DOWN'}`
  }
  yield '  IP multicast fast switching is enabled'
  yield '  IP multicast distributed fast switching is disabled'
  yield '  IP route-cache flags are Fast, CEF'
  yield '  Router Discovery is disabled'
  yield '  IP output packet accounting is disabled'
  yield '  IP access violation accounting is disabled'
  yield '  TCP/IP header compression is disabled'
  yield '  RTP/IP header compression is disabled'
  yield '  Probe proxy name replies are disabled'
  yield '  Policy routing is disabled'
  const side = natSide.get(section)?.side
  yield `  Network address translation is ${side === undefined ? 'disabled' : `enabled, interface in domain ${side}`}`
  yield '  BGP Policy Mapping is disabled'
  if (router) yield '  Input features: MCI Check'
  const wccp = router ? 'IPv4 WCCP' : 'WCCP'
  for (const way of ['outbound', 'inbound', 'exclude']) yield `  ${wccp} Redirect ${way} is disabled`
}

function details(ios: Ios, made: Interface): string[] {
  return [...detailsOf(ios, made)]
}

function* helpers(made: Interface): Generator<string> {
  const servers = helperAddress.all(made.section).map(({ server }) => showIpv4(server))
  const [first, ...others] = servers
  if (first === undefined) yield '  Helper address is not set'
  else if (others.length === 0) yield `  Helper address is ${first}`
  else {
    yield `  Helper addresses are ${first}`
    for (const other of others) yield `${' '.repeat(23)}${other}`
  }
}

function onOff(on: boolean): string {
  return on ? 'enabled' : 'disabled'
}
