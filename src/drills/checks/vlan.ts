/** The VLAN database of a switch. */

import { activeVlans } from '../../ios/switching.ts'
import { vlansOf } from '../../ios/vlans.ts'
import { failed, passed } from '../aspects.ts'
import { device, flag, integer, optional, text } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import { alike, texts } from '../texts.ts'

checkKind('vlan', 'A VLAN exists on a switch and is active, by its name; or it does not exist.', {
  fields: {
    device: device('A switch.', 'switch'),
    id: integer('Its number.', 1, 4094),
    name: optional(text('Its name, capitals included.')),
    absent: optional(flag('true: it should not exist.')),
  },
  expected: ({ device, id, name, absent = false }) => {
    if (absent) return texts(`there is no VLAN ${id} on ${device}`, `${device} 上没有 VLAN ${id}`)
    return name === undefined
      ? texts(`VLAN ${id} exists on ${device}`, `${device} 上有 VLAN ${id}`)
      : texts(`VLAN ${id} of ${device} is called ${name}`, `${device} 的 VLAN ${id} 名为 ${name}`)
  },
  look: ({ device, id, name, absent = false }, lab) => {
    const ios = lab.ios(device)
    const vlan = vlansOf(ios).get(id)
    if (vlan === undefined) {
      const found = texts(`there is no VLAN ${id}`, `没有 VLAN ${id}`)
      return absent ? passed(found) : failed(found)
    }
    if (absent) return failed(texts('it is there', '有这个 VLAN'))
    if (name !== undefined && vlan.name !== name) {
      const isOnlyCase = vlan.name.toLowerCase() === name.toLowerCase()
      return failed(
        alike(vlan.name),
        isOnlyCase ? texts('names differ by capital and small letters', '名称区分大小写') : undefined,
      )
    }
    if (!activeVlans(ios).has(id)) return failed(texts('it is suspended or shut down', '它被挂起或关闭'))
    return passed(alike(vlan.name))
  },
})
