import { describe, expect, it } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function configuring(profile: string, lines = ''): TestConsole {
  const console = startConsole(profile)
  console.type(`enable\rconfigure terminal\r${lines}`)
  console.advance(5000)
  return console
}

/** What a line prints, without its echo and the next prompt. */
function said(console: TestConsole, line: string): string {
  const shown = console.type(`${line}\r`)
  return shown.slice(shown.indexOf('\n') + 1, shown.lastIndexOf('\n') + 1)
}

function promptAfter(console: TestConsole, line: string): string {
  return console.type(`${line}\r`).split('\n').at(-1) ?? ''
}

/** The lines of one interface in the running configuration. */
function section(console: TestConsole, name: string): string[] {
  const rows = said(console, 'do show running-config').split('\n')
  const start = rows.indexOf(`interface ${name}`)
  return start < 0 ? [] : rows.slice(start + 1, rows.indexOf('!', start)).map((row) => row.slice(1))
}

describe('naming an interface', () => {
  it.each([
    ['catalyst-2960-24tt', ['fa0/1', 'FastEthernet 0/1', 'f 0/1', 'FASTETHERNET0/1'], 'FastEthernet0/1'],
    ['catalyst-2960-24tt', ['vl10', 'vlan 10', 'Vlan10'], 'Vlan10'],
    ['catalyst-2960-24tt', ['po1', 'port-channel 1'], 'Port-channel1'],
    ['isr-1941', ['g0/0', 'Gi 0/0', 'gigabitethernet0/0'], 'GigabitEthernet0/0'],
    ['isr-1941', ['s0/0/0', 'se 0/0/0'], 'Serial0/0/0'],
    ['isr-1941', ['lo0', 'loopback 0'], 'Loopback0'],
    ['isr-1941', ['tu0', 'tunnel 0'], 'Tunnel0'],
  ])('%s understands %j', (profile, spellings, name) => {
    for (const spelling of spellings) {
      const console = configuring(profile)
      expect(promptAfter(console, `interface ${spelling}`)).toMatch(/\(config-if\)#$/)
      console.type('description here\r')
      expect(section(console, name)).toContain('description here')
    }
  })

  it('puts the caret under the number of a port that is not there', () => {
    // from memory
    const console = configuring('catalyst-2960-24tt')
    expect(console.type('interface fa0/25\r')).toBe(
      "interface fa0/25\n                             ^\n% Invalid input detected at '^' marker.\n\nSwitch(config)#",
    )
  })

  it('makes a loopback that is up, and takes it away', () => {
    const console = configuring('isr-1941')
    console.type('interface loopback 0\r')
    expect(console.advance(2000)).toContain(
      '%LINEPROTO-5-UPDOWN: Line protocol on Interface Loopback0, changed state to up',
    )
    console.type('no interface loopback 0\r')
    expect(section(console, 'Loopback0')).toEqual([])
    expect(said(console, 'no interface gi0/0')).toBe('% Removal of physical interfaces is not permitted\n')
  })

  it('wants to know which interface to remove', () => {
    expect(said(configuring('isr-1941'), 'no interface')).toBe('% Incomplete command.\n\n')
  })

  it('keeps the VLAN interface that a switch starts with', () => {
    const console = configuring('catalyst-2960-24tt', 'interface vlan 1\rip address 10.0.0.1 255.0.0.0\r')
    console.type('no interface vlan 1\r')
    expect(section(console, 'Vlan1')).toEqual(['no ip address'])
  })

  it('sets an interface back to its default', () => {
    const console = configuring(
      'catalyst-2960-24tt',
      'interface fa0/1\rdescription x\rswitchport mode access\rspeed 10\r',
    )
    expect(said(console, 'default interface fa0/1')).toBe(
      'Interface FastEthernet0/1 set to default configuration\n',
    )
    expect(section(console, 'FastEthernet0/1')).toEqual([])
  })
})

describe('interface range', () => {
  it.each([
    ['fa0/1 - 5', ['FastEthernet0/1', 'FastEthernet0/3', 'FastEthernet0/5']],
    ['fa0/1-5', ['FastEthernet0/1', 'FastEthernet0/5']],
    ['fa0/1 - 3 , gi0/1 - 2', ['FastEthernet0/3', 'GigabitEthernet0/2']],
    ['fa0/5, f0/6', ['FastEthernet0/5', 'FastEthernet0/6']],
    ['fa0/1,fa0/3,fa0/5,fa0/7,gi0/1', ['FastEthernet0/1', 'GigabitEthernet0/1']],
  ])('%s', (range, members) => {
    const console = configuring('catalyst-2960-24tt')
    expect(promptAfter(console, `interface range ${range}`)).toBe('Switch(config-if-range)#')
    console.type('description x\r')
    for (const name of members) expect(section(console, name)).toEqual(['description x'])
    expect(section(console, 'FastEthernet0/20')).toEqual([])
  })

  it('takes five ranges at most', () => {
    // from memory
    const console = configuring('catalyst-2960-24tt')
    expect(console.type('interface range fa0/1,fa0/2,fa0/3,fa0/4,fa0/5,fa0/6\r')).toContain('% Invalid input')
  })

  it('runs a command on every member in order, messages and refusals included', () => {
    const console = configuring('catalyst-2960-24tt')
    console.type('interface range fa0/1 - 2\r')
    expect(said(console, 'switchport access vlan 77')).toBe(
      '% Access VLAN does not exist. Creating vlan 77\n',
    )
    expect(said(console, 'switchport port-security')).toBe(
      'Command rejected: FastEthernet0/1 is a dynamic port.\nCommand rejected: FastEthernet0/2 is a dynamic port.\n',
    )
    console.type('shutdown\r')
    const messages = console.advance(3000)
    expect(
      messages.match(/%LINK-5-CHANGED: Interface FastEthernet0\/\d, changed state to administratively down/g),
    ).toHaveLength(2)
  })

  it('takes only what all members have', () => {
    const console = configuring('catalyst-2960-24tt', 'interface range fa0/1 , vlan 1\r')
    expect(console.type('switchport mode access\r')).toContain('% Invalid input')
    expect(console.type('ip address 10.0.0.1 255.0.0.0\r')).toContain('% Invalid input')
    expect(said(console, 'description both')).toBe('')
  })

  it('keeps a named range, not the range command', () => {
    const console = configuring('catalyst-2960-24tt', 'define interface-range FLOOR fa0/1 - 3, gi0/1\r')
    expect(said(console, 'do show running-config | include range')).toBe(
      'define interface-range FLOOR FastEthernet0/1 - 3 , GigabitEthernet0/1\n',
    )
    expect(promptAfter(console, 'interface range macro FLOOR')).toBe('Switch(config-if-range)#')
    console.type('description x\r')
    expect(section(console, 'GigabitEthernet0/1')).toEqual(['description x'])
  })

  it('logs link changes of all members first, line protocols one second later', () => {
    // captured on an IOL switch; loopbacks, because ports are down without cables
    const console = configuring('isr-1941', 'interface loopback 1\rinterface loopback 2\r')
    console.type('interface range loopback 1 - 2\rshutdown\r')
    const first = console.advance(500)
    expect(first).toMatch(
      /Loopback1, changed state to administratively down[\s\S]*Loopback2, changed state to administratively down/,
    )
    expect(first).not.toContain('LINEPROTO')
    expect(console.advance(1000)).toMatch(
      /LINEPROTO[\s\S]*Loopback1, changed state to down[\s\S]*LINEPROTO[\s\S]*Loopback2, changed state to down/,
    )
  })
})

describe('ip address', () => {
  it.each([
    ['10.2.2.3 255.255.255.252', 'Bad mask /30 for address 10.2.2.3'], // captured on a CISCO1841
    ['10.0.0.1 255.0.255.0', 'Bad mask 0xFF00FF00 for address 10.0.0.1'], // captured on a router
    ['224.0.0.1 255.255.255.0', 'Not a valid host address - 224.0.0.1'], // from memory
    ['127.0.0.1 255.0.0.0', 'Not a valid host address - 127.0.0.1'], // from memory
  ])('%s is refused', (address, sentence) => {
    const console = configuring('isr-1941', 'interface gi0/0\r')
    expect(said(console, `ip address ${address}`)).toBe(`${sentence}\n`)
    expect(section(console, 'GigabitEthernet0/0')).toContain('no ip address')
  })

  it('does not exist on a switch port', () => {
    const console = configuring('catalyst-2960-24tt', 'interface fa0/1\r')
    expect(console.type('ip address 10.0.0.1 255.0.0.0\r')).toContain('% Invalid input')
  })

  it('refuses a network that another interface has when this one is up', () => {
    const console = configuring(
      'isr-1941',
      'interface gi0/0\rip address 192.168.1.1 255.255.255.0\rinterface gi0/1\rno shutdown\r',
    )
    expect(said(console, 'ip address 192.168.1.2 255.255.255.0')).toBe(
      '% 192.168.1.0 overlaps with GigabitEthernet0/0\n',
    )
    expect(section(console, 'GigabitEthernet0/1')).toContain('no ip address')
  })

  it('keeps it while this one is shut, and then does not let it come up', () => {
    const console = configuring(
      'isr-1941',
      'interface gi0/0\rip address 192.168.1.1 255.255.255.0\rinterface gi0/1\r',
    )
    expect(said(console, 'ip address 192.168.1.2 255.255.255.0')).toBe(
      '% 192.168.1.0 overlaps with GigabitEthernet0/0\n',
    )
    expect(section(console, 'GigabitEthernet0/1')).toContain('ip address 192.168.1.2 255.255.255.0')
    expect(said(console, 'no shutdown')).toBe(
      '% 192.168.1.0 overlaps with GigabitEthernet0/0\nGigabitEthernet0/1: incorrect IP address assignment\n',
    )
    expect(section(console, 'GigabitEthernet0/1')).toContain('shutdown')
  })

  it('has secondary addresses, which go before the primary one may', () => {
    const lines =
      'interface gi0/0\rip address 10.0.0.1 255.255.255.0\rip address 10.0.1.1 255.255.255.0 secondary\r'
    const console = configuring('isr-1941', lines)
    expect(section(console, 'GigabitEthernet0/0').slice(0, 2)).toEqual([
      'ip address 10.0.1.1 255.255.255.0 secondary',
      'ip address 10.0.0.1 255.255.255.0',
    ])
    expect(said(console, 'no ip address 10.0.0.1 255.255.255.0')).toBe(
      'Must delete secondary before deleting primary\n',
    )
    expect(said(console, 'no ip address 10.9.9.9 255.0.0.0')).toBe('Invalid address\n')
    console.type('no ip address\r')
    expect(section(console, 'GigabitEthernet0/0')[0]).toBe('no ip address')
  })

  it('warns of a /31 on Ethernet', () => {
    const console = configuring('isr-1941', 'interface gi0/0\r')
    expect(said(console, 'ip address 10.0.0.0 255.255.255.254')).toBe(
      '% Warning: use /31 mask on non point-to-point interface cautiously\n',
    )
  })

  it('waits for the VLAN of a sub-interface', () => {
    // from memory
    const console = configuring('isr-1941', 'interface gi0/0.10\r')
    expect(said(console, 'ip address 10.0.0.1 255.0.0.0')).toBe(
      '\n% Configuring IP routing on a LAN subinterface is only allowed if that\n' +
        'subinterface is already configured as part of an IEEE 802.10, IEEE 802.1Q,\nor ISL vLAN.\n\n',
    )
    console.type('encapsulation dot1Q 10\r')
    expect(said(console, 'ip address 10.0.0.1 255.0.0.0')).toBe('')
    console.type('interface gi0/0.20\r')
    expect(said(console, 'encapsulation dot1q 10')).toBe(
      '%Configuration of multiple subinterfaces of the same main\n' +
        'interface with the same VID (10) is not permitted.\nThis VID is already configured on GigabitEthernet0/0.10.\n',
    )
  })
})

describe('a configuration of interfaces', () => {
  it('loads to the same text', () => {
    const first = configuring(
      'isr-1941',
      'interface gi0/0\rip address 192.168.1.1 255.255.255.0\rip address 192.168.2.1 255.255.255.0 secondary\rno shutdown\r' +
        'interface gi0/1\rip address 192.168.1.2 255.255.255.0\rip nat inside\rip helper-address 10.0.0.1\r' +
        'interface gi0/0.10\rencapsulation dot1Q 10 native\rip address 10.0.0.1 255.0.0.0\rip ospf 1 area 0.0.0.1\r' +
        'interface lo0\rip address 1.1.1.1 255.255.255.255\rinterface s0/0/0\rno clock rate\rencapsulation ppp\r' +
        'keepalive 5\rstandby 1 ip 10.0.0.9\rend\rwrite memory\r',
    )
    const printed = first.type('show running-config\r')
    const second = startConsole('isr-1941', { storage: first.storage })
    second.type('enable\r')
    const lines = (text: string): string[] => text.slice(text.indexOf('interface ')).split('\n')
    expect(lines(second.type('show running-config\r'))).toEqual(lines(printed))
  })
})

describe('lines of ports', () => {
  it('stand in the order of the device', () => {
    const console = configuring(
      'catalyst-2960-24tt',
      'interface gi0/1\rduplex full\rspeed 1000\rshutdown\rdescription x\r',
    )
    expect(section(console, 'GigabitEthernet0/1')).toEqual([
      'description x',
      'shutdown',
      'speed 1000',
      'duplex full',
    ])
    const router = configuring(
      'isr-1941',
      'interface gi0/0\rip address 10.0.0.1 255.0.0.0\rspeed 100\rduplex full\r',
    )
    expect(section(router, 'GigabitEthernet0/0')).toEqual([
      'ip address 10.0.0.1 255.0.0.0',
      'shutdown',
      'duplex full',
      'speed 100',
    ])
  })

  it('offer a port the speeds that it has', () => {
    const console = configuring('catalyst-2960-24tt', 'interface fa0/1\r')
    expect(console.type('speed 1000\r')).toContain('% Invalid input')
  })

  it('go back to their default with no', () => {
    const console = configuring(
      'catalyst-2960-24tt',
      'interface fa0/1\rduplex full\rspeed 100\rno duplex\rno speed\r',
    )
    expect(section(console, 'FastEthernet0/1')).toEqual([])
  })
})

describe('R15: a range over everything', () => {
  it('takes twenty commands within a second', () => {
    const console = configuring('catalyst-2960-24tt')
    const started = process.hrtime.bigint()
    console.type('interface range fa0/1 - 24 , gi0/1 - 2\r')
    for (let i = 0; i < 20; i++) console.type(`description number ${i}\r`)
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(1000)
  })
})
