/** `show running-config`. */

import { userExec, execMode } from '../../declare.ts'
import { configurationLines, framed } from '../../running-config.ts'

export const show = userExec.words('show', { show: 'Show running system information' })
export const showPrivileged = execMode.words('show', { show: 'Show running system information' })

showPrivileged.exec('running-config', {
  help: { 'running-config': 'Current operating configuration' },
  filtered: true,
  *run({ ios }) {
    yield framed(configurationLines(ios))
  },
})
