import { describe, expect, test } from 'vitest'
import { textWidth } from '../../src/session/cell-width.ts'
import { keys, openWindow as open, openUnsaved } from './window.ts'

describe('first frame', () => {
  test.each([
    ['en', 80, 24, 'Press RETURN', 'press RETURN   saved', 'First steps'],
    ['zh', 80, 24, 'Press RETURN', '请按 RETURN   已保存', '第一步'],
    ['en', 140, 40, 'Press RETURN', 'press RETURN   saved', 'First steps'],
    ['zh', 140, 40, 'Press RETURN', '请按 RETURN   已保存', '第一步'],
  ])('%s %i×%i', async (lang, columns, rows, console, status, hint) => {
    const window = open({ columns, rows, args: ['--ephemeral', '--lang', lang] })
    await window.until('status line', () => window.statusLine.includes(status))
    expect(window.text).toContain(console)
    expect(window.text).toContain(hint)
    expect(window.statusLine).toMatch(/^ ● Switch {2}/)
    // The leader key ends the line, one cell from the edge.
    expect(textWidth(window.statusLine)).toBe(columns - 1)
    expect(window.overlined).toBe(rows < 26 ? columns : 0)
    // The rule takes a row where a page of IOS has its 24 rows beside it.
    expect(window.rows.at(-2)).toBe(rows < 26 ? '' : '─'.repeat(columns))
    expect(window.mode('?1049')).toBe('on')
  })

  test('the locale chooses the language', async () => {
    const window = open({ environment: { LC_ALL: 'zh_CN.UTF-8' } })
    await window.shows('Ctrl-] 菜单')
  })
})

describe('keys', () => {
  test('all reach the device, save the leader', async () => {
    const window = open()
    await window.wake()
    window.type('en')
    await window.until('echo', () => window.rows.some((row) => row === 'Switch>en'))
    const { y } = window.cursor
    expect(window.cursor).toEqual({ x: 'Switch>en'.length, y })
    window.type('\t')
    await window.shows('Switch>enable')
    window.type('\rconf t\r')
    await window.shows('Switch(config)#')
    await window.until('mode', () => window.statusLine.includes('global config'))
    window.type('\x1a')
    await window.shows('Switch#')
    await window.until('mode', () => window.statusLine.includes('privileged EXEC'))
    await window.shows('SYS-5-CONFIG_I')
    window.type('\rconf t\rinterface vlan 1\r')
    await window.shows('Switch(config-if)#')
    window.type('no shut\x03')
    await window.until('Ctrl-C', () => window.text.match(/SYS-5-CONFIG_I/g)?.length === 2)
    window.type('\rshow ?')
    await window.shows('--More--')
    window.type('q\x15')
    await window.until('wiped', () => !window.text.includes('--More--'))
  })

  test.each([
    ['as its byte', '\x1e'],
    ['in CSI u', '\x1b[54;6u'],
    ['in modifyOtherKeys', '\x1b[27;6;94~'],
  ])('Ctrl+Shift+6 %s breaks a name look-up off', async (_form, key) => {
    const window = open()
    await window.wake()
    window.type('blorp\r')
    await window.shows('Translating "blorp"')
    // What was typed ahead goes with it.
    window.type(`show clock\r${key}`)
    await window.until('prompt', () => window.cursor.x === 'Switch>'.length && window.cursor.y > 8)
    window.type('enable\r')
    await window.shows('Switch#')
    expect(window.text).not.toContain('show clock')
  })

  test('Ctrl-] opens the menu in CSI u and modifyOtherKeys too', async () => {
    const window = open()
    await window.wake()
    for (const key of ['\x1b[93;5u', '\x1b[27;5;93~']) {
      window.type(key)
      await window.shows('┌ Rollover ─')
      window.type(keys.esc)
      await window.until('closed', () => !window.text.includes('┌ Rollover ─'))
    }
    expect(window.cursor.x).toBe('Switch>'.length)
  })

  test('a remark about a command that is not modelled stands in the status line', async () => {
    const window = open()
    await window.wake()
    window.type('enable\rshow processes\r')
    await window.until('remark', () =>
      window.statusLine.includes('▲ `show processes` is a real command, not modelled here'),
    )
    await window.shows("% Invalid input detected at '^' marker.")
  })
})

test('a paste of 500 lines loses none, though one of them takes its time', async () => {
  const window = open()
  await window.wake()
  window.type('enable\rterminal length 0\r')
  await window.shows('Switch#')
  window.type(`${keys.leader}s3`)
  await window.until('×60', () => window.statusLine.includes('×60'))
  const lines = Array.from({ length: 500 }, (_, i) => `alias exec word${i} show clock`)
  // As terminals paste: bracketed, lines ended by CR. The word that nobody knows is looked up first.
  window.type(`\x1b[200~blorp\rconfigure terminal\r${lines.join('\r')}\rend\r\x1b[201~`)
  await window.shows('alias exec word499 show clock')
  window.type('show running-config | count ^alias exec word[0-9]+ show clock$\r')
  await window.shows('Number of lines which match regexp = 500')
})

describe('resizing', () => {
  test('the console keeps its text and its prompt, the status line its place', async () => {
    const window = await openUnsaved()
    await window.shows('SYS-5-CONFIG_I')
    window.type('\r')
    for (const [columns, rows] of [
      [140, 40],
      [60, 20],
      [80, 24],
    ] as const) {
      window.resize(columns, rows)
      await window.until('redrawn', () => window.statusLine.endsWith('Ctrl-] menu'))
      await window.until('prompt', () => window.rows[window.cursor.y] === 'SW1#')
      expect(textWidth(window.statusLine)).toBeLessThanOrEqual(columns)
    }
    window.type('en')
    await window.shows('SW1#en')
  })

  test('what is typed after it goes where the cursor is', async () => {
    const window = open()
    await window.wake()
    window.resize(30, 10)
    await window.until('redrawn', () => window.statusLine.endsWith('Ctrl-] menu'))
    window.type('enable\r')
    await window.shows('Switch#')
  })
})

test('Chinese text lines up', async () => {
  const window = open({ args: ['--ephemeral', '--lang', 'zh'] })
  await window.wake()
  window.type('\x1d')
  await window.shows('┌ Rollover ─')
  const frame = window.rows.filter((row) => /[┌│└]/.test(row))
  expect(frame).toHaveLength(8)
  expect(new Set(frame.map((row) => textWidth(row))).size).toBe(1)
  expect(new Set(frame.map((row) => textWidth(row.slice(0, row.search(/[┌│└]/))))).size).toBe(1)
  window.type('\x1b')
  await window.until('closed', () => !window.text.includes('┌ Rollover ─'))
  window.type('\x15enable\rconfigure terminal\rbanner motd #\r')
  await window.shows("End with the character '#'")
  window.type('机房重地，闲人免进|\r#\r')
  await window.shows('机房重地，闲人免进|')
})
