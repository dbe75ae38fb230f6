/** Labs on the command line. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { newFolder, rollover } from './program.ts'

describe('labs', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  test('list labs names every lab with a sentence in the language of the locale', () => {
    vi.stubEnv('LC_ALL', 'zh_CN.UTF-8')
    expect(rollover(['list', 'labs']).stdout).toContain('one-switch         一台交换机和两台主机')
    vi.stubEnv('LC_ALL', 'C')
    const { status, stdout } = rollover(['list', 'labs'])
    expect(status).toBe(0)
    const lines = stdout.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThanOrEqual(6)
    expect(lines).toContain('one-switch         A switch and two hosts, to see it learn addresses.')
    for (const line of lines) expect(line).toMatch(/^[a-z0-9-]+ {2,}[A-Z].*\.$/)
  })

  test('check tells labs from profiles by what is in them', () => {
    const folder = newFolder()
    const lab = join(folder, 'lab.txt')
    const json = join(folder, 'lab.json')
    writeFileSync(lab, 'name: mine\ndevices: { PC1: { profile: host } }\n')
    writeFileSync(json, '{ "name": "other", "devices": { "A": { "profile": "host" } }, "cables": [] }')
    const { status, stdout, stderr } = rollover(['check', lab, json, 'devices/isr-1941.json'])
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout.split('\n')).toEqual([
      `${lab}: lab mine of 1 device and 0 cables, no fault`,
      `${json}: lab other of 1 device and 0 cables, no fault`,
      'devices/isr-1941.json: profile isr-1941, no fault',
      '',
    ])
  })

  test('check says all faults of a lab and goes on with the next file', () => {
    const bad = join(newFolder(), 'bad.yml')
    writeFileSync(bad, 'name: x\ndevices:\n  A: { profile: hst }\n  B: { profil: host }\n')
    const { status, stdout, stderr } = rollover(['check', bad, 'labs/one-switch.yml'])
    expect(status).toBe(2)
    expect(stderr.split('\n')).toEqual([
      `${bad}:3:17: found "hst", expected a device profile that exists (did you mean "host"?)`,
      `${bad}:4:8: found "profil", expected a known name (did you mean "profile"?)`,
      '',
    ])
    expect(stdout).toBe('labs/one-switch.yml: lab one-switch of 3 devices and 2 cables, no fault\n')
  })

  test('check types configurations, and says which lines a device does not take', () => {
    const file = join(newFolder(), 'refused.yml')
    const config = [
      'hostname R1',
      'interface GigabitEthernet0/0',
      ' ip adress 10.0.0.1 255.0.0.0',
      'vlan ten',
    ]
    const lines = [
      'name: x',
      'devices:',
      '  R1:',
      '    profile: isr-1941',
      '    config: |',
      ...config.map((line) => `      ${line}`),
    ]
    writeFileSync(file, `${lines.join('\n')}\n`)
    const { status, stderr } = rollover(['check', file])
    expect(status).toBe(2)
    expect(stderr.split('\n')).toEqual([
      `${file}:8:8: found "ip adress 10.0.0.1 255.0.0.0", expected a line that R1 takes (it says: % Invalid input detected at '^' marker.)`,
      `${file}:9:7: found "vlan ten", expected a line that R1 takes (it says: % Invalid input detected at '^' marker.)`,
      '',
    ])
  })

  test('a folder and a file that is not there are said in words', () => {
    const folder = newFolder()
    const missing = join(folder, 'missing.yml')
    expect(rollover(['check', folder, missing])).toEqual({
      status: 2,
      stdout: '',
      stderr: `${folder}: it is a folder\n${missing}: there is no such file\n`,
    })
    expect(rollover(['console', folder])).toMatchObject({
      status: 2,
      stderr: `rollover: ${folder}: it is a folder\n`,
    })
  })

  test.each([
    [['--device', 'isr-1941'], 'a lab has its own devices; --device is for one alone'],
    [['--boot'], 'a lab begins with its network up; --boot is for a device alone (reload shows the boot)'],
    [['--on', 'PC3'], 'there is no device "PC3"; did you mean PC1?'],
  ])('%j has no meaning', (args, sentence) => {
    expect(rollover(['console', 'one-switch', ...args])).toEqual({
      status: 2,
      stdout: '',
      stderr: `rollover: ${sentence}\n`,
    })
  })

  test('a config is typed in UTF-8', () => {
    const file = join(newFolder(), 'lab.yml')
    writeFileSync(
      file,
      'name: x\ndevices:\n  SW1:\n    profile: catalyst-2960-24tt\n    config: |\n      interface Fa0/1\n       description café 中\n',
    )
    const { stdout } = rollover(['console', file], 'enable\nshow running-config | include descr\n')
    expect(stdout).toContain('\r\n description café 中\r\n')
  })
})
