import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { keys, openWindow, temporaryFolder, type Window } from './window.ts'

/** A lab in the window, settled. */
async function openLab(
  lab: string,
  size: { columns?: number; rows?: number; folder?: string; args?: readonly string[] } = {},
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
    await window.until('said', () => window.statusLine.includes('rollover record two-switches'))
  })
})

test('leaving names the devices that are not saved', async () => {
  const window = await openLab('two-switches')
  window.type('\renable\rconfigure terminal\rinterface fa0/5\rdescription desk\rend\r')
  await window.until('not saved', () => window.statusLine.includes('not saved'))
  window.type(`${keys.leader}2`)
  await window.until('SW2', () => window.statusLine.startsWith(' ● SW2'))
  window.type(`${keys.leader}q`)
  await window.shows(/▲ +not saved: SW1 /)
  window.type('o')
  expect(await window.end()).toBe('status 0 tty same')
})

describe('topology', () => {
  test('80×24: in place of the console; Enter opens a console, Esc goes back', async () => {
    const window = await openLab('triangle')
    window.type(`${keys.leader}t`)
    await window.shows('Topology · triangle')
    expect(window.mode('?25')).toBe('off')
    expect(window.text).not.toContain('Press RETURN')
    expect(window.text).toContain('●Gi0/2')
    window.type('\x1b[D')
    await window.shows('SW2 · catalyst')
    window.type('\r')
    await window.until('SW2', () => window.statusLine.startsWith(' ● SW2'))
    await window.shows('Press RETURN')
    window.type(`${keys.leader}t`)
    await window.shows('Topology · triangle')
    window.type(keys.esc)
    await window.shows('Press RETURN')
    await window.until('cursor', () => window.mode('?25') === 'on')
  })

  test('v shows a VLAN’s spanning tree, x pulls a cable and plugs it in', async () => {
    const window = await openLab('triangle')
    window.type(`${keys.leader}t`)
    await window.shows('Topology · triangle')
    expect(window.text).not.toContain('✕')
    window.type('v')
    await window.shows('VLAN 1')
    expect(window.text.match(/✕/g)).toHaveLength(1)
    expect(window.text).toMatch(/\[ *.?SW\d root *\]|│ *.?SW\d root *│/)
    window.type('x')
    await window.until('said', () => window.statusLine.includes('choose a cable first'))
    window.type(`v${keys.down}`)
    await window.shows(/SW1 \S+ – \S+ \S+ · up/)
    const signs = (): number => window.text.match(/○/g)?.length ?? 0
    const before = signs()
    window.type('x')
    await window.shows('· pulled out')
    expect(signs()).toBe(before + 2)
    window.type('x')
    await window.until('plugged in', () => window.statusLine.includes('plugged in'))
    await window.until('up again', () => signs() === before)
  })

  test('120 columns: beside the console, Tab and Ctrl-] Tab change sides', async () => {
    const window = await openLab('triangle', { columns: 130, rows: 40 })
    window.type(`${keys.leader}t`)
    await window.shows('Topology · triangle')
    expect(window.text).toContain('Press RETURN')
    // A line between the two, down to the rule.
    await window.until('the line', () => window.rows.slice(0, -2).every((row) => row[80] === '│'))
    await window.until('its end', () => window.rows.at(-2)?.[80] === '┴')
    window.type('\t')
    await window.shows('Ctrl-] Tab comes here')
    window.type('\renable\r')
    await window.shows('SW1#')
    window.type(`${keys.leader}\t`)
    await window.shows('x pull')
    window.type('\x1b[D\r')
    await window.until('SW2', () => window.statusLine.startsWith(' ● SW2'))
    expect(window.text).toContain('Topology · triangle')
    window.resize(80, 24)
    await window.until('alone', () => window.rows.every((row) => row[80] === undefined))
    await window.until('the topology', () => window.text.includes('Topology · triangle'))
    window.type(keys.esc)
    await window.shows('Press RETURN')
  })

  test('without its cable the tree goes another way', async () => {
    const window = await openLab('campus', { args: ['--on', 'D1', '--lang', 'en'] })
    // Keys wait for the view while it is loaded.
    window.type(`${keys.leader}tv`)
    await window.shows('VLAN 10')
    const ends = (): string => window.rows.find((row) => /^.Gi0\/1 .Gi0\/2/.test(row)) ?? ''
    await window.until('A1 blocks its second way', () => ends().startsWith('●Gi0/1 ✕Gi0/2'))
    window.type(`${keys.down}x`)
    await window.until('A1 has taken it', () => ends().startsWith('○Gi0/1 ●Gi0/2'))
    expect(window.text).toContain('D1 root')
  })

  test('o asks where something would be lost', async () => {
    const window = await openLab('triangle')
    window.type('\renable\rconfigure terminal\rinterface fa0/5\rdescription desk\rend\r')
    await window.until('not saved', () => window.statusLine.includes('not saved'))
    window.type(`${keys.leader}t`)
    await window.shows('Topology · triangle')
    window.type('o')
    await window.shows('┌ The configuration is not saved ─')
    window.type('c')
    await window.shows('SW1#')
    expect(window.statusLine).toMatch(/^ ● SW1/)
  })

  test('o switches the chosen device off', async () => {
    const window = await openLab('triangle')
    window.type(`${keys.leader}t`)
    await window.shows('Topology · triangle')
    window.type('\x1b[Do')
    await window.shows('SW2 · catalyst-2960-24tt · no power')
    await window.until('its links', () => (window.text.match(/○/g)?.length ?? 0) >= 4)
    expect(window.statusLine).toMatch(/^ ● SW1/)
  })

  test('Chinese lines up', async () => {
    const window = await openLab('triangle', { columns: 130, rows: 30, args: ['--lang', 'zh'] })
    window.type(`${keys.leader}t`)
    await window.shows('拓扑图 · triangle')
    await window.shows('x 拔插')
    await window.until('the line', () => window.rows.slice(0, -2).every((row) => row[80] === '│'))
  })
})

describe('packets', () => {
  /** Three pings from PC1 of the campus to another VLAN, and the view of them. */
  async function withPings(size: { columns?: number; rows?: number; folder?: string } = {}): Promise<Window> {
    const window = await openLab('campus', { ...size, args: ['--on', 'PC1', '--lang', 'en'] })
    window.type('\rping -c 3 192.168.20.12\r')
    await window.shows('3 packets transmitted')
    window.type(`${keys.leader}p`)
    await window.shows('Packets · campus')
    return window
  }

  test('80×24: list, filter, and one packet hop by hop', async () => {
    const window = await withPings()
    await window.shows(/PC1 → A1 → D1 +ICMP .*✕ ended: no arp entry yet/)
    expect(window.text).not.toContain('STP')
    window.type('/icmp request\r')
    await window.shows('filter: icmp request')
    await window.until('filtered', () => !window.text.includes('ARP'))
    window.type('\r')
    await window.shows('hop 1 of 5')
    expect(window.text).toContain('as it was sent')
    window.type('\x1b[C')
    await window.shows('A1 changed +802.1Q')
    window.type('\x1b[C')
    await window.shows('D1 changed Destination, Source, VLAN, Time to live, Header checksum')
    window.type(`${keys.down}${keys.down}\r`)
    await window.shows(/Time to live +63 +was 64/)
    window.type('\x1b[F')
    await window.shows('● delivered to PC2')
    window.type(keys.esc)
    await window.until('the list', () => !window.text.includes('hop 5'))
    window.type(keys.esc)
    await window.until('no filter', () => !window.text.includes('filter: icmp'))
    window.type(keys.esc)
    await window.shows('3 packets transmitted')
  })

  test('Space pauses, and what came meanwhile is there afterwards', async () => {
    const window = await withPings({ columns: 140, rows: 40 })
    window.type(' ')
    await window.shows('⏸ paused')
    const last = (): string =>
      window.rows
        .map((row) => row.slice(81))
        .filter((row) => /ICMP/.test(row))
        .at(-1) ?? ''
    const before = last()
    window.type('\tping -c 1 192.168.10.13\r')
    await window.shows('1 packets transmitted')
    expect(last().slice(1)).toBe(before.slice(1))
    window.type(`${keys.leader}\t `)
    await window.until('live', () => window.text.includes(' live'))
    await window.until('the new ones', () => last().slice(1) !== before.slice(1))
  })

  test('c captures the cable, c again says where', async () => {
    const folder = temporaryFolder()
    const window = await withPings({ folder })
    window.type('c')
    await window.until('started', () => /capturing \S+ \S+ – /.test(window.statusLine))
    await window.shows('● capturing: ')
    await window.until('frames', () => /● capturing: [1-9]/.test(window.text))
    window.type('c')
    await window.until('written', () => / frames? in /.test(window.statusLine))
    const [file = ''] = readdirSync(folder)
    expect(file).toMatch(/^campus-\S+\.pcapng$/)
    // A section header block, as the pcapng specification begins one.
    expect(readFileSync(path.join(folder, file)).subarray(0, 4)).toEqual(
      Buffer.from([0x0a, 0x0d, 0x0d, 0x0a]),
    )
  })

  test('a capture that is running is written when the program ends', async () => {
    const folder = temporaryFolder()
    const window = await withPings({ folder })
    window.type('c')
    await window.until('started', () => window.statusLine.includes('capturing'))
    window.type(`${keys.leader}q`)
    await window.shows('┌ The lab is not as it was ─')
    window.type('o')
    expect(await window.end()).toBe('status 0 tty same')
    expect(readdirSync(folder)).toHaveLength(1)
    expect(window.text).toMatch(/rollover: \d+ frames? in /)
  })
})
