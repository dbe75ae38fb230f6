import { expect, it } from 'vitest'
import { cabled } from '../../../../test/cabled.ts'
import type { Interface } from '../../interfaces.ts'
import { errDisable } from '../../link-state.ts'

const two = () => {
  const lab = cabled({ S1: 'catalyst-2960-24tt', S2: 'catalyst-2960-24tt' }, [
    [
      ['S1', 'FastEthernet0/1'],
      ['S2', 'FastEthernet0/1'],
    ],
  ])
  lab.advance(40_000)
  return lab
}

// Columns of 9, 18 and 12 with a blank between, then the reason: captures of err-disabled lists of Catalyst switches.
it('shows in every view that a port was put out of work', () => {
  const lab = two()
  const { ios } = lab.at('S1')
  lab.configure('S1', 'interface fa0/1', 'description to the other switch')
  errDisable(ios, ios.interfaces.get('FastEthernet0/1') as Interface, 'bpduguard')
  expect(lab.say('S1', 'show interfaces status err-disabled').split('\n').slice(1)).toEqual([
    'Port      Name               Status       Reason               Err-disabled Vlans',
    'Fa0/1     to the other switc err-disabled bpduguard',
    '',
  ])
  expect(lab.say('S1', 'show interfaces fa0/1 status').split('\n')[2]).toBe(
    'Fa0/1     to the other switc err-disabled 1            auto   auto 10/100BaseTX',
  )
  expect(lab.say('S1', 'show interfaces fa0/1').split('\n')[0]).toBe(
    'FastEthernet0/1 is down, line protocol is down (err-disabled) ',
  )
  expect(lab.say('S1', 'show interfaces fa0/1 switchport')).toContain('\nOperational Mode: down\n')
  expect(lab.say('S1', 'show cdp neighbors')).not.toContain('\nS2 ')
  lab.advance(2000)
  expect(lab.say('S2', 'show interfaces fa0/1 status')).toContain(' notconnect ')
})

it('calls a trunk so while it is up, and shows its access VLAN while it is down', () => {
  const lab = two()
  lab.configure('S1', 'interface fa0/1', 'switchport mode trunk', 'switchport access vlan 10')
  lab.advance(10_000)
  const vlan = (): string => lab.say('S1', 'show interfaces fa0/1 status').split('\n')[2]?.slice(42, 52) ?? ''
  expect(vlan()).toBe('trunk     ')
  lab.configure('S2', 'interface fa0/1', 'shutdown')
  lab.advance(10_000)
  // from memory
  expect(vlan()).toBe('10        ')
})

// Columns 0, 12, 29, 44 and 58 in four blocks: captures of 12.2 to 15.x agree.
it('lists the VLANs of a trunk: allowed, active, forwarding', () => {
  const lab = two()
  lab.configure(
    'S1',
    'vlan 10,20',
    'interface fa0/1',
    'switchport mode trunk',
    'switchport trunk allowed vlan 1,10,30',
  )
  lab.advance(40_000)
  expect(lab.say('S1', 'show interfaces trunk')).toBe(`
Port        Mode             Encapsulation  Status        Native vlan
Fa0/1       on               802.1q         trunking      1

Port        Vlans allowed on trunk
Fa0/1       1,10,30

Port        Vlans allowed and active in management domain
Fa0/1       1,10

Port        Vlans in spanning tree forwarding state and not pruned
Fa0/1       1,10
`)
  lab.configure('S1', 'interface fa0/1', 'switchport trunk allowed vlan none')
  expect(lab.say('S1', 'show interfaces trunk').match(/Fa0\/1 {7}none\n/g)).toHaveLength(3)
})
