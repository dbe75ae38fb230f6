/**
 * `passive-interface`, which RIP, EIGRP and OSPF share. With `passive-interface default` the exceptions are what is kept:
 * they print as `no passive-interface X`.
 */

import { Words } from '../../declare.ts'
import { Line } from '../../line.ts'
import type { ModeId } from '../../modes.ts'

const modes = ['config-router-ospf', 'config-router-eigrp', 'config-router-rip'] as const satisfies ModeId[]
const router = new Words([...modes], '', {}, 15)

const help = { 'passive-interface': 'Suppress routing updates on an interface' }

export const passiveByDefault = router.line('passive-interface default', {
  help: { ...help, default: 'Suppress routing updates on all interfaces' },
  place: 'passive-interface',
  inert: true,
  // The one list has no meaning beside the other.
  changed: ({ section, ios }) => {
    for (const args of passive.all(section)) passive.unset({ ios, section }, args)
    for (const args of active.all(section)) active.unset({ ios, section }, args)
  },
})

const passive = new Line<{ readonly name: string }, 'name'>('passive-interface <name:interface>', modes, {
  key: ['name'],
  place: 'passive-interface',
})

const active = new Line<{ readonly name: string }, 'name'>('no passive-interface <name:interface>', modes, {
  key: ['name'],
  place: 'passive-interface',
})

router.action('passive-interface <name:interface>', {
  help: { ...help, name: 'Interface' },
  no: true,
  key: ['name'],
  inert: true,
  *run({ ios, place, args, form }) {
    for (const section of place.sections) {
      const exceptional = passiveByDefault.isOn(section) ? active : passive
      const wanted = (exceptional === passive) === (form === 'set')
      if (wanted) exceptional.apply({ ios, section }, args)
      else exceptional.unset({ ios, section }, args)
    }
  },
})
