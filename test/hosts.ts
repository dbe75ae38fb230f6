/** For tests: hosts with their consoles in virtual time, cabled one to the next. */

import { builtInHosts } from '../src/hardware/built-in-profiles.ts'
import { Network } from '../src/hardware/network.ts'
import type { Storage } from '../src/hardware/storage.ts'
import { Host } from '../src/hosts/host.ts'
import { prefixLengthOf } from '../src/hosts/interfaces-file.ts'
import { Kernel } from '../src/kernel/kernel.ts'
import { memoryStore } from '../src/stores/memory-store.ts'
import { readIpv4 } from '../src/wire/ipv4-text.ts'

export interface TestHost {
  readonly host: Host
  readonly storage: Storage
  /** Types, and returns what the console showed since the last call, with LF line ends. */
  type(text: string): string
  /** Lets virtual time pass, and returns what was shown. */
  advance(ms: number): string
  /** Enters a line, lets it run to the next prompt, and returns what it printed. */
  run(line: string): string
}

export function startHost(
  network: Network,
  name: string,
  {
    address,
    gateway,
    dns,
    mac,
    storage = memoryStore(),
  }: { address?: string; gateway?: string; dns?: string; mac?: number; storage?: Storage },
): TestHost {
  const profile = builtInHosts.get('host')
  if (profile === undefined) throw new Error('no profile host')
  const { kernel } = network
  let shown = ''
  const host = new Host({
    name,
    profile,
    network,
    storage,
    settings: {
      addresses: address === undefined ? [] : [prefix(address)],
      dns: dns === undefined ? [] : [ipv4(dns)],
      ...(gateway === undefined ? {} : { gateway: ipv4(gateway) }),
      ...(mac === undefined ? {} : { mac }),
    },
    output: (text) => {
      shown += text
    },
    report: (error) => {
      throw error
    },
  })
  const taken = () => {
    const text = shown.replaceAll('\r\n', '\n')
    shown = ''
    return text
  }
  host.startUnseen()
  const made: TestHost = {
    host,
    storage,
    type(text) {
      host.type(text)
      return taken()
    },
    advance(ms) {
      kernel.advanceTo(kernel.nowMs + ms)
      return taken()
    },
    run(line) {
      taken()
      host.type(`${line}\r`)
      while (host.tty.waitsFor === 'wait' && kernel.step());
      const text = taken()
      return text.slice(text.indexOf('\n') + 1, text.lastIndexOf('\n') + 1)
    },
  }
  return made
}

/** Two hosts on one crossover cable, at their prompts, the link up: 10.0.0.1 and 10.0.0.2. */
export function twoHosts(): { network: Network; a: TestHost; b: TestHost } {
  const network = new Network(new Kernel({ seed: 1 }))
  const a = startHost(network, 'PC1', { address: '10.0.0.1/24', mac: 0x5254_0000_000a })
  const b = startHost(network, 'PC2', { address: '10.0.0.2/24', mac: 0x5254_0000_000b })
  network.connect(portOf(a), portOf(b), 'crossover')
  network.kernel.advanceTo(5000)
  a.host.show()
  b.host.show()
  a.advance(0)
  b.advance(0)
  return { network, a, b }
}

export function portOf({ host }: TestHost) {
  const port = host.ports.get('eth0')
  if (port === undefined) throw new Error('no port eth0')
  return port
}

function ipv4(text: string): number {
  const address = readIpv4(text)
  if (address === undefined) throw new Error(`not an address: ${text}`)
  return address
}

function prefix(text: string): { address: number; prefixLength: number } {
  const [address = '', length = '32'] = text.split('/')
  return { address: ipv4(address), prefixLength: prefixLengthOf(length) ?? 32 }
}
