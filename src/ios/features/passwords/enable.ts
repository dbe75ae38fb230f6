/** `enable secret` and `enable password`, for each privilege level. The secret wins. Source: Cisco command reference. */

import type { Section } from '../../../config/section.ts'
import { globalMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import type { At } from '../../line.ts'
import type { EnableGuard, KeptPassword } from '../../logins.ts'
import {
  hidden,
  keptPassword,
  onPasswordEncryption,
  passwordFault,
  passwordText,
  plainPassword,
} from '../../reversible-passwords.ts'
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

const enable = globalMode.words('enable', { enable: 'Modify enable password parameters' })

const secretHelp = {
  secret: 'Assign the privileged level secret',
  level: 'Set exec level password',
  number: 'Level number',
  0: 'Specifies an UNENCRYPTED password will follow',
  5: 'Specifies an ENCRYPTED secret will follow',
  text: "The UNENCRYPTED (cleartext) 'enable' secret",
} as const

interface Secret extends TypedSecret {
  readonly number?: number
}

const secretLine = {
  slot: 'enable secret',
  place: 'enable',
  refuse: (args: Secret, { ios }: At) => secretFault(ios, args),
  keep: (args: Secret, { ios }: At) => ({ ...level(args), ...keptSecret(ios, args) }) as never,
  print: ({ number, type, text }: Secret) => [
    `enable secret ${number === undefined ? '' : `level ${number} `}${type} ${text}`,
  ],
  remark(args: Secret, { ios }: At) {
    const typed = plain(args)
    return typed !== undefined && typed === passwordOf(ios, args.number)
      ? sameAs('secret', 'password')
      : undefined
  },
  compare: (a: Secret, b: Secret) => (a.number ?? 0) - (b.number ?? 0),
} as const

const secretOnSwitch = enable.line('secret [level <number:1-15>] [{type:0|5}] <text:line>', {
  ...secretLine,
  key: ['number'],
  help: secretHelp,
  needs: '!router',
})
const secretOnRouter = enable.line('secret [level <number:1-15>] [{type:0|5|8|9}] <text:line>', {
  ...secretLine,
  key: ['number'],
  help: {
    ...secretHelp,
    8: 'Specifies a PBKDF2 HASHED secret will follow',
    9: 'Specifies a SCRYPT HASHED secret will follow',
  },
  needs: 'router',
})

enable.action('algorithm-type {algorithm:md5|scrypt|sha256} secret [level <number:1-15>] <text:line>', {
  help: {
    'algorithm-type': 'Algorithm to use for hashing the plain text enable secret',
    ...algorithmHelp,
    secret: secretHelp.secret,
    level: secretHelp.level,
    number: secretHelp.number,
    text: secretHelp.text,
  },
  needs: 'router',
  *run({ ios, args: { algorithm, text, ...args } }) {
    const fault = lengthFault(ios, text)
    if (fault !== undefined) yield `${fault}\n`
    else {
      const at = { ios, section: ios.configuration }
      const kept = hashed(ios, algorithms[algorithm], text)
      secretOnRouter.apply(at, { ...args, ...kept })
    }
  },
})

/** Level 15 goes without saying. */
function level({ number }: { number?: number }): { number?: number } {
  return number === undefined || number === 15 ? {} : { number }
}

function plain({ type, text }: TypedSecret): string | undefined {
  return type === undefined || type === '0' ? text : undefined
}

/** Said, and kept all the same. */
function sameAs(chosen: 'secret' | 'password', other: 'secret' | 'password'): string {
  return `The enable ${chosen} you have chosen is the same as your enable ${other}.
This is not recommended.  Re-enter the enable ${chosen}.

`
}

const password = enable.line('password [level <number:1-15>] [{type:0|7}] <text:line>', {
  help: {
    password: 'Assign the privileged level password',
    level: 'Set exec level password',
    number: 'Level number',
    0: 'Specifies an UNENCRYPTED password will follow',
    7: 'Specifies a HIDDEN password will follow',
    text: "The UNENCRYPTED (cleartext) 'enable' password",
  },
  key: ['number'],
  place: 'enable',
  refuse: (args, { ios }) =>
    passwordFault(args) ?? (args.type === '7' ? undefined : lengthFault(ios, args.text)),
  keep: (args, { ios }) => ({ ...level(args), ...keptPassword(ios, args) }),
  print: ({ number, ...args }) => [
    `enable password ${number === undefined ? '' : `level ${number} `}${passwordText(args, ['0', '7', 'level'])}`,
  ],
  compare: (a, b) => (a.number ?? 0) - (b.number ?? 0),
  remark(args, { ios }) {
    const secret = secretOf(ios.configuration, args.number)
    return secret !== undefined && opens(ios, secret, plainPassword(args))
      ? sameAs('password', 'secret')
      : undefined
  },
})

onPasswordEncryption((ios) => {
  const at = { ios, section: ios.configuration }
  for (const kept of password.all(at.section))
    if (kept.type !== '7') password.apply(at, { ...kept, ...hidden(ios, kept.text) })
})

function secretOf(section: Section, number: number | undefined): TypedSecret | undefined {
  const key = level(number === undefined ? {} : { number })
  return secretOnSwitch.get(section, key) ?? secretOnRouter.get(section, key)
}

function passwordOf(ios: Ios, number: number | undefined): string | undefined {
  const kept = password.get(ios.configuration, level(number === undefined ? {} : { number }))
  return kept === undefined ? undefined : plainPassword(kept)
}

/** How the password of level 15 is kept; undefined where none is set. */
export function enableKeptAs(ios: Ios, kind: 'enable secret' | 'enable password'): KeptPassword | undefined {
  const section = ios.configuration
  const kept = kind === 'enable secret' ? secretOf(section, undefined) : password.get(section, {})
  return kept && (Number(kept.type ?? 0) as KeptPassword)
}

/** What stands before a privilege level. */
export function enableGuard(ios: Ios, number: number): EnableGuard | undefined {
  const secret = secretOf(ios.configuration, number)
  if (secret !== undefined) return { accepts: (typed) => opens(ios, secret, typed), refusal: '% Bad secrets' }
  const wanted = passwordOf(ios, number)
  if (wanted !== undefined) return { accepts: (typed) => typed === wanted, refusal: '% Bad passwords' }
  return undefined
}
