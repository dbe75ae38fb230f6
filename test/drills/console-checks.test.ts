/** The checks of the console: logins, passwords, what is saved, terminal lines; on a real lab at which somebody types. */

import { describe, expect, test } from 'vitest'
import { type CheckResult, mark } from '../../src/drills/mark.ts'
import { perform } from '../../src/drills/perform.ts'
import { BadFile } from '../../src/stores/checked-file.ts'
import { parseLabDrill } from '../../src/stores/read-drill.ts'
import { FreshLabs } from '../../src/terminals/marking/fresh-labs.ts'

const labs = new FreshLabs()

type CheckFile = Readonly<Record<string, unknown>>

/** A drill of one task with these checks. JSON is YAML too. */
function drillOf(checks: readonly CheckFile[]): string {
  const text = { en: 'x', zh: 'x' }
  return JSON.stringify({
    kind: 'lab',
    topic: 'console',
    level: 1,
    title: text,
    story: text,
    // A login waits for 30 seconds.
    settle: '10s',
    lab: {
      devices: {
        S1: { profile: 'catalyst-2960-24tt', config: 'hostname S1' },
        R1: { profile: 'isr-1941', config: 'hostname R1' },
      },
    },
    tasks: [{ id: 'it', points: checks.length, text, checks }],
    solution: [{ wait: '1s' }],
  })
}

const drills = new Map<string, Awaited<ReturnType<typeof parseLabDrill>>>()

async function checked(
  lines: readonly string[],
  checks: readonly CheckFile[],
  on = 'S1',
): Promise<readonly CheckResult[]> {
  const text = drillOf(checks)
  const drill = drills.get(text) ?? (await parseLabDrill(text, 'x.yml'))
  drills.set(text, drill)
  const running = labs.start(drill.lab)
  perform(running, { kind: 'type', on, lines: lines.map((line) => ({ text: line, loses: { tasks: [] } })) })
  return mark(drill, running).checks
}

/** What one check finds after these lines: `ok`, or what it says in English, with the cause. */
async function seen(lines: readonly string[], kind: string, values: object, on = 'S1'): Promise<string> {
  const [result] = await checked(lines, [{ [kind]: { device: on, ...values } }], on)
  if (result === undefined) throw new Error('no result')
  // Both languages are there, and Chinese is Chinese.
  expect(result.expected.zh).toMatch(/\p{Script=Han}/u)
  if (result.passed) return 'ok'
  return `${result.found.en}${result.cause === undefined ? '' : ` < ${result.cause.en}`}`
}

const conf = (...lines: string[]): string[] => ['enable', 'configure terminal', ...lines, 'end']
const both = conf('line con 0', 'password Plum', 'login')
const users = conf(
  'username ann privilege 15 secret Apple',
  'username bob password pear',
  'line con 0',
  'login local',
)

describe('login at the console is really done', () => {
  test.each<[string, string[], object, string]>([
    ['open', conf(), {}, 'ok'],
    ['open, although it should refuse', conf(), { refused: true }, 'everybody gets in without being asked'],
    [
      'open, although a password is wanted',
      conf(),
      { password: 'Plum' },
      'everybody gets in without being asked < no password is set on con 0',
    ],
    [
      'open, although a user is wanted',
      conf('username ann secret Apple'),
      { user: 'ann', password: 'Apple' },
      'everybody gets in without being asked < con 0 is not told to ask for users',
    ],
    ['the right password', both, { password: 'Plum' }, 'ok'],
    ['in another case', both, { password: 'plum' }, 'they were refused < the password is another one'],
    ['in another case, which should be refused', both, { password: 'plum', refused: true }, 'ok'],
    ['the right one, which should be refused', both, { password: 'Plum', refused: true }, 'they got in'],
    ['none, where one is asked for', both, { refused: true }, 'ok'],
    [
      '`login` was forgotten',
      conf('line con 0', 'password Plum'),
      { password: 'Plum' },
      'everybody gets in without being asked < a password is set on con 0, but it is not told to ask for it',
    ],
    [
      '`password` was forgotten',
      conf('line con 0', 'login'),
      { password: 'Plum' },
      'nobody gets in < a password is asked for and none is set on con 0',
    ],
    [
      'set on the vty lines',
      conf('line vty 0 15', 'password Plum', 'login'),
      { password: 'Plum' },
      'everybody gets in without being asked < the password is set on vty 0, not on con 0',
    ],
    ['a user', users, { user: 'ann', password: 'Apple', level: 15 }, 'ok'],
    [
      'a user at another level',
      users,
      { user: 'bob', password: 'pear', level: 15 },
      'they got in at privilege level 1',
    ],
    [
      'a user whose password is another',
      users,
      { user: 'bob', password: 'Apple' },
      'they were refused < the password is another one',
    ],
    [
      'nobody of that name',
      users,
      { user: 'cat', password: 'x' },
      'they were refused < there is no user cat',
    ],
    [
      'a user where only a password is asked for',
      both,
      { user: 'ann', password: 'Plum' },
      'it asks for a password only < con 0 is told to ask for its own password, not for users',
    ],
    [
      'a password where a user is asked for',
      users,
      { password: 'Apple' },
      'it asks for a user name and a password < con 0 is told to ask for users, not for its own password',
    ],
    ['a level of the line', conf('line con 0', 'privilege level 15'), { level: 15 }, 'ok'],
    ['a line without EXEC', conf('line con 0', 'no exec'), {}, 'RETURN is not answered'],
  ])('%s', async (_name, lines, values, expected) => {
    expect(await seen(lines, 'login', values)).toBe(expected)
  })

  test('each login begins anew, and what a learner has typed half is gone', async () => {
    const login = { device: 'S1', password: 'Plum' }
    const wrong = { device: 'S1', password: 'x', refused: true }
    const results = await checked(
      [...both, 'show runn<Ctrl-A><Ctrl-C>'],
      [{ login }, { login: wrong }, { login }, { console: { device: 'S1', mode: 'privileged EXEC' } }],
    )
    expect(results.map(({ passed }) => passed)).toEqual([true, true, true, true])
  })
})

describe('login at vty lines is worked out', () => {
  const vty = { line: 'vty 0 15' }
  test.each<[string, string[], object, string]>([
    [
      'from the factory',
      conf(),
      { ...vty, password: 'x' },
      'at vty 0 nobody gets in < a password is asked for and none is set on vty 0',
    ],
    ['from the factory, refused', conf(), { ...vty, password: 'x', refused: true }, 'ok'],
    ['a password', conf('line vty 0 15', 'password Plum'), { ...vty, password: 'Plum' }, 'ok'],
    [
      'five of sixteen',
      conf('line vty 0 4', 'password Plum'),
      { ...vty, password: 'Plum' },
      'at vty 5 nobody gets in < a password is asked for and none is set on vty 5',
    ],
    [
      'no question',
      conf('line vty 0 15', 'no login'),
      { ...vty, password: 'Plum' },
      'at vty 0 everybody gets in without being asked < no password is set on vty 0',
    ],
    [
      'a user',
      conf('username ann privilege 15 secret Apple', 'line vty 0 15', 'login local'),
      { ...vty, user: 'ann', password: 'Apple', level: 15 },
      'ok',
    ],
    [
      'no protocol',
      conf('line vty 0 15', 'password Plum', 'transport input none'),
      { ...vty, password: 'Plum' },
      'at vty 0 no protocol may come in',
    ],
  ])('%s', async (_name, lines, values, expected) => {
    expect(await seen(lines, 'login', values)).toBe(expected)
  })
})

describe('enable', () => {
  const secret = conf('enable password old', 'enable secret New')
  test.each<[string, string[], object, string]>([
    ['nothing is asked', conf(), { asks: false }, 'ok'],
    ['nothing is asked, but should be', conf(), {}, 'no password is asked for'],
    ['a password', conf('enable password 123'), { password: '123' }, 'ok'],
    ['none is set', conf(), { password: '123' }, 'no password is asked for'],
    [
      'none is set, and it should be refused',
      conf(),
      { password: '123', refused: true },
      'no password is asked for',
    ],
    ['the secret', secret, { password: 'New' }, 'ok'],
    [
      'the password beside it',
      secret,
      { password: 'old' },
      'old is refused < a secret is set too, and the secret alone counts',
    ],
    ['the password beside it, refused', secret, { password: 'old', refused: true }, 'ok'],
    [
      'another case',
      conf('enable secret Class'),
      { password: 'class' },
      'class is refused < the one that is set differs in upper and lower case',
    ],
    ['another', conf('enable secret Class'), { password: 'cisco' }, 'cisco is refused < another one is set'],
    ['asked although it should not be', secret, { asks: false }, 'a password is asked for'],
  ])('%s', async (_name, lines, values, expected) => {
    expect(await seen(lines, 'enable', values)).toBe(expected)
  })
})

describe('secret', () => {
  const some = conf(
    'enable password 123',
    'username ann secret Apple',
    'username bob password pear',
    'line con 0',
    'password Plum',
  )
  const hidden = conf(...some.slice(2, -1), 'service password-encryption')
  test.each<[string, string[], object, string]>([
    ['plain', some, { of: 'enable-password', type: [0] }, 'ok'],
    ['not hashed', some, { of: 'enable-password', type: [5, 8, 9] }, 'it is kept in plain text'],
    ['no secret', some, { of: 'enable' }, 'none is set'],
    ['no secret, as it should be', some, { of: 'enable', set: false }, 'ok'],
    [
      'a secret that should not be',
      conf('enable secret x'),
      { of: 'enable', set: false },
      'it is kept as an MD5 hash (type 5)',
    ],
    ['a user', some, { of: 'user ann', type: [5] }, 'ok'],
    ['a user in plain text', some, { of: 'user bob', type: [5] }, 'it is kept in plain text'],
    ['nobody', some, { of: 'user cat' }, 'none is set'],
    ['a line', some, { of: 'con 0', type: [0] }, 'ok'],
    ['hidden', hidden, { of: 'con 0', type: [7] }, 'ok'],
    ['hidden, of a user', hidden, { of: 'user bob', type: [7] }, 'ok'],
    [
      'hidden, of enable',
      hidden,
      { of: 'enable-password', type: [5] },
      'it is kept in hidden form that can be read back (type 7)',
    ],
    ['sixteen lines', conf('line vty 0 4', 'password Plum'), { of: 'vty 0 15' }, 'none is set'],
  ])('%s', async (_name, lines, values, expected) => {
    expect(await seen(lines, 'secret', values)).toBe(expected)
  })

  test('types 8 and 9 of a router', async () => {
    const lines = conf(
      'enable algorithm-type scrypt secret Class',
      'username ann algorithm-type sha256 secret Apple',
    )
    expect(await seen(lines, 'secret', { of: 'enable', type: [9] }, 'R1')).toBe('ok')
    expect(await seen(lines, 'secret', { of: 'user ann', type: [5, 9] }, 'R1')).toBe(
      'it is kept as a PBKDF2 hash (type 8)',
    )
  })
})

describe('saved', () => {
  const differs =
    'the startup configuration differs from the running one < what was changed since is in memory only'
  test.each<[string, string[], object, string]>([
    ['as the lab began', ['enable'], {}, 'ok'],
    ['a change', conf('hostname X'), {}, differs],
    ['a change saved', [...conf('hostname X'), 'write memory'], {}, 'ok'],
    ['saved with a question', [...conf('hostname X'), 'copy running-config startup-config', ''], {}, 'ok'],
    [
      'the question was answered with another name',
      [...conf('hostname X'), 'copy running-config startup-config', 'backup'],
      {},
      differs,
    ],
    [
      'changed, and changed back',
      conf('service password-encryption', 'no service password-encryption'),
      {},
      'ok',
    ],
    ['a secret keeps its salt', [...conf('enable secret Class'), 'write memory'], {}, 'ok'],
    ['erased', ['enable', 'erase startup-config', ''], { startup: 'absent' }, 'ok'],
    [
      'erased, but it should be saved',
      ['enable', 'erase startup-config', ''],
      {},
      'there is no startup configuration',
    ],
    ['not erased', ['enable'], { startup: 'absent' }, 'there is a startup configuration'],
    ['there', conf('hostname X'), { startup: 'present' }, 'ok'],
  ])('%s', async (_name, lines, values, expected) => {
    expect(await seen(lines, 'saved', values)).toBe(expected)
    expect(await seen(lines, 'saved', values, 'R1')).toBe(expected)
  })
})

test('files on flash', async () => {
  const vlan = conf('vlan 10')
  const dat = { name: 'vlan.dat' }
  expect(await seen(vlan, 'file', dat)).toBe('ok')
  expect(await seen(vlan, 'file', { ...dat, exists: false })).toBe('it is there')
  expect(await seen([...vlan, 'delete vlan.dat', '', ''], 'file', { ...dat, exists: false })).toBe('ok')
  expect(await seen([...vlan, 'delete vlan.dat', '', 'n'], 'file', { ...dat, exists: false })).toBe(
    'it is there',
  )
  expect(await seen(['enable'], 'file', dat)).toBe('it is not there')
})

describe('console', () => {
  const atInterface = ['enable', 'configure terminal', 'interface fa0/1']
  test.each<[string, string[], object, string]>([
    ['user EXEC', [], { mode: 'user EXEC', level: 1 }, 'ok'],
    ['privileged EXEC', ['enable'], { mode: 'privileged EXEC', level: 15, 'at-prompt': true }, 'ok'],
    ['not privileged', [], { mode: 'privileged EXEC' }, 'it is in user EXEC'],
    ['an interface', atInterface, { mode: 'config-if', in: 'interface Fa0/1' }, 'ok'],
    [
      'another interface',
      atInterface,
      { mode: 'config-if', in: 'interface Fa0/2' },
      'it is in the mode (config-if) of interface FastEthernet0/1',
    ],
    ['one level back', [...atInterface, 'exit'], { mode: 'config-if' }, 'it is in global configuration mode'],
    [
      'a line',
      ['enable', 'configure terminal', 'line con 0'],
      { mode: 'config-line', in: 'line vty 0 15' },
      'it is in the mode (config-line) of line con 0',
    ],
    [
      'several lines',
      ['enable', 'configure terminal', 'line vty 0 4'],
      { mode: 'config-line', in: 'line vty 0 4' },
      'ok',
    ],
    [
      'a question',
      ['enable', 'copy running-config startup-config'],
      { 'at-prompt': true },
      'it is in privileged EXEC, busy with a command or a question',
    ],
    ['logged out', ['exit'], { state: 'press RETURN' }, 'ok'],
    ['the login', [...both, 'exit', ''], { state: 'login' }, 'ok'],
    ['the login is no mode', [...both, 'exit', ''], { mode: 'user EXEC' }, 'it is at the login'],
    [
      'idle for too long',
      conf('line con 0', 'exec-timeout 0 5'),
      { mode: 'privileged EXEC' },
      'it is at "Press RETURN to get started"',
    ],
  ])('%s', async (_name, lines, values, expected) => {
    expect(await seen(lines, 'console', values)).toBe(expected)
  })
})

describe('line', () => {
  const con = { line: 'con 0' }
  const vty = { line: 'vty 0 15' }
  test.each<[string, string[], object, string]>([
    ['never', conf('line con 0', 'exec-timeout 0 0'), { ...con, 'exec-timeout': 'never' }, 'ok'],
    [
      'never, spelt otherwise',
      conf('line con 0', 'no exec-timeout'),
      { ...con, 'exec-timeout': 'never' },
      'ok',
    ],
    [
      'from the factory',
      conf(),
      { ...con, 'exec-timeout': 'never' },
      'on con 0 a session ends after 10 min of idling',
    ],
    [
      'minutes and seconds',
      conf('line con 0', 'exec-timeout 1 30'),
      { ...con, 'exec-timeout': '2m' },
      'on con 0 a session ends after 1 min 30 s of idling',
    ],
    ['in seconds', conf('line con 0', 'exec-timeout 1 30'), { ...con, 'exec-timeout': '90s' }, 'ok'],
    [
      'on another line',
      conf('line vty 0 4', 'exec-timeout 0 0'),
      { ...con, 'exec-timeout': 'never' },
      'on con 0 a session ends after 10 min of idling < it was set on vty 0 instead',
    ],
    ['messages', conf('line con 0', 'logging synchronous'), { ...con, 'logging-synchronous': true }, 'ok'],
    [
      'messages tear',
      conf(),
      { ...con, 'logging-synchronous': true },
      'on con 0 messages tear what is being typed',
    ],
    [
      'messages that tear all the same',
      conf('line con 0', 'logging synchronous level all'),
      { ...con, 'logging-synchronous': true },
      'on con 0 messages tear what is being typed',
    ],
    [
      'five of sixteen',
      conf('line vty 0 4', 'logging synchronous'),
      { ...vty, 'logging-synchronous': true },
      'on vty 5 messages tear what is being typed',
    ],
    ['a login', both, { ...con, login: 'password' }, 'ok'],
    ['none', conf(), { ...con, login: 'password' }, 'on con 0 nothing is asked at the login'],
    ['local', conf('line vty 0 15', 'login local'), { ...vty, login: 'local' }, 'ok'],
    ['SSH alone', conf('line vty 0 15', 'transport input ssh'), { ...vty, 'transport-input': ['ssh'] }, 'ok'],
    ['SSH and Telnet', conf(), { ...vty, 'transport-input': ['ssh'] }, 'on vty 0 Telnet and SSH may come in'],
    ['nothing', conf('line vty 0 15', 'transport input none'), { ...vty, 'transport-input': ['none'] }, 'ok'],
    ['a level', conf('line con 0', 'privilege level 15'), { ...con, privilege: 15 }, 'ok'],
    [
      'a history',
      conf('line con 0', 'history size 50'),
      { ...con, 'history-size': 20 },
      'on con 0 the history keeps 50 lines',
    ],
  ])('%s', async (_name, lines, values, expected) => {
    expect(await seen(lines, 'line', values)).toBe(expected)
  })
})

describe('names, banners, users, mistyped words', () => {
  const motd = conf('banner motd #Authorized users of $(hostname) only#')
  test.each<[string, string[], string, object, string]>([
    ['a name', conf('hostname Core'), 'hostname', { is: 'Core' }, 'ok'],
    ['another case', conf('hostname core'), 'hostname', { is: 'Core' }, 'core'],
    ['a banner', motd, 'banner', { of: 'motd', contains: 'users of S1 only' }, 'ok'],
    [
      'in rows',
      conf('banner login #', 'Keep', 'out', '#'),
      'banner',
      { of: 'login', contains: 'Keep out' },
      'ok',
    ],
    ['of another kind', motd, 'banner', { of: 'login' }, 'there is none'],
    [
      'of another text',
      motd,
      'banner',
      { of: 'motd', contains: 'Keep out' },
      'it says "Authorized users of S1 only"',
    ],
    [
      'with a word that should not be',
      motd,
      'banner',
      { of: 'motd', lacks: 'Users' },
      'it says "Authorized users of S1 only"',
    ],
    [
      'that should not be',
      motd,
      'banner',
      { of: 'motd', set: false },
      'it says "Authorized users of S1 only"',
    ],
    ['that is not', conf(), 'banner', { of: 'motd', set: false }, 'ok'],
    ['a user', users, 'user', { name: 'ann', privilege: 15, password: 'Apple' }, 'ok'],
    ['a level', users, 'user', { name: 'bob', privilege: 15 }, 'bob has level 1'],
    ['a password', users, 'user', { name: 'bob', password: 'apple' }, 'bob has another password'],
    ['nobody', users, 'user', { name: 'cat' }, 'there is no user cat'],
    ['somebody', users, 'user', { name: 'bob', exists: false }, 'there is user bob'],
    [
      'looked up',
      conf(),
      'mistyped-word',
      { 'looked-up': false },
      'a mistyped word on S1 is looked up as a name first',
    ],
    ['not looked up', conf('no ip domain-lookup'), 'mistyped-word', { 'looked-up': false }, 'ok'],
    ['in the other spelling', conf('no ip domain lookup'), 'mistyped-word', { 'looked-up': false }, 'ok'],
    [
      'never a host',
      conf('line con 0', 'transport preferred none'),
      'mistyped-word',
      { 'looked-up': false },
      'ok',
    ],
  ])('%s', async (_name, lines, kind, values, expected) => {
    expect(await seen(lines, kind, values)).toBe(expected)
  })
})

describe('what cannot be meant is refused', () => {
  test.each<[CheckFile, string]>([
    [
      { login: { device: 'S1', line: 'tty 3' } },
      'found "tty 3", expected a terminal line such as con 0 or vty 0 4',
    ],
    [{ login: { device: 'S1', line: 'vty 16' } }, 'found "vty 16", expected a terminal line of S1'],
    [{ login: { device: 'S1', line: 'aux 0' } }, 'found "aux 0", expected a terminal line of S1'],
    [
      { line: { device: 'S1', line: 'con 0', 'exec-timeout': '0 0' } },
      'expected never, or a time with its unit such as 10m',
    ],
    [
      { secret: { device: 'S1', of: 'ann', type: [5] } },
      'found "ann", expected `enable`, `enable-password`, `user NAME`',
    ],
    [{ secret: { device: 'S1', of: 'enable', type: [6] } }, 'expected'],
    [
      { hostname: { device: 'S9', is: 'x' } },
      'found "S9", expected a device of the lab (did you mean "S1"?)',
    ],
  ])('%o', async (check, expected) => {
    const faults = await parseLabDrill(drillOf([check]), 'x.yml').then(
      () => [],
      (error: unknown) => (error instanceof BadFile ? error.faults : [String(error)]),
    )
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^x\.yml:1:\d+: /)
    expect(faults[0]).toContain(expected)
  })
})
