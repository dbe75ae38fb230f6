/** The lines of every interface: description and shutdown. */

import { interfaceMode } from '../../declare.ts'
import { onInterfaceReset } from '../../interface-events.ts'
import { interfaceOfSection } from '../../interfaces.ts'
import { setEnabled } from '../../link-state.ts'
import { printable } from '../../printable.ts'
import { overlapOf } from './address.ts'

export const description = interfaceMode.line('description <text:line>', {
  help: {
    description: 'Interface specific description',
    text: 'Up to 240 characters describing this interface',
  },
  place: 'description',
  keep: ({ text }) => ({ text: printable(text).slice(0, 240) }),
})

/** The same line on switch and router: whether a port starts shut is the profile's, and what `no` logs is the link's. */
const shutdown = interfaceMode.line('shutdown', {
  help: { shutdown: 'Shutdown the selected interface' },
  place: 'shutdown',
  // An address that clashes may be kept while the interface is shut; it cannot come up with it.
  refuseNo: (_, { ios, section }) => {
    const made = interfaceOfSection(section)
    const overlap = made === undefined || made.enabled ? undefined : overlapOf(ios, section)
    return overlap === undefined ? undefined : `${overlap}\n${made?.name}: incorrect IP address assignment`
  },
  changed: ({ ios, section }, after) => {
    const made = interfaceOfSection(section)
    if (made !== undefined) setEnabled(ios, made, after === undefined)
  },
})

// A router's ports are shut as they come.
onInterfaceReset((ios, made) => {
  if (made.port?.shutAtPowerOn === true) shutdown.apply({ ios, section: made.section }, {})
})
