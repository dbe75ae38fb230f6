/** Faults of cables: pulled out, or in the wrong colour of box. */

import { endText } from '../../labs/cable-at.ts'
import type { Lab } from '../../labs/lab.ts'
import { texts } from '../texts.ts'
import { type Fault, faultKind } from './fault-kind.ts'

faultKind('cable-unplugged', 1, ({ running: { lab } }) =>
  lab.cables.flatMap((cable, at): Fault[] => {
    if (cable.unplugged) return []
    const [from, to] = [endText(lab, cable.from), endText(lab, cable.to)]
    return [
      {
        place: `cable ${from}`,
        what: texts(
          `the cable between ${from} and ${to} is not plugged in`,
          `${from} 与 ${to} 之间的网线没有插上`,
        ),
        breaks: (broken: Lab) => ({
          ...broken,
          cables: broken.cables.map((one, index) =>
            index === at ? { ...one, unplugged: true as const } : one,
          ),
        }),
        repair: [{ kind: 'mend', cable: from, loses: { because: 'a repair is proved as a whole' } }],
        touches: [{ cable: at }],
      },
    ]
  }),
)
