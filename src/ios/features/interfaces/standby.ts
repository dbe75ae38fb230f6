/** `standby …` (HSRP) of a router's interface. It acts when HSRP runs. Source: "Cisco IOS First Hop Redundancy Protocols". */

import { interfaceMode } from '../../declare.ts'

const standby = interfaceMode.words('standby', { standby: 'HSRP interface configuration commands' })
const common = { needs: ['hsrp', 'routed'], place: 'standby', inert: true } as const

standby.line('version <version:1-2>', {
  ...common,
  help: { version: 'HSRP version' },
  default: { version: 1 },
  noResets: true,
})
standby.line('<group:0-255> ip [<address:ipv4>]', {
  ...common,
  help: {
    group: 'group number',
    ip: 'Enable HSRP IPv4 and set the virtual IP address',
    address: 'Virtual IP address',
  },
  key: ['group'],
})
standby.line('<group:0-255> timers <hello:1-254> <hold:1-255>', {
  ...common,
  help: {
    group: 'group number',
    timers: 'Hello and hold timers',
    hello: 'Hello interval in seconds',
    hold: 'Hold time in seconds',
  },
  key: ['group'],
  // From memory.
  refuse: ({ hello, hold }) =>
    hold > hello ? undefined : '% Invalid hold time: must be greater than the hello time',
})
standby.line('<group:0-255> priority <priority:0-255>', {
  ...common,
  help: { group: 'group number', priority: 'Priority level' },
  key: ['group'],
})
standby.line('<group:0-255> preempt', {
  ...common,
  help: { group: 'group number', preempt: 'Overthrow lower priority Active routers' },
  key: ['group'],
})
standby.line('<group:0-255> name <name:word>', {
  ...common,
  help: { group: 'group number', name: 'Redundancy name string' },
  key: ['group'],
})
