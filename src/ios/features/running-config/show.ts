/** `show running-config`. */

import { configurationLines, framed } from '../../running-config.ts'
import { showPrivileged } from '../../show-words.ts'

showPrivileged.exec('running-config', {
  help: { 'running-config': 'Current operating configuration' },
  filtered: true,
  *run({ ios }) {
    yield framed(configurationLines(ios))
  },
})
