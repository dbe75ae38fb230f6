/** How words are found: abbreviations, errors, hidden words, `no`, `do`, and commands of other modes. */

import { describe, expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../console.ts'

const catalyst = 'catalyst-2960-24tt'
const isr = 'isr-1941'

/** A device at a prompt, reached by typing lines. */
function at(profile: string, ...lines: string[]): TestConsole {
  const console = startConsole(profile)
  console.type('en\rconf t\rno ip domain-lookup\rno logging console\rend\r')
  for (const line of lines) console.type(`${line}\r`)
  return console
}

const refused = /% (?:Invalid input|Ambiguous command|Incomplete command|Unknown command|Unrecognized)/

describe('abbreviations that people rely on', () => {
  test.each<[string, string, string[]]>([
    [catalyst, 'en', []],
    [isr, 'conf t', []],
    [catalyst, 'sh run', []],
    [isr, 'sh ip int br', []],
    [catalyst, 'sh vl br', []],
    [catalyst, 'wr', []],
    [catalyst, 'cop run sta', []],
    [catalyst, 'sh cdp nei de', []],
    [catalyst, 'sh int statu', []],
    [catalyst, 'sh int tru', []],
    [isr, 'ex', []],
    [isr, 'int g0/0', ['conf t']],
    [catalyst, 'int fa0/1', ['conf t']],
    [isr, 'lin vty 0 4', ['conf t']],
    [catalyst, 'lin vty 0 4', ['conf t']],
    [isr, 'host X', ['conf t']],
    [isr, 'ena sec class', ['conf t']],
    [isr, 'router ospf 1', ['conf t']],
    [isr, 'exi', ['conf t']],
    [isr, 'do sh clock', ['conf t']],
    [isr, 'no shut', ['conf t', 'int g0/0']],
    [isr, 'ip add 10.0.0.1 255.0.0.0', ['conf t', 'int g0/0']],
    [isr, 'ex', ['conf t', 'int g0/0']],
    [catalyst, 'sw mo ac', ['conf t', 'int fa0/1']],
    [catalyst, 'sw ac vl 10', ['conf t', 'int fa0/1']],
    [catalyst, 'sw mo tr', ['conf t', 'int fa0/1']],
    [catalyst, 'ex', ['conf t', 'vlan 5']],
    [isr, 'net 10.0.0.0 0.255.255.255 area 0', ['conf t', 'router ospf 1']],
    [isr, 'pas cisco', ['conf t', 'line con 0']],
    [isr, 'logg sy', ['conf t', 'line con 0']],
    [isr, 'exi', ['conf t', 'line con 0']],
  ])('%s takes %s', (profile, typed, way) => {
    expect(at(profile, ...way).type(`${typed}\r`)).not.toMatch(refused)
  })

  test.each<[string, string, string[]]>([
    [isr, 'ex', ['conf t']],
    [catalyst, 'ex', ['conf t']],
    [isr, 'ex', ['conf t', 'line con 0']],
    [isr, 'log', ['conf t', 'line con 0']],
    [isr, 'router os 1', ['conf t']],
    [catalyst, 'sh int st', []],
    [catalyst, 'sh int tr', []],
    [isr, 'show i', []],
    [catalyst, 'sh i', []],
  ])('%s finds %s ambiguous', (profile, typed, way) => {
    const console = at(profile, ...way)
    const prompt = console.type('\r').trim()
    // Two blanks before the quote, the whole line within it, no empty line behind it.
    expect(console.type(`${typed}\r`)).toBe(`${typed}\n% Ambiguous command:  "${typed}"\n${prompt}`)
  })
})

describe('words that are taken without being shown', () => {
  test.each<[string, string[]]>([
    ['inter', []],
    ['wr', ['conf t']],
    ['no shut', ['conf t']],
  ])('a 1941 finds %s incomplete', (typed, way) => {
    const console = at(isr, ...way)
    const prompt = console.type('\r').trim()
    expect(console.type(`${typed}\r`)).toBe(`${typed}\n% Incomplete command.\n\n${prompt}`)
  })
})

test.each([catalyst, isr])('%s shows the same for an abbreviation as for the whole', (profile) => {
  const console = at(profile)
  const whole = console.type('show ip interface brief\r').replace('show ip interface brief', '')
  expect(whole).toContain('Protocol\n')
  expect(console.type('sh ip int bri\r').replace('sh ip int bri', '')).toBe(whole)
})

test('show alone, show ip alone, show and a question mark', () => {
  const console = at(isr)
  expect(console.type('show\r')).toBe('show\n% Type "show ?" for a list of subcommands\nRouter#')
  expect(console.type('show ip\r')).toBe('show ip\n% Incomplete command.\n\nRouter#')
  const list = console.type('show ?')
  expect(list).toMatch(/^show \?\n {2}\S/)
  expect(list).toMatch(/\n\nRouter#show $/)
})

test('an unknown word is looked up, and with more words it is a mistake at once', () => {
  const console = startConsole(isr)
  console.type('en\r')
  expect(console.type('foo\r')).toContain('Translating "foo"...domain server (255.255.255.255)')
  console.advance(60_000)
  expect(console.type('foo bar\r')).toMatch(
    /^foo bar\n {7,}\^\n% Invalid input detected at '\^' marker\.\n\nRouter#$/,
  )
})

describe('help', () => {
  test('without a blank the candidates stand on one row, with one in columns', () => {
    const console = at(isr, 'conf t')
    expect(console.type('inter?')).toBe('inter?\ninterface  \n\nRouter(config)#inter'.replace('  \n', '\n'))
    console.type('\x15')
    expect(console.type('interface ?')).toMatch(/\n {2}GigabitEthernet +GigabitEthernet IEEE 802\.3z\n/)
  })
})

describe('commands of other modes', () => {
  test('a global command leaves the submode', () => {
    const console = at(isr, 'conf t', 'int g0/0')
    expect(console.type('router ospf 1\r')).toBe('router ospf 1\nRouter(config-router)#')
    expect(console.type('ip host A 10.0.0.1\r')).toBe('ip host A 10.0.0.1\nRouter(config)#')
    expect(console.type('line con 0\r')).toBe('line con 0\nRouter(config-line)#')
  })

  test('what no mode takes is marked against the submode, which stays', () => {
    const console = at(isr, 'conf t', 'ip dhcp pool P')
    expect(console.type('defult\r')).toBe(
      `defult\n${' '.repeat('Router(dhcp-config)#def'.length)}^\n% Invalid input detected at '^' marker.\n\nRouter(dhcp-config)#`,
    )
  })

  test('a word that the submode finds ambiguous is not tried elsewhere', () => {
    const console = at(isr, 'conf t', 'line con 0')
    expect(console.type('log\r')).toBe('log\n% Ambiguous command:  "log"\nRouter(config-line)#')
  })

  test('a later word that it finds ambiguous is', () => {
    const console = at(isr, 'conf t', 'int g0/0')
    // From memory.
    expect(console.type('ip route 10.9.0.0 255.255.0.0 Null0\r')).toBe(
      'ip route 10.9.0.0 255.255.0.0 Null0\nRouter(config)#',
    )
  })

  test('commands of EXEC need do', () => {
    const console = at(isr, 'conf t', 'int g0/0')
    expect(console.type('show run\r')).toContain("% Invalid input detected at '^' marker.")
    expect(console.type('ping 10.0.0.1\r')).toContain("% Invalid input detected at '^' marker.")
    expect(console.type('do show run\r')).toMatch(/\nend\n\nRouter\(config-if\)#$/)
  })

  test('an error behind do stands under the typed line', () => {
    const console = at(isr, 'conf t')
    expect(console.type('do show ip intxx\r')).toBe(
      `do show ip intxx\n${' '.repeat('Router(config)#do show ip int'.length)}^\n% Invalid input detected at '^' marker.\n\nRouter(config)#`,
    )
  })

  test('end and Ctrl-Z leave from anywhere', () => {
    const console = at(isr, 'conf t', 'int g0/0')
    expect(console.type('end\r')).toContain('end\nRouter#')
    console.type('conf t\rline con 0\r')
    expect(console.type('hostname R9\x1a')).toContain('R9#')
  })
})

describe('no and default', () => {
  test('no takes the same abbreviations, and its values are optional', () => {
    const console = at(isr, 'conf t', 'int g0/0', 'description here', 'ip address 10.0.0.1 255.0.0.0')
    expect(console.type('no desc\r')).toBe('no desc\nRouter(config-if)#')
    expect(console.type('no ip add\r')).toBe('no ip add\nRouter(config-if)#')
    expect(console.type('do show run int g0/0\r')).toContain(
      'interface GigabitEthernet0/0\n no ip address\n shutdown\n',
    )
  })

  test('no of what is not configured is silent', () => {
    const console = at(isr, 'conf t')
    expect(console.type('no router rip\r')).toBe('no router rip\nRouter(config)#')
    expect(console.type('no access-list 5\r')).toBe('no access-list 5\nRouter(config)#')
  })

  test('no alone is incomplete', () => {
    expect(at(isr, 'conf t').type('no\r')).toBe('no\n% Incomplete command.\n\nRouter(config)#')
  })

  test('default puts a line back', () => {
    const console = at(isr, 'conf t', 'int g0/0', 'description here')
    expect(console.type('default description\r')).toBe('default description\nRouter(config-if)#')
    expect(console.type('do show run int g0/0\r')).not.toContain('description')
  })
})

test('comments and empty lines say nothing, and case does not matter', () => {
  const console = at(isr)
  expect(console.type('  ! nothing\r')).toBe('  ! nothing\nRouter#')
  expect(console.type('\r')).toBe('\nRouter#')
  expect(console.type('SH CLOCK\r')).toMatch(/UTC/)
})
