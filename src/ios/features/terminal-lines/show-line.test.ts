/**
 * `show line`, `show terminal`, `show users`. The rules that captures agree on: an active line has `*` in column 0; numbers end
 * in column 3 of `show users` and 6 of `show line`; user, host, idle time stand at 15, 26 and 47; an empty location leaves
 * three blanks; `never `, `not set ` and the row of special characters end in blanks.
 */

import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function privileged(profile = 'catalyst-2960-24tt'): TestConsole {
  const console = startConsole(profile)
  console.advance(10_000)
  console.type('en\rterminal length 0\r')
  return console
}

test('show users names the lines in use, with all every line', () => {
  const console = privileged()
  expect(console.type('show users\r')).toBe(`show users
    Line       User       Host(s)              Idle       Location
*  0 con 0                idle                 00:00:00   

  Interface    User               Mode         Idle     Peer Address
Switch#`)
  expect(console.type('show users all\r')).toContain('\n  10 vty 9                 ')
  console.advance(63_000)
  expect(console.type('who\r')).toContain('*  0 con 0                idle                 00:00:00   \n')
  expect(console.type('systat\r')).toContain('con 0 ')
})

test('show users shows the user', () => {
  const console = startConsole('catalyst-2960-24tt', {
    startupConfig: 'username ann password x\nline con 0\n login local\nend\n',
    atReturn: true,
  })
  console.type('\rann\rx\r')
  expect(console.type('show users\r')).toContain(
    '\n*  0 con 0     ann        idle                 00:00:00   \n',
  )
})

test('show line of a switch', () => {
  const text = privileged().type('show line\r')
  expect(text.split('\n').slice(1, 4)).toEqual([
    '   Tty Typ     Tx/Rx    A Modem  Roty AccO AccI   Uses   Noise  Overruns   Int',
    '*     0 CTY              -    -      -    -    -      1       0     0/0       -',
    '      1 VTY              -    -      -    -    -      0       0     0/0       -',
  ])
  expect(text.split('\n')).toHaveLength(20)
})

test('show line of a router says which numbers have no line', () => {
  const rows = privileged('isr-1941').type('show line\r').split('\n')
  expect(rows.slice(1, 5)).toEqual([
    '   Tty Line Typ     Tx/Rx    A Modem  Roty AccO AccI  Uses  Noise Overruns  Int',
    '*    0    0 CTY              -    -      -    -    -     1      0    0/0      -',
    '     1    1 AUX   9600/9600  -    -      -    -    -     0      0    0/0      -',
    '     2    2 TTY   9600/9600  -    -      -    -    -     0      0    0/0      -',
  ])
  expect(rows[5]).toBe('   388  388 VTY              -    -      -    -    -     0      0    0/0      -')
  expect(rows.slice(10, 13)).toEqual([
    '',
    'Line(s) not in async mode -or- with no hardware support: ',
    '3-387',
  ])
})

test('show line shows access lists and rotary groups', () => {
  const console = privileged()
  console.type('conf t\rline vty 0\raccess-class 10 in\raccess-class 20 out\rrotary 3\rend\r')
  console.advance(1000)
  expect(console.type('show line 1\r')).toContain(
    '\n      1 VTY              -    -      3   20   10      0       0     0/0       -\n\nLine 1, Location: "", Type: ""\n',
  )
  expect(console.type('show line vty 0\r')).toContain('\nBaud rate (TX/RX) is 9600/9600\n')
  expect(console.type('show line con 3\r')).toBe('show line con 3\n% Bad line number\nSwitch#')
  expect(console.type('show line 17\r')).toContain('\n                 ^\n% Invalid input detected')
})

const terminal = (rows: string): string => `Line 0, Location: "", Type: ""
Length: 0 lines, Width: 80 columns
Baud rate (TX/RX) is 9600/9600, no parity, 1 stopbits, 8 databits
Status: PSI Enabled, Ready, Active, Automore On
Capabilities: none
Modem state: Ready
Special Chars: Escape  Hold  Stop  Start  Disconnect  Activation
                ^^x    none   -     -       none         
Timeouts:      Idle EXEC    Idle Session   Modem Answer  Session   Dispatch
${rows}
                            Idle Session Disconnect Warning
                              never 
                            Login-sequence User Response
                             00:00:30
                            Autoselect Initial Wait
                              not set 
Modem type is unknown.
Session limit is not set.
Time since activation: 00:00:10
Editing is enabled.
History is enabled, history size is 10.
DNS resolution in show commands is enabled
Full user help is disabled
Allowed input transports are none.
Allowed output transports are telnet ssh.
Preferred transport is telnet.
No output characters are padded
No special data dispatching characters
`

test('show terminal, with and without a time-out', () => {
  const console = privileged()
  expect(console.type('show terminal\r')).toBe(
    `show terminal\n${terminal('               00:10:00        never                        none     not set')}Switch#`,
  )
  console.type('conf t\rline con 0\rno exec-timeout\rend\r')
  expect(console.type('show terminal\r')).toContain(
    '\n                never         never                        none     not set\n',
  )
})

test('the shell came with later releases', () => {
  expect(privileged('isr-1941').type('show terminal\r')).toContain(
    '\nPreferred transport is telnet.\nShell: disabled\nShell trace: off\nNo output',
  )
})

test('show terminal says what the session changed', () => {
  const console = privileged()
  console.type('terminal width 132\rterminal history size 20\rterminal no editing\r')
  const text = console.type('show terminal\r')
  expect(text).toContain('\nLength: 0 lines, Width: 132 columns\n')
  expect(text).toContain('\nEditing is disabled.\nHistory is enabled, history size is 20.\n')
})

test('clear line asks with one key, and not for the own line', () => {
  // The sentences are from memory.
  const console = privileged()
  expect(console.type('clear line 2\r')).toBe('clear line 2\n[confirm]')
  expect(console.type('y')).toBe('y [OK]\nSwitch#')
  expect(console.type('clear line vty 3\r\r')).toBe('clear line vty 3\n[confirm]\n [OK]\nSwitch#')
  expect(console.type('clear line con 0\r')).toBe(
    'clear line con 0\n% Not allowed to clear current line\nSwitch#',
  )
})

test('send takes rows until Ctrl-Z, and Ctrl-C gives up', () => {
  const console = privileged()
  expect(console.type('send *\r')).toBe('send *\nEnter message, end with CTRL/Z; abort with CTRL/C:\n')
  expect(console.type('one\rtwo\r\x1a')).toBe('one\ntwo\n^Z\nSend message? [confirm]')
  expect(console.type('\r')).toBe(
    '\n\n\n***\n***\n*** Message from tty0 to all terminals:\n***\none\ntwo\nSwitch#',
  )
  console.type('send 1\rtext\r')
  expect(console.type('\x03')).toBe('\nSwitch#')
})
