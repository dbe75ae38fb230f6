/**
 * Frames in the words of tcpdump, one line each or a few with `-v`. Leaves out protocols above TCP and UDP, IP options, and
 * names of addresses. Source: tcpdump(1) and the output of tcpdump 4.99.3; spanning tree and CDP from memory.
 */

import { arpRequest, decodeArp } from '../wire/arp.ts'
import { decodeBpduFrame } from '../wire/bpdu.ts'
import { isBad, readU16 } from '../wire/bytes.ts'
import { cdpProtocol, decodeCdp } from '../wire/cdp.ts'
import { decodeEthernet, type Ethernet, etherTypes } from '../wire/ethernet.ts'
import { decodeIcmp, type Icmp, icmpTypes } from '../wire/icmp.ts'
import { decodeIpv4, type Ipv4, ipProtocols } from '../wire/ipv4.ts'
import { showIpv4 } from '../wire/ipv4-text.ts'
import { decodeLlc, type Llc } from '../wire/llc.ts'
import { colonMac } from '../wire/mac.ts'
import { decodeUdp } from '../wire/udp.ts'
import { portName } from './port-names.ts'
import { TcpFlows, tcpText } from './tcp-text.ts'

export interface PacketTextOptions {
  /** Ports as numbers. */
  readonly numeric: boolean
  /** The Ethernet header too (`-e`). */
  readonly link: boolean
  /** 0 to 2 and more: how many `-v`. */
  readonly verbosity: number
}

const protocolNames = new Map([
  [1, 'ICMP'],
  [2, 'IGMP'],
  [6, 'TCP'],
  [17, 'UDP'],
  [47, 'GRE'],
  [88, 'EIGRP'],
  [89, 'OSPF'],
  [112, 'VRRP'],
])

const typeNames = new Map<number, string>([
  [etherTypes.ipv4, 'IPv4'],
  [etherTypes.arp, 'ARP'],
  [etherTypes.dot1q, '802.1Q'],
  [etherTypes.ipv6, 'IPv6'],
  [etherTypes.lldp, 'LLDP'],
  [etherTypes.loopback, 'Loopback'],
])

const hex = (value: number, digits: number): string => `0x${value.toString(16).padStart(digits, '0')}`

export class PacketText {
  readonly #options: PacketTextOptions
  readonly #flows = new TcpFlows()

  constructor(options: PacketTextOptions) {
    this.#options = options
  }

  /** A frame of a port, without its time. One that goes out is shown as the kernel hands it over: not yet padded. */
  describe(bytes: Uint8Array, outgoing: boolean): string {
    const ethernet = decodeEthernet(bytes, 0, bytes.length)
    if (isBad(ethernet)) return `[|ether], length ${bytes.length}`
    const end = outgoing ? unpaddedEnd(bytes, ethernet) : bytes.length
    const { etherType } = ethernet
    const link = this.#options.link ? this.#linkText(bytes, ethernet, end) : ''
    switch (etherType) {
      case undefined:
        return link + this.#llcText(bytes, ethernet)
      case etherTypes.arp:
        return `${link === '' ? 'ARP, ' : link}${this.#arpText(bytes, ethernet.payloadStart, end)}`
      case etherTypes.ipv4:
        return `${link === '' ? 'IP ' : link}${this.#ipText(bytes, ethernet.payloadStart, end)}`
      case etherTypes.loopback:
        return `${link === '' ? 'Loopback, ' : link}skipCount ${readU16(bytes, 14)}, Reply, receipt number ${readU16(bytes, 18)}, data (40 octets)`
      default:
        return `${link === '' ? `ethertype ${typeName(etherType)}, ` : link}length ${end}`
    }
  }

  #linkText(
    bytes: Uint8Array,
    { source, destination, etherType, payloadEnd, payloadStart }: Ethernet,
    end: number,
  ): string {
    const pair = `${colonMac(source)} > ${destination === 0xffff_ffff_ffff ? 'ff:ff:ff:ff:ff:ff' : colonMac(destination)}`
    if (etherType !== undefined) return `${pair}, ethertype ${typeName(etherType)}, length ${end}: `
    const llc = decodeLlc(bytes, payloadStart, payloadEnd)
    const words = isBad(llc) ? '' : `: ${llcHeading(llc)}`
    return `${pair}, 802.3, length ${payloadEnd - payloadStart}${words}: `
  }

  #arpText(bytes: Uint8Array, start: number, end: number): string {
    const arp = decodeArp(bytes, start, end)
    if (isBad(arp)) return '[|arp]'
    const { operation, senderAddress, senderMac, targetAddress, targetMac } = arp
    const [sender, target] = [showIpv4(senderAddress), showIpv4(targetAddress)]
    const { verbosity, numeric, link } = this.#options
    const formats = verbosity > 0 ? 'Ethernet (len 6), IPv4 (len 4), ' : ''
    const maker = numeric || link ? '' : ' (oui Unknown)'
    const announces = operation === arpRequest && sender === target
    const known = operation === arpRequest && targetMac !== 0 ? ` (${colonMac(targetMac)})` : ''
    const text =
      operation === arpRequest
        ? announces
          ? `Announcement ${sender}`
          : `Request who-has ${target}${known} tell ${sender}`
        : `Reply ${sender} is-at ${colonMac(senderMac)}${maker}`
    return `${formats}${text}, length ${end - start}`
  }

  /** Behind `IP `: with `-v` the header stands before the packet, on a row of its own. */
  #ipText(bytes: Uint8Array, start: number, end: number): string {
    const packet = decodeIpv4(bytes, start, end)
    if (isBad(packet)) return packet === 'truncated' ? '[|ip]' : `bad packet (${packet})`
    return this.#headerText(packet) + this.#packetText(bytes, packet)
  }

  #headerText(packet: Ipv4): string {
    if (this.#options.verbosity === 0) return ''
    const { tos, ttl, id, fragmentOffset, dontFragment, moreFragments, protocol } = packet
    const flags = `${moreFragments ? '+' : ''}${moreFragments && dontFragment ? ', ' : ''}${dontFragment ? 'DF' : ''}`
    const name = protocolNames.get(protocol) ?? 'unknown'
    return `(tos 0x${tos.toString(16)}, ttl ${ttl}, id ${id}, offset ${fragmentOffset}, flags [${flags === '' ? 'none' : flags}], proto ${name} (${protocol}), length ${packet.payloadEnd - packet.start})\n    `
  }

  #packetText(bytes: Uint8Array, packet: Ipv4): string {
    const { source, destination, protocol, payloadStart, payloadEnd } = packet
    const [from, to] = [showIpv4(source), showIpv4(destination)]
    const length = payloadEnd - payloadStart
    if (packet.fragmentOffset > 0) {
      const { numeric, verbosity } = this.#options
      const name = protocolNames.get(protocol)?.toLowerCase()
      return `${from} > ${to}: ${numeric || verbosity > 0 || name === undefined ? `ip-proto-${protocol}` : name}`
    }
    switch (protocol) {
      case ipProtocols.icmp:
        return `${from} > ${to}: ${this.#icmpText(bytes, packet)}`
      case ipProtocols.udp: {
        const isWhole = !packet.moreFragments
        const udp = decodeUdp(bytes, payloadStart, payloadEnd, source, destination)
        if (length < 8) return `${from} > ${to}: [|udp]`
        const [sourcePort, destinationPort] = [readU16(bytes, payloadStart), readU16(bytes, payloadStart + 2)]
        const summed =
          this.#options.verbosity > 1 && isWhole
            ? `[${udp === 'checksum' ? 'bad udp cksum' : 'udp sum ok'}] `
            : ''
        const bytesSent = readU16(bytes, payloadStart + 4) - 8
        return `${from}.${this.#port(sourcePort)} > ${to}.${this.#port(destinationPort)}: ${summed}UDP, length ${bytesSent}`
      }
      case ipProtocols.tcp:
        return tcpText(bytes, packet, this.#flows, this.#options.verbosity, (port) => this.#port(port))
      default:
        return `${from} > ${to}: ${protocolNames.get(protocol) ?? ''} ip-proto-${protocol} ${length}`.replace(
          ':  ',
          ': ',
        )
    }
  }

  #port(port: number): string {
    return this.#options.numeric ? String(port) : portName(port)
  }

  #icmpText(bytes: Uint8Array, packet: Ipv4): string {
    const { payloadStart, payloadEnd } = packet
    const length = payloadEnd - payloadStart
    // A first fragment's checksum covers what is not there.
    const icmp = decodeIcmp(bytes, payloadStart, payloadEnd)
    const type = bytes[payloadStart]
    if (type === icmpTypes.echo || type === icmpTypes.echoReply) {
      const word = type === icmpTypes.echo ? 'request' : 'reply'
      return `ICMP echo ${word}, id ${readU16(bytes, payloadStart + 4)}, seq ${readU16(bytes, payloadStart + 6)}, length ${length}`
    }
    if (isBad(icmp)) return `ICMP, length ${length}`
    const quoted = quotedPacket(bytes, icmp)
    const text = `ICMP ${icmpError(bytes, icmp, quoted)}, length ${length}`
    if (this.#options.verbosity === 0 || quoted === undefined) return text
    const head = this.#options.link ? '' : 'IP '
    return `${text}\n\t${head}${this.#headerText(quoted)}${this.#packetText(bytes, quoted)}`
  }

  #llcText(bytes: Uint8Array, { payloadStart, payloadEnd }: Ethernet): string {
    const llc = decodeLlc(bytes, payloadStart, payloadEnd)
    if (isBad(llc)) return `802.3, length ${payloadEnd - payloadStart}`
    const length = payloadEnd - llc.payloadStart
    if (llc.destinationSap === 0x42) return bpduText(bytes, length)
    if (llc.snap?.protocol === cdpProtocol) {
      const cdp = decodeCdp(bytes, llc.payloadStart, payloadEnd)
      const ttl = bytes[llc.payloadStart + 1]
      const device = isBad(cdp) ? '' : `, Device-ID '${cdp.deviceId}'`
      return `CDPv2, ttl: ${ttl}s${device}, length ${length}`
    }
    const pvst = decodeBpduFrame(bytes)
    if (!isBad(pvst)) return bpduText(bytes, length)
    return `${this.#options.link ? '' : `${llcHeading(llc)}: `}Unnumbered, ui, Flags [Command], length ${length}`
  }
}

function typeName(etherType: number): string {
  return `${typeNames.get(etherType) ?? 'Unknown'} (${hex(etherType, 4)})`
}

/** Where a frame of ours ends before it is padded to the shortest that Ethernet takes. */
function unpaddedEnd(bytes: Uint8Array, { etherType, payloadStart }: Ethernet): number {
  if (etherType === etherTypes.arp) return Math.min(bytes.length, payloadStart + 28)
  if (etherType !== etherTypes.ipv4) return bytes.length
  return Math.min(bytes.length, payloadStart + readU16(bytes, payloadStart + 2))
}

function llcHeading({ destinationSap, sourceSap, control, snap }: Llc): string {
  const name = (sap: number) => (sap === 0x42 ? 'STP' : sap === 0xaa ? 'SNAP' : 'Unknown')
  const saps = `LLC, dsap ${name(destinationSap)} (${hex(destinationSap, 2)}) Individual, ssap ${name(sourceSap)} (${hex(sourceSap, 2)}) Command, ctrl ${hex(control, 2)}`
  if (snap === undefined) return saps
  const oui = snap.oui === 0x0c ? 'Cisco' : 'Ethernet'
  const protocol = snap.protocol === cdpProtocol ? 'CDP' : 'Unknown'
  return `${saps}: oui ${oui} (${hex(snap.oui, 6)}), pid ${protocol} (${hex(snap.protocol, 4)})`
}

function bpduText(bytes: Uint8Array, length: number): string {
  const frame = decodeBpduFrame(bytes)
  if (isBad(frame)) return `STP, length ${length}`
  const { kind, flags, bridgePriority, bridgeMac, portId } = frame.bpdu
  if (kind === 'notification') return `STP 802.1d, Topology Change, length ${length}`
  const rapid = kind === 'rapid'
  const names = [
    [0x01, 'Topology change'],
    ...(rapid
      ? ([
          [0x02, 'Proposal'],
          [0x10, 'Learn'],
          [0x20, 'Forward'],
          [0x40, 'Agreement'],
        ] as const)
      : []),
    [0x80, 'Topology change ACK'],
  ] as const
  const set = names.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name)
  const bridge = `${bridgePriority.toString(16).padStart(4, '0')}.${colonMac(bridgeMac)}.${portId.toString(16).padStart(4, '0')}`
  return `STP 802.1${rapid ? 'w, Rapid STP' : 'd, Config'}, Flags [${set.length === 0 ? 'none' : set.join(', ')}], bridge-id ${bridge}, length ${length}`
}

/** What an ICMP error quotes; its checksum may be right although the packet is cut short. */
function quotedPacket(bytes: Uint8Array, icmp: Icmp): Ipv4 | undefined {
  const packet = decodeIpv4(bytes, icmp.dataStart, icmp.dataEnd)
  if (!isBad(packet)) return packet
  // Cut short: the header alone is whole.
  const header = bytes.slice(icmp.dataStart, icmp.dataEnd)
  if (header.length < 28) return undefined
  const padded = new Uint8Array(Math.max(header.length, readU16(header, 2)))
  padded.set(header)
  const whole = decodeIpv4(padded, 0, padded.length)
  if (isBad(whole)) return undefined
  return {
    ...whole,
    start: icmp.dataStart,
    payloadStart: icmp.dataStart + whole.payloadStart,
    payloadEnd: icmp.dataEnd,
  }
}

function icmpError(bytes: Uint8Array, { type, code, rest }: Icmp, quoted: Ipv4 | undefined): string {
  const target = quoted === undefined ? '?' : showIpv4(quoted.destination)
  switch (type) {
    case icmpTypes.unreachable:
      switch (code) {
        case 0:
          return `net ${target} unreachable`
        case 1:
          return `host ${target} unreachable`
        case 2:
          return `${target} protocol ${quoted?.protocol} unreachable`
        case 3: {
          const name = quoted?.protocol === ipProtocols.tcp ? 'tcp' : 'udp'
          const port = quoted === undefined ? 0 : readU16(bytes, quoted.payloadStart + 2)
          return `${target} ${name} port ${port} unreachable`
        }
        case 4:
          return `${target} unreachable - need to frag (mtu ${rest & 0xffff})`
        case 13:
          return `host ${target} unreachable - admin prohibited filter`
        default:
          return `${target} unreachable - #${code}`
      }
    case icmpTypes.timeExceeded:
      return code === 0 ? 'time exceeded in-transit' : 'ip reassembly time exceeded'
    case icmpTypes.redirect:
      return `redirect ${target} to ${code === 0 ? 'net' : 'host'} ${showIpv4(rest)}`
    case icmpTypes.sourceQuench:
      return 'source quench'
    default:
      return `type-#${type}`
  }
}
