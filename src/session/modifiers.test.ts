import { describe, expect, test } from 'vitest'
import type { IosRegexp } from './ios-regexp.ts'
import { compileIosRegexp } from './ios-regexp.ts'
import type { LineFilter } from './modifiers.ts'
import { begin, count, exclude, include, section } from './modifiers.ts'

const regexp = (pattern: string): IosRegexp => {
  const compiled = compileIosRegexp(pattern)
  if ('fault' in compiled) throw new Error(compiled.fault)
  return compiled
}

const CONFIGURATION = `Building configuration...

Current configuration : 512 bytes
!
hostname R1
!
username anna privilege 15 secret 5 $1$wGke$YPaf0LmgigkkmzYflBUCt0
!
interface GigabitEthernet0/0
 description to S1
 ip address 10.0.0.1 255.255.255.0
 ip ospf 1 area 0
!
interface GigabitEthernet0/1
 no ip address
 shutdown
!
router ospf 1
 router-id 1.1.1.1
 network 10.0.0.0 0.0.0.255 area 0
!
ip ssh pubkey-chain
  username anna
   key-hash ssh-rsa 303CF59996FEA22B46DCC52324AACE7A
  username bert
   key-hash ssh-rsa 46DD97448BF3EDBFE8E289E3F9ABFC53
!
end`.split('\n')

const through = (filter: LineFilter, lines: readonly string[] = CONFIGURATION): string[] => [...filter(lines)]

describe('include and exclude', () => {
  test('include keeps the lines that match, and no heading', () => {
    expect(through(include(regexp('hostname')))).toEqual(['hostname R1'])
    expect(through(include(regexp('^interface|^ ip address')))).toEqual([
      'interface GigabitEthernet0/0',
      ' ip address 10.0.0.1 255.255.255.0',
      'interface GigabitEthernet0/1',
    ])
  })

  test('exclude keeps all others, the heading among them', () => {
    const kept = through(exclude(regexp('^ |!')))
    expect(kept.slice(0, 4)).toEqual([
      'Building configuration...',
      '',
      'Current configuration : 512 bytes',
      'hostname R1',
    ])
    expect(kept).toContain('')
    expect(kept).not.toContain('!')
  })
})

describe('begin', () => {
  test('prints from the first match to the end', () => {
    expect(through(begin(regexp('pubkey')))).toEqual(CONFIGURATION.slice(-7))
  })

  test('prints nothing without a match', () => {
    expect(through(begin(regexp('eigrp')))).toEqual([])
  })
})

describe('section', () => {
  test('a head brings the lines below it', () => {
    expect(through(section(regexp('^router')))).toEqual([
      'router ospf 1',
      ' router-id 1.1.1.1',
      ' network 10.0.0.0 0.0.0.255 area 0',
    ])
  })

  test('heads one after the other', () => {
    expect(through(section(regexp('interface')))).toEqual(
      CONFIGURATION.slice(8, 12).concat(CONFIGURATION.slice(13, 16)),
    )
  })

  // The form of a captured `show run | section username`: the users of the key chain come without its line.
  test('a match inside a section brings what is below it, not what is above', () => {
    expect(through(section(regexp('username')))).toEqual([
      'username anna privilege 15 secret 5 $1$wGke$YPaf0LmgigkkmzYflBUCt0',
      '  username anna',
      '   key-hash ssh-rsa 303CF59996FEA22B46DCC52324AACE7A',
      '  username bert',
      '   key-hash ssh-rsa 46DD97448BF3EDBFE8E289E3F9ABFC53',
    ])
    expect(through(section(regexp('ospf')))).toEqual([
      ' ip ospf 1 area 0',
      'router ospf 1',
      ' router-id 1.1.1.1',
      ' network 10.0.0.0 0.0.0.255 area 0',
    ])
  })

  // The form of a captured `show ip bgp neighbors | section Local Policy`.
  test('an indented head ends where its own indentation comes back', () => {
    const listing = [
      '          Outbound',
      '  Local Policy Denied:   -----',
      '    Total:   0',
      '  Number of NLRIs: 0',
      '',
    ]
    expect(through(section(regexp('Local Policy')), listing)).toEqual([
      '  Local Policy Denied:   -----',
      '    Total:   0',
    ])
  })

  test('an empty line ends a section', () => {
    expect(through(section(regexp('rip')), ['Protocol "rip"', '  Interfaces:', '', '  Interfaces:'])).toEqual(
      ['Protocol "rip"', '  Interfaces:'],
    )
  })

  // from memory: `section exclude` prints what `section` leaves out
  test('exclude keeps the other sections', () => {
    const kept = through(section(regexp('^interface|^ip ssh'), 'exclude'))
    expect(kept).toEqual([...CONFIGURATION.slice(0, 8), '!', '!', ...CONFIGURATION.slice(17, 21), '!', 'end'])
  })
})

describe('count', () => {
  test('says how many lines match', () => {
    expect(through(count(regexp('^interface')))).toEqual(['Number of lines which match regexp = 2'])
    // The form with none is captured on IOS-XE.
    expect(through(count(regexp('eigrp')))).toEqual(['Number of lines which match regexp = 0'])
    expect(through(count(regexp('.')), [])).toEqual(['Number of lines which match regexp = 0'])
  })
})

test.each<[string, LineFilter, string]>([
  ['include', include(regexp('b')), 'b'],
  ['exclude', exclude(regexp('a')), 'b'],
  ['begin', begin(regexp('b')), 'b'],
  ['section', section(regexp('b')), 'b'],
])('%s reads no further than it is asked', (_, filter, first) => {
  const read: string[] = []
  function* lines(): Generator<string> {
    for (const line of ['a', 'b', 'c']) {
      read.push(line)
      yield line
    }
  }
  for (const line of filter(lines())) {
    expect(line).toBe(first)
    break
  }
  expect(read).toEqual(['a', 'b'])
})

test('a filter serves again', () => {
  const filter = begin(regexp('hostname'))
  expect(through(filter)).toEqual(through(filter))
})
