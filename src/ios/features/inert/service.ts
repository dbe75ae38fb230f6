/** `service …` lines that only stand in the configuration. They print in the order of their declaration: `pad` before the time stamps. */

import { globalMode } from '../../declare.ts'

export const service = globalMode.words('service', { service: 'Modify use of network based services' })

service.line('pad', { help: { pad: 'Enable PAD commands' }, place: 'service', default: {}, inert: true })
