/**
 * Where a frame goes that a port has received: control protocols register for their group addresses, a switch's other frames
 * go to its fabric, a routed port's to the IP feature. Leaves out what they do with it.
 */

import type { Frame } from '../hardware/frame.ts'
import type { Port } from '../hardware/port.ts'
import { readMac } from '../wire/mac.ts'
import { onBooted } from './booted.ts'
import type { Interface } from './interfaces.ts'
import { FeatureState, type Ios } from './ios.ts'

/** `vlan`: the VLAN in which a switch took the frame; 0 on routed ports. */
export type ControlHandler = (ios: Ios, made: Interface, frame: Frame, vlan: number) => void

const byAddress = new Map<number, ControlHandler[]>()
const bySerialProtocol = new Map<number, (ios: Ios, made: Interface, frame: Frame) => void>()

/** Frames to a group address that bridges do not forward, or Cisco's own. A handler leaves alone what it does not know. */
export function onControlFrame(destinationMac: number, handler: ControlHandler): void {
  const handlers = byAddress.get(destinationMac)
  if (handlers === undefined) byAddress.set(destinationMac, [handler])
  else handlers.push(handler)
}

/** HDLC frames of a protocol on serial links: 0x8035 keepalives, 0x2000 CDP. */
export function onSerialProtocol(
  protocol: number,
  handler: (ios: Ios, made: Interface, frame: Frame) => void,
): void {
  bySerialProtocol.set(protocol, handler)
}

type Input = (ios: Ios, made: Interface, frame: Frame) => void

let routedInput: Input = (ios, made, frame) =>
  ios.chassis.network.log.ended(frame, ios.chassis.name, made.name, 'no ip address')
/** True when the frame was the switch's. */
let switchedInput: (ios: Ios, made: Interface, frame: Frame) => boolean = () => false

/** The IP feature's: frames on routed ports that are no control protocol's, with their tag or HDLC header. */
export function provideRoutedInput(input: Input): void {
  routedInput = input
}

/** The switching module's: false for a port that does not switch. */
export function provideSwitchedInput(input: (ios: Ios, made: Interface, frame: Frame) => boolean): void {
  switchedInput = input
}

/** True when somebody registered for the frame's address. */
export function handleControl(ios: Ios, made: Interface, frame: Frame, vlan: number): boolean {
  const handlers = byAddress.get(readMac(frame.bytes, 0))
  if (handlers === undefined) return false
  for (const handler of handlers) handler(ios, made, frame, vlan)
  return true
}

function receive(ios: Ios, made: Interface, frame: Frame): void {
  const { log } = ios.chassis.network
  if (made.port?.cable === 'serial') {
    const { bytes } = frame
    const handler = bySerialProtocol.get(((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0))
    if (handler !== undefined) {
      handler(ios, made, frame)
      log.delivered(frame, ios.chassis.name, made.name)
    } else if (made.protocol === 'up') routedInput(ios, made, frame)
    else log.ended(frame, ios.chassis.name, made.name, 'interface down')
    return
  }
  if (switchedInput(ios, made, frame)) return
  if (((frame.bytes[0] as number) & 1) === 1 && handleControl(ios, made, frame, 0)) {
    log.delivered(frame, ios.chassis.name, made.name)
    return
  }
  if (made.protocol === 'up') routedInput(ios, made, frame)
  else log.ended(frame, ios.chassis.name, made.name, 'interface down')
}

const interfaceOfPort = new FeatureState(() => new Map<Port, Interface>())

export function interfaceOf(ios: Ios, port: Port): Interface | undefined {
  return interfaceOfPort.of(ios).get(port)
}

onBooted((ios) => {
  const map = interfaceOfPort.of(ios)
  for (const made of ios.interfaces) {
    const { phy } = made
    if (phy === undefined) continue
    map.set(phy, made)
    phy.onFrame = (frame) => {
      if (ios.running) receive(ios, made, frame)
    }
  }
})

/** A frame of the device's own out of one port, as it is. */
export function sendControl(ios: Ios, made: Interface, bytes: Uint8Array): void {
  made.phy?.transmit(bytes, ios.chassis.network.newJourney())
}
