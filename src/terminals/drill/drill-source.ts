/** Where a lab drill comes from: a file, or a working lab that is broken. The same source gives the same drill in every thread. */

import { type BrokenLab, breakLab } from '../../drills/faults/break-lab.ts'
import type { LabDrill } from '../../drills/lab-drill.ts'
import { BadFile } from '../../stores/checked-file.ts'
import { readLabDrill } from '../../stores/read-drill.ts'
import { readLab } from '../../stores/read-lab.ts'
import { FreshLabs } from '../marking/fresh-labs.ts'

export type DrillSource =
  | { readonly kind: 'drill'; readonly drill: string }
  | { readonly kind: 'break'; readonly lab: string; readonly level: 1 | 2 | 3; readonly seed: number }

export interface SourcedDrill {
  readonly drill: LabDrill
  /** What was broken, to be told when it is over. */
  readonly faults: BrokenLab['faults']
}

/** @throws BadFile */
export async function drillOf(source: DrillSource, labs = new FreshLabs()): Promise<SourcedDrill> {
  if (source.kind === 'drill') return { drill: await readLabDrill(source.drill), faults: [] }
  const lab = await readLab(source.lab)
  const { level, seed } = source
  const broken = breakLab(lab, { level, seed }, (one) => labs.start(one))
  if (broken === undefined)
    throw new BadFile([`no fault of level ${source.level} shows in ${source.lab}; try another level or lab`])
  return broken
}
