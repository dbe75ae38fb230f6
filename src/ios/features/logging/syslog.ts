/**
 * Syslog servers: `logging host`, `logging trap` and their kin. Servers are kept and shown; messages travel to them when
 * there is a network. Messages of a server that comes: captured on 15.x; of one that goes: from memory.
 */

import { showIpv4 } from '../../arguments.ts'
import { globalMode } from '../../declare.ts'
import type { At } from '../../line.ts'
import type { Severity } from '../../logging.ts'
import { resolveName } from '../../name-resolution.ts'
import { badHostName } from '../../replies.ts'
import './severity.ts'

const logging = globalMode.words('logging', { logging: 'Modify message logging facilities' })

const informational: Severity = 6

export const history = logging.line('history <level:severity>', {
  help: { history: 'Configure syslog history table', level: 'Logging severity level' },
  place: 'logging-hosts',
  default: { level: 4 },
  inert: true,
})

export const originId = logging.line('origin-id {id:hostname|ip|ipv6}', {
  help: {
    'origin-id': 'Add origin ID to syslog messages',
    hostname: 'Use origin hostname as ID',
    ip: 'Use origin IP address as ID',
    ipv6: 'Use origin IPv6 address as ID',
  },
  place: 'logging-hosts',
  inert: true,
})

export const trap = logging.line('trap [<level:severity>]', {
  help: { trap: 'Set syslog server logging level', level: 'Logging severity level' },
  place: 'logging-hosts',
  noResets: false,
  default: { level: informational },
  keep: ({ level = informational }) => ({ level }),
})

export const facility = logging.line(
  'facility {facility:auth|cron|daemon|kern|local0|local1|local2|local3|local4|local5|local6|local7|lpr|mail|news|sys10|sys11|sys12|sys13|sys14|sys9|syslog|user|uucp}',
  {
    help: {
      facility: 'Facility parameter for syslog messages',
      auth: 'Authorization system',
      cron: 'Cron/at facility',
      daemon: 'System daemons',
      kern: 'Kernel',
      local0: 'Local use',
      local1: 'Local use',
      local2: 'Local use',
      local3: 'Local use',
      local4: 'Local use',
      local5: 'Local use',
      local6: 'Local use',
      local7: 'Local use',
      lpr: 'Line printer system',
      mail: 'Mail system',
      news: 'USENET news',
      sys10: 'System use',
      sys11: 'System use',
      sys12: 'System use',
      sys13: 'System use',
      sys14: 'System use',
      sys9: 'System use',
      syslog: 'Syslog itself',
      user: 'User process',
      uucp: 'Unix-to-Unix copy system',
    },
    place: 'logging-hosts',
    default: { facility: 'local7' },
    inert: true,
  },
)

export const sourceInterface = logging.line('source-interface <name:interface>', {
  help: {
    'source-interface': 'Specify interface for source address in logging transactions',
    name: 'Interface',
  },
  place: 'logging-hosts',
})

export const host = logging.line('host <address:host>', {
  help: {
    host: 'Set syslog server IP address and parameters',
    address: 'IP address of the syslog server',
  },
  key: ['address'],
  place: 'logging-hosts',
  // A name is looked up once; what is kept is its address.
  *read({ address }, { ios }) {
    const found = yield* resolveName(ios, address)
    if (found !== undefined) return { address: showIpv4(found) }
    yield badHostName
    return undefined
  },
  changed(at, after, before) {
    const address = after?.address ?? before?.address
    if (address === undefined || (after === undefined) === (before === undefined)) return
    if (after === undefined) startStop(at, address, 'port 514 stopped - CLI initiated')
    else {
      startStop(at, address, 'port 0 CLI Request Triggered')
      at.ios.after(1000, () => {
        if (host.get(at.section, { address }) !== undefined)
          startStop(at, address, 'port 514 started - CLI initiated')
      })
    }
  },
})

/** `logging 10.1.1.1` is the same line. */
logging.also(host, '<address:host>', {
  help: { address: 'IP address of the logging host' },
  key: ['address'],
})

function startStop({ ios }: At, address: string, what: string): void {
  ios.log.emit('SYS', 6, 'LOGGINGHOST_STARTSTOP', `Logging to host ${address} ${what}`)
}

// The rest changes nothing that is modelled here.

export const count = logging.line('count', {
  help: { count: 'Count every log message and timestamp last occurrence' },
  needs: '!switch',
  slot: 'logging count',
  place: 'logging',
  inert: true,
})
/** The same line, in a Catalyst's spelling of its help. */
export const countOnCatalyst = logging.line('count', {
  help: { count: 'Count every log message and timestamp last occurance' },
  needs: 'switch',
  slot: 'logging count',
  place: 'logging',
  inert: true,
})

logging.line('rate-limit <perSecond:1-10000>', {
  help: { 'rate-limit': 'Set messages per second limit', perSecond: 'Messages per second' },
  place: 'logging',
  inert: true,
})

logging.line('queue-limit <messages:100-2147483647>', {
  help: { 'queue-limit': 'Set logger message queue size', messages: 'Logger message queue size' },
  place: 'logging',
  inert: true,
})

logging.line('userinfo', {
  help: { userinfo: 'Enable logging of user info on privileged mode enabling' },
  place: 'logging',
  inert: true,
})

logging.line('discriminator <name:word> <filter:line>', {
  help: {
    discriminator: 'Create or modify a message discriminator',
    name: 'String for discriminator name (max 8 chars)',
    filter: 'facility, severity, mnemonics, msg-body or rate-limit, and what they drop or include',
  },
  key: ['name'],
  place: 'logging',
  inert: true,
})
