/** Faults of hosts: what somebody mistyped when the computer was set up. */

import type { HostSettings, Lab } from '../../labs/lab.ts'
import { maskOf, showIpv4 } from '../../wire/ipv4-text.ts'
import { texts } from '../texts.ts'
import { type Fault, faultKind, type } from './fault-kind.ts'

interface SetUp {
  readonly name: string
  readonly host: HostSettings
  readonly address: number
  readonly prefixLength: number
}

function hostsOf(lab: Lab): SetUp[] {
  return lab.devices.flatMap(({ name, host }) => {
    const first = host?.addresses[0]
    return host === undefined || first === undefined ? [] : [{ name, host, ...first }]
  })
}

function withHost(lab: Lab, name: string, change: (host: HostSettings) => HostSettings): Lab {
  return {
    ...lab,
    devices: lab.devices.map((device) =>
      device.name === name && device.host !== undefined ? { ...device, host: change(device.host) } : device,
    ),
  }
}

const unused = (lab: Lab, address: number): boolean =>
  hostsOf(lab).every((one) => one.address !== address && one.host.gateway !== address)

faultKind('host-gateway', 1, ({ running: { lab } }) =>
  hostsOf(lab).flatMap(({ name, host, address, prefixLength }): Fault[] => {
    const { gateway } = host
    if (gateway === undefined) return []
    const wrong = [gateway + 1, gateway + 2, gateway - 1].find((one) => unused(lab, one >>> 0))
    const network = (address & maskOf(prefixLength)) >>> 0
    if (wrong === undefined || (wrong & maskOf(prefixLength)) >>> 0 !== network) return []
    return [
      {
        place: `${name} gateway`,
        what: texts(
          `${name} has the default gateway ${showIpv4(wrong)}, where nobody is`,
          `${name} 的默认网关是 ${showIpv4(wrong)}，那里没有设备`,
        ),
        breaks: (broken) => withHost(broken, name, (one) => ({ ...one, gateway: wrong >>> 0 })),
        repair: [type(name, [`ip route replace default via ${showIpv4(gateway)}`])],
        touches: [{ host: name }],
      },
    ]
  }),
)

faultKind('host-without-gateway', 1, ({ running: { lab } }) =>
  hostsOf(lab).flatMap(({ name, host: { gateway } }): Fault[] =>
    gateway === undefined
      ? []
      : [
          {
            place: `${name} gateway`,
            what: texts(`${name} has no default gateway`, `${name} 没有默认网关`),
            breaks: (broken) => withHost(broken, name, ({ gateway: _, ...one }) => one),
            repair: [type(name, [`ip route add default via ${showIpv4(gateway)}`])],
            touches: [{ host: name }],
          },
        ],
  ),
)

/** In the next subnet: the third octet, or the first bit of the prefix's last octet, is another. */
faultKind('host-address', 1, ({ running: { lab } }) =>
  hostsOf(lab).flatMap(({ name, address, prefixLength, host }): Fault[] => {
    const wrong = (address ^ (1 << (32 - prefixLength))) >>> 0
    if (!unused(lab, wrong)) return []
    return [addressFault(name, host.gateway, { address, prefixLength }, { address: wrong, prefixLength })]
  }),
)

/** So long a mask that a neighbour seems to be elsewhere. */
faultKind('host-mask', 2, ({ running: { lab } }) =>
  hostsOf(lab).flatMap(({ name, address, prefixLength, host }): Fault[] => {
    const longer = masksWithout(lab, address, prefixLength)[0]
    if (longer === undefined) return []
    return [addressFault(name, host.gateway, { address, prefixLength }, { address, prefixLength: longer })]
  }),
)

/** Longer prefixes, the shortest first, within which a host of the same subnet would no longer be. */
export function masksWithout(lab: Lab, address: number, prefixLength: number): number[] {
  const inside = (other: number, length: number): boolean => ((other ^ address) & maskOf(length)) === 0
  const neighbours = hostsOf(lab).map((one) => one.address)
  return Array.from({ length: Math.max(0, 30 - prefixLength) }, (_, at) => prefixLength + 1 + at).filter(
    (length) => neighbours.some((one) => inside(one, prefixLength) && !inside(one, length)),
  )
}

interface Address {
  readonly address: number
  readonly prefixLength: number
}

function addressFault(name: string, gateway: number | undefined, right: Address, wrong: Address): Fault {
  const shown = ({ address, prefixLength }: Address): string => `${showIpv4(address)}/${prefixLength}`
  return {
    place: `${name} address`,
    what: texts(
      `${name} has the address ${shown(wrong)} instead of ${shown(right)}`,
      `${name} 的地址是 ${shown(wrong)}，本应是 ${shown(right)}`,
    ),
    breaks: (lab) =>
      withHost(lab, name, ({ addresses: [, ...others], ...host }) => ({
        ...host,
        addresses: [wrong, ...others],
      })),
    repair: [
      type(name, [
        `ip addr del ${shown(wrong)} dev eth0`,
        `ip addr add ${shown(right)} dev eth0`,
        ...(gateway === undefined ? [] : [`ip route replace default via ${showIpv4(gateway)}`]),
      ]),
    ],
    touches: [{ host: name }],
  }
}
