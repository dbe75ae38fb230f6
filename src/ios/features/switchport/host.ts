/** `switchport host`: sets a port up for an end station. It is not kept itself; what it enters is. Texts from memory. */

import { loadConfiguration } from '../../load.ts'
import { switchport } from './access.ts'

switchport.action('host', {
  help: { host: 'Set port host' },
  needs: ['switched', 'physical'],
  *run({ ios, terminal, place }) {
    for (const section of place.sections) {
      yield 'switchport mode will be set to access\nspanning-tree portfast will be enabled\nchannel group will be disabled\n\n'
      // The lines are those of other features: they are entered as a person would.
      loadConfiguration(ios, ' switchport mode access\n spanning-tree portfast\n no channel-group\n', {
        place: { mode: 'config-if', sections: [section] },
        terminal,
      })
    }
  },
})
