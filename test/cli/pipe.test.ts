/** The console on a pipe: what comes out is what the terminal would show, and only that. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { newFolder, programPath, rollover } from './program.ts'

describe('the console on a pipe', () => {
  test('shows exactly what a terminal would, and ends with status 0', () => {
    const { status, stdout } = rollover(['console'], 'enable\nshow privilege\n')
    expect(stdout).toBe('Switch>enable\r\nSwitch#show privilege\r\nCurrent privilege level is 15\r\nSwitch#')
    expect(status).toBe(0)
  })

  test('is what `rollover` is where there is no terminal', () => {
    expect(rollover([], 'enable\n').stdout).toBe('Switch>enable\r\nSwitch#')
  })

  test('two runs give the same bytes, hashes of passwords included', () => {
    const input =
      'enable\nconfigure terminal\nenable secret class\nend\nshow running-config | include secret\nshow clock\n'
    const [first, second] = [rollover(['console'], input), rollover(['console'], input)]
    expect(first.stdout).toBe(second.stdout)
    expect(first.stdout).toMatch(/enable secret 5 \$1\$[./0-9A-Za-z]{4}\$[./0-9A-Za-z]{22}\r\n/)
  })

  test('listings never pause, in later sessions neither', () => {
    const { stdout } = rollover(['console'], 'enable\nexit\n\nenable\nshow running-config\nshow privilege\n')
    expect(stdout).not.toContain('--More--')
    expect(stdout).toContain('Current privilege level is 15')
  })

  test('begins where the console asks for a password', () => {
    const state = newFolder()
    const args = ['console', '--state', state]
    rollover(args, 'enable\nconfigure terminal\nline con 0\npassword cisco\nlogin\nend\nwrite\n')
    const { stdout } = rollover(args, 'cisco\nenable\n')
    expect(stdout).toBe('\r\nUser Access Verification\r\n\r\nPassword: \r\nSwitch>enable\r\nSwitch#')
  })

  test('every kind of Enter is one Enter', () => {
    for (const enter of ['\n', '\r', '\r\n']) {
      expect(rollover(['console'], ['enable', 'disable', ''].join(enter)).stdout).toBe(
        'Switch>enable\r\nSwitch#disable\r\nSwitch>',
      )
    }
  })

  test('bytes are keys: ? and Tab act at once', () => {
    const { stdout } = rollover(['console'], 'disab\t\nena?')
    expect(stdout).toBe('Switch>disab\r\nSwitch>disable \r\nSwitch>ena?\r\nenable\r\n\r\nSwitch>ena')
  })

  test('waits are jumped over, and the break key breaks one', () => {
    const waited = rollover(['console', '--pace', '0'], 'foo\nshow clock\n').stdout
    const broken = rollover(['console', '--pace', '0'], 'foo\n\x1eshow clock\n').stdout
    expect(waited).toContain('Translating "foo"...domain server (255.255.255.255)')
    expect(secondsOf(waited) - secondsOf(broken)).toBeGreaterThanOrEqual(9)
  })

  test('--pace is the virtual time after each Enter', () => {
    const at = (pace: string) => secondsOf(rollover(['console', '--pace', pace], '\n\n\nshow clock\n').stdout)
    expect(at('100') - at('0')).toBe(300)
  })

  test('a line is typed when the device waits for it: questions get their answers', () => {
    const { stdout } = rollover(['console'], 'enable\ncopy running-config startup-config\n\nshow privilege\n')
    expect(stdout).toContain('Destination filename [startup-config]? \r\n')
    expect(stdout).toContain('[OK]\r\n')
    expect(stdout).toContain('Current privilege level is 15')
  })

  test('what is real but not modelled is said on standard error only', () => {
    const { stdout, stderr } = rollover(['console'], 'enable\ncall-home test\n')
    expect(stderr).toBe('rollover: `call-home` is a real command, not modelled here\n')
    expect(stdout).not.toContain('not modelled')
  })

  test('a reader that goes away ends it quietly', async () => {
    const child = spawn(process.execPath, [programPath, 'console'], { stdio: ['pipe', 'pipe', 'pipe'] })
    let complaints = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk.toString()
    })
    child.stdin.on('error', () => {})
    child.stdout.once('data', () => child.stdout.destroy())
    for (let i = 0; i < 200; i++) child.stdin.write('show version\n')
    child.stdin.end()
    const status = await new Promise((resolve) => child.on('exit', resolve))
    expect(status).toBe(0)
    expect(complaints).toBe('')
  })

  test('--boot begins with the power-on and asks for the initial configuration', () => {
    const { stdout } = rollover(['console', '--boot'], 'no\n\nenable\n')
    expect(stdout).toContain(
      'Would you like to enter the initial configuration dialog? [yes/no]: no\r\x07\r\n',
    )
    expect(stdout).toContain('Press RETURN to get started!')
    expect(stdout).toMatch(/Switch>enable\r\nSwitch#/)
  })
})

/** Seconds of the day in the last `show clock` of the output. */
function secondsOf(output: string): number {
  const match = [...output.matchAll(/\*(\d\d):(\d\d):(\d\d)\.\d{3} UTC/g)].at(-1)
  if (match === undefined) throw new Error(`no clock in ${output}`)
  const [hours, minutes, seconds] = match.slice(1).map(Number)
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)
}

test('whoever reads a list may stop reading it', async () => {
  const child = spawn(process.execPath, [programPath, 'list', 'commands'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const [status] = await once(child, 'exit')
  expect([status, said]).toEqual([0, ''])
})
