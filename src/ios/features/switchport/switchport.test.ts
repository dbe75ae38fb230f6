import { describe, expect, it } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function onPort(lines = ''): TestConsole {
  const console = startConsole('catalyst-2960-24tt')
  console.type(`enable\rconfigure terminal\rinterface fa0/1\r${lines}`)
  console.advance(3000)
  return console
}

function said(console: TestConsole, line: string): string {
  const shown = console.type(`${line}\r`)
  return shown.slice(shown.indexOf('\n') + 1, shown.lastIndexOf('\n') + 1)
}

function lines(console: TestConsole): string[] {
  const rows = said(console, 'do show running-config').split('\n')
  const start = rows.indexOf('interface FastEthernet0/1')
  return rows.slice(start + 1, rows.indexOf('!', start)).map((row) => row.slice(1))
}

describe('switchport access', () => {
  it('makes a VLAN that is missing, and says so once', () => {
    const console = onPort()
    expect(said(console, 'switchport access vlan 77')).toBe(
      '% Access VLAN does not exist. Creating vlan 77\n',
    )
    expect(said(console, 'switchport access vlan 77')).toBe('')
    expect(said(console, 'do show vlan brief')).toContain(
      '\n77   VLAN0077                         active    Fa0/1\n',
    )
    console.type('no switchport access vlan\r')
    expect(lines(console)).toEqual([])
  })

  it('leaves the port of a removed VLAN inactive', () => {
    // from memory
    const console = onPort('switchport access vlan 77\rno vlan 77\r')
    expect(said(console, 'do show vlan brief')).not.toContain('Fa0/1,')
    expect(said(console, 'do show interfaces fa0/1 switchport')).toContain(
      '\nAccess Mode VLAN: 77 (Inactive)\n',
    )
  })

  it('makes a voice VLAN', () => {
    // from memory
    expect(said(onPort(), 'switchport voice vlan 150')).toBe(
      '% Voice VLAN does not exist. Creating vlan 150\n',
    )
  })
})

describe('switchport mode', () => {
  it('does not go with nonegotiate while it is dynamic', () => {
    // the words of 15.0
    const conflict = "Command rejected: Conflict between 'nonegotiate' and 'dynamic' status.\n"
    const console = onPort()
    expect(said(console, 'switchport nonegotiate')).toBe(conflict)
    console.type('switchport mode trunk\rswitchport nonegotiate\r')
    expect(said(console, 'switchport mode dynamic auto')).toBe(conflict)
    expect(lines(console)).toEqual(['switchport mode trunk', 'switchport nonegotiate'])
  })

  it('has no encapsulation to choose on a 2960', () => {
    expect(onPort().type('switchport trunk encapsulation dot1q\r')).toContain('% Invalid input')
  })

  it('does not print the default', () => {
    const console = onPort('switchport mode access\rswitchport mode dynamic auto\r')
    expect(lines(console)).toEqual([])
  })
})

describe('switchport trunk', () => {
  it('replaces, adds to and takes from the list of allowed VLANs', () => {
    const console = onPort('switchport trunk allowed vlan 10,20\rswitchport trunk allowed vlan 30\r')
    expect(lines(console)).toEqual(['switchport trunk allowed vlan 30'])
    console.type('switchport trunk allowed vlan add 31-32,40\rswitchport trunk allowed vlan remove 31\r')
    expect(lines(console)).toEqual(['switchport trunk allowed vlan 30,32,40'])
    console.type('switchport trunk allowed vlan except 1\r')
    expect(lines(console)).toEqual(['switchport trunk allowed vlan 2-4094'])
    console.type('switchport trunk allowed vlan none\r')
    expect(lines(console)).toEqual(['switchport trunk allowed vlan none'])
    console.type('switchport trunk allowed vlan all\r')
    expect(lines(console)).toEqual([])
  })

  it('shows ranges from three VLANs on', () => {
    // as a captured list of 439-442,450,451,460 does
    const console = onPort('switchport trunk allowed vlan 460,450-451,439,440,441,442\r')
    expect(lines(console)).toEqual(['switchport trunk allowed vlan 439-442,450,451,460'])
  })

  it('has the native VLAN before the allowed ones', () => {
    // from memory
    const console = onPort(
      'switchport mode trunk\rswitchport trunk allowed vlan 10\rswitchport trunk native vlan 99\r',
    )
    expect(lines(console)).toEqual([
      'switchport trunk native vlan 99',
      'switchport trunk allowed vlan 10',
      'switchport mode trunk',
    ])
  })
})

describe('switchport port-security', () => {
  it('needs a static mode', () => {
    const console = onPort()
    expect(said(console, 'switchport port-security')).toBe(
      'Command rejected: FastEthernet0/1 is a dynamic port.\n',
    )
    console.type('switchport mode access\rswitchport port-security\r')
    expect(lines(console)).toEqual(['switchport mode access', 'switchport port-security'])
  })

  it('prints in the order of 12.2 and 15.0, without defaults', () => {
    const console = onPort(
      'switchport mode access\rswitchport port-security\rswitchport port-security aging type inactivity\r' +
        'switchport port-security violation restrict\rswitchport port-security aging time 2\r' +
        'switchport port-security maximum 3\r',
    )
    expect(lines(console)).toEqual([
      'switchport mode access',
      'switchport port-security maximum 3',
      'switchport port-security',
      'switchport port-security aging time 2',
      'switchport port-security violation restrict',
      'switchport port-security aging type inactivity',
    ])
    console.type('switchport port-security violation shutdown\rno switchport port-security maximum\r')
    expect(lines(console)).toHaveLength(4)
  })

  it('secures an address once', () => {
    const console = onPort(
      'switchport port-security maximum 3\rswitchport port-security mac-address 0011.2233.4455\r',
    )
    expect(said(console, 'switchport port-security mac-address 0011.2233.4455')).toBe(
      'Found duplicate mac-address 0011.2233.4455.\n',
    )
  })
})

describe('storm-control', () => {
  it('keeps one threshold for each kind of traffic, in any unit', () => {
    const console = onPort('storm-control broadcast level 5\rstorm-control multicast level 20 10.5\r')
    expect(lines(console)).toEqual([
      'storm-control broadcast level 5.00',
      'storm-control multicast level 20.00 10.50',
    ])
    console.type('storm-control broadcast level pps 1k 500\rno storm-control multicast level\r')
    expect(lines(console)).toEqual(['storm-control broadcast level pps 1k 500'])
  })
})

describe('show interfaces status', () => {
  // Captures of Catalyst switches of 12.2 to 15.x agree on these columns: 9, 18, 12 and 10 with a blank between, then two
  // right-justified of 6, then the type; a description is cut to 18 characters.
  it('lists every port', () => {
    const console = onPort(
      'description a very long description\rspeed 100\rduplex full\rinterface fa0/2\rshutdown\r',
    )
    expect(said(console, 'do show interfaces status').split('\n').slice(0, 5)).toEqual([
      '',
      'Port      Name               Status       Vlan       Duplex  Speed Type',
      'Fa0/1     a very long descri notconnect   1            full    100 10/100BaseTX',
      'Fa0/2                        disabled     1            auto   auto 10/100BaseTX',
      'Fa0/3                        notconnect   1            auto   auto 10/100BaseTX',
    ])
  })

  it('is ambiguous when shortened to st', () => {
    expect(said(onPort(), 'do show int st')).toBe('% Ambiguous command:  "do show int st"\n')
  })
})

describe('show interfaces switchport', () => {
  // Captures agree on the lines and their order, on the blanks behind the two `none `, on the comma before a broken list and
  // on its five leading blanks.
  it('shows what was configured', () => {
    const list = Array.from({ length: 40 }, (_, index) => 2 * index + 1).join(',')
    const console = onPort(
      `switchport mode trunk\rswitchport nonegotiate\rswitchport trunk allowed vlan ${list}\r`,
    )
    const rows = said(console, 'do show interfaces fa0/1 switchport').split('\n')
    expect(rows.slice(0, 13)).toEqual([
      'Name: Fa0/1',
      'Switchport: Enabled',
      'Administrative Mode: trunk',
      'Operational Mode: down',
      'Administrative Trunking Encapsulation: dot1q',
      'Negotiation of Trunking: Off',
      'Access Mode VLAN: 1 (default)',
      'Trunking Native Mode VLAN: 1 (default)',
      'Administrative Native VLAN tagging: enabled',
      'Voice VLAN: none',
      'Administrative private-vlan host-association: none ',
      'Administrative private-vlan mapping: none ',
      'Administrative private-vlan trunk native VLAN: none',
    ])
    const enabled = rows.findIndex((row) => row.startsWith('Trunking VLANs Enabled: 1,3,5'))
    expect(rows[enabled]).toMatch(/,$/)
    expect(rows[enabled]?.length).toBeLessThan(79)
    expect(rows[enabled + 1]).toMatch(/^ {5}\d/)
  })
})

describe('show interfaces trunk', () => {
  it('shows nothing but an empty line while nothing trunks', () => {
    // from memory
    expect(said(onPort('switchport mode trunk\r'), 'do show interfaces trunk')).toBe('\n')
  })

  it('shows the port that is asked for in four blocks', () => {
    // columns 0, 12, 29, 44 and 58, as captures of 12.2 to 15.x have them
    const console = onPort('switchport access vlan 10\r')
    expect(said(console, 'do show interfaces fa0/1 trunk')).toBe(
      '\nPort        Mode             Encapsulation  Status        Native vlan\n' +
        'Fa0/1       auto             802.1q         not-trunking  1\n' +
        '\nPort        Vlans allowed on trunk\nFa0/1       10\n' +
        '\nPort        Vlans allowed and active in management domain\nFa0/1       10\n' +
        '\nPort        Vlans in spanning tree forwarding state and not pruned\nFa0/1       none\n',
    )
  })
})
