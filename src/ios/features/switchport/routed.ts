/**
 * `no switchport`: a port of a layer 3 switch becomes a router's. What it was told as a switch port goes with it, and the
 * other way round; and the port is shut down and enabled again. Source: Catalyst 3560 command reference, "switchport".
 */

import { loadDefaults } from '../../defaults.ts'
import { interfaceOfSection } from '../../interfaces.ts'
import { Line } from '../../line.ts'
import { restartPort } from '../../link-state.ts'
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
      if (!leaves.test(line.grammar)) continue
      line.unset(at, entry.args, 'default')
      at.section.dropDefault(entry)
    }
    loadDefaults(
      at.ios,
      { mode: 'config-if', sections: [at.section] },
      after === undefined ? ['no ip address'] : [],
    )
    changed(at)
    const made = interfaceOfSection(at.section)
    if (made !== undefined) restartPort(at.ios, made)
  },
})

provideSwitchPortSettings({ routed: (section) => !switches.isOn(section) })
