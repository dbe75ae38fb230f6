import { expect, test } from 'vitest'
import { messagesAt } from './message-row.ts'

// Wordings from captures; those marked so are from memory of the system message guides.
const messages = [
  '*Mar  1 00:00:51.611: %LINK-3-UPDOWN: Interface FastEthernet0/1, changed state to up',
  '00:01:11: %LINEPROTO-5-UPDOWN: Line protocol on Interface Vlan1, changed state to down',
  '%LINK-5-CHANGED: Interface Loopback0, changed state to administratively down',
  '*Mar  1 00:01:35.000: %SYS-5-CONFIG_I: Configured from console by console',
  '*Mar  1 00:01:35.000: %SYS-5-CONFIG_I: Configured from console by admin on vty0 (10.0.0.1)',
  '000031: *Mar  1 00:01:35.000: %PM-4-ERR_DISABLE: bpduguard error detected on Fa0/1, putting Fa0/1 in err-disable state', // from memory
  '*Mar  1 00:01:35.000: %PM-4-ERR_RECOVER: Attempting to recover from bpduguard err-disable state on Fa0/1', // from memory
  '*Mar  1 00:01:35.000: %SPANTREE-2-BLOCK_BPDUGUARD: Received BPDU on port Fa0/1 with BPDU Guard enabled. Disabling port.', // from memory
  '*Mar  1 00:01:35.000: %CDP-4-NATIVE_VLAN_MISMATCH: Native VLAN mismatch discovered on GigabitEthernet0/1 (1), with SW2 GigabitEthernet0/1 (99).', // from memory
  '*Mar  1 00:01:35.000: %IP-4-DUPADDR: Duplicate address 10.0.0.1 on Vlan1, sourced by 0050.7966.6800', // from memory
]

test.each(messages)('%s: what stands behind it was typed', (message) => {
  expect(messagesAt([message, 'SW1#'])).toEqual({ rows: 1, typed: '' })
  expect(messagesAt([`${message}show ip route 10.0.0.0`, 'SW1#'])).toEqual({
    rows: 1,
    typed: 'show ip route 10.0.0.0',
  })
})

test('several, with a blank row between, put together what was typed behind each', () => {
  expect(messagesAt([`${messages[0]}ho`, '', `${messages[1]}stname S1`, '', 'S1(config)#'])).toEqual({
    rows: 3,
    typed: 'hostname S1',
  })
})

test('the banner below a restart belongs to it', () => {
  const rows = [
    '*Mar  1 00:00:41.000: %SYS-5-RESTART: System restarted --',
    'Cisco IOS Software, C2960 Software (C2960-LANBASEK9-M), Version 15.0(2)SE11, RELEASE SOFTWARE (fc3)',
    'Technical Support: http://www.cisco.com/techsupport',
    'Copyright (c) 1986-2017 by Cisco Systems, Inc.',
    'Compiled Sat 19-Aug-17 09:34 by prod_rel_teamenable',
  ]
  expect(messagesAt(rows)).toEqual({ rows: 5, typed: 'enable' })
})

test('rows without a message are none', () => {
  expect(messagesAt(['Building configuration...', messages[0] ?? ''])).toEqual({ rows: 0, typed: '' })
})
