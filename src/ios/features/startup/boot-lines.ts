/** `boot …`: which image and configuration the device starts with, between the markers that are always printed. */

import { globalMode } from '../../declare.ts'
import { onStart } from '../../ios.ts'

const startMarker = globalMode.line('boot-start-marker', {
  help: { 'boot-start-marker': 'boot start marker' },
  hidden: ['boot-start-marker'],
  place: 'boot',
  no: false,
})

export const bootSystem = globalMode.line('boot system <url:line>', {
  help: { boot: 'Boot Commands', system: 'System image file', url: 'System image filename' },
  key: ['url'],
  place: 'boot',
  inert: true,
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

/** The release that wrote a configuration stands in it, and reading it back changes nothing. */
globalMode.action('version <release:word>', {
  help: { version: 'System software version', release: 'Release' },
  hidden: ['version'],
  *run() {},
})
