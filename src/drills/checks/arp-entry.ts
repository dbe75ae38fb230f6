/** The ARP table of a device: which MAC address it takes an IP address to have. */

import { readIpv4 } from '../../wire/ipv4-text.ts'
import { dottedMac } from '../../wire/mac.ts'
import { failed, passed } from '../aspects.ts'
import { device, flag, ipv4, optional } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import { macOf, macsOf } from '../network-fields.ts'
import { alike, texts } from '../texts.ts'

checkKind('arp-entry', 'A device has an address in its ARP table, or has not.', {
  fields: {
    device: device('Whose table.'),
    address: ipv4('The IP address.'),
    mac: optional(macOf('The MAC address that it has there.')),
    static: optional(flag('Whether somebody set it by hand.')),
    absent: optional(flag('true: no entry with a MAC address.')),
  },
  expected: ({ device, address, mac, static: isStatic, absent = false }) => {
    if (absent)
      return texts(`${device} has no ARP entry for ${address}`, `${device} 没有 ${address} 的 ARP 表项`)
    const whose = mac === undefined ? texts('', '') : texts(` as that of ${mac}`, `，MAC 地址属于 ${mac}`)
    const how =
      isStatic === undefined
        ? texts('', '')
        : texts(isStatic ? ', set by hand' : ', learned', isStatic ? '，静态' : '，动态')
    return texts(
      `${device} has an ARP entry for ${address}${whose.en}${how.en}`,
      `${device} 有 ${address} 的 ARP 表项${whose.zh}${how.zh}`,
    )
  },
  look: ({ device, address, mac, static: wantedStatic, absent = false }, lab) => {
    const wanted = readIpv4(address)
    const entry = lab
      .stack(device)
      .arp.entries()
      .find((one) => one.address === wanted && one.mac !== undefined)
    if (entry?.mac === undefined) {
      const found = texts('it has no entry', '没有表项')
      return absent ? passed(found) : failed(found)
    }
    const found = alike(dottedMac(entry.mac))
    if (absent) return failed(found)
    if (mac !== undefined && !macsOf(lab, mac).includes(entry.mac)) {
      const owner = lab.machines.find(({ ports }) =>
        [...ports.values()].some((port) => port.mac === entry.mac),
      )
      return failed(
        found,
        owner && texts(`${owner.name} has answered for that address`, `${owner.name} 应答了这个地址`),
      )
    }
    const isStatic = entry.state === 'static'
    if (wantedStatic !== undefined && wantedStatic !== isStatic)
      return failed(
        isStatic ? texts('it was set by hand', '它是静态的') : texts('it was learned', '它是动态学到的'),
      )
    return passed(found)
  },
})
