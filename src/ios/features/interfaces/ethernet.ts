/**
 * Lines of physical Ethernet ports: duplex, speed, crossover detection, flow control. A switch prints speed before duplex, a router the other way round.
 */

import type { Section } from '../../../config/section.ts'
import { interfaceMode } from '../../declare.ts'
import { interfaceOfSection } from '../../interfaces.ts'
import type { At } from '../../line.ts'
import { setPhy } from '../../link-state.ts'
import { provideInterfaceSettings } from '../../port-settings.ts'
import { description } from './lines.ts'

const speedHelp = {
  speed: 'Configure speed operation.',
  10: 'Force 10 Mbps operation',
  100: 'Force 100 Mbps operation',
  auto: 'Enable AUTO speed configuration',
}
const gigabitHelp = { ...speedHelp, 1000: 'Force 1000 Mbps operation' }
/** The port hears of its settings; a change that matters takes its link down for a moment. */
function changed({ ios, section }: At): void {
  const made = interfaceOfSection(section)
  if (made !== undefined) setPhy(ios, made, true)
}

const switched = {
  default: { speed: 'auto' },
  slot: 'speed',
  place: 'duplex',
  noResets: true,
  changed,
} as const

/** From memory: a gigabit link is full duplex, whatever was asked for. */
function refuseThousand({ speed }: { speed: string }, { section }: { section: Section }): string | undefined {
  return speed === '1000' && duplex.get(section)?.duplex === 'half'
    ? 'Speed cannot be set to 1000 when duplex is half'
    : undefined
}

const switchFast = interfaceMode.line('speed {speed:10|100|auto}', {
  ...switched,
  help: speedHelp,
  needs: ['physical', 'ethernet-port', '!gigabit-port'],
})

const switchGigabit = interfaceMode.line('speed {speed:10|100|1000|auto}', {
  ...switched,
  help: gigabitHelp,
  needs: ['physical', 'ethernet-port', 'gigabit-port', 'switched'],
  refuse: refuseThousand,
})

const duplex = interfaceMode.line('duplex {duplex:auto|full|half}', {
  help: {
    duplex: 'Configure duplex operation.',
    auto: 'Enable AUTO duplex configuration',
    full: 'Force full duplex operation',
    half: 'Force half-duplex operation',
  },
  needs: ['physical', 'ethernet-port'],
  place: 'duplex',
  default: { duplex: 'auto' },
  noResets: true,
  changed,
  refuse: (args, { section }) =>
    args.duplex === 'half' && speedOf(section) === '1000'
      ? 'Duplex cannot be set to half when speed is 1000'
      : undefined,
})

const routerSpeed = interfaceMode.line('speed {speed:10|100|1000|auto}', {
  changed,
  default: { speed: 'auto' },
  noResets: true,
  help: gigabitHelp,
  needs: ['physical', 'ethernet-port', 'gigabit-port', 'routed'],
  place: 'speed',
  refuse: refuseThousand,
})

function speedOf(section: Section): string {
  for (const line of [switchFast, switchGigabit, routerSpeed]) {
    const speed = line.get(section)?.speed ?? 'auto'
    if (speed !== 'auto') return speed
  }
  return 'auto'
}

provideInterfaceSettings({
  description: (section) => description.get(section)?.text,
  speed: speedOf,
  duplex: (section) => duplex.get(section)?.duplex ?? 'auto',
  mdix: (section) => mdixAuto.isOn(section),
})

const mdixAuto = interfaceMode.line('mdix auto', {
  help: {
    mdix: 'Set Media Dependent Interface with Crossover',
    auto: 'Enable automatic MDI crossover detection on this interface',
  },
  needs: ['mdix', 'physical', 'ethernet-port'],
  place: 'mdix',
  default: {},
  changed,
})

interfaceMode.line('flowcontrol receive {mode:desired|off|on}', {
  help: {
    flowcontrol: 'Configure flow operation.',
    receive: 'Configure receiving flow operation',
    desired: 'Allow but do not require flow-control packets on port',
    off: 'Disable flow-control packets on port',
    on: 'Enable flow-control packets on port',
  },
  needs: ['physical', 'ethernet-port', 'switched'],
  place: 'media',
  default: { mode: 'off' },
  noResets: true,
  inert: true,
})
