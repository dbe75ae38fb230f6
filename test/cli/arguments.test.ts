/** What the command line says to right and wrong arguments. */

import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { newFolder, rollover } from './program.ts'

describe('arguments', () => {
  test('--version and --help print to standard output', () => {
    expect(rollover(['--version'])).toEqual({ status: 0, stdout: `${packageJson.version}\n`, stderr: '' })
    expect(rollover(['state', 'list', '--version']).stdout).toBe(`${packageJson.version}\n`)
    for (const args of [
      ['--help'],
      ['console', '--help'],
      ['state', '--help'],
      ['test', '--help'],
      ['list', '--help'],
    ]) {
      const { status, stdout, stderr } = rollover(args)
      expect({ args, status, stderr }).toEqual({ args, status: 0, stderr: '' })
      expect(stdout).toContain('Usage: rollover')
    }
  })

  test.each([
    [['--devise', 'x'], /unknown option '--devise'.*--device/],
    [['consol'], /there is no command and no lab "consol"; did you mean console\?/],
    [
      ['--device', 'catalyst-2960-24t'],
      /no device profile "catalyst-2960-24t"; did you mean catalyst-2960-24tt\?/,
    ],
    [['--device', 'host'], /"host" is the profile of a host.*use it in a lab/],
    [['--pace', 'soon'], /--pace.*seconds/],
    [['list', 'device'], /devices/],
    [['state', 'lst'], /list/],
  ])('%j gets one sentence, the nearest right one, and status 2', (args, sentence) => {
    const { status, stdout, stderr } = rollover(args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(sentence)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  test('language and state are taken before a command as after it', () => {
    expect(rollover(['--lang', 'zh', 'list', 'drills']).stdout).toContain('给交换机取名')
    expect(rollover(['--lang', 'zh', 'list', 'drills', '--lang', 'en']).stdout).not.toContain('给交换机取名')
    const state = newFolder()
    rollover(['--state', state, 'drill', 'arp'], '\n\n')
    expect(readdirSync(state)).not.toEqual([])
  })

  test('a drill on a pipe says how to go on', () => {
    const { stdout, status } = rollover(['drill', 'first-name'])
    expect(status).toBe(0)
    expect(stdout).toContain('The switch is called S1. (2)')
    expect(stdout).toContain('`rollover drill first-name`')
  })

  test('list devices names every profile with its description', () => {
    const { stdout } = rollover(['list', 'devices'])
    expect(stdout).toMatch(/^catalyst-2960-24tt {2}\S.*$/m)
    expect(stdout).toMatch(/^isr-1941 {12}\S.*$/m)
    expect(stdout).toMatch(/^host {16}\S.*$/m)
    expect(stdout.trimEnd().split('\n')).toHaveLength(9)
  })

  test('check names line and column, what was found and what was expected', () => {
    const file = join(newFolder(), 'bad.json')
    writeFileSync(file, '{\n  "name": 7\n}\n')
    const { status, stderr } = rollover(['check', file])
    expect(status).toBe(2)
    expect(stderr).toContain(`${file}:2:11: found 7, expected`)
    expect(rollover(['--device', file]).status).toBe(2)
  })

  test('a profile can be given by path', () => {
    const { stdout } = rollover(['console', '--device', 'devices/isr-1941.json'], 'enable\n')
    expect(stdout).toBe('Router>enable\r\nRouter#')
  })
})
