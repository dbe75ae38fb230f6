/**
 * Law: the copy of a terminal gets the marks of what was done there. For every drill that comes with the program, its
 * solution and each way to go wrong; with the consoles named, and told by their prompts alone. Passwords are not in a copy.
 */

import { describe, expect, test } from 'vitest'
import { mark } from '../../src/drills/mark.ts'
import { perform } from '../../src/drills/perform.ts'
import { shippedLabDrills } from '../../src/stores/read-drill.ts'
import { FreshLabs } from '../../src/terminals/marking/fresh-labs.ts'
import { Grader } from '../../src/terminals/marking/grader.ts'
import { terminalCopy } from '../terminal-copies.ts'

const drills = await shippedLabDrills()

describe.each(drills)('%s', (id) => {
  test('copied', async () => {
    const grader = await Grader.read(id)
    const { drill } = grader
    const labs = new FreshLabs()
    const shown = [...labs.start(drill.lab).machines.values()].map((machine) => machine.status().name)
    // Where two devices have one name, only `on` says whose console it is.
    const isToldApart = new Set(shown).size === shown.length
    const marks = (copy: string): number =>
      grader.grade({ kind: 'transcript', path: 'copy.txt', bytes: Buffer.from(copy) }, 'en').score
    const wrong = drill.wrong.map(
      ({ id: name, inPlace, deeds }) => [name, inPlace ? deeds : [...drill.solution, ...deeds]] as const,
    )
    for (const [name, deeds] of [['solution', drill.solution] as const, ...wrong]) {
      const lab = labs.start(drill.lab, { forbidden: drill.forbidden })
      for (const deed of deeds) perform(lab, deed)
      const { score } = mark(drill, lab)
      const copy = terminalCopy(drill, deeds, labs)
      expect({ name, score: marks(copy) }).toEqual({ name, score })
      const prompts = copy.replace(/^!: on .*\n/gm, '')
      if (isToldApart) expect({ name, prompts: marks(prompts) }).toEqual({ name, prompts: score })
    }
  })
})
