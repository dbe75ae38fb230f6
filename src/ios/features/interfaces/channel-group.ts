/** `channel-group`: a port's place in a bundle. Naming a bundle makes its Port-channel interface. Bundling itself comes later. */

import type { Invocation } from '../../command.ts'
import { interfaceMode } from '../../declare.ts'
import type { Running } from '../../steps.ts'
import { interfaceNamed } from './interface.ts'

const channelGroup = interfaceMode.words('channel-group', {
  'channel-group': 'Etherchannel/port bundling configuration',
})

channelGroup.line('<group:1-6> mode {mode:active|auto|desirable|on|passive}', {
  help: {
    group: 'Channel group number',
    mode: 'Etherchannel Mode of the interface',
    active: 'Enable LACP unconditionally',
    auto: 'Enable PAgP only if a PAgP device is detected',
    desirable: 'Enable PAgP unconditionally',
    on: 'Enable Etherchannel only',
    passive: 'Enable LACP only if a LACP device is detected',
  },
  needs: ['etherchannel', 'switched', 'physical'],
  place: 'channel-group',
  inert: true,
  read: withBundle,
})

channelGroup.line('<group:1-64>', {
  help: { group: 'Channel group number' },
  needs: ['etherchannel', 'routed', 'physical', 'ethernet-port'],
  place: 'channel-group',
  inert: true,
  read: withBundle,
})

function* withBundle<A extends { readonly group: number }>(
  args: A,
  { ios, fromFile }: Invocation<A>,
): Running<A> {
  const name = `Port-channel${args.group}`
  if (!ios.interfaces.has(name)) {
    interfaceNamed(ios, name)
    if (!fromFile) yield `Creating a port-channel interface Port-channel ${args.group}\n\n`
  }
  return args
}
