import { describe, expect, test } from 'vitest'
import type { Cabled } from '../../../../test/cabled.ts'
import { pair, rows, say, trunks } from '../../../../test/switch-pair.ts'

const spanningTreeLog = (lab: Cabled, name: string): string[] =>
  lab.log(name).filter((line) => /SPANTREE-[27]|PM-4/.test(line))

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
