/** `arp`. Leaves out proxy entries and /etc/ethers. Source: arp(8) and the output of net-tools 2.10. */

import { showIpv4 } from '../../wire/ipv4-text.ts'
import { colonMac, macFromHex } from '../../wire/mac.ts'
import type { Command } from '../command.ts'
import { type Neighbour, neighboursOf } from '../neighbour-text.ts'
import { readOptions } from '../options.ts'
import { ending, refuse } from '../refusal.ts'

const usage = `Usage:
  arp [-n]  [-i <if>] [-a] [<hostname>]             <-Display ARP cache
  arp       [-i <if>] -d  <host>                     <-Delete ARP entry
  arp       [-i <if>] -s  <host> <hwaddr>                   <-Add entry

        -a                       display (all) hosts in alternative (BSD) style
        -e                       display (all) hosts in default (Linux) style
        -s, --set                set a new ARP entry
        -d, --delete             delete a specified entry
        -n, --numeric            don't resolve names
        -i, --device             specify network interface (e.g. eth0)
`

export const arp: Command = {
  name: 'arp',
  synopsis: '[-n] [-a] [-i IF] [HOST] | -d HOST | -s HOST MAC',
  help: 'addresses of neighbours (the older way)',
  *run({ system, words }) {
    const { options, operands, problem } = readOptions(words, 'aensdvi:')
    if (problem !== undefined) return yield* ending(refuse(`arp: ${problem}\n${usage}`, 3))
    const [host, hardware] = operands
    const address = host === undefined ? undefined : system.resolve(host)
    if (host !== undefined && address === undefined)
      return yield* ending(refuse(`${host}: Host name lookup failure\n`, 255))
    const neighbours = neighboursOf(system)
    if (options.has('d')) {
      if (host === undefined || address === undefined)
        return yield* ending(refuse('arp: need host name\n', 255))
      if (!system.stack.arp.remove(address)) return yield* ending(refuse(`No ARP entry for ${host}\n`, 255))
      return 0
    }
    if (options.has('s')) {
      if (address === undefined) return yield* ending(refuse('arp: need host name\n', 255))
      if (hardware === undefined) return yield* ending(refuse('arp: need hardware address\n', 255))
      if (!/^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(hardware))
        return yield* ending(refuse('arp: invalid hardware address\n', 255))
      const link = system.linkTowards(address)
      if (link === undefined) return yield* ending(refuse('SIOCSARP: Network is unreachable\n', 255))
      system.stack.arp.addStatic(address, macFromHex(hardware), link)
      return 0
    }
    const device = options.get('i')
    const chosen = neighbours.filter(
      (one) =>
        (device === undefined || one.link?.name === device) &&
        (address === undefined || one.address === address),
    )
    if (chosen.length === 0) {
      if (host !== undefined && address !== undefined) yield `${host} (${showIpv4(address)}) -- no entry\n`
      return 0
    }
    if (options.has('a')) for (const one of chosen) yield bsdLine(one)
    else {
      yield 'Address                  HWtype  HWaddress           Flags Mask            Iface\n'
      for (const one of chosen) yield linuxLine(one)
    }
    return 0
  },
}

function linuxLine({ address, mac, state, link }: Neighbour): string {
  const hardware = mac === undefined ? '(incomplete)' : colonMac(mac)
  const flags = mac === undefined ? '' : state === 'static' ? 'CM' : 'C'
  return `${showIpv4(address).padEnd(25)}${(mac === undefined ? '' : 'ether').padEnd(8)}${hardware.padEnd(20)}${flags.padEnd(6)}${''.padEnd(16)}${link?.name ?? ''}\n`
}

function bsdLine({ address, mac, state, link }: Neighbour): string {
  const hardware = mac === undefined ? '<incomplete>' : `${colonMac(mac)} [ether]`
  return `? (${showIpv4(address)}) at ${hardware}${state === 'static' ? ' PERM' : ''} on ${link?.name ?? ''}\n`
}
