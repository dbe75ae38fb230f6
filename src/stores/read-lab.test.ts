import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultsOf, good, labOf } from '../../test/lab-text.ts'
import { showIpv4 } from '../wire/ipv4-text.ts'
import { colonMac } from '../wire/mac.ts'
import { parseLab, readLab, shippedLabs } from './read-lab.ts'

const labsFolder = new URL('../../labs/', import.meta.url)

describe('a good file', () => {
  test('says all of the lab', async () => {
    const lab = await parseLab(good, 'x.yml')
    expect(lab).toMatchObject({
      name: 'two-floors',
      description: { en: 'Two floors.', zh: '两层楼。' },
      clockUtcMs: Date.UTC(2025, 2, 1, 8),
      seed: 7,
    })
    expect(lab.devices.map(({ name, profile }) => [name, profile.name])).toEqual([
      ['SW1', 'catalyst-2960-24tt'],
      ['R1', 'isr-1941'],
      ['PC1', 'host'],
      ['PC2', 'host'],
    ])
    const [sw1, , pc1, pc2] = lab.devices
    expect(sw1).toMatchObject({
      position: { x: 1, y: 2 },
      config: { text: 'hostname SW1\nvlan 10\n', firstNumber: 11 },
    })
    const host = (device: typeof pc1) => ({
      addresses: device?.host?.addresses.map((one) => `${showIpv4(one.address)}/${one.prefixLength}`),
      gateway: device?.host?.gateway === undefined ? undefined : showIpv4(device.host.gateway),
      dns: device?.host?.dns.map(showIpv4),
      mac: device?.host?.mac === undefined ? undefined : colonMac(device.host.mac),
    })
    expect(host(pc1)).toEqual({
      addresses: ['192.168.10.11/24'],
      gateway: '192.168.10.1',
      dns: ['192.168.10.1'],
      mac: undefined,
    })
    expect(host(pc2)).toEqual({
      addresses: ['192.168.10.12/24', '10.0.0.1/31'],
      gateway: undefined,
      dns: ['192.168.10.1', '8.8.8.8'],
      mac: '02:00:5e:00:53:01',
    })
    expect(lab.cables).toEqual([
      {
        from: { device: 'SW1', port: 'GigabitEthernet0/1' },
        to: { device: 'R1', port: 'GigabitEthernet0/0' },
        kind: 'straight',
      },
      {
        from: { device: 'PC1', port: 'eth0' },
        to: { device: 'SW1', port: 'FastEthernet0/1' },
        kind: 'crossover',
        id: 'wrong-one',
      },
      {
        from: { device: 'PC2', port: 'eth0' },
        to: { device: 'SW1', port: 'FastEthernet0/2' },
        kind: 'straight',
      },
    ])
  })

  test('is the same with CR LF, a byte order mark, or as JSON', async () => {
    const lab = await parseLab(good, 'x.yml')
    const noConfig = (text: string) => text.replace(/ {4}# What[\s\S]*?vlan 10\r?\n/, '')
    expect(await parseLab(noConfig(good).replaceAll('\n', '\r\n'), 'x.yml')).toEqual(
      await parseLab(noConfig(good), 'x.yml'),
    )
    expect(await parseLab(`\uFEFF${good}`, 'x.yml')).toEqual(lab)
    const json = '{"name": "x", "devices": {"A": {"profile": "host"}}}'
    expect(await parseLab(json, 'x.yml')).toEqual(
      await parseLab(labOf(['  A: { profile: host }'], ['  []']), 'x.yml'),
    )
  })

  test('has seed 1 and no clock of its own where it says none', async () => {
    const lab = await parseLab('name: x\ndescription: One host.\ndevices: { A: { profile: host } }', 'x.yml')
    expect(lab).toMatchObject({ description: { en: 'One host.' }, seed: 1, cables: [] })
    expect(lab.clockUtcMs).toBeUndefined()
  })

  test.each([
    ['SW1 Fa0/1', 'SW2 Fa0/1', 'crossover'],
    ['R1 Gi0/0', 'R2 Gi0/0', 'crossover'],
    ['R1 Gi0/0', 'PC1 eth0', 'crossover'],
    ['SW1 Fa0/1', 'R1 Gi0/0', 'straight'],
    ['PC1 eth0', 'SW1 Fa0/1', 'straight'],
    ['R1 Se0/0/0', 'R2 Se0/0/1', 'serial'],
  ])('%s to %s is %s where nothing else is said', async (from, to, kind) => {
    const devices = [
      '  SW1: { profile: catalyst-2960-24tt }',
      '  SW2: { profile: catalyst-2960-24tt }',
      '  R1: { profile: isr-1941 }',
      '  R2: { profile: isr-1941 }',
      '  PC1: { profile: host }',
    ]
    const { cables } = await parseLab(labOf(devices, [`  - [${from}, ${to}]`]), 'x.yml')
    expect(cables.map((cable) => cable.kind)).toEqual([kind])
  })

  test.each(['Fa0/3', 'fa0/3', 'f0/3', 'FA0/3', 'FastEthernet0/3', 'fastEthernet 0/3', 'fas 0/3'])(
    'a port may be written %s',
    async (name) => {
      const text = labOf(
        ['  SW1: { profile: catalyst-2960-24tt }', '  PC1: { profile: host }'],
        [`  - [SW1 ${name}, PC1 eth0]`],
      )
      expect((await parseLab(text, 'x.yml')).cables[0]?.from.port).toBe('FastEthernet0/3')
    },
  )

  test('cards make the ports', async () => {
    const devices = [
      '  R1: { profile: isr-1941, modules: { 0/0: null, 0/1: HWIC-4T } }',
      '  R2: { profile: isr-1941 }',
    ]
    const { cables } = await parseLab(labOf(devices, ['  - [R1 s0/1/3, R2 s0/0/0]']), 'x.yml')
    expect(cables[0]?.from.port).toBe('Serial0/1/3')
    expect(await faultsOf(labOf(devices, ['  - [R1 Se0/0/0, R2 Se0/0/0]']))).toEqual([
      'x.yml:6:9: found "Se0/0/0", expected a port of R1: Gi0/0-1, Se0/1/0-3 (did you mean "Se0/1/0"?)',
    ])
  })

  test('a device may be called as what every object of JavaScript has', async () => {
    const names = fc.uniqueArray(
      fc.oneof(
        fc.constantFrom(
          '__proto__',
          'constructor',
          'toString',
          'valueOf',
          'hasOwnProperty',
          'null',
          'true',
          '10',
        ),
        fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,8}$/),
      ),
      { minLength: 2, maxLength: 6, selector: (name) => name.toLowerCase() },
    )
    await fc.assert(
      fc.asyncProperty(names, async ([one = '', other = '', ...more]) => {
        const quote = (name: string) => JSON.stringify(name)
        const text = labOf(
          [
            ...[one, ...more].map(
              (name, at) => `  ${quote(name)}: { profile: host, address: 10.0.${at}.1/24 }`,
            ),
            `  ${quote(other)}: { profile: catalyst-2960-24tt }`,
          ],
          [`  - [${quote(`${one} eth0`)}, ${quote(`${other} Fa0/1`)}]`],
        )
        const lab = await parseLab(text, 'x.yml')
        // Names that are numbers stand first, which is JavaScript's order.
        expect(lab.devices.map(({ name }) => name).sort()).toEqual([one, other, ...more].sort())
        expect(lab.devices.filter(({ host }) => host !== undefined)).toHaveLength(more.length + 1)
        expect(lab.cables).toEqual([
          {
            from: { device: one, port: 'eth0' },
            to: { device: other, port: 'FastEthernet0/1' },
            kind: 'straight',
          },
        ])
      }),
      { numRuns: 50 },
    )
  })

  test('names that are not quoted are texts, whatever YAML takes them for', async () => {
    const text = labOf(
      [
        '  10: { profile: host }',
        '  null: { profile: host }',
        '  __proto__: &same { profile: host }',
        '  b: *same',
      ],
      ['  - [10 eth0, null eth0]', '  - [__proto__ eth0, b eth0]'],
    )
    const { devices, cables } = await parseLab(text, 'x.yml')
    expect(devices.map(({ name }) => name)).toEqual(['10', 'null', '__proto__', 'b'])
    expect(cables.map(({ from, to }) => [from.device, to.device])).toEqual([
      ['10', 'null'],
      ['__proto__', 'b'],
    ])
  })

  test.each([
    ['|', 9],
    ['|-', 9],
    ['>', 9],
  ])('the line of a config that begins with %s is known', async (sign, line) => {
    const text = `name: x\n# 2\n\n\ndevices:\n  A:\n    profile: isr-1941\n    config: ${sign}\n      hostname A\n`
    expect((await parseLab(text, 'x.yml')).devices[0]).toMatchObject({ config: { firstNumber: line } })
  })
})

test('docs/labs.md shows a lab that can be read', async () => {
  const text = readFileSync(new URL('../../docs/labs.md', import.meta.url), 'utf8')
  const example = /```yaml\n(.*?)```/s.exec(text)?.[1] ?? ''
  expect(await faultsOf(example)).toEqual([])
})

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lab-'))
  const written = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }

  test('a path is read, with profiles at paths beside it', async () => {
    const profile = readFileSync(new URL('../../devices/isr-1941.json', import.meta.url), 'utf8')
    written('mine.json', profile.replace('"name": "isr-1941"', '"name": "mine"'))
    written('bad.json', '{')
    const lab = await readLab(written('lab.yml', 'name: x\ndevices: { R1: { profile: ./mine.json } }'))
    expect(lab.devices[0]?.profile.name).toBe('mine')
    const bad = written('bad.yml', 'name: x\ndevices: { R1: { profile: ./bad.json } }')
    await expect(readLab(bad)).rejects.toThrow(
      `${bad}:2:27: found "./bad.json", expected a profile that can be read (${join(folder, 'bad.json')}:1:2: found `,
    )
    rmSync(folder, { recursive: true })
  })

  test('a shipped lab is found by its name, and a name that is near is offered', async () => {
    expect((await readLab('one-switch')).name).toBe('one-switch')
    await expect(readLab('one-swich')).rejects.toThrow(
      'there is no lab "one-swich", neither by this name nor as a file; did you mean one-switch?',
    )
  })

  test('shipped labs are called as their files, and say in both languages what they are', async () => {
    const names = await shippedLabs()
    expect(names).toEqual(
      readdirSync(labsFolder)
        .filter((file) => file.endsWith('.yml'))
        .map((file) => file.replace('.yml', ''))
        .sort(),
    )
    for (const name of names) {
      const lab = await readLab(name)
      expect(lab.name).toBe(name)
      expect(lab.description.en).toMatch(/^[A-Z].*\.$/)
      expect(lab.description.zh).toMatch(/。$/)
      expect(lab.devices.every(({ position }) => position !== undefined)).toBe(true)
    }
  })
})
