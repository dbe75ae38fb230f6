/** The service that hides passwords, the least length of new ones, and the `password` of terminal lines. */

import { globalMode, lineMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import {
  hidden,
  hidePasswords,
  keptPassword,
  onPasswordEncryption,
  passwordFault,
  passwordText,
  providePasswordEncryption,
  type ReversiblePassword,
} from '../../reversible-passwords.ts'

export const passwordEncryption = globalMode.line('service password-encryption', {
  help: {
    service: 'Modify use of network based services',
    'password-encryption': 'Encrypt system passwords',
  },
  place: 'service',
  // What is hidden stays hidden when the service is turned off.
  changed({ ios }, after) {
    if (after !== undefined) hidePasswords(ios)
  },
})

providePasswordEncryption((ios) => passwordEncryption.isOn(ios.configuration))

export const minLength = globalMode.line('security passwords min-length <characters:0-16>', {
  help: {
    security: 'Infra Security CLIs',
    passwords: 'Password security CLIs',
    'min-length': 'Minimum length of passwords',
    characters: 'Minimum length of all user/enable passwords',
  },
  place: 'security',
  default: { characters: 0 },
})

/** IOS's sentence for plain text that is shorter than allowed. What a device has saved, it takes back at boot. */
export function lengthFault(ios: Ios, plain: string): string | undefined {
  if (ios.author === undefined) return undefined
  const least = minLength.get(ios.configuration)?.characters ?? 0
  return plain.length >= least
    ? undefined
    : `% Password too short - must be at least ${least} characters. Password configuration failed`
}

export const linePassword = lineMode.line('password [{type:0|7}] <text:line>', {
  help: {
    password: 'Set a password',
    0: 'Specifies an UNENCRYPTED password will follow',
    7: 'Specifies a HIDDEN password will follow',
    text: 'The UNENCRYPTED (cleartext) line password',
  },
  place: 'password',
  // Hidden once for all lines of a range: with a salt each they would no longer print as one.
  *read(args, { ios }) {
    const fault = passwordFault(args) ?? (args.type === '7' ? undefined : lengthFault(ios, args.text))
    if (fault === undefined) return keptPassword(ios, args)
    yield `${fault}\n`
    return undefined
  },
  print: (args) => [`password ${passwordText(args, ['0', '7'])}`],
})

onPasswordEncryption((ios) => {
  const made = new Map<string, ReversiblePassword>()
  for (const { section } of ios.lines) {
    const kept = linePassword.get(section)
    if (kept === undefined || kept.type === '7') continue
    const password = made.get(kept.text) ?? hidden(ios, kept.text)
    made.set(kept.text, password)
    linePassword.apply({ ios, section }, { ...password })
  }
})
