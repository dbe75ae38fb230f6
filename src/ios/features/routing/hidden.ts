/**
 * Words that a router's image takes without need: leftovers of switch modules. They are what makes `inter` in EXEC, `wr` and
 * `no shut` in global configuration incomplete instead of wrong, as on a real 1941. What stands behind them is from memory.
 */

import type { Invocation } from '../../command.ts'
import { execMode, globalMode } from '../../declare.ts'
import type { Running } from '../../steps.ts'

/** They are taken as the device takes them; that nothing follows here must be said. */
function* onlyNoted({ terminal, typed }: Pick<Invocation, 'terminal' | 'typed'>): Running {
  terminal.note(`\`${typed.trim()}\` is a real command, not modelled here`)
}

execMode.exec('interface range <text:line>', {
  help: { interface: 'Select an interface', range: 'Interface range', text: 'Interfaces' },
  needs: 'router',
  hidden: ['interface'],
  inert: true,
  run: onlyNoted,
})

globalMode.action('shutdown vlan <id:1-1005>', {
  help: { shutdown: 'Shutdown system elements', vlan: 'Shutdown one or more vlans', id: 'VLAN ID' },
  needs: 'router',
  no: true,
  key: ['id'],
  inert: true,
  run: onlyNoted,
})

globalMode.action('wrr-queue bandwidth <first:1-255> <second:1-255> <third:1-255> <fourth:1-255>', {
  help: {
    'wrr-queue': 'Configure Class of Service Weighted Round Robin Queue',
    bandwidth: 'Set CoS WRR bandwidth',
    first: 'Bandwidth of queue 1',
    second: 'Bandwidth of queue 2',
    third: 'Bandwidth of queue 3',
    fourth: 'Bandwidth of queue 4',
  },
  needs: 'router',
  no: true,
  inert: true,
  run: onlyNoted,
})
