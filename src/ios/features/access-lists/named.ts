/**
 * `ip access-list`: opens a list, named or numbered, whose entries can be put between others by their sequence numbers.
 * Filtering comes with packets; here the lists are parsed, kept and shown.
 * Source: Cisco, "IP Access List Entry Sequence Numbering"; Cisco IOS Security command reference.
 */

import { tokenEnd } from '../../../grammar/argument.ts'
import { defineArgument } from '../../argument-types.ts'
import type { Invocation } from '../../command.ts'
import { globalMode, Words } from '../../declare.ts'
import { printable } from '../../printable.ts'
import type { Running } from '../../steps.ts'
import { addRemark, addRule, removeRemark, removeRule, removeSequence, resequence } from './entries.ts'
import { findList, type ListKind, modeOfKind, openList, removeList } from './lists.ts'
import { extendedRule, extendedTail, standardRule, standardTail } from './rule-grammar.ts'

declare module '../../../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    /** A name that does not begin with a digit. */
    'list-name': string
  }
}

defineArgument<string>('list-name', {
  greedy: true,
  placeholder: () => 'WORD',
  read(line, start) {
    const end = tokenEnd(line, start)
    const value = printable(line.slice(start, end))
    // From memory: the sentence for a number outside the kind's ranges.
    return /^\d/.test(value)
      ? { ok: false, at: start, refusal: '% Invalid access list name.' }
      : { ok: true, value, end }
  },
  show: (value) => value,
})

const ip = globalMode.words('ip access-list', {
  ip: 'Global IP configuration subcommands',
  'access-list': 'Named access-list',
})

function* open(kind: ListKind, name: string, { ios, terminal, form }: Invocation<object>): Running {
  if (form !== 'set') {
    removeList(ios, kind, name)
    return
  }
  const list = openList(ios, kind, name)
  if (typeof list === 'string') yield `${list}\n`
  else terminal.enter({ mode: modeOfKind[kind], sections: [list] })
}

const standard = ip.words('standard', { standard: 'Standard Access List' })
const extended = ip.words('extended', { extended: 'Extended Access List' })
const standardNumber = 'Standard IP access-list number'
const extendedNumber = 'Extended IP access-list number'

standard.action('<number:1-99>', {
  help: { number: standardNumber },
  no: true,
  key: ['number'],
  run: (invocation) => open('standard', String(invocation.args.number), invocation),
})
standard.action('<number:1300-1999>', {
  help: { number: `${standardNumber} (expanded range)` },
  no: true,
  key: ['number'],
  run: (invocation) => open('standard', String(invocation.args.number), invocation),
})
standard.action('<name:list-name>', {
  help: { name: 'Access-list name' },
  no: true,
  key: ['name'],
  run: (invocation) => open('standard', invocation.args.name, invocation),
})
extended.action('<number:100-199>', {
  help: { number: extendedNumber },
  no: true,
  key: ['number'],
  run: (invocation) => open('extended', String(invocation.args.number), invocation),
})
extended.action('<number:2000-2699>', {
  help: { number: `${extendedNumber} (expanded range)` },
  no: true,
  key: ['number'],
  run: (invocation) => open('extended', String(invocation.args.number), invocation),
})
extended.action('<name:list-name>', {
  help: { name: 'Access-list name' },
  no: true,
  key: ['name'],
  run: (invocation) => open('extended', invocation.args.name, invocation),
})

ip.action('resequence <name:word> <first:1-2147483647> <increment:1-2147483647>', {
  help: {
    resequence: 'Resequence Access List',
    name: 'Access-list name',
    first: 'Starting Sequence Number',
    increment: 'Step to increment the sequence number',
  },
  *run({ ios, args: { name, first, increment } }) {
    const list = findList(ios, name)
    if (list === undefined) return
    const refusal = resequence(ios, list, first, increment)
    if (refusal !== undefined) yield `${refusal}\n`
  },
})

const actionHelp = { permit: 'Specify packets to forward', deny: 'Specify packets to reject' }

for (const [mode, tail, ruleOf] of [
  [modeOfKind.standard, standardTail, standardRule],
  [modeOfKind.extended, extendedTail, extendedRule],
] as const) {
  const entry = new Words([mode], '', {}, 15)

  entry.action('{action:permit|deny}', {
    help: actionHelp,
    tail,
    inert: true,
    no: true,
    key: ['action'],
    *run({ ios, place, args, form }) {
      for (const list of place.sections) {
        const rule = ruleOf(args)
        if (form !== 'set') removeRule(ios, list, rule)
        else {
          const refusal = addRule(ios, list, rule, undefined)
          if (refusal !== undefined) yield `${refusal}\n`
        }
      }
    },
  })

  entry.action('<sequence:1-2147483647> {action:permit|deny}', {
    help: { sequence: 'Sequence Number', ...actionHelp },
    tail,
    inert: true,
    no: true,
    key: ['sequence'],
    *run({ ios, place, args, form }) {
      for (const list of place.sections) {
        if (form !== 'set') removeSequence(ios, list, args.sequence)
        else {
          const refusal = addRule(ios, list, ruleOf(args), args.sequence)
          if (refusal !== undefined) yield `${refusal}\n`
        }
      }
    },
  })

  entry.action('remark <text:line>', {
    help: { remark: 'Access list entry comment', text: 'Comment up to 100 characters' },
    no: true,
    key: ['text'],
    *run({ ios, place, args, form }) {
      const text = remarkText(args.text)
      for (const list of place.sections) {
        if (form === 'set') addRemark(ios, list, text)
        else removeRemark(ios, list, text)
      }
    },
  })
}

/** Remarks keep their first 100 characters. */
export function remarkText(typed: string): string {
  return printable(typed).slice(0, 100).trimEnd()
}
