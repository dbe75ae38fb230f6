/** Files on the flash of a device; it need not be switched on. */

import { flashEntries } from '../../hardware/flash.ts'
import { device, flag, optional, text } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import { texts } from '../texts.ts'

checkKind('file', 'A file is on the flash of a device, or is not.', {
  fields: {
    device: device('Whose flash.', 'ios'),
    name: text('Its name: `vlan.dat`.'),
    exists: optional(flag('false: it should not be there.')),
  },
  expected: ({ device, name, exists = true }) =>
    exists
      ? texts(`${name} is on the flash of ${device}`, `${device} 的闪存里有 ${name}`)
      : texts(`${name} is not on the flash of ${device}`, `${device} 的闪存里没有 ${name}`),
  look: ({ device, name, exists = true }, lab) => {
    const entries = flashEntries(lab.device(device).chassis)
    const isThere = entries.some((entry) => entry.name === name && entry.kind !== 'folder')
    const found = isThere ? texts('it is there', '文件在') : texts('it is not there', '文件不在')
    return { passed: isThere === exists, found }
  },
})
