/** Faults of routers and layer 3 switches: interfaces, addresses, tags, routes. */

import { isRouting } from '../../ios/ip-stack.ts'
import { interfaceSettingsOf } from '../../ios/port-settings.ts'
import { maskOf, showIpv4 } from '../../wire/ipv4-text.ts'
import { texts } from '../texts.ts'
import { faultKind, lineFault } from './fault-kind.ts'
import { masksWithout } from './host-faults.ts'
import { addressedIn, devicesIn } from './ports.ts'

const section = (name: string): string => `interface ${name}`
const addressLine = (address: number, prefixLength: number): string =>
  `ip address ${showIpv4(address)} ${showIpv4(maskOf(prefixLength))}`

faultKind('interface-shutdown', 1, (lab) =>
  addressedIn(lab).map(({ name, made }) =>
    lineFault(
      name,
      made.name,
      texts(`${name} ${made.name} is shut down`, `${name} ${made.name} 被关闭`),
      [section(made.name), 'shutdown'],
      [section(made.name), 'no shutdown'],
      [{ device: name, section: section(made.name) }],
    ),
  ),
)

/** The last octet is one too high: the neighbours' gateway is not there. */
faultKind('interface-address', 2, (lab) =>
  addressedIn(lab).flatMap(({ name, made, address, prefixLength }) => {
    const wrong = address + 100 < (address | ~maskOf(prefixLength)) >>> 0 ? address + 100 : address ^ 3
    if (((wrong ^ address) & maskOf(prefixLength)) !== 0 || isEdge(wrong >>> 0, prefixLength)) return []
    return [
      lineFault(
        name,
        made.name,
        texts(
          `${name} ${made.name} has the address ${showIpv4(wrong >>> 0)} instead of ${showIpv4(address)}`,
          `${name} ${made.name} 的地址是 ${showIpv4(wrong >>> 0)}，本应是 ${showIpv4(address)}`,
        ),
        [section(made.name), addressLine(wrong >>> 0, prefixLength)],
        [section(made.name), addressLine(address, prefixLength)],
        [{ device: name, section: section(made.name) }],
      ),
    ]
  }),
)

function isEdge(address: number, prefixLength: number): boolean {
  const host = ~maskOf(prefixLength)
  return prefixLength < 31 && ((address & host) === 0 || (address & host) === host)
}

faultKind('interface-mask', 3, (lab) =>
  addressedIn(lab).flatMap(({ name, made, address, prefixLength }) => {
    const longer = masksWithout(lab.running.lab, address, prefixLength).find(
      (length) => !isEdge(address, length),
    )
    if (longer === undefined) return []
    return [
      lineFault(
        name,
        made.name,
        texts(
          `${name} ${made.name} has the mask /${longer} instead of /${prefixLength}`,
          `${name} ${made.name} 的掩码是 /${longer}，本应是 /${prefixLength}`,
        ),
        [section(made.name), addressLine(address, longer)],
        [section(made.name), addressLine(address, prefixLength)],
        [{ device: name, section: section(made.name) }],
      ),
    ]
  }),
)

faultKind('dot1q-tag', 3, (lab) =>
  addressedIn(lab).flatMap(({ name, made, address, prefixLength }) => {
    const tag = /\.(\d+)$/.exec(made.name)?.[1]
    if (tag === undefined) return []
    const lines = (vlan: number): string[] => [
      section(made.name),
      `encapsulation dot1Q ${vlan}`,
      // A new tag takes the address along on some releases.
      addressLine(address, prefixLength),
    ]
    return [
      lineFault(
        name,
        made.name,
        texts(
          `${name} ${made.name} uses the VLAN tag ${Number(tag) + 1} instead of ${tag}`,
          `${name} ${made.name} 使用 VLAN 标签 ${Number(tag) + 1}，本应是 ${tag}`,
        ),
        lines(Number(tag) + 1),
        lines(Number(tag)),
        [{ device: name, section: section(made.name) }],
      ),
    ]
  }),
)

faultKind('no-ip-routing', 2, (lab) =>
  devicesIn(lab)
    .filter(({ ios }) => ios.profile.kind === 'switch' && isRouting(ios))
    .map(({ name }) =>
      lineFault(
        name,
        'ip routing',
        texts(
          `${name} does not route: \`ip routing\` is missing`,
          `${name} 没有启用路由（缺少 \`ip routing\`）`,
        ),
        ['no ip routing'],
        ['ip routing'],
        [
          { device: name, line: 'ip routing' },
          { device: name, line: 'no ip routing' },
        ],
      ),
    ),
)

interface StaticRoute {
  readonly name: string
  readonly prefix: string
  readonly mask: string
  readonly nextHop: number
  readonly distance: number
}

function staticRoutesIn(lab: Parameters<typeof devicesIn>[0]): StaticRoute[] {
  return devicesIn(lab).flatMap(({ name }) =>
    lab
      .stack(name)
      .routes.installed()
      .filter(({ source }) => source === 'static')
      .flatMap(({ prefix, prefixLength, distance, routes }) =>
        routes.flatMap(({ nextHop }) =>
          nextHop === undefined
            ? []
            : [{ name, prefix: showIpv4(prefix), mask: showIpv4(maskOf(prefixLength)), nextHop, distance }],
        ),
      ),
  )
}

const routeLine = ({ prefix, mask, distance }: StaticRoute, nextHop: number): string =>
  `ip route ${prefix} ${mask} ${showIpv4(nextHop)}${distance === 1 ? '' : ` ${distance}`}`

faultKind('route-missing', 2, (lab) =>
  staticRoutesIn(lab).map((route) => {
    const line = routeLine(route, route.nextHop)
    return lineFault(
      route.name,
      `route ${route.prefix}`,
      texts(`${route.name} has no route to ${route.prefix}`, `${route.name} 没有到 ${route.prefix} 的路由`),
      [`no ${line}`],
      [line],
      [{ device: route.name, line: 'ip route' }],
    )
  }),
)

faultKind('route-next-hop', 3, (lab) =>
  staticRoutesIn(lab).map((route) => {
    const wrong = (route.nextHop ^ 3) >>> 0
    return lineFault(
      route.name,
      `route ${route.prefix}`,
      texts(
        `the route of ${route.name} to ${route.prefix} leads to ${showIpv4(wrong)} instead of ${showIpv4(route.nextHop)}`,
        `${route.name} 到 ${route.prefix} 的路由指向 ${showIpv4(wrong)}，本应指向 ${showIpv4(route.nextHop)}`,
      ),
      [`no ${routeLine(route, route.nextHop)}`, routeLine(route, wrong)],
      [`no ${routeLine(route, wrong)}`, routeLine(route, route.nextHop)],
      [{ device: route.name, line: 'ip route' }],
    )
  }),
)

faultKind('clock-rate', 2, (lab) =>
  devicesIn(lab).flatMap(({ name, ios }) =>
    [...ios.interfaces].flatMap((made) => {
      const rate = made.phy === undefined ? 0 : interfaceSettingsOf().clockRateBps(made.section)
      if (made.port?.cable !== 'serial' || rate === 0 || made.phy?.peer === undefined) return []
      return [
        lineFault(
          name,
          made.name,
          texts(`${name} ${made.name} gives no clock`, `${name} ${made.name} 没有提供时钟`),
          [section(made.name), 'no clock rate'],
          [section(made.name), `clock rate ${rate}`],
          [{ device: name, section: section(made.name) }],
        ),
      ]
    }),
  ),
)

faultKind('serial-encapsulation', 3, (lab) =>
  devicesIn(lab).flatMap(({ name, ios }) =>
    [...ios.interfaces]
      .filter(
        (made) => made.port?.cable === 'serial' && made.phy?.peer !== undefined && made.protocol === 'up',
      )
      .map((made) =>
        lineFault(
          name,
          made.name,
          texts(
            `${name} ${made.name} speaks another encapsulation than the other end`,
            `${name} ${made.name} 的封装与对端不同`,
          ),
          // Two ends alike on Frame Relay have no switch between them: only the way back works. PPP at the other end would too.
          [section(made.name), 'encapsulation frame-relay'],
          [section(made.name), 'encapsulation hdlc'],
          [{ device: name, section: section(made.name) }],
        ),
      ),
  ),
)
