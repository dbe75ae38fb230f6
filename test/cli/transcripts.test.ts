/** `rollover test` and `rollover record`, as a user runs them. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { newFolder, rollover } from './program.ts'

const right = 'S1#show privilege\nCurrent privilege level is 15\nS1#\n'
const wrong = 'S1#show privilege\nCurrent privilege level is 1\nS1#\n'

let folder = ''
const file = (name: string, text: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

beforeEach(() => {
  folder = newFolder()
})

describe('rollover test', () => {
  test('transcripts that agree: status 0', () => {
    file('a.txt', right)
    file('b.txt', right)
    file('notes.md', 'no transcript')
    const { status, stdout, stderr } = rollover(['test', folder])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^2 transcripts, 6 rows, no difference \(\d+\.\d\d s\)\n$/)
  })

  test('a difference: file and row, expected and found, status 1', () => {
    const path = file('a.txt', wrong)
    const { status, stdout } = rollover(['test', path, file('b.txt', right)])
    expect(status).toBe(1)
    expect(stdout).toContain(
      `${path}:2\n    S1#show privilege\n  - Current privilege level is 1\n  + Current privilege level is 15\n`,
    )
    expect(stdout).toContain('2 transcripts, 6 rows, 1 with differences')
  })

  test('what is a real command, but not modelled, is said where it makes a difference', () => {
    const { stdout } = rollover(['test', file('a.txt', 'S1#show platform\nASIC 0\nS1#\n')])
    expect(stdout).toMatch(/note: .*is a real command, not modelled here/)
  })

  test.each([
    ['an unknown directive', '!: devise S1 isr-1941\n', ':1:4: found "devise", expected a directive'],
    ['bytes that are no text', Uint8Array.of(0x53, 0x0a, 0x53, 0xff), ':2:2: found bytes that are not UTF-8'],
    ['an unknown key', 'S1#\nS1#show <Tap>\n', ':2:9: found the key <Tap>'],
  ])('%s: path, row and column, status 2', (_, text, message) => {
    const path = file('a.txt', text)
    const { status, stdout } = rollover(['test', file('b.txt', wrong), path])
    expect(status).toBe(2)
    expect(stdout).toContain(path + message)
  })

  test('no such file, no transcript: status 2', () => {
    const missing = join(folder, 'none.txt')
    expect(rollover(['test', missing])).toMatchObject({
      status: 2,
      stdout: expect.stringContaining(`${missing}: there is no such file\n`),
    })
    expect(rollover(['test', folder])).toMatchObject({
      status: 2,
      stderr: `rollover: there is no transcript (*.txt) in ${folder}\n`,
    })
  })

  test('TAP', () => {
    const paths = [file('a.txt', right), file('b.txt', wrong), file('c.txt', '!: x\n')]
    const { status, stdout } = rollover(['test', '--reporter', 'tap', ...paths])
    expect(status).toBe(2)
    expect(stdout.split('\n').filter((line) => /^(TAP|1\.\.|ok|not ok)/.test(line))).toEqual([
      'TAP version 14',
      '1..3',
      `ok 1 - ${paths[0]}`,
      `not ok 2 - ${paths[1]}`,
      `not ok 3 - ${paths[2]}`,
    ])
    expect(stdout).toContain('\n      + Current privilege level is 15\n')
  })

  test('JUnit', () => {
    const paths = [file('a.txt', right), file('b&c.txt', wrong), file('d.txt', '!: <x>\n')]
    const { stdout } = rollover(['test', '--reporter', 'junit', ...paths])
    expect(stdout).toContain('tests="3" failures="1" errors="1"')
    expect(stdout).toContain('b&amp;c.txt:2"')
    expect(stdout).toContain('found &quot;&lt;x&gt;&quot;')
  })

  test('many files run side by side, and are told of in their order', () => {
    const long = `${right.slice(0, -4).repeat(1500)}S1#\n`
    const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt', 'f.txt']
    const paths = names.map((name) => file(name, name === 'd.txt' ? wrong : long))
    const { status, stdout } = rollover(['test', '--reporter', 'tap', ...paths])
    expect(status).toBe(1)
    expect(stdout.match(/^(not )?ok \d/gm)).toEqual(['ok 1', 'ok 2', 'ok 3', 'not ok 4', 'ok 5', 'ok 6'])
  })

  test('--update rewrites what is hand-written, and refuses what was captured', () => {
    const mine = file('a.txt', `!: source hand-written\n${wrong}`)
    const captured = `!: source captured WS-C2960-24TT-L 15.0(2)SE11\n${wrong}`
    const theirs = file('b.txt', captured)
    const { status, stdout } = rollover(['test', '--update', mine, theirs])
    expect(status).toBe(1)
    expect(readFileSync(mine, 'utf8')).toBe(`!: source hand-written\n${right}`)
    expect(readFileSync(theirs, 'utf8')).toBe(captured)
    expect(stdout).toContain(`${mine}: rewritten\n`)
    expect(stdout).toContain(`${theirs}: captured on a real device, so it is not rewritten\n`)
    expect(rollover(['test', mine]).status).toBe(0)
  })
})

describe('rollover record', () => {
  test('a session on a pipe becomes a transcript that passes', () => {
    const path = join(folder, 'session.txt')
    const { status, stdout } = rollover(
      ['record', '--device', 'isr-1941', '-o', path],
      'enable\nconfigure terminal\nhostname R1\nend\nshow clock\n',
    )
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(readFileSync(path, 'utf8')).toContain('\nRouter#configure terminal\n')
    expect(readFileSync(path, 'utf8')).toMatch(/^!: device Router isr-1941\n/)
    expect(rollover(['test', path])).toMatchObject({ status: 0 })
  })

  test('a session in a lab names the lab and the console, and has the network behind it', () => {
    const path = join(folder, 'session.txt')
    const args = ['record', 'two-switches', '--on', 'sw2', '-o', path]
    const typed =
      'enable\nconfigure terminal\nhostname X\nend\nshow mac address-table dynamic\nshow cdp neighbors\n'
    expect(rollover(args, typed)).toMatchObject({ status: 0, stdout: '' })
    const text = readFileSync(path, 'utf8')
    expect(text).toMatch(/^!: lab two-switches\n!: on SW2\n!: source hand-written\n/)
    expect(text).toContain('Total Mac Addresses for this criterion: 1\n')
    expect(text).toMatch(/^SW1 +Gig 0\/1/m)
    expect(rollover(['test', path])).toMatchObject({ status: 0 })
  })

  test('a host is not recorded', () => {
    expect(rollover(['record', 'two-switches', '--on', 'PC1'])).toMatchObject({
      status: 2,
      stderr: 'rollover: PC1 is a host; a recording is of a switch or router\n',
    })
  })
})
