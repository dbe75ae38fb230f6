/** For tests: a real device with its real console in virtual time, and memory for a disk. */

import '../src/ios/features/index.ts'
import { Network } from '../src/hardware/network.ts'
import type { Storage } from '../src/hardware/storage.ts'
import type { Ios } from '../src/ios/ios.ts'
import { Kernel } from '../src/kernel/kernel.ts'
import { encodeUtf8 } from '../src/kernel/utf8.ts'
import { Device } from '../src/session/device.ts'
import { memoryStore } from '../src/stores/memory-store.ts'
import { nodeHashing } from '../src/terminals/hashing.ts'
import { profileOf } from './profile-of.ts'

export interface TestConsole {
  readonly device: Device
  readonly kernel: Kernel
  readonly storage: Storage
  /** Remarks beside the console. */
  readonly notes: string[]
  /** Lines that were no commands. */
  readonly mistyped: string[]
  readonly ios: Ios
  /** Types, and returns what the console showed since the last call, with LF line ends. */
  type(text: string): string
  /** Lets virtual time pass, and returns what was shown. */
  advance(ms: number): string
  /** Raw bytes shown since the last call. */
  raw(): string
}

/** A device at its first EXEC prompt, RETURN pressed, without paging. */
export function startConsole(
  profileName: string,
  options: {
    startupConfig?: string
    name?: string
    seed?: number
    storage?: Storage
    atReturn?: boolean
    paging?: boolean
    /** Shared by the devices of one test, which then live by one clock. */
    network?: Network
    /** Commands that may not be given. */
    forbidden?: readonly string[]
  } = {},
): TestConsole {
  const profile = profileOf(profileName)
  const network = options.network ?? new Network(new Kernel({ seed: options.seed ?? 1 }))
  const { kernel } = network
  const storage = options.storage ?? memoryStore()
  if (options.startupConfig !== undefined) {
    const flash = profile.nvram.startupConfig === 'flash:config.text'
    storage.write(
      flash ? 'flash' : 'nvram',
      flash ? 'config.text' : 'startup-config',
      encodeUtf8(options.startupConfig),
      0,
    )
  }
  let shown = ''
  const notes: string[] = []
  const mistyped: string[] = []
  const device = new Device({
    name: options.name ?? profile.defaultHostname,
    profile,
    network,
    storage,
    hashing: nodeHashing((length) => kernel.random.bytes(length)),
    output: (text) => {
      shown += text
    },
    host: {
      ...(options.forbidden === undefined ? {} : { forbidden: options.forbidden }),
      mistyped: (typed) => mistyped.push(typed),
      note: (text) => notes.push(text),
      report: (error) => {
        throw error
      },
    },
  })
  const raw = (): string => {
    const text = shown
    shown = ''
    return text
  }
  const taken = (): string => raw().replaceAll('\r\n', '\n')
  device.powerOnQuietly()
  if (options.atReturn !== true) {
    device.type('\r')
    if (options.paging !== true && device.session !== undefined) device.session.length = 0
    raw()
  }
  return {
    device,
    kernel,
    storage,
    notes,
    mistyped,
    get ios() {
      if (device.ios === undefined) throw new Error('the device is not up')
      return device.ios
    },
    type(text) {
      for (const byte of encodeUtf8(text)) device.input(byte)
      return taken()
    },
    advance(ms) {
      kernel.advanceTo(kernel.nowMs + ms)
      return taken()
    },
    raw,
  }
}
