/**
 * The initial configuration dialogue and `setup`: whether to enter it, in which length, and what becomes of the script that
 * it writes. Ctrl-C leaves it anywhere.
 * Source: console captures of a 1941 (15.4) and a 2960 (12.2); the opening of `setup` is from memory.
 */

import { execMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { loadConfiguration } from '../../load.ts'
import { provide } from '../../session-ports.ts'
import { saveNow } from '../../startup-configuration.ts'
import { ask, askYesNo, pleaseAnswer, type Running, wait } from '../../steps.ts'
import type { Terminal } from '../../terminal.ts'
import { askSettings } from './questions.ts'
import { indentedScript, script } from './script.ts'

const heading = '\n\n         --- System Configuration Dialog ---\n\n'

const introduction = `
At any point you may enter a question mark '?' for help.
Use ctrl-c to abort configuration dialog at any prompt.
Default settings are in square brackets '[]'.

Basic management setup configures only enough connectivity
for management of the system, extended setup will ask you
to configure each interface on the system

`

const choices = `

[0] Go to the IOS command prompt without saving this config.
[1] Return back to the setup without saving this config.
[2] Save this configuration to nvram and exit.

`

/** The first question. `no` is followed by a bare carriage return and a bell, as captured on a Catalyst, byte for byte. */
function* begins(question: string): Running<boolean> {
  for (;;) {
    const answer = yield { kind: 'ask', prompt: question, read: 'line', staysOnRow: true }
    const typed = (answer ?? '').trim().toLowerCase()
    if (typed !== '' && 'no'.startsWith(typed)) {
      yield '\x07\n'
      return false
    }
    yield '\n'
    if (typed !== '' && 'yes'.startsWith(typed)) return true
    yield pleaseAnswer
  }
}

provide({
  *setupDialogue(ios, terminal, { first }) {
    yield heading
    const question = first
      ? 'Would you like to enter the initial configuration dialog? [yes/no]: '
      : 'Continue with configuration dialog? [yes/no]: '
    if (!(yield* begins(question))) return
    yield introduction
    for (;;) {
      const basic = yield* askYesNo('Would you like to enter basic management setup? [yes/no]: ')
      const settings = yield* askSettings(ios, basic, first)
      const lines = script(ios, settings)
      yield `\nThe following configuration command script was created:\n\n${lines.join('\n')}\n${choices}`
      const selection = yield* select()
      if (selection === '1') continue
      if (selection === '0') yield '% You can enter the setup, by typing setup at IOS command prompt\n\x07'
      else yield* apply(ios, terminal, lines)
      return
    }
  },
})

function* select(): Running<'0' | '1' | '2'> {
  for (;;) {
    const typed = (yield* ask('Enter your selection [2]: ')).trim()
    if (typed === '') return '2'
    if (typed === '0' || typed === '1' || typed === '2') return typed
    // From memory.
    yield '% Please select 0, 1 or 2.\n'
  }
}

function* apply(ios: Ios, terminal: Terminal, lines: readonly string[]): Running {
  yield 'Building configuration...\n'
  yield* wait(1500)
  const faults = loadConfiguration(ios, indentedScript(lines), { terminal })
  for (const { line, reply } of faults)
    terminal.note(`"${line.trim()}" of the script was left out (${reply})`)
  const fault = saveNow(ios, terminal.user)
  if (fault !== undefined) yield `startup-config file open failed (${fault})\n`
  yield "Use the enabled mode 'configure' command to modify this configuration.\n\n"
}

execMode.exec('setup', {
  help: { setup: 'Run the SETUP command facility' },
  *run({ terminal }) {
    terminal.setup()
  },
})
