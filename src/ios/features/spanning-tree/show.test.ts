import { expect, test } from 'vitest'
import { pair, say, trunks } from '../../../../test/switch-pair.ts'

/** With numbers that time decides masked. */
const counted = (text: string): string =>
  text
    .replace(/(message age|sent|received|Timers: hello|topology changes) \d+/g, '$1 N')
    .replace(/00:00:\d\d ago/, '00:00:NN ago')
    .replace(/from FastEthernet0\/\d/, 'from FastEthernet0/N')

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
