/** What a system does when it starts: factory lines, the startup configuration, and its first messages. */

import { decodeUtf8 } from '../../../kernel/utf8.ts'
import { softwareBanner } from '../../../hardware/version-text.ts'
import { loadDefaults } from '../../defaults.ts'
import { type Ios, onStart } from '../../ios.ts'
import { loadConfiguration } from '../../load.ts'
import { provide } from '../../session-ports.ts'
import { reportLinkChanges } from '../interfaces/link-state.ts'
import { shutdown } from '../interfaces/lines.ts'

onStart((ios) => {
  loadDefaults(ios, { mode: 'config', sections: [ios.configuration] }, ios.profile.factoryConfig)
})

/** Where this device keeps its startup configuration. */
export function startupFile(ios: Ios): { volume: 'nvram' | 'flash'; name: string } {
  return ios.profile.nvram.startupConfig === 'flash:config.text'
    ? { volume: 'flash', name: 'config.text' }
    : { volume: 'nvram', name: 'startup-config' }
}

/** Bit 6 of the configuration register ignores NVRAM. */
const ignoreNvram = 0x40

provide({
  loadStartup(ios, terminal) {
    const { volume, name } = startupFile(ios)
    const text = (ios.chassis.configRegister & ignoreNvram) === 0 ? ios.storage.read(volume, name) : undefined
    if (text === undefined) {
      factoryState(ios)
      return false
    }
    loadConfiguration(ios, decodeUtf8(text), { terminal })
    ios.savedChanges = ios.changes
    return true
  },
  reportStart(ios) {
    ios.after(200, () => {
      reportLinkChanges(ios)
      ios.log.emit('SYS', 5, 'CONFIG_I', 'Configured from memory by console')
      ios.log.emit('SYS', 5, 'RESTART', `System restarted --\n${softwareBanner(ios.profile).join('\n')}`)
    })
  },
})

/** What is in force on a device without a startup configuration, beyond the lines of every device. */
function factoryState(ios: Ios): void {
  for (const made of ios.interfaces) {
    const factory = ios.profile.logicalAtPowerOn.find((one) => one.name === made.name)
    if (made.port?.shutAtPowerOn === true || factory?.factoryConfig.includes('shutdown') === true) {
      shutdown.apply({ ios, section: made.section }, {})
    }
  }
  ios.savedChanges = ios.changes
}
