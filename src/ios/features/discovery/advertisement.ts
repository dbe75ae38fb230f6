/**
 * What a device says of itself in CDP: name, address, port, what it is and how the port is set. Fields and capabilities by
 * model: captures of neighbours that switches and routers of 12.2 to XE saw; 7200 and CSR from memory.
 */

import { softwareBanner } from '../../../hardware/version-text.ts'
import { type CdpPacket, cdpCapability as has } from '../../../wire/cdp.ts'
import type { Interface } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { ipStackOf, isRouting, linkOfInterface } from '../../ip-stack.ts'
import { switchPortSettingsOf } from '../../port-settings.ts'
import { port } from '../../session-ports.ts'
import { isSwitched, isTrunk } from '../../switching.ts'
import { vtpDomain } from '../../vlans.ts'
import { cdpVersion2, holdtimeSeconds } from './cdp-lines.ts'

/** Hostname, with the domain once one is set. */
function deviceId(ios: Ios): string {
  const domain = port('domainName')(ios)
  const name = port('hostname')(ios)
  return domain === undefined ? name : `${name}.${domain}`
}

/** IOS-XE runs on Linux, and its image says so. */
function isXe({ profile }: Ios): boolean {
  return profile.software.imageId.includes('LINUX')
}

function capabilities(ios: Ios): number {
  const router = isRouting(ios) ? has.router : 0
  if (ios.traits.has('switchport')) return router | has.switch | has.igmp
  switch (ios.profile.family) {
    case 'isr':
      return has.router | has.switch | has.igmp | (isXe(ios) ? 0 : has.sourceRouteBridge)
    case 'iosv':
      return has.router | has.sourceRouteBridge
    case 'csr':
      return has.router | has.igmp
    default:
      return has.router
  }
}

/** Classic routers write Cisco large; the classic virtual one has no model to name. */
function platformText(ios: Ios): string {
  const { family, model } = ios.profile
  if (family === 'iosv') return 'Cisco '
  return `${family === 'catalyst' || isXe(ios) ? 'cisco' : 'Cisco'} ${model}`
}

/** A switch is reached at the address of its first VLAN interface that is up, whichever port the packet leaves by. */
function addresses(ios: Ios, made: Interface): number[] {
  const candidates = isSwitched(ios, made)
    ? [...ios.interfaces]
        .filter(({ type, protocol }) => type.name === 'Vlan' && protocol === 'up')
        .sort((a, b) => Number(a.unit) - Number(b.unit))
    : [made]
  const found = candidates.map((one) => primaryAddress(ios, one)).find((one) => one !== undefined)
  return found === undefined ? [] : [found]
}

function primaryAddress(ios: Ios, made: Interface): number | undefined {
  const link = linkOfInterface(ios, made)
  return link === undefined ? undefined : ipStackOf(ios).addressesOf(link)[0]?.address
}

/** Cluster hello of a switch: who would command it, and its own base address. */
function protocolHello(ios: Ios): Uint8Array {
  const bytes = new Uint8Array(32)
  bytes.set([0x00, 0x00, 0x0c, 0x01, 0x12])
  bytes.set([0xff, 0xff, 0xff, 0xff, 0x01, 0x02, 0x05, 0x01], 9)
  const mac = ios.identity.baseMac
  for (let index = 0; index < 6; index++)
    bytes[23 + index] = Number.parseInt(mac.slice(2 * index, 2 * index + 2), 16)
  bytes[29] = 0xff
  return bytes
}

/** The VLAN of untagged frames; undefined on a routed port. */
export function nativeVlanOf(ios: Ios, made: Interface): number | undefined {
  if (!isSwitched(ios, made)) return undefined
  const settings = switchPortSettingsOf()
  return isTrunk(ios, made) ? settings.nativeVlan(made.section) : settings.accessVlan(made.section)
}

export function advertisement(ios: Ios, made: Interface): CdpPacket {
  const own = addresses(ios, made)
  const packet: CdpPacket = {
    version: 1,
    holdtime: holdtimeSeconds(ios),
    deviceId: deviceId(ios),
    softwareVersion: softwareBanner(ios.profile).join('\n'),
    platform: platformText(ios),
    addresses: own,
    portId: made.name,
    capabilities: capabilities(ios),
  }
  if (!cdpVersion2.isOn(ios.configuration)) return packet
  const native = nativeVlanOf(ios, made)
  return {
    ...packet,
    version: 2,
    ...(native !== undefined && { protocolHello: protocolHello(ios), nativeVlan: native }),
    ...(ios.profile.family !== 'iosv' && { vtpDomain: vtpDomain(ios) }),
    ...(ios.profile.family !== 'iosv' &&
      made.port?.cable !== 'serial' &&
      made.phy !== undefined && { duplex: made.phy.duplex }),
    managementAddresses: own,
  }
}
