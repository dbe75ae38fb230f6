/** `login …` of global configuration: messages about logins, and delays for whoever guesses passwords over the network. */

import { globalMode } from '../../declare.ts'
import { provideLogins } from '../../logins.ts'
import { printable } from '../../printable.ts'
import { plainPassword } from '../../reversible-passwords.ts'
import { enableGuard, enableKeptAs } from './enable.ts'
import { linePassword } from './passwords.ts'
import { localUser, userKeptAs } from './users.ts'

const login = globalMode.words('login', { login: 'Enable secure login checking' })

login.line('block-for <quietSeconds:1-65535> attempts <tries:1-65535> within <seconds:1-65535>', {
  help: {
    'block-for': 'Set quiet-mode active time period',
    quietSeconds: 'Time period in seconds',
    attempts: 'Set max number of fail attempts',
    tries: 'Fail attempts',
    within: 'Watch period for fail attempts',
    seconds: 'Time period in seconds',
  },
  place: 'login',
  inert: true,
})

login.line('delay <seconds:1-10>', {
  help: {
    delay: 'Set delay between successive fail login',
    seconds: 'Time period in seconds',
  },
  place: 'login',
  inert: true,
})

login.line('quiet-mode access-class <list:word>', {
  help: {
    'quiet-mode': 'Set quiet-mode options',
    'access-class': 'Set access class for quiet-mode',
    list: 'Access-list name or number',
  },
  place: 'login',
  inert: true,
})

const logHelp = {
  log: 'Generate syslogs',
  every: 'Periodicity of logging',
  count: 'Number of attempts',
} as const

export const onFailure = login.line('on-failure log [every <count:1-65535>]', {
  help: { 'on-failure': 'Set options for failed login attempt', ...logHelp },
  place: 'login',
})

export const onSuccess = login.line('on-success log [every <count:1-65535>]', {
  help: { 'on-success': 'Set options for successful login attempt', ...logHelp },
  place: 'login',
})

provideLogins({
  linePassword(_ios, { section }) {
    const kept = linePassword.get(section)
    return kept === undefined ? undefined : plainPassword(kept)
  },
  enableGuard,
  keptAs(ios, holder) {
    if (holder.kind === 'user') return userKeptAs(ios, holder.name)
    if (holder.kind !== 'line') return enableKeptAs(ios, holder.kind)
    const kept = linePassword.get(holder.line.section)
    return kept && (kept.type === '7' ? 7 : 0)
  },
  user: localUser,
  loggedIn(ios, user) {
    if (onSuccess.isOn(ios.configuration))
      ios.log.emit('SEC_LOGIN', 5, 'LOGIN_SUCCESS', `Login Success ${source(user)} at ${ios.clock.text()}`)
  },
  refused(ios, user) {
    if (onFailure.isOn(ios.configuration))
      ios.log.emit(
        'SEC_LOGIN',
        4,
        'LOGIN_FAILED',
        `Login failed ${source(user)} [Reason: Login Authentication Failed] at ${ios.clock.text()}`,
      )
  },
})

/** The console is a local source without a port. */
function source(user: string): string {
  return `[user: ${printable(user)}] [Source: LOCAL] [localport: 0]`
}
