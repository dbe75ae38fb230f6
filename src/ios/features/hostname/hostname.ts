/** `hostname`: the device's name in prompts, messages and views. Source: Cisco command reference; replies from captures. */

import { globalMode } from '../../declare.ts'
import { type Ios, onStart } from '../../ios.ts'
import type { Line } from '../../line.ts'
import { provide } from '../../session-ports.ts'

export const hostname: Line<{ readonly name: string }, never> = globalMode.line('hostname <name:word>', {
  help: { hostname: "Set system's network name", name: "This system's network name" },
  place: 'hostname',
  // The name is what the prompt ends in and what files and keys are called after: control characters have no place in it.
  keep: ({ name }) => ({ name: name.slice(0, 63) }),
  refuse: ({ name }) =>
    /^[\x21-\x7e]+$/.test(name) ? undefined : '% Hostname contains one or more illegal characters.',
  // There is always a name: `no hostname` is the factory's.
  *readNo(_args, { ios }) {
    hostname.unset({ ios, section: ios.configuration }, {}, 'default')
    return false
  },
  remark: ({ name }) =>
    /^[A-Za-z][A-Za-z0-9-]*$/.test(name)
      ? undefined
      : '% Hostname contains one or more illegal characters.\n',
})

export function hostnameOf(ios: Ios): string {
  return hostname.get(ios.configuration)?.name ?? ios.profile.defaultHostname
}

provide({ hostname: hostnameOf })

// It is printed even while nobody has given a name.
onStart((ios) => hostname.printByDefault(ios.configuration, { name: ios.profile.defaultHostname }))
