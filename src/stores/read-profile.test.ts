import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { builtInHosts, builtInProfiles } from '../hardware/built-in-profiles.ts'
import type { DeviceProfile } from '../hardware/profile.ts'
import { builtInProfile, profileNames } from '../hardware/profile-catalogue.ts'
import { BadFile } from './checked-file.ts'
import { jsonSyntaxFault } from './json-syntax.ts'
import { nearestName } from './nearest-name.ts'
import { parseProfile, readProfile } from './read-profile.ts'

const devices = new URL('../../devices/', import.meta.url)
const good = readFileSync(new URL('catalyst-2960-24tt.json', devices), 'utf8')

/** The faults of the 2960's file after replacing one text, which must be there. */
async function faultsAfter(...changes: [from: string, to: string][]): Promise<readonly string[]> {
  let text = good
  for (const [from, to] of changes) {
    expect(text).toContain(from)
    text = text.replace(from, () => to)
  }
  return faultsOf(text)
}

async function faultsOf(content: string | Uint8Array): Promise<readonly string[]> {
  try {
    await parseProfile(content, 'x.json')
    return []
  } catch (error) {
    if (error instanceof BadFile) return error.faults
    throw error
  }
}

/** `line:column` of a text in the good file; counted by splitting, not by the code under test. */
function placeOf(text: string): string {
  const before = good.slice(0, good.indexOf(text)).split('\n')
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`
}

test('the profiles in devices/ are the built-in ones and fit the schema', async () => {
  const files = readdirSync(devices).filter((name) => /(?<!\.schema)\.json$/.test(name))
  const builtIn = new Map<string, DeviceProfile>([...builtInProfiles, ...builtInHosts])
  expect(files.map((name) => name.replace('.json', '')).sort()).toEqual([...builtIn.keys()].sort())
  expect(profileNames).toEqual([...builtIn.keys()])
  for (const name of files) {
    const profile = await readProfile(new URL(name, devices).pathname)
    expect(profile).toEqual(builtIn.get(profile.name))
    expect(await builtInProfile(profile.name)).toEqual(profile)
    expect(`${profile.name}.json`).toBe(name)
  }
})

test('the cards fit their schema, and slots know them', () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, devices), 'utf8'))
  const ajv = new Ajv2020({ allErrors: true })
  ajv.addSchema(read('profile.schema.json') as object)
  const validate = ajv.compile(read('modules/modules.schema.json') as object)
  validate(read('modules/modules.json'))
  expect(validate.errors ?? []).toEqual([])
})

test('a host is held to its own schema', async () => {
  const host = readFileSync(new URL('host.json', devices), 'utf8')
  await expect(parseProfile(host.replace('"units": "0"', '"units": "7"'), 'h.json')).rejects.toThrow(
    'h.json:29:16: found "7", expected units of eth within 0',
  )
  await expect(parseProfile(host.replace('"ports"', '"prots"'), 'h.json')).rejects.toThrow(
    'h.json:26:3: found "prots", expected a known name (did you mean "ports"?)',
  )
})

test('a file is read from disk, and a fault names its path', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'))
  try {
    const path = join(folder, 'mine.json')
    writeFileSync(path, good.replace('"hasCalendar": false', '"hasCalendar": "no"'))
    const found = placeOf('false,\n  "secrets"')
    await expect(readProfile(path)).rejects.toThrow(`${path}:${found}: found "no", expected true or false`)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('how the file is laid out does not matter: tabs, one line, a byte order mark, CR LF', async () => {
  const same = JSON.parse(good)
  for (const text of [
    JSON.stringify(same),
    JSON.stringify(same, null, '\t'),
    `\uFEFF${good}`,
    good.replaceAll('\n', '\r\n'),
  ]) {
    expect(await faultsOf(text)).toEqual([])
  }
  same.hasCalendar = 0
  expect(await faultsOf(JSON.stringify(same, null, '\t'))).toEqual([
    expect.stringMatching(/^x\.json:\d+:17: found 0, expected true or false$/),
  ])
})

describe('one fault', () => {
  test('a wrong type', async () => {
    expect(await faultsAfter(['"sizeBytes": 65536', '"sizeBytes": "64K"'])).toEqual([
      `x.json:${placeOf('65536, "startupConfig"')}: found "64K", expected a whole number`,
    ])
    expect(await faultsAfter(['"units": "0/1-24"', '"units": ["0/1-24"]'])).toEqual([
      `x.json:${placeOf('"0/1-24"')}: found a list, expected a text`,
    ])
  })

  test('a misspelt name is told with the right one, and not as the missing one too', async () => {
    expect(await faultsAfter(['"defaultHostname"', '"defaultHostnam"'])).toEqual([
      `x.json:${placeOf('"defaultHostname"')}: found "defaultHostnam", expected a known name (did you mean "defaultHostname"?)`,
    ])
    expect(await faultsAfter(['"pinout": "MDI-X"', '"pinuot": "MDI-X"'])).toEqual([
      `x.json:${placeOf('"pinout"')}: found "pinuot", expected a known name (did you mean "pinout"?)`,
    ])
  })

  test('a name far from any', async () => {
    expect(await faultsAfter(['"hasCalendar": false', '"hasCalendar": false, "colour": 1'])).toEqual([
      `x.json:${placeOf(',\n  "secrets"').replace(/\d+$/, (column) => String(Number(column) + 2))}: found "colour", expected a known name`,
    ])
  })

  test('a missing name stands at the start of its object', async () => {
    expect(await faultsAfter(['"hasCalendar": false,', ''])).toEqual([
      'x.json:1:1: found no "hasCalendar", expected "hasCalendar" in this object',
    ])
    expect(await faultsAfter(['"processorKiB": 65536, ', ''])).toEqual([
      `x.json:${placeOf('{ "processorKiB"')}: found no "processorKiB", expected "processorKiB" in this object`,
    ])
  })

  test('a value that is not one of those allowed', async () => {
    expect(await faultsAfter(['"storm-control"', '"strom-control"'])).toEqual([
      `x.json:${placeOf('"storm-control"')}: found "strom-control", expected one of the known values (did you mean "storm-control"?)`,
    ])
    expect(await faultsAfter(['"cable": "ethernet"', '"cable": "pigeon"'])).toEqual([
      `x.json:${placeOf('"ethernet"')}: found "pigeon", expected one of "ethernet", "serial", "none"`,
    ])
  })

  test('a text of the wrong form, a list of the wrong length, an item twice', async () => {
    expect(await faultsAfter(['"0xF"', '"15"'])).toEqual([
      `x.json:${placeOf('"0xF"')}: found "15", expected a text like /^0x[0-9A-F]{1,4}$/`,
    ])
    expect(await faultsAfter(['[1, 4094]', '[1]'])).toEqual([
      `x.json:${placeOf('[1, 4094]')}: found 1 item, expected at least 2`,
    ])
    expect(await faultsAfter(['"accepted": [0, 5]', '"accepted": [0, 5, 5]'])).toEqual([
      `x.json:${placeOf('[0, 5]')}: found 5 twice, expected each item once`,
    ])
  })

  test('a name twice in one object, which JSON.parse would not mind', async () => {
    expect(await faultsAfter(['"hasCalendar": false,', '"hasCalendar": false, "name": "x",'])).toEqual([
      `x.json:${placeOf('"hasCalendar"').replace(/\d+$/, '25')}: found "name" again, expected each name once`,
    ])
  })

  test('names from the language itself are ordinary unknown names', async () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const faults = await faultsAfter(['"hasCalendar": false,', `"hasCalendar": false, "${name}": {},`])
      expect(faults).toEqual([
        `x.json:${placeOf('"hasCalendar"').replace(/\d+$/, '25')}: found "${name}", expected a known name`,
      ])
    }
  })
})

describe('what the schema cannot say', () => {
  test.each([
    [
      '"type": "FastEthernet"',
      '"type": "FastEthernt"',
      '"FastEthernet",\n      "units"',
      '"FastEthernt"',
      'a physical interface type (did you mean "FastEthernet"?)',
    ],
    ['"units": "0/1-24"', '"units": "0/1-25"', '"0/1-24"', '"0/1-25"', 'units of FastEthernet within 0/1-24'],
    ['"units": "0/1-24"', '"units": "1-24"', '"0/1-24"', '"1-24"', 'units of FastEthernet within 0/1-24'],
    ['"default": 5', '"default": 9', '5 },\n  "software"', '"9"', 'one of the accepted types'],
    [
      'uptime is {uptime}',
      'uptime is {uptme}',
      '"{hostname} uptime',
      '"uptme"',
      'a known placeholder (did you mean "uptime"?)',
    ],
    ['{flashFiles} files', '{files} files', '"flashfs[0]: {flashFiles}', '"files"', 'a known placeholder'],
    [
      '"name": "Vlan1"',
      '"name": "Vln1"',
      '"Vlan1"',
      '"Vln1"',
      'a logical interface with its number (did you mean "Vlan"?)',
    ],
    ['"hostname",\n    "!"', '"version",\n    "!"', '"hostname",\n    "!"', '"version"', 'each place once'],
    [
      'FOC{year:2010-2014}',
      'FOC{year}',
      '"FOC{year',
      '"FOC{year}{week}{code:4}"',
      'only {year:A-B}, {week}, {code:N} and {digits:N} in braces',
    ],
  ])('%s → %s', async (from, to, place, found, expected) => {
    expect(await faultsAfter([from, to])).toEqual([
      `x.json:${placeOf(place)}: found ${found}, expected ${expected}`,
    ])
  })
})

test('all faults come in one go, in the order of the file', async () => {
  const faults = await faultsAfter(
    ['"defaultHostname"', '"defaultHostnam"'],
    ['"hasCalendar": false', '"hasCalendar": 0'],
    ['"0xF"', '15'],
  )
  expect(faults.map((fault) => fault.replace(/^x\.json:(\d+):\d+: found (\S+),.*/, '$2'))).toEqual([
    '"defaultHostnam"',
    '0',
    '15',
  ])
})

describe('broken syntax', () => {
  test.each([
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', '3:3: found "b", expected "," or "}"'],
    ['a missing comma in a list', '{"a": [1 2]}', '1:10: found 2, expected "," or "]"'],
    ['a trailing comma', '{\n  "a": 1,\n}', `3:1: found '}', expected a name in double quotes`],
    ['a name without quotes', '{\n  a: 1\n}', '2:3: found a, expected a name in double quotes'],
    ['single quotes', "{'a': 1}", `1:2: found ''', expected a name in double quotes`],
    ['a missing colon', '{"a" 1}', '1:6: found 1, expected ":"'],
    ['a word that is no value', '{"a": tru}', '1:7: found tru, expected a value'],
    ['a value left out', '{"a": }', `1:7: found '}', expected a value`],
    ['a number of another language', '{"a": 0x10}', '1:7: found 0x10, expected a value'],
    ['a text that never ends', '{"a": "x\n}', '1:9: found the end of the line, expected the closing "'],
    ['a wrong escape', '{"a": "\\x"}', `1:8: found '\\', expected an escape sequence of JSON`],
    ['a file cut short', '{\n  "a": [1,', '2:11: found the end of the file, expected a value'],
    ['an empty file', '', '1:1: found the end of the file, expected a value'],
    ['text after the end', '{} {}', `1:4: found '{', expected the end of the file`],
    ['a comment', '{ // x\n}', `1:3: found '/', expected a name in double quotes`],
  ])('%s', async (_, text, fault) => {
    expect(await faultsOf(text)).toEqual([`x.json:${fault}`])
  })

  test('bytes that are not text', async () => {
    expect(await faultsOf(new Uint8Array([0x7b, 0xff, 0x7d]))).toEqual([
      'x.json:1:2: found bytes that are not UTF-8, expected text in UTF-8',
    ])
  })

  test('nesting without end is refused, not a crash', async () => {
    expect(await faultsOf('['.repeat(100_000))).toEqual([
      "x.json:1:202: found '[', expected at most 200 levels",
    ])
  })

  test('is found exactly where JSON.parse refuses', () => {
    const parses = (text: string) => {
      try {
        JSON.parse(text)
        return true
      } catch {
        return false
      }
    }
    const scraps = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '\\u00e9',
      '0',
      '-',
      '1.5',
      'e9',
      'true',
      'null',
      ' ',
      '\n',
      'x',
    )
    const text = fc.oneof(
      fc.array(scraps, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.json(),
      fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([json, at, junk]) => {
        const cut = at % (json.length + 1)
        return json.slice(0, cut) + junk + json.slice(cut)
      }),
    )
    fc.assert(
      fc.property(text, (json) => (jsonSyntaxFault(json) === undefined) === parses(json)),
      { numRuns: 2000 },
    )
  })
})

test('the nearest name is one that could have been meant', () => {
  expect(nearestName('storm-contrl', ['cdp', 'storm-control'])).toBe('storm-control')
  expect(nearestName('CDP', ['cdp', 'lldp'])).toBe('cdp')
  expect(nearestName('colour', ['name', 'model'])).toBeUndefined()
  expect(nearestName('', [])).toBeUndefined()
})
