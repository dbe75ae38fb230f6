import { describe, expect, test } from 'vitest'
import { type Cabled, cabled } from '../../../../test/cabled.ts'
import { spanningTreeStateOf } from '../../spanning-tree-state.ts'

const S1 = 'catalyst-2960-24tt'

/** S1 and S2 with two cables; of equal priorities S1's address is the lower one. */
function pair(): Cabled {
  const lab = cabled({ S1, S2: S1 }, [
    [
      ['S1', 'FastEthernet0/1'],
      ['S2', 'FastEthernet0/1'],
    ],
    [
      ['S1', 'FastEthernet0/2'],
      ['S2', 'FastEthernet0/2'],
    ],
  ])
  return lab
}

function trunks(): Cabled {
  const lab = pair()
  for (const name of ['S1', 'S2'])
    lab.configure(name, 'vlan 10', 'exit', 'interface range fa0/1 - 2', 'switchport mode trunk')
  lab.advance(60_000)
  return lab
}

const tidy = (text: string): string =>
  text.replaceAll('\r', '').replace(/[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}/g, 'aaaa.bbbb.cccc')
const say = (lab: Cabled, name: string, command: string): string => tidy(lab.say(name, command))
/** Name, role, state and cost of the rows of a table. */
const rows = (text: string): string[] =>
  text.split('\n').filter((row) => /(Root|Desg|Altn|Back) (FWD|BLK|LIS|LRN|BKN)/.test(row))
/** With numbers that time decides masked. */
const counted = (text: string): string =>
  text
    .replace(/(message age|sent|received|Timers: hello|topology changes) \d+/g, '$1 N')
    .replace(/00:00:\d\d ago/, '00:00:NN ago')
    .replace(/from FastEthernet0\/\d/, 'from FastEthernet0/N')
const spanningTreeLog = (lab: Cabled, name: string): string[] =>
  lab.log(name).filter((line) => /SPANTREE-[27]|PM-4/.test(line))

describe('show spanning-tree', () => {
  // Header, columns and the blank behind each type: captures of Catalysts and virtual switches agree.
  test('of a switch that is not the root', () => {
    const lab = pair()
    lab.advance(120_000)
    expect(say(lab, 'S2', 'show spanning-tree')).toBe(`
VLAN0001
  Spanning tree enabled protocol ieee
  Root ID    Priority    32769
             Address     aaaa.bbbb.cccc
             Cost        19
             Port        1 (FastEthernet0/1)
             Hello Time   2 sec  Max Age 20 sec  Forward Delay 15 sec

  Bridge ID  Priority    32769  (priority 32768 sys-id-ext 1)
             Address     aaaa.bbbb.cccc
             Hello Time   2 sec  Max Age 20 sec  Forward Delay 15 sec
             Aging Time  300 sec

Interface           Role Sts Cost      Prio.Nbr Type
------------------- ---- --- --------- -------- --------------------------------
Fa0/1               Root FWD 19        128.1    P2p 
Fa0/2               Altn BLK 19        128.2    P2p 


`)
  })

  test('of the root, and of a VLAN without a tree', () => {
    const lab = pair()
    lab.advance(120_000)
    expect(say(lab, 'S1', 'show spanning-tree vlan 1')).toContain(`  Root ID    Priority    32769
             Address     aaaa.bbbb.cccc
             This bridge is the root
             Hello Time   2 sec  Max Age 20 sec  Forward Delay 15 sec
`)
    expect(say(lab, 'S1', 'show spanning-tree vlan 99')).toContain(
      'Spanning tree instance(s) for vlan 99 does not exist.\n',
    )
    expect(say(lab, 'S1', 'show spanning-tree interface fa0/9')).toBe(
      'no spanning tree info available for FastEthernet0/9\n',
    )
  })

  test('summary of 15.0', () => {
    const lab = trunks()
    lab.advance(60_000)
    expect(say(lab, 'S1', 'show spanning-tree summary')).toBe(`Switch is in pvst mode
Root bridge for: VLAN0001, VLAN0010
EtherChannel misconfig guard is enabled
Extended system ID           is enabled
Portfast Default             is disabled
PortFast BPDU Guard Default  is disabled
Portfast BPDU Filter Default is disabled
Loopguard Default            is disabled
UplinkFast                   is disabled
BackboneFast                 is disabled
Configured Pathcost method used is short

Name                   Blocking Listening Learning Forwarding STP Active
---------------------- -------- --------- -------- ---------- ----------
VLAN0001                     0         0        0          2          2
VLAN0010                     0         0        0          2          2
---------------------- -------- --------- -------- ---------- ----------
2 vlans                      0         0        0          4          4
`)
    expect(say(lab, 'S2', 'show spanning-tree summary totals')).toContain('Root bridge for: none\n')
  })

  test('root, bridge, blocked and inconsistent ports', () => {
    const lab = pair()
    lab.advance(60_000)
    expect(say(lab, 'S2', 'show spanning-tree root')).toBe(`
                                        Root    Hello Max Fwd
Vlan                   Root ID          Cost    Time  Age Dly  Root Port
---------------- -------------------- --------- ----- --- ---  ------------
VLAN0001         32769 aaaa.bbbb.cccc        19    2   20  15  Fa0/1           
`)
    expect(say(lab, 'S1', 'show spanning-tree root')).toContain(
      'VLAN0001         32769 aaaa.bbbb.cccc         0    2   20  15                  \n',
    )
    // from memory
    expect(say(lab, 'S2', 'show spanning-tree bridge')).toContain(
      'VLAN0001         32769 (32768,   1) aaaa.bbbb.cccc    2    20   15  ieee\n',
    )
    // from memory
    expect(say(lab, 'S2', 'show spanning-tree blockedports')).toContain(
      'VLAN0001             Fa0/2\n\nNumber of blocked ports (segments) in the system : 1\n',
    )
    expect(say(lab, 'S2', 'show spanning-tree inconsistentports')).toContain(`
Name                 Interface                      Inconsistency
-------------------- ------------------------------ ------------------

Number of inconsistent ports (segments) in the system : 0
`)
  })

  // The values are those of the whole views; their columns are from memory.
  test.each([
    ['root address', 'VLAN0001         aaaa.bbbb.cccc\n'],
    ['root cost', 'VLAN0001         19\n'],
    ['root port', 'VLAN0001         Fa0/1\n'],
    ['vlan 1 root id', 'VLAN0001         32769 aaaa.bbbb.cccc\n'],
    ['vlan 1 root forward-time', 'VLAN0001         15\n'],
    ['bridge priority', 'VLAN0001         32769 (32768,   1)\n'],
    ['vlan 1 bridge protocol', 'VLAN0001         ieee\n'],
    ['bridge max-age', 'VLAN0001         20\n'],
    ['interface fa0/2 state', 'VLAN0001            blocking\n'],
    ['interface fa0/1 rootcost', 'VLAN0001            19\n'],
    ['interface fa0/2 priority', 'VLAN0001            128\n'],
    ['interface fa0/9 cost', 'no spanning tree info available for FastEthernet0/9\n'],
  ])('one value: %s', (what, shown) => {
    const lab = pair()
    lab.advance(60_000)
    expect(say(lab, 'S2', `show spanning-tree ${what}`)).toBe(shown)
  })

  test('root and bridge in detail', () => {
    const lab = pair()
    lab.advance(60_000)
    const whole = say(lab, 'S2', 'show spanning-tree')
    const root = whole.slice(whole.indexOf('  Root ID'), whole.indexOf('\n\n  Bridge') + 1)
    const bridge = whole.slice(whole.indexOf('  Bridge ID'), whole.indexOf('\n\nInterface') + 1)
    expect(say(lab, 'S2', 'show spanning-tree root detail')).toBe(`VLAN0001\n${root}`)
    expect(say(lab, 'S2', 'show spanning-tree vlan 1 bridge detail')).toBe(`VLAN0001\n${bridge}`)
  })

  test('of a port', () => {
    const lab = trunks()
    expect(say(lab, 'S2', 'show spanning-tree interface fa0/2')).toBe(`
Vlan                Role Sts Cost      Prio.Nbr Type
------------------- ---- --- --------- -------- --------------------------------
VLAN0001            Altn BLK 19        128.2    P2p 
VLAN0010            Altn BLK 19        128.2    P2p 
`)
    expect(counted(say(lab, 'S2', 'show spanning-tree vlan 10 interface fa0/1 detail'))).toBe(
      ` Port 1 (FastEthernet0/1) of VLAN0010 is root forwarding 
   Port path cost 19, Port priority 128, Port Identifier 128.1.
   Designated root has priority 32778, address aaaa.bbbb.cccc
   Designated bridge has priority 32778, address aaaa.bbbb.cccc
   Designated port id is 128.1, designated path cost 0
   Timers: message age N, forward delay 0, hold 0
   Number of transitions to forwarding state: 1
   Link type is point-to-point by default
   BPDU: sent N, received N

`,
    )
  })

  test('detail', () => {
    const lab = pair()
    lab.configure('S2', 'spanning-tree mode rapid-pvst')
    lab.configure('S1', 'spanning-tree mode rapid-pvst')
    lab.advance(60_000)
    expect(counted(say(lab, 'S2', 'show spanning-tree detail'))).toContain(`
VLAN0001 is executing the rstp compatible Spanning Tree protocol
  Bridge Identifier has priority 32768, sysid 1, address aaaa.bbbb.cccc
  Configured hello time 2, max age 20, forward delay 15, tranmsit hold-count 6
  Current root has priority 32769, address aaaa.bbbb.cccc
  Root port is 1 (FastEthernet0/1), cost of root path is 19
  Topology change flag not set, detected flag not set
  Number of topology changes N last change occurred 00:00:NN ago
          from FastEthernet0/N
  Times:  hold 1, topology change 35, notification 2
          hello 2, max age 20, forward delay 15 
  Timers: hello N, topology change 0, notification 0, aging 300

 Port 1 `)
    expect(say(lab, 'S1', 'show spanning-tree detail')).toContain('  We are the root of the spanning tree\n')
  })
})

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

describe('PortFast and guards', () => {
  const guarded = (...lines: string[]): Cabled => {
    const lab = pair()
    lab.configure('S1', 'no spanning-tree vlan 1', 'interface fa0/2', 'shutdown')
    lab.advance(5000)
    lab.configure('S2', ...lines)
    return lab
  }

  test('an edge port forwards at once and stops being one with the first BPDU', () => {
    const lab = guarded('interface fa0/1', 'spanning-tree portfast')
    expect(rows(say(lab, 'S2', 'show spanning-tree'))).toEqual([
      'Fa0/1               Desg FWD 19        128.1    P2p Edge ',
    ])
    expect(say(lab, 'S2', 'show spanning-tree interface fa0/1 portfast')).toBe(
      'VLAN0001            enabled\n',
    )
    lab.configure('S1', 'spanning-tree vlan 1')
    lab.advance(5000)
    expect(rows(say(lab, 'S2', 'show spanning-tree'))[0]).not.toContain('Edge')
    expect(say(lab, 'S2', 'show spanning-tree interface fa0/1 portfast')).toBe(
      'VLAN0001            disabled\n',
    )
  })

  test.each([
    ['interface fa0/1', 'spanning-tree bpduguard enable'],
    ['spanning-tree portfast default', 'spanning-tree portfast bpduguard default'],
  ])('BPDU guard: %s, %s', (...lines) => {
    const lab = guarded(...lines)
    lab.configure('S1', 'spanning-tree vlan 1')
    lab.advance(5000)
    const log = lab.log('S2').filter((line) => !line.includes('Vlan1'))
    expect(log.slice(log.findIndex((line) => line.includes('BPDUGUARD')))).toEqual([
      '%SPANTREE-2-BLOCK_BPDUGUARD: Received BPDU on port Fa0/1 with BPDU Guard enabled. Disabling port.',
      '%PM-4-ERR_DISABLE: bpduguard error detected on Fa0/1, putting Fa0/1 in err-disable state',
      '%LINEPROTO-5-UPDOWN: Line protocol on Interface FastEthernet0/1, changed state to down',
      '%LINK-3-UPDOWN: Interface FastEthernet0/1, changed state to down',
    ])
    expect(say(lab, 'S2', 'show interfaces fa0/1 status')).toContain('err-disabled')
  })

  test('BPDU filtering is stronger than the guard', () => {
    const lab = guarded(
      'interface fa0/1',
      'spanning-tree bpduguard enable',
      'spanning-tree bpdufilter enable',
    )
    lab.configure('S1', 'spanning-tree vlan 1')
    lab.advance(60_000)
    expect(rows(say(lab, 'S2', 'show spanning-tree'))).toEqual([
      'Fa0/1               Desg FWD 19        128.1    P2p ',
    ])
    expect(say(lab, 'S2', 'show spanning-tree interface fa0/1 detail')).toContain(
      '   Bpdu guard is enabled\n   Bpdu filter is enabled\n   BPDU: sent ',
    )
  })

  test('root guard', () => {
    const lab = pair()
    lab.advance(60_000)
    lab.configure('S2', 'interface range fa0/1 - 2', 'spanning-tree guard root')
    lab.advance(5000)
    expect(rows(say(lab, 'S2', 'show spanning-tree'))).toEqual([
      'Fa0/1               Desg BKN*19        128.1    P2p *ROOT_Inc ',
      'Fa0/2               Desg BKN*19        128.2    P2p *ROOT_Inc ',
    ])
    expect(spanningTreeLog(lab, 'S2')).toEqual([
      '%SPANTREE-2-ROOTGUARD_BLOCK: Root guard blocking port FastEthernet0/1 on VLAN0001.',
      '%SPANTREE-2-ROOTGUARD_BLOCK: Root guard blocking port FastEthernet0/2 on VLAN0001.',
    ])
    expect(say(lab, 'S2', 'show spanning-tree inconsistentports')).toContain(
      'VLAN0001             FastEthernet0/1                Root Inconsistent\n',
    )
    lab.configure('S1', 'spanning-tree vlan 1 priority 61440')
    lab.advance(30_000)
    expect(spanningTreeLog(lab, 'S2').at(-1)).toBe(
      '%SPANTREE-2-ROOTGUARD_UNBLOCK: Root guard unblocking port FastEthernet0/2 on VLAN0001.',
    )
  })

  test('loop guard', () => {
    const lab = pair()
    lab.configure('S2', 'spanning-tree loopguard default')
    lab.advance(60_000)
    lab.configure('S1', 'interface fa0/2', 'spanning-tree bpdufilter enable')
    lab.advance(30_000)
    expect(rows(say(lab, 'S2', 'show spanning-tree'))[1]).toBe(
      'Fa0/2               Desg BKN*19        128.2    P2p *LOOP_Inc ',
    )
    expect(spanningTreeLog(lab, 'S2')).toEqual([
      '%SPANTREE-2-LOOPGUARD_BLOCK: Loop guard blocking port FastEthernet0/2 on VLAN0001.',
    ])
    lab.configure('S1', 'interface fa0/2', 'no spanning-tree bpdufilter')
    lab.advance(5000)
    expect(spanningTreeLog(lab, 'S2').at(-1)).toBe(
      '%SPANTREE-2-LOOPGUARD_UNBLOCK: Loop guard unblocking port FastEthernet0/2 on VLAN0001.',
    )
  })
})

describe('neighbours that mean something else', () => {
  // The messages are from memory.
  test('another native VLAN', () => {
    const lab = trunks()
    lab.configure('S2', 'interface fa0/1', 'switchport trunk native vlan 10')
    lab.advance(5000)
    expect(rows(say(lab, 'S2', 'show spanning-tree interface fa0/1'))).toEqual([
      'VLAN0001            Desg BKN*19        128.1    P2p *PVID_Inc ',
      'VLAN0010            Desg BKN*19        128.1    P2p *PVID_Inc ',
    ])
    expect(spanningTreeLog(lab, 'S2')).toEqual([
      '%SPANTREE-2-RECV_PVID_ERR: Received BPDU with inconsistent peer vlan id 1 on FastEthernet0/1 VLAN10.',
      '%SPANTREE-2-BLOCK_PVID_PEER: Blocking FastEthernet0/1 on VLAN0001. Inconsistent peer vlan.',
      '%SPANTREE-2-BLOCK_PVID_LOCAL: Blocking FastEthernet0/1 on VLAN0010. Inconsistent local vlan.',
    ])
    lab.configure('S2', 'interface fa0/1', 'no switchport trunk native vlan')
    lab.advance(30_000)
    expect(spanningTreeLog(lab, 'S2').slice(-2)).toEqual([
      '%SPANTREE-2-UNBLOCK_CONSIST_PORT: Unblocking FastEthernet0/1 on VLAN0001. Port consistency restored.',
      '%SPANTREE-2-UNBLOCK_CONSIST_PORT: Unblocking FastEthernet0/1 on VLAN0010. Port consistency restored.',
    ])
  })

  test('a trunk on an access port', () => {
    const lab = trunks()
    lab.configure('S2', 'interface fa0/1', 'switchport mode access')
    lab.advance(10_000)
    expect(rows(say(lab, 'S2', 'show spanning-tree interface fa0/1'))).toEqual([
      'VLAN0001            Desg BKN*19        128.1    P2p *TYPE_Inc ',
    ])
    expect(spanningTreeLog(lab, 'S2')).toEqual([
      '%SPANTREE-7-RECV_1Q_NON_TRUNK: Received 802.1Q BPDU on non trunk FastEthernet0/1 VLAN1.',
      '%SPANTREE-7-BLOCK_PORT_TYPE: Blocking FastEthernet0/1 on VLAN0001. Inconsistent port type.',
    ])
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
