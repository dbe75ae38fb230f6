/** Drills through a terminal: from the first start to full marks, hints, giving up, coming back. */

import { describe, expect, test } from 'vitest'
import { keys, openWindow, temporaryFolder, type Window, type WindowOptions } from './window.ts'

function openDrills(state: string, options: WindowOptions & { args?: readonly string[] } = {}): Window {
  const { args = [], ...window } = options
  return openWindow({ ...window, args: ['drill', ...args, '--state', state] })
}

/** What runs when a test is over still writes to its folder. */
async function leave(window: Window): Promise<void> {
  window.type(`${keys.leader}q`)
  await window.end()
}

const solution = 'enable\rconfigure terminal\rhostname S1\rno ip domain-lookup\rend\r'

test('from the first start: menu, list, drill, check, full marks, and the list knows', async () => {
  const window = openWindow({ args: ['--state', temporaryFolder()] })
  await window.shows('Press RETURN to get started!')
  window.type(`${keys.leader}d`)
  await window.shows('Drills ·')
  window.type('/name for\r')
  await window.shows(/▸ ○ A name for the switch/)
  window.type('\r')
  await window.shows('c check')
  expect(window.text).toMatch(/○ The switch is called S1\. \(2\)/)
  window.type(keys.esc)
  await window.until('the console', () => !window.text.includes('c check'))
  window.type(`\r${solution}`)
  await window.shows('S1#')
  window.type(`${keys.leader}d`)
  await window.shows('c check')
  window.type('c')
  await window.shows('Done: 3 of 3 points')
  expect(window.text).toMatch(/● The switch is called S1\. \(2\/2\)/)
  window.type(`${keys.leader}q`)
  await window.shows(/▸ ● A name for the switch .* 100 %/)
  window.type('q')
  await window.shows('Press RETURN to get started!')
  await leave(window)
})

test('what is wrong is said in a sentence, and a hint costs what it says, after asking', async () => {
  const window = openDrills(temporaryFolder(), { args: ['first-name'] })
  await window.shows('c check')
  window.type('h')
  await window.shows('costs 0.5 of 2 points: h again')
  expect(window.text).not.toContain('Hint:')
  window.type('h')
  await window.shows('Hint: Names are given in global configuration mode.')
  window.type(keys.esc)
  await window.until('the console', () => !window.text.includes('c check'))
  window.type('\renable\rconfigure terminal\rhostname S1\r')
  await window.shows('S1(config)#')
  window.type(`${keys.leader}d`)
  await window.shows('c check')
  window.type('c')
  await window.shows('● The switch is called S1. (1.5/2)')
  expect(window.text).toContain('✕ Expected: a mistyped word on SW1 is refused at once. Found:')
  await leave(window)
})

describe('who comes back', () => {
  test('finds console, hints and time as they were', async () => {
    const state = temporaryFolder()
    const first = openDrills(state, { args: ['first-name'] })
    await first.shows('c check')
    first.type('hh')
    await first.shows('Hint:')
    first.type(keys.esc)
    await first.until('the console', () => !first.text.includes('c check'))
    first.type('\renable\rconfigure terminal\rhostname S1\r')
    await first.shows('S1(config)#')
    await leave(first)
    const second = openDrills(state, { args: ['first-name'] })
    await second.shows('Hint: Names')
    second.type(keys.esc)
    await second.shows('S1(config)#')
    await leave(second)
  })

  test('and begins again with a, after being asked', async () => {
    const window = openDrills(temporaryFolder(), { args: ['first-name'] })
    await window.shows('c check')
    window.type(keys.esc)
    await window.until('the console', () => !window.text.includes('c check'))
    window.type('\renable\rconfigure terminal\rhostname S1\r')
    await window.shows('S1(config)#')
    window.type(`${keys.leader}d`)
    await window.shows('c check')
    window.type('a')
    await window.shows('What was done is lost')
    window.type('a')
    await window.shows(/0 of 3 points {3}0:0\d at work/)
    window.type(keys.esc)
    await window.shows('Press RETURN to get started!')
    await leave(window)
  })
})

test('giving up shows a solution that solves it, and counts as nothing', async () => {
  const state = temporaryFolder()
  const window = openDrills(state, { args: ['first-name', '--lang', 'zh'] })
  await window.shows('c 检查')
  window.type('g')
  await window.shows('再按 g 确认')
  window.type('g')
  await window.shows('参考解法')
  expect(window.text).toContain('!: on SW1')
  expect(window.text).toContain('Switch(config)#hostname S1')
  window.type(keys.esc)
  await window.shows('已放弃')
  await leave(window)
  const list = openDrills(state)
  await list.shows('Drills ·')
  list.type('/name for\r')
  await list.shows(/◐ A name for the switch .* 0 % /)
  list.type('q')
  await list.end()
})

test('beside the console from 120 columns on', async () => {
  const window = openDrills(temporaryFolder(), { args: ['first-name'], columns: 140, rows: 40 })
  await window.shows('│ A name for the switch')
  window.type('\renable\r')
  await window.shows('Switch#')
  window.type(`${keys.leader}\tc`)
  await window.shows(/✕ Expected: SW1 is called S1/)
  await leave(window)
})

test('a broken lab tells the symptom only', async () => {
  const args = ['--break', 'two-switches', '--level', '1', '--seed', '3']
  const window = openDrills(temporaryFolder(), { args })
  await window.shows('two-switches: something is broken')
  expect(window.text).toMatch(/these fail:\s+PC\d →\s+PC\d/)
  window.type('gg')
  await window.shows('A solution')
  window.type(keys.esc)
  await window.shows('What was wrong:')
  await leave(window)
})

test('a drill that is not there is said on the ordinary screen', async () => {
  const window = openDrills(temporaryFolder(), { args: ['first-nam'] })
  await window.shows(/there is no drill "first-nam".*did\s+you mean first-name\?/s)
  await window.shows('status 2 tty same')
})

test('another language chosen at the console is spoken by the tasks too', async () => {
  const window = openDrills(temporaryFolder(), { args: ['first-name'] })
  await window.shows('c check')
  window.type(`${keys.leader}l`)
  await window.shows('菜单')
  window.type(keys.esc)
  await window.shows('c 检查')
  expect(window.text).toContain('交换机的名字是 S1。')
  await leave(window)
})
