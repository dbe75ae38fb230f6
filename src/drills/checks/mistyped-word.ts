/** What a mistyped word at the console costs: nothing, or the wait for a name to be looked up. */

import { lineSettings } from '../../ios/line-settings.ts'
import { device, flag } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import { meantLine } from '../config-sections.ts'
import { texts } from '../texts.ts'

checkKind(
  'mistyped-word',
  'A mistyped word at the console is refused at once, or is looked up as a name first; whichever setting makes it so.',
  {
    fields: {
      device: device('Whose console.', 'ios'),
      'looked-up': flag('false: it is refused at once.'),
    },
    expected: ({ device, 'looked-up': lookedUp }) => words(device, lookedUp),
    look: ({ device, 'looked-up': lookedUp }, lab) => {
      const ios = lab.ios(device)
      const line = ios.lines.find(({ type }) => type === 'console')
      const meant = meantLine(ios, ios.configuration, 'ip domain-lookup')
      if (line === undefined || meant === undefined) throw new Error(`${device} cannot look up names`)
      const looks = meant.line.get(ios.configuration, meant.args) !== undefined
      // Without a preferred protocol a lone word is never taken for a host.
      const found = looks && lineSettings(ios, line).preferredTransport !== 'none'
      return { passed: found === lookedUp, found: words(device, found) }
    },
  },
)

function words(device: string, lookedUp: boolean): ReturnType<typeof texts> {
  return lookedUp
    ? texts(
        `a mistyped word on ${device} is looked up as a name first`,
        `${device} 先把打错的单词当作主机名查找`,
      )
    : texts(`a mistyped word on ${device} is refused at once`, `打错的单词在 ${device} 上立即报错`)
}
