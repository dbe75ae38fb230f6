import { describe, expect, test } from 'vitest'
import { keys, openWindow, type Window } from './window.ts'

/** A lab in the window, settled. */
async function openLab(
  lab: string,
  size: { columns?: number; rows?: number; args?: readonly string[] } = {},
): Promise<Window> {
  const { args = ['--lang', 'en'], ...window } = size
  const opened = openWindow({ ...window, args: [lab, '--ephemeral', ...args] })
  await opened.until('the status line', () => /Ctrl-\] (menu|菜单)/.test(opened.statusLine))
  return opened
}

describe('consoles', () => {
  test('starting says what is going on, and the first steps are those of a lab', async () => {
    const window = await openLab('two-switches')
    expect(window.bytes).toMatch(/Starting two-switches: \d+ devices, \d+ cables/)
    expect(window.text).toContain('consoles of the other devices')
    expect(window.text).toContain('Press RETURN to get started!')
  })

  test('each has its own screen, and what is printed meanwhile is kept', async () => {
    const window = await openLab('two-switches')
    window.type('\renable\r')
    await window.shows('SW1#')
    window.type(`${keys.leader}2`)
    await window.until('SW2', () => window.statusLine.startsWith(' ● SW2'))
    expect(window.text).not.toContain('SW1#')
    window.type('\renable\rreload in 1\r')
    await window.until('SW2', () => /SW2/.test(window.text))
    window.type(`${keys.leader}1`)
    await window.until('SW1', () => window.statusLine.startsWith(' ● SW1'))
    await window.shows('SW1#')
    window.type('configure terminal\rinterface fa0/1\rshutdown\rend\r')
    await window.shows('SYS-5-CONFIG_I')
    window.type(`${keys.leader}2`)
    await window.shows('SW2>enable')
  })

  test('a host has a shell, and nothing to save', async () => {
    const window = await openLab('two-switches')
    window.type(`${keys.leader}cpc1\r`)
    await window.until('PC1', () => window.statusLine.startsWith(' ● PC1  shell'))
    expect(window.statusLine).not.toContain('saved')
    expect(window.statusLine).not.toContain('idle')
    window.type('hostname\r')
    await window.shows(/^PC1$/m)
  })

  test('the chooser narrows by typing', async () => {
    const window = await openLab('campus')
    window.type(`${keys.leader}c`)
    await window.shows('┌ Consoles ─')
    expect(window.text).toContain('PC8')
    window.type('a')
    await window.until('narrowed', () => !window.text.includes('PC8') && window.text.includes('A4'))
    window.type(`${keys.down}\r`)
    await window.until('A2', () => window.statusLine.startsWith(' ● A2'))
  })

  test('a transcript of a lab is not offered, and that is said', async () => {
    const window = await openLab('two-switches')
    window.type(`${keys.leader}r`)
    await window.until('said', () => window.statusLine.includes('a transcript has no cables'))
  })
})
