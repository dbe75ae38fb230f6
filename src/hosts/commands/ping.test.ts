/** Expectations: what iputils 20221126 prints on Debian 12; the times are those of this network. */

import { expect, test } from 'vitest'
import { twoHosts } from '../../../test/hosts.ts'

/** Times replaced, so that rows can be compared whole. */
const timeless = (text: string) =>
  text.replaceAll(/time=[\d.]+ ms/g, 'time=T ms').replace(/mdev = [\d./]+ ms/, 'mdev = M ms')

test('five pings take four seconds, a line each', () => {
  const { network, a } = twoHosts()
  const beganMs = network.kernel.nowMs
  a.type('ping -c 5 10.0.0.2\r')
  expect(timeless(a.advance(1500))).toBe(
    '64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=T ms\n64 bytes from 10.0.0.2: icmp_seq=2 ttl=64 time=T ms\n',
  )
  while (a.host.tty.waitsFor === 'wait') network.kernel.step()
  expect(Math.round(network.kernel.nowMs - beganMs)).toBe(4000)
  expect(timeless(a.advance(0))).toBe(
    `64 bytes from 10.0.0.2: icmp_seq=3 ttl=64 time=T ms
64 bytes from 10.0.0.2: icmp_seq=4 ttl=64 time=T ms
64 bytes from 10.0.0.2: icmp_seq=5 ttl=64 time=T ms

--- 10.0.0.2 ping statistics ---
5 packets transmitted, 5 received, 0% packet loss, time 4000ms
rtt min/avg/max/mdev = M ms
root@PC1:~# `,
  )
})

test('a neighbour that does not answer is told of by the host itself', () => {
  const { a } = twoHosts()
  expect(a.run('ping -c 3 10.0.0.9')).toBe(`PING 10.0.0.9 (10.0.0.9) 56(84) bytes of data.
From 10.0.0.1 icmp_seq=1 Destination Host Unreachable
From 10.0.0.1 icmp_seq=2 Destination Host Unreachable
From 10.0.0.1 icmp_seq=3 Destination Host Unreachable

--- 10.0.0.9 ping statistics ---
3 packets transmitted, 0 received, +3 errors, 100% packet loss, time 2000ms
pipe 3
`)
  expect(a.run('ping -O -c 2 10.0.0.19')).toContain('no answer yet for icmp_seq=1\n')
})

test('packets that are too long with DF set', () => {
  const { a } = twoHosts()
  expect(a.run('ping -M do -s 2000 -c 2 10.0.0.2')).toBe(`PING 10.0.0.2 (10.0.0.2) 2000(2028) bytes of data.
ping: local error: message too long, mtu=1500
ping: local error: message too long, mtu=1500

--- 10.0.0.2 ping statistics ---
2 packets transmitted, 0 received, +2 errors, 100% packet loss, time 1000ms

`)
  expect(timeless(a.run('ping -s 3000 -c 1 10.0.0.2'))).toContain(
    '3008 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=T ms\n',
  )
})

test('the smallest packets cannot carry a time', () => {
  const { a } = twoHosts()
  expect(a.run('ping -c1 -W 1 -s 4 10.0.0.2')).toBe(`PING 10.0.0.2 (10.0.0.2) 4(32) bytes of data.
12 bytes from 10.0.0.2: icmp_seq=1 ttl=64

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms

`)
})

test('sources, names, silence', () => {
  const { a } = twoHosts()
  const heading = (line: string) => a.run(line).split('\n')[0]
  expect(heading('ping -c1 -I 10.0.0.1 10.0.0.2')).toBe(
    'PING 10.0.0.2 (10.0.0.2) from 10.0.0.1 : 56(84) bytes of data.',
  )
  expect(heading('ping -c1 -I eth0 10.0.0.2')).toBe(
    'PING 10.0.0.2 (10.0.0.2) from 10.0.0.1 eth0: 56(84) bytes of data.',
  )
  expect(a.run('ping -c1 0.0.0.0')).toContain(
    'PING 0.0.0.0 (127.0.0.1) 56(84) bytes of data.\n64 bytes from 127.0.0.1',
  )
  expect(a.run('ping -c1 localhost')).toContain(
    '64 bytes from localhost (127.0.0.1): icmp_seq=1 ttl=64 time=',
  )
  expect(a.run('ping -c1 PC1')).toContain('1 received')
  a.run('echo "10.0.0.2 other" >> /etc/hosts')
  expect(timeless(a.run('ping -c1 other'))).toContain(
    '64 bytes from other (10.0.0.2): icmp_seq=1 ttl=64 time=T ms\n',
  )
  expect(timeless(a.run('ping -q -c2 10.0.0.2'))).toBe(`PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1000ms
rtt min/avg/max/mdev = M ms
`)
})

test('Ctrl-C shows the statistics so far', () => {
  const { a } = twoHosts()
  a.type('ping 10.0.0.2\r')
  a.advance(2500)
  expect(timeless(a.type('\x03'))).toBe(`^C
--- 10.0.0.2 ping statistics ---
3 packets transmitted, 3 received, 0% packet loss, time 2000ms
rtt min/avg/max/mdev = M ms
root@PC1:~# `)
})

test('a lost reply at the end is waited for one interval, none at all ten seconds', () => {
  const { network, a, b } = twoHosts()
  a.run('ping -c 1 10.0.0.2')
  const beganMs = network.kernel.nowMs
  a.type('ping -c 3 10.0.0.2\r')
  a.advance(1500)
  b.run('ip addr flush dev eth0')
  while (a.host.tty.waitsFor === 'wait') network.kernel.step()
  expect(a.advance(0)).toContain('3 packets transmitted, 2 received, 33.3333% packet loss, time 2000ms\n')
  expect(Math.round(network.kernel.nowMs - beganMs)).toBe(3000)
  const againMs = network.kernel.nowMs
  // The neighbour's address is still known, so nobody says anything.
  expect(a.run('ping -c 1 10.0.0.2')).toContain(
    '1 packets transmitted, 0 received, 100% packet loss, time 0ms\n\n',
  )
  expect(Math.round(network.kernel.nowMs - againMs)).toBe(10_000)
  a.run('ping -c 1 -W 2 10.0.0.2')
  expect(Math.round(network.kernel.nowMs - againMs)).toBe(12_000)
})

test('numbers come again after 65536 requests, and are no duplicates', () => {
  const { a } = twoHosts()
  const shown = a.run('ping -q -i 0.01 -c 66000 10.0.0.2')
  expect(shown).toContain('66000 packets transmitted, 66000 received, 0% packet loss')
  expect(shown).toMatch(/ ms\n$/)
})

test('what was typed wrong', () => {
  const { a } = twoHosts()
  expect(a.run('ping')).toBe('ping: usage error: Destination address required\n')
  expect(a.run('ping 10.9.9.9')).toBe('ping: connect: Network is unreachable\n')
  expect(a.run('ping foo')).toBe('ping: foo: Temporary failure in name resolution\n')
  expect(a.run('ping -z')).toMatch(
    /^ping: invalid option -- 'z'\n\nUsage\n {2}ping \[options\] <destination>\n/,
  )
  expect(a.run('ping -c 0 1.1.1.1')).toBe(
    "ping: invalid argument: '0': out of range: 1 <= value <= 9223372036854775807\n",
  )
  expect(a.run('ping -c x 1.1.1.1')).toBe("ping: invalid argument: 'x'\n")
  expect(a.run('ping -I 9.9.9.9 10.0.0.2')).toBe('ping: bind: Cannot assign requested address\n')
  expect(a.run('ping -I eth7 10.0.0.2')).toBe('ping: SO_BINDTODEVICE eth7: No such device\n')
  expect(a.run('ping 10.0.0.255')).toBe(
    'ping: Do you want to ping broadcast? Then -b. If not, check your local firewall rules\n',
  )
})
