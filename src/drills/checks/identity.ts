/** What a device says of itself and whom it knows: its name, its banners, its users. */

import { loginsOf } from '../../ios/logins.ts'
import { port } from '../../ios/session-ports.ts'
import { device, flag, integer, oneOf, optional, text } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import { alike, texts } from '../texts.ts'

checkKind('hostname', 'The name that a device has given itself.', {
  fields: { device: device('Whose.', 'ios'), is: text('The name, in upper and lower case.') },
  expected: ({ device, is }) => texts(`${device} is called ${is}`, `${device} 的名字是 ${is}`),
  look: ({ device, is }, lab) => {
    const name = port('hostname')(lab.ios(device))
    return { passed: name === is, found: alike(name) }
  },
})

const bannerWords = {
  motd: texts('message of the day', '每日消息'),
  login: texts('login banner', '登录标语'),
  exec: texts('banner after the login', '登录后的标语'),
} as const

checkKind('banner', 'A banner is shown, or is not, and what stands in it.', {
  fields: {
    device: device('Whose.', 'ios'),
    of: oneOf('`motd` and `login` are shown before the login, `exec` behind it.', ['motd', 'login', 'exec']),
    contains: optional(text('What stands in it, with its tokens filled in; upper and lower case count.')),
    lacks: optional(text('What does not stand in it, in whatever case.')),
    set: optional(flag('false: there should be none.')),
  },
  expected: ({ device, of, contains, lacks, set = true }) => {
    const { en, zh } = bannerWords[of]
    if (!set) return texts(`${device} has no ${en}`, `${device} 没有${zh}`)
    const parts = [
      ...(contains === undefined ? [] : [texts(` with "${contains}"`, `，其中有“${contains}”`)]),
      ...(lacks === undefined ? [] : [texts(` without "${lacks}"`, `，其中没有“${lacks}”`)]),
    ]
    return texts(
      `${device} shows a ${en}${parts.map((one) => one.en).join(' and')}`,
      `${device} 显示${zh}${parts.map((one) => one.zh).join('')}`,
    )
  },
  look: ({ device, of, contains, lacks, set = true }, lab) => {
    const ios = lab.ios(device)
    const [line] = ios.lines
    if (line === undefined) throw new Error(`${device} has no terminal line`)
    const shown = port('banner')(ios, of, { line })
    if (shown === undefined) return { passed: !set, found: texts('there is none', '没有设置') }
    const one = shown.trim().replace(/\s+/g, ' ')
    const found = texts(`it says "${one}"`, `内容是“${one}”`)
    const passed =
      set &&
      (contains === undefined || one.includes(contains)) &&
      (lacks === undefined || !one.toLowerCase().includes(lacks.toLowerCase()))
    return { passed, found }
  },
})

checkKind('user', 'A user of the local database: there or not, level, password.', {
  fields: {
    device: device('Where.', 'ios'),
    name: text('The user name.'),
    exists: optional(flag('false: there should be none of that name.')),
    privilege: optional(integer("The level of the user's own; one without counts as 1.", 0, 15)),
    password: optional(text('The password that opens.')),
  },
  expected: ({ device, name, exists = true, privilege, password }) => {
    if (!exists) return texts(`${device} knows no user ${name}`, `${device} 上没有用户 ${name}`)
    const parts = [
      ...(privilege === undefined
        ? []
        : [texts(` at privilege level ${privilege}`, `，特权级别为 ${privilege}`)]),
      ...(password === undefined ? [] : [texts(` with password ${password}`, `，口令是 ${password}`)]),
    ]
    return texts(
      `${device} knows user ${name}${parts.map(({ en }) => en).join('')}`,
      `${device} 上有用户 ${name}${parts.map(({ zh }) => zh).join('')}`,
    )
  },
  look: ({ device, name, exists = true, privilege, password }, lab) => {
    const user = loginsOf().user(lab.ios(device), name)
    if (user === undefined)
      return { passed: !exists, found: texts(`there is no user ${name}`, `没有用户 ${name}`) }
    if (!exists) return { passed: false, found: texts(`there is user ${name}`, `有用户 ${name}`) }
    const level = user.privilege ?? 1
    if (privilege !== undefined && level !== privilege)
      return { passed: false, found: texts(`${name} has level ${level}`, `${name} 的级别为 ${level}`) }
    if (password !== undefined && !user.accepts(password))
      return { passed: false, found: texts(`${name} has another password`, `${name} 的口令不是它`) }
    return { passed: true, found: texts(`there is user ${name}`, `有用户 ${name}`) }
  },
})
