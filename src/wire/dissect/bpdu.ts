/** BPDUs for people, IEEE's and PVST+'s. Identifiers are shown as `show spanning-tree` does. */

import { type Bpdu, bpduFlags, decodeBpdu, originatingVlan } from '../bpdu.ts'
import { isBad } from '../bytes.ts'
import { dottedMac } from '../mac.ts'
import type { Dissection } from './dissection.ts'
import { type FieldList, hex16 } from './field-list.ts'

const typeNames: ReadonlyMap<number, string> = new Map([
  [0x00, '0x00 configuration'],
  [0x02, '0x02 rapid'],
  [0x80, '0x80 topology change notification'],
])

const roleNames: ReadonlyMap<number, string> = new Map([
  [bpduFlags.roleAlternate, 'alternate'],
  [bpduFlags.roleRoot, 'root'],
  [bpduFlags.roleDesignated, 'designated'],
])

/** `start` is where the protocol identifier stands; `isPvst`: the VLAN follows. */
export function dissectBpdu(dissection: Dissection, start: number, end: number, isPvst: boolean): void {
  const { bytes } = dissection
  const bpdu = decodeBpdu(bytes, start, end)
  const vlan = isPvst ? originatingVlan(bytes, start, end) : undefined
  const list = bpduFields(dissection, start, end)
  const isRapid = !isBad(bpdu) && bpdu.kind === 'rapid'
  if (vlan !== undefined) {
    list.at = Math.max(list.at, start + 40)
    list.u16('Originating VLAN')
  }
  const prefix = vlan === undefined ? '' : `VLAN ${vlan}  `
  const name = isRapid ? 'RSTP' : 'STP'
  dissection.add(
    { name, osi: 'data link', unit: 'BPDU' },
    list,
    bpdu,
    (read) => `${prefix}${bpduSummary(read)}`,
  )
}

function bpduFields(dissection: Dissection, start: number, end: number): FieldList {
  const list = dissection.fields(start, end)
  list.u16('Protocol identifier', hex16)
  list.u8('Version')
  const type = list.u8('Type', (value) => typeNames.get(value) ?? String(value))
  if (type === 0x80) return list
  list.u8('Flags', (flags) => flagNames(flags, type === 2) || 'none')
  list.u16('Root priority', priorityText)
  list.mac('Root address')
  list.u32('Root path cost')
  list.u16('Bridge priority', priorityText)
  list.mac('Bridge address')
  list.u16('Port identifier', portText)
  for (const name of ['Message age', 'Maximum age', 'Hello time', 'Forward delay']) {
    list.u16(name, (value) => `${value / 256} s`)
  }
  if (type === 2) list.u8('Version 1 length')
  return list
}

/** The four highest bits are what is configured; the others name the VLAN. */
const priorityText = (priority: number) => `${priority} (${priority & 0xf000} + ${priority & 0x0fff})`

const portText = (id: number) => `${(id >> 8) & 0xf0}.${id & 0x0fff}`

function flagNames(flags: number, isRapid: boolean): string {
  const names: (string | false | undefined)[] = [
    (flags & bpduFlags.topologyChange) !== 0 && 'topology change',
  ]
  if (isRapid) {
    names.push(
      (flags & bpduFlags.proposal) !== 0 && 'proposal',
      roleNames.get(flags & bpduFlags.roleMask),
      (flags & bpduFlags.learning) !== 0 && 'learning',
      (flags & bpduFlags.forwarding) !== 0 && 'forwarding',
      (flags & bpduFlags.agreement) !== 0 && 'agreement',
    )
  }
  names.push((flags & bpduFlags.topologyChangeAcknowledgement) !== 0 && 'topology change acknowledgement')
  return names.filter(Boolean).join(', ')
}

function bpduSummary(bpdu: Bpdu): string {
  if (bpdu.kind === 'notification') return 'topology change notification'
  const flags = flagNames(bpdu.flags, bpdu.kind === 'rapid')
  const root = `root ${bpdu.rootPriority} ${dottedMac(bpdu.rootMac)} cost ${bpdu.cost}`
  return `${root}  port ${portText(bpdu.portId)}${flags && `  ${flags}`}`
}
