/**
 * `service …` lines that only stand in the configuration. They print in the order of their declaration: `pad` before the
 * time stamps. Some have another wording on routers. Wording: captured on a Catalyst, 12.2 SE, and on a router, 12.4.
 */

import { globalMode } from '../../declare.ts'

export const service = globalMode.words('service', { service: 'Modify use of network based services' })

const place = 'service'
const inert = true

service.line('nagle', { help: { nagle: "Enable Nagle's congestion control algorithm" }, place, inert })
service.line('pad', { help: { pad: 'Enable PAD commands' }, place, default: {}, inert })
service.line('finger', { help: { finger: 'Allow responses to finger requests' }, place, inert })
service.line('telnet-zeroidle', {
  help: { 'telnet-zeroidle': 'Set TCP window 0 when connection is idle' },
  place,
  inert,
})
service.line('tcp-keepalives-in', {
  help: { 'tcp-keepalives-in': 'Generate keepalives on idle incoming network connections' },
  place,
  inert,
})
service.line('tcp-keepalives-out', {
  help: { 'tcp-keepalives-out': 'Generate keepalives on idle outgoing network connections' },
  place,
  inert,
})
service.line('config', { help: { config: 'TFTP load config files' }, place, inert })
service.line('dhcp', { help: { dhcp: 'Enable DHCP server and relay agent' }, place, default: {}, inert })
service.line('disable-ip-fast-frag', {
  help: { 'disable-ip-fast-frag': 'Disable IP particle-based fast fragmentation' },
  place,
  inert,
})
service.line('exec-callback', { help: { 'exec-callback': 'Enable exec callback' }, place, inert })
service.line('exec-wait', { help: { 'exec-wait': 'Delay EXEC startup on noisy lines' }, place, inert })
service.line('hide-telnet-addresses', {
  help: { 'hide-telnet-addresses': 'Hide destination addresses in telnet command' },
  place,
  inert,
})
service.line('linenumber', {
  help: { linenumber: 'Enable line number banner for each exec' },
  needs: '!router',
  place,
  inert,
})
service.line('linenumber', {
  help: { linenumber: 'enable line number banner for each exec' },
  needs: 'router',
  place,
  inert,
})
service.line('old-slip-prompts', {
  help: { 'old-slip-prompts': 'Allow old scripts to operate with slip/ppp' },
  place,
  inert,
})
service.line('password-recovery', {
  help: { 'password-recovery': 'Disable password recovery' },
  place,
  default: {},
  inert,
})
service.line('prompt config', {
  help: { prompt: 'Enable mode specific prompt', config: 'Display configuration prompt' },
  place,
  default: {},
  inert,
})
service.line('pt-vty-logging', {
  help: { 'pt-vty-logging': 'Log significant VTY-Async events' },
  place,
  inert,
})
service.line('slave-log', {
  help: { 'slave-log': 'Enable log capability of slave IPs' },
  place,
  default: {},
  inert,
})
service.line('tcp-small-servers', {
  help: { 'tcp-small-servers': 'Enable small TCP servers (e.g., ECHO)' },
  place,
  inert,
})
service.line('udp-small-servers', {
  help: { 'udp-small-servers': 'Enable small UDP servers (e.g., ECHO)' },
  place,
  inert,
})
service.line('compress-config', {
  help: { 'compress-config': 'Compress the configuration file' },
  needs: '!router',
  place,
  inert,
})
service.line('compress-config', {
  help: { 'compress-config': 'Compress the nvram configuration file' },
  needs: 'router',
  place,
  inert,
})
service.line('counters max age <seconds:0-60>', {
  help: {
    counters: 'Control aging of interface counters',
    max: 'Maximum age of interface counters',
    age: 'Maximum age of interface counters',
    seconds: 'Aging time in seconds',
  },
  needs: 'switch',
  place,
  inert,
})
