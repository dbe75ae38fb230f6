/** Passwords and secrets: enable, users, lines. */

import { globalMode } from '../../declare.ts'
import { provideLogins } from '../../logins.ts'

provideLogins({
  linePassword: () => undefined,
  enableGuard: () => undefined,
  user: () => undefined,
})

export const passwordEncryption = globalMode.line('service password-encryption', {
  help: {
    service: 'Modify use of network based services',
    'password-encryption': 'Encrypt system passwords',
  },
  place: 'service',
})
