import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

const at = (profile: string, lines = ''): TestConsole => {
  const console = startConsole(profile)
  console.advance(10_000)
  console.type(`en\rconf t\rno logging console\r${lines}end\r`)
  console.advance(100)
  console.type('\r')
  return console
}

const shown = (console: TestConsole, command: string): string =>
  console.type(`${command}\r`).split('\n').slice(1, -1).join('\n')

// Headings and rows that the captures of IOS 15 and XE agree on; where blanks at the ends differ, the raw ones hold.
test('CDP without neighbours', () => {
  expect(shown(at('catalyst-2960-24tt', 'cdp timer 30\r'), 'show cdp')).toBe(`Global CDP information:
\tSending CDP packets every 30 seconds
\tSending a holdtime value of 180 seconds
\tSending CDPv2 advertisements is  enabled`)
  const list = [
    'Capability Codes: R - Router, T - Trans Bridge, B - Source Route Bridge',
    '                  S - Switch, H - Host, I - IGMP, r - Repeater, P - Phone, ',
    '                  D - Remote, C - CVTA, M - Two-port Mac Relay ',
    '',
    'Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID',
  ].join('\n')
  expect(shown(at('catalyst-2960-24tt'), 'show cdp neighbors')).toBe(list)
  // The count is of 15.2 and later.
  expect(shown(at('isr-1941'), 'show cdp neighbors')).toBe(`${list}\n\nTotal cdp entries displayed : 0`)
  const off = at('isr-1941', 'no cdp run\r')
  for (const view of ['show cdp', 'show cdp neighbors', 'show cdp neighbors detail'])
    expect(shown(off, view)).toBe('% CDP is not enabled')
})

test('LLDP is off until it is switched on', () => {
  const console = at('catalyst-2960-24tt')
  expect(shown(console, 'show lldp')).toBe('% LLDP is not enabled')
  console.type('conf t\rlldp run\rlldp holdtime 90\rend\r')
  expect(shown(console, 'show lldp neighbors')).toBe(`Capability codes:
    (R) Router, (B) Bridge, (T) Telephone, (C) DOCSIS Cable Device
    (W) WLAN Access Point, (P) Repeater, (S) Station, (O) Other

Device ID           Local Intf     Hold-time  Capability      Port ID

Total entries displayed: 0
`)
  expect(shown(console, 'show lldp')).toContain('LLDP hold time advertised is 90 seconds')
})

test('NTP waits for its servers', () => {
  const console = at('isr-1941')
  expect(shown(console, 'show ntp status')).toBe('%NTP is not enabled.')
  console.type('conf t\rntp server 192.0.2.123\rend\r')
  expect(shown(console, 'show ntp status')).toMatch(
    /^Clock is unsynchronized, stratum 16, no reference clock\nnominal freq is /,
  )
  expect(shown(console, 'show ntp associations')).toBe(`
  address         ref clock       st   when   poll reach  delay  offset   disp
 ~192.0.2.123     .INIT.          16      -     64     0  0.000   0.000 15937.
 * sys.peer, # selected, + candidate, - outlyer, x falseticker, ~ configured`)
})

test('SSH has no keys', () => {
  const console = at('catalyst-2960-24tt', 'ip ssh time-out 60\r')
  expect(shown(console, 'show ip ssh')).toContain(
    '\nAuthentication timeout: 60 secs; Authentication retries: 3\n',
  )
  console.type('conf t\r')
  expect(shown(console, 'ip ssh version 2')).toBe(
    'Please create RSA keys (of at least 768 bits size) to enable SSH v2.',
  )
  expect(shown(console, 'do show ip ssh')).toMatch(/^SSH Disabled - version 2\.0\n/)
})

test.each(['show arp', 'show ip arp'])('%s has its heading', (view) => {
  expect(shown(at('isr-1941'), view)).toBe(
    'Protocol  Address          Age (min)  Hardware Addr   Type   Interface',
  )
})

test('show tech-support is the views under their titles', () => {
  const console = at('catalyst-2960-24tt')
  const text = shown(console, 'show tech-support')
  expect(text).toContain(
    '\n------------------ show running-config ------------------\n\nBuilding configuration...\n',
  )
  expect(text).toContain(
    `\n------------------ show cdp neighbors ------------------\n\n${shown(console, 'show cdp neighbors')}\n`,
  )
})
