/** What else a switch port can be told: protected, block, priority, host. */

import { switchport } from './access.ts'

const common = { needs: ['switched', 'physical'], place: 'switchport', inert: true } as const

export const blocked = switchport.line('block {traffic:multicast|unicast}', {
  ...common,
  help: {
    block: 'Disable forwarding of unknown uni/multi cast addresses',
    multicast: 'Block unknown multicast addresses',
    unicast: 'Block unknown unicast addresses',
  },
  key: ['traffic'],
})

switchport.line('priority extend trust', {
  ...common,
  help: {
    priority: 'Set appliance 802.1p priority',
    extend: 'Set appliance 802.1p priority',
    trust: 'Trust 802.1p priorities of devices on appliance',
  },
  slot: 'switchport priority extend',
})
switchport.line('priority extend cos <value:0-7>', {
  ...common,
  help: {
    priority: 'Set appliance 802.1p priority',
    extend: 'Set appliance 802.1p priority',
    cos: 'Override 802.1p priority of devices on appliance',
    value: 'Priority for devices on appliance',
  },
  slot: 'switchport priority extend',
})

export const isProtected = switchport.line('protected', {
  ...common,
  help: { protected: 'Configure an interface to be a protected port' },
})
