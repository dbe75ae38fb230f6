/** What a system does when it starts: factory lines, and the startup configuration. */

import { decodeUtf8 } from '../../../kernel/utf8.ts'
import { booted } from '../../booted.ts'
import { loadDefaults } from '../../defaults.ts'
import { readFile, readUrl } from '../../file-systems.ts'
import { FeatureState, type Ios, onStart } from '../../ios.ts'
import { loadConfiguration } from '../../load.ts'
import { mergeConfiguration } from '../../merge.ts'
import { printable } from '../../printable.ts'
import { provide } from '../../session-ports.ts'
import { reportBoot } from './boot-messages.ts'

onStart((ios) => {
  loadDefaults(ios, { mode: 'config', sections: [ios.configuration] }, ios.profile.factoryConfig)
})

/** Bit 6 of the configuration register ignores NVRAM. */
const ignoreNvram = 0x40

const fromMemory = new FeatureState(() => ({ loaded: false }))

provide({
  loadStartup(ios, terminal) {
    const reading =
      (ios.chassis.registerInForce & ignoreNvram) === 0
        ? readFile(ios, readUrl(ios, undefined, 'nvram:startup-config'))
        : undefined
    const text = reading !== undefined && 'bytes' in reading ? decodeUtf8(reading.bytes) : undefined
    const faults = loadConfiguration(ios, text ?? factoryLines(ios), { terminal })
    for (const { row, line, reply } of faults)
      terminal.note(`startup-config, row ${row}: "${printable(line.trim())}" was left out (${reply})`)
    ios.savedChanges = ios.changes
    fromMemory.of(ios).loaded = text !== undefined
    return text !== undefined
  },
  *configureMemory({ ios, terminal }) {
    const reading = readFile(ios, readUrl(ios, undefined, 'nvram:startup-config'))
    if ('fault' in reading) {
      yield '%% Non-volatile configuration memory invalid or not present\n'
      return
    }
    yield* mergeConfiguration(ios, terminal, decodeUtf8(reading.bytes))
    ios.log.emit('SYS', 5, 'CONFIG_I', 'Configured from memory by console')
  },
  reportStart(ios) {
    booted(ios)
    reportBoot(ios, fromMemory.of(ios).loaded)
  },
})

/** What is in force on a device without a startup configuration, beyond the lines of every device. */
function factoryLines(ios: Ios): string {
  const lines: string[] = []
  for (const { name, port } of ios.interfaces) {
    const factory = ios.profile.logicalAtPowerOn.find((one) => one.name === name)
    const own = [...(port?.shutAtPowerOn === true ? ['shutdown'] : []), ...(factory?.factoryConfig ?? [])]
    if (own.length > 0) lines.push(`interface ${name}`, ...own.map((line) => ` ${line}`))
  }
  return lines.join('\n')
}
