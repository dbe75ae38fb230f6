import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'
import { flashFreeBytes } from '../../../hardware/flash.ts'
import type { Storage } from '../../../hardware/storage.ts'
import { memoryStore } from '../../../stores/memory-store.ts'

function privileged(profile = 'catalyst-2960-24tt', storage?: Storage): TestConsole {
  const console = startConsole(profile, storage === undefined ? {} : { storage })
  console.type('enable\r')
  return console
}

/** Types, answers, and waits until the prompt is back. */
function done(console: TestConsole, ...typed: string[]): string {
  return typed.map((text) => console.type(text) + console.advance(3000)).join('')
}

// Rule of three captures of `dir` (a 7600, a Catalyst 6500 and a CSR): number in 5 columns, two blanks, rights, two
// blanks, size to the right in 10, two blanks, date to the right in 11, time and offset, two blanks, name.
const dirRow =
  /^ *\d+ {2}[-d][-rwx]{3} {2} *\d+ {2} ?[A-Z][a-z]{2} \d{1,2} \d{4} \d\d:\d\d:\d\d [+-]\d\d:\d\d {2}\S+$/

test.each([
  ['catalyst-2960-24tt', 'flash:', '-rwx', 32514048],
  ['isr-1941', 'flash0:', '-rw-', 260153344],
] as const)('dir on %s lists what the store holds', (profile, device, rights, total) => {
  const console = privileged(profile)
  done(console, 'copy running-config flash:lesson.cfg\r', '\r')
  const shown = done(console, 'dir\r')
  const lines = shown.split('\n')
  expect(lines[0]).toBe('dir')
  expect(lines[1]).toBe(`Directory of ${device}/`)
  expect(lines[2]).toBe('')
  const rows = lines.slice(3, lines.indexOf('', 3))
  for (const row of rows) {
    expect(row).toMatch(dirRow)
    expect(row.slice(7, 11)).toBe(rights)
    // The name begins behind 5 + 2 + 4 + 2 + 10 + 2 + 27 + 2 columns.
    expect(row.slice(52, 54)).toBe('  ')
    expect(row[54]).not.toBe(' ')
  }
  const sizes = rows.map((row) => Number(row.slice(13, 23)))
  const free = total - sizes.reduce((sum, size) => sum + size, 0)
  expect(lines.at(-2)).toBe(`${total} bytes total (${free} bytes free)`)
  const stored = console.storage.read('flash', 'lesson.cfg')
  expect(
    rows
      .find((row) => row.endsWith('  lesson.cfg'))
      ?.slice(13, 23)
      .trim(),
  ).toBe(String(stored?.length))
})

// The words of captured dialogues: a name in brackets that Enter takes, [confirm] on one key.
test('delete asks for the name and for agreement', () => {
  const console = privileged()
  done(console, 'copy running-config flash:old.cfg\r', '\r')
  expect(console.type('delete old.cfg\r')).toBe('delete old.cfg\nDelete filename [old.cfg]? ')
  expect(console.type('\r')).toBe('\nDelete flash:/old.cfg? [confirm]')
  expect(console.type('n')).toBe('\nSwitch#')
  expect(console.storage.read('flash', 'old.cfg')).toBeDefined()
  done(console, 'delete old.cfg\r', '\r', '\r')
  expect(console.storage.read('flash', 'old.cfg')).toBeUndefined()
  expect(done(console, 'delete old.cfg\r', '\r', '\r')).toContain(
    '\n%Error deleting flash:/old.cfg (No such file or directory)\nSwitch#',
  )
})

test('delete /force asks nothing, and what another name was typed for stays', () => {
  const console = privileged()
  done(console, 'copy running-config flash:a\r', '\r', 'copy running-config flash:b\r', '\r')
  expect(done(console, 'delete /force flash:a\r')).toBe('delete /force flash:a\nSwitch#')
  done(console, 'delete nothing\r', 'b\r', '\r')
  expect(console.storage.list('flash').map(({ name }) => name)).not.toContain('a')
  expect(console.storage.list('flash').map(({ name }) => name)).not.toContain('b')
})

// Layout of Cisco's own mock of a copy within flash.
test('copy within flash shows its progress, and asks before it writes over', () => {
  const console = privileged()
  done(console, 'copy running-config flash:a\r', '\r')
  const size = console.storage.read('flash', 'a')?.length ?? 0
  expect(console.type('copy flash:a flash:b\r')).toBe('copy flash:a flash:b\nDestination filename [b]? ')
  const copied = done(console, '\r')
  expect(copied).toMatch(
    /^\nCopy in progress\.\.\.C\n\d+ bytes copied in \d+\.\d{3} secs \(\d+ bytes\/sec\)\nSwitch#$/,
  )
  expect(copied).toContain(`\n${size} bytes copied in `)
  const [, seconds, rate] = /in (\S+) secs \((\d+) /.exec(copied) ?? []
  expect(Math.round(size / Number(seconds))).toBe(Number(rate))
  expect(done(console, 'copy flash:a flash:b\r', '\r')).toContain(
    '\n%Warning:There is a file already existing with this name\nDo you want to over write? [confirm]',
  )
})

test('copy says what is missing', () => {
  const console = privileged()
  expect(done(console, 'copy flash:none flash:b\r', '\r')).toContain(
    '\n%Error opening flash:/none (No such file or directory)\nSwitch#',
  )
  expect(done(console, 'copy runing-config startup-config\r')).toBe(
    `copy runing-config startup-config\n${' '.repeat('Switch#copy run'.length)}^\n% Invalid input detected at '^' marker.\n\nSwitch#`,
  )
})

// The questions of a captured back-up to a server; its name is the device's in small letters.
test('a server that nothing reaches times out', () => {
  const console = privileged()
  expect(console.type('copy running-config tftp:\r')).toContain('\nAddress or name of remote host []? ')
  expect(console.type('10.1.1.9\r')).toBe('10.1.1.9\nDestination filename [switch-confg]? ')
  console.type('\r')
  expect(console.advance(20_000)).toContain(
    '%Error opening tftp://10.1.1.9/switch-confg (Timed out)\nSwitch#',
  )
})

test('the break key ends a copy that waits for a server', () => {
  const console = privileged()
  console.type('copy tftp://10.1.1.9/x flash:\r\r')
  console.advance(1000)
  expect(console.type('\x1e')).toMatch(/Switch#$/)
})

// The order in which IOS folders are made and removed is from memory.
test('folders are made, entered, listed and removed', () => {
  const console = privileged()
  expect(done(console, 'mkdir lab\r', '\r')).toBe(
    'mkdir lab\nCreate directory filename [lab]? \nCreated dir flash:lab\nSwitch#',
  )
  done(console, 'cd lab\r')
  expect(done(console, 'pwd\r')).toBe('pwd\nflash:/lab/\nSwitch#')
  done(console, 'cd ..\r', 'copy running-config flash:lab/one\r', '\r')
  expect(done(console, 'dir lab\r')).toContain('Directory of flash:/lab\n\n')
  expect(done(console, 'rmdir lab\r', '\r', '\r')).toContain('(Directory not empty)')
  done(console, 'delete /force flash:lab/one\r')
  expect(done(console, 'dir lab\r')).toContain('No files in directory')
  expect(done(console, 'rmdir lab\r', '\r', '\r')).toContain('\nRemoved dir flash:lab\nSwitch#')
  expect(done(console, 'dir lab\r')).toContain('%Error opening flash:/lab (No such file or directory)')
})

test('no path leaves the flash', () => {
  const console = privileged()
  done(console, 'copy running-config flash:../../x\r', '\r')
  expect(console.storage.list('flash').map(({ name }) => name)).toEqual(['x'])
})

test('a software image stays, and a remark says why', () => {
  const console = privileged()
  const image = 'c2960-lanbasek9-mz.150-2.SE4.bin'
  done(console, `delete /force flash:${image}\r`)
  expect(done(console, 'dir\r')).toContain(image)
  expect(console.notes).toHaveLength(1)
})

test('rename moves a file under its new name', () => {
  const console = privileged()
  done(console, 'copy running-config flash:a\r', '\r')
  const text = console.storage.read('flash', 'a')
  expect(done(console, 'rename flash:a flash:b\r', '\r')).toBe(
    'rename flash:a flash:b\nDestination filename [b]? \nSwitch#',
  )
  expect(console.storage.read('flash', 'b')).toEqual(text)
  expect(console.storage.read('flash', 'a')).toBeUndefined()
})

test('what does not fit is refused, and the room that is left stays the same', () => {
  const storage = memoryStore()
  const console = privileged('catalyst-2960-24tt', storage)
  done(console, 'copy running-config flash:a\r', '\r')
  storage.write('flash', 'filler', new Uint8Array(flashFreeBytes(console.device.chassis) - 1000), 0)
  const before = done(console, 'dir\r')
  expect(done(console, 'copy flash:a flash:b\r', '\r')).toContain(
    '%Error writing flash:/b (No space left on device)\n',
  )
  expect(done(console, 'dir\r')).toBe(before)
})

class DiskFault extends Error {
  readonly kind: 'no-space' | 'io' | 'permission'

  constructor(kind: 'no-space' | 'io' | 'permission') {
    super(kind)
    this.kind = kind
  }
}

test.each([
  ['no-space', 'No space left on device'],
  ['io', 'I/O error'],
  ['permission', 'Permission denied'],
] as const)('a disk fault (%s) is told in the words of IOS', (kind, words) => {
  const store = memoryStore()
  let broken = false
  const storage: Storage = {
    ...store,
    write: (...file) => {
      if (broken) throw new DiskFault(kind)
      store.write(...file)
    },
  }
  const console = privileged('catalyst-2960-24tt', storage)
  broken = true
  expect(done(console, 'copy running-config flash:a\r', '\r')).toContain(`flash:/a (${words})\nSwitch#`)
  expect(done(console, 'write\r')).toMatch(/\nstartup-config file open failed \(.+\)\nSwitch#$/)
  expect(console.ios.lastSave).toBeUndefined()
  expect(store.list('flash')).toEqual([])
})

// Two captures agree (a Catalyst's, and the heading of the command reference): sizes to the right in 14 columns each.
test('show file systems marks the default one', () => {
  const lines = done(privileged(), 'show file systems\r').split('\n')
  expect(lines.slice(1, 4)).toEqual([
    'File Systems:',
    '',
    '       Size(b)       Free(b)      Type  Flags  Prefixes',
  ])
  expect(lines[4]).toMatch(/^\* {5}32514048 {6}\d{8} {5}flash {5}rw {3}flash:$/)
})

// RFC 1321's own test vector for the digest of a file.
test('verify /md5 sums a file', () => {
  const storage = memoryStore()
  storage.write('flash', 'abc', new Uint8Array([97, 98, 99]), 0)
  const console = privileged('catalyst-2960-24tt', storage)
  expect(done(console, 'verify /md5 flash:abc\r')).toContain(
    'verify /md5 (flash:/abc) = 900150983cd24fb0d6963f7d28e17f72\n',
  )
})

test('more shows text without its control characters', () => {
  const storage = memoryStore()
  storage.write('flash', 'evil', new TextEncoder().encode('one\n\x1b[2Jtwo\n'), 0)
  const console = privileged('catalyst-2960-24tt', storage)
  expect(done(console, 'more flash:evil\r')).toBe('more flash:evil\none\n?[2Jtwo\n\nSwitch#')
})

test('redirect, tee and append write files', () => {
  const console = privileged()
  expect(done(console, 'show running-config | redirect flash:out\r')).toMatch(/^.*\nSwitch#$/)
  const text = (name: string): string => new TextDecoder().decode(console.storage.read('flash', name))
  expect(text('out')).toContain('\nhostname Switch\n')
  const shown = done(console, 'show reload | tee flash:out\r')
  expect(shown).toContain('\nNo reload is scheduled\n')
  done(console, 'show reload | append flash:out\r')
  expect(text('out')).toBe('No reload is scheduled\nNo reload is scheduled\n')
  expect(done(console, 'show reload | redirect flash:none/out\r')).toContain(
    '\n%Error opening flash:/none/out (No such file or directory)\nSwitch#',
  )
})

// NVRAM keeps no dates; the column stays (from memory).
test('dir nvram: keeps its columns without dates', () => {
  const console = privileged()
  done(console, 'write\r')
  const row = done(console, 'dir nvram:\r').split('\n')[3]
  expect(row).toMatch(/^ {3}62 {2}-rw- {2} +\d+ {20}<no date> {2}startup-config$/)
  expect(row?.indexOf('startup-config')).toBe(54)
})

test('a file with a bad line is merged around it, and the line is shown with its caret', () => {
  const storage = memoryStore()
  storage.write(
    'flash',
    'lab',
    new TextEncoder().encode('hostname LAB\ninterface fa0/1\n descriptino x\nend\n'),
    0,
  )
  const console = privileged('catalyst-2960-24tt', storage)
  expect(done(console, 'copy flash:lab running-config\r', '\r')).toContain(
    "\n descriptino x\n          ^\n% Invalid input detected at '^' marker.\n\n",
  )
  expect(console.type('\r')).toBe('\nLAB#')
})
