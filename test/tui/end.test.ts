import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keys, openUnsaved, openWindow, temporaryFolder, type Window } from './window.ts'

/** Every mode that was switched on is off again, in the bytes and in the emulator, and the old screen is back. */
function expectRestored(window: Window): void {
  expect(window.mode('?1049')).toBe('off')
  expect(window.mode('?2004')).toBe('off')
  expect(window.mode('?25')).toBe('on')
  expect(window.mode('?7')).toBe('on')
  const { bytes } = window
  expect(bytes.lastIndexOf('\x1b[>5u')).toBeGreaterThan(0)
  expect(bytes.lastIndexOf('\x1b[<u')).toBeGreaterThan(bytes.lastIndexOf('\x1b[>5u'))
  expect(bytes.lastIndexOf('\x1b[>4;1m')).toBeGreaterThan(0)
  expect(bytes.lastIndexOf('\x1b[>4m')).toBeGreaterThan(bytes.lastIndexOf('\x1b[>4;1m'))
  // The keyboard's modes belong to the screen on which they were set.
  expect(bytes.lastIndexOf('\x1b[?1049l')).toBeGreaterThan(bytes.lastIndexOf('\x1b[<u'))
  expect(window.rows[0]).toBe('before')
}

describe('the terminal is left as it was found', () => {
  test('q, nothing unsaved', async () => {
    const window = openWindow()
    await window.wake()
    window.type(`${keys.leader}q`)
    expect(await window.end()).toBe('status 0 tty same')
    expectRestored(window)
  })

  test('q, power off', async () => {
    const state = temporaryFolder()
    const window = await openUnsaved({ args: ['--state', state] })
    window.type(`${keys.leader}q`)
    await window.shows('┌ The configuration is not saved ─')
    window.type('o')
    expect(await window.end()).toBe('status 0 tty same')
    expectRestored(window)
    const again = openWindow({ args: ['--state', state] })
    await again.wake()
    expect(again.text).not.toContain('SW1')
  })

  test('q, cancel goes on', async () => {
    const window = await openUnsaved()
    for (const key of ['c', keys.esc]) {
      window.type(`${keys.leader}q`)
      await window.shows('┌ The configuration is not saved ─')
      window.type(key)
      await window.until('closed', () => !window.text.includes('┌'))
    }
    window.type('\rdisable\r')
    await window.shows('SW1>')
  })

  test('q, suspend: the next start is as if one had never left', async () => {
    const state = temporaryFolder()
    const window = await openUnsaved({ args: ['--state', state] })
    window.type('\rshow histo')
    await window.shows('SW1#show histo')
    const left = window.rows.slice(0, -1)
    const { cursor } = window
    window.type(`${keys.leader}q`)
    await window.shows('┌ The configuration is not saved ─')
    window.type('s')
    expect(await window.end()).toBe('status 0 tty same')
    expectRestored(window)
    expect(window.text).toContain('The console is kept as it is')
    const again = openWindow({ args: ['--state', state] })
    await again.shows('SW1#show histo')
    await again.until('the status line', () => again.statusLine.includes('SW1'))
    expect(again.rows.slice(0, -1)).toEqual(left)
    expect(again.cursor).toEqual(cursor)
    again.type('ry\r')
    await again.shows('  configure terminal\n  show history')
  })

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('%s, and what is not saved is kept', async (signal, status) => {
    const state = temporaryFolder()
    const window = await openUnsaved({ args: ['--state', state] })
    window.signal(signal)
    expect(await window.end()).toBe(`status ${status} tty same`)
    expectRestored(window)
    const again = openWindow({ args: ['--state', state] })
    await again.shows('SW1#')
  })

  test('a crash: the error stands on the ordinary screen', async () => {
    const window = openWindow()
    await window.wake()
    window.signal('SIGUSR2')
    expect(await window.end()).toMatch(/^status [1-9]\d* tty same$/)
    expectRestored(window)
    expect(window.text).toContain('crash on request')
  })

  test('a second start on the same state says who holds it, and touches nothing', async () => {
    const state = temporaryFolder()
    const first = openWindow({ args: ['--state', state] })
    await first.wake()
    const second = openWindow({ args: ['--state', state] })
    expect(await second.end()).toMatch(/^status [1-9]\d* tty same$/)
    expect(second.mode('?1049')).toBeUndefined()
    expect(second.text).toMatch(/rollover: .*\d+/)
    expect(readdirSync(state)).not.toEqual([])
  })
})
