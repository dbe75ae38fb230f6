/** The startup configuration, against what is running; on what saving now would write, whatever was typed since. */

import { readFile, readUrl } from '../../ios/file-systems.ts'
import type { Ios } from '../../ios/ios.ts'
import { configurationLines } from '../../ios/running-config.ts'
import { decodeUtf8 } from '../../kernel/utf8.ts'
import { device, oneOf, optional } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import { texts } from '../texts.ts'

type Startup = 'same' | 'absent' | 'present'

checkKind('saved', 'The startup configuration is what is running, or there is none.', {
  fields: {
    device: device('Whose.', 'ios'),
    startup: optional(
      oneOf('`same` as running, which is meant when left out; `absent`; `present`, whatever it holds.', [
        'same',
        'absent',
        'present',
      ]),
    ),
  },
  expected: ({ device, startup = 'same' }) => expectedWords[startup](device),
  look: ({ device, startup = 'same' }, lab) => {
    const ios = lab.ios(device)
    const saved = startupLines(ios)
    if (saved === undefined)
      return {
        passed: startup === 'absent',
        found: texts('there is no startup configuration', '没有启动配置'),
      }
    if (startup !== 'same')
      return {
        passed: startup === 'present',
        found: texts('there is a startup configuration', '有启动配置'),
      }
    return saved.join('\n') === settled(configurationLines(ios)).join('\n')
      ? { passed: true, found: texts('they are the same', '两者相同') }
      : {
          passed: false,
          found: texts('the startup configuration differs from the running one', '启动配置与运行配置不同'),
          cause: texts('what was changed since is in memory only', '之后的改动只在内存里'),
        }
  },
})

const expectedWords: Readonly<Record<Startup, (device: string) => ReturnType<typeof texts>>> = {
  same: (device) => texts(`what ${device} runs is saved`, `${device} 的运行配置已保存`),
  absent: (device) => texts(`${device} has no startup configuration`, `${device} 没有启动配置`),
  present: (device) => texts(`${device} has a startup configuration`, `${device} 有启动配置`),
}

function startupLines(ios: Ios): readonly string[] | undefined {
  const reading = readFile(ios, readUrl(ios, undefined, 'nvram:startup-config'))
  return 'bytes' in reading ? settled(decodeUtf8(reading.bytes).replace(/\n*$/, '').split('\n')) : undefined
}

/** Without the comments at the head, which tell when it was last changed and saved. */
function settled(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => !line.startsWith('!') && line !== '')
  return lines.slice(Math.max(0, first))
}
