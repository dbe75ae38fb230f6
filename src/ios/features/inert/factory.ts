/** Lines that stand in factory configurations and change nothing that is modelled here. */

import { globalMode } from '../../declare.ts'

globalMode.line('system mtu routing <bytes:1500-1998>', {
  help: {
    system: 'Set the system configuration',
    mtu: 'Set the global mtu',
    routing: 'Set the routing MTU for the system',
    bytes: 'MTU size in bytes',
  },
  needs: 'system-mtu',
  place: 'system-mtu',
  inert: true,
})

globalMode.line('vlan internal allocation policy {policy:ascending|descending}', {
  help: {
    vlan: 'Vlan commands',
    internal: 'internal VLAN',
    allocation: 'internal VLAN allocation policy',
    policy: 'internal VLAN allocation policy',
    ascending: 'Allocate internal VLAN in ascending order',
    descending: 'Allocate internal VLAN in descending order',
  },
  needs: 'vlan',
  place: 'vlan-internal',
  inert: true,
})

const ip = globalMode.words('ip', { ip: 'Global IP configuration subcommands' })
ip.line('cef', { help: { cef: 'Cisco Express Forwarding' }, needs: 'cef', place: 'ip-cef', inert: true })
ip.line('forward-protocol nd', {
  help: {
    'forward-protocol': 'Controls forwarding of physical and directed IP broadcasts',
    nd: "Sun's Network Disk protocol",
  },
  needs: 'ip-routing',
  place: 'ip-forward',
  inert: true,
})
globalMode.line('ipv6 cef', {
  help: { ipv6: 'Global IPv6 configuration commands', cef: 'Cisco Express Forwarding for IPv6' },
  needs: 'ipv6-routing',
  place: 'ipv6-cef',
  inert: true,
})
globalMode.line('multilink bundle-name {name:authenticated|both|endpoint}', {
  help: {
    multilink: 'PPP multilink global configuration',
    'bundle-name': 'Select method for naming multilink bundles',
    authenticated: 'Peer authenticated name',
    both: 'Peer authenticated name and endpoint discriminator',
    endpoint: 'Peer endpoint discriminator',
  },
  needs: ['ip-routing', 'router'],
  place: 'multilink',
  inert: true,
})
globalMode.line('cts logging verbose', {
  help: { cts: 'Cisco Trusted Security commands', logging: 'CTS syslog', verbose: 'Verbose CTS syslog' },
  needs: 'cts',
  place: 'cts',
  inert: true,
})
globalMode.line('license udi pid <pid:word> sn <sn:word>', {
  help: {
    license: 'Configure license features',
    udi: 'Unique Device Identifier',
    pid: 'Product ID',
    sn: 'Serial number',
  },
  needs: 'license-udi',
  place: 'license',
  inert: true,
})
globalMode.line('redundancy', {
  help: { redundancy: 'Enter redundancy mode' },
  needs: 'redundancy',
  place: 'redundancy',
  inert: true,
})
globalMode.line('control-plane', {
  help: { 'control-plane': 'Configure control plane services' },
  place: 'control-plane',
  inert: true,
})
globalMode.line('scheduler allocate <interrupt:400-60000> <process:100-4000>', {
  help: {
    scheduler: 'Scheduler parameters',
    allocate: 'Guarantee CPU time for processes',
    interrupt: 'Microseconds handling network interrupts',
    process: 'Microseconds running processes',
  },
  needs: 'scheduler-allocate',
  place: 'scheduler',
  inert: true,
})
globalMode.line('aaa new-model', {
  help: {
    aaa: 'Authentication, Authorization and Accounting.',
    'new-model': 'Enable NEW access control commands and functions.(Disables OLD commands.)',
  },
  place: 'aaa',
  inert: true,
})
