import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'
import { decodeUtf8 } from '../../../kernel/utf8.ts'

const bootMs = 150_000

function privileged(profile = 'catalyst-2960-24tt', startupConfig?: string): TestConsole {
  const console = startConsole(profile, startupConfig === undefined ? {} : { startupConfig })
  console.type('enable\r')
  return console
}

function done(console: TestConsole, ...typed: string[]): string {
  return typed.map((text) => console.type(text) + console.advance(3000)).join('')
}

/** Restarts and comes back at a privileged prompt. */
function restart(console: TestConsole, ...answers: string[]): string {
  const shown = done(console, 'reload\r', ...answers, '\r') + console.advance(bootMs)
  console.type('\renable\r')
  if (console.device.session !== undefined) console.device.session.length = 0
  return shown
}

const configuration =
  'hostname S9\nbanner motd ^CLab only^C\ninterface FastEthernet0/3\n description printer\n shutdown\nend\n'

// The count is the text with line feeds and one more; the two characters ^C are one stored byte (counted in captures).
function countOf(shown: string): number {
  const lines = shown.split('\n')
  const text = lines.slice(lines.indexOf('!'), lines.indexOf('end') + 1)
  return text.reduce((sum, line) => sum + line.length + 1, 1) - 2
}

test('save, show and restart agree on the bytes', () => {
  const console = privileged('catalyst-2960-24tt', configuration)
  done(console, 'write\r')
  const running = done(console, 'show running-config\r')
  expect(running).toContain(`\nCurrent configuration : ${countOf(running)} bytes\n!\n`)
  const startup = done(console, 'show startup-config\r')
  expect(startup).toContain(`\nUsing ${countOf(running)} out of 65536 bytes\n!\n`)
  const body = (text: string): string => text.slice(text.indexOf('\nversion '), text.indexOf('\nend\n'))
  expect(body(startup)).toBe(body(running))
  restart(console)
  expect(body(done(console, 'show running-config\r'))).toBe(body(running))
})

test('on a Catalyst the startup configuration is a file on flash, and a second one appears with it', () => {
  const console = privileged()
  expect(done(console, 'show startup-config\r')).toBe(
    'show startup-config\nstartup-config is not present\nSwitch#',
  )
  expect(done(console, 'write memory\r')).toBe('write memory\nBuilding configuration...\n[OK]\nSwitch#')
  expect(
    console.storage.list('flash').map(({ name, size }) => [name, name.startsWith('p') ? size : 0]),
  ).toEqual([
    ['config.text', 0],
    ['private-config.text', 5],
  ])
  expect(decodeUtf8(console.storage.read('flash', 'config.text') ?? new Uint8Array())).toMatch(
    /^\n!\n.*\nend\n$/s,
  )
})

// Captured on a 1941: the message of leaving configuration lands between the two lines of a save.
test('a message may come between the two lines of a save', () => {
  const console = privileged('isr-1941')
  done(console, 'configure terminal\r')
  console.type('end\rwr\r')
  const shown = console.advance(5000)
  expect(shown).toMatch(/^\n\*[^\n]*%SYS-5-CONFIG_I: Configured from console by console\[OK\]\nRouter#$/)
})

// Dialogue captured on a 1941; `y` is echoed and the answer follows on its row.
test.each(['erase startup-config', 'write erase', 'erase nvram:'])('%s', (command) => {
  const console = privileged('isr-1941')
  done(console, 'write\r')
  expect(console.type(`${command}\r`)).toBe(
    `${command}\nErasing the nvram filesystem will remove all configuration files! Continue? [confirm]`,
  )
  expect(done(console, 'y')).toMatch(
    /^y\[OK\]\nErase of nvram: complete\nRouter#\n\*.*%SYS-7-NV_BLOCK_INIT: Initialized the geometry of nvram$/,
  )
  expect(console.storage.read('nvram', 'startup-config')).toBeUndefined()
})

test('VLANs survive the startup configuration', () => {
  const console = privileged()
  done(console, 'write\r', 'erase startup-config\r', '\r')
  expect(console.storage.list('flash')).toEqual([])
  done(
    console,
    'configure terminal\r',
    'vlan 30\r',
    'name STAFF\r',
    'end\r',
    'write\r',
    'erase startup-config\r',
    '\r',
  )
  done(console, 'reload\r', '\r')
  console.advance(bootMs)
  done(console, 'no\r')
  console.advance(30_000)
  done(console, '\r', 'enable\r')
  expect(done(console, 'show vlan brief\r')).toContain('\n30   STAFF ')
  done(console, 'delete flash:vlan.dat\r', '\r', '\r', 'reload\r', '\r')
  console.advance(bootMs)
  done(console, 'no\r')
  console.advance(30_000)
  done(console, '\r', 'enable\r')
  expect(done(console, 'show vlan brief\r')).not.toContain('STAFF')
})

// Cisco's description of merging: the file says nothing of `no shutdown`, so a port that is shut stays shut.
test('copy startup-config running-config merges', () => {
  const console = privileged('catalyst-2960-24tt', 'interface FastEthernet0/1\n description office\nend\n')
  done(console, 'configure terminal\r', 'interface fa0/1\r', 'shutdown\r', 'description other\r', 'end\r')
  expect(console.type('copy startup-config running-config\r')).toContain(
    '\nDestination filename [running-config]? ',
  )
  expect(done(console, '\r')).toMatch(/^\n\n\d+ bytes copied in /)
  const port = done(console, 'show running-config interface fa0/1\r')
  expect(port).toContain('\n description office\n')
  expect(port).toContain('\n shutdown\n')
})

// Order and stamps of a captured 2960 boot: 38, 39 and 48 seconds after the image began to run.
test('a starting switch reports itself', () => {
  const console = privileged('catalyst-2960-24tt', 'hostname S2\nend\n')
  const shown = restart(console)
  const messages = [...shown.matchAll(/^\*Mar {2}1 00:00:(\d\d)\.\d{3}: (%\S+):/gm)].map(([, s, what]) => [
    s,
    what,
  ])
  expect(messages.slice(-5)).toEqual([
    ['38', '%LINEPROTO-5-UPDOWN'],
    ['39', '%SPANTREE-5-EXTENDED_SYSID'],
    ['48', '%SYS-5-CONFIG_I'],
    ['48', '%SYS-5-RESTART'],
    // Vlan1, once ports work; from memory.
    ['49', '%LINK-3-UPDOWN'],
  ])
  expect(shown).toContain('\nPress RETURN to get started!\n')
})

// Order of a captured 1941 boot.
test('a starting router reports its ports, itself and its SNMP agent', () => {
  const console = privileged('isr-1941', 'hostname R2\ninterface GigabitEthernet0/0\n no shutdown\nend\n')
  const shown = restart(console)
  const after = shown.slice(shown.indexOf('Press RETURN'))
  const messages = [...after.matchAll(/: %(\w+-\d-\w+): (?:Line protocol on )?(?:Interface (\S+),)?/g)].map(
    ([, what, name]) => (name === undefined ? what : `${what} ${name}`),
  )
  const ports = [
    'Embedded-Service-Engine0/0',
    'GigabitEthernet0/0',
    'GigabitEthernet0/1',
    'Serial0/0/0',
    'Serial0/0/1',
  ]
  expect(messages.slice(0, 10)).toEqual([
    ...ports.map((name) => `LINK-3-UPDOWN ${name}`),
    ...ports.map((name) => `LINEPROTO-5-UPDOWN ${name}`),
  ])
  expect(messages.slice(-2)).toEqual(['SYS-5-RESTART', 'SNMP-5-COLDSTART'])
})

// `show boot` of 3560 and 3750 switches with 15.0 and 15.2: names to column 20, and the same broken rows.
test('boot lines show in show boot and live through a restart', () => {
  const console = privileged()
  done(
    console,
    'configure terminal\r',
    'boot system flash:new.bin\r',
    'boot config-file flash:lab.text\r',
    'end\r',
  )
  const lines = done(console, 'show boot\r').split('\n')
  expect(lines[1]).toBe('BOOT path-list      : flash:new.bin')
  expect(lines[2]).toBe('Config file         : flash:lab.text')
  for (const line of lines.slice(1, 9)) expect(line.slice(19, 21)).toMatch(/^(: ?| :)$/)
  done(console, 'write\r')
  expect(console.storage.list('flash').map(({ name }) => name)).toContain('lab.text')
  restart(console)
  expect(done(console, 'show running-config\r')).toContain(
    '\nboot-start-marker\nboot system flash:new.bin\nboot config-file flash:lab.text\nboot-end-marker\n',
  )
})

test('a register waits for the next start', () => {
  const console = privileged('isr-1941')
  done(console, 'configure terminal\r', 'config-register 0x2142\r', 'end\r')
  expect(done(console, 'show version | include register\r')).toContain(
    '\nConfiguration register is 0x2102 (will be 0x2142 at next reload)\n',
  )
})

// Only what was read from memory is reported so.
test('a device without a startup configuration was configured by nobody', () => {
  const console = privileged()
  done(console, 'reload\r', '\r')
  console.advance(bootMs)
  const shown = console.type('no\r') + console.advance(30_000)
  expect(shown).toContain('%SYS-5-RESTART: System restarted --\nCisco IOS Software, C2960 Software')
  expect(shown).not.toContain('CONFIG_I')
})
