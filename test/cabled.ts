/** For tests: several devices on one clock, joined by cables. */

import type { Cable, CableKind } from '../src/hardware/cable.ts'
import { Network } from '../src/hardware/network.ts'
import { Kernel } from '../src/kernel/kernel.ts'
import { startConsole, type TestConsole } from './console.ts'

export interface Cabled {
  readonly network: Network
  readonly cables: readonly Cable[]
  at(name: string): TestConsole
  /** Enters configuration lines on one device. */
  configure(name: string, ...lines: readonly string[]): string
  /** What a device answers in privileged EXEC, without the prompt behind it. */
  say(name: string, command: string): string
  /** Plugs the cables in again that were pulled out. */
  mend(): void
  /** Lets virtual time pass for all. */
  advance(ms: number): void
  /** The log lines of a device so far, without their stamps. */
  log(name: string): string[]
}

type End = readonly [device: string, port: string]

/** Devices by name and profile, in privileged EXEC, named, booted, with quiet consoles. Ports have their full names. */
export function cabled(
  devices: Readonly<Record<string, string>>,
  cables: readonly (readonly [from: End, to: End, kind?: CableKind])[],
): Cabled {
  const network = new Network(new Kernel({ seed: 1 }))
  const consoles = new Map(
    Object.entries(devices).map(([name, profile]) => {
      const console = startConsole(profile, {
        name,
        network,
        startupConfig: `hostname ${name}\nno ip domain-lookup\nno logging console\nlogging buffered 100000\nline con 0\n exec-timeout 0 0\n`,
      })
      return [name, console]
    }),
  )
  const at = (name: string): TestConsole => {
    const console = consoles.get(name)
    if (console === undefined) throw new Error(`no device ${name}`)
    return console
  }
  const portOf = ([name, port]: End) => {
    const found = at(name).device.ports.get(port)
    if (found === undefined) throw new Error(`no port ${port} on ${name}`)
    return found
  }
  for (const console of consoles.values()) console.type('enable\rterminal length 0\r')
  const connect = (): Cable[] =>
    cables.flatMap(([from, to, kind = 'crossover']) =>
      portOf(from).cable === undefined ? network.connect(portOf(from), portOf(to), kind) : [],
    )
  const lab: Cabled = {
    network,
    cables: connect(),
    mend: connect,
    at,
    configure: (name, ...lines) => at(name).type(`configure terminal\r${lines.join('\r')}\rend\r`),
    say: (name, command) => {
      const shown = at(name).type(`${command}\r`)
      return shown.slice(shown.indexOf('\n') + 1, shown.lastIndexOf('\n') + 1)
    },
    advance: (ms) => network.kernel.advanceTo(network.kernel.nowMs + ms),
    log: (name) =>
      lab
        .say(name, 'show logging')
        .split('\n')
        .flatMap((line) => /%[A-Z_]+-\d-.*/.exec(line)?.[0] ?? []),
  }
  return lab
}
