/** `ip neighbour`: what ARP knows. Source: ip-neighbour(8) and the output of iproute2 6.1. */

import { readIpv4, showIpv4 } from '../../../wire/ipv4-text.ts'
import { colonMac, macFromHex } from '../../../wire/mac.ts'
import type { HostSystem } from '../../host-system.ts'
import { type Neighbour, neighbourStates, neighboursOf } from '../../neighbour-text.ts'
import { isRefusal, type Refusal, refuse } from '../../refusal.ts'
import { answers, cannotFind, findDevice, matching, notAPrefix, readPairs } from './words.ts'

export const neighbourUsage = `Usage: ip neigh { add | del | replace } ADDR [ lladdr LLADDR ] dev DEV
       ip neigh { show | flush } [ to ADDR ] [ dev DEV ]
`

export function ipNeighbour(system: HostSystem, words: readonly string[]): string | Refusal {
  const [command = 'show', ...rest] = words
  const found = matching(command, [
    'add',
    'replace',
    'change',
    'del',
    'delete',
    'show',
    'list',
    'lst',
    'flush',
    'help',
  ])
  if (found === undefined) return refuse(`Command "${command}" is unknown, try "ip neigh help".\n`, 255)
  if (found === 'help') return refuse(neighbourUsage, 255)
  const pairs = readPairs(rest, ['dev', 'lladdr', 'to', 'nud'], [], 'to')
  if (isRefusal(pairs)) return pairs
  const [to, dev] = [pairs.get('to'), pairs.get('dev')]
  if (dev !== undefined && !system.interfaces.has(dev)) return cannotFind(dev)
  if (found === 'show' || found === 'list' || found === 'lst' || found === 'flush') {
    if (found === 'flush' && rest.length === 0) return refuse('Flush requires arguments.\n', 1)
    const all = to === undefined || to === 'all'
    const address = all ? undefined : readIpv4(to)
    if (!all && address === undefined) return notAPrefix(to)
    const chosen = neighboursOf(system).filter(
      (one) =>
        (address === undefined || one.address === address) && (dev === undefined || one.link?.name === dev),
    )
    if (found !== 'flush') return chosen.map(neighbourLine).join('')
    for (const one of chosen) if (one.state !== 'static') system.stack.arp.remove(one.address)
    return ''
  }
  const address = to === undefined ? undefined : readIpv4(to)
  if (address === undefined || dev === undefined)
    return refuse('Device and destination are required arguments.\n', 255)
  const link = findDevice(system, dev)
  if (isRefusal(link)) return link
  if (found.startsWith('del'))
    return system.stack.arp.remove(address) ? '' : answers('No such file or directory')
  const hardware = pairs.get('lladdr')
  if (hardware === undefined || !/^(?:[0-9a-f]{1,2}:){5}[0-9a-f]{1,2}$/i.test(hardware))
    return answers('Invalid argument')
  if (found === 'add' && neighboursOf(system).some((one) => one.address === address))
    return answers('File exists')
  const digits = hardware.split(':').map((byte) => byte.padStart(2, '0'))
  system.stack.arp.addStatic(address, macFromHex(digits.join('')), link)
  return ''
}

function neighbourLine({ address, link, mac, state }: Neighbour): string {
  const hardware = mac === undefined ? '' : `lladdr ${colonMac(mac)} `
  return `${showIpv4(address)} dev ${link?.name ?? 'eth0'} ${hardware}${neighbourStates[state]} \n`
}
