/**
 * What stands as `config` in a lab: somebody typed it in configuration mode and saved, before any cable was plugged in. It is
 * typed here at the console of a device of that name and model, so whatever can be typed works, questions included.
 */

import { Network } from '../hardware/network.ts'
import type { Storage } from '../hardware/storage.ts'
import type { Hashing } from '../ios/secrets.ts'
import { Kernel } from '../kernel/kernel.ts'
import { encodeUtf8 } from '../kernel/utf8.ts'
import { Device } from '../session/device.ts'
import type { LabIosDevice } from './lab.ts'

export interface TypingFault {
  readonly device: string
  /** Of the lab's file. */
  readonly lineNumber: number
  readonly line: string
  /** What the device said to it. */
  readonly reply: string
}

/** What a refusal begins with; warnings and remarks are none. */
const refusals = /^(?:% ?(?:Invalid|Incomplete|Ambiguous|Unrecognized|Bad)|Command rejected|Bad mask|%?Error)/
const logMessage = /^[*.]?(?:[A-Z][a-z]{2} [ \d]\d .*?: )?%[A-Z_]+-\d-[A-Z_]+: /

/** Types the lines and saves them to `storage`; returns what was refused. */
export function typeConfiguration(
  { name, profile, config }: LabIosDevice,
  storage: Storage,
  hashing: (random: (length: number) => Uint8Array) => Hashing,
  options: { seed: number; epochMs: number },
): TypingFault[] {
  if (config === undefined) return []
  const faults: TypingFault[] = []
  const kernel = new Kernel(options)
  let shown = ''
  const device = new Device({
    name,
    profile,
    network: new Network(kernel),
    storage,
    hashing: hashing((length) => kernel.random.bytes(length)),
    output: (text) => {
      shown += text
    },
    host: {
      note: () => {},
      report: (error) => {
        throw error
      },
    },
  })
  const enter = (line: string): string => {
    shown = ''
    for (const byte of encodeUtf8(`${line}\r`)) device.input(byte)
    for (let steps = 0; !device.waitsForInput && steps < mostSteps && kernel.step(); steps++);
    return shown
  }
  device.startUnseen()
  device.show()
  enter('')
  if (device.session !== undefined) {
    device.session.privilege = 15
    device.session.length = 0
  }
  enter('configure terminal')
  config.text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    const reply = enter(line.replace(/\r$/, ''))
      .split(/\r?\n/)
      .slice(1)
      .map((row) => row.trim())
      .find((row) => refusals.test(row) && !logMessage.test(row))
    if (reply !== undefined)
      faults.push({ device: name, lineNumber: config.firstNumber + index, line: line.trim(), reply })
  })
  enter('end')
  enter('write memory')
  device.powerOff()
  return faults
}

/** Far more events than any command takes. */
const mostSteps = 100_000
