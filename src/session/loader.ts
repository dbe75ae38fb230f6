/**
 * The boot loader's prompt: `switch: ` on a Catalyst, `rommon N > ` on a router. Neither has history, completion or
 * abbreviations. What they share is here; their commands are in `switch-loader.ts` and `rommon.ts`.
 */

import type { Chassis } from '../hardware/chassis.ts'
import { storageFault } from '../hardware/storage.ts'
import { answerTo } from './command-output.ts'
import { rommonCommand, rommonGreeting } from './rommon.ts'
import { SwitchLoader, switchGreeting } from './switch-loader.ts'
import type { Script, Tty } from './tty.ts'

export type LoaderEnd = 'boot' | 'reset'

/** What a loader's command uses: printing, and asking for a line or for one key. */
export interface LoaderConsole {
  print(text: string): void
  line(prompt: string): Script<string>
  /** `(y/n)`: true for y; the key is echoed. */
  agreed(question: string): Script<boolean>
}

/** Until `boot` or `reset`. `interrupted`: somebody stopped the boot, as opposed to the loader waiting by itself. */
export function* runLoader(chassis: Chassis, tty: Tty, interrupted: boolean): Script<LoaderEnd> {
  const console = consoleOn(tty)
  const { loaderPrompt } = chassis.profile.boot
  const rommon = loaderPrompt.includes('{line}')
  console.print(rommon ? rommonGreeting(interrupted) : switchGreeting(interrupted))
  const switchLoader = new SwitchLoader(chassis, console, !interrupted)
  for (let number = 1; ; number++) {
    const typed = yield* console.line(loaderPrompt.replace('{line}', String(number)))
    const [word = '', ...words] = typed.trim().split(/ +/)
    if (word === '') continue
    try {
      const end = yield* rommon
        ? rommonCommand(chassis, console, word, words)
        : switchLoader.command(word, words)
      if (end !== undefined) return end
    } catch (error) {
      const fault = storageFault(error)
      if (fault === undefined) throw error
      console.print(`${word}: ${fault.kind === 'no-space' ? 'no space left on device' : 'I/O error'}\n`)
    }
  }
}

function consoleOn(tty: Tty): LoaderConsole {
  return {
    print: (text) => tty.write(text),
    *line(prompt) {
      return (yield* answerTo({ kind: 'ask', prompt, read: 'line' }, { tty, width: 80 })) ?? ''
    },
    *agreed(question) {
      const key = yield* answerTo({ kind: 'ask', prompt: question, read: 'key' }, { tty, width: 80 })
      if (key === undefined) return false
      tty.write(/^[ -~]$/.test(key) ? `${key}\n` : '\n')
      return key.toLowerCase() === 'y'
    },
  }
}
