/**
 * Any unique prefix of a keyword stands for it, any other is refused as ambiguous; every command that is declared can be
 * typed. Over the real grammars of all modes of both devices.
 */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPicture, type Node } from '../../src/grammar/node.ts'
import { parse, reach } from '../../src/grammar/parse.ts'
import { builtInProfiles } from '../../src/hardware/built-in-profiles.ts'
import { allCommands, type Command } from '../../src/ios/command.ts'
import { grammarFor } from '../../src/ios/grammar-for.ts'
import type { Ios } from '../../src/ios/ios.ts'
import { type ModeId, modes } from '../../src/ios/modes.ts'
import type { Place } from '../../src/ios/terminal.ts'
import { startConsole } from '../console.ts'
import { goTo, waysTo } from './places.ts'
import { pick, Random, sampleOf, sentence } from './sentences.ts'

interface Root {
  readonly ios: Ios
  readonly place: Place
  readonly name: string
}

/** Every place of a device that has a grammar of its own. */
function rootsOf(profile: string): Root[] {
  const console = startConsole(profile)
  console.type('enable\r')
  const roots: Root[] = [{ ios: console.ios, place: { mode: 'exec', sections: [] }, name: 'exec' }]
  for (const [mode, ways] of Object.entries(waysTo)) {
    for (const way of ways) {
      const { session } = console.device
      if (goTo(console, mode as ModeId, way) && session !== undefined)
        roots.push({ ios: console.ios, place: session.place, name: `${mode} (${way})` })
    }
  }
  return roots
}

const roots = new Map([...builtInProfiles.keys()].map((name) => [name, rootsOf(name)]))
const privilege = 15

/** What a prefix may stand for, written down once more: whole words first, then visible beginnings, then hidden ones. */
function meant(node: Node<Command>, prefix: string, ios: Ios): string[] {
  const words = node.keywords.filter((edge) => edge.level <= privilege && !isPicture(edge))
  const exact = words.filter(({ lower }) => lower === prefix)
  if (exact.length > 0) return exact.map(({ lower }) => lower)
  const fromArguments = node.arguments
    .filter(({ level }) => level <= privilege)
    .flatMap(({ type }) => type.words?.({ ios }) ?? [])
    .map(({ word }) => word.toLowerCase())
    .filter((word) => word.startsWith(prefix))
  const visible = words.filter(({ hidden, lower }) => !hidden && lower.startsWith(prefix))
  const found = [...visible.map(({ lower }) => lower), ...fromArguments]
  if (found.length > 0) return found
  return words.filter(({ lower }) => lower.startsWith(prefix)).map(({ lower }) => lower)
}

describe.each([...roots])('%s', (_, places) => {
  test('a unique prefix expands, any other is ambiguous', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (which, seed) => {
        const { ios, place } = places[which % places.length] as Root
        const random = new Random(seed)
        let node: Node<Command> = grammarFor(ios, place)
        let line = ''
        // Down a few words, then any beginning of any word that may stand there.
        for (let depth = random.below(5); depth > 0; depth--) {
          const keywords = node.keywords.filter(({ modelled }) => modelled)
          const steps = [...keywords, ...node.arguments]
          if (steps.length === 0) break
          const step = pick(random, steps)
          const text = 'word' in step ? step.word : sampleOf(step.type, ios, random)
          if (text === undefined || ('type' in step && step.type.greedy === true)) break
          line += `${text} `
          node = step.node()
        }
        const words = node.keywords.filter((edge) => !isPicture(edge) && edge.level <= privilege)
        if (words.length === 0) return
        const { lower } = pick(random, words)
        const prefix = lower.slice(0, 1 + random.below(lower.length))
        const candidates = meant(node, prefix, ios)
        const typed = line + (random.below(2) === 0 ? prefix : prefix.toUpperCase())
        const parsed = parse(grammarFor(ios, place), typed, privilege, { ios })
        if (candidates.length > 1) expect({ typed, kind: parsed.kind }).toEqual({ typed, kind: 'ambiguous' })
        else {
          const reached = reach(grammarFor(ios, place), `${typed} `, privilege, { ios })
          const whole = reach(grammarFor(ios, place), `${line}${candidates[0]} `, privilege, { ios })
          const ends = (at: typeof reached): string => (at.kind === 'node' ? at.node.path : at.kind)
          expect({ typed, kind: parsed.kind }).not.toEqual({ typed, kind: 'ambiguous' })
          expect({ typed, ends: ends(reached) }).toEqual({ typed, ends: ends(whole) })
        }
      }),
      { numRuns: 5000 },
    )
  })

  test('every word of a command may be cut to a unique prefix', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (which, seed) => {
        const { ios, place } = places[which % places.length] as Root
        const random = new Random(seed)
        const command = pick(random, allCommands())
        const whole = sentence(command, 'set', ios, random)
        if (whole === undefined) return
        const root = grammarFor(ios, place)
        const meaning = parse(root, whole.text, privilege, { ios })
        if (meaning.kind !== 'command') return
        // From the back, so that the places before stay right.
        let text = whole.text
        for (const { start, end } of whole.keywords.toReversed()) {
          const before = reach(root, whole.text.slice(0, start), privilege, { ios })
          const word = whole.text.slice(start, end).toLowerCase()
          if (before.kind !== 'node' || before.rest < start) continue
          let length = 1
          while (length < word.length && !same(meant(before.node, word.slice(0, length), ios), word)) length++
          text = text.slice(0, start + length) + text.slice(end)
        }
        const cut = parse(root, text, privilege, { ios })
        expect({ whole: whole.text, text, kind: cut.kind }).toEqual({
          whole: whole.text,
          text,
          kind: 'command',
        })
        if (cut.kind === 'command') {
          expect(cut.rule.declaration).toBe(meaning.rule.declaration)
          expect(cut.args).toEqual(meaning.args)
        }
      }),
      { numRuns: 5000 },
    )
  })
})

function same(found: readonly string[], word: string): boolean {
  return found.length === 1 && found[0] === word
}

test('every configuration mode has a way to it', () => {
  const missing = (Object.keys(modes) as ModeId[]).filter(
    (mode) => mode !== 'exec' && waysTo[mode] === undefined,
  )
  expect(missing).toEqual([])
})

test('every command can be typed on some device', () => {
  const unreachable: string[] = []
  for (const command of allCommands()) {
    const random = new Random(7)
    const typeable = [...roots.values()].flat().some(({ ios, place }) => {
      for (let tries = 0; tries < 40; tries++) {
        const { text } = sentence(command, 'set', ios, random) ?? { text: '' }
        const parsed = parse(grammarFor(ios, place), text, privilege, { ios })
        if (parsed.kind === 'command' && parsed.rule.declaration === command) return true
        // Another mode's, or another device's: no need to try again.
        if (tries === 5 && parsed.kind === 'invalid' && parsed.depth === 0) return false
      }
      return false
    })
    if (!typeable) unreachable.push(`${command.modes.join('|')}: ${command.grammar}`)
  }
  expect(unreachable).toEqual([])
})
