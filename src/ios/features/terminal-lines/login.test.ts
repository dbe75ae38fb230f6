/** Logging in at the console: passwords, users, banners and time-outs, blank lines included. */

import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

const away = `${'\n'.repeat(33)}S1 con0 is now available${'\n'.repeat(6)}Press RETURN to get started.${'\n'.repeat(5)}`

/** A switch whose console has these lines, standing at `Press RETURN`. */
function waiting(lines: string, more = ''): TestConsole {
  const console = startConsole('catalyst-2960-24tt', {
    startupConfig: `hostname S1\n${more}line con 0\n${lines}end\n`,
    atReturn: true,
  })
  console.raw()
  return console
}

test('a line password is asked for on the third row and never echoed', () => {
  const console = waiting(' password cisco\n login\n')
  expect(console.type('\r')).toBe('\n\nUser Access Verification\n\nPassword: ')
  expect(console.type('cisco\r')).toBe('\nS1>')
})

test('three wrong passwords end at the screen of an idle console', () => {
  const console = waiting(' password cisco\n login\n')
  console.type('\r')
  expect(console.type('a\r')).toBe('\nPassword: ')
  expect(console.type('b\r')).toBe('\nPassword: ')
  expect(console.type('c\r')).toBe(`\n% Bad passwords\n${away}`)
})

test('trailing blanks belong to a password', () => {
  const console = waiting(' password cisco \n login\n')
  console.type('\r')
  expect(console.type('cisco\r')).toBe('\nPassword: ')
  expect(console.type('cisco \r')).toBe('\nS1>')
})

test('login without a password lets nobody in', () => {
  const console = waiting(' login\n')
  expect(console.type('\r')).toBe(`\n\nPassword required, but none set\n${away}`)
})

test('a wrong user and a wrong password get the same answer', () => {
  const console = waiting(' login local\n', 'username ann privilege 15 password 0 apple\n')
  expect(console.type('\r')).toBe('\n\nUser Access Verification\n\nUsername: ')
  expect(console.type('bob\rapple\r')).toBe('bob\nPassword: \n\n% Login invalid\n\nUsername: ')
  expect(console.type('ann\rpear\r')).toBe('ann\nPassword: \n\n% Login invalid\n\nUsername: ')
  expect(console.type('ann\rapple\r')).toBe('ann\nPassword: \n\nS1#')
})

test('the third wrong user ends the session', () => {
  const console = waiting(' login local\n', 'username ann password 0 apple\n')
  console.type('\rx\rx\rx\rx\r')
  expect(console.type('x\rx\r')).toBe(`x\nPassword: \n\n% Login invalid\n\n${away}`)
})

test('a user of nopassword is not asked, and an automatic command ends the session', () => {
  const console = waiting(
    ' login local\n',
    'username guest nopassword\nusername guest autocommand show privilege\n',
  )
  console.type('\r')
  expect(console.type('guest\r')).toBe(`guest\nCurrent privilege level is 1\n${away}`)
})

test("a line's own automatic command and privilege level", () => {
  const console = waiting(' privilege level 7\n autocommand show privilege\n')
  expect(console.type('\r')).toBe(`\nCurrent privilege level is 7\n${away}`)
})

test('an answer that does not come in 30 s ends the login, sooner where the line says so', () => {
  // From memory: the sentence and its two blanks.
  const console = waiting(' login local\n', 'username ann password 0 apple\n')
  console.type('\r')
  expect(console.advance(29_999)).toBe('')
  expect(console.advance(1)).toBe(`\n% Username:  timeout expired!\n${away}`)
  const quick = waiting(' password x\n login\n timeout login response 5\n')
  quick.type('\r')
  expect(quick.advance(4_999)).toBe('')
  expect(quick.advance(1)).toBe(`\n% Password:  timeout expired!\n${away}`)
})

test('banners stand before and behind the questions', () => {
  const console = waiting(
    ' login local\n location desk 4\n',
    'username ann password 0 apple\nbanner motd ^CWelcome to $(hostname)^C\nbanner login ^CLine $(line)^C\nbanner exec ^CBy $(line-desc) $(other)^C\n',
  )
  expect(console.type('\r')).toBe('\nWelcome to S1\nLine 0\n\nUser Access Verification\n\nUsername: ')
  expect(console.type('ann\rapple\r')).toBe('ann\nPassword: \n\nBy desk 4 $(other)\nS1>')
})

test('a line may go without its banners', () => {
  const console = waiting(' no motd-banner\n no exec-banner\n', 'banner motd ^CM^C\nbanner exec ^CE^C\n')
  expect(console.type('\r')).toBe('\nS1>')
})

test('nobody answers on a line without EXEC', () => {
  const console = waiting(' no exec\n')
  expect(console.type('\r\r\r')).toBe('')
})

test('an idle session ends after its time, in configuration mode too', () => {
  const console = waiting(' exec-timeout 0 30\n')
  console.type('\ren\r')
  console.advance(20_000)
  console.type('conf t\r')
  expect(console.advance(29_999)).toBe('')
  expect(console.advance(1)).toContain('S1 con0 is now available')
  expect(console.type('\r')).toContain('S1>')
})

test.each(['exec-timeout 0 0', 'no exec-timeout'])('%s never ends a session', (line) => {
  const console = waiting(` ${line}\n`)
  console.type('\ren\r')
  expect(console.advance(86_400_000)).toBe('')
  expect(console.type('show run | include exec-timeout\r')).toContain('\n exec-timeout 0 0\n')
})

test('logins are logged where that is asked for', () => {
  const console = waiting(
    ' login local\n',
    'username ann password 0 apple\nlogin on-success log\nlogin on-failure log\n',
  )
  console.type('\rann\rpear\r')
  expect(console.advance(100)).toMatch(
    /%SEC_LOGIN-4-LOGIN_FAILED: Login failed \[user: ann\] \[Source: LOCAL\] \[localport: 0\] \[Reason: Login Authentication Failed\] at \d\d:\d\d:\d\d UTC \w+ Mar 1 1993$/,
  )
  console.type('ann\rapple\r')
  expect(console.advance(100)).toMatch(
    /%SEC_LOGIN-5-LOGIN_SUCCESS: Login Success \[user: ann\] \[Source: LOCAL\] \[localport: 0\] at \d\d:\d\d:\d\d UTC \w+ Mar 1 1993$/,
  )
})
