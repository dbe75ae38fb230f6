import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultsAfter, faultsOf, good, labOf } from '../../test/lab-text.ts'

test.each<[string, string, string, string]>([
  [
    'an unknown profile',
    'profile: isr-1941',
    'profile: isr-1491',
    '13:18: found "isr-1491", expected a device profile that exists (did you mean "isr-1941"?)',
  ],
  ['a misspelt key', 'seed: 7', 'sead: 7', '4:1: found "sead", expected a known name (did you mean "seed"?)'],
  [
    'a misspelt key of a device',
    '    position:',
    '    postion:',
    '8:5: found "postion", expected a known name (did you mean "position"?)',
  ],
  [
    'a name with a blank',
    'name: two-floors',
    'name: two floors',
    `1:7: found "two floors", expected a name of letters, digits, '_', '-' and '.', without blanks`,
  ],
  ['a wrong type', 'seed: 7', 'seed: seven', '4:7: found "seven", expected a whole number'],
  [
    'a day that no calendar has',
    '2025-03-01T08',
    '2025-02-30T08',
    '3:8: found "2025-02-30T08:00:00Z", expected a time such as 2025-01-01T00:00:00Z, from 1993 to 2099',
  ],
  [
    'a port that the device lacks',
    'SW1 Gi0/1',
    'SW1 Gi0/3',
    '21:10: found "Gi0/3", expected a port of SW1: Fa0/1-24, Gi0/1-2 (did you mean "Gi0/1"?)',
  ],
  [
    'an unknown device, in quotes',
    '"SW1 f0/2"',
    '" SV1 f0/2"',
    '23:20: found "SV1", expected a device of this lab (did you mean "SW1"?)',
  ],
  [
    'a port in two cables',
    '"SW1 f0/2"',
    'SW1 Fa0/1',
    '23:18: found "SW1 Fa0/1" again, expected each port in one cable (one goes to PC1 eth0)',
  ],
  [
    'a serial port for an Ethernet cable',
    'R1 Gi0/0]',
    'R1 Se0/0/0]',
    '21:17: found "R1 Se0/0/0", a serial port, expected a copper port, as SW1 Gi0/1 is',
  ],
  [
    'fibre in copper',
    'kind: crossover',
    'kind: fibre',
    '22:55: found "fibre", expected straight or crossover: PC1 eth0 is a copper port',
  ],
  [
    'a serial cable between Ethernet ports',
    'kind: crossover',
    'kind: serial',
    '22:55: found "serial", expected straight or crossover: PC1 eth0 is a copper port',
  ],
  [
    'an unknown kind',
    'kind: crossover',
    'kind: crosover',
    '22:55: found "crosover", expected one of the known values (did you mean "crossover"?)',
  ],
  [
    'a port inside the device',
    'R1 Gi0/0]',
    'R1 Em0/0]',
    '21:17: found "R1 Em0/0", expected a port that takes a cable',
  ],
  [
    'an end without a port',
    '- [SW1 Gi0/1,',
    '- [SW1,',
    '21:6: found "SW1", expected a device and its port, such as SW1 Fa0/1',
  ],
  ['a cable of one end', ', R1 Gi0/0]', ']', '21:5: found 1 item, expected at least 2'],
  [
    'an address without its prefix',
    'address: 192.168.10.11/24',
    'address: 192.168.10.11',
    '14:34: found "192.168.10.11", expected an IPv4 address with its prefix length, such as 192.168.10.11/24',
  ],
  [
    'a prefix of 33 bits',
    '192.168.10.11/24',
    '192.168.10.11/33',
    '14:48: found "33", expected a prefix length from 1 to 32',
  ],
  [
    'the address of the network itself',
    '192.168.10.11/24',
    '192.168.10.0/24',
    '14:34: found "192.168.10.0/24", the network address, expected an address that a host can have',
  ],
  [
    'the broadcast address',
    '192.168.10.11/24',
    '192.168.10.255/24',
    '14:34: found "192.168.10.255/24", the broadcast address, expected an address that a host can have',
  ],
  [
    'a multicast address',
    '192.168.10.11/24, gateway: 192.168.10.1',
    '224.0.0.5/24',
    '14:34: found "224.0.0.5/24", expected an address that a host can have',
  ],
  [
    'an address of two hosts',
    '192.168.10.12/24',
    '192.168.10.11/24',
    '17:15: found "192.168.10.11" again, expected an address that no other host has (PC1 has it)',
  ],
  [
    'a gateway elsewhere',
    'gateway: 192.168.10.1',
    'gateway: 192.168.11.1',
    '14:61: found "192.168.11.1", expected an address in 192.168.10.0/24',
  ],
  [
    'a gateway that is the host',
    'gateway: 192.168.10.1,',
    'gateway: 192.168.10.11,',
    '14:61: found "192.168.10.11", the host itself, expected the address of a router beside it',
  ],
  [
    'a name server that is no address',
    'dns: 192.168.10.1 }',
    'dns: 192.168.10 }',
    '14:80: found "192.168.10", expected an IPv4 address, such as 192.168.10.1',
  ],
  [
    'a group MAC address',
    'mac: 02-',
    'mac: 03-',
    '19:10: found "03-00-5e-00-53-01", expected a MAC address of one device, such as 02:00:00:00:00:01',
  ],
  [
    'config of a host',
    '    dns: [',
    '    config: a\n    dns: [',
    '18:5: found "config", expected a host without one',
  ],
  [
    'an address of a router',
    '{ profile: isr-1941 }',
    '{ profile: isr-1941, address: 10.0.0.1/24 }',
    '13:28: found "address", expected it with hosts only; other devices have it in their config',
  ],
  [
    'a card that does not fit',
    '{ profile: isr-1941 }',
    '{ profile: isr-1941, modules: { 0/1: PA-4T+ } }',
    '13:44: found "PA-4T+", expected a card that fits into slot 0/1 of CISCO1941/K9 (HWIC-1T, HWIC-2T, HWIC-4T, WIC-1T, WIC-2T)',
  ],
  [
    'an unknown card',
    '{ profile: isr-1941 }',
    '{ profile: isr-1941, modules: { 0/1: HWIC-5T } }',
    '13:44: found "HWIC-5T", expected a known card, in slot 0/1 of CISCO1941/K9 one of HWIC-1T, HWIC-2T, HWIC-4T, WIC-1T, WIC-2T (did you mean "HWIC-1T"?)',
  ],
  [
    'a slot that the device lacks',
    '{ profile: isr-1941 }',
    '{ profile: isr-1941, modules: { 0/2: HWIC-2T } }',
    '13:39: found "0/2", expected a slot of CISCO1941/K9 (did you mean "0/0"?)',
  ],
  [
    'a card in a host',
    'profile: host, address: 192',
    'profile: host, modules: { 0: HWIC-1T }, address: 192',
    '14:25: found "modules", expected a host without them',
  ],
  [
    'names that differ in case',
    '  R1: { profile: isr-1941 }',
    '  R1: { profile: isr-1941 }\n  sw1: { profile: isr-1941 }',
    '14:3: found "sw1", expected a name that differs from SW1 in more than case',
  ],
  ['a name twice', '  PC2:\n', '  PC1:\n', '15:3: found PC1 again, expected each name once'],
])('%s', async (_, from, to, fault) => {
  expect((await faultsAfter([from, to]))[0]).toBe(`x.yml:${fault}`)
})

test('a cable name twice', async () => {
  const faults = await faultsAfter([
    '- [SW1 Gi0/1, R1 Gi0/0]',
    '- { from: SW1 Gi0/1, to: R1 Gi0/0, id: wrong-one }',
  ])
  expect(faults).toEqual(['x.yml:22:70: found "wrong-one" again, expected a name that no other cable has'])
})

test.each<[string, string, string]>([
  ['nothing', '', '1:1: found an empty file, expected an object'],
  ['a text', 'hello', '1:1: found "hello", expected an object'],
  ['no devices', 'name: x', '1:1: found no "devices", expected "devices" in this object'],
  ['no device in it', 'name: x\ndevices: {}', '2:10: found nothing in it, expected at least 1'],
  ['a tab', 'name: x\ndevices:\n\tA: { profile: host }', '3:1: found a tab, expected blanks for indentation'],
  [
    'a bracket left open',
    'name: x\ndevices:\n  A: { profile: host\n',
    '4:1: found the end of the file, expected a closing }',
  ],
  ['a quote left open', 'name: "x\n', '2:1: found the end of the file, expected a closing "'],
  [
    'wrong indentation',
    'name: x\ndevices:\n    A: { profile: host }\n  B: { profile: host }\n',
    '4:3: found B, expected the indentation of the lines around it',
  ],
  ['two documents', 'name: x\n---\nname: y', '2:1: found ---, expected one document'],
  [
    'a list for a name',
    'name: x\ndevices:\n  [A, B]: { profile: host }\n',
    '3:3: found a list, expected a name',
  ],
  [
    'an alias of nothing',
    'name: x\ndevices: { A: *b }',
    '2:15: found *b, expected an alias of an anchor that stands before it',
  ],
])('%s', async (_, text, fault) => {
  expect(await faultsOf(text)).toEqual([`x.yml:${fault}`])
})

test('what is wrong behind an anchor is said once', async () => {
  const text = 'name: x\ndevices:\n  A: &a { profile: hst }\n  B: *a\n  C: *a\n'
  expect(await faultsOf(text)).toEqual([
    'x.yml:3:20: found "hst", expected a device profile that exists (did you mean "host"?)',
  ])
})

test('bytes that are not text', async () => {
  expect(await faultsOf(new Uint8Array([0x61, 0xff]))).toEqual([
    'x.yml:1:2: found bytes that are not UTF-8, expected text in UTF-8',
  ])
})

test('aliases of aliases end in a fault, not in a full memory', async () => {
  const levels = Array.from(
    { length: 9 },
    (_, n) => `n${n}: &n${n} [${n === 0 ? 'x' : `*n${n - 1}, `.repeat(9)}]`,
  )
  expect(await faultsOf(levels.join('\n'))).toEqual([
    'x.yml:1:1: found aliases that grow without end, expected fewer of them',
  ])
})

test('a cable between copper and fibre, and one into an empty cage, are faults whoever comes first', async () => {
  const lab = (cable: string) =>
    faultsOf(
      labOf(
        [
          "  S3: { profile: catalyst-3560-24ps, modules: { '0/1': GLC-SX-MM, '0/2': null } }",
          '  SW1: { profile: catalyst-2960-24tt }',
          "  S4: { profile: catalyst-3560-24ps, modules: { '0/1': GLC-SX-MM } }",
        ],
        [`  - ${cable}`],
      ),
    )
  const asFaults = (...faults: string[]) => faults.map((fault) => `x.yml:7:${fault}`)
  expect(await lab('[SW1 Gi0/1, S3 Gi0/1]')).toEqual(
    asFaults('17: found "S3 Gi0/1", a fibre port, expected a copper port, as SW1 Gi0/1 is'),
  )
  expect(await lab('[S3 Gi0/1, SW1 Gi0/1]')).toEqual(
    asFaults('16: found "SW1 Gi0/1", a copper port, expected a fibre port, as S3 Gi0/1 is'),
  )
  expect(await lab('{ from: SW1 Gi0/1, to: S3 Gi0/1, kind: straight }')).toEqual(
    asFaults('28: found "S3 Gi0/1", a fibre port, expected a copper port, as SW1 Gi0/1 is'),
  )
  expect(await lab('[SW1 Gi0/1, S3 Gi0/2]')).toEqual(
    asFaults('17: found "S3 Gi0/2", an empty cage, expected a port that takes a cable'),
  )
  expect(await lab('[S3 Gi0/1, S4 Gi0/1]')).toEqual([])
})

test('all faults come at once, in the order of the file, and none follows from another', async () => {
  const faults = await faultsAfter(
    ['name: two-floors', 'name: two floors'],
    ['seed: 7', 'seed: -1'],
    ['profile: catalyst-2960-24tt', 'profil: catalyst-2960-24tt'],
    ['gateway: 192.168.10.1', 'gateway: 10.0.0.1'],
    ['- [SW1 Gi0/1, R1 Gi0/0]', '- [SW1 Gi0/1]\n  - [R1 Gi0/0]\n  - 5'],
    ['PC1 eth0', 'PC9 eth0'],
    ['PC2 eth0', 'PC2 eth1'],
  )
  expect(faults.map((fault) => fault.replace(/^x\.yml:(.*?): found (.*?), expected .*$/, '$1 $2'))).toEqual([
    '1:7 "two floors"',
    '4:7 -1',
    '7:5 "profil"',
    '14:61 "10.0.0.1"',
    '21:5 1 item',
    '22:5 1 item',
    '23:5 5',
    '24:13 "PC9"',
    '25:11 "eth1"',
  ])
})

test('whatever is done to a file, it is read or its faults are said', async () => {
  const junk = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom('{', '}', '[', ']', ': ', '- ', '\n', '&a ', '*a', '"', '\t', '|', '!x ', '0'),
  )
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length), fc.nat(12), junk, async (at, cut, put) => {
      for (const fault of await faultsOf(good.slice(0, at) + put + good.slice(at + cut)))
        expect(fault).toMatch(/^x\.yml:[1-9]\d*:[1-9]\d*: found .+, expected .+$/s)
    }),
    { numRuns: 400 },
  )
})
