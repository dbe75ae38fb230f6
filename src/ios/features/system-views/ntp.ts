/**
 * `ntp …` and its views: kept; the clock does not follow a server until there is a network, so no answer ever came.
 * Layouts: captures on IOS 15 and XE; the values of a clock that was never synchronized from memory.
 */

import { globalMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { show } from '../../show-words.ts'

const ntp = globalMode.words('ntp', { ntp: 'Configure NTP' })
const place = 'ntp'
const inert = true

ntp.line('authenticate', { help: { authenticate: 'Authenticate time sources' }, place, inert })
ntp.line('authentication-key <number:1-4294967295> md5 <key:word> [<type:0-4294967295>]', {
  help: {
    'authentication-key': 'Authentication key for trusted time sources',
    number: 'Key number',
    md5: 'MD5 authentication',
    key: 'Authentication key',
    type: 'Authentication key encryption type',
  },
  key: ['number'],
  place,
  inert,
})
ntp.line('trusted-key <number:1-4294967295>', {
  help: { 'trusted-key': 'Key numbers for trusted time sources', number: 'Key number' },
  key: ['number'],
  place,
  inert,
})
ntp.line('source <name:interface>', {
  help: { source: 'Configure interface for source address', name: 'Interface' },
  place,
  inert,
})
ntp.line('access-group {kind:peer|query-only|serve|serve-only} <list:1-99>', {
  help: {
    'access-group': 'Control NTP access',
    peer: 'Provide full access',
    'query-only': 'Allow only control queries',
    serve: 'Provide server and query access',
    'serve-only': 'Provide only server access',
    list: 'Standard IP access list',
  },
  key: ['kind'],
  place,
  inert,
})
ntp.line('logging', { help: { logging: 'Enable NTP message logging' }, place, inert })
export const ntpMaster = ntp.line('master [<stratum:1-15>]', {
  help: { master: 'Act as NTP master clock', stratum: 'Stratum number' },
  place,
  inert,
})
ntp.line('update-calendar', {
  help: { 'update-calendar': 'Periodically update calendar with NTP time' },
  needs: 'calendar',
  place,
  inert,
})

const peerHelp = {
  version: 'Configure NTP version',
  number: 'NTP version number',
  key: 'Configure peer authentication key',
  keyNumber: 'Peer key number',
  source: 'Interface for source address',
  name: 'Interface',
  prefer: 'Prefer this peer when possible',
} as const

export const ntpPeer = ntp.line(
  'peer <address:host> [version <number:1-4>] [key <keyNumber:1-4294967295>] [source <name:interface>] {options*:prefer}',
  {
    help: { peer: 'Configure NTP peer', address: 'IP address of peer', ...peerHelp },
    key: ['address'],
    place,
    inert,
  },
)
export const ntpServer = ntp.line(
  'server <address:host> [version <number:1-4>] [key <keyNumber:1-4294967295>] [source <name:interface>] {options*:prefer}',
  {
    help: { server: 'Configure NTP server', address: 'IP address of peer', ...peerHelp },
    key: ['address'],
    place,
    inert,
  },
)

const showNtp = show.words('ntp', { ntp: 'Network time protocol' })

function sources(ios: Ios): string[] {
  const { configuration } = ios
  return [...ntpServer.all(configuration), ...ntpPeer.all(configuration)].map(({ address }) => address)
}

const off = '%NTP is not enabled.\n'

showNtp.exec('status', {
  help: { status: 'NTP status' },
  filtered: true,
  *run({ ios }) {
    yield sources(ios).length === 0
      ? off
      : `Clock is unsynchronized, stratum 16, no reference clock
nominal freq is 250.0000 Hz, actual freq is 250.0000 Hz, precision is 2**18
reference time is 00000000.00000000 (00:00:00.000 UTC Mon Jan 1 1900)
clock offset is 0.0000 msec, root delay is 0.00 msec
root dispersion is 0.00 msec, peer dispersion is 0.00 msec
loopfilter state is 'FSET' (Drift set from file), drift is 0.000000000 s/s
system poll interval is 64, never updated.
`
  },
})

showNtp.exec('associations', {
  help: { associations: 'NTP associations' },
  filtered: true,
  *run({ ios }) {
    const addresses = sources(ios)
    if (addresses.length === 0) {
      yield off
      return
    }
    yield '\n  address         ref clock       st   when   poll reach  delay  offset   disp\n'
    for (const address of addresses)
      yield ` ~${address.padEnd(16)}.INIT.          16      -     64     0  0.000   0.000 15937.\n`
    yield ' * sys.peer, # selected, + candidate, - outlyer, x falseticker, ~ configured\n'
  },
})
