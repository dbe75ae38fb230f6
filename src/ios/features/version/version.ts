/** `show version` and `show inventory`: what the device is, and since when it runs. The layouts are the profile's. */

import { showInventory, showVersion } from '../../../hardware/version-text.ts'
import type { Ios } from '../../ios.ts'
import { port } from '../../session-ports.ts'
import { show } from '../../show-words.ts'

show.exec('version', {
  help: { version: 'System hardware and software status' },
  filtered: true,
  *run({ ios }) {
    yield `${versionLines(ios).join('\n')}\n`
  },
})

function versionLines(ios: Ios): string[] {
  const { chassis, clock } = ios
  const { resetCause, reloadedAt } = chassis
  return showVersion({
    profile: ios.profile,
    identity: ios.identity,
    hostname: port('hostname')(ios),
    uptimeMs: ios.uptimeMs,
    virtualInterfaces: [...ios.interfaces].filter(({ type }) => type.name === 'Vlan').length,
    reloadReason: resetCause,
    ...(reloadedAt !== undefined && { reloadedAt }),
    ...(clock.known && { restartedAt: clock.text(clock.utcMs - ios.uptimeMs) }),
    configRegister: chassis.registerInForce,
    nextConfigRegister: chassis.configRegister,
  })
}

show.exec('inventory', {
  help: { inventory: 'Show the physical inventory' },
  filtered: true,
  *run({ ios }) {
    yield `${showInventory(ios.profile, ios.identity).join('\n')}\n`
  },
})
