/**
 * tcpdump: what goes through an interface, live, until Ctrl-C or the count. It sees what the port delivers, which includes
 * frames for others. Leaves out files and dissection beyond ICMP, UDP and TCP. Source: tcpdump(1), the output of 4.99.3.
 */

import { readFilter } from '../capture-filter.ts'
import { type Command, fail } from '../command.ts'
import type { HostSystem } from '../host-system.ts'
import { Mailbox } from '../mailbox.ts'
import { readOptions } from '../options.ts'
import { PacketText } from '../packet-text.ts'

const usage = `tcpdump version 4.99.3
Usage: tcpdump [-env] [ -c count ] [ -i interface ] [ expression ]
`

/** A wait without an end in sight. */
const foreverMs = 86_400_000 * 365

export const tcpdump: Command = {
  name: 'tcpdump',
  synopsis:
    '[-i IF] [-n] [-e] [-v] [-c COUNT] [arp|icmp|tcp|udp] [[src|dst] host ADDRESS] [port PORT] [and|or|not …]',
  help: 'show frames as they come and go',
  catchesInterrupt: true,
  *run({ system, words }) {
    const { options, operands, problem } = readOptions(words, 'c:ei:lnpqs:tv')
    if (problem !== undefined) return yield* fail(`tcpdump: ${problem}\n${usage}`, 1)
    const count = Number(options.get('c') ?? Number.POSITIVE_INFINITY)
    if (!(count >= 1)) return yield* fail(`tcpdump: invalid packet count ${options.get('c')}\n`, 1)
    const name = options.get('i') ?? 'eth0'
    const one = system.interfaces.get(name)
    if (one === undefined)
      return yield* fail(`tcpdump: ${name}: No such device exists\n(No such device exists)\n`, 1)
    if (!one.up) return yield* fail(`tcpdump: ${name}: That device is not up\n`, 1)
    const filter = readFilter(operands, (host) => system.resolve(host))
    if (typeof filter === 'string') return yield* fail(`tcpdump: ${filter}\n`, 1)
    const verbosity = words
      .filter((word) => /^-\w*v/.test(word))
      .join('')
      .replaceAll(/[^v]/g, '').length
    const text = new PacketText({ numeric: options.has('n'), link: options.has('e'), verbosity })
    const hint = 'tcpdump: verbose output suppressed, use -v[v]... for full protocol decode\n'
    const listening = `listening on ${name}, link-type EN10MB (Ethernet), snapshot length 262144 bytes\n`
    yield { kind: 'error', text: verbosity === 0 ? hint + listening : `tcpdump: ${listening}` }

    const seen = new Mailbox<string>()
    let captured = 0
    const tap = (bytes: Uint8Array, outgoing: boolean) => {
      if (captured >= count || !filter(bytes)) return
      captured++
      const stamp = options.has('t') ? '' : `${timeOfDay(system)} `
      seen.put(`${stamp}${text.describe(bytes, outgoing)}\n`)
    }
    one.taps.add(tap)
    let shown = 0
    try {
      for (;;) {
        for (let line = seen.take(); line !== undefined; line = seen.take(), shown++) yield line
        if (shown >= count) break
        if (!(yield* seen.wait(foreverMs))) {
          yield { kind: 'error', text: '\n' }
          break
        }
      }
    } finally {
      one.taps.delete(tap)
    }
    const packets = `${captured} packet${captured === 1 ? '' : 's'}`
    yield {
      kind: 'error',
      text: `${packets} captured\n${packets} received by filter\n0 packets dropped by kernel\n`,
    }
    return 0
  },
}

/** `08:30:00.000512` */
function timeOfDay({ utcMs }: HostSystem): string {
  const us = Math.floor((utcMs - Math.floor(utcMs)) * 1000)
  return `${new Date(utcMs).toISOString().slice(11, 23)}${String(us).padStart(3, '0')}`
}
