/**
 * `access-list N …`: entries at the end of a numbered list. `no` removes the whole list, whatever follows the number.
 * Source: Cisco IOS Security command reference ("access-list (IP standard)", "(IP extended)").
 */

import type { Invocation } from '../../command.ts'
import { globalMode } from '../../declare.ts'
import type { Running } from '../../steps.ts'
import { addRemark, addRule } from './entries.ts'
import { kindOfNumber, openList, removeList } from './lists.ts'
import { remarkText } from './named.ts'
import { extendedRule, extendedTail, standardRule, standardTail } from './rule-grammar.ts'

const accessList = globalMode.words('access-list', { 'access-list': 'Add an access list entry' })

interface Numbered {
  readonly number: number
  readonly remark?: 'remark'
  readonly text?: string
}

function* enter({ ios, args, form }: Invocation<Numbered>): Running {
  const kind = kindOfNumber(args.number)
  if (kind === undefined) return
  if (form !== 'set') {
    removeList(ios, kind, String(args.number))
    return
  }
  const list = openList(ios, kind, String(args.number))
  if (typeof list === 'string') yield `${list}\n`
  else if (args.text !== undefined) addRemark(ios, list, remarkText(args.text))
  else {
    const rule = kind === 'standard' ? standardRule(args) : extendedRule(args)
    const refusal = addRule(ios, list, rule, undefined)
    if (refusal !== undefined) yield `${refusal}\n`
  }
}

const actions = { permit: 'Specify packets to forward', deny: 'Specify packets to reject' }
const comment = { remark: 'Access list entry comment', text: 'Comment up to 100 characters' }

for (const [range, help, tail] of [
  ['1-99', 'IP standard access list', standardTail],
  ['1300-1999', 'IP standard access list (expanded range)', standardTail],
  ['100-199', 'IP extended access list', extendedTail],
  ['2000-2699', 'IP extended access list (expanded range)', extendedTail],
] as const) {
  const numbered = accessList.words(`<number:${range}>`, { number: help })
  numbered.action('{action:permit|deny}', {
    help: actions,
    tail,
    inert: true,
    no: true,
    key: ['number'],
    run: enter,
  })
  numbered.action('remark <text:line>', { help: comment, no: true, key: ['number'], run: enter })
}
