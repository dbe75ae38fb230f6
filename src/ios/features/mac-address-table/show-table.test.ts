import { describe, expect, it } from 'vitest'
import { cabled } from '../../../../test/cabled.ts'
import { ethernetFrame } from '../../../wire/ethernet.ts'

/** A switch whose Fa0/1 forwards in VLAN 1, and a function that lets a station behind it speak. */
function heard() {
  const lab = cabled({ S1: 'catalyst-2960-24tt', R1: 'isr-1941' }, [
    [['S1', 'FastEthernet0/1'], ['R1', 'GigabitEthernet0/0'], 'straight'],
  ])
  lab.configure('R1', 'no cdp run', 'interface gi0/0', 'no shutdown')
  lab.configure('S1', 'vlan 10')
  lab.advance(60_000)
  const router = lab.at('R1').device.ports.get('GigabitEthernet0/0')
  const from = (source: number): void => {
    const frame = ethernetFrame({ destination: 0xffffffffffff, source }, 0x9000, new Uint8Array(46))
    router?.transmit(frame, lab.network.newJourney())
    lab.advance(1)
  }
  lab.say('S1', 'clear mac address-table dynamic')
  const show = (what: string): string => lab.say('S1', `show mac address-table ${what}`)
  return { lab, from, show }
}

const heading = `          Mac Address Table
-------------------------------------------

Vlan    Mac Address       Type        Ports
----    -----------       --------    -----
`

describe('show mac address-table', () => {
  // Captures of 12.2 to XE agree: VLAN to 4, two columns of 18 and 12, and the count of the rows.
  it('lists what the switch listens to, what it learned and what was fixed', () => {
    const { lab, from, show } = heard()
    lab.configure('S1', 'mac address-table static 0011.2233.4455 vlan 10 interface fa0/3')
    lab.configure('S1', 'mac address-table static 0011.2233.4456 vlan 10 drop')
    from(0x00aabbccddee)
    const rows = show('').split('\n')
    expect(rows.slice(5, 8)).toEqual([
      ' All    0100.0ccc.cccc    STATIC      CPU',
      ' All    0100.0ccc.cccd    STATIC      CPU',
      ' All    0180.c200.0000    STATIC      CPU',
    ])
    expect(rows.slice(-7)).toEqual([
      ' All    0180.c200.0010    STATIC      CPU',
      ' All    ffff.ffff.ffff    STATIC      CPU',
      '   1    00aa.bbcc.ddee    DYNAMIC     Fa0/1',
      '  10    0011.2233.4455    STATIC      Fa0/3 ',
      '  10    0011.2233.4456    STATIC      Drop',
      'Total Mac Addresses for this criterion: 23',
      '',
    ])
  })

  it('picks by kind, address, interface and VLAN', () => {
    const { lab, from, show } = heard()
    lab.configure('S1', 'mac address-table static 0011.2233.4455 vlan 10 interface fa0/3')
    from(0x00aabbccddee)
    from(0x00aabbccddef)
    const two = `${heading}   1    00aa.bbcc.ddee    DYNAMIC     Fa0/1
   1    00aa.bbcc.ddef    DYNAMIC     Fa0/1
Total Mac Addresses for this criterion: 2
`
    expect(show('dynamic')).toBe(two)
    expect(show('interface fa0/1')).toBe(two)
    expect(show('dynamic vlan 1')).toBe(two)
    expect(lab.say('S1', 'show mac-address-table dynamic')).toBe(two)
    expect(show('address 00aa.bbcc.ddef')).toBe(
      `${heading}   1    00aa.bbcc.ddef    DYNAMIC     Fa0/1\nTotal Mac Addresses for this criterion: 1\n`,
    )
    expect(show('static vlan 10')).toContain('criterion: 21\n')
    // from memory: no count of nothing
    expect(show('dynamic interface fa0/2')).toBe(heading)
  })

  it('counts', () => {
    const { from, show } = heard()
    from(0x00aabbccddee)
    // the blocks as captured, the last line from memory
    expect(show('count')).toBe(`
Mac Entries for Vlan 1:
---------------------------
Dynamic Address Count  : 1
Static  Address Count  : 0
Total Mac Addresses    : 1

Mac Entries for Vlan 10:
---------------------------
Dynamic Address Count  : 0
Static  Address Count  : 0
Total Mac Addresses    : 0

Total Mac Address Space Available: 8191
`)
    expect(show('count vlan 10')).not.toContain('Vlan 1:')
  })
})

describe('entries', () => {
  it('age after 300 seconds, or what was configured for all or for a VLAN', () => {
    const { lab, from, show } = heard()
    from(0x00aabbccddee)
    lab.advance(299_000)
    expect(show('dynamic')).toContain('00aa.bbcc.ddee')
    lab.advance(1000)
    expect(show('dynamic')).toBe(heading)
    lab.configure('S1', 'mac address-table aging-time 20')
    from(0x00aabbccddee)
    lab.advance(21_000)
    expect(show('dynamic')).toBe(heading)
    lab.configure('S1', 'mac address-table aging-time 100 vlan 1')
    from(0x00aabbccddee)
    lab.advance(50_000)
    expect(show('dynamic')).toContain('00aa.bbcc.ddee')
    expect(show('aging-time')).toBe(
      'Global Aging Time:     20\nVlan    Aging Time\n----    ----------\n   1      100\n',
    )
    // Cisco command reference: the VLAN asked for has its row, its own or the global time.
    expect(show('aging-time vlan 1')).toBe('Vlan    Aging Time\n----    ----------\n   1      100\n')
    expect(show('aging-time vlan 2')).toBe('Vlan    Aging Time\n----    ----------\n   2       20\n')
    lab.configure('S1', 'no mac address-table aging-time 100 vlan 1', 'no mac address-table aging-time')
    expect(show('aging-time')).toBe('Global Aging Time:    300\nVlan    Aging Time\n----    ----------\n')
    expect(show('dynamic')).toContain('00aa.bbcc.ddee')
  })

  it('go when they are cleared, and fixed ones stay', () => {
    const { lab, from, show } = heard()
    lab.configure('S1', 'mac address-table static 0011.2233.4455 vlan 1 interface fa0/3')
    for (const which of ['address 00aa.bbcc.ddee', 'interface fa0/1', 'vlan 1']) {
      from(0x00aabbccddee)
      lab.say('S1', `clear mac address-table dynamic ${which.replace(/^address.*/, 'address 0.0.1')}`)
      if (which.startsWith('address')) expect(show('dynamic')).toContain('ddee')
      lab.say('S1', `clear mac address-table dynamic ${which}`)
      expect(show('dynamic'), which).toBe(heading)
    }
    expect(show('address 0011.2233.4455')).toContain('STATIC      Fa0/3')
    lab.configure('S1', 'no mac address-table static 0011.2233.4455 vlan 1 interface fa0/3')
    expect(show('address 0011.2233.4455')).toBe(heading)
  })

  it('come back from the saved configuration', () => {
    const { lab } = heard()
    lab.configure(
      'S1',
      'mac-address-table static 0011.2233.4455 vlan 1 interface fa0/3',
      'mac-address-table aging-time 50',
    )
    expect(lab.say('S1', 'show running-config | include ^mac')).toBe(
      'mac address-table aging-time 50\nmac address-table static 0011.2233.4455 vlan 1 interface FastEthernet0/3\n',
    )
  })
})
