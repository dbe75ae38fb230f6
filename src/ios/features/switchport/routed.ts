/**
 * `no switchport`: a port of a layer 3 switch becomes a router's. What it was told as a switch port goes with it, and the
 * other way round. Source: Catalyst 3560 command reference, "switchport".
 */

import { loadDefaults } from '../../defaults.ts'
import { Line } from '../../line.ts'
import { provideSwitchPortSettings } from '../../port-settings.ts'
import { changed, switchport } from './access.ts'

const switches = switchport.line('', {
  help: {},
  needs: ['physical', 'switchport', 'ip-routing'],
  place: 'switchport-routed',
  default: {},
  changed: (at, after, before) => {
    if ((after === undefined) === (before === undefined)) return
    for (const entry of at.section.printable()) {
      const { line } = entry
      if (!(line instanceof Line) || line === (switches as unknown)) continue
      const leaves = after === undefined ? /^switchport|^spanning-tree|^mac |^storm-control/ : /^ip |^no ip /
      if (leaves.test(line.grammar)) line.unset(at, entry.args, 'default')
    }
    loadDefaults(
      at.ios,
      { mode: 'config-if', sections: [at.section] },
      after === undefined ? ['no ip address'] : [],
    )
    changed(at)
  },
})

provideSwitchPortSettings({ routed: (section) => !switches.isOn(section) })
