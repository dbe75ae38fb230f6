/** What is kept between two runs, and what is said about it. */

import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newFolder, programPath, rollover } from './program.ts'

const save = 'enable\nconfigure terminal\nhostname KEPT\nend\nwrite memory\n'
const startup = (state: string) => join(state, 'devices', 'isr-1941', 'nvram', 'startup-config')
const router = (state: string) => ['console', '--device', 'isr-1941', '--state', state]

describe('state', () => {
  test('without --state a pipe keeps nothing, with it what was saved is there again', () => {
    expect(rollover(['console', '--device', 'isr-1941'], save).stdout).toContain('[OK]')
    expect(rollover(['console', '--device', 'isr-1941'], '').stdout).toBe('Router>')
    const state = newFolder()
    rollover(router(state), save)
    expect(rollover(router(state), '').stdout).toBe('KEPT>')
    expect(readFileSync(startup(state), 'utf8')).toMatch(
      /^\n!\n(! .*\n)*!\nversion 15\.4\n[\s\S]*\nhostname KEPT\n[\s\S]*\nend\n$/,
    )
  })

  test('--ephemeral keeps nothing although a state directory is named', () => {
    const state = newFolder()
    rollover([...router(state), '--ephemeral'], save)
    expect(rollover(router(state), '').stdout).toBe('Router>')
  })

  test('a file that was edited is said, not booted, and can be accepted', () => {
    const state = newFolder()
    rollover(router(state), save)
    const file = startup(state)
    writeFileSync(file, readFileSync(file, 'utf8').replace('KEPT', 'EDITED'))
    const { stdout, stderr } = rollover(router(state), '')
    expect(stdout).toBe('KEPT>')
    expect(stderr).toContain('startup-config')
    expect(stderr).toContain('rollover state accept')
    expect(rollover(['state', 'accept', '--state', state]).status).toBe(0)
    expect(rollover(router(state), '').stdout).toBe('EDITED>')
  })

  test('list, export and reset', () => {
    const state = newFolder()
    rollover(router(state), save)
    expect(rollover(['state', 'list', '--state', state]).stdout).toMatch(
      /isr-1941\n {2}nvram:startup-config +\d+ bytes/,
    )
    const folder = join(newFolder(), 'out')
    const { stdout } = rollover(['state', 'export', folder, '--state', state])
    expect(readFileSync(stdout.split('\n')[0] ?? '', 'utf8')).toContain('hostname KEPT')
    expect(rollover(['state', 'reset', '--state', state]).status).toBe(2)
    expect(rollover(['state', 'reset', '--yes', '--state', state]).status).toBe(0)
    expect(rollover(router(state), '').stdout).toBe('Router>')
  })

  test('the second process is told who holds the directory', async () => {
    const state = newFolder()
    const holder = spawn(process.execPath, [programPath, ...router(state)], {
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    const { status, stderr } = rollover(router(state), '')
    holder.stdin.end()
    await new Promise((resolve) => holder.once('exit', resolve))
    expect(status).toBe(2)
    expect(stderr).toContain(String(holder.pid))
    expect(rollover(router(state), '').status).toBe(0)
  })
})
