/** The initial configuration dialogue and `setup`. */

import { askYesNo } from '../../steps.ts'
import { provide } from '../../session-ports.ts'

provide({
  *setupDialogue() {
    yield '\n\n         --- System Configuration Dialog ---\n\n'
    yield* askYesNo('Would you like to enter the initial configuration dialog? [yes/no]: ')
  },
})
