/** Passwords, secrets and users: what is kept, printed, refused, and opens. Hashes are held against the published algorithms. */

import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'
import { type7Decrypt, verifySecret } from '../../secrets.ts'

function configuring(profile = 'catalyst-2960-24tt'): TestConsole {
  const console = startConsole(profile)
  console.advance(10_000)
  console.type('en\rterminal length 0\rterminal width 0\rconf t\r')
  return console
}

const printed = (console: TestConsole, pattern: string): string[] =>
  console.type(`do show run | include ${pattern}\r`).split('\n').slice(1, -1)

/** What follows the echo of a configuration line, without the prompt. */
const reply = (console: TestConsole, line: string): string =>
  console
    .type(`${line}\r`)
    .slice(line.length + 1)
    .replace(/^[^\n]*\(config[^\n]*#$/m, '')

test('a secret is kept as MD5 with a salt of four characters', () => {
  const console = configuring()
  expect(reply(console, 'enable secret class')).toBe('')
  const [line = ''] = printed(console, '^enable')
  const hash = /^enable secret 5 (\$1\$[./0-9A-Za-z]{4}\$[./0-9A-Za-z]{22})$/.exec(line)?.[1] ?? ''
  expect(verifySecret(5, hash, 'class', console.ios.hashing)).toBe(true)
})

test.each([
  ['5', '$1$EV4X$4MRouA3VnbeOPOJl1pnJy1', 'class'],
  ['8', '$8$dsYGNam3K1SIJO$7nv/35M/qr6t.dVc7UY9zrJDWRVqncHub1PE9UlMQFs', 'cisco'],
  ['9', '$9$nhEmQVczB7dqsO$X.HsgL6x1il0RxkOSSvyQYwucySCt7qFm4v7pqCxkKM', 'cisco'],
] as const)('a router takes a secret of type %s, and it opens', (type, hash, plain) => {
  const console = configuring('isr-1941')
  expect(reply(console, `enable secret ${type} ${hash}`)).toBe('')
  expect(printed(console, '^enable')).toEqual([`enable secret ${type} ${hash}`])
  console.type('end\rdisable\r')
  expect(console.type('enable\r')).toBe('enable\nPassword: ')
  expect(console.type(`${plain}\r`)).toBe('\nRouter#')
})

test('a switch on 15.0 knows no types 8 and 9', () => {
  const console = configuring()
  expect(console.type('enable secret 9 $9$a\r')).toBe('enable secret 9 $9$a\nSwitch(config)#')
  // So `9 …` was plain text.
  expect(printed(console, '^enable')[0]).toMatch(/^enable secret 5 /)
})

test.each([
  ['md5', '5'],
  ['sha256', '8'],
  ['scrypt', '9'],
] as const)('algorithm-type %s makes type %s', (algorithm, type) => {
  const console = configuring('isr-1941')
  console.type(`enable algorithm-type ${algorithm} secret pear\r`)
  console.type(`username ann privilege 15 algorithm-type ${algorithm} secret apple\r`)
  const [enable = '', user = ''] = printed(console, '^(enable|username)')
  expect(enable).toMatch(new RegExp(`^enable secret ${type} \\$`))
  expect(user).toMatch(new RegExp(`^username ann privilege 15 secret ${type} \\$`))
})

test('what is no hash of its type is refused', () => {
  // From memory.
  const console = configuring()
  expect(
    reply(console, 'enable secret 5 class'),
  ).toBe(`ERROR: The secret you entered is not a valid encrypted secret.
To enter an UNENCRYPTED secret, do not specify type 5 encryption.
When you properly enter an UNENCRYPTED secret, it will be encrypted.
`)
  expect(printed(console, '^enable')).toEqual([])
  expect(reply(console, 'enable password 7 xyz')).toBe('Invalid encrypted password: xyz\n')
})

test('a password like the secret is advised against, and kept', () => {
  const console = configuring()
  console.type('enable secret class\r')
  expect(
    reply(console, 'enable password class'),
  ).toBe(`The enable password you have chosen is the same as your enable secret.
This is not recommended.  Re-enter the enable password.

`)
  expect(printed(console, '^enable password')).toEqual(['enable password class'])
})

test('the secret wins over the password, and three wrong answers end it', () => {
  const console = configuring()
  console.type('enable password old\renable secret new\rend\rdisable\r')
  console.advance(1000)
  console.type('enable\r')
  expect(console.type('old\r')).toBe('\nPassword: ')
  expect(console.type('x\r')).toBe('\nPassword: ')
  expect(console.type('y\r')).toBe('\n% Bad secrets\n\nSwitch>')
  console.type('enable\r')
  expect(console.type('new\r')).toBe('\nSwitch#')
  console.type('conf t\rno enable secret\rend\rdisable\r')
  console.advance(1000)
  console.type('enable\rx\rx\r')
  expect(console.type('x\r')).toBe('\n% Bad passwords\n\nSwitch>')
})

test('plain text that looks like a type or a keyword prints with a type', () => {
  const console = configuring()
  console.type('enable password 0 lev 7\r')
  expect(printed(console, '^enable')).toEqual(['enable password 0 lev 7'])
  console.type('line con 0\rpassword 0 7\r')
  expect(printed(console, '^ password')).toEqual([' password 0 7'])
})

test('password-encryption hides what is there and what comes, and does not give it back', () => {
  const console = configuring()
  console.type(
    'enable password cisco\rusername ann password apple\rline con 0\rpassword plum\rexit\rservice password-encryption\r',
  )
  const hidden = printed(console, 'password 7')
  expect(hidden.map((line) => line.replace(/7 [0-9A-F]+$/, '7'))).toEqual([
    'enable password 7',
    'username ann password 7',
    ' password 7',
  ])
  expect(hidden.map((line) => type7Decrypt(line.split(' ').at(-1) ?? ''))).toEqual(['cisco', 'apple', 'plum'])
  console.type('no service password-encryption\r')
  expect(printed(console, 'password 7')).toEqual(hidden)
  console.type('enable password pear\r')
  expect(printed(console, '^enable')).toEqual(['enable password pear'])
})

test('a hidden password is taken as it is, and opens', () => {
  const console = configuring()
  console.type('enable password 7 0822455D0A16\rend\rdisable\renable\r')
  expect(console.type('cisco\r')).toContain('Switch#')
})

test('a user is put together from several commands', () => {
  const console = configuring()
  console.type('username ann\r')
  expect(printed(console, '^username')).toEqual(['username ann'])
  console.type('username ann privilege 15\rusername ann nohangup\rusername ann password apple\r')
  console.type('username bob privilege 3 nopassword\rusername bob autocommand show users\r')
  expect(printed(console, '^username')).toEqual([
    'username ann privilege 15 nohangup password 0 apple',
    'username bob privilege 3 nopassword',
    'username bob autocommand show users',
  ])
  console.type('no username ann\rno username bob privilege 3\r')
  expect(printed(console, '^username')).toEqual([])
})

test('a user has a password or a secret, not both', () => {
  const console = configuring()
  const both =
    'ERROR: Can not have both a user password and a user secret.\nPlease choose one or the other.\n'
  console.type('username ann secret apple\rusername bob password pear\r')
  expect(reply(console, 'username ann password x')).toBe(both)
  expect(reply(console, 'username bob secret x')).toBe(both)
  expect(printed(console, '^username').map((line) => line.slice(0, 22))).toEqual([
    'username ann secret 5 ',
    'username bob password ',
  ])
})

test('later releases ask before a user goes', () => {
  const console = configuring('isr-1941')
  console.type('username ann password apple\r')
  expect(console.type('no username ann\r')).toBe(
    'no username ann\nThis operation will remove all username related configurations with same name.Do you want to continue? [confirm]',
  )
  console.type('n')
  expect(printed(console, '^username')).toEqual(['username ann password 0 apple'])
  console.type('no username ann\r\r')
  expect(printed(console, '^username')).toEqual([])
})

test.each(['catalyst-2960-24tt', 'isr-1941'])(
  'a least length holds for new plain text on a %s',
  (profile) => {
    // From memory.
    const console = configuring(profile)
    console.type('security passwords min-length 8\r')
    const short = '% Password too short - must be at least 8 characters. Password configuration failed\n'
    for (const line of ['enable secret cisco', 'enable password cisco', 'username ann secret cisco'])
      expect(reply(console, line)).toBe(short)
    expect(reply(console, 'enable secret longenough')).toBe('')
  },
)

test('a password of its own for each level', () => {
  const console = configuring()
  console.type('enable secret level 5 five\renable secret class\rend\rdisable\r')
  console.advance(1000)
  expect(console.type('enable 5\r')).toBe('enable 5\nPassword: ')
  expect(console.type('five\r')).toBe('\nSwitch#')
  expect(console.type('show privilege\r')).toContain('\nCurrent privilege level is 5\n')
  // From memory: a level without a password of its own stays shut.
  console.type('disable\r')
  expect(console.type('enable 7\r')).toBe('enable 7\n% No password set\nSwitch>')
})
