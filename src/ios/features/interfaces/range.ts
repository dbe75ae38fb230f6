/** `interface range`: several interfaces configured at once, each command run on every one in order; and named ranges. */

import type { Invocation } from '../../command.ts'
import { globalMode } from '../../declare.ts'
import { type InterfaceRange, namesInRanges } from '../../interface-range.ts'
import type { Running } from '../../steps.ts'

const range = globalMode.words('interface range', {
  interface: 'Select an interface to configure',
  range: 'interface range command',
})

range.action('<members:interface-range>', {
  help: { members: 'Interface' },
  run: (invocation) => enterRange(invocation, invocation.args.members),
})

/** A named range; the range command that uses it is never kept. */
const definedRange = globalMode.line(
  'define interface-range <name:word> <members:interface-range-definition>',
  {
    help: {
      define: 'interface range macro definition',
      'interface-range': 'interface range macro definition',
      name: 'interface range macro name',
      members: 'Interface',
    },
    key: ['name'],
    place: 'define',
  },
)

range.action('macro <name:word>', {
  help: { macro: 'macro keyword', name: 'macro name' },
  *run(invocation) {
    const { ios, args } = invocation
    const defined = definedRange.all(ios.configuration).find(({ name }) => name === args.name)
    // From memory.
    if (defined === undefined) yield `%Macro '${args.name}' not found\n`
    else yield* enterRange(invocation, defined.members)
  },
})

function* enterRange(
  { ios, terminal }: Pick<Invocation, 'ios' | 'terminal'>,
  ranges: readonly InterfaceRange[],
): Running {
  const sections = namesInRanges(ios, ranges).flatMap((name) => ios.interfaces.get(name)?.section ?? [])
  // From memory: a range of VLAN interfaces of which none was made yet.
  if (sections.length === 0) yield '% No interfaces in the range exist\n'
  else terminal.enter({ mode: 'config-if-range', sections })
}
