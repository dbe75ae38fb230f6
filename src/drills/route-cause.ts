/** Why a device has no route to an address, though somebody meant it to have one. */

import type { Route } from '../hardware/ip/types.ts'
import { Device } from '../session/device.ts'
import { maskOf, showIpv4 } from '../wire/ipv4-text.ts'
import { causeOfDown } from './link-cause.ts'
import type { MarkedLab } from './marked-lab.ts'
import { type Texts, texts } from './texts.ts'

/** Why a route that would be better than the one in use, or the only one, is out of use; undefined where there is none. */
export function routeOutOfUse(lab: MarkedLab, device: string, destination: number): Texts | undefined {
  const machine = lab.machine(device)
  if (machine.state === 'off') return undefined
  const { routes } = lab.stack(device)
  const inUse = routes.lookup(destination)?.prefixLength ?? -1
  const [route] = [...routes.offered()]
    .filter(
      ({ prefix, prefixLength, source }) =>
        source !== 'local' && prefixLength > inUse && (destination & maskOf(prefixLength)) >>> 0 === prefix,
    )
    .sort((a, b) => b.prefixLength - a.prefixLength)
  const why = route && causeOfUnused(lab, device, route)
  if (why === undefined || route === undefined) return undefined
  const to = `${showIpv4(route.prefix)}/${route.prefixLength}`
  return texts(
    `the route of ${device} to ${to} is out of use, for ${why.en}`,
    `${device} 到 ${to} 的路由不可用，因为${/^\w/.test(why.zh) ? ' ' : ''}${why.zh}`,
  )
}

/** Why a configured route is not in the routing table. */
export function causeOfUnused(lab: MarkedLab, device: string, { nextHop, link }: Route): Texts | undefined {
  const stack = lab.stack(device)
  const way =
    link ??
    stack.links.find((one) =>
      stack
        .addressesOf(one)
        .some(
          ({ address, prefixLength }) =>
            nextHop !== undefined && ((address ^ nextHop) & maskOf(prefixLength)) === 0,
        ),
    )
  if (nextHop !== undefined && stack.isOwnAddress(nextHop)) {
    const own = showIpv4(nextHop)
    return texts(`${own} is an address of ${device} itself`, `${own} 是 ${device} 自己的地址`)
  }
  if (way?.isUp() === true) return undefined
  if (way !== undefined) {
    const machine = lab.machine(device)
    const ios = machine instanceof Device ? machine.ios : undefined
    const made = ios?.interfaces.get(way.name)
    const cause = ios && made && causeOfDown(lab, ios, made)
    return cause ?? texts(`${way.name} is down`, `${way.name} 没有工作`)
  }
  if (nextHop === undefined) return undefined
  const hop = showIpv4(nextHop)
  return texts(`the next hop ${hop} cannot be reached`, `下一跳 ${hop} 不可达`)
}
