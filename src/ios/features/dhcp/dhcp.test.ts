import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function router(...lines: string[]): TestConsole {
  const console = startConsole('isr-1941')
  console.type('en\rconf t\r')
  for (const line of lines) console.type(`${line}\r`)
  return console
}

function running(console: TestConsole): string {
  console.type('end\r')
  return console.type('show running-config\r')
}

// The blank behind lists follows from the byte counts of two real configurations; places of `!` from one of them.
test('a pool stands between separators, with a blank behind lists of addresses', () => {
  const shown = running(
    router(
      'ip dhcp excluded-address 192.168.10.1 192.168.10.9',
      'ip dhcp pool LAN',
      'dns-server 8.8.8.8 1.1.1.1',
      'network 192.168.10.7 /24',
      'default-router 192.168.10.1',
      'lease 2 12',
      'ip dhcp excluded-address 192.168.20.1',
      'ip dhcp pool lan2',
      'host 10.0.0.7 255.0.0.0',
      'lease infinite',
      'option 150 ip 10.0.0.1',
    ),
  )
  const fourteen = '!\n'.repeat(14)
  expect(shown).toContain(
    [
      `no aaa new-model\n${fourteen.slice(0, 22)}ip dhcp excluded-address 192.168.10.1 192.168.10.9`,
      'ip dhcp excluded-address 192.168.20.1',
      '!',
      'ip dhcp pool LAN',
      ' network 192.168.10.0 255.255.255.0',
      ' default-router 192.168.10.1 ',
      ' dns-server 8.8.8.8 1.1.1.1 ',
      ' lease 2 12',
      '!',
      'ip dhcp pool lan2',
      ' host 10.0.0.7 255.0.0.0',
      ' lease infinite',
      ' option 150 ip 10.0.0.1 ',
      '!\n!\n!\nip cef',
    ].join('\n'),
  )
})

test('a pool without excluded addresses begins at once, and goes with no', () => {
  const console = router('ip dhcp pool A', 'lease 3', 'lease 1')
  expect(running(console)).toContain('\n!\nip dhcp pool A\n!\n!\n!\nip cef')
  console.type('conf t\rno ip dhcp pool A\r')
  expect(running(console)).not.toContain('dhcp pool')
})
