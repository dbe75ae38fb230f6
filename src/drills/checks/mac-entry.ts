/** The MAC address table of a switch: what it has learned, and what somebody fixed. */

import type { MacEntry } from '../../hardware/mac-table.ts'
import { shortName } from '../../ios/interface-names.ts'
import type { Ios } from '../../ios/ios.ts'
import { fabricOf } from '../../ios/switching.ts'
import { failed, passed } from '../aspects.ts'
import { device, flag, integer, interfaceName, oneOf, optional } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import { macOf, macsOf } from '../network-fields.ts'
import { alike, type Texts, texts } from '../texts.ts'

checkKind(
  'mac-entry',
  'A switch knows where a MAC address is: learned, which lasts five minutes, or set by hand.',
  {
    fields: {
      device: device('A switch.', 'switch'),
      of: macOf('Whose address.'),
      port: optional(interfaceName('The port that leads there.')),
      vlan: optional(integer('The VLAN.', 1, 4094)),
      kind: optional(oneOf('How it came there.', ['dynamic', 'static'])),
      absent: optional(flag('true: no such entry.')),
    },
    expected: ({ device, of, port, vlan, kind, absent = false }) => {
      const where = port === undefined ? texts('', '') : texts(` behind ${port}`, `在 ${port} 上`)
      const details = [
        ...(vlan === undefined ? [] : [alike(`VLAN ${vlan}`)]),
        ...(kind === undefined ? [] : [kindWords[kind]]),
      ]
      const more =
        details.length === 0
          ? texts('', '')
          : texts(
              ` (${details.map(({ en }) => en).join(', ')})`,
              `（${details.map(({ zh }) => zh).join('，')}）`,
            )
      return texts(
        `${device} ${absent ? 'has no entry for' : 'knows'} ${of}${where.en}${more.en}`,
        `${device} 的 MAC 地址表${absent ? '没有' : '有'} ${of} ${where.zh}的表项${more.zh}`,
      )
    },
    look: ({ device, of, port, vlan, kind, absent = false }, lab) => {
      const ios = lab.ios(device)
      const macs = macsOf(lab, of)
      const wantedPort = port === undefined ? undefined : lab.interface(device, port)?.phy
      const known = fabricOf(ios)
        .table.entries(lab.nowMs)
        .filter(({ mac }) => macs.includes(mac))
      // One after the other, so that what is found tells of the first thing that is not so, and no more.
      const atPort = known.filter((entry) => port === undefined || entry.port === wantedPort)
      const inVlan = atPort.filter((entry) => vlan === undefined || entry.vlan === vlan)
      const fitting = inVlan.filter((entry) => kind === undefined || entry.fixed === (kind === 'static'))
      if (fitting.length > 0) return { passed: !absent, found: entryWords(ios, fitting) }
      const found =
        known.length === 0
          ? none
          : atPort.length === 0
            ? entryWords(ios, known)
            : inVlan.length === 0
              ? vlanWords(atPort)
              : texts(
                  `the entry was ${kind === 'static' ? 'learned' : 'set by hand'}`,
                  kind === 'static' ? '表项是动态学到的' : '表项是静态的',
                )
      if (absent) return passed(found)
      if (known.length > 0) return failed(found)
      return failed(found, texts('no frame from there has come in lately', '最近没有收到来自那里的帧'))
    },
  },
)

const kindWords = {
  static: texts('set by hand', '静态'),
  dynamic: texts('learned', '动态'),
} as const
const none = texts('it has no entry', '没有表项')

function entryWords(ios: Ios, entries: readonly MacEntry[]): Texts {
  const shown = entries.map(({ vlan, port, fixed }) => {
    const at = port === undefined ? 'drop' : shortName(ios.profile, port.name)
    return {
      en: `${at}, VLAN ${vlan}${fixed ? ', static' : ''}`,
      zh: `${at}，VLAN ${vlan}${fixed ? '，静态' : ''}`,
    }
  })
  return texts(shown.map(({ en }) => en).join('; '), shown.map(({ zh }) => zh).join('；'))
}

function vlanWords(entries: readonly MacEntry[]): Texts {
  return alike(entries.map(({ vlan }) => `VLAN ${vlan}`).join(', '))
}
