/**
 * What everything in a lab that has a console offers to whoever shows it: switches and routers, and hosts. Leaves out what
 * only one of them has.
 */

import type { Port } from '../hardware/port.ts'
import type { ConsoleState, DeviceStatus } from './device.ts'
import type { Tty } from './tty.ts'

export interface Machine {
  /** Its name in the lab. */
  readonly name: string
  readonly tty: Tty
  /** By canonical name, in the device's order. */
  readonly ports: ReadonlyMap<string, Port>
  readonly state: ConsoleState
  /** A key would be taken now: somebody reads, or the power is off. */
  readonly waitsForInput: boolean
  powerOn(): void
  powerOff(): void
  /** Power on without its boot's time and text: it works at once, and its console is silent until `show` is called. */
  startUnseen(): void
  /** The console shows what it has to say from now on, beginning with what a person finds who sits down at it. */
  show(): void
  /** A byte typed at the console. */
  input(byte: number): void
  type(text: string): void
  sendBreak(): void
  status(): DeviceStatus
}
