/**
 * One physical port: its settings, its carrier, its output queue and its counters. Sending takes the time of the bits;
 * a duplex mismatch ruins frames as on real links. What a frame means is its owner's business (`onFrame`).
 * Sources: IEEE 802.3 (inter-frame gap, late collision), Catalyst "Troubleshooting": duplex mismatch counts late collisions
 * at the half-duplex end and CRC errors at the other.
 */

import type { Receiver } from '../kernel/kernel.ts'
import type { Cable } from './cable.ts'
import { Frame } from './frame.ts'
import { isControl } from './frame-log.ts'
import type { Network } from './network.ts'
import { PortCounters, PortRates } from './port-counters.ts'
import type { PortRange } from './profile-types.ts'

export interface PortSettings {
  /** Powered and not shut down. */
  readonly enabled: boolean
  /** Mb/s. */
  readonly speed: 'auto' | number
  readonly duplex: 'auto' | 'full' | 'half'
  readonly mdix: boolean
  /** Bits per second that this end gives when it is the DCE; 0 is no clock. */
  readonly clockRateBps: number
}

const longestQueue = 40
/** The hellos of all VLANs of a trunk leave at one instant; they do not compete with packets. */
const longestControlQueue = 5000
/** Preamble, start delimiter and inter-frame gap, with the check sequence. */
const ethernetOverheadBytes = 8 + 12 + 4
/** Two flags, and a check sequence of 16 bits. */
const serialOverheadBytes = 2 + 2
/** About 100 m of copper. */
const propagationMs = 0.0005
/**
 * How many frames of a duplex mismatch collide with traffic that is not modelled (the other end's hellos, retries): one in
 * twenty. An estimate, so that a mismatch can be seen with a few pings.
 */
const strayCollisionsOneIn = 20

/** The way to the other end from when the link came up until it goes down: what is on it then never arrives. */
class Way implements Receiver<Frame> {
  readonly from: Port
  readonly to: Port
  isCut = false

  constructor(from: Port, to: Port) {
    this.from = from
    this.to = to
  }

  arrive(frame: Frame): void {
    this.from.arrived(frame, this)
  }
}

export class Port {
  readonly network: Network
  /** The device's name in the lab. */
  readonly device: string
  /** Canonical: `GigabitEthernet0/1`. */
  readonly name: string
  readonly range: PortRange
  readonly mac: number
  readonly #countedFcsBytes: number
  readonly #overheadBytes: number
  cable: Cable | undefined
  settings: PortSettings = { enabled: false, speed: 'auto', duplex: 'auto', mdix: true, clockRateBps: 0 }
  carrier = false
  /** As agreed, while there is carrier. */
  speedBps = 0
  duplex: 'full' | 'half' = 'full'
  counters = new PortCounters()
  readonly rates = new PortRates()
  onFrame: (frame: Frame, port: Port) => void = (frame, port) =>
    port.network.log.ended(frame, port.device, port.name, 'power off')
  onCarrier: (up: boolean, port: Port) => void = () => {}
  #way: Way | undefined
  /** Virtual time at which the last queued frame has left. */
  #busyUntilMs = 0
  #queued = 0
  /** The frame that is being sent, for collisions. */
  #sending: Frame | undefined

  constructor(network: Network, device: string, name: string, range: PortRange, mac: number) {
    this.network = network
    this.device = device
    this.name = name
    this.range = range
    this.mac = mac
    const isSerial = range.cable === 'serial'
    this.#countedFcsBytes = isSerial ? 2 : countedFcsBytes(range)
    this.#overheadBytes = isSerial ? serialOverheadBytes : ethernetOverheadBytes
  }

  get speedMbps(): number {
    return this.speedBps / 1e6
  }

  /** The port at the other end of the cable, whether or not the link is up. */
  get peer(): Port | undefined {
    return this.cable?.otherEnd(this)
  }

  /** Whether a serial cable makes this end give the clock. */
  get isDce(): boolean {
    return this.cable?.kind === 'serial' && this.cable.a === this
  }

  configure(changed: Partial<PortSettings>): void {
    this.settings = { ...this.settings, ...changed }
    this.cable?.evaluate()
  }

  /** Nobody listens any more: the device has no power, or reloads. */
  silence(): void {
    this.onFrame = (frame, port) => port.network.log.ended(frame, port.device, port.name, 'power off')
    this.onCarrier = () => {}
    this.configure({ enabled: false, speed: 'auto', duplex: 'auto', mdix: true, clockRateBps: 0 })
  }

  gainCarrier(speedBps: number, duplex: 'full' | 'half'): void {
    this.speedBps = speedBps
    this.duplex = duplex
    this.#busyUntilMs = 0
    this.#queued = 0
    this.#sending = undefined
    if (this.peer !== undefined) this.#way = new Way(this, this.peer)
    this.carrier = true
    this.counters.carrierTransitions++
    this.onCarrier(true, this)
  }

  loseCarrier(): void {
    if (!this.carrier) return
    this.carrier = false
    if (this.#way !== undefined) this.#way.isCut = true
    this.#way = undefined
    this.counters.carrierTransitions++
    this.onCarrier(false, this)
  }

  /** Queues a frame; it arrives at the other end when its last bit has. */
  transmit(bytes: Uint8Array, journey: number): void {
    const { network, counters } = this
    const way = this.#way
    const frame = new Frame(bytes, journey)
    if (way === undefined) {
      network.log.ended(
        frame,
        this.device,
        this.name,
        this.cable === undefined ? 'no cable' : 'link down',
        undefined,
        false,
      )
      return
    }
    if (this.#queued >= (isControl(frame) ? longestControlQueue : longestQueue)) {
      counters.outputDrops++
      network.log.ended(frame, this.device, this.name, 'output queue full', undefined, false)
      return
    }
    const { nowMs } = network.kernel
    const peer = way.to
    let startMs = Math.max(nowMs, this.#busyUntilMs)
    if (this.duplex === 'half' && peer.#busyUntilMs > startMs) {
      // Carrier sense: whoever hears the other waits.
      counters.deferred++
      startMs = peer.#busyUntilMs
    }
    const tookMs = ((bytes.length + this.#overheadBytes) * 8000) / this.speedBps
    this.#busyUntilMs = startMs + tookMs
    this.#queued++
    this.#sending = frame
    network.log.counts.sent++
    network.log.counts.inFlight++
    this.#count(bytes, nowMs)
    if (peer.carrier && this.duplex !== peer.duplex) this.#collide(frame, peer, startMs)
    network.kernel.schedule(startMs + tookMs + propagationMs - nowMs, way, frame)
  }

  #count(bytes: Uint8Array, nowMs: number): void {
    const { counters, rates } = this
    const length = bytes.length + this.#countedFcsBytes
    counters.outputPackets++
    counters.outputBytes += length
    counters.lastOutputMs = nowMs
    if (((bytes[0] as number) & 1) === 1 && this.range.cable !== 'serial') {
      if (isBroadcast(bytes)) counters.outputBroadcasts++
      else counters.outputMulticasts++
    }
    rates.outputBits.add(nowMs, length * 8, rates.intervalMs)
    rates.outputPackets.add(nowMs, 1, rates.intervalMs)
  }

  /** The full-duplex end sends into what the half-duplex end is sending; both frames are ruined. */
  #collide(frame: Frame, peer: Port, startMs: number): void {
    const stray = this.network.kernel.random.below(strayCollisionsOneIn) === 0
    const overlaps = this.duplex === 'full' && peer.#busyUntilMs > startMs
    if (!stray && !overlaps) return
    const half = this.duplex === 'half' ? this : peer
    half.counters.lateCollisions++
    half.counters.collisions++
    half.counters.outputErrors++
    damage(frame)
    if (overlaps && peer.#sending !== undefined) damage(peer.#sending)
  }

  /** The last bit of a frame is out of the cable, or would have been. */
  arrived(frame: Frame, way: Way): void {
    const { log } = this.network
    log.counts.inFlight--
    if (way.isCut) {
      log.ended(frame, this.device, this.name, 'cable cut')
      return
    }
    this.#queued--
    if (this.#sending === frame) this.#sending = undefined
    log.crossed(frame, this, way.to)
    way.to.#receive(frame)
  }

  #receive(frame: Frame): void {
    const { counters, rates } = this
    const { nowMs } = this.network.kernel
    if (frame.fcs !== undefined) {
      counters.inputErrors++
      // The half-duplex end sees the pieces of a collision, the other a frame with a wrong check sequence.
      if (this.duplex === 'half') counters.runts++
      else counters.crc++
      this.network.log.ended(
        frame,
        this.device,
        this.name,
        this.duplex === 'half' ? 'late collision' : 'checksum',
      )
      return
    }
    const length = frame.bytes.length + this.#countedFcsBytes
    counters.inputPackets++
    counters.inputBytes += length
    counters.lastInputMs = nowMs
    if (((frame.bytes[0] as number) & 1) === 1 && this.range.cable !== 'serial') {
      if (isBroadcast(frame.bytes)) counters.inputBroadcasts++
      else counters.inputMulticasts++
    }
    rates.inputBits.add(nowMs, length * 8, rates.intervalMs)
    rates.inputPackets.add(nowMs, 1, rates.intervalMs)
    this.onFrame(frame, this)
  }
}

/**
 * A switch counts the check sequence of Ethernet frames, 64 bytes at least; routers and hosts do not: captures of an
 * ISR 4000 and of a CSR 1000v have frames of 60 bytes.
 */
function countedFcsBytes({ pinout }: PortRange): number {
  return pinout === 'MDI' ? 0 : 4
}

/** Marks the check sequence as wrong; the value stands for any that is not the bytes' own. */
function damage(frame: Frame): void {
  frame.fcs = 0
}

function isBroadcast(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xff && bytes[5] === 0xff
}
