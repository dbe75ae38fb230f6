/** An interface as it works now: link, line protocol, addresses, what the port has agreed on; and what it is described as. */

import type { Interface } from '../../ios/interfaces.ts'
import { linkText } from '../../ios/interfaces.ts'
import type { Ios } from '../../ios/ios.ts'
import { interfaceSettingsOf } from '../../ios/port-settings.ts'
import { showIpv4 } from '../../wire/ipv4-text.ts'
import { type Aspect, failed, lookAtAspects, passed, wanted } from '../aspects.ts'
import { device, integer, interfaceName, oneOf, optional, prefix, readPrefix, text } from '../check-field.ts'
import { checkKind, type Seen } from '../check-kind.ts'
import { causeOfDown, isDuplexMismatch, portText } from '../link-cause.ts'
import type { MarkedLab } from '../marked-lab.ts'
import { alike, type Texts, texts } from '../texts.ts'

interface Context {
  readonly lab: MarkedLab
  readonly ios: Ios
  readonly made: Interface
}

const links = ['up', 'down', 'administratively down', 'err-disabled'] as const
type Link = (typeof links)[number]

const linkWords: Readonly<Record<Link, Texts>> = {
  up: texts('is up', '已接通'),
  down: texts('is down', '没有接通'),
  'administratively down': texts('is shut down', '被关闭'),
  'err-disabled': texts('is err-disabled', '处于 err-disabled 状态'),
}

checkKind(
  'interface',
  'An interface is there and works as it should: link, line protocol, address, speed, duplex, clock; or is described so.',
  {
    fields: {
      device: device('Whose.', 'ios'),
      port: interfaceName('The interface: `Fa0/1`, `Vlan10`, `Gi0/0.10`.'),
      link: optional(oneOf('The link.', links)),
      protocol: optional(oneOf('The line protocol.', ['up', 'down'])),
      address: optional(prefix('An address that it has.')),
      speed: optional(integer('Mb/s that the port runs at.', 1, 10_000)),
      duplex: optional(oneOf('The mode that the port runs in.', ['full', 'half'])),
      description: optional(text('What it is described as, capitals apart.')),
      'clock-rate': optional(integer('Bit/s that it gives as DCE.', 1200, 8_000_000)),
      mtu: optional(integer('Bytes of the longest IP packet.', 64, 9600)),
    },
    expected: (values) => wanted(`${values.device} ${values.port}`, aspectsOf(values)),
    look(values, lab): Seen {
      const ios = lab.ios(values.device)
      const made = lab.interface(values.device, values.port)
      if (made === undefined)
        return failed(
          texts(
            `${values.device} has no interface ${values.port}`,
            `${values.device} 没有接口 ${values.port}`,
          ),
        )
      return lookAtAspects(aspectsOf(values), { lab, ios, made })
    },
  },
)

interface Wanted {
  readonly link?: Link | undefined
  readonly protocol?: 'up' | 'down' | undefined
  readonly address?: string | undefined
  readonly speed?: number | undefined
  readonly duplex?: 'full' | 'half' | undefined
  readonly description?: string | undefined
  readonly 'clock-rate'?: number | undefined
  readonly mtu?: number | undefined
}

function aspectsOf({
  link,
  protocol,
  address,
  speed,
  duplex,
  description,
  'clock-rate': clock,
  mtu,
}: Wanted): Aspect<Context>[] {
  const aspects: Aspect<Context>[] = []
  if (link !== undefined) aspects.push({ expected: linkWords[link], look: (at) => lookAtLink(at, link) })
  if (protocol !== undefined)
    aspects.push({
      expected: texts(`has its line protocol ${protocol}`, `线路协议为 ${protocol}`),
      look: ({ lab, ios, made }) => {
        const found = texts(`its line protocol is ${made.protocol}`, `线路协议为 ${made.protocol}`)
        return made.protocol === protocol
          ? passed(found)
          : // That it is shut down has been said where the link was looked at.
            failed(
              found,
              protocol === 'up' && (link === undefined || made.enabled)
                ? causeOfDown(lab, ios, made)
                : undefined,
            )
      },
    })
  if (address !== undefined)
    aspects.push({
      expected: texts(`has the address ${address}`, `的地址是 ${address}`),
      look: (at) => lookAtAddress(at, address),
    })
  if (speed !== undefined)
    aspects.push({
      expected: texts(`runs at ${speed} Mb/s`, `的速率是 ${speed} Mb/s`),
      look: (at) =>
        overLink(at, ({ speedMbps }) => ({
          passed: speedMbps === speed,
          found: texts(`it runs at ${speedMbps} Mb/s`, `速率是 ${speedMbps} Mb/s`),
        })),
    })
  if (duplex !== undefined)
    aspects.push({
      expected: texts(`runs in ${duplex} duplex`, `工作在${duplexName[duplex]}`),
      look: (at) => overLink(at, (phy) => lookAtDuplex(at, phy, duplex)),
    })
  if (description !== undefined)
    aspects.push({
      expected: texts(`is described as "${description}"`, `的描述是“${description}”`),
      look: ({ made }) => {
        const found = interfaceSettingsOf().description(made.section)
        if (found === undefined) return failed(texts('it has no description', '没有描述'))
        const isIt = found.trim().toLowerCase() === description.trim().toLowerCase()
        return { passed: isIt, found: texts(`it is described as "${found}"`, `描述是“${found}”`) }
      },
    })
  if (clock !== undefined)
    aspects.push({
      expected: texts(`gives a clock of ${clock} bit/s`, `提供 ${clock} bit/s 的时钟`),
      look: ({ made }) => {
        const found = interfaceSettingsOf().clockRateBps(made.section)
        if (found === 0) return failed(texts('it gives no clock', '没有提供时钟'))
        return { passed: found === clock, found: alike(`${found} bit/s`) }
      },
    })
  if (mtu !== undefined)
    aspects.push({
      expected: texts(`takes IP packets of ${mtu} bytes`, `的 IP MTU 是 ${mtu} 字节`),
      look: ({ lab, ios, made }) => {
        const found = lab.stack(ios.chassis.name).links.find(({ name }) => name === made.name)?.mtuBytes
        if (found === undefined) return failed(texts('it is no IP interface', '它不是 IP 接口'))
        return { passed: found === mtu, found: texts(`${found} bytes`, `${found} 字节`) }
      },
    })
  if (aspects.length === 0)
    aspects.push({ expected: texts('is there', '存在'), look: () => passed(texts('it is there', '存在')) })
  return aspects
}

const duplexName = { full: '全双工', half: '半双工' } as const

function linkOf({ ios, made }: Context): Link {
  return made.errDisabled === undefined ? linkText(ios, made) : 'err-disabled'
}

function lookAtLink(at: Context, wantedLink: Link): Seen {
  const found = linkOf(at)
  const { en, zh } = linkWords[found]
  if (found === wantedLink) return passed(texts(`it ${en}`, zh))
  return failed(texts(`it ${en}`, zh), wantedLink === 'up' ? causeOfLink(at, found) : undefined)
}

/** What the found state does not say by itself. */
function causeOfLink({ lab, ios, made }: Context, found: Link): Texts | undefined {
  if (found === 'administratively down' && !made.enabled)
    return made.port !== undefined && ios.profile.kind === 'router'
      ? texts(
          'an interface of a router is shut down until somebody enables it',
          '路由器的接口在启用之前处于关闭状态',
        )
      : undefined
  return causeOfDown(lab, ios, made)
}

function lookAtAddress({ lab, ios, made }: Context, address: string): Seen {
  const stack = lab.stack(ios.chassis.name)
  const link = stack.links.find(({ name }) => name === made.name)
  const own = link === undefined ? [] : stack.addressesOf(link)
  const wantedAddress = readPrefix(address)
  if (own.length === 0) return failed(texts('it has no IP address', '没有 IP 地址'))
  const shown = own.map((one) => `${showIpv4(one.address)}/${one.prefixLength}`).join(', ')
  const isThere = own.some(
    (one) => one.address === wantedAddress?.address && one.prefixLength === wantedAddress.prefixLength,
  )
  return { passed: isThere, found: texts(`its address is ${shown}`, `地址是 ${shown}`) }
}

type Phy = NonNullable<Interface['phy']>

function overLink({ lab, ios, made }: Context, look: (phy: Phy) => Seen): Seen {
  const { phy } = made
  if (phy?.carrier !== true)
    return failed(texts('there is no link', '链路没有接通'), causeOfDown(lab, ios, made))
  return look(phy)
}

function lookAtDuplex({ lab }: Context, phy: Phy, duplex: 'full' | 'half'): Seen {
  const found = texts(`it runs in ${phy.duplex} duplex`, `工作在${duplexName[phy.duplex]}`)
  if (phy.duplex === duplex) return passed(found)
  const { cable, peer } = phy
  if (cable === undefined || peer === undefined || !isDuplexMismatch(cable)) return failed(found)
  const other = portText(lab, peer)
  return failed(
    found,
    texts(
      `the other end, ${other}, is set to ${peer.duplex} duplex and does not negotiate`,
      `对端 ${other} 固定为${duplexName[peer.duplex]}，不参与协商`,
    ),
  )
}
