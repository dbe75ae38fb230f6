/** Messages: those of Debian's netcat-openbsd 1.219; the server's two are from memory. */

import { expect, test } from 'vitest'
import { twoHosts } from '../../../test/hosts.ts'

test('two hosts talk over TCP, and both ends see the other side leave', () => {
  const { a, b } = twoHosts()
  b.type('nc -lv -p 5000\r')
  const connected = a.type('nc -vN 10.0.0.2 5000\r') + a.advance(10)
  expect(connected).toMatch(/\nConnection to 10\.0\.0\.2 5000 port \[tcp\/\*\] succeeded!\n$/)
  a.type('hello\r')
  expect(b.advance(10)).toMatch(/^Connection received on 10\.0\.0\.1 \d+\nhello\n$/)
  b.type('you too\r')
  expect(a.advance(10)).toBe('you too\n')
  a.type('\x04')
  expect(b.advance(50)).toBe('root@PC2:~# ')
  expect(a.advance(50)).toBe('root@PC1:~# ')
})

test('UDP goes both ways', () => {
  const { a, b } = twoHosts()
  b.type('nc -lu 5001\r')
  b.advance(0)
  a.type('nc -u 10.0.0.2 5001\r')
  a.type('ping?\r')
  expect(b.advance(10)).toBe('ping?\n')
  b.type('pong\r')
  expect(a.advance(10)).toBe('pong\n')
  expect(a.type('\x03')).toBe('^C\nroot@PC1:~# ')
})

test('looking at ports', () => {
  const { a, b } = twoHosts()
  b.type('nc -l 80\r')
  expect(a.run('nc -zv 10.0.0.2 79-80')).toBe(
    'nc: connect to 10.0.0.2 port 79 (tcp) failed: Connection refused\nConnection to 10.0.0.2 80 port [tcp/http] succeeded!\n',
  )
  expect(b.advance(100)).toMatch(/root@PC2:~# $/)
  expect(a.run('nc -z 10.0.0.2 80; echo $?')).toBe('1\n')
  expect(a.run('nc -zuv 10.0.0.2 80; echo $?')).toBe('1\n')
  b.type('nc -lu 80\r')
  expect(a.run('nc -zuv 10.0.0.2 80')).toBe('Connection to 10.0.0.2 80 port [udp/http] succeeded!\n')
  expect(a.run('nc -v 9.9.9.9 80')).toBe(
    'nc: connect to 9.9.9.9 port 80 (tcp) failed: Network is unreachable\n',
  )
  expect(a.run('nc -v -w 1 10.0.0.9 80')).toBe(
    'nc: connect to 10.0.0.9 port 80 (tcp) timed out: Operation now in progress\n',
  )
})

test('what was typed wrong, and Ctrl-C while nobody comes', () => {
  const { a } = twoHosts()
  expect(a.run('nc 10.0.0.2')).toBe('nc: missing port number\n')
  expect(a.run('nc -l')).toBe('nc: missing port number\n')
  expect(a.run('nc foo 80')).toBe(
    'nc: getaddrinfo for host "foo" port 80: Temporary failure in name resolution\n',
  )
  expect(a.run('nc -zv 10.0.0.2 x')).toBe('nc: port number invalid: x\n')
  expect(a.run('nc -zv 10.0.0.2 99999')).toBe('nc: port number too large: 99999\n')
  a.type('nc -l 5000\r')
  expect(a.type('\x03')).toBe('^C\nroot@PC1:~# ')
  a.type('nc -l 5000\r')
  expect(a.type('\x03')).toBe('^C\nroot@PC1:~# ')
})
