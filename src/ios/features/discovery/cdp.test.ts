import { describe, expect, it } from 'vitest'
import { cabled } from '../../../../test/cabled.ts'
import type { Cable } from '../../../hardware/cable.ts'
import { encodeCdp } from '../../../wire/cdp.ts'
import { snapFrame } from '../../../wire/llc.ts'

const S1 = 'catalyst-2960-24tt'
const R1 = 'isr-1941'

const twoSwitches = () =>
  cabled({ S1, S2: S1 }, [
    [
      ['S1', 'FastEthernet0/1'],
      ['S2', 'FastEthernet0/2'],
    ],
  ])

function switchAndRouter() {
  const lab = cabled({ S1, R1 }, [[['S1', 'GigabitEthernet0/1'], ['R1', 'GigabitEthernet0/0'], 'straight']])
  lab.configure('R1', 'interface gi0/0', 'ip address 10.1.1.1 255.0.0.0', 'no shutdown')
  lab.configure('S1', 'interface vlan 1', 'ip address 10.1.1.2 255.0.0.0', 'no shutdown')
  return lab
}

/** Whole seconds of holdtime stand for any. */
const steady = (text: string): string => text.replace(/1[5-8]\d(?= {11}|\b sec)/g, 'HHH')

describe('show cdp neighbors', () => {
  // Columns 0, 17, 35, 58 and 68, the letters from 54 less their number; three letters of the interface, a blank, its
  // number; platform without its maker and cut to nine: captures of 15.x agree.
  it('has a row for each neighbour', () => {
    const lab = switchAndRouter()
    lab.advance(10_000)
    expect(steady(lab.say('R1', 'show cdp neighbors'))).toBe(
      `Capability Codes: R - Router, T - Trans Bridge, B - Source Route Bridge
                  S - Switch, H - Host, I - IGMP, r - Repeater, P - Phone, 
                  D - Remote, C - CVTA, M - Two-port Mac Relay 

Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID
S1               Gig 0/0           HHH              S I   WS-C2960- Gig 0/1

Total cdp entries displayed : 1
`,
    )
    // no count before 15.2
    const table = steady(lab.say('S1', 'show cdp neighbors')).split('\n')
    expect(table.slice(5)).toEqual([
      'R1               Gig 0/1           HHH            R B S I CISCO1941 Gig 0/0',
      '',
    ])
    expect(lab.say('S1', 'show cdp neighbors gi0/1').split('\n')).toHaveLength(7)
    expect(lab.say('S1', 'show cdp neighbors gi0/2').split('\n')).toHaveLength(6)
  })

  it('gives a long name a row of its own', () => {
    const lab = switchAndRouter()
    lab.configure('R1', 'ip domain-name some.example.com')
    lab.advance(10_000)
    expect(steady(lab.say('S1', 'show cdp neighbors')).split('\n').slice(5, 7)).toEqual([
      'R1.some.example.com',
      '                 Gig 0/1           HHH            R B S I CISCO1941 Gig 0/0',
    ])
  })
})

describe('show cdp neighbors detail', () => {
  // Captures of 12.2 to XE agree on the lines and their order; routers have no hello and no native VLAN.
  it('has a block for each neighbour', () => {
    const lab = switchAndRouter()
    lab.configure('S1', 'vtp domain LAB')
    // The VLAN interface comes up with spanning tree; its address is in the packets from then on.
    lab.advance(150_000)
    expect(steady(lab.say('R1', 'show cdp neighbors detail')).split('\n')).toEqual([
      '-------------------------',
      'Device ID: S1',
      'Entry address(es): ',
      '  IP address: 10.1.1.2',
      'Platform: cisco WS-C2960-24TT-L,  Capabilities: Switch IGMP ',
      'Interface: GigabitEthernet0/0,  Port ID (outgoing port): GigabitEthernet0/1',
      'Holdtime : HHH sec',
      '',
      'Version :',
      expect.stringMatching(/^Cisco IOS Software, C2960 Software \(C2960-LANBASEK9-M\), Version 15\.0/),
      'Technical Support: http://www.cisco.com/techsupport',
      expect.stringMatching(/^Copyright \(c\) 1986-20\d\d by Cisco Systems, Inc\.$/),
      expect.stringMatching(/^Compiled /),
      '',
      'advertisement version: 2',
      expect.stringMatching(
        /^Protocol Hello: {2}OUI=0x00000C, Protocol ID=0x0112; payload len=27, value=0{8}F{8}[0-9A-F]{38}$/,
      ),
      "VTP Management Domain: 'LAB'",
      'Native VLAN: 1',
      'Duplex: full',
      'Management address(es): ',
      '  IP address: 10.1.1.2',
      '',
      'Total cdp entries displayed : 1',
      '',
    ])
    const ofRouter = lab.say('S1', 'show cdp neighbors detail').split('\n')
    expect(ofRouter.slice(3, 5)).toEqual([
      '  IP address: 10.1.1.1',
      'Platform: Cisco CISCO1941/K9,  Capabilities: Router Source-Route-Bridge Switch IGMP ',
    ])
    expect(ofRouter.slice(13)).toEqual([
      '',
      'advertisement version: 2',
      "VTP Management Domain: ''",
      'Duplex: full',
      'Management address(es): ',
      '  IP address: 10.1.1.1',
      '',
      '',
    ])
  })

  it('prints nothing that would move a cursor', () => {
    const lab = twoSwitches()
    lab.advance(10_000)
    const port = lab.at('S2').device.ports.get('FastEthernet0/2')
    const packet = encodeCdp({
      version: 2,
      holdtime: 180,
      deviceId: '\x1b[2Jevil\r\n',
      platform: '\x9b31m',
      portId: '\x07',
      softwareVersion: 'a\x1b]0;x\x07\nb\r',
      vtpDomain: '\b',
      nativeVlan: 5,
    })
    const addresses = { destination: 0x01000ccccccc, source: 0x02_00_00_00_00_01 }
    port?.transmit(snapFrame(addresses, 0x00000c, 0x2000, packet), 0)
    lab.advance(10)
    const shown = ['neighbors', 'neighbors detail', 'entry *', 'entry * version', 'entry * protocol']
      .map((what) => lab.say('S1', `show cdp ${what}`))
      .join('')
    expect(shown).toContain('?[2Jevil??')
    expect(`${shown}${lab.log('S1').join('\n')}`).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/)
    expect(lab.log('S1').join('\n')).toContain('with ?[2Jevil?? ? (5).')
  })
})

describe('what routers say of themselves', () => {
  // Captures of neighbours of IOSv 15.7 and of an ISR 4351 on 16.9; the virtual router has neither domain nor duplex.
  it.each([
    ['iosv', 'GigabitEthernet0/0', 'Platform: Cisco ,  Capabilities: Router Source-Route-Bridge ', []],
    [
      'isr-4321',
      'GigabitEthernet0/0/0',
      'Platform: cisco ISR4321/K9,  Capabilities: Router Switch IGMP ',
      ["VTP Management Domain: ''", 'Duplex: full'],
    ],
  ])('%s', (profile, port, platform, more) => {
    const lab = cabled({ S1, X: profile }, [[['S1', 'GigabitEthernet0/1'], ['X', port], 'straight']])
    lab.configure('X', `interface ${port}`, 'no shutdown')
    lab.advance(10_000)
    const rows = lab.say('S1', 'show cdp neighbors detail').split('\n')
    expect(rows).toContain(platform)
    const version = rows.indexOf('advertisement version: 2')
    expect(rows.slice(version + 1)).toEqual([...more, 'Management address(es): ', '', ''])
  })

  it('over a serial link too', () => {
    const lab = cabled({ R1, R2: R1 }, [[['R1', 'Serial0/0/0'], ['R2', 'Serial0/0/1'], 'serial']])
    lab.configure('R1', 'interface s0/0/0', 'clock rate 64000', 'no shutdown')
    lab.configure('R2', 'interface s0/0/1', 'no shutdown')
    lab.advance(30_000)
    expect(steady(lab.say('R1', 'show cdp neighbors'))).toContain(
      '\nR2               Ser 0/0/0         HHH            R B S I CISCO1941 Ser 0/0/1\n',
    )
  })
})

describe('time', () => {
  it('brings a neighbour within two seconds of the line protocol, and takes it with the link', () => {
    const lab = twoSwitches()
    lab.advance(3000)
    expect(lab.log('S1').join()).toContain('Line protocol on Interface FastEthernet0/1, changed state to up')
    lab.advance(2000)
    expect(lab.say('S1', 'show cdp neighbors')).toContain('\nS2 ')
    lab.network.disconnect(lab.cables[0] as Cable)
    expect(lab.say('S1', 'show cdp neighbors')).not.toContain('\nS2 ')
  })

  it('lets a neighbour that fell silent go after its holdtime', () => {
    const lab = twoSwitches()
    lab.configure('S2', 'cdp holdtime 100')
    lab.advance(10_000)
    expect(lab.say('S1', 'show cdp neighbors')).toMatch(/\nS2 .* 9\d /)
    lab.configure('S2', 'interface fa0/2', 'no cdp enable')
    lab.advance(80_000)
    expect(lab.say('S1', 'show cdp neighbors')).toContain('\nS2 ')
    lab.advance(20_000)
    expect(lab.say('S1', 'show cdp neighbors')).not.toContain('\nS2 ')
    lab.configure('S2', 'interface fa0/2', 'cdp enable')
    lab.advance(100)
    expect(lab.say('S1', 'show cdp neighbors')).toContain('\nS2 ')
  })

  it('goes by cdp timer, and ends with no cdp run', () => {
    const lab = twoSwitches()
    lab.configure('S1', 'cdp timer 10')
    lab.advance(10_000)
    const sent = (): number => Number(/packets output: (\d+)/.exec(lab.say('S1', 'show cdp traffic'))?.[1])
    const before = sent()
    lab.advance(60_000)
    expect(sent() - before).toBe(6)
    lab.configure('S1', 'no cdp run')
    expect(lab.say('S1', 'show cdp neighbors')).toBe('% CDP is not enabled\n')
    lab.advance(60_000)
    expect(sent() - before).toBe(6)
  })

  it('speaks version 1 when told, without what came later', () => {
    const lab = twoSwitches()
    lab.configure('S2', 'no cdp advertise-v2')
    lab.advance(10_000)
    const detail = lab.say('S1', 'show cdp neighbors detail')
    expect(detail).toMatch(/advertisement version: 1\n\n$/)
    expect(lab.say('S1', 'show cdp traffic')).toContain('version 1 advertisements output: 0, Input: 3\n')
  })
})

describe('mismatches', () => {
  const mismatches = (lines: readonly string[]): string[] => lines.filter((line) => line.startsWith('%CDP-4'))

  // the sentence as public logs have it
  it('of native VLANs are said every minute at both ends', () => {
    const lab = twoSwitches()
    lab.configure(
      'S1',
      'vlan 1000',
      'interface fa0/1',
      'switchport mode trunk',
      'switchport trunk native vlan 1000',
    )
    lab.configure('S2', 'interface fa0/2', 'switchport mode trunk')
    lab.advance(130_000)
    const own = mismatches(lab.log('S1'))
    expect(own.length).toBeGreaterThanOrEqual(3)
    expect(own.length).toBeLessThanOrEqual(4)
    expect(new Set(own)).toEqual(
      new Set([
        '%CDP-4-NATIVE_VLAN_MISMATCH: Native VLAN mismatch discovered on FastEthernet0/1 (1000), with S2 FastEthernet0/2 (1).',
      ]),
    )
    expect(mismatches(lab.log('S2'))[0]).toBe(
      '%CDP-4-NATIVE_VLAN_MISMATCH: Native VLAN mismatch discovered on FastEthernet0/2 (1), with S1 FastEthernet0/1 (1000).',
    )
  })

  it('of duplex are said too', () => {
    const lab = twoSwitches()
    lab.configure('S1', 'interface fa0/1', 'speed 100', 'duplex full')
    lab.advance(10_000)
    // the tail from memory
    expect(mismatches(lab.log('S1'))[0]).toBe(
      '%CDP-4-DUPLEX_MISMATCH: duplex mismatch discovered on FastEthernet0/1 (not half duplex), with S2 FastEthernet0/2 (half duplex).',
    )
    expect(mismatches(lab.log('S2'))[0]).toBe(
      '%CDP-4-DUPLEX_MISMATCH: duplex mismatch discovered on FastEthernet0/2 (not full duplex), with S1 FastEthernet0/1 (full duplex).',
    )
  })
})

describe('show cdp interface', () => {
  // Captures of a Catalyst and of IOS-XE: four rows a port; where newer releases count below, after an empty row.
  it('says of each port how it is and what is sent', () => {
    const lab = switchAndRouter()
    lab.configure('R1', 'cdp timer 30', 'cdp holdtime 90', 'interface gi0/1', 'shutdown')
    lab.advance(10_000)
    const rows = lab.say('R1', 'show cdp interface').split('\n')
    const up = rows.indexOf('GigabitEthernet0/0 is up, line protocol is up')
    expect(rows.slice(up, up + 5)).toEqual([
      'GigabitEthernet0/0 is up, line protocol is up',
      '  Encapsulation ARPA',
      '  Sending CDP packets every 30 seconds',
      '  Holdtime is 90 seconds',
      'GigabitEthernet0/1 is administratively down, line protocol is down',
    ])
    const ports = rows.filter((row) => row.includes(' line protocol is ')).length
    expect(rows.slice(-5)).toEqual([
      '',
      ` cdp enabled interfaces : ${ports}`,
      ' interfaces up          : 1',
      ` interfaces down        : ${ports - 1}`,
      '',
    ])
    expect(lab.say('S1', 'show cdp interface gi0/1')).toBe(`GigabitEthernet0/1 is up, line protocol is up
  Encapsulation ARPA
  Sending CDP packets every 60 seconds
  Holdtime is 180 seconds
`)
  })
})
