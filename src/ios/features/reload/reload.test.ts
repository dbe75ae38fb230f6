import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function privileged(profile = 'isr-1941'): TestConsole {
  const console = startConsole(profile)
  console.type('enable\r')
  return console
}

// Dialogue of a captured 1941: an empty row before the question about saving, none without it.
test('reload asks about what is unsaved, and for agreement', () => {
  const console = privileged()
  expect(console.type('reload\r')).toBe('reload\nProceed with reload? [confirm]')
  expect(console.type('n')).toBe('\nRouter#')
  console.type('configure terminal\rhostname R1\rend\r')
  console.advance(1000)
  expect(console.type('reload\r')).toBe('reload\n\nSystem configuration has been modified. Save? [yes/no]: ')
  expect(console.type('perhaps\r')).toBe(
    "perhaps\n% Please answer 'yes' or 'no'.\nSystem configuration has been modified. Save? [yes/no]: ",
  )
  console.type('yes\r')
  expect(console.advance(3000)).toBe('[OK]\nProceed with reload? [confirm]')
  expect(console.type('\r') + console.advance(100)).toMatch(
    /^\n\n\*.*%SYS-5-RELOAD: Reload requested by console\. Reload Reason: Reload Command\.$/,
  )
  console.advance(150_000)
  console.type('\r')
  expect(console.type('\r')).toBe('\nR1>')
})

// A captured switch spells the reason with a small letter.
test('a switch words the reason its own way, and a person may give one', () => {
  const console = privileged('catalyst-2960-24tt')
  console.type('reload new image\r')
  expect(console.type('\r') + console.advance(100)).toContain('Reload Reason: new image.')
  console.advance(150_000)
  console.type('no\r')
  console.advance(20_000)
  console.type('\renable\rreload\r')
  expect(console.type('\r') + console.advance(100)).toContain('Reload Reason: Reload command.')
})

// Texts of a public console log of a router.
test('reload in counts down, says so to everybody, and happens', () => {
  const console = privileged()
  expect(console.type('reload in 10\r')).toBe(
    'reload in 10\nReload scheduled in 10 minutes by console\nReload reason: Reload Command\nProceed with reload? [confirm]',
  )
  const scheduled = console.type('\r') + console.advance(100)
  expect(scheduled).toMatch(
    /%SYS-5-SCHEDULED_RELOAD: Reload requested for 00:11:\d\d UTC Wed Jan 1 2025 at 00:01:\d\d UTC Wed Jan 1 2025 by console\. Reload Reason: Reload Command\./,
  )
  expect(scheduled).toContain('\n\n\n\x07***\n*** --- SHUTDOWN in 0:10:00 ---\n***\n')
  console.advance(8000)
  expect(console.type('show reload\r')).toContain(
    '\nReload scheduled in 9 minutes by console\nReload reason: Reload Command\nRouter#',
  )
  const rest = console.advance(600_000)
  expect([...rest.matchAll(/SHUTDOWN (?:in )?(\S+) ---/g)].map(([, left]) => left)).toEqual([
    '0:05:00',
    '0:01:00',
    'NOW',
  ])
  expect(rest).toContain('%SYS-5-RELOAD: Reload requested by console.')
  expect(console.advance(150_000)).toContain('--- System Configuration Dialog ---')
})

test('a reload that is scheduled at a warning time warns once', () => {
  const console = privileged()
  console.type('reload in 5\r\r')
  expect(console.advance(10_000).match(/SHUTDOWN in 0:05:00/g)).toHaveLength(1)
})

test('reload cancel calls it off', () => {
  const console = privileged()
  console.type('reload in 1:30\r\r')
  console.advance(1000)
  const cancelled = console.type('reload cancel\r') + console.advance(100)
  // Two blanks after the colon, as in the log.
  expect(cancelled).toMatch(/%SYS-5-SCHEDULED_RELOAD_CANCELLED: {2}Scheduled reload cancelled at \d\d:/)
  expect(cancelled).toContain('\n\n\n\x07***\n*** --- SHUTDOWN ABORTED ---\n***\n')
  console.advance(1000)
  expect(console.type('show reload\r')).toContain('\nNo reload is scheduled\n')
  expect(console.advance(6_000_000)).not.toContain('SHUTDOWN')
})

// The form with a date from the command reference of the Catalyst 2960.
test('reload at takes a time of a clock that is known', () => {
  const console = privileged()
  expect(console.type('reload at 2:30\r')).toContain(
    '\nReload scheduled for 02:30:00 UTC Wed Jan 1 2025 (in 2 hours and 28 minutes)\n',
  )
  console.type('n')
  expect(console.type('reload at 00:00 jan 3 upgrade\r')).toContain(
    '\nReload scheduled for 00:00:00 UTC Fri Jan 3 2025 (in 47 hours and 58 minutes)\nReload reason: upgrade\n',
  )
  console.type('n')
  // From memory.
  expect(privileged('catalyst-2960-24tt').type('reload at 2:30\r')).toContain(
    '\nThe date and time must be set first.\n',
  )
})
