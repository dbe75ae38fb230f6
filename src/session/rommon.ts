/**
 * The ROM monitor of a router: the configuration register, a look at flash, and the way back to the system. Password
 * recovery lives on it: register 0x2142 makes the next boot ignore NVRAM.
 * Leaves out loading an image over the network. Source: captures of a 1941; marked texts are from memory.
 */

import type { Chassis } from '../hardware/chassis.ts'
import { flashEntries } from '../hardware/flash.ts'
import { printable } from '../ios/printable.ts'
import type { LoaderConsole, LoaderEnd } from './loader.ts'
import type { Script } from './tty.ts'

export function rommonGreeting(interrupted: boolean): string {
  return interrupted ? '\nmonitor: command "boot" aborted due to user interrupt\n' : '\n'
}

/** From memory. */
const helpOf = new Map([
  ['boot', 'boot up an external process'],
  ['confreg', 'configuration register utility'],
  ['dir', 'list files in file system'],
  ['help', 'monitor builtin command help'],
  ['i', 'initialize the system'],
  ['reset', 'system reset'],
  ['set', 'display the monitor variables'],
  ['sync', 'write monitor environment to NVRAM'],
  ['unset', 'unset a monitor variable'],
])

export function* rommonCommand(
  chassis: Chassis,
  console: LoaderConsole,
  word: string,
  words: readonly string[],
): Script<LoaderEnd | undefined> {
  const [argument = ''] = words
  switch (word) {
    case 'boot':
    case 'b':
      return 'boot'
    case 'reset':
    case 'i':
      return 'reset'
    case 'confreg':
      if (argument === '') yield* configure(chassis, console)
      else if (/^(?:0x)?[0-9a-f]{1,4}$/i.test(argument))
        setRegister(chassis, console, Number.parseInt(argument, 16))
      else console.print('usage: confreg [0xnnnn]\n')
      break
    case 'dir':
      console.print(directory(chassis, argument))
      break
    case 'set':
      for (const [name, value] of chassis.environment)
        console.print(`${printable(name)}=${printable(value)}\n`)
      console.print(`PS1=rommon ! > \n`)
      break
    case 'unset':
      chassis.setVariable(argument, undefined)
      break
    // Variables are kept at once here.
    case 'sync':
      break
    case '?':
    case 'help':
      for (const [name, help] of helpOf) console.print(`${name.padEnd(20)}${help}\n`)
      break
    default: {
      const assigned = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec([word, ...words].join(' '))
      if (assigned !== null) chassis.setVariable(assigned[1] ?? '', assigned[2])
      else console.print(`monitor: command "${printable(word)}" not found\n`)
    }
  }
  return undefined
}

function setRegister(chassis: Chassis, console: LoaderConsole, value: number): void {
  chassis.configRegister = value
  console.print('\nYou must reset or power cycle for new config to take effect\n')
}

/** The register's switches as `confreg` asks for them; `on` says whether the bit means yes. From memory. */
const switches = [
  { bit: 0x8000, on: true, text: 'diagnostic mode' },
  { bit: 0x4000, on: true, text: 'use net in IP bcast address' },
  { bit: 0x2000, on: true, text: 'load rom after netboot fails' },
  { bit: 0x0400, on: true, text: 'use all zero broadcast' },
  { bit: 0x0100, on: false, text: 'break/abort has effect' },
  { bit: 0x0040, on: true, text: 'ignore system config info' },
] as const

function isOn(register: number, { bit, on }: (typeof switches)[number]): boolean {
  return ((register & bit) !== 0) === on
}

/** `confreg` alone: the register in words, and a question for each switch. From memory. */
function* configure(chassis: Chassis, console: LoaderConsole): Script {
  let register = chassis.configRegister
  console.print(summary(chassis, register))
  if (!(yield* yes(console, 'do you wish to change the configuration?'))) return
  for (const one of switches) {
    const on = isOn(register, one)
    const verb = on ? 'disable' : 'enable'
    if (!(yield* yes(console, `${verb}  "${one.text}"?`))) continue
    register ^= one.bit
  }
  console.print(summary(chassis, register))
  if (yield* yes(console, 'do you wish to save this configuration?')) setRegister(chassis, console, register)
}

function* yes(console: LoaderConsole, question: string): Script<boolean> {
  return /^y/i.test((yield* console.line(`${question} y/n  [n]:  `)).trim())
}

function summary(chassis: Chassis, register: number): string {
  const boot =
    (register & 0xf) === 0
      ? 'boot: the ROM Monitor'
      : `boot: image specified by the boot system commands\n      or default to: cisco2-${chassis.profile.software.product}`
  const enabled = switches.filter((one) => isOn(register, one)).map(({ text }) => `${text}\n`)
  return `\n\n    Configuration Summary\n(Virtual Configuration Register: 0x${register.toString(16)})\nenabled are:\n${enabled.join('')}console baud: 9600\n${boot}\n\n`
}

function directory(chassis: Chassis, argument: string): string {
  const { device, aliases } = chassis.profile.flash
  if (![device, ...aliases].includes(argument.replace(/\/$/, '').toLowerCase()))
    return `${printable(argument)}: bad device name\n`
  const rows = flashEntries(chassis)
    .filter(({ name }) => !name.includes('/'))
    .map(
      ({ name, sizeBytes, kind }, index) =>
        `${String(index + 1).padEnd(7)}${String(sizeBytes).padEnd(10)}${kind === 'folder' ? 'drw-' : '-rw-'}     ${printable(name)}\n`,
    )
  return `Directory of ${device}\n\n${rows.join('')}`
}
