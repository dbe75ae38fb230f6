/** `clear spanning-tree …`: what was counted, and which ports speak the old protocol. Wording from memory. */

import { RstpPort } from '../../../protocols/spanning-tree/rstp-port.ts'
import { RstpTree } from '../../../protocols/spanning-tree/rstp-tree.ts'
import { execMode } from '../../declare.ts'
import { instancesOf } from './trees.ts'

const clear = execMode.words('clear spanning-tree', {
  clear: 'Reset functions',
  'spanning-tree': 'Clear spanning-tree information',
})
const needs = 'spanning-tree'

clear.exec('counters [interface <name:interface>]', {
  help: { counters: 'Clear spanning-tree counters', interface: 'Interface', name: 'Interface' },
  needs,
  *run({ ios, args: { name } }) {
    for (const { members } of instancesOf(ios))
      for (const { made, port } of members.values())
        if (name === undefined || made.name === name) port.sent = port.received = 0
  },
})

clear.exec('detected-protocols [interface <name:interface>]', {
  help: {
    'detected-protocols': 'Restart protocol migration checking',
    interface: 'Interface',
    name: 'Interface',
  },
  needs,
  *run({ ios, args: { name } }) {
    for (const { tree, members } of instancesOf(ios))
      for (const { made, port } of members.values())
        if (
          (name === undefined || made.name === name) &&
          tree instanceof RstpTree &&
          port instanceof RstpPort
        )
          tree.checkMigration(port, ios.kernel.nowMs)
  },
})
