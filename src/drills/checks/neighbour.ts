/** Neighbours that a device has heard of by CDP. */

import { shortName } from '../../ios/interface-names.ts'
import { neighboursOf } from '../../ios/neighbours.ts'
import { port as portOf } from '../../ios/session-ports.ts'
import { failed, passed } from '../aspects.ts'
import { device, flag, interfaceName, optional } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import { causeOfDown } from '../link-cause.ts'
import { alike, texts } from '../texts.ts'

checkKind('neighbour', 'A device hears of another one by CDP, or of none.', {
  fields: {
    device: device('Who listens.', 'ios'),
    is: device('Who should be heard.', 'ios'),
    port: optional(interfaceName('The port that it is heard on.')),
    absent: optional(flag('true: it should not be heard.')),
  },
  expected: ({ device, is, port, absent = false }) => {
    const at = port === undefined ? texts('', '') : texts(` on ${port}`, `在 ${port} 上`)
    return texts(
      `${device} ${absent ? 'does not hear' : 'hears'} of its neighbour ${is}${at.en}`,
      `${device} ${at.zh}${absent ? '没有发现' : '发现'}邻居 ${is}`,
    )
  },
  look: ({ device, is, port, absent = false }, lab) => {
    const ios = lab.ios(device)
    const made = port === undefined ? undefined : lab.interface(device, port)
    const name = portOf('hostname')(lab.ios(is))
    const heard = neighboursOf(ios).filter((one) => port === undefined || one.port === made?.name)
    const isThere = heard.some(({ packet }) => packet.deviceId?.split('.')[0] === name)
    const shown = heard.map((one) => `${one.packet.deviceId ?? '?'} (${shortName(ios.profile, one.port)})`)
    const found = shown.length === 0 ? texts('no neighbour', '没有邻居') : alike(shown.join(', '))
    if (isThere !== absent) return passed(found)
    return failed(found, made === undefined || absent ? undefined : causeOfDown(lab, ios, made))
  },
})
