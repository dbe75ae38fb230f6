/**
 * Whatever is typed, the session stays alive and Ctrl+Shift+6 gives a prompt: lines made from the grammars of all modes, and
 * raw bytes. No line takes long, and nothing piles up. FUZZ=large types a million of each.
 */

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { builtInProfiles } from '../../src/hardware/built-in-profiles.ts'
import { allCommands } from '../../src/ios/command.ts'
import type { ModeId } from '../../src/ios/modes.ts'
import { startConsole, type TestConsole } from '../console.ts'
import { goTo, waysTo } from './places.ts'
import { configurers, pick, Random, sentence } from './sentences.ts'

const lines = process.env['FUZZ'] === 'large' ? 1_000_000 : 50_000
/** A device is left for a new one after so many lines: a configuration of thousands of lines is another test's business. */
const perConsole = 250
const breakKey = '\x1e'

/** Back at a command prompt, whatever was going on: a question, an output, a reload, a closed session. */
function regain(console: TestConsole, typed: string): void {
  let shown = ''
  for (let tries = 0; tries < 12; tries++) {
    shown += console.type(breakKey)
    if (console.device.session?.atPrompt === true) return
    // Ports settle after a reload; a closed session wants RETURN, the setup dialogue an answer.
    shown += console.advance(600_000)
    shown += console.type(shown.endsWith('[yes/no]: ') ? 'no\r' : '\r')
  }
  expect.fail(`no prompt after the break key behind ${JSON.stringify(typed)}, but: ${shown.slice(-1000)}`)
}

interface Slow {
  readonly typed: string
  readonly ms: number
}

/** Types many inputs made by `make`, on one console after another, all modes in turn. */
function bombard(
  profile: string,
  seed: number,
  inputs: number,
  make: (random: Random, console: TestConsole) => string,
): Slow[] {
  const random = new Random(seed)
  const slow: Slow[] = []
  const places = Object.entries(waysTo).flatMap(([mode, ways]) =>
    ways.map((way) => ({ mode: mode as ModeId, way })),
  )
  for (let done = 0; done < inputs; ) {
    const console = startConsole(profile, { seed: random.next() })
    console.type('enable\r')
    for (let n = 0; n < perConsole; n++, done++) {
      if (n % 10 === 0) {
        const { mode, way } = pick(random, places)
        goTo(console, mode, way)
        if (random.below(4) === 0) console.type('end\r')
      }
      const typed = make(random, console)
      // The processor's time, not the wall's: others work on the machine too.
      const start = process.cpuUsage()
      console.type(typed)
      const { user, system } = process.cpuUsage(start)
      const ms = (user + system) / 1000
      if (ms > 50) slow.push({ typed, ms })
      if (console.device.session?.atPrompt !== true) regain(console, typed)
    }
    regain(console, '')
  }
  return slow
}

/** What shuts the console itself, on a real device as here: no EXEC, a login, a command in its place. */
const shutting = /^(?:no |default )?(?:exec$|autocommand|activation-character|login|aaa new-model)/

/** A line by grammar, sometimes cut, with a key in it, or two of them joined. */
function grammatical(random: Random, console: TestConsole): string {
  const mode = console.device.session?.place.mode ?? 'exec'
  const exec = allCommands().filter(({ modes }) => modes.includes('exec'))
  const commands = mode === 'exec' || random.below(6) === 0 ? exec : configurers(mode)
  const form = mode === 'exec' ? 'set' : pick(random, ['set', 'set', 'set', 'no', 'default'] as const)
  const text = sentence(pick(random, commands), form, console.ios, random)?.text ?? '?'
  if (mode !== 'exec' && shutting.test(text)) return '\r'
  switch (random.below(12)) {
    case 0:
      return `${text.slice(0, random.below(text.length + 1))}?\x15`
    case 1:
      return `${text.slice(0, random.below(text.length + 1))}\t\r`
    case 2:
      return `${text} | ${pick(random, ['include', 'begin', 'section', 'exclude', 'count'])} ${pick(random, ['a', '(', '.*', '['])}\r`
    case 3:
      return `${text} ${text}\r`
    case 4:
      return `${mode === 'exec' ? '' : 'do '}${text}\r`
    default:
      return `${text}\r`
  }
}

const keys = [
  '\r',
  '\n',
  '\t',
  '?',
  '\x1b[A',
  '\x1b[D',
  '\x1bb',
  '\x01',
  '\x03',
  '\x04',
  '\x0b',
  '\x12',
  '\x15',
  '\x16',
]

function raw(random: Random): string {
  let text = ''
  for (let length = 1 + random.below(30); length > 0; length--)
    text += random.below(5) === 0 ? pick(random, keys) : String.fromCharCode(random.below(256))
  return `${text}\r`
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function heapMegabytes(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed / 1e6
}

for (const [name, make] of [
  ['lines by grammar', grammatical],
  ['raw bytes', raw],
] as const) {
  test.each([...builtInProfiles.keys()])(`%s outlives ${name}`, { timeout: 1_800_000 }, (profile) => {
    // Grammars are made as they are walked, and stay.
    bombard(profile, 2, 15_000, make)
    const before = heapMegabytes()
    const slow = bombard(profile, 1, lines / builtInProfiles.size, make)
    // Hashing passwords is meant to take long. What is done for the first time is compiled first, and garbage is collected.
    const unexplained = slow.filter(({ typed }) => !/secret|password/.test(typed))
    expect(unexplained.length, JSON.stringify(unexplained)).toBeLessThanOrEqual(lines / 10_000)
    expect(heapMegabytes() - before).toBeLessThan(10)
  })
}
