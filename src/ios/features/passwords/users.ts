/**
 * `username`: one record a name, put together from several commands, each of which changes a part of it. The record prints as
 * one line, the automatic command as another. Source: Cisco command reference; captured configurations.
 */

import type { Args } from '../../../config/section.ts'
import type { Invocation } from '../../command.ts'
import { globalMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import type { At } from '../../line.ts'
import type { KeptPassword, LocalUser } from '../../logins.ts'
import {
  hidden,
  keptPassword,
  onPasswordEncryption,
  passwordFault,
  plainPassword,
  type ReversiblePassword,
} from '../../reversible-passwords.ts'
import { confirmRow, type Running } from '../../steps.ts'
import { lengthFault } from './passwords.ts'
import {
  algorithmHelp,
  algorithms,
  hashed,
  keptSecret,
  opens,
  secretFault,
  type TypedSecret,
} from './secret-types.ts'

/** What is kept of a user. */
interface User {
  readonly name: string
  readonly privilege?: number
  readonly flags?: readonly string[]
  readonly access?:
    | 'nopassword'
    | { readonly password: ReversiblePassword }
    | { readonly secret: TypedSecret }
  readonly autocommand?: string
}

/** Part of a record as typed. */
type Part = Omit<Partial<User>, 'name'> & { readonly name: string }

const slot = 'username'
const flagOrder = ['one-time', 'nohangup', 'noescape']

function userOf(ios: Ios, name: string): User | undefined {
  const entry = ios.configuration.entry(slot, name)
  return entry === undefined || entry.negated ? undefined : (entry.args as unknown as User)
}

function merged(ios: Ios, { flags, ...part }: Part): User {
  const before = userOf(ios, part.name)
  const all = [...(before?.flags ?? []), ...(flags ?? [])]
  const now = flagOrder.filter((flag) => all.includes(flag))
  return { ...before, ...part, ...(now.length > 0 ? { flags: now } : {}) }
}

function show({ name, privilege, flags = [], access, autocommand }: User): string[] {
  const words = [`username ${name}`]
  if (privilege !== undefined) words.push(`privilege ${privilege}`)
  words.push(...flags)
  if (access === 'nopassword') words.push('nopassword')
  else if (access !== undefined && 'password' in access)
    words.push(`password ${access.password.type ?? '0'} ${access.password.text}`)
  else if (access !== undefined) words.push(`secret ${access.secret.type} ${access.secret.text}`)
  return [
    words.join(' '),
    ...(autocommand === undefined ? [] : [`username ${name} autocommand ${autocommand}`]),
  ]
}

interface Typed {
  readonly name: string
  readonly level?: number
  readonly flags?: readonly string[]
}

function common({ name, level, flags }: Typed): Part {
  return {
    name,
    ...(level === undefined ? {} : { privilege: level }),
    ...(flags === undefined ? {} : { flags }),
  }
}

/** What all spellings share; `part` says what this one changes. */
function form<A extends Typed>(part: (args: A, ios: Ios) => Omit<Part, 'name'>) {
  return {
    slot,
    place: 'username' as const,
    // The record takes the place of what was typed, whatever the spelling.
    keep: (args: A, { ios }: At) =>
      merged(ios, { ...common(args), ...part(args, ios), name: args.name }) as unknown as never,
    print: (args: object) => show(args as User),
    printNo: ({ name }: { name?: string }) => [`no username ${name}`],
    readNo: mayRemove,
  }
}

/** Later releases ask first, in a question without a blank between its sentences. */
function* mayRemove(
  args: { readonly name?: string },
  { ios, fromFile }: Pick<Invocation, 'ios' | 'fromFile'>,
): Running<boolean> {
  if (fromFile || Number(ios.profile.software.version) < 15.1) return true
  if (userOf(ios, args.name ?? '') === undefined) return true
  return yield* confirmRow(
    'This operation will remove all username related configurations with same name.Do you want to continue? [confirm]',
  )
}

const bothFault = `ERROR: Can not have both a user password and a user secret.
Please choose one or the other.`

function has(ios: Ios, name: string, kind: 'password' | 'secret'): boolean {
  const access = userOf(ios, name)?.access
  return typeof access === 'object' && kind in access
}

const username = globalMode.words('username <name:word>', {
  username: 'Establish User Name Authentication',
  name: 'User name',
})
const privilegeHelp = { privilege: 'Set user privilege level', level: 'User privilege level' } as const
const flagHelp = {
  noescape: 'Prevent the user from using an escape character',
  nohangup: 'Do not disconnect after an automatic command',
  'one-time': 'Specify that the username/password is valid for only one time',
} as const
const optionHelp = { ...privilegeHelp, ...flagHelp } as const

username.line('[privilege <level:0-15>] [{flags*:noescape|nohangup|one-time}]', {
  key: ['name'],
  ...form(() => ({})),
  help: optionHelp,
})

username.line('[privilege <level:0-15>] [{flags*:noescape|nohangup|one-time}] nopassword', {
  key: ['name'],
  ...form(() => ({ access: 'nopassword' })),
  help: { ...optionHelp, nopassword: 'No password is required for the user to log in' },
})

username.line(
  '[privilege <level:0-15>] [{flags*:noescape|nohangup|one-time}] password [{type:0|7}] <text:line>',
  {
    key: ['name'],
    ...form<Typed & ReversiblePassword>((args, ios) => ({ access: { password: keptPassword(ios, args) } })),
    help: {
      ...optionHelp,
      password: 'Specify the password for the user',
      0: 'Specifies an UNENCRYPTED password will follow',
      7: 'Specifies a HIDDEN password will follow',
      text: 'The UNENCRYPTED (cleartext) user password',
    },
    refuse: (args, { ios }) =>
      has(ios, args.name, 'secret')
        ? bothFault
        : (passwordFault(args) ?? (args.type === '7' ? undefined : lengthFault(ios, args.text))),
  },
)

const secretHelp = {
  secret: 'Specify the secret for the user',
  0: 'Specifies an UNENCRYPTED secret will follow',
  5: 'Specifies a MD5 ENCRYPTED secret will follow',
  text: 'The UNENCRYPTED (cleartext) user secret',
} as const
const secretForm = {
  ...form<Typed & TypedSecret>((args, ios) => ({ access: { secret: keptSecret(ios, args) } })),
  refuse: (args: Typed & TypedSecret, { ios }: At) =>
    has(ios, args.name, 'password') ? bothFault : secretFault(ios, args),
}

username.line(
  '[privilege <level:0-15>] [{flags*:noescape|nohangup|one-time}] secret [{type:0|5}] <text:line>',
  { key: ['name'], ...secretForm, help: { ...optionHelp, ...secretHelp }, needs: '!router' },
)
const secretOnRouter = username.line(
  '[privilege <level:0-15>] [{flags*:noescape|nohangup|one-time}] secret [{type:0|5|8|9}] <text:line>',
  {
    key: ['name'],
    ...secretForm,
    help: {
      ...optionHelp,
      ...secretHelp,
      8: 'Specifies a PBKDF2 HASHED secret will follow',
      9: 'Specifies a SCRYPT HASHED secret will follow',
    },
    needs: 'router',
  },
)

username.action('[privilege <level:0-15>] algorithm-type {algorithm:md5|scrypt|sha256} secret <text:line>', {
  help: {
    ...privilegeHelp,
    'algorithm-type': 'Algorithm to use for hashing the plain text secret for the user',
    ...algorithmHelp,
    secret: secretHelp.secret,
    text: secretHelp.text,
  },
  needs: 'router',
  *run({ ios, args: { algorithm, text, ...args } }) {
    const fault = lengthFault(ios, text)
    if (fault !== undefined) yield `${fault}\n`
    else {
      const at = { ios, section: ios.configuration }
      const refusal = secretOnRouter.apply(at, { ...args, ...hashed(ios, algorithms[algorithm], text) })
      if (refusal !== undefined) yield `${refusal}\n`
    }
  },
})

username.line('autocommand <command:line>', {
  key: ['name'],
  ...form<Typed & { command: string }>(({ command }) => ({ autocommand: command })),
  help: {
    autocommand: 'Automatically issue a command after the user logs in',
    command: 'Command to be automatically issued after the user logs in',
  },
})

onPasswordEncryption((ios) => {
  for (const entry of ios.configuration.entriesOf(slot)) {
    const user = entry.args as unknown as User
    if (typeof user.access !== 'object' || !('password' in user.access)) continue
    const { password } = user.access
    if (password.type === '7') continue
    const args: User = { ...user, access: { password: hidden(ios, password.text) } }
    ios.configuration.set(entry.line, args as unknown as Args)
  }
})

/** How a user's password is kept; undefined where the user has none. */
export function userKeptAs(ios: Ios, name: string): KeptPassword | undefined {
  const access = userOf(ios, name)?.access
  if (access === undefined || access === 'nopassword') return undefined
  const { type = '0' } = 'password' in access ? access.password : access.secret
  return Number(type) as KeptPassword
}

export function localUser(ios: Ios, name: string): LocalUser | undefined {
  const user = userOf(ios, name)
  if (user === undefined) return undefined
  const { access } = user
  return {
    needsPassword: access !== 'nopassword',
    accepts(typed) {
      if (access === 'nopassword') return true
      if (access === undefined) return false
      return 'password' in access
        ? plainPassword(access.password) === typed
        : opens(ios, access.secret, typed)
    },
    privilege: user.privilege,
    autocommand: user.autocommand,
  }
}
