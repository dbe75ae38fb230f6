/**
 * Any configuration that a device accepts prints, loads and prints the same. The lines come from the declarations: every
 * mode, every form, every argument type. 5,000 configurations in all; FUZZ=large runs 20,000 a device.
 */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtInProfiles } from '../../src/hardware/built-in-profiles.ts'
import type { Ios } from '../../src/ios/ios.ts'
import type { ModeId } from '../../src/ios/modes.ts'
import { configurationLines } from '../../src/ios/running-config.ts'
import { startConsole, type TestConsole } from '../console.ts'
import { waysTo } from './places.ts'
import { configurers, pick, Random, sentence } from './sentences.ts'

const runs = process.env['FUZZ'] === 'large' ? 20_000 : Math.ceil(5_000 / builtInProfiles.size)
const openers = Object.values(waysTo).flatMap((ways) => ways.map((way) => way.split('\r')[0] ?? ''))

/** A line for where the console is. */
function lineFor(mode: ModeId, ios: Ios, random: Random): string | undefined {
  if (random.below(mode === 'config' ? 3 : 9) === 0) return pick(random, openers)
  const command = pick(random, configurers(random.below(8) === 0 ? 'config' : mode))
  const form = pick(random, ['set', 'set', 'set', 'set', 'set', 'set', 'no', 'default'] as const)
  return sentence(command, form, ios, random)?.text
}

/** Types a line, and answers whatever it asks until the prompt is back. */
function enter(console: TestConsole, line: string): void {
  console.type(`${line}\r`)
  for (let tries = 0; tries < 8 && console.device.session?.atPrompt !== true; tries++) {
    // A delimiter ends a banner, Enter takes what is offered.
    console.type(tries % 2 === 0 ? '\r' : '#\r')
    console.advance(2000)
  }
}

/** From the version on: what stands before it tells when somebody changed something. */
function printed(ios: Ios): string {
  const lines = configurationLines(ios)
  return lines.slice(lines.findIndex((line) => line.startsWith('version '))).join('\n')
}

test.each([...builtInProfiles.keys()])('%s loads what it prints', (profile) => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 25 }), (seeds) => {
      const console = startConsole(profile)
      console.type('enable\rconfigure terminal\rno logging console\r')
      const typed: string[] = []
      for (const seed of seeds) {
        const { session } = console.device
        if (session === undefined) break
        if (session.place.mode === 'exec') console.type('configure terminal\r')
        const line = lineFor(session.place.mode, console.ios, new Random(seed))
        if (line === undefined) continue
        typed.push(line)
        enter(console, line)
      }
      const before = printed(console.ios)
      const again = startConsole(profile, { startupConfig: `${before}\n` })
      expect(printed(again.ios), typed.join('\n')).toBe(before)
    }),
    { numRuns: runs },
  )
})
