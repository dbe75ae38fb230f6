import { describe, expect, test } from 'vitest'
import { type Cabled, cabled } from '../../../../test/cabled.ts'
import { pair, rows, S1, say, tidy, trunks } from '../../../../test/switch-pair.ts'
import { spanningTreeStateOf } from '../../spanning-tree-state.ts'

describe('ports', () => {
  const states = (lab: Cabled, name: string): (string | undefined)[] => {
    const { ios } = lab.at(name).device
    if (ios === undefined) throw new Error('not booted')
    return ['FastEthernet0/1', 'FastEthernet0/2'].map((port) => {
      const made = ios.interfaces.get(port)
      return made && spanningTreeStateOf(ios, made, 1)?.state
    })
  }

  test('listen and learn for 15 seconds each', () => {
    const lab = pair()
    lab.advance(10_000)
    expect(states(lab, 'S1')).toEqual(['listening', 'listening'])
    lab.advance(15_000)
    expect(states(lab, 'S1')).toEqual(['learning', 'learning'])
    expect(rows(say(lab, 'S1', 'show spanning-tree'))[0]).toBe(
      'Fa0/1               Desg LRN 19        128.1    P2p ',
    )
    lab.advance(15_000)
    expect(states(lab, 'S1')).toEqual(['forwarding', 'forwarding'])
    expect(states(lab, 'S2')).toEqual(['forwarding', 'blocking'])
  })

  test('rapid spanning tree does not wait', () => {
    const lab = pair()
    for (const name of ['S1', 'S2']) lab.configure(name, 'spanning-tree mode rapid-pvst')
    lab.advance(8000)
    expect(states(lab, 'S1')).toEqual(['forwarding', 'forwarding'])
    expect(states(lab, 'S2')).toEqual(['forwarding', 'blocking'])
    expect(say(lab, 'S2', 'show spanning-tree')).toContain('  Spanning tree enabled protocol rstp\n')
    lab.configure('S1', 'spanning-tree mode pvst')
    lab.advance(60_000)
    // A port that is blocked says so no faster; both hear the old protocol.
    expect(rows(say(lab, 'S2', 'show spanning-tree'))).toEqual([
      'Fa0/1               Root FWD 19        128.1    P2p Peer(STP) ',
      'Fa0/2               Altn BLK 19        128.2    P2p Peer(STP) ',
    ])
  })

  test('take cost, priority and link type from their lines, for one VLAN before all', () => {
    const lab = trunks()
    lab.configure(
      'S2',
      'interface fa0/2',
      'spanning-tree cost 10',
      'spanning-tree vlan 10 cost 30',
      'spanning-tree port-priority 64',
      'spanning-tree vlan 10 port-priority 32',
      'spanning-tree link-type shared',
    )
    lab.advance(60_000)
    expect(rows(say(lab, 'S2', 'show spanning-tree'))).toEqual([
      'Fa0/1               Altn BLK 19        128.1    P2p ',
      'Fa0/2               Root FWD 10        64.2     Shr ',
      'Fa0/1               Root FWD 19        128.1    P2p ',
      'Fa0/2               Altn BLK 30        32.2     Shr ',
    ])
    lab.configure('S2', 'spanning-tree pathcost method long')
    expect(rows(say(lab, 'S2', 'show spanning-tree vlan 10'))[0]).toContain('200000    128.1')
    lab.configure('S2', 'default interface fa0/2', 'no spanning-tree pathcost method')
    lab.advance(60_000)
    expect(rows(say(lab, 'S2', 'show spanning-tree vlan 1'))[0]).toBe(
      'Fa0/1               Root FWD 19        128.1    P2p ',
    )
  })

  test('ISL trunks carry the BPDUs of each VLAN in its own', () => {
    const S3 = 'catalyst-3560-24ps'
    const lab = cabled({ S1: S3, S2: S3 }, [
      [
        ['S1', 'FastEthernet0/1'],
        ['S2', 'FastEthernet0/1'],
      ],
      [
        ['S1', 'FastEthernet0/2'],
        ['S2', 'FastEthernet0/2'],
      ],
    ])
    for (const name of ['S1', 'S2'])
      lab.configure(
        name,
        'vlan 10',
        'exit',
        'interface range fa0/1 - 2',
        'switchport trunk encapsulation isl',
        'switchport mode trunk',
      )
    lab.configure('S2', 'spanning-tree vlan 10 priority 4096')
    lab.advance(90_000)
    expect(say(lab, 'S2', 'show spanning-tree blockedports')).toContain('\nVLAN0001             Fa0/2\n\n')
    expect(say(lab, 'S1', 'show spanning-tree blockedports')).toContain('\nVLAN0010             Fa0/2\n\n')
  })

  test('without spanning tree in its VLAN a port forwards', () => {
    const lab = trunks()
    lab.configure('S1', 'no spanning-tree vlan 10')
    lab.configure('S2', 'no spanning-tree vlan 10')
    expect(say(lab, 'S2', 'show spanning-tree vlan 10')).toContain('does not exist')
    expect(say(lab, 'S2', 'show interfaces fa0/2 trunk')).toMatch(/not pruned\nFa0\/2 {7}10\n/)
  })
})

describe('spanning-tree vlan', () => {
  const lines = (lab: Cabled, name: string): string[] =>
    say(lab, name, 'show running-config | include ^spanning-tree vlan').split('\n').filter(Boolean)

  // Measured on switches of 15.2 and XE 17.
  test('root primary and secondary work out a number', () => {
    const lab = trunks()
    lab.configure('S2', 'spanning-tree vlan 1 root primary')
    lab.advance(60_000)
    expect(lines(lab, 'S2')).toEqual(['spanning-tree vlan 1 priority 24576'])
    // The address of S1 is lower: the same priority is enough for it.
    lab.configure('S1', 'spanning-tree vlan 1 root primary')
    lab.advance(60_000)
    expect(lines(lab, 'S1')).toEqual(['spanning-tree vlan 1 priority 24576'])
    lab.configure('S2', 'spanning-tree vlan 1 root primary', 'spanning-tree vlan 10 root secondary')
    lab.advance(60_000)
    expect(lines(lab, 'S2')).toEqual([
      'spanning-tree vlan 1 priority 20480',
      'spanning-tree vlan 10 priority 28672',
    ])
    expect(say(lab, 'S2', 'show spanning-tree vlan 1')).toContain('This bridge is the root')
    lab.configure('S2', 'spanning-tree vlan 1 priority 4096')
    lab.advance(60_000)
    expect(tidy(lab.configure('S1', 'spanning-tree vlan 1 root primary'))).toContain(
      `% Failed to make the bridge root for vlan 1
% It may be possible to make the bridge root by setting the priority for some (or all) of these instances to zero.
`,
    )
    expect(lines(lab, 'S1')).toEqual(['spanning-tree vlan 1 priority 24576'])
  })

  test('lists overlap, and join where they say the same', () => {
    const lab = cabled({ S1 }, [])
    lab.configure(
      'S1',
      'spanning-tree vlan 1,10,20-22 priority 4096',
      'spanning-tree vlan 10,21 priority 8192',
    )
    expect(lines(lab, 'S1')).toEqual([
      'spanning-tree vlan 1,20,22 priority 4096',
      'spanning-tree vlan 10,21 priority 8192',
    ])
    lab.configure('S1', 'spanning-tree vlan 10 priority 4096', 'no spanning-tree vlan 22 priority')
    expect(lines(lab, 'S1')).toEqual([
      'spanning-tree vlan 1,10,20 priority 4096',
      'spanning-tree vlan 21 priority 8192',
    ])
  })

  test('times come from the root', () => {
    const lab = pair()
    lab.configure(
      'S1',
      'spanning-tree vlan 1 hello-time 1',
      'spanning-tree vlan 1 forward-time 10',
      'spanning-tree vlan 1 max-age 15',
    )
    lab.advance(30_000)
    expect(
      say(lab, 'S2', 'show spanning-tree')
        .split('\n')
        .filter((row) => row.includes('Hello')),
    ).toEqual([
      '             Hello Time   1 sec  Max Age 15 sec  Forward Delay 10 sec',
      '             Hello Time   2 sec  Max Age 20 sec  Forward Delay 15 sec',
    ])
  })

  test('MST is a real command that is not modelled', () => {
    const lab = cabled({ S1 }, [])
    expect(lab.configure('S1', 'spanning-tree mode mst')).toContain("% Invalid input detected at '^' marker.")
  })
})
