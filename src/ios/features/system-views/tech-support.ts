/** `show tech-support`: one view after another, each under its title; views that the device does not have are left out. */

import { parse } from '../../../grammar/parse.ts'
import type { Invocation } from '../../command.ts'
import { grammarFor } from '../../grammar-for.ts'
import { showPrivileged } from '../../show-words.ts'
import type { Running } from '../../steps.ts'

const views = [
  'show clock',
  'show version',
  'show running-config',
  'show inventory',
  'show interfaces',
  'show ip interface brief',
  'show vlan',
  'show file systems',
  'show cdp neighbors',
  'show logging',
]

function* everything(invocation: Invocation): Running {
  const { ios } = invocation
  const place = { mode: 'exec', sections: [] } as const
  for (const view of views) {
    const parsed = parse(grammarFor(ios, place), view, 15, { ios })
    if (parsed.kind !== 'command') continue
    yield `\n------------------ ${view} ------------------\n\n`
    yield* parsed.rule.declaration.run({ ...invocation, args: parsed.args, form: 'set', place, typed: view })
  }
}

showPrivileged.exec('tech-support', {
  help: { 'tech-support': 'Show system information for Tech-Support' },
  filtered: true,
  run: everything,
})
