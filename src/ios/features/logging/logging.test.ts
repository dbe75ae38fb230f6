import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function configuring(profile: string): TestConsole {
  const console = startConsole(profile)
  console.advance(10_000)
  console.type('en\rconf t\r')
  return console
}

const lines = (console: TestConsole, pattern: string): string[] =>
  console.type(`do show run | include ${pattern}\r`).split('\n').slice(1, -1)

test('levels are read by name, prefix or number and printed by name, sizes before them', () => {
  const console = configuring('catalyst-2960-24tt')
  console.type('logging console 3\rlogging monitor warn\rlogging buffered 16384 6\rlogging trap debugging\r')
  console.advance(5000)
  expect(lines(console, '^logging')).toEqual([
    'logging buffered 16384 informational',
    'logging console errors',
    'logging monitor warnings',
    'logging trap debugging',
  ])
  console.type('logging console\rlogging monitor 7\rlogging buffered 4096\rdefault logging trap\r')
  console.advance(5000)
  expect(lines(console, '^logging')).toEqual([])
  console.type('no logging console\rno logging buffered\rno logging on\rno logging trap\r')
  console.advance(5000)
  expect(lines(console, 'logging')).toEqual([
    'no logging buffered',
    'no logging console',
    'no logging on',
    'no logging trap',
  ])
})

test('a severity is ambiguous as a keyword is, and a number beyond 7 is none', () => {
  const console = configuring('isr-1941')
  expect(console.type('logging console e\r')).toContain('% Ambiguous command:  "logging console e"\n')
  expect(console.type('logging console 8\r')).toBe(
    `logging console 8\n${' '.repeat(31)}^\n% Invalid input detected at '^' marker.\n\nRouter(config)#`,
  )
})

// The texts were captured on IOS 15 and XE.
test('the console says that it falls silent, and then is', () => {
  const console = configuring('isr-1941')
  console.type('no logging console\r')
  expect(console.advance(1000)).toMatch(/^\n\*.*: %SYS-5-LOG_CONFIG_CHANGE: Console logging disabled$/)
  console.type('int g0/0\rshutdown\rno shutdown\r')
  expect(console.advance(5000)).toBe('')
  console.type('logging console\r')
  expect(console.advance(1000)).toMatch(
    /%SYS-5-LOG_CONFIG_CHANGE: Console logging: level debugging, xml disabled, filtering disabled$/,
  )
})

// Captured on 15.x: two lines, a second apart.
test('a syslog server is announced twice', () => {
  const console = configuring('catalyst-2960-24tt')
  console.type('logging 10.9.8.7\r')
  expect(console.advance(500)).toMatch(
    /%SYS-6-LOGGINGHOST_STARTSTOP: Logging to host 10\.9\.8\.7 port 0 CLI Request Triggered$/,
  )
  expect(console.advance(1000)).toMatch(
    /%SYS-6-LOGGINGHOST_STARTSTOP: Logging to host 10\.9\.8\.7 port 514 started - CLI initiated$/,
  )
  expect(lines(console, '^logging')).toEqual(['logging host 10.9.8.7'])
  console.type('no logging host 10.9.8.7\r')
  console.advance(1000)
  expect(lines(console, '^logging')).toEqual([])
})

test.each([
  ['service timestamps log uptime', '00:02:00: '],
  ['service timestamps log datetime', '*Mar  1 00:02:00: '],
  ['service timestamps log datetime msec', '*Mar  1 00:02:00.000: '],
  ['service timestamps log datetime year', '*Mar  1 1993 00:02:00: '],
  ['service timestamps log datetime show-timezone msec', '*Mar  1 00:02:00.000 UTC: '],
  ['no service timestamps log', ''],
  ['service timestamps', '00:02:00: '],
])('%s', (line, stamp) => {
  const console = configuring('catalyst-2960-24tt')
  console.type(`${line}\r`)
  const { ios } = console
  console.advance(ios.startedMs + 120_000 - console.kernel.nowMs)
  console.type('end\r')
  // The clock of a switch without a chip starts with the system.
  const shown = console.advance(100)
  expect(shown.slice(1)).toBe(`${stamp}%SYS-5-CONFIG_I: Configured from console by console`)
})

test('uptime counts days and weeks, sequence numbers six digits', () => {
  const console = configuring('catalyst-2960-24tt')
  console.type('service timestamps log uptime\rservice sequence-numbers\rline con 0\rexec-timeout 0 0\r')
  console.advance(26 * 3_600_000)
  console.type('end\r')
  expect(console.advance(100)).toMatch(/^\n\d{6}: 1d02h: %SYS-5-CONFIG_I/)
  console.advance(21 * 86_400_000)
  console.type('conf t\rend\r')
  expect(console.advance(100)).toMatch(/\n\d{6}: 3w1d: %SYS-5-CONFIG_I/)
})

test('time stamps of debug print before those of log, whatever form they have', () => {
  const console = configuring('catalyst-2960-24tt')
  console.type('service timestamps debug uptime\r')
  expect(lines(console, 'timestamps')).toEqual([
    'service timestamps debug uptime',
    'service timestamps log datetime msec',
  ])
  console.type('no service timestamps\r')
  expect(lines(console, 'timestamps')).toEqual(['no service timestamps debug', 'no service timestamps log'])
})

// Rows and indents that the captures of routers on 15.x (two) and of a Catalyst agree on; numbers are our own.
test('show logging', () => {
  const console = configuring('isr-1941')
  console.type('logging host 10.9.8.7\rlogging source-interface g0/1\rend\r')
  console.advance(5000)
  console.type('clear logging\r\rconf t\rend\r')
  console.advance(1000)
  const shown = console.type('show logging\r')
  const head = shown.slice(shown.indexOf('Syslog'), shown.indexOf('\nLog Buffer'))
  const { counts } = console.ios.log
  expect(
    head,
  ).toBe(`Syslog logging: enabled (0 messages dropped, 0 messages rate-limited, 0 flushes, 0 overruns, xml disabled, filtering disabled)

No Active Message Discriminator.



No Inactive Message Discriminator.


    Console logging: level debugging, ${counts.console} messages logged, xml disabled,
                     filtering disabled
    Monitor logging: level debugging, 0 messages logged, xml disabled,
                     filtering disabled
    Buffer logging:  level debugging, ${counts.buffer} messages logged, xml disabled,
                    filtering disabled
    Exception Logging: size (8192 bytes)
    Count and timestamp logging messages: disabled
    Persistent logging: disabled

No active filter modules.

    Trap logging: level informational, ${counts.trapLines} message lines logged
        Logging to 10.9.8.7  (udp port 514, audit disabled,
              link down),
              0 message lines logged,
              0 message lines rate-limited,
              0 message lines dropped-by-MD,
              xml disabled, sequence number disabled
              filtering disabled
        Logging Source-Interface:       VRF Name:
        GigabitEthernet0/1
`)
  expect(counts.console).toBe(counts.buffer)
  // RESTART has five lines.
  expect(counts.trapLines).toBe(counts.buffer + 4)
  expect(shown.slice(shown.indexOf('Log Buffer'))).toMatch(
    /^Log Buffer \(8192 bytes\):\n\n\*.*: %SYS-5-CONFIG_I: Configured from console by console\nRouter#$/,
  )
})

test('a full buffer begins inside a message', () => {
  const console = configuring('catalyst-2960-24tt')
  for (let round = 0; round < 40; round++) {
    console.type('interface vlan 1\rshutdown\rno shutdown\rend\rconf t\r')
    console.advance(3000)
  }
  const shown = console.type('do show logging\r')
  const buffer = shown.slice(shown.indexOf('Log Buffer (4096 bytes):\n') + 25, shown.lastIndexOf('\n'))
  expect(buffer.length).toBe(4096)
  expect(buffer).not.toMatch(/^\n/)
  expect(buffer.slice(buffer.indexOf('\n'))).toMatch(/^\n\*Mar {2}1/)
})

// Captured: a destination that is off has no counters.
test('destinations that are off', () => {
  const console = configuring('catalyst-2960-24tt')
  console.type('no logging console\rno logging monitor\rno logging buffered\rend\r')
  const shown = console.type('show logging\r')
  expect(shown).toContain(`    Console logging: disabled
    Monitor logging: disabled
    Buffer logging:  disabled, xml disabled,
                    filtering disabled
    Exception Logging: size (4096 bytes)
    Count and timestamp logging messages: disabled
    File logging: disabled
    Persistent logging: disabled
`)
  expect(shown).not.toContain('Log Buffer')
})
