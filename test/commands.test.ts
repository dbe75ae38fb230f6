/** What follows from the declarations as a whole. */

import { describe, expect, test } from 'vitest'
import { ranksPerPlace, readLayout } from '../src/config/print.ts'
import { builtInProfiles } from '../src/hardware/built-in-profiles.ts'
import { allCommands } from '../src/ios/command.ts'
import { modes } from '../src/ios/modes.ts'
import { commandTable } from '../src/terminals/cli/command-table.ts'
import { modesCommands } from './mode-commands.ts'

test('COMMANDS.md is what the declarations say (refresh with `npm test -- -u`)', async () => {
  await expect(commandTable()).toMatchFileSnapshot('../COMMANDS.md')
})

describe.each([...builtInProfiles.values()])('the layout of $name', (profile) => {
  const places = new Set(readLayout(profile.runningConfig).map(({ place }) => place))

  test('has every place that a line of the device prints in', () => {
    const homeless = modesCommands('config', profile)
      .filter(({ line, opens }) => line !== undefined || opens !== undefined)
      .map(({ grammar, line }) => ({
        grammar,
        place: modes.config.places[Math.floor((line?.rank ?? 0) / ranksPerPlace)],
      }))
      .filter(({ place }) => !places.has(place))
    expect(homeless).toEqual([])
  })

  test('names no place that no mode knows', () => {
    const known = new Set<string | undefined>([
      undefined,
      'last-change',
      'version',
      'end',
      ...modes.config.places,
    ])
    expect([...places].filter((place) => !known.has(place))).toEqual([])
  })
})

test('no command is declared twice for the same device', () => {
  for (const profile of builtInProfiles.values()) {
    for (const mode of Object.keys(modes) as (keyof typeof modes)[]) {
      const grammars = modesCommands(mode, profile, []).map(({ grammar }) => grammar)
      const twice = grammars.filter((grammar, index) => grammars.indexOf(grammar) !== index)
      expect({ mode, twice }).toEqual({ mode, twice: [] })
    }
  }
})

test('every word of every grammar has help that says something', () => {
  for (const { grammar, help } of allCommands()) {
    for (const [word, text] of Object.entries(help)) {
      expect({ grammar, word, text: text.trim() }).toEqual({
        grammar,
        word,
        text: expect.stringMatching(/\S/),
      })
    }
  }
})
