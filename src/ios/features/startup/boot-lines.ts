/**
 * `boot …`: which image and configuration the device starts with, between the markers that are always printed. A Catalyst
 * keeps them as variables of its boot loader. Which image it is makes no difference here: there is one.
 * Source: Catalyst 2960 and ISR command references.
 */

import { globalMode } from '../../declare.ts'
import { faultOf } from '../../file-systems.ts'
import { type Ios, onStart } from '../../ios.ts'

const startMarker = globalMode.line('boot-start-marker', {
  help: { 'boot-start-marker': 'boot start marker' },
  hidden: ['boot-start-marker'],
  place: 'boot',
  no: false,
})

const boot = globalMode.words('boot', { boot: 'Boot Commands' })

/** A router tries its `boot system` lines one after the other; a switch has one list. */
export const bootSystem = boot.line('system <url:line>', {
  help: { system: 'System image file', url: 'System image filename' },
  needs: '!boot-variables',
  key: ['url'],
  place: 'boot',
  no: 'boot system [<url:line>]',
  inert: true,
  // `no boot system` alone takes all of them away.
  refuseNo: ({ url }, at) => {
    if (url === undefined) for (const one of bootSystem.all(at.section)) bootSystem.unset(at, one)
    return undefined
  },
})

boot.line('system <path:word>', {
  help: { system: 'System Image', path: 'pathlist of boot file(s) ...  file1;file2;...' },
  needs: 'boot-variables',
  place: 'boot',
  inert: true,
  changed: ({ ios }, after) => setVariable(ios, 'BOOT', after?.path),
})

boot.line('config-file <path:word>', {
  help: { 'config-file': 'Configuration File', path: 'Config filename' },
  needs: 'boot-variables',
  place: 'boot',
  // The file that is being read at boot may not say that it is another one.
  changed: ({ ios }, after) => setVariable(ios, 'CONFIG_FILE', after?.path),
})

boot.line('enable-break', {
  help: { 'enable-break': 'Enable Break while booting' },
  needs: 'boot-variables',
  place: 'boot',
  inert: true,
  changed: ({ ios }, after) => setVariable(ios, 'ENABLE_BREAK', after && 'yes'),
})

boot.line('manual', {
  help: { manual: 'Manual Boot' },
  needs: 'boot-variables',
  place: 'boot',
  changed: ({ ios }, after) => setVariable(ios, 'MANUAL_BOOT', after && 'yes'),
})

const endMarker = globalMode.line('boot-end-marker', {
  help: { 'boot-end-marker': 'boot end marker' },
  hidden: ['boot-end-marker'],
  place: 'boot',
  no: false,
})

onStart(({ configuration }) => {
  for (const marker of [startMarker, endMarker]) marker.printByDefault(configuration, {})
})

/** A variable that cannot be written is as it was; the line holds until the next boot. */
function setVariable(ios: Ios, name: string, value: string | undefined): void {
  const fault = faultOf(() => ios.chassis.setVariable(name, value))
  if (fault !== undefined) ios.log.emit('SYS', 3, 'BADBOOTVAR', `${name} was not written: ${fault}`)
}

/** The release that wrote a configuration stands in it, and reading it back changes nothing. */
globalMode.action('version <release:word>', {
  help: { version: 'System software version', release: 'Release' },
  hidden: ['version'],
  *run() {},
})
