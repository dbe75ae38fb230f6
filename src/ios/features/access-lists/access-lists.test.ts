import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function configure(profile: string, ...lines: string[]): TestConsole {
  const console = startConsole(profile)
  console.type('en\rconf t\r')
  for (const line of lines) console.type(`${line}\r`)
  console.type('end\r')
  return console
}

/** The lines of the running configuration that match, by the device's own filter. */
function running(console: TestConsole, pattern: string): string {
  const shown = console.type(`show running-config | ${pattern}\r`)
  return shown.slice(shown.indexOf('\n') + 1, shown.lastIndexOf('\n') + 1)
}

// Header, indentation, `deny` padded in standard lists only, `wildcard bits`: as two captures of show ip access-lists agree.
test('show access-lists has standard lists before extended ones, with sequence numbers', () => {
  const console = configure(
    'isr-1941',
    'access-list 101 permit tcp any host 10.0.0.5 eq 80',
    'access-list 101 deny ip any any',
    'ip access-list standard OFFICE',
    'permit 10.1.1.1',
    'access-list 9 deny 192.168.7.33 0.0.0.255',
    'access-list 9 permit any log',
  )
  const lists = [
    'Standard IP access list 9',
    '    10 deny   192.168.7.0, wildcard bits 0.0.0.255',
    '    20 permit any log',
    'Standard IP access list OFFICE',
    '    10 permit 10.1.1.1',
    'Extended IP access list 101',
    '    10 permit tcp any host 10.0.0.5 eq www',
    '    20 deny ip any any',
    '',
  ]
  expect(console.type('show access-lists\r')).toBe(
    ['show access-lists', ...lists].join('\n').concat('Router#'),
  )
  expect(console.type('show ip access-lists OFFICE\r')).toBe(
    'show ip access-lists OFFICE\nStandard IP access list OFFICE\n    10 permit 10.1.1.1\nRouter#',
  )
})

test.each(['isr-1941', 'catalyst-2960-24tt'])('%s prints rules in their normal form', (profile) => {
  const console = configure(
    profile,
    'access-list 10 permit host 10.1.1.1',
    'access-list 10 permit 0.0.0.0 255.255.255.255',
    'access-list 10 deny 10.1.1.77 0.0.0.255',
    'ip access-list extended WEB',
    'permit tcp 10.0.0.9 0.0.0.0 any eq 443',
    'permit udp any eq 53 any range 68 67',
    'permit icmp any any 8',
    'permit icmp any any 3 1',
    'permit 89 any any',
    'deny tcp any any established',
  )
  expect(running(console, 'section access-list')).toBe(
    [
      'ip access-list extended WEB',
      ' permit tcp host 10.0.0.9 any eq 443',
      ' permit udp any eq domain any range bootps bootpc',
      ' permit icmp any any echo',
      ' permit icmp any any host-unreachable',
      ' permit ospf any any',
      ' deny   tcp any any established',
      'access-list 10 permit 10.1.1.1',
      'access-list 10 permit any',
      'access-list 10 deny   10.1.1.0 0.0.0.255',
      '',
    ].join('\n'),
  )
})

test('entries are ordered by sequence numbers that the configuration does not print', () => {
  const console = configure(
    'isr-1941',
    'ip access-list extended LAB',
    'permit ip any host 10.0.0.1',
    'remark the rest',
    'deny ip any any',
    '15 permit ip any host 10.0.0.2',
    '20 permit ip any host 10.0.0.3',
    'no 10',
    'permit ip any host 10.0.0.2',
  )
  expect(console.type('show access-lists\r')).toContain(
    'LAB\n    15 permit ip any host 10.0.0.2\n    20 deny ip any any\nRouter#',
  )
  expect(running(console, 'section access-list')).toBe(
    'ip access-list extended LAB\n remark the rest\n permit ip any host 10.0.0.2\n deny   ip any any\n',
  )
  console.type('conf t\rip access-list resequence LAB 100 5\r')
  expect(console.type('do show access-lists\r')).toContain(
    '    100 permit ip any host 10.0.0.2\n    105 deny',
  )
  console.type('ip access-list extended LAB\rno deny ip any any\rno remark the rest\rpermit udp any any\r')
  expect(console.type('do show access-lists\r')).toContain('    110 permit udp any any\n')
})

test('a taken sequence number is refused', () => {
  const console = configure('isr-1941', 'ip access-list standard A', 'permit 1.1.1.1')
  console.type('conf t\rip access-list standard A\r')
  // from memory: the sentence
  expect(console.type('10 deny 2.2.2.2\r')).toContain(
    '\n% Duplicate sequence number\nRouter(config-std-nacl)#',
  )
})

test('no access-list removes the whole list, whatever follows the number', () => {
  const console = configure('isr-1941', 'access-list 7 permit 1.1.1.1', 'access-list 7 permit 2.2.2.2')
  console.type('conf t\rno access-list 7 permit host 1.1.1.1\r')
  expect(console.type('do show access-lists\r')).toBe('do show access-lists\nRouter(config)#')
})

test('a numbered list can be edited as a named one', () => {
  const console = configure(
    'isr-1941',
    'access-list 7 permit 1.1.1.1',
    'access-list 7 remark spare',
    'ip access-list standard 7',
    '5 deny any',
  )
  expect(running(console, 'include access-list')).toBe(
    'access-list 7 deny   any\naccess-list 7 permit 1.1.1.1\naccess-list 7 remark spare\n',
  )
})

test('the lists load back to the same text', () => {
  const console = configure(
    'isr-1941',
    'ip access-list standard A',
    'remark one',
    'permit 10.0.0.0 0.255.255.255 log',
    'ip access-list extended B',
    'permit tcp any gt 1023 host 1.2.3.4 neq www fragments log-input time-range DAY',
    'ip access-list standard 7',
    'access-list 150 remark two',
    'access-list 150 deny esp any any',
  )
  const before = console.type('show running-config\r')
  const again = startConsole('isr-1941', {
    startupConfig: before.slice(before.indexOf('\nversion'), before.lastIndexOf('\nend') + 5),
  })
  again.type('en\r')
  const wanted = running(console, 'section access-list')
  expect(wanted.split('\n')).toHaveLength(9)
  expect(running(again, 'section access-list')).toBe(wanted)
})
