import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../test/console.ts'

const forgotten = 'hostname LOST\nenable secret 5 $1$abcd$9v1Z4uY6bQ2Fv3uZ0uJ7h.\nend\n'

/** In the loader, interrupted while it starts the system. */
function interrupted(profile: string): TestConsole {
  const console = startConsole(profile, { startupConfig: forgotten })
  console.device.powerOff()
  console.device.powerOn()
  console.advance(3000)
  console.raw()
  console.device.sendBreak()
  console.advance(30_000)
  return console
}

function done(console: TestConsole, ...typed: string[]): string {
  return typed.map((text) => console.type(text) + console.advance(3000)).join('')
}

// The steps that Cisco publishes for Catalyst switches; the layout of `dir` was captured on a 2950.
test('a lost password of a switch: rename the file, boot, rename it back', () => {
  const console = interrupted('catalyst-2960-24tt')
  expect(console.device.state).toBe('loader')
  expect(done(console, 'flash_init\r')).toMatch(
    /^flash_init\nInitializing Flash\.\.\.\nflashfs\[0\]: 3 files, 1 directories\n.*\n\.\.\.done Initializing Flash\.\nswitch: $/s,
  )
  const rows = done(console, 'dir flash:\r').split('\n')
  expect(rows[1]).toBe('Directory of flash:/')
  expect(rows[5]).toBe(`4    -rwx  ${String(forgotten.length).padEnd(10)}<date>               config.text`)
  expect(done(console, 'rename flash:config.text flash:config.old\r')).toBe(
    'rename flash:config.text flash:config.old\nswitch: ',
  )
  console.type('boot\r')
  expect(console.advance(120_000)).toContain('initial configuration dialog? [yes/no]: ')
  done(console, 'no\r')
  console.advance(20_000)
  done(console, '\r', 'enable\r', 'rename flash:config.old flash:config.text\r', '\r')
  done(console, 'copy flash:config.text system:running-config\r')
  done(console, '\r')
  expect(console.type('\r')).toBe('\nLOST#')
  expect(done(console, 'configure terminal\r', 'enable secret found\r', 'end\r', 'write\r')).toContain('[OK]')
})

// The steps that Cisco publishes for routers.
test('a lost password of a router: ignore NVRAM once', () => {
  const console = interrupted('isr-1941')
  expect(done(console, '\r')).toBe('\nrommon 2 > ')
  expect(done(console, 'confreg 0x2142\r')).toBe(
    'confreg 0x2142\n\nYou must reset or power cycle for new config to take effect\nrommon 3 > ',
  )
  console.type('reset\r')
  expect(console.advance(150_000)).toContain('initial configuration dialog? [yes/no]: ')
  done(console, 'no\r')
  console.advance(20_000)
  done(console, '\r', 'enable\r', 'copy startup-config running-config\r', '\r')
  expect(console.type('\r')).toBe('\nLOST#')
  done(console, 'configure terminal\r', 'enable secret found\r', 'config-register 0x2102\r', 'end\r')
  expect(done(console, 'show version | include register is\r')).toContain(
    '\nConfiguration register is 0x2142 (will be 0x2102 at next reload)\n',
  )
  done(console, 'copy running-config startup-config\r', '\r', 'reload\r', '\r')
  console.advance(150_000)
  done(console, '\r', 'enable\r')
  expect(done(console, 'found\r')).toMatch(/LOST#$/)
})

test('the break is announced as on the device', () => {
  const console = startConsole('isr-1941')
  console.device.powerOff()
  console.device.powerOn()
  console.advance(3000)
  console.device.sendBreak()
  expect(console.advance(5000)).toMatch(
    /\nmonitor: command "boot" aborted due to user interrupt\nrommon 1 > $/,
  )
  expect(done(console, 'foo\r')).toBe('foo\nmonitor: command "foo" not found\nrommon 2 > ')
  expect(done(console, 'show\r')).toContain('not found')
})

test('register 0x2100 stays in the monitor, without loading anything', () => {
  const console = startConsole('isr-1941')
  done(console, 'enable\r', 'configure terminal\r', 'config-register 0x2100\r', 'end\r', 'reload\r', '\r')
  const shown = console.advance(150_000)
  expect(shown).toMatch(/\nrommon 1 > $/)
  expect(shown).not.toContain('program load complete')
  console.type('boot\r')
  expect(console.advance(150_000)).toContain('program load complete')
})

// The dialogue of deleting a file was captured on a 2960.
test('the switch loader deletes after one key', () => {
  const console = interrupted('catalyst-2960-24tt')
  done(console, 'flash_init\r')
  expect(console.type('delete flash:config.text\r')).toBe(
    'delete flash:config.text\nAre you sure you want to delete "flash:config.text" (y/n)?',
  )
  expect(console.type('y')).toBe('y\nFile "flash:config.text" deleted\nswitch: ')
  expect(console.storage.read('flash', 'config.text')).toBeUndefined()
})

test('a switch that boots by hand waits', () => {
  const console = startConsole('catalyst-2960-24tt')
  done(console, 'enable\r', 'configure terminal\r', 'boot manual\r', 'end\r', 'write\r', 'reload\r', '\r')
  expect(console.advance(150_000)).toMatch(/\nswitch: $/)
  expect(done(console, 'set\r')).toContain('\nMANUAL_BOOT=yes\n')
  console.type('boot\r')
  expect(console.advance(150_000)).toContain('Press RETURN to get started!')
})
