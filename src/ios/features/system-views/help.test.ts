/**
 * `?` as real devices answer it, on both profiles. Rules: two blanks, the word padded to the longest of its list, two blanks,
 * the description; no row longer than 79 characters, what is left over hanging under the description; ASCII order with `|`
 * and `<cr>` last; an empty line and the typed text behind it. Words and wording: listings of a Catalyst on 15.x, of a
 * Cisco 1921 and of IOL, 15.x.
 */

import { describe, expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

const profiles = ['catalyst-2960-24tt', 'isr-1941'] as const

const at = (profile: string, keys = ''): TestConsole => {
  const console = startConsole(profile)
  console.advance(10_000)
  console.type(keys)
  return console
}

/** What `?` prints behind `typed`: rows without the one that was typed on and the prompt that comes again. */
const asked = (console: TestConsole, typed: string): string[] => {
  const rows = console.type(`${typed}?`).split('\n').slice(1, -1)
  console.type('\x15')
  return rows
}

const places: readonly [string, string, string][] = [
  ['user EXEC', '', ''],
  ['privileged EXEC', 'en\r', ''],
  ['show', 'en\r', 'show '],
  ['global configuration', 'en\rconf t\r', ''],
  ['ip', 'en\rconf t\r', 'ip '],
  ['a line', 'en\rconf t\rline con 0\r', ''],
  ['an interface', 'en\rconf t\rinterface gi0/1\r', ''],
]

/** Rows joined to entries: word and whole description. */
function entriesOf(rows: readonly string[]): { word: string; help: string; column: number }[] {
  const entries: { word: string; help: string; column: number }[] = []
  for (const row of rows) {
    const entry = /^ {2}(\S+(?: \S+)*?)( {2,})(\S.*)$/.exec(row)
    const last = entries.at(-1)
    if (row === '  <cr>') entries.push({ word: '<cr>', help: '', column: last?.column ?? 0 })
    else if (entry !== null && !row.startsWith('   '))
      entries.push({
        word: entry[1] ?? '',
        help: entry[3] ?? '',
        column: 2 + (entry[1] ?? '').length + (entry[2] ?? '').length,
      })
    else if (last !== undefined) {
      expect(row.search(/\S/), row).toBe(last.column)
      entries[entries.length - 1] = { ...last, help: `${last.help} ${row.trim()}` }
    }
  }
  return entries
}

describe.each(profiles)('%s', (profile) => {
  test.each(places)('the list of %s keeps the layout', (_, keys, typed) => {
    const console = at(profile, keys)
    const rows = asked(console, typed)
    expect(rows.at(-1)).toBe('')
    const list = rows.slice(typed === '' ? 1 : 0, -1)
    expect(list.length).toBeGreaterThan(10)
    for (const row of list) expect(row.length, row).toBeLessThan(80)
    const entries = entriesOf(list)
    const words = entries.map(({ word }) => word)
    const longest = Math.max(...words.map((word) => word.length))
    for (const { word, column } of entries) if (word !== '<cr>') expect(column, word).toBe(longest + 4)
    const plain = words.filter((word) => word !== '<cr>' && word !== '|')
    expect(plain).toEqual([...plain].sort((a, b) => (a < b ? -1 : 1)))
    expect(new Set(words).size).toBe(words.length)
    // A row is broken only where its next word would have reached the last column.
    for (const [index, row] of list.entries()) {
      const next = list[index + 1]
      if (next?.startsWith(' '.repeat(longest + 4)) === true)
        expect(row.length + 1 + (next.trim().split(' ')[0] ?? '').length, row).toBeGreaterThanOrEqual(80)
    }
  })

  test('headings stand before the list of a mode', () => {
    expect(asked(at(profile), '')[0]).toBe('Exec commands:')
    const console = at(profile, 'en\r')
    expect(asked(console, '')[0]).toBe('Exec commands:')
    console.type('conf t\r')
    expect(asked(console, '')[0]).toBe('Configure commands:')
    console.type('line vty 0 4\r')
    expect(asked(console, '')[0]).toBe('Line configuration commands:')
    console.type('interface gi0/1\r')
    expect(asked(console, '')[0]).toBe('Interface configuration commands:')
    expect(asked(console, 'ip ')[0]).toBe('Interface IP configuration subcommands:')
  })

  test('the typed text comes again behind the list, without the question mark', () => {
    const console = at(profile, 'en\r')
    const prompt = profile === 'isr-1941' ? 'Router#' : 'Switch#'
    expect(console.type('cl?')).toBe(`cl?\nclear  clock\n\n${prompt}cl`)
    expect(console.type('ock ?')).toMatch(/^ock \?\n[\s\S]*\n\n(Router|Switch)#clock $/)
  })

  test('aliases come first in a partial list of the first word', () => {
    const console = at(profile, 'en\r')
    expect(asked(console, 'lo')).toEqual(['*lo=logout  lock  logging  login  logout', ''])
    // They are no words further on.
    expect(asked(console, 'show lo')[0]).not.toContain('*')
  })

  test('a partial list too long for a row stands in columns', () => {
    const rows = asked(at(profile, 'en\rconf t\r'), 's').slice(0, -1)
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(row.length).toBeLessThan(80)
    const words = rows.flatMap((row) => row.split(/ +/))
    const width = Math.max(...words.map((word) => word.length)) + 2
    for (const row of rows) {
      for (const match of row.matchAll(/\S+/g)) expect((match.index ?? 0) % width, row).toBe(0)
    }
  })

  test('nothing fits, more than one thing fits, nothing may follow', () => {
    const console = at(profile, 'en\rconf t\r')
    expect(asked(console, 'zz')).toEqual(['% Unrecognized command'])
    expect(asked(console, 'hostname X y')).toEqual(['% Unrecognized command'])
    expect(asked(console, 'i ')).toEqual(['% Ambiguous command:  "i "'])
    expect(asked(console, 'hostname X ')).toEqual(['  <cr>', ''])
    // Captured: where no keyword fits, the argument that would is named.
    expect(asked(console, 'logging syn')).toEqual(['Hostname or A.B.C.D', ''])
  })

  test('output modifiers stand before the end of the line', () => {
    const rows = asked(at(profile, 'en\r'), 'show clock ')
    expect(rows.slice(-3)).toEqual(['  |       Output modifiers', '  <cr>', ''])
  })

  test('a long list is paged, and q ends it with the text typed so far', () => {
    const console = startConsole(profile, { paging: true })
    console.type('en\r')
    const first = console.type('show ?')
    expect(first.endsWith('\n --More-- ')).toBe(true)
    expect(first.split('\n').length).toBe(25)
    expect(console.type('q')).toMatch(/#show $/)
  })
})

/** Rows of real lists. */
const listed: readonly [string, string, string, string, readonly [string, string][]][] = [
  [
    'catalyst-2960-24tt',
    'user EXEC',
    '',
    '',
    [
      ['<1-99>', 'Session number to resume'],
      ['clear', 'Reset functions'],
      ['connect', 'Open a terminal connection'],
      ['enable', 'Turn on privileged commands'],
      ['name-connection', 'Name an existing network connection'],
      ['ping', 'Send echo messages'],
      ['rcommand', 'Run command on remote switch'],
      ['ssh', 'Open a secure shell client connection'],
      ['telnet', 'Open a telnet connection'],
      ['traceroute', 'Trace route to destination'],
    ],
  ],
  [
    'isr-1941',
    'user EXEC',
    '',
    '',
    [
      ['clear', 'Reset functions'],
      ['lat', 'Open a lat connection'],
      ['lig', 'LISP Internet Groper'],
      ['mrinfo', 'Request neighbor and version information from a multicast router'],
      ['rlogin', 'Open an rlogin connection'],
      ['tunnel', 'Open a tunnel connection'],
    ],
  ],
  [
    'isr-1941',
    'privileged EXEC',
    'en\r',
    '',
    [
      ['calendar', 'Manage the hardware calendar'],
      ['clock', 'Manage the system clock'],
      ['configure', 'Enter configuration mode'],
      ['copy', 'Copy from one file to another'],
      ['logging', 'Handles logging operations'],
      ['reload', 'Halt and perform a cold restart'],
      ['setup', 'Run the SETUP command facility'],
    ],
  ],
  [
    'isr-1941',
    'show',
    'en\r',
    'show ',
    [
      ['aliases', 'Display alias commands'],
      ['arp', 'ARP table'],
      ['async', 'Information on terminal lines used as router interfaces'],
      ['clock', 'Display the system clock'],
      ['hosts', 'IP domain-name, lookup style, nameservers, and host table'],
      ['logging', 'Show the contents of logging buffers'],
      ['login', 'Display Secure Login Configurations and State'],
      ['running-config', 'Current operating configuration'],
    ],
  ],
  [
    'catalyst-2960-24tt',
    'global configuration',
    'en\rconf t\r',
    '',
    [
      ['hostname', "Set system's network name"],
      ['logging', 'Modify message logging facilities'],
      ['monitor', 'Monitoring different system events'],
      ['no', 'Negate a command or set its defaults'],
      ['ntp', 'Configure NTP'],
      ['service', 'Modify use of network based services'],
      ['snmp-server', 'Modify SNMP engine parameters'],
      ['vtp', 'Configure global VTP state'],
    ],
  ],
  [
    'catalyst-2960-24tt',
    'logging',
    'en\rconf t\r',
    'logging ',
    [
      ['Hostname or A.B.C.D', 'IP address of the logging host'],
      ['buffered', 'Set buffered logging parameters'],
      ['console', 'Set console logging parameters'],
      ['count', 'Count every log message and timestamp last occurance'],
      ['source-interface', 'Specify interface for source address in logging transactions'],
      ['trap', 'Set syslog server logging level'],
    ],
  ],
  [
    'isr-1941',
    'ntp',
    'en\rconf t\r',
    'ntp ',
    [
      ['access-group', 'Control NTP access'],
      ['master', 'Act as NTP master clock'],
      ['peer', 'Configure NTP peer'],
      ['server', 'Configure NTP server'],
      ['update-calendar', 'Periodically update calendar with NTP time'],
    ],
  ],
  [
    'catalyst-2960-24tt',
    'a line',
    'en\rconf t\rline con 0\r',
    '',
    [
      ['exec-timeout', 'Set the EXEC timeout'],
      ['full-help', 'Provide help to unprivileged user'],
      ['logging', 'Modify message logging facilities'],
      ['session-timeout', 'Set interval for closing connection when there is no input traffic'],
      ['transport', 'Define transport protocols for line'],
    ],
  ],
  [
    'catalyst-2960-24tt',
    'a VLAN',
    'en\rconf t\rvlan 10\r',
    '',
    [
      ['are', 'Maximum number of All Route Explorer hops for this VLAN (or zero if none specified)'],
      ['exit', 'Apply changes, bump revision number, and exit mode'],
      ['name', 'Ascii name of the VLAN'],
      ['no', 'Negate a command or set its defaults'],
    ],
  ],
  [
    'catalyst-2960-24tt',
    'spanning-tree of a port',
    'en\rconf t\rinterface fa0/1\r',
    'spanning-tree ',
    [
      ['bpduguard', "Don't accept BPDUs on this interface"],
      ['cost', "Change an interface's spanning tree port path cost"],
      ['guard', "Change an interface's spanning tree guard mode"],
      ['portfast', 'Enable an interface to move directly to forwarding on link up'],
      ['vlan', 'VLAN Switch Spanning Tree'],
    ],
  ],
]

test.each(listed)('%s lists for %s what real devices list', (profile, _, keys, typed, rows) => {
  const entries = entriesOf(asked(at(profile, keys), typed).slice(0, -1))
  for (const [word, help] of rows) expect(entries.find((entry) => entry.word === word)?.help, word).toBe(help)
})

// What people type every day.
test.each([
  ['catalyst-2960-24tt', 'en', /^Switch#$/m],
  ['catalyst-2960-24tt', 'en\rsh int fa 0/1', /^FastEthernet0\/1 is /m],
  ['catalyst-2960-24tt', 'en\rconf t\rlin vty 0 4', /^Switch\(config-line\)#$/m],
  ['catalyst-2960-24tt', 'en\ren', /^Switch#$/m],
])('%s takes %j', (profile, keys, expected) => {
  const console = at(profile)
  expect(console.type(`${keys}\r`)).toMatch(expected)
})
