import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { transcriptSurroundings } from '../../src/terminals/cli/transcript-surroundings.ts'
import { readTranscript } from '../../src/transcripts/read-transcript.ts'
import { runTranscript } from '../../src/transcripts/run-transcript.ts'
import { keys, openUnsaved, openWindow, temporaryFolder, type Window } from './window.ts'

async function openMenu(window: Window): Promise<void> {
  window.type(keys.leader)
  await window.shows('┌ Rollover ─')
}

const closed = (window: Window): Promise<void> =>
  window.until('closed', () => !/[┌└]/.test(window.text) && window.mode('?25') === 'on')

describe('the menu', () => {
  test('names its keys, hides the cursor, and closes by Esc, Ctrl-] and 1', async () => {
    const window = openWindow()
    await window.wake()
    for (const key of [keys.esc, keys.leader, '1']) {
      await openMenu(window)
      expect(window.mode('?25')).toBe('off')
      for (const letter of [
        '1 console of Switch',
        'b send break',
        'o power off',
        's speed of time ×1',
        'l 中文',
      ]) {
        expect(window.text).toContain(letter)
      }
      for (const letter of ['[ scroll and copy', '/ search', 'r record', '? help', 'q quit']) {
        expect(window.text).toContain(letter)
      }
      // Keys that mean nothing here reach nobody.
      window.type('x')
      window.type(key)
      await closed(window)
    }
    window.type('enable\r')
    await window.shows('Switch#')
  })

  test('b sends a break', async () => {
    const window = openWindow()
    await window.wake()
    window.type('blorp\r')
    await window.shows('Translating "blorp"')
    const before = window.rows.filter((row) => row.startsWith('Switch>')).length
    await openMenu(window)
    window.type('b')
    await window.until('prompt', () => window.rows.filter((row) => row.startsWith('Switch>')).length > before)
    await window.until('an empty one', () => window.rows[window.cursor.y] === 'Switch>')
  })

  test('o switches power off and on, and asks where something would be lost', async () => {
    const window = await openUnsaved()
    await openMenu(window)
    window.type('o')
    await window.shows('┌ The configuration is not saved ─')
    window.type('c')
    await closed(window)
    expect(window.statusLine).toContain('● SW1')
    await openMenu(window)
    window.type('oo')
    await window.until('no power', () => /^ ○ .*no power/.test(window.statusLine))
    window.type('x')
    await openMenu(window)
    expect(window.text).toContain('o power on')
    window.type(`s3${keys.leader}o`)
    await window.until('booting', () => window.statusLine.includes('booting'))
    await window.shows('Base ethernet MAC Address')
  })

  test('s chooses the speed of time', async () => {
    const window = openWindow()
    await window.wake()
    await openMenu(window)
    window.type('s')
    await window.shows('┌ Speed of time ─')
    window.type('2')
    await window.until('×10', () => window.statusLine.includes('×10'))
    await openMenu(window)
    expect(window.text).toContain('s speed of time ×10')
    window.type('sp')
    await window.until('paused', () => window.statusLine.includes('paused'))
    const clock = (): string | undefined => /\d\d:\d\d:\d\d/.exec(window.statusLine)?.[0]
    const stopped = clock()
    window.type('enable\r')
    await window.shows('Switch#')
    expect(clock()).toBe(stopped)
    await openMenu(window)
    window.type('s3')
    // Two minutes are two seconds.
    await window.until('two minutes later', () => /00:0[2-9]:/.test(clock() ?? ''))
    await openMenu(window)
    window.type('s1')
    await window.until('×1', () => !window.statusLine.includes('×60'))
  })

  test('l changes the language of the program, not of the device', async () => {
    const window = openWindow()
    await window.wake()
    await openMenu(window)
    window.type('l')
    await window.shows('b 发送 break')
    expect(window.statusLine).toContain('用户 EXEC')
    window.type('l')
    await window.shows('b send break')
    window.type('l\x1b')
    await window.until('closed', () => !window.text.includes('┌'))
    window.type('blah blah\r')
    await window.shows("% Invalid input detected at '^' marker.")
  })

  test('r records a transcript, which passes when it is run', async () => {
    const folder = temporaryFolder()
    const window = openWindow({ folder })
    await window.wake()
    await openMenu(window)
    window.type('r')
    await window.until('recording', () => window.statusLine.includes('recording'))
    window.type('enable\rconfigure terminal\rhostname SW1\rexit\r')
    await window.shows('SYS-5-CONFIG_I')
    await openMenu(window)
    expect(window.text).toContain('r stop recording')
    window.type('r')
    await window.until('the file', () => window.statusLine.includes('recorded in'))
    const [file = ''] = readdirSync(folder)
    expect(file).toMatch(/^SW1-\d{8}-\d{6}\.txt$/)
    const text = readFileSync(path.join(folder, file), 'utf8')
    // A slow machine lets time pass between the lines, which the file then says.
    expect(text.replaceAll(/^!: wait .*\n/gm, '')).toContain('Switch>enable\nSwitch#configure terminal\n')
    const transcript = readTranscript(text, file)
    expect(runTranscript(transcript, transcriptSurroundings).differences).toEqual([])
  })

  test('? shows the help', async () => {
    const window = openWindow()
    await window.wake()
    await openMenu(window)
    window.type('?')
    await window.shows('┌ Help ─')
    expect(window.text).toContain('Ctrl-Shift-6')
    expect(window.text).toContain('Esc closes')
    window.type('\r')
    await closed(window)
    expect(window.cursor.x).toBe('Switch>'.length)
  })
})

describe('looking back', () => {
  async function withListing(options: { columns?: number; rows?: number } = {}): Promise<Window> {
    const window = openWindow(options)
    await window.wake()
    window.type('enable\rterminal length 0\rshow running-config\r')
    await window.until('the end', () => /^end$/m.test(window.text) && /^Switch#$/m.test(window.text))
    return window
  }

  test('[ scrolls by rows, pages, to the beginning and the end', async () => {
    const window = await withListing()
    const bottom = window.rows.slice(0, -1)
    await openMenu(window)
    window.type('[')
    await window.shows(/line (\d+) of \1 /)
    expect(window.rows.slice(0, -1)).toEqual(bottom)
    window.type(keys.pageUp)
    await window.until('a page up', () => window.rows[0] !== bottom[0])
    expect(window.rows.at(-2)).toBe(bottom[0])
    window.type('g')
    await window.shows('Press RETURN to get started!')
    expect(window.cursor).toEqual({ x: 0, y: 0 })
    expect(window.statusLine).toContain('line 1 of ')
    window.type('G')
    await window.until('the end again', () => window.rows[0] === bottom[0])
    window.type(keys.esc)
    await window.until('the status line', () => window.statusLine.includes('privileged EXEC'))
    expect(window.cursor.x).toBe('Switch#'.length)
  })

  test('/ searches upwards, n goes on, and what is not there is said', async () => {
    const window = await withListing()
    await openMenu(window)
    window.type('/fastethernet0/7')
    await window.until('prompt', () => window.statusLine.startsWith(' /fastethernet0/7'))
    expect(window.cursor).toEqual({ x: ' /fastethernet0/7'.length, y: 23 })
    window.type('\r')
    await window.until('found', () => window.rows[window.cursor.y] === 'interface FastEthernet0/7')
    expect(window.inverse[window.cursor.y]).toBe('FastEthernet0/7')
    window.type('/zebra\r')
    await window.until('not found', () => window.statusLine.includes('not found: zebra'))
    window.type('q')
    await window.until('closed', () => window.statusLine.includes('privileged EXEC'))
  })

  test('v marks and y copies to the clipboard of the terminal', async () => {
    const window = await withListing()
    await openMenu(window)
    window.type('/interface vlan1\r')
    await window.until('found', () => window.rows[window.cursor.y] === 'interface Vlan1')
    window.type(`v${keys.down}`)
    await window.until('two lines', () => window.statusLine.includes('2 lines marked'))
    expect(window.inverse.filter((row) => row !== '')).toEqual(['interface Vlan1', ' no ip address'])
    window.type('y')
    await window.until('copied', () => window.statusLine.includes('copied 2 lines'))
    const copied = Buffer.from('interface Vlan1\n no ip address').toString('base64')
    expect(window.bytes).toContain(`\x1b]52;c;${copied}\x07`)
  })

  test('nothing moves meanwhile, so that the terminal’s own selection holds', async () => {
    const window = await withListing()
    window.type(`${keys.leader}s3`)
    await window.until('×60', () => window.statusLine.includes('×60'))
    window.type('blorp\r')
    await window.shows('Translating "blorp"')
    await openMenu(window)
    window.type('[')
    await window.shows(/line (\d+) of \1 /)
    const from = window.bytes.length
    // Each Esc takes its moment; together they outlast the look-up.
    for (let i = 0; i < 20; i++) {
      window.type('/')
      await window.until('search', () => window.statusLine.startsWith(' /'))
      window.type(keys.esc)
      await window.until('no search', () => window.statusLine.startsWith(' line'))
    }
    const meanwhile = window.bytes.slice(from)
    expect(meanwhile).not.toMatch(/\d\d:\d\d:\d\d/)
    expect(meanwhile).not.toContain('Unknown command')
    window.type(keys.esc)
    await window.shows('% Unknown command')
    // Nor is the mouse taken away.
    for (const mode of ['?9', '?1000', '?1002', '?1003', '?1006']) expect(window.mode(mode)).toBeUndefined()
  })
})
