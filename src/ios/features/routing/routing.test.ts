import { describe, expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function router(...lines: string[]): TestConsole {
  const console = startConsole('isr-1941')
  console.type('en\rconf t\r')
  for (const line of lines) console.type(`${line}\r`)
  return console
}

function section(console: TestConsole, pattern: string): string {
  const shown = console.type(`do show running-config | section ${pattern}\r`)
  return shown.slice(shown.indexOf('\n') + 1, shown.lastIndexOf('\n') + 1)
}

/** What the device answers between the typed line and the next prompt. */
function reply(console: TestConsole, line: string): string {
  const shown = console.type(`${line}\r`)
  return shown.slice(line.length + 1, shown.lastIndexOf('\n') + 1)
}

describe('router', () => {
  // Order and forms as in captured configurations of routers with EIGRP and OSPF.
  test('ospf and eigrp print their lines in their own order', () => {
    const console = router(
      'router ospf 7',
      'network 10.1.2.3 0.0.0.255 area 0',
      'network 192.168.1.1 0.0.0.0 area 0.0.0.5',
      'passive-interface Loopback0',
      'redistribute connected subnets',
      'router-id 7.7.7.7',
      'router eigrp 100',
      'passive-interface g0/1',
      'network 10.1.2.3 0.0.0.255',
      'network 10.1.2.3',
      'router ospf 2',
    )
    console.type('interface loopback 0\r')
    console.type('router ospf 7\rpassive-interface Loopback0\r')
    expect(section(console, '^router')).toBe(
      [
        'router eigrp 100',
        ' network 10.1.2.0 0.0.0.255',
        ' network 10.0.0.0',
        ' passive-interface GigabitEthernet0/1',
        'router ospf 2',
        'router ospf 7',
        ' router-id 7.7.7.7',
        ' redistribute connected subnets',
        ' passive-interface Loopback0',
        ' network 10.1.2.0 0.0.0.255 area 0',
        ' network 192.168.1.1 0.0.0.0 area 0.0.0.5',
        '',
      ].join('\n'),
    )
    console.type('no router eigrp 100\r')
    expect(section(console, '^router e')).toBe('')
  })

  test('passive-interface default keeps the exceptions', () => {
    const console = router('router eigrp 1', 'passive-interface g0/0', 'passive-interface default')
    console.type('no passive-interface g0/1\r')
    const exceptions = ' passive-interface default\n no passive-interface GigabitEthernet0/1\n'
    expect(section(console, '^router')).toBe(`router eigrp 1\n${exceptions}`)
    console.type('passive-interface g0/1\r')
    expect(section(console, '^router')).toBe('router eigrp 1\n passive-interface default\n')
    console.type('no passive-interface default\r')
    expect(section(console, '^router')).toBe('router eigrp 1\n')
  })

  test('rip keeps a subnet as the network of its class', () => {
    const console = router(
      'router rip',
      'network 172.16.5.9',
      'version 2',
      'no auto-summary',
      'default-information originate',
    )
    expect(section(console, '^router')).toBe(
      'router rip\n version 2\n network 172.16.0.0\n default-information originate\n no auto-summary\n',
    )
  })

  test('bgp keeps the lines of a neighbor together, and runs once', () => {
    const console = router('router bgp 65001')
    // from memory: both sentences
    expect(reply(console, 'neighbor 10.0.0.9 description far')).toBe(
      '% Specify remote-as or peer-group commands first\n',
    )
    for (const line of [
      'neighbor 10.0.0.9 remote-as 65009',
      'neighbor 10.0.0.2 remote-as 65001',
      'neighbor 10.0.0.9 description far',
      'network 10.0.0.0 mask 255.0.0.0',
      'network 10.1.0.0 mask 255.255.0.0',
    ])
      console.type(`${line}\r`)
    expect(section(console, '^router')).toBe(
      [
        'router bgp 65001',
        ' bgp log-neighbor-changes',
        ' network 10.0.0.0',
        ' network 10.1.0.0 mask 255.255.0.0',
        ' neighbor 10.0.0.2 remote-as 65001',
        ' neighbor 10.0.0.9 remote-as 65009',
        ' neighbor 10.0.0.9 description far',
        '',
      ].join('\n'),
    )
    expect(reply(console, 'router bgp 1')).toBe('BGP is already running; AS is 65001\n')
    console.type('router bgp 65001\rno neighbor 10.0.0.9\r')
    expect(section(console, 'neighbor')).not.toContain('10.0.0.9')
  })
})

describe('ip route', () => {
  // from memory: the sentences
  test('refuses what cannot be a route', () => {
    const console = router()
    expect(reply(console, 'ip route 10.0.0.1 255.255.255.0 1.1.1.1')).toBe('%Inconsistent address and mask\n')
    expect(reply(console, 'no ip route 10.0.0.0 255.0.0.0 1.1.1.1')).toBe('%No matching route to delete\n')
    expect(reply(console, 'ip route 10.0.0.0 255.0.0.0')).toBe('% Incomplete command.\n\n')
  })

  test('warns of a default route onto Ethernet, and keeps it', () => {
    const console = router()
    expect(reply(console, 'ip route 0.0.0.0 0.0.0.0 g0/0')).toBe(
      '%Default route without gateway, if not a point-to-point interface, may impact performance\n',
    )
    expect(reply(console, 'ip route 0.0.0.0 0.0.0.0 s0/0/0')).toBe('')
    expect(section(console, 'ip route')).toBe(
      'ip route 0.0.0.0 0.0.0.0 GigabitEthernet0/0\nip route 0.0.0.0 0.0.0.0 Serial0/0/0\n',
    )
  })

  test('is ordered by destination, and removed with or without its next hop', () => {
    const console = router(
      'ip route 172.16.0.0 255.255.0.0 10.0.0.2 200 name BACKUP',
      'ip route 10.2.0.0 255.255.0.0 s0/0/0',
      'ip route 0.0.0.0 0.0.0.0 10.0.0.1',
      'ip route 10.2.0.0 255.255.0.0 10.0.0.3 5',
      'ip route 172.17.0.0 255.255.0.0 g0/0 10.0.0.2',
    )
    expect(section(console, 'ip route')).toBe(
      [
        'ip route 0.0.0.0 0.0.0.0 10.0.0.1',
        'ip route 10.2.0.0 255.255.0.0 Serial0/0/0',
        'ip route 10.2.0.0 255.255.0.0 10.0.0.3 5',
        'ip route 172.16.0.0 255.255.0.0 10.0.0.2 200 name BACKUP',
        'ip route 172.17.0.0 255.255.0.0 GigabitEthernet0/0 10.0.0.2',
        '',
      ].join('\n'),
    )
    console.type('no ip route 10.2.0.0 255.255.0.0 10.0.0.3\rno ip route 172.17.0.0 255.255.0.0\r')
    expect(section(console, 'ip route')).toBe(
      [
        'ip route 0.0.0.0 0.0.0.0 10.0.0.1',
        'ip route 10.2.0.0 255.255.0.0 Serial0/0/0',
        'ip route 172.16.0.0 255.255.0.0 10.0.0.2 200 name BACKUP',
        '',
      ].join('\n'),
    )
  })
})

test('keys stand within their chain', () => {
  const console = router('key chain LAB', 'key 2', 'key-string two', 'key 1', 'key-string one')
  expect(section(console, 'key chain')).toBe(
    'key chain LAB\n key 1\n  key-string one\n key 2\n  key-string two\n',
  )
  expect(console.type('exit\r')).toBe('exit\nRouter(config-keychain)#')
  console.type('no key 1\r')
  expect(section(console, 'key chain')).toBe('key chain LAB\n key 2\n  key-string two\n')
})

test('a route-map names its action and number', () => {
  const console = router('route-map RM', 'match ip address 7', 'route-map RM deny 5', 'set metric 3')
  expect(section(console, 'route-map')).toBe(
    'route-map RM deny 5\n set metric 3\nroute-map RM permit 10\n match ip address 7\n',
  )
})

test('a tunnel has ends, and other interfaces have no tunnel lines', () => {
  const console = router('interface tunnel 5', 'tunnel source g0/0', 'tunnel destination 192.0.2.1')
  expect(section(console, 'Tunnel5')).toBe(
    'interface Tunnel5\n no ip address\n tunnel source GigabitEthernet0/0\n tunnel destination 192.0.2.1\n',
  )
  console.type('interface g0/0\r')
  expect(reply(console, 'tunnel source g0/1')).toContain("% Invalid input detected at '^' marker.")
})

test('a LAN Base switch has none of the routing', () => {
  const console = startConsole('catalyst-2960-24tt')
  console.type('en\rconf t\r')
  for (const line of [
    'router rip',
    'ip route 0.0.0.0 0.0.0.0 10.0.0.1',
    'ip nat pool P 1.1.1.1 1.1.1.2 netmask 255.0.0.0',
  ])
    expect(reply(console, line)).toContain("% Invalid input detected at '^' marker.")
})
