/** The boot loader's prompt (`switch:`, `rommon 1 >`): no completion, no history, no abbreviation; lines end LF CR on real switches. */

import type { Chassis } from '../hardware/chassis.ts'
import { answerTo } from './command-output.ts'
import type { Script, Tty } from './tty.ts'

/** Until `boot` or `reset`. */
export function* runLoader(chassis: Chassis, tty: Tty): Script<'boot' | 'reset'> {
  for (let line = 1; ; line++) {
    const prompt = chassis.profile.boot.loaderPrompt.replace('{line}', String(line))
    const typed = yield* answerTo({ kind: 'ask', prompt: `\n${prompt}`, read: 'line' }, { tty, width: 80 })
    const [word = '', argument = ''] = (typed ?? '').trim().split(/ +/)
    if (word === 'boot') return 'boot'
    if (word === 'reset') return 'reset'
    if (word === 'confreg' && /^0x[0-9a-f]{1,4}$/i.test(argument)) {
      chassis.configRegister = Number.parseInt(argument, 16)
      tty.write('\nYou must reset or power cycle for new config to take effect\n')
    } else if (word !== '') tty.write(`monitor: command "${word}" not found\n`)
  }
}
