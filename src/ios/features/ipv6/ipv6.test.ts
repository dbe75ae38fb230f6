import { expect, test } from 'vitest'
import { startConsole } from '../../../../test/console.ts'

// Upper case and compression as in captures; `ipv6 unicast-routing` before `no ipv6 cef`.
test('routes are kept with their network, in upper case and compressed', () => {
  const console = startConsole('isr-1941')
  console.type('en\rconf t\r')
  for (const line of [
    'ipv6 unicast-routing',
    'ipv6 route 2001:db8:0:0:1::5/64 g0/0 fe80::1',
    'ipv6 route ::/0 2001:db8:acad:2::2 5',
    'ipv6 route 2001:db8:9::/48 s0/0/0',
  ])
    console.type(`${line}\r`)
  expect(console.type('do show running-config | include ipv6\r').split('\n').slice(1, -1)).toEqual([
    'ipv6 unicast-routing',
    'no ipv6 cef',
    'ipv6 route 2001:DB8::/64 GigabitEthernet0/0 FE80::1',
    'ipv6 route ::/0 2001:DB8:ACAD:2::2 5',
    'ipv6 route 2001:DB8:9::/48 Serial0/0/0',
  ])
  console.type('no ipv6 route 2001:db8:9::/48 s0/0/0\r')
  expect(console.type('do show running-config | include ipv6 route\r')).not.toContain('Serial')
})

// RFC 5952, section 4.2.3: the first of equal runs; IOS writes letters in upper case.
test.each([
  ['2001:db8:0:0:1:0:0:1', '2001:DB8::1:0:0:1'],
  ['::', '::'],
  ['1::', '1::'],
  ['1:2:3:4:5:6:0:8', '1:2:3:4:5:6:0:8'],
])('%s is shown as %s', async (typed, shown) => {
  const { readIpv6, showIpv6 } = await import('../../ipv6-argument.ts')
  const address = readIpv6(typed)
  expect(address && showIpv6(address)).toBe(shown)
})

test.each(['1:2', '1::2::3', ':1', '12345::', 'g::'])('%s is no address', async (typed) => {
  const { readIpv6 } = await import('../../ipv6-argument.ts')
  expect(readIpv6(typed)).toBeUndefined()
})
