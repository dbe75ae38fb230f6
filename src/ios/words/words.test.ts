import { describe, expect, test } from 'vitest'
import { allWordLists } from './index.ts'
import { isKeyword, parseWordList, type WordKind, type WordList } from './word-list.ts'

const kinds: readonly WordKind[] = ['switch', 'router']

interface Place {
  readonly kind: WordKind
  readonly mode: string
  readonly level: 1 | 15
}

const name = (list: WordList) => `${list.mode} ${list.level} '${list.path}' ${list.on ?? 'both'}`

function listsAt({ kind, mode, level }: Place, path: string): WordList[] {
  return allWordLists.filter(
    (list) =>
      list.mode === mode &&
      list.path === path &&
      list.level <= level &&
      (list.on === undefined || list.on.includes(kind)),
  )
}

/** Keywords of a place, in the order of `?`. */
function keywords(place: Place, path: string): string[] {
  const rows = listsAt(place, path).flatMap(parseWordList)
  return [...new Set(rows.map((row) => row.keyword))].filter(isKeyword).sort()
}

const matching = (place: Place, path: string, token: string) =>
  keywords(place, path).filter((keyword) => keyword.startsWith(token))

/** What a token stands for: the exact keyword, else the only one that it begins. */
function resolve(place: Place, path: string, token: string): string | undefined {
  const found = matching(place, path, token)
  return found.includes(token) ? token : found.length === 1 ? found[0] : undefined
}

function commonPrefix(left: string, right: string): number {
  let length = 0
  while (length < left.length && left[length] === right[length]) length += 1
  return length
}

/** Column of the caret: the first character that no keyword of the place can have. */
function caretColumn(place: Place, prompt: string, line: string): number {
  let path = ''
  let offset = 0
  for (const token of line.split(' ')) {
    const keyword = resolve(place, path, token)
    if (keyword === undefined) {
      const known = Math.max(0, ...keywords(place, path).map((word) => commonPrefix(token, word)))
      return prompt.length + offset + known
    }
    path = path === '' ? keyword : `${path} ${keyword}`
    offset += token.length + 1
  }
  throw new Error(`'${line}' has no unknown word`)
}

const userRouter: Place = { kind: 'router', mode: 'exec', level: 1 }
const router: Place = { kind: 'router', mode: 'exec', level: 15 }
const userSwitch: Place = { kind: 'switch', mode: 'exec', level: 1 }
const ciscoSwitch: Place = { kind: 'switch', mode: 'exec', level: 15 }

describe('every list', () => {
  test.each(allWordLists.map((list) => [name(list), list] as const))('%s is well formed', (_, list) => {
    const lines = list.words.split('\n')
    expect(lines.at(0)).toBe('')
    expect(lines.at(-1)).toBe('')
    expect(lines.slice(1, -1).filter((line) => line === '' || line !== line.trim())).toEqual([])
    const words = parseWordList(list)
    expect(words).toHaveLength(lines.length - 2)
    expect(words.length).toBeGreaterThan(0)
    const names = words.map((word) => word.keyword)
    expect(names).toEqual([...new Set(names)].sort())
    expect(list.words).not.toMatch(/[^\n\x20-\x7e]/)
    expect(list.path).toBe(list.path.split(/ +/).join(' ').trim())
    expect(list.on?.length).not.toBe(0)
  })

  test('lists of one place and level name a keyword once', () => {
    const twice = kinds.flatMap((kind) => {
      const seen = new Set<string>()
      return allWordLists
        .filter((list) => list.on === undefined || list.on.includes(kind))
        .flatMap((list) =>
          parseWordList(list).map((word) => `${list.mode} ${list.level} '${list.path}' ${word.keyword}`),
        )
        .filter((key) => seen.size === seen.add(key).size)
    })
    expect(twice).toEqual([])
  })

  test('what both kinds word alike stands in a shared list', () => {
    const rowsOn = (kind: WordKind) =>
      allWordLists
        .filter((list) => list.on?.includes(kind))
        .flatMap((list) =>
          parseWordList(list).map((word) =>
            [list.mode, list.level, list.path, word.keyword, word.help].join('|'),
          ),
        )
    const onSwitch = new Set(rowsOn('switch'))
    expect(rowsOn('router').filter((row) => onSwitch.has(row))).toEqual([])
  })

  test('a list hangs on a word that its kinds have', () => {
    const lost = allWordLists.flatMap((list) =>
      (list.on ?? kinds)
        .map((kind): Place => ({ kind, mode: list.mode, level: list.level }))
        .filter((place) => {
          const path = list.path.split(' ')
          return path.some((token, index) => {
            const known = listsAt(place, path.slice(0, index).join(' ')).flatMap(parseWordList)
            const missing = !known.some((word) => word.keyword === token)
            return list.path !== '' && missing && (index === 0 || known.length > 0)
          })
        })
        .map((place) => `${place.kind} ${name(list)}`),
    )
    expect(lost).toEqual([])
  })

  test('a row without a description is our mistake', () => {
    const list: WordList = { mode: 'exec', level: 1, path: 'show', words: '\nclock\n' }
    expect(() => parseWordList(list)).toThrow("'clock'")
  })
})

test('a placeholder may contain blanks, a description columns', () => {
  const words = `
Hostname or A.B.C.D  IP address of the logging host
alerts               Immediate action needed           (severity=1)
`
  expect(parseWordList({ mode: 'config', level: 15, path: 'logging', words })).toEqual([
    { keyword: 'Hostname or A.B.C.D', help: 'IP address of the logging host' },
    { keyword: 'alerts', help: 'Immediate action needed           (severity=1)' },
  ])
})

test.each([
  ['clock', true],
  ['10', true],
  ['/all', true],
  ['flash0:', true],
  ['<1-99>', false],
  ['WORD', false],
  ['A.B.C.D', false],
  ['FastEthernet', false],
  ['fcpa', false],
  ['hh:mm:ss', false],
  ['x/y/z', false],
])('isKeyword %s is %s', (word, expected) => {
  expect(isKeyword(word)).toBe(expected)
})

// Captured on a Cisco 1941, 15.x, but for: the first on an 881, `ip ospf area` on an 1841, 15.1, `logging` on an IOL.
test.each([
  ['exec', 'cisco1>', 'show foooooooo', 14],
  ['exec', 'R4>', 'erase startup-config', 4],
  ['exec', 'Router>', 'hostname R3', 8],
  ['exec', 'R3#', 'username cisco privilege 15 password cisco', 4],
  ['exec', 'R3#', 'interface g0/0', 4],
  ['exec', 'R3#', 'conft t', 7],
  ['config', 'R3(config)#', 'exti', 13],
  ['config', 'R3(config)#', 'eixt', 12],
  ['config', 'R3(config)#', 'router opsf 1000', 19],
  ['dhcp-config', 'R3(dhcp-config)#', 'defult', 19],
  ['exec', 'R3#', 'show ip root', 13],
  ['exec', 'R3#', 'show ip router', 16],
  ['exec', 'R3#', 'show ip run', 12],
  ['exec', 'R3#', 'ip dhcp pool LAN60', 11],
  ['exec', 'R2#', 'erase restart', 9],
  ['config-if', 'R2(config-if)#', 'ip ospf area 1', 23],
  ['config', 'R1(config)#', 'logging 0255.255.1', 19],
] as const)('%s: %s%s has its caret at %i', (mode, prompt, line, column) => {
  const place: Place = { kind: 'router', mode, level: prompt.endsWith('>') ? 1 : 15 }
  expect(caretColumn(place, prompt, line)).toBe(column)
})

describe('abbreviations', () => {
  // Logs of a 1941 and of IOL L2: `ex` is refused in these two modes and taken in the others.
  test.each(kinds)('ex on %s', (kind) => {
    expect(matching({ kind, mode: 'config', level: 15 }, '', 'ex')).toEqual(['exception', 'exit'])
    expect(matching({ kind, mode: 'config-line', level: 15 }, '', 'ex')).toEqual([
      'exec',
      'exec-banner',
      'exec-character-bits',
      'exec-timeout',
      'exit',
    ])
    for (const mode of ['exec', 'config-if', 'config-vlan'])
      expect(resolve({ kind, mode, level: 15 }, '', 'ex'), mode).toBe('exit')
    expect(resolve({ kind, mode: 'config', level: 15 }, '', 'exi')).toBe('exit')
  })

  test('show interfaces st and tr are ambiguous on a Catalyst', () => {
    expect(matching(ciscoSwitch, 'show interfaces', 'st')).toEqual(['stats', 'status'])
    expect(matching(ciscoSwitch, 'show interfaces', 'tr')).toEqual(['transceiver', 'trunk'])
    expect(resolve(ciscoSwitch, 'show interfaces', 'statu')).toBe('status')
    expect(resolve(ciscoSwitch, 'show interfaces', 'tru')).toBe('trunk')
  })

  // FastEthernet is no keyword: nothing else may begin so.
  test('show interfaces fa is free for FastEthernet', () => {
    for (const kind of kinds)
      expect(matching({ kind, mode: 'exec', level: 15 }, 'show interfaces', 'fa')).toEqual([])
  })

  test('router os is ambiguous on a 1941', () => {
    const config: Place = { kind: 'router', mode: 'config', level: 15 }
    expect(matching(config, 'router', 'os')).toEqual(['ospf', 'ospfv3'])
    expect(matching(config, 'router', 'o')).toEqual(['odr', 'ospf', 'ospfv3'])
  })

  test('log is ambiguous on a line', () => {
    const line: Place = { kind: 'switch', mode: 'config-line', level: 15 }
    expect(matching(line, '', 'log')).toEqual(['logging', 'login'])
  })

  // What learners type must work: each step names the keyword that the abbreviation has to mean.
  const learned: readonly [Place, string, string][] = [
    [userSwitch, 'en', 'enable'],
    [userRouter, 'en', 'enable'],
    [ciscoSwitch, 'en', 'enable'],
    [{ ...ciscoSwitch, mode: 'config' }, 'lin vty', 'line vty'],
    [ciscoSwitch, 'conf t', 'configure terminal'],
    [router, 'conf t', 'configure terminal'],
    [ciscoSwitch, 'sh run', 'show running-config'],
    [router, 'sh run', 'show running-config'],
    [ciscoSwitch, 'sh ip int br', 'show ip interface brief'],
    [router, 'sh ip int br', 'show ip interface brief'],
    [router, 'sh ip ro', 'show ip route'],
    [ciscoSwitch, 'sh vl br', 'show vlan brief'],
    [ciscoSwitch, 'sh cdp nei', 'show cdp neighbors'],
    [ciscoSwitch, 'sh mac add', 'show mac address-table'],
    [ciscoSwitch, 'sh span', 'show spanning-tree'],
    [ciscoSwitch, 'wr', 'write'],
    [router, 'wr', 'write'],
    [{ ...ciscoSwitch, mode: 'config' }, 'int', 'interface'],
    [{ ...ciscoSwitch, mode: 'config' }, 'host', 'hostname'],
    [{ ...router, mode: 'config' }, 'host', 'hostname'],
    [{ ...ciscoSwitch, mode: 'config' }, 'ena sec', 'enable secret'],
    [{ ...router, mode: 'config' }, 'ena sec', 'enable secret'],
    [{ ...router, mode: 'config' }, 'lin vty', 'line vty'],
    [{ ...ciscoSwitch, mode: 'config-if' }, 'shut', 'shutdown'],
    [{ ...router, mode: 'config-if' }, 'ip add', 'ip address'],
    [{ ...ciscoSwitch, mode: 'config-if' }, 'sw mo ac', 'switchport mode access'],
    [{ ...ciscoSwitch, mode: 'config-if' }, 'sw mo tr', 'switchport mode trunk'],
    [{ ...ciscoSwitch, mode: 'config-if' }, 'sw ac vl', 'switchport access vlan'],
    [{ ...router, mode: 'config-router-ospf' }, 'net', 'network'],
    [{ ...router, mode: 'config-router-ospf' }, 'pas', 'passive-interface'],
    [{ ...ciscoSwitch, mode: 'config-line' }, 'logg sy', 'logging synchronous'],
  ]
  test.each(
    learned.map(([place, typed, meant]) => ({
      place,
      typed,
      meant,
      where: `${place.mode} ${place.level} on ${place.kind}`,
    })),
  )('$typed in $where', ({ place, typed, meant }) => {
    let path = ''
    for (const token of typed.split(' ')) path = `${path} ${resolve(place, path, token)}`.trim()
    expect(path).toBe(meant)
  })
})

test('privileged EXEC sees what user EXEC sees, and more', () => {
  expect(keywords(userSwitch, '')).not.toContain('configure')
  expect(keywords(userSwitch, 'show')).not.toContain('running-config')
  for (const word of keywords(userSwitch, '')) expect(keywords(ciscoSwitch, '')).toContain(word)
})
