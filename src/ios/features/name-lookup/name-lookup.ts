/** Host names: what an unknown word in EXEC does. */

import { badHostName, unknownCommandOrComputer } from '../../replies.ts'
import { provide } from '../../session-ports.ts'
import { waitForBreak } from '../../steps.ts'

provide({
  *connect(_ios, word) {
    yield `Translating "${word}"...domain server (255.255.255.255)\n`
    yield* waitForBreak(9000)
    yield `\n${badHostName}${unknownCommandOrComputer}`
  },
})
