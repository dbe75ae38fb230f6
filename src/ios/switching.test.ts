/** VLAN interfaces and the ports they stand on: when they go up and down, and what is logged in which order. */

import { expect, test } from 'vitest'
import { type Cabled, cabled } from '../../test/cabled.ts'

const [sw1Gig, sw2Gig] = [['SW1', 'GigabitEthernet0/1'] as const, ['SW2', 'GigabitEthernet0/1'] as const]

/** SW1 has one access port in VLAN 10, with PortFast, whose other end is in another VLAN's access port of SW2. */
function oneAccessPort(...more: readonly string[]): Cabled {
  const lab = cabled({ SW1: 'catalyst-2960-24tt', SW2: 'catalyst-2960-24tt' }, [[sw1Gig, sw2Gig]])
  lab.configure('SW2', 'spanning-tree vlan 1 priority 61440', 'interface gi0/1', 'switchport mode access')
  lab.configure(
    'SW1',
    'vlan 10',
    'interface vlan 10',
    'ip address 10.0.0.1 255.255.255.0',
    'interface gi0/1',
    'switchport mode access',
    'switchport access vlan 10',
    'spanning-tree portfast',
    ...more,
  )
  lab.advance(60_000)
  return lab
}

/** What SW1 logs while `act` runs and ten seconds after it, with milliseconds since the first message; CONFIG_I left out. */
function logged(lab: Cabled, device: string, act: () => void): [number, string][] {
  lab.at(device).type('clear logging\r\r')
  act()
  lab.advance(10_000)
  const rows = lab
    .say(device, 'show logging')
    .split('\n')
    .flatMap((row) => {
      const found = /^\*Mar +1 (\d\d):(\d\d):(\d\d\.\d{3}): %(.*)$/.exec(row)
      if (found === null || row.includes('CONFIG_I') || row.includes('CDP-4')) return []
      const [, hours, minutes, seconds, text = ''] = found
      return [[(Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000, text] as const]
    })
  const start = rows[0]?.[0] ?? 0
  return rows.map(([atMs, text]) => [Math.round(atMs - start), text])
}

const protocol = (name: string, state: string) =>
  `LINEPROTO-5-UPDOWN: Line protocol on Interface ${name}, changed state to ${state}`
const link = (name: string, state: string) => `LINK-3-UPDOWN: Interface ${name}, changed state to ${state}`

// B5.3 of what real devices log: LINK-5-CHANGED, a second later LINEPROTO. That the SVI follows its port is from memory.
test('shutdown of the last port of a VLAN: the SVI reports behind it, and is down at once', () => {
  const lab = oneAccessPort()
  const messages = logged(lab, 'SW1', () => {
    lab.configure('SW1', 'interface gi0/1', 'shutdown')
    lab.advance(1)
    expect(lab.say('SW1', 'show ip interface brief vlan 10')).toMatch(/Vlan10 .* up +down/)
  })
  expect(messages).toEqual([
    [0, 'LINK-5-CHANGED: Interface GigabitEthernet0/1, changed state to administratively down'],
    [1000, protocol('GigabitEthernet0/1', 'down')],
    [1000, protocol('Vlan10', 'down')],
  ])
})

test('no shutdown: link, line protocol, and with PortFast the SVI with it', () => {
  const lab = oneAccessPort('shutdown')
  const messages = logged(lab, 'SW1', () => lab.configure('SW1', 'interface gi0/1', 'no shutdown'))
  expect(messages).toEqual([
    [0, link('GigabitEthernet0/1', 'up')],
    [1000, protocol('GigabitEthernet0/1', 'up')],
    [1000, protocol('Vlan10', 'up')],
  ])
})

// Captured on a 1941: LINEPROTO, then LINK a second later.
test('a pulled cable: line protocol first, link a second later, at both ends', () => {
  const lab = oneAccessPort()
  const [cable] = lab.cables
  const messages = logged(lab, 'SW1', () => cable && lab.network.disconnect(cable))
  expect(messages).toEqual([
    [0, protocol('GigabitEthernet0/1', 'down')],
    [0, protocol('Vlan10', 'down')],
    [1000, link('GigabitEthernet0/1', 'down')],
  ])
})

// The order and seconds of an err-disabled port: +0 PM, +1 LINEPROTO, +2 LINK; the SVI's place is from memory.
test('an err-disabled last port: the SVI reports behind the port', () => {
  const lab = oneAccessPort()
  const messages = logged(lab, 'SW1', () => {
    lab.configure('SW1', 'interface gi0/1', 'spanning-tree bpduguard enable', 'shutdown', 'no shutdown')
    lab.advance(12_000)
  }).slice(-5)
  expect(messages.map(([, text]) => text)).toEqual([
    'SPANTREE-2-BLOCK_BPDUGUARD: Received BPDU on port Gi0/1 with BPDU Guard enabled. Disabling port.',
    'PM-4-ERR_DISABLE: bpduguard error detected on Gi0/1, putting Gi0/1 in err-disable state',
    protocol('GigabitEthernet0/1', 'down'),
    protocol('Vlan10', 'down'),
    link('GigabitEthernet0/1', 'down'),
  ])
})

test('an SVI whose only trunk was negotiated keeps its link while the cable is out', () => {
  const lab = cabled({ SW1: 'catalyst-2960-24tt', SW2: 'catalyst-2960-24tt' }, [[sw1Gig, sw2Gig]])
  lab.configure('SW1', 'interface gi0/1', 'switchport mode trunk')
  lab.configure('SW2', 'vlan 10', 'interface vlan 10', 'ip address 10.0.0.2 255.255.255.0')
  lab.configure('SW1', 'vlan 10')
  lab.advance(60_000)
  expect(lab.say('SW2', 'show ip interface brief vlan 10')).toMatch(/Vlan10 .* up +up/)
  const [cable] = lab.cables
  const messages = logged(lab, 'SW2', () => cable && lab.network.disconnect(cable))
  expect(messages).toContainEqual([0, protocol('Vlan10', 'down')])
  expect(messages.map(([, text]) => text)).not.toContain(link('Vlan10', 'down'))
})

test('an SVI without its VLAN, or without a port in it, is down; with ports that do not forward, up and down', () => {
  const lab = cabled({ SW1: 'catalyst-2960-24tt' }, [])
  const state = () => {
    lab.advance(1000)
    return /(up|down) +(up|down) *$/m.exec(lab.say('SW1', 'show ip interface brief vlan 10'))?.slice(1)
  }
  lab.configure('SW1', 'interface vlan 10', 'ip address 10.0.0.1 255.255.255.0')
  expect(state()).toEqual(['down', 'down'])
  lab.configure('SW1', 'vlan 10')
  expect(state()).toEqual(['down', 'down'])
  lab.configure('SW1', 'interface fa0/1', 'switchport access vlan 10')
  expect(state()).toEqual(['up', 'down'])
  lab.configure('SW1', 'vlan 10', 'shutdown')
  expect(state()).toEqual(['down', 'down'])
  lab.configure('SW1', 'vlan 10', 'no shutdown', 'state suspend')
  expect(state()).toEqual(['down', 'down'])
  lab.configure('SW1', 'vlan 10', 'state active')
  expect(state()).toEqual(['up', 'down'])
  lab.configure('SW1', 'no vlan 10')
  expect(state()).toEqual(['down', 'down'])
})

// Catalyst 3560 command reference, "switchport": "shuts the interface down and then re-enables it".
test('no switchport and switchport take the link down and up, at both ends', () => {
  const lab = cabled({ S3: 'catalyst-3560-24ps', SW2: 'catalyst-2960-24tt' }, [
    [['S3', 'GigabitEthernet0/1'], sw2Gig],
  ])
  lab.configure('S3', 'interface gi0/1', 'no cdp enable')
  lab.advance(60_000)
  const flap = [
    [0, protocol('GigabitEthernet0/1', 'down')],
    [1000, link('GigabitEthernet0/1', 'down')],
    [2000, link('GigabitEthernet0/1', 'up')],
    [3000, protocol('GigabitEthernet0/1', 'up')],
  ]
  const own = (messages: [number, string][]) =>
    messages.filter(([, text]) => text.includes('GigabitEthernet'))
  expect(own(logged(lab, 'S3', () => lab.configure('S3', 'interface gi0/1', 'no switchport')))).toEqual(flap)
  lab.configure('S3', 'interface gi0/1', 'ip address 10.1.1.1 255.255.255.0')
  expect(own(logged(lab, 'SW2', () => lab.configure('S3', 'interface gi0/1', 'switchport')))).toEqual(flap)
  // Nothing of the routed port is left.
  expect(lab.say('S3', 'show running-config interface gi0/1')).toContain(
    '\ninterface GigabitEthernet0/1\n no cdp enable\nend\n',
  )
})

// Catalyst 2960 configuration guide: "changing the interface speed and duplex mode configuration might shut down and
// re-enable the interface during the reconfiguration".
test('a speed or a duplex that is set takes the link down and up, the same that was negotiated too', () => {
  const lab = cabled({ SW1: 'catalyst-2960-24tt', SW2: 'catalyst-2960-24tt' }, [
    [
      ['SW1', 'FastEthernet0/1'],
      ['SW2', 'FastEthernet0/1'],
    ],
  ])
  lab.advance(60_000)
  const flaps = (line: string) =>
    logged(lab, 'SW2', () => lab.configure('SW1', 'interface fa0/1', line)).filter(([, text]) =>
      text.startsWith('LINK'),
    )
  const flap = [
    [1000, link('FastEthernet0/1', 'down')],
    [2000, link('FastEthernet0/1', 'up')],
  ]
  expect(flaps('speed 100')).toEqual(flap)
  expect(flaps('speed 100')).toEqual([])
  expect(flaps('description x')).toEqual([])
  expect(flaps('duplex full')).toEqual(flap)
})

// Seen on switches: an SVI that is enabled without its VLAN says that it is down, one with it that it is up.
test('no shutdown of an SVI says what becomes of it', () => {
  const lab = cabled({ SW1: 'catalyst-2960-24tt' }, [])
  lab.configure('SW1', 'interface vlan 10', 'shutdown')
  lab.advance(20_000)
  const enable = () => lab.configure('SW1', 'interface vlan 10', 'no shutdown')
  expect(logged(lab, 'SW1', enable)).toEqual([[0, link('Vlan10', 'down')]])
  lab.configure('SW1', 'interface vlan 10', 'shutdown', 'interface fa0/1', 'switchport access vlan 10')
  lab.advance(5000)
  expect(logged(lab, 'SW1', enable)).toEqual([[0, link('Vlan10', 'up')]])
})
