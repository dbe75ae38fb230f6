/** The lines of every interface: description, shutdown, address. */

import { showIpv4, isContiguous, prefixLength } from '../../arguments.ts'
import { interfaceMode } from '../../declare.ts'
import { printable } from '../../printable.ts'
import { interfaceOfSection } from './interface.ts'
import { setEnabled } from './link-state.ts'

export const description = interfaceMode.line('description <text:line>', {
  help: {
    description: 'Interface specific description',
    text: 'Up to 240 characters describing this interface',
  },
  place: 'description',
  keep: ({ text }) => ({ text: printable(text).slice(0, 240) }),
})

/** The same line on switch and router: whether a port starts shut is the profile's, and what `no` logs is the link's. */
export const shutdown = interfaceMode.line('shutdown', {
  help: { shutdown: 'Shutdown the selected interface' },
  place: 'shutdown',
  changed: ({ ios, section }, after) => {
    const made = interfaceOfSection(section)
    if (made !== undefined) setEnabled(ios, made, after === undefined)
  },
})

const ip = interfaceMode.words('ip', { ip: 'Interface Internet Protocol config commands' })

export const ipAddress = ip.line('address <address:ipv4> <mask:mask>', {
  help: { address: 'Set the IP address of an interface', mask: 'IP subnet mask' },
  needs: 'routed',
  place: 'ip-address',
  slot: 'ip address',
  refuse: ({ address, mask }) => {
    if (!isContiguous(mask))
      return `Bad mask 0x${mask.toString(16).toUpperCase().padStart(8, '0')} for address ${showIpv4(address)}`
    const first = address >>> 24
    if (first === 0 || first === 127 || first >= 224) return `Not a valid host address - ${showIpv4(address)}`
    const length = prefixLength(mask)
    const host = (address & ~mask) >>> 0
    if (length < 31 && (host === 0 || host === ~mask >>> 0))
      return `Bad mask /${length} for address ${showIpv4(address)}`
    return undefined
  },
  changed: ({ ios, section }, after) => {
    const made = interfaceOfSection(section)
    if (made !== undefined && after !== undefined) made.method = ios.author === undefined ? 'NVRAM' : 'manual'
    else if (made !== undefined && ios.author !== undefined) made.method = 'manual'
  },
})
