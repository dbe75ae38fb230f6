/** The message about a clock that was set or whose zone changed. From memory of IOS 12.4 and 15. */

import type { Ios } from '../../ios.ts'
import type { Terminal } from '../../terminal.ts'
import { lineName } from '../../terminal-lines.ts'

/** @param before the clock as it read before */
export function reportUpdate(ios: Ios, before: string, by?: Terminal): void {
  const user = by?.user ?? ios.author?.user
  const where =
    by === undefined || by.line.type === 'console' ? 'console' : lineName(by.line).replace(' ', '')
  const who = user === undefined ? where : `${user} on ${where}`
  ios.log.emit(
    'SYS',
    6,
    'CLOCKUPDATE',
    `System clock has been updated from ${before} to ${ios.clock.text()}, configured from console by ${who}.`,
  )
}
