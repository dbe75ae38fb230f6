/** Routes as they are installed, of devices and hosts. */

import type { InstalledRoute } from '../../hardware/ip/types.ts'
import type { IpStack } from '../../hardware/ip-stack.ts'
import { Host } from '../../hosts/host.ts'
import { shortName } from '../../ios/interface-names.ts'
import { isRouting } from '../../ios/ip-stack.ts'
import { maskOf, readIpv4, showIpv4 } from '../../wire/ipv4-text.ts'
import { failed, passed } from '../aspects.ts'
import {
  device,
  flag,
  integer,
  interfaceName,
  ipv4,
  oneOf,
  optional,
  prefix,
  readPrefix,
} from '../check-field.ts'
import { checkKind, type Seen } from '../check-kind.ts'
import type { MarkedLab } from '../marked-lab.ts'
import { causeOfUnused } from '../route-cause.ts'
import { alike, type Texts, texts } from '../texts.ts'

checkKind(
  'route',
  'A route to exactly this prefix is in the routing table, by the way that it should go; or there is none.',
  {
    fields: {
      device: device('Whose routing table.'),
      to: prefix('The prefix: `192.168.20.0/24`, `0.0.0.0/0`.'),
      via: optional(ipv4('The next hop.')),
      interface: optional(interfaceName('The interface that it leaves by.')),
      source: optional(oneOf('Where it comes from.', ['static', 'connected'])),
      distance: optional(integer('Its administrative distance.', 0, 254)),
      reserve: optional(flag('true: it is configured and waits while a better one is in use.')),
      absent: optional(flag('true: no such route.')),
    },
    expected: ({ device, to, via, interface: by, source, distance, reserve = false, absent = false }) => {
      const kind = source === undefined ? texts('a route', '路由') : sourceWords[source]
      const details = [
        ...(via === undefined ? [] : [texts(`via ${via}`, `下一跳 ${via}`)]),
        ...(by === undefined ? [] : [texts(`by ${by}`, `出接口 ${by}`)]),
        ...(distance === undefined ? [] : [texts(`with distance ${distance}`, `管理距离 ${distance}`)]),
        ...(reserve ? [texts('in reserve', '作为备份')] : []),
      ]
      const more = texts(
        details.map(({ en }) => ` ${en}`).join(','),
        details.map(({ zh }) => `，${zh}`).join(''),
      )
      return absent
        ? texts(`${device} has no route to ${to}${more.en}`, `${device} 没有到 ${to} 的路由${more.zh}`)
        : texts(`${device} has ${kind.en} to ${to}${more.en}`, `${device} 有到 ${to} 的${kind.zh}${more.zh}`)
    },
    look: (values, lab): Seen => {
      const { device, to, via, interface: by, source, distance, absent = false } = values
      const stack = lab.stack(device)
      const { address = 0, prefixLength = 0 } = readPrefix(to) ?? {}
      const network = (address & maskOf(prefixLength)) >>> 0
      const route = stack.routes.get(network, prefixLength)
      if (values.reserve === true) {
        const waiting = [...stack.routes.offered()].filter(
          (one) =>
            one.prefix === network &&
            one.prefixLength === prefixLength &&
            one.source === 'static' &&
            route?.routes.includes(one) !== true &&
            (via === undefined || one.nextHop === readIpv4(via)),
        )
        const none = texts('there is none in reserve', '没有备份路由')
        if (waiting.length === 0) return { passed: absent, found: none }
        const fits = waiting.some((one) => distance === undefined || one.distance === distance)
        const distances = waiting.map((one) => one.distance).join(', ')
        return {
          passed: fits !== absent,
          found: texts(`one waits with distance ${distances}`, `有一条备份路由，管理距离 ${distances}`),
        }
      }
      if (route === undefined) {
        const none = texts('there is no such route', '没有这条路由')
        return absent ? passed(none) : failed(none, causeOfMissing(lab, device, stack, network, prefixLength))
      }
      const link = by === undefined ? undefined : linkName(lab, device, by)
      const fits =
        (via === undefined || route.paths.some(({ gateway }) => gateway === readIpv4(via))) &&
        (by === undefined || route.paths.some((path) => path.link.name === link)) &&
        (source === undefined || route.source === source) &&
        (distance === undefined || route.distance === distance)
      const found = routeWords(lab, device, route)
      return { passed: fits !== absent, found }
    },
  },
)

const sourceWords = {
  static: texts('a static route', '静态路由'),
  connected: texts('a connected route', '直连路由'),
} as const

function linkName(lab: MarkedLab, device: string, by: string): string | undefined {
  return lab.machine(device) instanceof Host ? by : lab.interface(device, by)?.name
}

function routeWords(lab: MarkedLab, device: string, route: InstalledRoute): Texts {
  const ways = route.paths.map(({ link, gateway }) => {
    const port =
      lab.machine(device) instanceof Host ? link.name : shortName(lab.ios(device).profile, link.name)
    return gateway === undefined
      ? texts(`by ${port}`, `出接口 ${port}`)
      : texts(`via ${showIpv4(gateway)} by ${port}`, `下一跳 ${showIpv4(gateway)}，出接口 ${port}`)
  })
  const { source, distance } = route
  return texts(
    `${source} ${ways.map(({ en }) => en).join(' and ')}, distance ${distance}`,
    `${sourceZh(source)}，${ways.map(({ zh }) => zh).join('；')}，管理距离 ${distance}`,
  )
}

function sourceZh(source: string): string {
  if (source === 'static' || source === 'connected') return sourceWords[source].zh
  return source === 'default gateway' ? '默认网关' : source
}

function causeOfMissing(
  lab: MarkedLab,
  device: string,
  stack: IpStack,
  network: number,
  prefixLength: number,
): Texts | undefined {
  const offered = [...stack.routes.offered()].filter(({ source }) => source !== 'local')
  const same = offered.find((one) => one.prefix === network && one.prefixLength === prefixLength)
  if (same !== undefined) return causeOfUnused(lab, device, same)
  if (!(lab.machine(device) instanceof Host) && !isRouting(lab.ios(device)))
    return texts(`${device} does not route`, `${device} 没有启用路由功能`)
  // One to a wider or narrower network is a mask mistyped; one to another network has nothing to do with it.
  const near = offered.find((one) => {
    const mask = maskOf(Math.min(one.prefixLength, prefixLength))
    return one.source === 'static' && one.prefixLength > 0 && ((one.prefix ^ network) & mask) === 0
  })
  if (near === undefined) return undefined
  const shown = `${showIpv4(near.prefix)}/${near.prefixLength}`
  return texts(`there is a route to ${shown} only`, `只有到 ${shown} 的路由`)
}

checkKind('default-gateway', 'Where a device or host sends what is for other networks.', {
  fields: { device: device('Whose.'), is: ipv4('The address of the gateway.') },
  expected: ({ device, is }) =>
    texts(`${is} is the default gateway of ${device}`, `${device} 的默认网关是 ${is}`),
  look: ({ device, is }, lab): Seen => {
    const stack = lab.stack(device)
    const route = stack.routes.get(0, 0)
    const gateways = route?.paths.flatMap(({ gateway }) => (gateway === undefined ? [] : [gateway])) ?? []
    const [gateway] = gateways
    if (gateway !== undefined)
      return {
        passed: gateways.includes(readIpv4(is) ?? -1),
        found: alike(gateways.map(showIpv4).join(', ')),
      }
    const offered = [...stack.routes.offered()].find(({ prefixLength }) => prefixLength === 0)
    return failed(
      texts('it has no default gateway', '没有默认网关'),
      offered === undefined ? undefined : causeOfUnused(lab, device, offered),
    )
  },
})
