import { describe, expect, it } from 'vitest'
import { cabled } from '../../../../test/cabled.ts'
import type { Cable } from '../../../hardware/cable.ts'

const S = 'catalyst-2960-24tt'
const two = (...modes: [string, string]) => {
  const lab = cabled({ S1: S, S2: S }, [
    [
      ['S1', 'FastEthernet0/1'],
      ['S2', 'FastEthernet0/1'],
    ],
  ])
  ;['S1', 'S2'].forEach((name, index) => {
    lab.configure(name, 'interface fa0/1', ...(modes[index] ?? '').split('; '))
  })
  return lab
}

const isTrunk = (lab: ReturnType<typeof two>, name: string): boolean =>
  lab.say(name, 'show interfaces trunk').includes('\nFa0/1 ')

// The table of the Catalyst configuration guides.
it.each([
  ['switchport mode dynamic auto', 'switchport mode dynamic auto', false, false],
  ['switchport mode dynamic auto', 'switchport mode dynamic desirable', true, true],
  ['switchport mode dynamic auto', 'switchport mode trunk', true, true],
  ['switchport mode dynamic desirable', 'switchport mode dynamic desirable', true, true],
  ['switchport mode access', 'switchport mode dynamic desirable', false, false],
  ['switchport mode trunk; switchport nonegotiate', 'switchport mode dynamic desirable', true, false],
  ['switchport mode trunk; switchport nonegotiate', 'switchport mode trunk', true, true],
])('%s and %s', (a, b, aTrunks, bTrunks) => {
  const lab = two(a, b)
  lab.advance(15_000)
  expect([isTrunk(lab, 'S1'), isTrunk(lab, 'S2')]).toEqual([aTrunks, bTrunks])
})

describe('a change', () => {
  it('of the mode takes the neighbour along, and its line protocol goes down and comes back', () => {
    const lab = two('switchport mode dynamic auto', 'switchport mode dynamic auto')
    lab.advance(40_000)
    const before = lab.log('S2').length
    lab.configure('S1', 'interface fa0/1', 'switchport mode trunk')
    lab.advance(10_000)
    expect([isTrunk(lab, 'S1'), isTrunk(lab, 'S2')]).toEqual([true, true])
    expect(
      lab
        .log('S2')
        .slice(before)
        .filter((line) => line.includes('FastEthernet0/1,')),
    ).toEqual([
      '%LINEPROTO-5-UPDOWN: Line protocol on Interface FastEthernet0/1, changed state to down',
      '%LINEPROTO-5-UPDOWN: Line protocol on Interface FastEthernet0/1, changed state to up',
    ])
    lab.configure('S1', 'interface fa0/1', 'switchport mode access')
    lab.advance(10_000)
    expect([isTrunk(lab, 'S1'), isTrunk(lab, 'S2')]).toEqual([false, false])
  })

  it('stays: a settled trunk does not flap', () => {
    const lab = two('switchport mode dynamic desirable', 'switchport mode dynamic auto')
    lab.advance(20_000)
    const before = lab.log('S1').length
    lab.advance(3_600_000)
    expect(
      lab
        .log('S1')
        .slice(before)
        .filter((line) => line.includes('FastEthernet0/1')),
    ).toEqual([])
    expect(isTrunk(lab, 'S1')).toBe(true)
  })
})

it('begins anew with every link', () => {
  const lab = two('switchport mode dynamic desirable', 'switchport mode dynamic auto')
  lab.advance(15_000)
  lab.network.disconnect(lab.cables[0] as Cable)
  lab.advance(5000)
  const down = lab.say('S2', 'show dtp interface fa0/1')
  expect(down).toContain('TOS/TAS/TNS:                              ACCESS/AUTO/ACCESS\n')
  expect(down).toContain('Neighbor address 1:                       000000000000\n')
  expect(down).toContain('\n  1 link downs\n')
  lab.configure('S1', 'interface fa0/1', 'switchport mode access')
  lab.mend()
  lab.advance(15_000)
  expect(isTrunk(lab, 'S2')).toBe(false)
})

it('is over before the line protocol comes up', () => {
  const lab = two('switchport mode dynamic desirable', 'switchport mode dynamic auto')
  lab.advance(15_000)
  for (const name of ['S1', 'S2'])
    expect(lab.log(name).filter((line) => line.includes('FastEthernet0/1,'))).toEqual([
      '%LINK-3-UPDOWN: Interface FastEthernet0/1, changed state to up',
      '%LINEPROTO-5-UPDOWN: Line protocol on Interface FastEthernet0/1, changed state to up',
    ])
  expect([isTrunk(lab, 'S1'), isTrunk(lab, 'S2')]).toEqual([true, true])
})

it('needs one VTP domain', () => {
  const lab = two('switchport mode dynamic desirable', 'switchport mode dynamic auto')
  lab.configure('S1', 'vtp domain A')
  lab.configure('S2', 'vtp domain B')
  lab.advance(60_000)
  expect(isTrunk(lab, 'S1')).toBe(false)
  // from memory
  expect(lab.log('S1')).toContain(
    '%DTP-5-DOMAINMISMATCH: Unable to perform trunk negotiation on port Fa0/1 because of VTP domain mismatch.',
  )
})

// from memory of the command reference
it('shows what is negotiated', () => {
  const lab = two('switchport mode dynamic desirable', 'switchport mode dynamic auto')
  expect(lab.say('S1', 'show dtp')).toBe(`Global DTP information
\tSending DTP Hello packets every 30 seconds
\tDynamic Trunk timeout is 300 seconds
\t26 interfaces using DTP
`)
  lab.advance(60_000)
  const rows = lab.say('S2', 'show dtp interface fa0/1').split('\n')
  const neighbour = lab.at('S1').device.ports.get('FastEthernet0/1')?.mac.toString(16).padStart(12, '0')
  expect(rows.slice(0, 4)).toEqual([
    'DTP information for FastEthernet0/1:',
    '  TOS/TAS/TNS:                              TRUNK/AUTO/TRUNK',
    '  TOT/TAT/TNT:                              802.1Q/802.1Q/802.1Q',
    `  Neighbor address 1:                       ${neighbour?.toUpperCase()}`,
  ])
  expect(rows[9]).toBe('  FSM state:                                S6:TRUNK')
})

// `n-` before what the two ends chose: captures of switches that know both
it('chooses ISL between switches that know it, and 802.1Q with others', () => {
  const C = 'catalyst-3560-24ps'
  const lab = cabled({ A: C, B: C, C: S }, [
    [
      ['A', 'FastEthernet0/1'],
      ['B', 'FastEthernet0/1'],
    ],
    [
      ['A', 'FastEthernet0/2'],
      ['C', 'FastEthernet0/2'],
    ],
  ])
  lab.configure('A', 'interface range fa0/1 - 2', 'switchport mode dynamic desirable')
  lab.advance(20_000)
  expect(lab.say('A', 'show interfaces trunk').split('\n').slice(1, 4)).toEqual([
    'Port        Mode             Encapsulation  Status        Native vlan',
    'Fa0/1       desirable        n-isl          trunking      1',
    'Fa0/2       desirable        n-802.1q       trunking      1',
  ])
  expect(lab.say('B', 'show interfaces fa0/3 trunk').split('\n')[2]).toBe(
    'Fa0/3       auto             negotiate      not-trunking  1',
  )
  expect(lab.say('B', 'show interfaces fa0/1 switchport')).toContain(
    'Administrative Trunking Encapsulation: negotiate\nOperational Trunking Encapsulation: isl\n',
  )
  // What crosses the trunk is heard: neighbours too.
  lab.advance(60_000)
  expect(lab.say('B', 'show cdp neighbors')).toContain('\nA                Fas 0/1 ')
})

it('goes on trunking when a port that was told to begins to negotiate', () => {
  const lab = two('switchport mode trunk', 'switchport mode trunk')
  lab.advance(60_000)
  lab.configure('S2', 'default interface fa0/1')
  lab.advance(10_000)
  expect([isTrunk(lab, 'S1'), isTrunk(lab, 'S2')]).toEqual([true, true])
  // One interruption, of the line protocol alone; from memory.
  lab.at('S2').type('clear logging\r\r')
  lab.configure('S2', 'interface fa0/1', 'switchport mode trunk')
  lab.configure('S2', 'interface fa0/1', 'switchport mode dynamic auto')
  lab.advance(10_000)
  expect([isTrunk(lab, 'S1'), isTrunk(lab, 'S2')]).toEqual([true, true])
  expect(lab.log('S2').filter((text) => text.includes('FastEthernet0/1'))).toEqual([
    '%LINEPROTO-5-UPDOWN: Line protocol on Interface FastEthernet0/1, changed state to down',
    '%LINEPROTO-5-UPDOWN: Line protocol on Interface FastEthernet0/1, changed state to up',
  ])
})

it('leaves routed ports alone', () => {
  const C = 'catalyst-3560-24ps'
  const lab = cabled({ A: C, B: C }, [
    [
      ['A', 'FastEthernet0/1'],
      ['B', 'FastEthernet0/1'],
    ],
  ])
  lab.configure('A', 'interface fa0/1', 'no switchport')
  lab.configure('B', 'interface fa0/1', 'switchport mode dynamic desirable')
  lab.advance(20_000)
  expect(lab.say('A', 'show dtp interface fa0/1')).toBe('')
  expect(lab.say('A', 'show dtp')).toContain('\t25 interfaces using DTP\n')
  expect(lab.say('B', 'show interfaces trunk')).toBe('\n')
  expect(lab.say('A', 'show interfaces fa0/1').split('\n')[0]).toBe(
    'FastEthernet0/1 is up, line protocol is up (connected) ',
  )
  expect(lab.say('A', 'show interfaces fa0/1 switchport')).toBe('Name: Fa0/1\nSwitchport: Disabled\n')
})
