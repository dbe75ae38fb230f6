/** Every lab drill that comes with the program proves itself: see src/drills/prove.ts. */
import { describe, expect, test } from 'vitest'
import { faultsOfProof } from '../../src/drills/prove.ts'
import { readLabDrill, shippedLabDrills } from '../../src/stores/read-drill.ts'
import { FreshLabs } from '../../src/terminals/marking/fresh-labs.ts'

describe.each(await shippedLabDrills())('%s', (name) => {
  test('proves itself', async () => {
    const labs = new FreshLabs()
    const drill = await readLabDrill(name)
    expect(faultsOfProof(drill, (lab, forbidden = []) => labs.start(lab, { forbidden }))).toEqual([])
  })
})
