/** `write`, `erase` and `show startup-config`. Source: Cisco command reference; layouts from captures of a 1941 and a 2960. */

import { decodeUtf8 } from '../../../kernel/utf8.ts'
import type { Invocation } from '../../command.ts'
import { execMode } from '../../declare.ts'
import { configurationBytes, readFile, readUrl } from '../../file-systems.ts'
import { configurationLines, framed } from '../../running-config.ts'
import { showPrivileged } from '../../show-words.ts'
import { eraseStartup, saveRunningConfiguration } from '../../startup-configuration.ts'
import { confirm, type Running, wait } from '../../steps.ts'

const write = execMode.words('write', {
  write: 'Write running configuration to memory, network, or terminal',
})

function* save({ ios, terminal }: Invocation): Running {
  yield* saveRunningConfiguration(ios, terminal.user)
}

write.exec('', { help: {}, run: (invocation) => save(invocation as Invocation) })
write.exec('memory', {
  help: { memory: 'Write to NV memory' },
  run: (invocation) => save(invocation as Invocation),
})
write.exec('terminal', {
  help: { terminal: 'Write to terminal' },
  filtered: true,
  *run({ ios }) {
    yield framed(configurationLines(ios))
  },
})
write.exec('network', {
  help: { network: 'Write to network TFTP server' },
  *run() {
    yield "This command has been replaced by the command:\n         'copy system:/running-config <url>'\n"
  },
})
write.exec('erase', {
  help: { erase: 'Erase NV memory' },
  run: ({ ios }) => erase(ios, 'all configuration files'),
})

const eraseWord = execMode.words('erase', { erase: 'Erase a filesystem' })
eraseWord.exec('startup-config', {
  help: { 'startup-config': 'Erase contents of configuration memory' },
  run: ({ ios }) => erase(ios, 'all configuration files'),
})
eraseWord.exec('nvram:', {
  help: { 'nvram:': 'Filesystem to be erased' },
  run: ({ ios }) => erase(ios, 'all configuration files'),
})
eraseWord.exec('/all nvram:', {
  help: { '/all': 'Erase all files(in NVRAM)', 'nvram:': 'Filesystem to be erased' },
  run: ({ ios }) => erase(ios, 'all files'),
})

const eraseMs = 2000

function* erase(ios: Invocation['ios'], what: string): Running {
  if (!(yield* confirm(`Erasing the nvram filesystem will remove ${what}! Continue? [confirm]`))) return
  yield* wait(eraseMs)
  const fault = eraseStartup(ios)
  if (fault !== undefined) {
    yield `%Error erasing nvram: (${fault})\n`
    return
  }
  yield '[OK]\nErase of nvram: complete\n'
  ios.log.emit('SYS', 7, 'NV_BLOCK_INIT', 'Initialized the geometry of nvram')
}

function* showStartup({ ios }: Pick<Invocation, 'ios'>): Running {
  const reading = readFile(ios, readUrl(ios, undefined, 'nvram:startup-config'))
  if ('fault' in reading) {
    yield 'startup-config is not present\n'
    return
  }
  const text = decodeUtf8(reading.bytes)
  yield `Using ${configurationBytes(text)} out of ${ios.profile.nvram.sizeBytes} bytes\n`
  yield `${text.replace(/^\n/, '').replace(/\n*$/, '')}\n\n`
}

showPrivileged.exec('startup-config', {
  help: { 'startup-config': 'Contents of startup configuration' },
  filtered: true,
  run: showStartup,
})
showPrivileged.exec('configuration', {
  help: { configuration: 'Configuration details' },
  filtered: true,
  run: showStartup,
})
