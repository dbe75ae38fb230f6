/** `rollover grade`, as a teacher uses it. */

import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import type { Deed } from '../../src/drills/lab-drill.ts'
import { BadFile } from '../../src/stores/checked-file.ts'
import { encodeFileName } from '../../src/stores/file-name.ts'
import { readLabDrill } from '../../src/stores/read-drill.ts'
import { openStateDirectory } from '../../src/stores/state-directory.ts'
import { FreshLabs } from '../../src/terminals/marking/fresh-labs.ts'
import { type GradeResult, Grader } from '../../src/terminals/marking/grader.ts'
import { readResults, verifyResult, type Whereabouts } from '../../src/terminals/marking/verify-result.ts'
import { encodeRecording, loadLabs, Practice } from '../../src/terminals/practice.ts'
import { terminalCopy } from '../terminal-copies.ts'
import { newFolder, rollover } from './program.ts'

const drillFile = fileURLToPath(new URL('../drills/two-ports.yml', import.meta.url))
const drill = await readLabDrill(drillFile)
await loadLabs()

function submitted(name: string, text: string | Uint8Array, folder = newFolder()): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** What was typed, at prompts of some other device. */
const halfDone = [
  'Switch>enable',
  'Switch#configure terminal',
  'Switch(config)#hostname Left',
  'Left(config)#^Z',
  '',
].join('\n')

const allDone = terminalCopy(drill, drill.solution, new FreshLabs())

describe('a transcript', () => {
  test('full marks: status 0', () => {
    const { status, stdout, stderr } = rollover([
      'grade',
      drillFile,
      '--transcript',
      submitted('a.txt', allDone),
    ])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(
      /^Two ports: 4 of 4 points\n\n● SW1 is called Left. {2}3\/3\n {2}✓ SW1 is called Left\.\n/,
    )
  })

  test('less: status 1, and the result as JSON says why', () => {
    const path = submitted('a.txt', halfDone)
    const { status, stdout } = rollover(['grade', drillFile, '--transcript', path, '--json'])
    expect(status).toBe(1)
    const check = (values: object) => ({ passed: false, points: 0, max: 1, cause: null, ...values })
    expect(JSON.parse(stdout)).toEqual({
      format: 1,
      version: packageJson.version,
      drill: 'two-ports',
      file: drillFile,
      language: 'en',
      score: 2,
      max: 4,
      tasks: [
        { id: 'name', points: 2, max: 3 },
        { id: 'vlan', points: 0, max: 1 },
      ],
      checks: [
        check({
          id: 'name-1',
          task: 'name',
          passed: true,
          points: 2,
          max: 2,
          expected: 'SW1 is called Left',
          found: 'it is in force',
        }),
        check({
          id: 'name-2',
          task: 'name',
          expected: 'after a reload: SW1 is called Left',
          found: 'after a reload: `hostname SW1`',
        }),
        expect.objectContaining({
          id: 'vlan',
          task: 'vlan',
          passed: false,
          expected: 'Fa0/3 of SW2 in VLAN 10',
        }),
      ],
      unsaved: ['SW1'],
      // No device of the lab is called Switch; the first one is meant.
      remarks: ['row 1: no device is called Switch, so it was typed at SW1'],
      seed: drill.lab.seed,
      input: { kind: 'transcript', path, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
  })

  test('in Chinese where that is asked for, or the locale’s language', () => {
    const path = submitted('a.txt', halfDone)
    const { stdout } = rollover(['grade', drillFile, '--transcript', path, '--language', 'zh'])
    expect(stdout).toMatch(/^两个端口：2 分，满分 4 分\n\n◐ SW1 名为 Left。 {2}2\/3\n {2}✓ SW1 名为 Left。\n/)
    expect(stdout).toContain('\n▲ SW1 没有保存\n▲ 第 1 行：没有名为 Switch 的设备，按在 SW1 上输入处理\n')
  })

  test('the same input gives the same bytes', () => {
    const path = submitted('a.txt', allDone)
    const once = rollover(['grade', drillFile, '--transcript', path, '--json']).stdout
    expect(rollover(['grade', drillFile, '--transcript', path, '--json']).stdout).toBe(once)
  })

  test('the hash is of the drill, its lab and the submission, as the documentation says', () => {
    const path = submitted('a.txt', allDone)
    const hash = createHash('sha256')
    const add = (name: string, bytes: Uint8Array) => hash.update(`${name}\n${bytes.length}\n`).update(bytes)
    add('drill', readFileSync(drillFile))
    add('lab', Buffer.from(JSON.stringify(drill.lab)))
    add('transcript', readFileSync(path))
    const { stdout } = rollover(['grade', drillFile, '--transcript', path, '--json'])
    expect(JSON.parse(stdout).input.sha256).toBe(hash.digest('hex'))
  })

  test('commands that the drill forbids are refused, and marking goes on', () => {
    const text = `!: on SW1\nSW1>enable\nSW1#show running-config\nSW1#configure terminal\nSW1(config)#hostname Left\n`
    const { stdout } = rollover(['grade', drillFile, '--transcript', submitted('a.txt', text), '--json'])
    expect(JSON.parse(stdout).score).toBe(2)
  })

  test.each([
    ['no such file', undefined, ': there is no such file'],
    [
      'bytes that are no text',
      Uint8Array.of(0x53, 0x0a, 0x53, 0xff),
      ':2:2: found bytes that are not UTF-8, expected text in UTF-8',
    ],
    ['a directive that nobody knows', 'SW1>enable\n!: wiat 3s\n', ':2:4: found "wiat", expected a directive'],
    [
      'a device that is not there',
      '!: on SW3\nSW3>enable\n',
      ':1:7: found "SW3", expected one device (SW1, SW2',
    ],
    [
      'a cable that is not there',
      'SW1>enable\n!: cut SW1 Fa0/9\n',
      ':2:8: found "SW1", expected a cable of the lab',
    ],
  ])('%s: status 2', (_, content, message) => {
    const path = content === undefined ? join(newFolder(), 'a.txt') : submitted('a.txt', content)
    const { status, stdout, stderr } = rollover(['grade', drillFile, '--transcript', path])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(`rollover: ${path}${message}`)
  })

  test.each([
    [[], 'it takes a drill'],
    [[drillFile], 'it takes one of --transcript FILE, --state DIR, or a folder'],
    [[drillFile, '--transcript', 'a', '--state', 'b'], 'it takes one of'],
    [['two-portz', '--transcript', 'a'], 'there is no drill "two-portz"'],
    [['addressing-families', '--transcript', 'a'], '"addressing-families" are cards'],
    [[drillFile, '--transcript', 'a', '--csv', 'b'], '--csv is for a folder'],
  ])('%j: one sentence, status 2', (args, sentence) => {
    const { status, stderr } = rollover(['grade', ...args])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^rollover: .*\n$/)
    expect(stderr).toContain(sentence)
  })
})

/** A state directory in which the deeds were done: of the lab alone, or with what was suspended. */
function keptState(deeds: readonly Deed[], suspended: boolean, folder: string): string {
  const directory = openStateDirectory(folder)
  const { lab } = drill
  const practice = new Practice({
    bench: { kind: 'lab', lab },
    storage: (device) => directory.device(device),
    seed: lab.seed,
    epochMs: 0,
    boot: false,
    forbidden: drill.forbidden,
    program: 'rollover',
  })
  practice.start()
  for (const deed of deeds) {
    if (deed.kind !== 'type') continue
    practice.active = deed.on
    for (const line of ['', ...deed.lines.map(({ text }) => text)]) {
      practice.input(Buffer.from(`${line}\r`))
      practice.kernel.advanceTo(practice.kernel.nowMs + 5000)
    }
  }
  if (suspended) directory.writeSuspended(encodeRecording(practice.recording()))
  directory.close()
  return folder
}

const grader = await Grader.read(drillFile)

function gradeState(path: string): GradeResult {
  return grader.grade(grader.submission('state', path), 'en')
}

describe('a state directory', () => {
  test('devices boot from what was saved', () => {
    // SW1 was saved, SW2 was not.
    const path = keptState(drill.solution, false, newFolder())
    const { status, stdout } = rollover(['grade', drillFile, '--state', path, '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      score: 3,
      remarks: [],
      unsaved: [],
    })
  })

  test('one submission leaves nothing to the next, and each has its hash', async () => {
    const first = await Grader.read(drillFile)
    const solved = first.grade(first.submission('state', keptState(drill.solution, false, newFolder())), 'en')
    const empty = first.grade(first.submission('state', keptState([], false, newFolder())), 'en')
    const none = first.grade({ kind: 'transcript', path: 'none', bytes: new Uint8Array() }, 'en')
    expect([solved, empty, none].map(({ score }) => score)).toEqual([3, 0, 0])
    expect(new Set([solved, empty, none].map(({ input }) => input.sha256)).size).toBe(3)
  })

  test('what was suspended counts, saved or not', () => {
    expect(gradeState(keptState(drill.solution, true, newFolder()))).toMatchObject({
      score: 4,
      remarks: [],
      unsaved: ['SW2'],
    })
  })

  test('it may be the drill’s own, the lab’s, or the directory above either', () => {
    for (const below of [
      ['drills', 'two-ports'],
      ['labs', 'two-switches'],
      ['drills', 'two-ports', 'labs', 'two-switches'],
    ]) {
      const above = newFolder()
      const folder = join(above, ...below)
      mkdirSync(folder, { recursive: true })
      keptState(drill.solution, true, folder)
      expect(gradeState(above).score).toBe(4)
      expect(gradeState(folder).score).toBe(4)
    }
  })

  test('what the program itself keeps is taken', () => {
    const state = newFolder()
    const typed = 'enable\nconfigure terminal\nhostname Left\nend\nwrite memory\n'
    rollover(['console', 'two-switches', '--on', 'SW1', '--state', state], typed)
    expect(gradeState(state).score).toBe(3)
  })

  test('files that were saved after it count more than what was suspended', () => {
    const folder = keptState(drill.solution, true, newFolder())
    const directory = openStateDirectory(folder)
    directory.device('SW1').write('flash', 'later.txt', Buffer.from('later'), 0)
    directory.close()
    expect(gradeState(folder)).toMatchObject({
      score: 3,
      remarks: ['files were saved after it was suspended, so they count and not what was suspended'],
    })
  })

  test('what was suspended in another lab does not count: it could have anything in it', () => {
    const folder = keptState(drill.solution, false, newFolder())
    const directory = openStateDirectory(folder)
    const [first, ...others] = drill.lab.devices
    if (first === undefined || first.host !== undefined) throw new Error('a switch comes first')
    const config = { text: 'hostname Left\n', firstNumber: 1 }
    const practice = new Practice({
      bench: {
        kind: 'lab',
        lab: { ...drill.lab, devices: [{ ...first, config } as typeof first, ...others] },
      },
      seed: 1,
      epochMs: 0,
      boot: false,
      program: 'rollover',
    })
    directory.writeSuspended(encodeRecording(practice.recording()))
    directory.close()
    expect(gradeState(folder)).toMatchObject({
      score: 3,
      remarks: ['what was suspended is of another lab, so it does not count'],
    })
  })

  test('a damaged file is told, never booted, and left as it lies', () => {
    const folder = keptState(drill.solution, false, newFolder())
    const file = join(folder, 'devices', encodeFileName('SW1'), 'flash', 'config.text')
    const damaged = readFileSync(file)
    damaged.fill(0, 0, 40)
    writeFileSync(file, damaged)
    const { score, remarks } = gradeState(folder)
    // The copy in its record is whole.
    expect(score).toBe(3)
    expect(remarks).toEqual([expect.stringContaining(file)])
    expect(readFileSync(file)).toEqual(damaged)
  })

  test.each([
    [
      'nothing of the drill',
      (folder: string) => mkdirSync(join(folder, 'devices', 'R7', 'nvram'), { recursive: true }),
    ],
    ['a suspended run that is no record', (folder: string) => submitted('suspended', 'once', folder)],
  ])('%s: of no use', (_, make) => {
    const folder = newFolder()
    make(folder)
    expect(() => gradeState(folder)).toThrow(BadFile)
    expect(() => gradeState(folder)).toThrow(`${folder}: no`)
  })
})

describe('a folder of submissions', () => {
  const folder = newFolder()
  submitted('10.txt', allDone, folder)
  submitted('2.txt', halfDone, folder)
  submitted('王小明.txt', allDone, folder)
  submitted('=1+1.txt', halfDone, folder)
  submitted('.DS_Store', 'x', folder)
  const state = join(folder, 'Ann')
  mkdirSync(state)
  keptState(drill.solution, true, state)
  mkdirSync(join(folder, 'Ben_4711'))
  submitted('copy.txt', allDone, join(folder, 'Ben_4711'))

  test('a table in the order of names, status 0 when all could be marked', () => {
    const { status, stdout, stderr } = rollover(['grade', drillFile, folder])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.split('\n')).toEqual([
      'name        name  vlan  total    %  remarks',
      '=1+1.txt     2/3   0/1    2/4   50  SW1 was not saved (+1)',
      '2.txt        2/3   0/1    2/4   50  SW1 was not saved (+1)',
      '10.txt       3/3   1/1    4/4  100  SW2 was not saved',
      'Ann          3/3   1/1    4/4  100  SW2 was not saved',
      'Ben_4711     3/3   1/1    4/4  100  SW2 was not saved',
      '王小明.txt   3/3   1/1    4/4  100  SW2 was not saved',
      '',
    ])
  })

  test('as CSV for a spreadsheet, beside the table or alone', () => {
    const file = join(folder, 'marks.csv')
    const beside = rollover(['grade', drillFile, folder, '--csv', file, '--language', 'zh'])
    expect(beside.stdout).toMatch(/^姓名 +name +vlan +总分 +% +备注\n/)
    const text = readFileSync(file, 'utf8')
    expect(text.startsWith('\ufeffname,task name,task vlan,total,max,percent,remarks\r\n')).toBe(true)
    expect(text).toContain("\r\n'=1+1.txt,2,0,2,4,50,")
    expect(text).toContain('\r\n王小明.txt,3,1,4,4,100,SW2 没有保存\r\n')
    // The table of the last time is no submission of this time.
    const again = rollover(['grade', drillFile, folder, '--csv', file, '--language', 'zh'])
    expect(again.status).toBe(0)
    const alone = rollover(['grade', drillFile, folder, '--csv', '-', '--language', 'zh'])
    expect(alone.stdout.split('\r\n').filter((row) => !row.startsWith('marks.csv'))).toEqual(
      text.slice(1).split('\r\n'),
    )
  })

  test('one that is broken stops none of the others: unreadable, endless, a link', () => {
    const mixed = newFolder()
    cpSync(join(folder, '2.txt'), join(mixed, 'b.txt'))
    submitted('a.txt', Uint8Array.of(0xff), mixed)
    // Ten minutes each until it is broken off.
    submitted('c.txt', 'root@PC1:~# ping 192.168.10.13\n'.repeat(100_000), mixed)
    symlinkSync(join(mixed, 'b.txt'), join(mixed, 'd.txt'))
    mkdirSync(join(mixed, 'e'))
    cpSync(join(folder, '10.txt'), join(mixed, 'f.txt'))
    const { status, stdout } = rollover(['grade', drillFile, mixed, '--limit', '3s'])
    expect(status).toBe(2)
    expect(stdout.split('\n').map((row) => row.replace(/ +/g, ' '))).toEqual([
      'name name vlan total % remarks',
      `a.txt – – – – ${mixed}/a.txt:1:1: found bytes that are not UTF-8, expected text in UTF-8`,
      'b.txt 2/3 0/1 2/4 50 SW1 was not saved (+1)',
      `c.txt – – – – ${mixed}/c.txt: its marking did not end in 3 s and was stopped`,
      `d.txt – – – – ${mixed}/d.txt: it is a link, not a file`,
      expect.stringContaining(`e – – – – ${mixed}/e: nothing of drill two-ports is kept there`),
      'f.txt 3/3 1/1 4/4 100 SW2 was not saved',
      '',
    ])
  })

  test('as JSON: each result, or why there is none', () => {
    const { stdout } = rollover(['grade', drillFile, folder, '--json'])
    const { drill: id, submissions } = JSON.parse(stdout)
    expect(id).toBe('two-ports')
    expect(
      submissions.map(({ name, result }: { name: string; result: { score: number } }) => [
        name,
        result.score,
      ]),
    ).toContainEqual(['王小明.txt', 4])
  })

  test('an empty folder, and none', () => {
    expect(rollover(['grade', drillFile, newFolder()])).toMatchObject({ status: 2, stdout: '' })
    const none = join(newFolder(), 'none')
    expect(rollover(['grade', drillFile, none]).stderr).toBe(`rollover: ${none}: there is no such file\n`)
  })
})

describe('--verify', () => {
  const folder = newFolder()
  const input = submitted('a.txt', halfDone, folder)
  const result = grader.grade(grader.submission('transcript', input), 'zh')
  const json = JSON.stringify(result, undefined, 2)
  const verified = async (text: string, where: Whereabouts = {}) => {
    const path = submitted('result.json', text, folder)
    const [first] = await readResults(path)
    if (first === undefined) throw new Error('no result')
    const { status, sentences } = await verifyResult(first, path, where)
    return { status, said: sentences.join('\n') }
  }

  test('the same input gives the same result', () => {
    const path = submitted('result.json', json, folder)
    expect(rollover(['grade', '--verify', path])).toEqual({
      status: 0,
      stdout: `${input}: the same input gives the same result\n`,
      stderr: '',
    })
  })

  test('the results of a folder, each', () => {
    const subs = newFolder()
    submitted('1.txt', halfDone, subs)
    submitted('2.txt', allDone, subs)
    const path = submitted('all.json', rollover(['grade', drillFile, subs, '--json']).stdout, folder)
    const { status, stdout } = rollover(['grade', '--verify', path])
    expect(status).toBe(0)
    expect(stdout.split('\n')).toHaveLength(3)
  })

  test('a changed result is told, with what was changed', async () => {
    const path = submitted('result.json', json.replace('"score": 2', '"score": 4'), folder)
    expect(rollover(['grade', '--verify', path])).toMatchObject({
      status: 1,
      stdout: `${input}: the result was changed: score says 4, and is 2\n`,
    })
    const { said } = await verified(json.replace('SW1 名为 Left', 'SW1 名为 Right'))
    expect(said).toMatch(
      /^the result was changed: checks\.0\.expected says "SW1 名为 Right", and is "SW1 名为 Left"$/m,
    )
  })

  test('a changed input is told', async () => {
    const other = submitted('b.txt', allDone, folder)
    const { status, said } = await verified(json, { drill: drillFile, input: other })
    expect(status).toBe(1)
    expect(said).toContain('the input has changed since')
  })

  test('an input that moved is found beside the result, or named', async () => {
    const relative = json.replace(JSON.stringify(input), '"a.txt"')
    expect(await verified(relative)).toMatchObject({ status: 0 })
    const there = submitted('c.txt', halfDone)
    expect(await verified(relative, { drill: drillFile, input: there })).toMatchObject({ status: 0 })
  })

  test.each([
    [
      'another version',
      json.replace(`"version": "${packageJson.version}"`, '"version": "0.0.9"'),
      'it was marked by rollover 0.0.9',
    ],
    ['an input that is gone', json.replace('a.txt', 'gone.txt'), 'there is no such file'],
    ['a drill that is gone', json.replace('two-ports.yml', 'no-ports.yml'), 'there is no drill'],
  ])('%s: cannot be told', async (_, text, sentence) => {
    const { status, said } = await verified(text)
    expect(status).toBe(2)
    expect(said).toContain(sentence)
  })

  test.each([
    ['no result', '{}', 'it is no result of `rollover grade --json`'],
    ['no JSON', 'score: 4', 'it is no JSON'],
  ])('%s: status 2', (_, text, sentence) => {
    const { status, stderr } = rollover(['grade', '--verify', submitted('result.json', text, folder)])
    expect(status).toBe(2)
    expect(stderr).toContain(sentence)
  })
})
