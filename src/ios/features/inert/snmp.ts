/** `snmp-server …`: kept, and nobody asks. */

import { globalMode } from '../../declare.ts'

const snmp = globalMode.words('snmp-server', { 'snmp-server': 'Modify SNMP engine parameters' })
const place = 'snmp-server'
const inert = true

export const community = snmp.line('community <name:word> [{access:ro|rw}] [<list:1-99>]', {
  help: {
    community: 'Enable SNMP; set community string and access privs',
    name: 'SNMP community string',
    ro: 'Read-only access with this community string',
    rw: 'Read-write access with this community string',
    list: 'Std IP accesslist allowing access with this community string',
  },
  key: ['name'],
  place,
  // Read-only is what a community gets without being asked, and it prints, in capitals.
  print: ({ name, access = 'ro', list }) => [
    `snmp-server community ${name} ${access.toUpperCase()}${list === undefined ? '' : ` ${list}`}`,
  ],
  keep: ({ access = 'ro', ...rest }) => ({ ...rest, access }),
  inert,
})
snmp.line('trap-source <name:interface>', {
  help: {
    'trap-source': 'Assign an interface for the source address of all traps',
    name: 'Interface',
  },
  place,
  inert,
})
snmp.line('location <text:line>', {
  help: { location: 'Text for mib object sysLocation', text: 'The physical location of this node' },
  place,
  inert,
})
snmp.line('contact <text:line>', {
  help: {
    contact: 'Text for mib object sysContact',
    text: 'identification of the contact person for this managed node',
  },
  place,
  inert,
})
snmp.line('chassis-id <text:line>', {
  help: {
    'chassis-id': 'String to uniquely identify this chassis',
    text: 'Unique ID string',
  },
  place,
  inert,
})
const traps = snmp.words('enable traps', {
  enable: 'Enable SNMP Traps',
  traps: 'Enable SNMP Traps',
})
traps.line('[<kinds:line>]', {
  help: { kinds: 'Kinds of traps, as they stand in the configuration' },
  key: ['kinds'],
  place,
  inert,
})
snmp.line('host <address:host> [{kind:traps|informs}] [version {version:1|2c}] <name:word>', {
  help: {
    host: 'Specify hosts to receive SNMP notifications',
    address: 'IP/IPV6 address of SNMP notification host',
    traps: 'Send Trap messages to this host',
    informs: 'Send Inform messages to this host',
    version: 'SNMP version to use for notification messages',
    1: 'Use SNMPv1',
    '2c': 'Use SNMPv2c',
    name: 'SNMPv1/v2c community string or SNMPv3 user name',
  },
  key: ['address', 'name'],
  place,
  // Traps are what a host gets, and do not print.
  keep: ({ kind, ...rest }) => (kind === 'informs' ? { ...rest, kind } : rest),
  inert,
})
