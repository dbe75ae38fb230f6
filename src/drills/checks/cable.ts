/** A cable: whether it is plugged in, and whether both ends agree on how to use it. */

import { cableAt, endText } from '../../labs/cable-at.ts'
import { failed, passed } from '../aspects.ts'
import { flag, optional } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import { causeOfDark, isDuplexMismatch, portText } from '../link-cause.ts'
import { cable } from '../network-fields.ts'
import { texts } from '../texts.ts'

checkKind('cable', 'A cable is plugged in, or carries a link whose ends agree on speed and duplex.', {
  fields: {
    at: cable('The cable.'),
    plugged: optional(flag('Whether it is plugged in.')),
    works: optional(flag('Whether it has a link, and no duplex mismatch.')),
  },
  expected: ({ at, plugged, works }) => {
    const words = [
      ...(plugged === undefined
        ? []
        : [plugged ? texts('is plugged in', '插好') : texts('is pulled out', '拔下')]),
      ...(works === undefined
        ? []
        : [
            works
              ? texts('carries a link whose ends agree', '链路接通，两端协商一致')
              : texts('carries no sound link', '没有正常的链路'),
          ]),
    ]
    const { en, zh } = {
      en: words.length === 0 ? 'is there' : words.map((one) => one.en).join(' and '),
      zh: words.length === 0 ? '存在' : words.map((one) => one.zh).join('，'),
    }
    // An id, or a port at one of its ends.
    const isPort = at.trim().includes(' ')
    return texts(
      `the cable ${isPort ? 'at ' : ''}${at} ${en}`,
      isPort ? `${at} 上的网线${zh}` : `网线 ${at} ${zh}`,
    )
  },
  look: ({ at, plugged, works }, lab) => {
    const { running } = lab
    const found = cableAt(running.lab, at)
    if (found === undefined) throw new Error(`no cable ${at}`)
    const isPlugged = running.isPlugged(found)
    const pluggedWords = isPlugged
      ? texts('it is plugged in', '它已插好')
      : texts('it lies beside', '它没有插上')
    if (plugged !== undefined && plugged !== isPlugged) return failed(pluggedWords)
    if (works === undefined) return passed(pluggedWords)
    const wire = running.network.cables.find(({ a }) => a === running.port(found.from))
    if (wire === undefined) return { passed: !works, found: pluggedWords }
    if (!wire.isUp) {
      const dark = texts('it carries no link', '没有链路')
      return works ? failed(dark, causeOfDark(lab, wire)) : passed(dark)
    }
    if (isDuplexMismatch(wire)) {
      const { a, b } = wire
      const mismatch = texts('the ends run in different duplex modes', '两端的双工模式不同')
      if (!works) return passed(mismatch)
      const [full, half] = a.duplex === 'full' ? [a, b] : [b, a]
      return failed(
        mismatch,
        half.settings.duplex === 'half'
          ? texts(
              `${portText(lab, full)} is set to full duplex, ${portText(lab, half)} to half duplex`,
              `${portText(lab, full)} 固定为全双工，${portText(lab, half)} 固定为半双工`,
            )
          : texts(
              `${portText(lab, full)} is set and does not negotiate, and ${portText(lab, half)} falls back to half duplex`,
              `${portText(lab, full)} 固定设置而不协商，${portText(lab, half)} 只能退回半双工`,
            ),
      )
    }
    const agreed = texts(
      `${endText(running.lab, found.from)} and ${endText(running.lab, found.to)} agree on ${wire.a.speedMbps} Mb/s, ${wire.a.duplex} duplex`,
      `${endText(running.lab, found.from)} 与 ${endText(running.lab, found.to)} 协商为 ${wire.a.speedMbps} Mb/s、${wire.a.duplex === 'full' ? '全双工' : '半双工'}`,
    )
    return works ? passed(agreed) : failed(agreed)
  },
})
