/**
 * Words of named access lists.
 * Source: lists of a 2801, 12.4(22)T, and of a router with a switch module, 12.4.
 */
import type { WordList } from './word-list.ts'

/** `?` in a standard named access list. Wording: captured on a 2801, 12.4(22)T. */
export const standardAccessList: WordList = {
  mode: 'config-std-nacl',
  level: 15,
  path: '',
  words: `
<1-2147483647>  Sequence Number
default         Set a command to its defaults
deny            Specify packets to reject
exit            Exit from access-list configuration mode
no              Negate a command or set its defaults
permit          Specify packets to forward
remark          Access list entry comment
`,
}

/** `?` in an extended named access list. Wording: captured on a router with a switch module, 12.4. */
export const extendedAccessList: WordList = {
  mode: 'config-ext-nacl',
  level: 15,
  path: '',
  words: `
<1-2147483647>  Sequence Number
default         Set a command to its defaults
deny            Specify packets to reject
exit            Exit from access-list configuration mode
no              Negate a command or set its defaults
permit          Specify packets to forward
remark          Access list entry comment
`,
}

/** The router adds. Wording: captured on a router with a switch module, 12.4. */
export const extendedAccessListIsr: WordList = {
  mode: 'config-ext-nacl',
  level: 15,
  path: '',
  on: ['router'],
  words: `
dynamic   Specify a DYNAMIC list of PERMITs or DENYs
evaluate  Evaluate an access list
`,
}

/** `permit ip ?`. Wording: captured on a router with a switch module, 12.4, for permit. */
export const extendedAccessListPermitIp: WordList = {
  mode: 'config-ext-nacl',
  level: 15,
  path: 'permit ip',
  words: `
A.B.C.D  Source address
any      Any source host
host     A single source host
`,
}

/** `deny ip ?`. Wording: captured on a router with a switch module, 12.4, for permit. */
export const extendedAccessListDenyIp: WordList = {
  mode: 'config-ext-nacl',
  level: 15,
  path: 'deny ip',
  words: `
A.B.C.D  Source address
any      Any source host
host     A single source host
`,
}
