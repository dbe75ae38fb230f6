import fc from 'fast-check'
import { expect, test } from 'vitest'
import { twoHosts } from '../../test/hosts.ts'
import { hostCommands } from './host-commands.ts'
import { PacketText } from './packet-text.ts'

const words = [
  ...hostCommands.keys(),
  ...'a r l n add del show get set up down dev eth0 lo via default 10.0.0.2 10.0.0.0/24 10.0.0.9 0.0.0.0/0 gw -net'.split(
    ' ',
  ),
  ...'netmask 255.255.255.0 metric brd + -n -c 1 -s 99999 -W -I -M do -z -u -l -p 80 -v -e host port icmp and not'.split(
    ' ',
  ),
  ...'127.0.0.1 255.255.255.255 224.0.0.1 localhost /etc/hosts /proc/net/arp __proto__ ; && || | > >> $? $x \' " \\ #'.split(
    ' ',
  ),
]

test('whatever is typed, Ctrl-C brings the prompt back, and nothing throws', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 9 }),
      (line) => {
        const { a } = twoHosts()
        a.type(`${line.join(' ').replaceAll(/[\u0000-\u001f\u007f-\uffff]/g, '')}\r`)
        a.advance(3000)
        a.type('\x03')
        a.type('\x03')
        expect(a.type('\x15echo ok\r')).toMatch(/\nok\nroot@[^\n]*# $/)
      },
    ),
    { numRuns: 300 },
  )
})

test('any bytes as a frame have a text', () => {
  const text = new PacketText({ numeric: false, link: true, verbosity: 2 })
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 60, maxLength: 120 }),
      fc.constantFrom(0x0800, 0x0806, 0x9000, 40, 0x8100),
      (bytes, type) => {
        bytes[12] = type >> 8
        bytes[13] = type & 0xff
        if (type === 0x0800) bytes[14] = 0x45
        expect(text.describe(bytes, false)).not.toMatch(/undefined|NaN/)
        expect(text.describe(bytes, true)).not.toMatch(/undefined|NaN/)
      },
    ),
  )
})

test('every frame that hosts get is settled', () => {
  const { network, a, b } = twoHosts()
  b.type('nc -l 80\r')
  a.run(
    'ping -c 3 -s 4000 10.0.0.2; ping -c 1 10.0.0.9; traceroute 10.0.0.2; nc -zv 10.0.0.2 79-80; ping -b -c 1 10.0.0.255',
  )
  a.advance(300_000)
  const { sent, inFlight, delivered, passed, held } = network.log.counts
  const ended = [...network.log.endings.values()].reduce((sum, count) => sum + count, 0)
  expect(inFlight + delivered + passed + held + ended).toBe(sent)
  expect(sent).toBeGreaterThan(30)
})
