/** `ntp …`: kept; the clock does not follow a server until there is a network. */

import { globalMode } from '../../declare.ts'

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
