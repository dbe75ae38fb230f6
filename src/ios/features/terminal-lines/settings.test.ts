/** Lines under `line con|vty`: what is taken, how it prints, and that it loads to the same text. */

import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function configuring(profile = 'catalyst-2960-24tt', line = 'line con 0'): TestConsole {
  const console = startConsole(profile)
  console.type(`en\rterminal length 0\rconf t\r${line}\r`)
  return console
}

function section(console: TestConsole, header: string): string {
  console.type('do terminal length 0\r')
  const text = console.type('do show running-config\r')
  const start = text.indexOf(`\n${header}\n`) + 1
  return text.slice(start, text.indexOf('\n', text.slice(start).search(/\n(?!\s)/) + start))
}

const inOrder = [
  'session-timeout 5 ',
  'location desk 4',
  'access-class 10 in vrf-also',
  'access-class lab out',
  'exec-timeout 5 30',
  'privilege level 15',
  'password cisco',
  'logging synchronous level 3 limit 5',
  'login local',
  'timeout login response 60',
  'no motd-banner',
  'no exec-banner',
  'no history',
  'history size 50',
  'autocommand show users',
  'rotary 3',
  'length 0',
  'width 132',
  'transport preferred none',
  'transport input telnet ssh',
  'transport output ssh',
  'escape-character 3',
  'databits 7',
  'parity even',
  'stopbits 1',
  'speed 19200',
  'flowcontrol hardware',
  'notify',
  'no editing',
  'monitor',
  'no domain-lookup',
  'full-help',
]

// The order of the lines is from memory, where captured configurations do not show two of them together.
test('every line prints as it was entered and loads to the same text', () => {
  const console = configuring()
  for (const line of inOrder.toReversed())
    expect(console.type(`${line}\r`)).toBe(`${line}\nSwitch(config-line)#`)
  const printed = section(console, 'line con 0').split('\n').slice(1)
  expect(printed.map((line) => line.slice(1))).toEqual(inOrder)
  const again = startConsole('catalyst-2960-24tt', {
    startupConfig: `line con 0\n${printed.join('\n')}\nend\n`,
    atReturn: true,
  })
  const lines = again.ios.lines[0]?.section
    .printable()
    .flatMap((entry) => (entry.negated ? entry.line.showNegated(entry.args) : entry.line.show(entry.args)))
  expect(lines).toEqual(inOrder)
})

test('what is the default does not print', () => {
  const console = configuring()
  console.type(
    'exec-timeout 10 0\rlength 24\rwidth 80\rhistory\rhistory size 10\rexec\rediting\rtransport preferred telnet\rspeed 9600\rdatabits 8\rparity none\rprivilege level 1\rescape-character 30\rtimeout login response 30\r',
  )
  expect(section(console, 'line con 0')).toBe('line con 0')
})

test('no puts every line back', () => {
  const console = configuring()
  console.type('exec-timeout 1\rpassword x\rlogging sync\rlength 5\rtransport input ssh\r')
  console.type('default exec-timeout\rno password\rno logging sync\rdefault length\rno transport input\r')
  expect(section(console, 'line con 0')).toBe('line con 0')
})

test('abbreviations are ambiguous where a real line has several words', () => {
  const console = configuring()
  expect(console.type('ex\r')).toBe('ex\n% Ambiguous command:  "ex"\nSwitch(config-line)#')
  expect(console.type('log\r')).toBe('log\n% Ambiguous command:  "log"\nSwitch(config-line)#')
  expect(console.type('logg sy\r')).toBe('logg sy\nSwitch(config-line)#')
  expect(console.type('exi\r')).toBe('exi\nSwitch(config)#')
})

test('login says once for each line that it has no password', () => {
  const console = configuring('catalyst-2960-24tt', 'line vty 0 4')
  const rows = [1, 2, 3, 4, 5].map((line) => `% Login disabled on line ${line}, until 'password' is set\n`)
  expect(console.type('login\r')).toBe(`login\n${rows.join('')}Switch(config-line)#`)
  expect(console.type('password x\rlogin\r')).toBe(
    'password x\nSwitch(config-line)#login\nSwitch(config-line)#',
  )
  const router = configuring('isr-1941', 'line vty 0 1')
  expect(router.type('login\r')).toContain("% Login disabled on line 388, until 'password' is set\n")
})

test('a range with one password stays one range, hidden or not', () => {
  const console = configuring('catalyst-2960-24tt', 'line vty 0 15')
  console.type('password cisco\r')
  expect(section(console, 'line vty 0 4')).toBe('line vty 0 4\n password cisco\n login')
  console.type('service password-encryption\r')
  expect(section(console, 'line vty 0 4')).toMatch(/^line vty 0 4\n password 7 [0-9A-F]+\n login$/)
  console.type('line vty 0 15\rpassword class\r')
  expect(section(console, 'line vty 5 15')).toMatch(/^line vty 5 15\n password 7 [0-9A-F]+\n login$/)
})

test('a router prints protocols in its own order', () => {
  const console = configuring('isr-1941', 'line vty 0 4')
  expect(section(console, 'line vty 0 4')).toBe('line vty 0 4\n login\n transport input none')
  console.type('transport input ssh telnet\r')
  expect(section(console, 'line vty 0 4')).toBe('line vty 0 4\n login\n transport input telnet ssh')
  // As the factory lines of a 1941 have it.
  console.type('transport output ssh v120 udptn mop lapb-ta rlogin telnet pad\r')
  expect(section(console, 'line vty 0 4')).toContain(
    '\n transport output pad telnet rlogin lapb-ta mop udptn v120 ssh',
  )
})

test('a protocol is needed', () => {
  const console = configuring()
  expect(console.type('transport input\r')).toBe(
    'transport input\n% Incomplete command.\n\nSwitch(config-line)#',
  )
})

test('the session feels its line change', () => {
  const console = configuring()
  console.type('length 5\rhistory size 3\r')
  expect(console.device.session?.length).toBe(5)
  expect(console.device.session?.historySize).toBe(3)
})
