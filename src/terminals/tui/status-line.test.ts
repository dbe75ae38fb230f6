import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textWidth } from '../../session/cell-width.ts'
import type { DeviceStatus } from '../../session/device.ts'
import { type Language, textsOf } from '../i18n/texts.ts'
import { type StatusOptions, statusLine } from './status-line.ts'

const device: DeviceStatus = {
  name: 'SW1',
  state: 'in use',
  mode: 'privileged EXEC',
  unsaved: true,
  idleMs: 12_400,
  execTimeoutMs: 600_000,
  clock: '14:05:31',
}

function line(options: Partial<StatusOptions> = {}): string {
  return statusLine({ device, speed: 1, recording: false, texts: textsOf('en'), columns: 80, ...options })
    .map(({ text }) => text)
    .join('')
}

describe('80 columns', () => {
  test('everything at once', () => {
    expect(line()).toBe(' ● SW1  privileged EXEC   ▲ not saved   idle 0:12/10:00   14:05:31   Ctrl-] menu')
  })

  test('without a time-out there is no idle time', () => {
    const text = line({ device: { ...device, execTimeoutMs: 0, unsaved: false } })
    expect(text).toMatch(/^ ● SW1 {2}privileged EXEC {3}saved {3}14:05:31 +Ctrl-\] menu$/)
    expect(text).toHaveLength(79)
  })

  test('hidden tasks are more important than the time', () => {
    expect(line({ hidesTasks: true })).toMatch(
      /^ ● SW1 {2}privileged EXEC +▲ not saved +14:05:31 +Ctrl-\] d tasks +Ctrl-\] menu$/,
    )
    expect(line({ hidesTasks: true, columns: 72 })).toMatch(
      /privileged EXEC +▲ not saved +Ctrl-\] d tasks +Ctrl-\] menu$/,
    )
    expect(line({ hidesTasks: true, columns: 40 })).toMatch(/^ ● SW1 +▲ not saved +Ctrl-\] menu$/)
  })

  test('what is least important goes first', () => {
    expect(line({ speed: 60, recording: true })).toMatch(
      /^ ● SW1 {2}privileged EXEC +▲ not saved +14:05:31 +×60 +● recording +Ctrl-\] menu$/,
    )
    expect(line({ columns: 40 })).toMatch(/^ ● SW1 +▲ not saved +Ctrl-\] menu$/)
  })

  test('no power', () => {
    const off: DeviceStatus = { ...device, state: 'off', mode: 'off', unsaved: false, clock: undefined }
    expect(line({ device: off })).toMatch(/^ ○ SW1 {2}no power +Ctrl-\] menu$/)
  })

  test('a remark takes the middle, and the name gives way to a long one', () => {
    const note = '`show platform` is a real command, not modelled here'
    expect(line({ note })).toContain(`● SW1  ▲ ${note}`)
    const long = '`show ip nhrp shortcut` is a real command, not modelled here'
    expect(line({ note: long })).toContain(` ●  ▲ ${long}`)
    expect(line({ note: 'x'.repeat(100) })).toMatch(/ ● {2}▲ x+… +Ctrl-\] menu$/)
  })
})

test('it never is wider than the window, and the leader key ends it', () => {
  fc.assert(
    fc.property(
      fc.record({
        columns: fc.integer({ min: 16, max: 200 }),
        language: fc.constantFrom<Language>('zh', 'en'),
        name: fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,62}$/),
        mode: fc.constantFrom('privileged EXEC', 'config-ext-nacl', 'config-pmap-c'),
        note: fc.option(fc.string({ maxLength: 120, unit: fc.constantFrom('a', ' ', '中') }), {
          nil: undefined,
        }),
        speed: fc.constantFrom(0, 1, 60),
        recording: fc.boolean(),
      }),
      ({ language, name, mode, ...options }) => {
        const texts = textsOf(language)
        const text = line({ ...options, texts, device: { ...device, name, mode } })
        expect(textWidth(text)).toBeLessThanOrEqual(options.columns)
        if (options.columns >= 60 && name.length < 20) expect(text.trimEnd()).toMatch(/Ctrl-\] (menu|菜单)$/)
      },
    ),
  )
})
