/** `tunnel …` of a Tunnel interface. It acts when packets flow. Source: Cisco IOS Interface and Hardware Component command reference. */

import { interfaceMode } from '../../declare.ts'

const tunnel = interfaceMode.words('tunnel', { tunnel: 'protocol-over-protocol tunneling' })
// `tunnel` alone is a capability of the platform: the interface is one when it is nothing else.
const needs = ['tunnel', '!physical', '!loopback', '!null', '!port-channel', '!svi', '!subinterface']
const common = { needs, place: 'other', inert: true } as const

tunnel.line('source <address:ipv4>', {
  help: { source: 'source of tunnel packets', address: 'ip address' },
  slot: 'tunnel source',
  ...common,
})
tunnel.line('source <name:interface>', {
  help: { source: 'source of tunnel packets', name: 'Interface' },
  slot: 'tunnel source',
  ...common,
})
tunnel.line('destination <address:ipv4>', {
  help: { destination: 'destination of tunnel', address: 'ip address' },
  ...common,
})
tunnel.line('mode gre ip', {
  help: { mode: 'tunnel encapsulation method', gre: 'generic route encapsulation protocol', ip: 'over IP' },
  default: {},
  ...common,
})
