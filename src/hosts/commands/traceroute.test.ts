/** Expectations: what traceroute 2.1.2 prints on Debian 12; routers between hosts are in transcripts/hosts. */

import { expect, test } from 'vitest'
import { twoHosts } from '../../../test/hosts.ts'

const heading = 'traceroute to 10.0.0.2 (10.0.0.2), 30 hops max, 60 byte packets\n'

test('the destination answers every probe, by UDP and by ICMP', () => {
  const { a } = twoHosts()
  const times = '  \\d\\.\\d{3} ms'.repeat(3)
  expect(a.run('traceroute 10.0.0.2')).toMatch(
    new RegExp(`^${heading.replaceAll(/[().]/g, '\\$&')} 1  10\\.0\\.0\\.2 \\(10\\.0\\.0\\.2\\)${times}\n$`),
  )
  expect(a.run('traceroute -n -I 10.0.0.2')).toMatch(
    new RegExp(`^${heading.replaceAll(/[().]/g, '\\$&')} 1  10\\.0\\.0\\.2${times}\n$`),
  )
})

test('nobody at all: stars, the time as asked for', () => {
  const { network, a } = twoHosts()
  const beganMs = network.kernel.nowMs
  expect(a.run('traceroute -n -w 1 -q 2 -m 4 10.0.0.9')).toBe(
    'traceroute to 10.0.0.9 (10.0.0.9), 4 hops max, 60 byte packets\n 1  * *\n 2  * *\n 3  * *\n 4  * *\n',
  )
  expect(network.kernel.nowMs - beganMs).toBeCloseTo(1000, 0)
})

test('what was typed wrong', () => {
  const { a } = twoHosts()
  expect(a.run('traceroute 9.9.9.9')).toBe(
    'traceroute to 9.9.9.9 (9.9.9.9), 30 hops max, 60 byte packets\nconnect: Network is unreachable\n',
  )
  expect(a.run('traceroute foo')).toBe(
    'foo: Temporary failure in name resolution\nCannot handle "host" cmdline arg `foo\' on position 1 (argc 1)\n',
  )
  expect(a.run('traceroute -q')).toBe("Option `-q' (argc 1) requires an argument: `-q nqueries'\n")
  expect(a.run('traceroute -q x 1.1.1.1')).toBe("Cannot handle `-q' option with arg `x' (argc 2)\n")
  expect(a.run('traceroute -m 300 1.1.1.1')).toBe('max hops cannot be more than 255\n')
})
