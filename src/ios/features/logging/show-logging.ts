/**
 * `show logging` and `clear logging`. Layout: captures of routers and switches on 15.x. Leaves out what is not modelled:
 * rate limits, discriminators and filters, which are shown as never used.
 */

import { execMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { severities } from '../../logging.ts'
import { show } from '../../show-words.ts'
import { confirmRow, type Running } from '../../steps.ts'
import { lineName } from '../../terminal-lines.ts'
import { bufferOf, consoleLevel, monitorLevel, on, usualBufferBytes } from './logging.ts'
import { count, countOnCatalyst, host, sourceInterface, trap } from './syslog.ts'

function* run({ ios }: { ios: Ios }): Running {
  yield `${settings(ios).join('\n')}\n`
  const buffer = bufferOf(ios)
  if (buffer === undefined) return
  const text = ios.log.bufferText()
  yield `\nLog Buffer (${buffer.sizeBytes} bytes):\n${text}${text === '' ? '' : '\n'}`
}

show.exec('logging', {
  help: { logging: 'Show the contents of logging buffers' },
  filtered: true,
  run,
})

/** `sh log` works although `show login` exists: a hidden word, from memory. */
show.exec('log', {
  help: { log: 'Show the contents of logging buffers' },
  hidden: ['log'],
  filtered: true,
  run,
})

execMode.words('clear', { clear: 'Reset functions' }).exec('logging', {
  help: { logging: 'Clear logging buffer' },
  *run({ ios }) {
    if (yield* confirmRow('Clear logging buffer [confirm]')) ios.log.clearBuffer()
  },
})

function settings(ios: Ios): string[] {
  const { counts } = ios.log
  const config = ios.configuration
  const buffer = bufferOf(ios)
  const counted = count.isOn(config) || countOnCatalyst.isOn(config)
  const switched = ios.profile.family === 'catalyst'
  const destination = (
    name: string,
    level: number | undefined,
    messages: number,
    hanging: number,
  ): string[] => [
    level === undefined
      ? name === 'Buffer logging: '
        ? `    ${name} disabled, xml disabled,`
        : `    ${name} disabled`
      : `    ${name} level ${severities[level]}, ${messages} messages logged, xml disabled,`,
    ...(level === undefined && name !== 'Buffer logging: '
      ? []
      : [`${' '.repeat(hanging)}filtering disabled`]),
  ]
  return [
    `Syslog logging: ${on.isOn(config) ? 'enabled' : 'disabled'} (0 messages dropped, 0 messages rate-limited, 0 flushes, 0 overruns, xml disabled, filtering disabled)`,
    '',
    'No Active Message Discriminator.',
    '',
    '',
    '',
    'No Inactive Message Discriminator.',
    '',
    '',
    ...destination('Console logging:', consoleLevel.get(config)?.level, counts.console, 21),
    ...destination('Monitor logging:', monitorLevel.get(config)?.level, counts.monitor, 21),
    ...monitors(ios),
    ...destination('Buffer logging: ', buffer?.severity, counts.buffer, 20),
    `    Exception Logging: size (${usualBufferBytes(ios)} bytes)`,
    `    Count and timestamp logging messages: ${counted ? 'enabled' : 'disabled'}`,
    ...(switched ? ['    File logging: disabled'] : []),
    '    Persistent logging: disabled',
    '',
    'No active filter modules.',
    '',
    ...syslog(ios),
  ]
}

/** Terminals that messages go to now, with the number that each was shown. */
function monitors(ios: Ios): string[] {
  const shown = ios.lines
    .filter(({ terminal }) => terminal?.monitor === true)
    .map((line) => `${lineName(line).replace(' ', '')}(${ios.log.monitored.get(line.absolute) ?? 0})`)
  return shown.length === 0 ? [] : [`        Logging to: ${shown.join(' ')}`]
}

function syslog(ios: Ios): string[] {
  const level = trap.get(ios.configuration)?.level
  if (level === undefined) return ['    Trap logging: disabled']
  const source = sourceInterface.get(ios.configuration)
  return [
    `    Trap logging: level ${severities[level]}, ${ios.log.counts.trapLines} message lines logged`,
    ...host.all(ios.configuration).flatMap(({ address }) => [
      `        Logging to ${address}  (udp port 514, audit disabled,`,
      // Nothing is sent yet: no way leads to any server.
      '              link down),',
      '              0 message lines logged,',
      '              0 message lines rate-limited,',
      '              0 message lines dropped-by-MD,',
      '              xml disabled, sequence number disabled',
      '              filtering disabled',
    ]),
    '        Logging Source-Interface:       VRF Name:',
    ...(source === undefined ? [] : [`        ${source.name}`]),
  ]
}
