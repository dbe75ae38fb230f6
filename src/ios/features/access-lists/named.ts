/**
 * `ip access-list`: named and numbered lists as sections of numbered entries. An entry keeps its sequence number without
 * printing it, so entries are ordered by it. Filtering comes with packets; here the lists are parsed, kept and shown.
 */

import { Words, globalMode } from '../../declare.ts'

export const standardList = globalMode.line('ip access-list standard <name:word>', {
  help: {
    ip: 'Global IP configuration subcommands',
    'access-list': 'Named access-list',
    standard: 'Standard Access List',
    name: 'Access-list name',
  },
  place: 'ip-access-lists',
  opens: { mode: 'config-std-nacl', separated: false },
})

const standardMode = new Words(['config-std-nacl'], '', {}, 15)

export const standardRemark = standardMode.line('remark <text:line>', {
  help: { remark: 'Access list entry comment', text: 'Comment up to 100 characters' },
  key: ['text'],
  place: 'entry',
  inert: true,
})
