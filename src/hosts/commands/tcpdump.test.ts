/** Expectations: what tcpdump 4.99.3 prints on Debian 12 for the same packets. */

import { expect, test } from 'vitest'
import { type TestHost, twoHosts } from '../../../test/hosts.ts'

/** What a capture on the second host shows of what the first one does, without times and ids. */
function captured(options: string, act: (a: TestHost) => void): string[] {
  const { a, b } = twoHosts()
  const heading = b.type(`tcpdump ${options}\r`)
  act(a)
  b.host.input(3)
  const rows = (heading + b.advance(0)).split('\n')
  return rows.map((row) => row.replace(/^\d\d:\d\d:\d\d\.\d{6} /, '').replace(/\bid \d+/g, 'id N'))
}

test('ARP, echo and fragments in one line each', () => {
  const shown = captured('-i eth0', (a) => a.run('ping -c 1 10.0.0.2; ping -c 1 -s 3000 10.0.0.2'))
  expect(shown).toEqual([
    'tcpdump -i eth0',
    'tcpdump: verbose output suppressed, use -v[v]... for full protocol decode',
    'listening on eth0, link-type EN10MB (Ethernet), snapshot length 262144 bytes',
    // Received frames come padded; the kernel pads its own later.
    'ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 46',
    'ARP, Reply 10.0.0.2 is-at 52:54:00:00:00:0b (oui Unknown), length 28',
    'IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id N, seq 1, length 64',
    'IP 10.0.0.2 > 10.0.0.1: ICMP echo reply, id N, seq 1, length 64',
    'IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id N, seq 1, length 1480',
    'IP 10.0.0.1 > 10.0.0.2: icmp',
    'IP 10.0.0.1 > 10.0.0.2: icmp',
    'IP 10.0.0.2 > 10.0.0.1: ICMP echo reply, id N, seq 1, length 1480',
    'IP 10.0.0.2 > 10.0.0.1: icmp',
    'IP 10.0.0.2 > 10.0.0.1: icmp',
    '^C',
    '10 packets captured',
    '10 packets received by filter',
    '0 packets dropped by kernel',
    'root@PC2:~# ',
  ])
})

test('-e and -v show headers, and what an ICMP error is about', () => {
  const shown = captured('-nev udp or icmp', (a) => a.run('traceroute -n -q 1 -N 1 10.0.0.2'))
  expect(shown.slice(2, 7)).toEqual([
    '52:54:00:00:00:0a > 52:54:00:00:00:0b, ethertype IPv4 (0x0800), length 74: (tos 0x0, ttl 1, id N, offset 0, flags [none], proto UDP (17), length 60)',
    expect.stringMatching(/^ {4}10\.0\.0\.1\.\d+ > 10\.0\.0\.2\.33434: UDP, length 32$/),
    expect.stringMatching(
      /^52:54:00:00:00:0b > 52:54:00:00:00:0a, ethertype IPv4 \(0x0800\), length \d+: \(tos 0x0, ttl 64, id N, offset 0, flags \[none\], proto ICMP \(1\), length \d+\)$/,
    ),
    '    10.0.0.2 > 10.0.0.1: ICMP 10.0.0.2 udp port 33434 unreachable, length 68',
    '\t(tos 0x0, ttl 1, id N, offset 0, flags [none], proto UDP (17), length 60)',
  ])
})

test('a count ends it, a filter chooses', () => {
  const { a, b } = twoHosts()
  const heading = b.type('tcpdump -nt -c 2 icmp and src host 10.0.0.1\r')
  a.run('ping -c 3 10.0.0.2')
  const shown = heading + b.advance(0)
  expect(shown).toMatch(
    /bytes\nIP 10\.0\.0\.1 > 10\.0\.0\.2: ICMP echo request, id \d+, seq 1, length 64\nIP .*seq 2, length 64\n2 packets captured\n2 packets received by filter\n0 packets dropped by kernel\nroot@PC2:~# $/,
  )
})

test('what was typed wrong', () => {
  const { a } = twoHosts()
  expect(a.run('tcpdump -i eth9')).toBe('tcpdump: eth9: No such device exists\n(No such device exists)\n')
  expect(a.run('tcpdump foo')).toBe("tcpdump: can't parse filter expression: syntax error\n")
  expect(a.run('tcpdump arp foo')).toBe("tcpdump: can't parse filter expression: syntax error\n")
  expect(a.run('tcpdump host')).toBe("tcpdump: can't parse filter expression: syntax error\n")
  expect(a.run('tcpdump port x')).toBe("tcpdump: unknown port 'x'\n")
  expect(a.run('tcpdump host foo')).toBe("tcpdump: unknown host 'foo'\n")
  expect(a.run('tcpdump -c 0')).toBe('tcpdump: invalid packet count 0\n')
})
