/**
 * What the next boot will do: `show boot` on a Catalyst, `show bootvar` and `config-register` on a router.
 * Source: captures of `show boot` on 3560 and 3750 switches with 15.0 and 15.2, and of `show bootvar`.
 */

import { configRegisterText } from '../../../hardware/version-text.ts'
import { globalMode } from '../../declare.ts'
import { faultOf } from '../../file-systems.ts'
import { printable } from '../../printable.ts'
import { show, showPrivileged } from '../../show-words.ts'
import { bootSystem } from './boot-lines.ts'

showPrivileged.exec('boot', {
  help: { boot: 'show boot attributes' },
  needs: 'boot-variables',
  filtered: true,
  *run({ ios }) {
    const { environment, profile } = ios.chassis
    const variable = (name: string, otherwise: string): string =>
      printable(environment.get(name) ?? otherwise)
    yield `BOOT path-list      : ${variable('BOOT', profile.software.imagePath)}
Config file         : ${variable('CONFIG_FILE', 'flash:/config.text')}
Private Config file : flash:/private-config.text
Enable Break        : ${variable('ENABLE_BREAK', 'no')}
Manual Boot         : ${variable('MANUAL_BOOT', 'no')}
HELPER path-list    : ${variable('HELPER', '')}
Auto upgrade        : yes
Auto upgrade path   : 
NVRAM/Config file
      buffer size:   ${profile.nvram.sizeBytes}
Timeout for Config
          Download:    0 seconds
Config Download 
       via DHCP:       disabled (next boot: disabled)
`
  },
})

show.exec('bootvar', {
  help: { bootvar: 'Boot and related environment variable' },
  needs: '!boot-variables',
  filtered: true,
  *run({ ios }) {
    const images = bootSystem.all(ios.configuration).map(({ url }) => `${printable(url)},1;`)
    yield `BOOT variable = ${images.join('')}\nCONFIG_FILE variable = \nBOOTLDR variable = \n`
    yield `Configuration register is ${configRegisterText(ios.chassis.registerInForce, ios.chassis.configRegister)}\n`
  },
})

globalMode.action('config-register <value:hex>', {
  help: { 'config-register': 'Define the configuration register', value: 'Config register number' },
  needs: '!boot-variables',
  *run({ ios, args }) {
    const fault = faultOf(() => {
      ios.chassis.configRegister = args.value
    })
    if (fault !== undefined) yield `%Error writing nvram: (${fault})\n`
  },
})
