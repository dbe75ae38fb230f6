/** `storm-control`: thresholds of a port, kept for each kind of traffic. They act when frames flow. */

import { interfaceMode } from '../../declare.ts'

export const stormLevel = interfaceMode.line(
  'storm-control {traffic:broadcast|multicast|unicast} level <rising:percent> [<falling:percent>]',
  {
    help: {
      'storm-control': 'storm configuration',
      broadcast: 'Broadcast address storm control',
      multicast: 'Multicast address storm control',
      unicast: 'Unicast address storm control',
      level: 'Set storm suppression level on this interface',
      rising: 'Enter rising threshold',
      falling: 'Enter falling threshold',
    },
    key: ['traffic'],
    needs: ['storm-control', 'switched'],
    place: 'storm-control',
    inert: true,
    // From memory: the sentence of a falling threshold above the rising one.
    refuse: ({ rising, falling = rising }) =>
      falling > rising ? 'Lower threshold should be less than or equal to the upper threshold' : undefined,
  },
)

export const stormAction = interfaceMode.line('storm-control action {action:shutdown|trap}', {
  help: {
    'storm-control': 'storm configuration',
    action: 'Action to take for storm-control',
    shutdown: 'Shutdown this interface if a storm occurs',
    trap: 'Send SNMP trap if a storm occurs',
  },
  key: ['action'],
  needs: ['storm-control', 'switched'],
  place: 'storm-control',
  inert: true,
})
