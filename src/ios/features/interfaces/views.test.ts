import { describe, expect, it } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function configured(profile: string, lines: string): TestConsole {
  const console = startConsole(profile)
  console.type(`enable\rconfigure terminal\r${lines}end\r`)
  console.advance(5000)
  return console
}

function said(console: TestConsole, line: string): string {
  const shown = console.type(`${line}\r`)
  return shown.slice(shown.indexOf('\n') + 1, shown.lastIndexOf('\n') + 1)
}

describe('show ip interface brief', () => {
  // Captures of a 1941 and an 881 give the name 27 columns, those of Catalyst switches 23; all rows are padded to the end.
  it('has wide names on a router', () => {
    const console = configured(
      'isr-1941',
      'interface gi0/0\rip address 10.0.0.1 255.255.255.0\rno shutdown\r',
    )
    expect(said(console, 'show ip interface brief').split('\n').slice(0, 4)).toEqual([
      'Interface                  IP-Address      OK? Method Status                Protocol',
      'Embedded-Service-Engine0/0 unassigned      YES unset  administratively down down    ',
      'GigabitEthernet0/0         10.0.0.1        YES manual down                  down    ',
      'GigabitEthernet0/1         unassigned      YES unset  administratively down down    ',
    ])
  })

  it('has VLAN interfaces first and narrow names on a switch', () => {
    const console = configured('catalyst-2960-24tt', 'interface vlan 1\rip address 10.0.0.2 255.255.255.0\r')
    expect(said(console, 'sh ip int bri').split('\n').slice(0, 3)).toEqual([
      'Interface              IP-Address      OK? Method Status                Protocol',
      'Vlan1                  10.0.0.2        YES manual administratively down down    ',
      'FastEthernet0/1        unassigned      YES unset  down                  down    ',
    ])
  })

  it('calls an address from the startup configuration NVRAM', () => {
    const console = startConsole('isr-1941', {
      startupConfig: 'interface GigabitEthernet0/0\n ip address 10.0.0.1 255.255.255.0\n shutdown\n!\nend\n',
    })
    expect(said(console, 'show ip interface brief')).toContain(
      '\nGigabitEthernet0/0         10.0.0.1        YES NVRAM  administratively down down    \n',
    )
  })

  it('remembers a removed sub-interface as deleted', () => {
    const console = configured('isr-1941', 'interface gi0/0.10\rexit\rno interface gi0/0.10\r')
    expect(said(console, 'show ip interface brief')).toContain(
      '\nGigabitEthernet0/0.10      unassigned      YES unset  deleted               down    \n',
    )
  })
})

describe('show ip interface', () => {
  const common = (lines: readonly string[], xe: boolean): string[] =>
    lines.filter((line) => xe || !line.includes('Common'))
  const block = [
    '  Broadcast address is 255.255.255.255',
    '  MTU is 1500 bytes',
    '  Helper address is not set',
    '  Directed broadcast forwarding is disabled',
    '  Outgoing Common access list is not set ',
    '  Outgoing access list is not set',
    '  Inbound Common access list is not set ',
    '  Inbound  access list is not set',
    '  Proxy ARP is enabled',
    '  Local Proxy ARP is disabled',
    '  Security level is default',
    '  Split horizon is enabled',
    '  ICMP redirects are always sent',
    '  ICMP unreachables are always sent',
    '  ICMP mask replies are never sent',
    '  IP fast switching is enabled',
    '  IP Flow switching is disabled',
    '  IP CEF switching is enabled',
    '  IP CEF switching turbo vector',
    '  IP Null turbo vector',
    '  Associated unicast routing topologies:',
    '        Topology "base", operation state is DOWN',
    '  IP multicast fast switching is enabled',
    '  IP multicast distributed fast switching is disabled',
    '  IP route-cache flags are Fast, CEF',
    '  Router Discovery is disabled',
    '  IP output packet accounting is disabled',
    '  IP access violation accounting is disabled',
    '  TCP/IP header compression is disabled',
    '  RTP/IP header compression is disabled',
    '  Probe proxy name replies are disabled',
    '  Policy routing is disabled',
    '  Network address translation is disabled',
    '  BGP Policy Mapping is disabled',
    '  Input features: MCI Check',
    '  IPv4 WCCP Redirect outbound is disabled',
    '  IPv4 WCCP Redirect inbound is disabled',
    '  IPv4 WCCP Redirect exclude is disabled',
    '',
  ]

  // Five captures of CSR 1000V and ISR 4000s; 15.x has no common lists.
  it.each([
    ['csr1000v', 'GigabitEthernet2', true],
    ['isr-4321', 'GigabitEthernet0/0/1', true],
    ['isr-2911', 'GigabitEthernet0/1', false],
  ])('has all lines on %s, with an address or while DHCP is to give one', (profile, port, xe) => {
    const lines = common(block, xe)
    const dhcp = configured(profile, `interface ${port}\rip address dhcp\r`)
    expect(said(dhcp, `show ip interface ${port}`).split('\n')).toEqual([
      `${port} is administratively down, line protocol is down`,
      '  Internet address will be negotiated using DHCP',
      ...lines,
    ])
    const fixed = configured(profile, `interface ${port}\rip address 10.0.0.1 255.255.255.0\r`)
    expect(said(fixed, `show ip interface ${port}`).split('\n').slice(1)).toEqual([
      '  Internet address is 10.0.0.1/24',
      lines[0],
      '  Address determined by setup command',
      ...lines.slice(1),
    ])
  })
})

describe('show interfaces', () => {
  // What captures of Catalyst and router ports agree on: the order of the lines, the blank behind the states, `usec, ` and
  // `throttles `; a port that is not connected has the rates of 10 Mb/s on a switch.
  it('shows a switch port without cable', () => {
    const console = configured('catalyst-2960-24tt', 'interface fa0/1\rdescription desk\r')
    const rows = said(console, 'show interfaces fa0/1').split('\n')
    expect(rows[0]).toBe('FastEthernet0/1 is down, line protocol is down (notconnect) ')
    expect(rows[1]).toMatch(/^ {2}Hardware is Fast Ethernet, address is ([0-9a-f.]{14}) \(bia \1\)$/)
    expect(rows.slice(2, 11)).toEqual([
      '  Description: desk',
      '  MTU 1500 bytes, BW 10000 Kbit/sec, DLY 1000 usec, ',
      '     reliability 255/255, txload 1/255, rxload 1/255',
      '  Encapsulation ARPA, loopback not set',
      '  Keepalive set (10 sec)',
      '  Auto-duplex, Auto-speed, media type is 10/100BaseTX',
      '  input flow-control is off, output flow-control is unsupported ',
      '  ARP type: ARPA, ARP Timeout 04:00:00',
      '  Last input never, output never, output hang never',
    ])
    expect(rows).toContain('     0 runts, 0 giants, 0 throttles ')
    expect(rows).toContain('     0 input packets with dribble condition detected')
  })

  // Captures of 17 CSR 1000V and 13 emulated 7200s: the same lines whether the port is up, down or shut.
  it.each([
    ['csr1000v', 'gi3', 'RJ45'],
    ['c7206vxr', 'gi3/0', 'SX'],
  ])('calls a shut gigabit port of %s full at 1000', (profile, port, media) => {
    const rows = said(configured(profile, ''), `show interfaces ${port}`).split('\n')
    expect(rows[0]).toMatch(/ is administratively down, line protocol is down $/)
    expect(rows.slice(6, 9)).toEqual([
      `  Full Duplex, 1000Mbps, link type is auto, media type is ${media}`,
      '  output flow-control is unsupported, input flow-control is unsupported',
      '  ARP type: ARPA, ARP Timeout 04:00:00',
    ])
  })

  // Captures of an ISR 4461, an ISR 1100 and an ASR 1000 have no keepalives; the first and the last, both flow controls on.
  it('knows no keepalives on Ethernet of an ISR 4000', () => {
    const console = configured('isr-4321', 'interface gi0/0/1.10\rencapsulation dot1q 10\r')
    const rows = said(console, 'show interfaces gi0/0/1').split('\n')
    expect(rows.slice(4, 9)).toEqual([
      '  Encapsulation 802.1Q Virtual LAN, Vlan ID  1., loopback not set',
      '  Keepalive not supported ',
      '  Auto Duplex, Auto Speed, link type is auto, media type is RJ45',
      '  output flow-control is on, input flow-control is on',
      '  ARP type: ARPA, ARP Timeout 04:00:00',
    ])
    expect(said(console, 'show interfaces gi0/0/1.10').split('\n').slice(5, 8)).toEqual([
      '  ARP type: ARPA, ARP Timeout 04:00:00',
      '  Keepalive not supported ', // from memory
      '  Last clearing of "show interface" counters never',
    ])
    expect(said(configured('isr-2911', ''), 'show interfaces gi0/1')).toContain(
      '\n  Keepalive set (10 sec)\n',
    )
  })

  it('says why a port is down', () => {
    const console = configured('catalyst-2960-24tt', 'interface fa0/2\rshutdown\r')
    expect(said(console, 'show interfaces fa0/2').split('\n')[0]).toBe(
      'FastEthernet0/2 is administratively down, line protocol is down (disabled) ',
    )
  })

  it('shows a router port without the lines of a switch', () => {
    const console = configured('isr-1941', 'interface gi0/0\rno shutdown\rbandwidth 5000\rload-interval 30\r')
    const rows = said(console, 'show interfaces gi0/0').split('\n')
    expect(rows[0]).toBe('GigabitEthernet0/0 is down, line protocol is down ')
    expect(rows[2]).toBe('  MTU 1500 bytes, BW 5000 Kbit/sec, DLY 10 usec, ')
    expect(rows).toContain('  Auto Duplex, Auto Speed, media type is RJ45')
    expect(rows).toContain('  output flow-control is unsupported, input flow-control is unsupported')
    expect(rows).toContain('  30 second input rate 0 bits/sec, 0 packets/sec')
    expect(rows).not.toContain('     0 input packets with dribble condition detected')
  })

  it('shows a VLAN interface with few counters', () => {
    const console = configured('catalyst-2960-24tt', '')
    const rows = said(console, 'show interfaces vlan 1').split('\n')
    expect(rows[0]).toBe('Vlan1 is administratively down, line protocol is down ')
    expect(rows[1]).toMatch(/^ {2}Hardware is EtherSVI, address is /)
    expect(rows).toContain('  Keepalive not supported ')
    expect(rows).toContain('     0 output errors, 0 interface resets')
    expect(rows.some((row) => row.includes('duplex'))).toBe(false)
  })

  it('shows a loopback and a sub-interface', () => {
    const console = configured('isr-1941', 'interface lo0\rinterface gi0/0.10\rencapsulation dot1Q 10\r')
    expect(said(console, 'show interfaces lo0')).toContain(
      '  Hardware is Loopback\n  MTU 1514 bytes, BW 8000000 Kbit/sec, DLY 5000 usec, \n',
    )
    expect(said(console, 'show interfaces gi0/0.10')).toContain(
      '  Encapsulation 802.1Q Virtual LAN, Vlan ID  10.\n  ARP type: ARPA, ARP Timeout 04:00:00\n  Keepalive set (10 sec)\n',
    )
  })

  it('describes interfaces in columns 0, 31, 46 and 55', () => {
    const console = configured('isr-1941', 'interface gi0/0\rdescription to LAN\r')
    expect(said(console, 'show interfaces description').split('\n').slice(0, 3)).toEqual([
      'Interface                      Status         Protocol Description',
      'Em0/0                          admin down     down     ',
      'Gi0/0                          admin down     down     to LAN',
    ])
  })

  it('keeps control characters of a description to itself', () => {
    const console = startConsole('isr-1941', {
      startupConfig: 'interface GigabitEthernet0/0\n description a\x1b[2Jb\n!\nend\n',
    })
    expect(said(console, 'show interfaces gi0/0')).toContain('  Description: a?[2Jb\n')
  })

  it('counts octets in columns', () => {
    // widths as captured on a Catalyst: the port, then 14 and three times 15, and a blank
    const console = configured('catalyst-2960-24tt', '')
    expect(said(console, 'show interfaces fa0/1 counters')).toBe(
      '\nPort            InOctets    InUcastPkts    InMcastPkts    InBcastPkts \n' +
        'Fa0/1                  0              0              0              0 \n' +
        '\nPort           OutOctets   OutUcastPkts   OutMcastPkts   OutBcastPkts \n' +
        'Fa0/1                  0              0              0              0 \n',
    )
  })
})

describe('clear counters', () => {
  it('asks, and dates the counters', () => {
    const console = configured('isr-1941', '')
    expect(console.type('clear counters\r')).toBe(
      'clear counters\nClear "show interface" counters on all interfaces [confirm]',
    )
    console.type('\r')
    console.advance(65_000)
    expect(said(console, 'show interfaces gi0/0')).toContain(
      '  Last clearing of "show interface" counters 00:01:05\n',
    )
  })
})
