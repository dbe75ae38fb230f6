/** How a password is kept: in plain text, so that it can be read back, or as a hash of some type. */

import type { Ios } from '../../ios/ios.ts'
import { type KeptPassword, loginsOf, type PasswordHolder } from '../../ios/logins.ts'
import { device, type Field, flag, integer, listOf, optional, text } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import { linesNamed } from '../config-sections.ts'
import { type Texts, texts } from '../texts.ts'

const holderExpected = '`enable`, `enable-password`, `user NAME` or a terminal line such as `con 0`'

/** Whose password: `enable` (the secret), `enable-password`, `user ann`, `con 0`, `vty 0 4`. */
function passwordHolder(about: string): Field<string> {
  const field = text(about)
  return {
    ...field,
    schema: { ...field.schema, $comment: holderExpected },
    faultOf: (value) =>
      /^(?:enable|enable-password|user \S+|(?:con\w*|aux|vty) \d+(?: \d+)?)$/i.test(value)
        ? undefined
        : { found: JSON.stringify(value), expected: holderExpected },
  }
}

const passwordType: Field<number> = {
  ...integer('', 0, 9),
  schema: { enum: [0, 5, 7, 8, 9] },
}

checkKind(
  'secret',
  'How a password is kept: type 0 is plain text, 7 can be read back, 5, 8 and 9 are hashes; or that there is none.',
  {
    fields: {
      device: device('Where.', 'ios'),
      of: passwordHolder(
        'Whose: `enable` for the secret, `enable-password`, `user NAME`, `con 0`, `vty 0 4`.',
      ),
      type: optional(listOf('The types that will do: [5, 8, 9].', passwordType)),
      set: optional(flag('false: there should be none.')),
    },
    expected: ({ device, of, type, set = true }) => {
      const name = holderWords(of, device)
      if (!set) return texts(`there is no ${name.en}`, `没有设置 ${name.zh}`)
      if (type === undefined) return texts(`there is ${indefinite(name.en)}`, `设置了 ${name.zh}`)
      const how = waysToKeep(type)
      return texts(`the ${name.en} is kept ${how.en}`, `${name.zh}${how.zh}`)
    },
    look: ({ device, of, type, set = true }, lab) => {
      const ios = lab.ios(device)
      const holders = holdersOf(ios, of)
      if (holders.length === 0) return { passed: false, found: texts(`there is no ${of}`, `没有 ${of}`) }
      for (const holder of holders) {
        const kept = loginsOf().keptAs(ios, holder)
        if (!isAsWanted(kept, set, type)) return { passed: false, found: foundWords(kept) }
      }
      const [holder] = holders
      return { passed: true, found: foundWords(holder && loginsOf().keptAs(ios, holder)) }
    },
  },
)

function isAsWanted(
  kept: KeptPassword | undefined,
  set: boolean,
  wanted: readonly number[] | undefined,
): boolean {
  if (kept === undefined || !set) return (kept !== undefined) === set
  return wanted === undefined || wanted.includes(kept)
}

function holdersOf(ios: Ios, of: string): PasswordHolder[] {
  if (of === 'enable') return [{ kind: 'enable secret' }]
  if (of === 'enable-password') return [{ kind: 'enable password' }]
  const [, name] = /^user (\S+)$/.exec(of) ?? []
  if (name !== undefined) return [{ kind: 'user', name }]
  return linesNamed(ios, of).map((line) => ({ kind: 'line', line }))
}

function holderWords(of: string, device: string): Texts {
  if (of === 'enable')
    return texts(`secret for privileged EXEC of ${device}`, `${device} 特权模式的加密口令（secret）`)
  if (of === 'enable-password')
    return texts(
      `unhashed password for privileged EXEC of ${device}`,
      `${device} 特权模式的普通口令（password）`,
    )
  const [, user] = /^user (\S+)$/.exec(of) ?? []
  return user === undefined
    ? texts(`password of ${of} of ${device}`, `${device} ${of} 的口令`)
    : texts(`password of user ${user} on ${device}`, `${device} 上用户 ${user} 的口令`)
}

function indefinite(words: string): string {
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`
}

const typeWords: Readonly<Record<KeptPassword, Texts>> = {
  0: texts('in plain text', '以明文保存'),
  5: texts('as an MD5 hash (type 5)', '以 MD5 散列保存（类型 5）'),
  7: texts('in hidden form that can be read back (type 7)', '以可还原的形式保存（类型 7）'),
  8: texts('as a PBKDF2 hash (type 8)', '以 PBKDF2 散列保存（类型 8）'),
  9: texts('as a scrypt hash (type 9)', '以 scrypt 散列保存（类型 9）'),
}

const hashes = [5, 8, 9]

function waysToKeep(types: readonly number[]): Texts {
  if (types.length === hashes.length && hashes.every((one) => types.includes(one)))
    return texts('as a hash', '以散列保存')
  const ways = types.map((one) => typeWords[one as KeptPassword])
  return texts(ways.map(({ en }) => en).join(' or '), ways.map(({ zh }) => zh).join('或'))
}

function foundWords(kept: KeptPassword | undefined): Texts {
  if (kept === undefined) return texts('none is set', '没有设置')
  const { en, zh } = typeWords[kept]
  return texts(`it is kept ${en}`, `口令${zh}`)
}
