/**
 * `show access-lists` and `show ip access-lists`. Counts of matches come with packets; clearing them is accepted already.
 * Layout: captured on routers and switches, 15.x.
 */

import { execMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { show } from '../../show-words.ts'
import type { Running } from '../../steps.ts'
import { entriesOf } from './entries.ts'
import { allLists, kindOf, nameOf } from './lists.ts'
import { shownText } from './rule.ts'

function* lists(ios: Ios, name: string | undefined): Running {
  for (const list of allLists(ios)) {
    if (name !== undefined && nameOf(list) !== name) continue
    yield `${kindOf(list) === 'standard' ? 'Standard' : 'Extended'} IP access list ${nameOf(list)}\n`
    for (const entry of entriesOf(list))
      if ('rule' in entry) yield `    ${entry.sequence} ${shownText(entry.rule)}\n`
  }
}

show.exec('access-lists [<name:word>]', {
  help: { 'access-lists': 'List access lists', name: 'ACL name' },
  level: 1,
  filtered: true,
  run: ({ ios, args }) => lists(ios, args.name),
})

show.exec('ip access-lists [<name:word>]', {
  help: { ip: 'IP information', 'access-lists': 'List IP access lists', name: 'ACL name' },
  filtered: true,
  run: ({ ios, args }) => lists(ios, args.name),
})

execMode.exec('clear access-list counters [<name:word>]', {
  help: {
    clear: 'Reset functions',
    'access-list': 'Clear access list statistical information',
    counters: 'Clear access list counters',
    name: 'Access list name',
  },
  inert: true,
  *run() {},
})
