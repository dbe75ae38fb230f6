/** A host: its address, its gateway, whether it forwards packets. */

import type { HostSystem } from '../../hosts/host-system.ts'
import { readIpv4, showIpv4 } from '../../wire/ipv4-text.ts'
import { type Aspect, failed, lookAtAspects, passed, wanted } from '../aspects.ts'
import { device, flag, ipv4, optional, prefix, readPrefix } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import { texts } from '../texts.ts'

checkKind('host', 'A host has its address and gateway, or forwards packets.', {
  fields: {
    device: device('A host.', 'host'),
    address: optional(prefix('An address that it has.')),
    gateway: optional(ipv4('Its default gateway.')),
    forwarding: optional(flag('Whether it forwards packets that are for others.')),
  },
  expected: (values) => wanted(values.device, aspectsOf(values)),
  look: (values, lab) => lookAtAspects(aspectsOf(values), lab.host(values.device)),
})

interface Wanted {
  readonly address?: string | undefined
  readonly gateway?: string | undefined
  readonly forwarding?: boolean | undefined
}

function aspectsOf({ address, gateway, forwarding }: Wanted): Aspect<HostSystem>[] {
  const aspects: Aspect<HostSystem>[] = []
  if (address !== undefined)
    aspects.push({
      expected: texts(`has the address ${address}`, `的地址是 ${address}`),
      look: (host) => {
        const all = [...host.interfaces.values()].flatMap((one) =>
          one.port === undefined ? [] : one.addresses,
        )
        if (all.length === 0) return failed(texts('it has no address', '没有地址'))
        const shown = all.map((one) => `${showIpv4(one.address)}/${one.prefixLength}`)
        const { address: wantedAddress, prefixLength } = readPrefix(address) ?? {}
        const isThere = all.some((one) => one.address === wantedAddress && one.prefixLength === prefixLength)
        return {
          passed: isThere,
          found: texts(`its address is ${shown.join(', ')}`, `地址是 ${shown.join('、')}`),
        }
      },
    })
  if (gateway !== undefined)
    aspects.push({
      expected: texts(`has the gateway ${gateway}`, `的网关是 ${gateway}`),
      look: (host) => {
        const found = host.staticRoutes.flatMap(({ prefixLength, nextHop }) =>
          prefixLength === 0 && nextHop !== undefined ? [nextHop] : [],
        )
        if (found.length === 0) return failed(texts('it has no gateway', '没有网关'))
        const [first = 0] = found
        return {
          passed: first === readIpv4(gateway),
          found: texts(`its gateway is ${showIpv4(first)}`, `网关是 ${showIpv4(first)}`),
        }
      },
    })
  if (forwarding !== undefined)
    aspects.push({
      expected: forwarding
        ? texts('forwards packets', '转发数据包')
        : texts('does not forward packets', '不转发数据包'),
      look: (host) => ({
        passed: host.stack.settings.forwarding === forwarding,
        found: host.stack.settings.forwarding ? texts('it does', '它转发') : texts('it does not', '它不转发'),
      }),
    })
  if (aspects.length === 0)
    aspects.push({ expected: texts('is running', '在运行'), look: () => passed(texts('it is', '在运行')) })
  return aspects
}
