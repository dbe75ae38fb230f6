/** What is kept of a lab between two runs, and what `rollover state` knows of it. */

import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newFolder, rollover } from './program.ts'

interface Pair {
  readonly file: string
  readonly state: string
  /** Types at one console, and gives what it shows, and what is said beside it. */
  at(device: string, ...typed: readonly string[]): { stdout: string; stderr: string }
}

/** Two switches and a host, and an empty state directory. */
function pair(name = 'pair'): Pair {
  const file = join(newFolder(), 'pair.yml')
  const state = newFolder()
  writeFileSync(file, labText(name, 'hostname ONE'))
  return {
    file,
    state,
    at: (device, ...typed) => {
      const lines = typed.map((line) => `${line}\n`).join('')
      const ran = rollover(['console', file, '--on', device, '--state', state], lines)
      expect(ran.status).toBe(0)
      return ran
    },
  }
}

function labText(name: string, ...config: readonly string[]): string {
  return `name: ${JSON.stringify(name)}
devices:
  SW1:
    profile: catalyst-2960-24tt
    config: |
${config.map((line) => `      ${line}\n`).join('')}  SW2: { profile: catalyst-2960-24tt }
  PC1: { profile: host, address: 10.0.0.1/24 }
cables:
  - [SW1 Gi0/1, SW2 Gi0/1]
`
}

const rename = (name: string) => ['enable', 'configure terminal', `hostname ${name}`, 'end', 'write memory']

describe('what a lab keeps', () => {
  test('each device what was saved on it', () => {
    const { at } = pair()
    at('SW1', ...rename('EINS'))
    at('SW2', ...rename('ZWEI'))
    expect(at('SW1').stdout).toBe('EINS>')
    expect(at('SW2').stdout).toBe('ZWEI>')
  })

  test('a config that changes in the file is said, and what was saved stays', () => {
    const { at, file, state } = pair()
    expect(at('SW1').stdout).toBe('ONE>')
    writeFileSync(file, labText('pair', 'hostname OTHER'))
    const { stdout, stderr } = at('SW1')
    expect(stdout).toBe('ONE>')
    expect(stderr).toBe(
      "rollover: SW1 has another config in the lab's file now, and keeps what was saved (`rollover state reset pair` begins anew)\n",
    )
    expect(rollover(['state', 'reset', 'pair', '--yes', '--state', state]).status).toBe(0)
    expect(at('SW1')).toMatchObject({ stdout: 'OTHER>', stderr: '' })
  })

  test('a config that comes into the file later does not touch what somebody has saved', () => {
    const { at, file } = pair()
    at('SW2', ...rename('MINE'))
    const text = labText('pair', 'hostname ONE').replace(
      'SW2: { profile: catalyst-2960-24tt }',
      'SW2: { profile: catalyst-2960-24tt, config: "hostname THEIRS" }',
    )
    writeFileSync(file, text)
    const { stdout, stderr } = at('SW2')
    expect(stdout).toBe('MINE>')
    expect(stderr).toContain("SW2 has another config in the lab's file now")
  })

  test('a line that a device refuses is said where it stands', () => {
    const { at, file } = pair()
    writeFileSync(file, labText('pair', 'hostname ONE', 'ip adress'))
    expect(at('SW2').stderr).toBe(
      `rollover: ${file}:7:7: found "ip adress", expected a line that SW1 takes (it says: % Invalid input detected at '^' marker.)\n`,
    )
  })
})

describe('rollover state', () => {
  test('list names labs and their devices, reset forgets one lab or one of its devices', () => {
    const { at, file, state } = pair()
    at('SW1', ...rename('EINS'))
    at('SW2', ...rename('ZWEI'))
    const run = (...args: readonly string[]) => rollover(['state', ...args, '--state', state])
    writeFileSync(file, labText('other', 'hostname ONE'))
    at('SW1', ...rename('UNO'))
    const { stdout } = run('list')
    expect(stdout.split('\n').filter((row) => !row.includes('flash:'))).toEqual([
      state,
      'lab other',
      '  SW1',
      'lab pair',
      '  SW1',
      '  SW2',
      '',
    ])
    expect(stdout).toMatch(/^ {4}flash:config\.text +\d+ bytes/m)
    expect(run('reset', 'pair', 'SW1', '--yes').stdout).toBe('SW1 of lab pair is forgotten\n')
    expect(at('SW1').stdout).toBe('UNO>')
    writeFileSync(file, labText('pair', 'hostname ONE'))
    expect(at('SW1').stdout).toBe('ONE>')
    expect(at('SW2').stdout).toBe('ZWEI>')
    expect(run('reset', 'pair', '--yes').stdout).toBe('lab pair is forgotten\n')
    expect(run('list').stdout).not.toContain('lab pair')
    expect(at('SW2').stdout).toBe('Switch>')
    expect(run('reset', '--yes').stdout).toBe('everything is forgotten\n')
    expect(run('list').stdout).toBe(`${state}\nnothing is kept here\n`)
  })

  test('export has a folder for each lab, accept takes files of labs', () => {
    const { at, state } = pair('__proto__')
    at('SW1', ...rename('EINS'))
    const folder = join(newFolder(), 'out')
    expect(rollover(['state', 'export', folder, '--state', state]).status).toBe(0)
    expect(readdirSync(join(folder, 'labs', '__proto__'))).toEqual(['SW1'])
    writeFileSync(
      join(state, 'labs', '__proto__', 'devices', 'SW1', 'flash', 'config.text'),
      'hostname EDITED\n',
    )
    expect(at('SW1').stdout).toBe('EINS>')
    const accepted = rollover(['state', 'accept', '--state', state])
    expect(accepted.stdout).toBe('lab __proto__ SW1 flash:config.text is taken as it is now\n')
    expect(at('SW1').stdout).toBe('EDITED>')
  })

  test('a name that nothing is kept under is said', () => {
    const { at, state } = pair()
    at('SW1')
    const { status, stderr } = rollover(['state', 'reset', 'pari', '--yes', '--state', state])
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'rollover: nothing is kept of "pari"; did you mean pair?\n',
    })
  })
})
