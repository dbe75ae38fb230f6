/** The name of a VLAN: one word of at most 32 printable characters. */

import { tokenEnd } from '../../../grammar/argument.ts'
import { defineArgument } from '../../argument-types.ts'

declare module '../../../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    'vlan-name': string
  }
}

const longest = 32

defineArgument<string>('vlan-name', {
  placeholder: () => 'WORD',
  greedy: true,
  read(line, start) {
    const end = tokenEnd(line, start)
    const name = line.slice(start, end)
    if (name.length > longest) return { ok: false, at: start + longest }
    const odd = name.search(/[^!-~]/)
    return odd < 0 ? { ok: true, value: name, end } : { ok: false, at: start + odd }
  },
  show: (value) => value,
})
