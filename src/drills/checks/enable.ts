/** The way to privileged EXEC, by the secret or the password that stands before it. */

import type { Ios } from '../../ios/ios.ts'
import { loginsOf } from '../../ios/logins.ts'
import { device, flag, optional, text } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import { type Texts, texts } from '../texts.ts'

const privileged = 15

checkKind(
  'enable',
  'A password leads to privileged EXEC, or does not; without one, whether a password is asked for there.',
  {
    fields: {
      device: device('Where.', 'ios'),
      password: optional(text('The password that is given.')),
      refused: optional(flag('With password: true where it should not be accepted.')),
      asks: optional(flag('Without password: false where nothing should be asked; left out: something is.')),
    },
    expected: ({ device, password, refused = false, asks = true }) => {
      if (password === undefined)
        return asks
          ? texts(
              `${device} asks for a password before privileged EXEC`,
              `进入 ${device} 的特权模式要输入口令`,
            )
          : texts(
              `privileged EXEC of ${device} is reached without a password`,
              `进入 ${device} 的特权模式不用口令`,
            )
      return refused
        ? texts(
            `${password} does not open privileged EXEC of ${device}`,
            `用 ${password} 不能进入 ${device} 的特权模式`,
          )
        : texts(
            `${password} opens privileged EXEC of ${device}`,
            `用 ${password} 能进入 ${device} 的特权模式`,
          )
    },
    look: ({ device, password, refused = false, asks = true }, lab) => {
      const ios = lab.ios(device)
      const guard = loginsOf().enableGuard(ios, privileged)
      if (password === undefined) return { passed: asks === (guard !== undefined), found: asked(guard) }
      if (guard === undefined) return { passed: false, found: asked(guard) }
      const accepts = guard.accepts(password)
      const found = accepts
        ? texts(`${password} is accepted`, `${password} 被接受`)
        : texts(`${password} is refused`, `${password} 被拒绝`)
      return accepts !== refused
        ? { passed: true, found }
        : { passed: false, found, cause: accepts ? undefined : otherOne(ios, password) }
    },
  },
)

function asked(guard: unknown): Texts {
  return guard === undefined
    ? texts('no password is asked for', '没有要求输入口令')
    : texts('a password is asked for', '要求输入口令')
}

function otherOne(ios: Ios, password: string): Texts {
  const logins = loginsOf()
  const both =
    logins.keptAs(ios, { kind: 'enable secret' }) !== undefined &&
    logins.keptAs(ios, { kind: 'enable password' }) !== undefined
  if (both)
    return texts(
      'a secret is set too, and the secret alone counts',
      '另外还设置了加密口令（secret），只有它有效',
    )
  if (logins.enableGuard(ios, privileged)?.accepts(swapCase(password)) === true)
    return texts('the one that is set differs in upper and lower case', '设置的口令大小写不同')
  return texts('another one is set', '设置的是另一个口令')
}

function swapCase(text: string): string {
  const lower = text.toLowerCase()
  return text === lower ? text.charAt(0).toUpperCase() + text.slice(1) : lower
}
