/** Command aliases: the built-in ones and `alias MODE NAME TEXT`. */

import { provide } from '../../session-ports.ts'

const builtIn = new Map([
  ['h', 'help'],
  ['lo', 'logout'],
  ['p', 'ping'],
  ['r', 'resume'],
  ['s', 'show'],
  ['u', 'undebug'],
  ['un', 'undebug'],
  ['w', 'where'],
])
const none = new Map<string, string>()

provide({ aliases: (_ios, mode) => (mode === 'exec' ? builtIn : none) })
