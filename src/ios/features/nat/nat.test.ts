import { expect, test } from 'vitest'
import { startConsole } from '../../../../test/console.ts'

// Forms as in captured configurations.
test('mappings and pools print as typed, and a list maps once', () => {
  const console = startConsole('isr-1941')
  console.type('en\rconf t\r')
  for (const line of [
    'ip nat inside source list 1 interface g0/1 overload',
    'ip nat inside source static 192.168.1.10 203.0.113.10',
    'ip nat inside source static tcp 192.168.1.10 80 interface g0/1 8080',
    'ip nat pool NAT 203.0.113.5 203.0.113.9 netmask 255.255.255.240',
    'ip nat inside source list 1 pool NAT overload',
    'ip nat translation timeout 3600',
  ])
    expect(console.type(`${line}\r`)).toMatch(/\nRouter\(config\)#$/)
  expect(console.type('do show running-config | include ip nat\r').split('\n').slice(1, -1)).toEqual([
    'ip nat translation timeout 3600',
    'ip nat pool NAT 203.0.113.5 203.0.113.9 netmask 255.255.255.240',
    'ip nat inside source list 1 pool NAT overload',
    'ip nat inside source static 192.168.1.10 203.0.113.10',
    'ip nat inside source static tcp 192.168.1.10 80 interface GigabitEthernet0/1 8080',
  ])
})
