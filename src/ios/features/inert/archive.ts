/** `archive`: where copies of the configuration are to be kept. Kept itself; copies are not made. */

import { globalMode, Words } from '../../declare.ts'

globalMode.line('archive', {
  help: { archive: 'Archive the configuration' },
  place: 'archive',
  opens: { mode: 'config-archive', separated: true },
})

const archive = new Words(['config-archive'], '', {}, 15)
const inert = true

archive.line('path <url:line>', {
  help: { path: 'path for backups', url: 'Write archive on this file system, with this file name' },
  place: 'path',
  inert,
})
archive.line('maximum <copies:1-14>', {
  help: { maximum: 'maximum number of backup copies', copies: 'maximum number of backup copies' },
  place: 'other',
  default: { copies: 10 },
  inert,
})
archive.line('write-memory', {
  help: { 'write-memory': 'Enable automatic backup generation during write memory' },
  place: 'other',
  inert,
})
archive.line('time-period <minutes:1-525600>', {
  help: {
    'time-period': 'Period of time in minutes to automatically archive the running-config',
    minutes: 'Number of minutes to wait between archive creation',
  },
  place: 'other',
  inert,
})
