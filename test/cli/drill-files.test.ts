/** `rollover list drills`, and `rollover check` of drills and exams that people write. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { newFolder, rollover } from './program.ts'

const sound = readFileSync(fileURLToPath(new URL('../drills/two-ports.yml', import.meta.url)), 'utf8')

const cards = `kind: cards
topic: arp
title: { en: ARP, zh: ARP 协议 }
questions:
  - id: who-answers
    level: 2
    ask: { en: "Who answers an ARP request?", zh: "谁应答 ARP 请求？" }
    choose-one:
      right: { en: the owner of the address, zh: 拥有该地址的主机 }
      wrong: [{ en: the nearest switch of all, zh: 最近的那台交换机 }, { en: every host on the link, zh: 链路上的每台主机 }]
    explain: { en: Everybody hears it; only the owner answers., zh: 所有主机都收到，只有拥有者应答。 }
`

describe('list drills', () => {
  test('as JSON: id, kind, topic, level, title in the asked language, points', () => {
    const { status, stdout } = rollover(['list', 'drills', '--json', '--language', 'zh'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toContainEqual({
      id: 'first-name',
      kind: 'lab',
      topic: 'console',
      level: 1,
      title: '给交换机取名',
      points: 3,
    })
  })

  test('a row for each, first steps first, Chinese lined up by cells', () => {
    const english = rollover(['list', 'drills', '--language', 'en']).stdout
    expect(english).toMatch(/^first-name +lab +console +level 1 +3 points +A name for the switch$/m)
    const folder = newFolder()
    writeFileSync(join(folder, 'two-ports.yml'), sound)
    mkdirSync(join(folder, 'cards'))
    writeFileSync(join(folder, 'cards', 'who.yml'), cards)
    writeFileSync(join(folder, 'a-lab.yml'), 'devices: {}\n')
    expect(rollover(['list', 'drills', '--lang', 'zh', folder])).toEqual({
      status: 0,
      stdout: 'who        卡片  arp    2 级  1 题  ARP 协议\ntwo-ports  实验  vlans  2 级  4 分  两个端口\n',
      stderr: '',
    })
  })

  test('a file that is none', () => {
    const file = join(newFolder(), 'a.yml')
    writeFileSync(file, 'devices: {}\n')
    expect(rollover(['list', 'drills', file])).toMatchObject({ status: 2, stdout: '' })
    expect(rollover(['list', 'labs', '--json'])).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('check', () => {
  const checked = (text: string, ...options: string[]) => {
    const folder = newFolder()
    const path = join(folder, 'a.yml')
    writeFileSync(path, text)
    const { status, stdout, stderr } = rollover(['check', path, ...options])
    return { status, said: `${stdout}${stderr}`.replaceAll(path, 'a.yml').trimEnd().split('\n') }
  }
  /** The drill with one thing changed. */
  const changed = (from: string, to: string, ...options: string[]) => {
    expect(sound).toContain(from)
    return checked(sound.replace(from, to), ...options)
  }

  test.each(['README.md', 'docs/drills.md'])(
    'every drill, card and exam that %s shows has no fault',
    (name) => {
      const folder = newFolder()
      const text = readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8')
      const shown = [...text.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, yaml = '']) => yaml)
      const files = shown.map((yaml) => {
        // The exam names the drill above it.
        const id = yaml.includes('给销售部一个端口') ? 'sales-port' : `shown-${shown.indexOf(yaml)}`
        const file = join(folder, `${id}.yml`)
        writeFileSync(file, yaml)
        return file
      })
      expect(files).not.toEqual([])
      expect(rollover(['check', ...files])).toMatchObject({ status: 0, stderr: '' })
    },
  )

  test('a lab drill is proved; cards are read', () => {
    expect(checked(sound)).toEqual({
      status: 0,
      said: ['a.yml: lab drill a of 2 tasks and 4 points, proved, no fault'],
    })
    expect(checked(sound, '--no-proof').said).toEqual([
      'a.yml: lab drill a of 2 tasks and 4 points, no fault',
    ])
    expect(checked(cards)).toEqual({ status: 0, said: ['a.yml: cards a of 1 question, no fault'] })
  })

  test.each([
    [
      'a missing language',
      'title: { en: Two ports, zh: 两个端口 }',
      'title: { en: Two ports }',
      '5:8: found no "zh", expected "zh" in this object',
    ],
    [
      'a missing language of a task',
      '{ en: SW1 is called Left., zh: SW1 名为 Left。 }',
      '{ zh: SW1 名为 Left。 }',
      '12:11: found no "en", expected "en" in this object',
    ],
    [
      'a check on a device that is not there',
      'config: { device: SW2,',
      'config: { device: SW3,',
      '24:27: found "SW3", expected a device of the lab (did you mean "SW1"?)',
    ],
    [
      'a check on a device of the wrong kind',
      'config: { device: SW2,',
      'config: { device: PC1,',
      '24:27: found "PC1", expected a switch or router',
    ],
    [
      'wrong points',
      'points: 3',
      'points: 4',
      "11:13: found 4, expected 3, the sum of its checks' points (1 where a check names none)",
    ],
    [
      'an unknown check',
      '- config: { device: SW2,',
      '- confog: { device: SW2,',
      '24:9: found "confog", expected a known name (did you mean "config"?)',
    ],
    [
      'two kinds in one check',
      'in: interface Fa0/3, has: switchport access vlan 10 }',
      'has: x }\n        ping: { from: PC1, to: PC2 }',
      '24:9: found "config" and "ping" in one check, expected exactly one of ',
    ],
    [
      'an unknown task in `loses`',
      'for: [vlan]',
      'for: [vlans]',
      '36:11: found "vlans", expected the id of a task (did you mean "vlan"?)',
    ],
    [
      'a solution on an unknown device',
      '- on: SW2',
      '- on: SW4',
      '35:9: found "SW4", expected a device of the lab (did you mean "SW1"?)',
    ],
    [
      'a lab that is not there',
      'lab: two-switches',
      'lab: two-switchs',
      '7:6: found "two-switchs", expected a lab that can be read (there is no lab',
    ],
    ['a level beyond the last', 'level: 2', 'level: 5', '4:8: found 5, expected a number <= 4'],
  ])('%s: its line and column', (_, from, to, fault) => {
    const { status, said } = changed(from, to)
    expect(status).toBe(2)
    expect(said.filter((row) => row.startsWith(`a.yml:${fault}`))).toHaveLength(1)
    expect(said.every((row) => /^a\.yml:\d+:\d+: /.test(row))).toBe(true)
  })

  test('all faults come at once', () => {
    const text = sound
      .replace('points: 3', 'points: 9')
      .replace('- on: SW2', '- on: SW4')
      .replace('zh: 两个端口', '')
    expect(checked(text).said.map((row) => row.split(':')[1])).toEqual(['5', '11', '35'])
  })

  test('what the proof finds stands where it is declared', () => {
    expect(
      changed('      - hostname Left\n', '      - { line: hostname Left, because: it is a name only }\n'),
    ).toEqual({
      status: 2,
      said: ['a.yml:32:9: without "hostname Left" (line 3 on SW1) the tasks lost are name, declared none'],
    })
    expect(changed('switchport access vlan 10\n      -', 'switchport access vlan 20\n      -').said).toEqual([
      expect.stringMatching(
        /^a\.yml:24:9: the solution does not pass check vlan of task vlan: expected Fa0\/3 of SW2 in VLAN 10, found /,
      ),
    ])
    expect(
      changed('SW2, in: interface Fa0/3, has: switchport access vlan 10', 'SW2, has: hostname SW2').said,
    ).toContain('a.yml:20:5: the untouched start already has full points in task vlan')
  })

  test('a line to look for that the device never takes', () => {
    expect(changed('device: SW1, has: hostname Left', 'device: SW1, has: hostnaem Left').said).toEqual([
      'a.yml:14:9: check name-1 of task name: SW1 does not take `hostnaem Left`',
    ])
  })

  test('a line that the lab’s own device refuses', () => {
    const text = sound.replace(
      'lab: two-switches',
      'lab:\n  devices:\n    SW1: { profile: catalyst-2960-24tt, config: "hostnaem X" }\n    SW2: { profile: catalyst-2960-24tt }',
    )
    expect(checked(text).said).toEqual([
      expect.stringMatching(/^a\.yml:9:\d+: found "hostnaem X", expected a line that SW1 takes \(it says: /),
    ])
  })

  test('an exam', () => {
    const exam = 'title: { en: Midterm, zh: 期中考试 }\ntime: 45m\nitems:\n  - { drill: first-name }\n'
    expect(checked(exam)).toEqual({ status: 0, said: ['a.yml: exam of 1 item, no fault'] })
    expect(checked(exam.replace('first-name', 'first-nam')).said[0]).toMatch(
      /^a\.yml:4:\d+: found "first-nam", expected /,
    )
  })

  test('cards with a fault', () => {
    expect(checked(cards.replace('zh: 拥有该地址的主机', 'zh: ""')).said[0]).toMatch(/^a\.yml:9:\d+: found /)
  })
})
