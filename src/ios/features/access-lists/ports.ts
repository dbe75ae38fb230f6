/**
 * Names of TCP and UDP ports and of ICMP messages in access lists: read by name or number, printed by name. Ports 22 and 443
 * have no name on 15.x. Source: Cisco IOS Security command reference ("access-list (IP extended)"), IANA numbers.
 */

import { tokenEnd } from '../../../grammar/argument.ts'
import { defineArgument } from '../../argument-types.ts'

/** An ICMP message: a type, and a code where it is given. */
export interface IcmpMessage {
  readonly type: number
  readonly code?: number
}

declare module '../../../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    'tcp-port': number
    'udp-port': number
    'icmp-message': IcmpMessage
  }
}

interface Named<T> {
  readonly word: string
  readonly help: string
  readonly value: T
}

const tcpPorts = table(`
bgp          179   Border Gateway Protocol
chargen      19    Character generator
cmd          514   Remote commands (rcmd)
daytime      13    Daytime
discard      9     Discard
domain       53    Domain Name Service
echo         7     Echo
exec         512   Exec (rsh)
finger       79    Finger
ftp          21    File Transfer Protocol
ftp-data     20    FTP data connections
gopher       70    Gopher
hostname     101   NIC hostname server
ident        113   Ident Protocol
irc          194   Internet Relay Chat
klogin       543   Kerberos login
kshell       544   Kerberos shell
login        513   Login (rlogin)
lpd          515   Printer service
nntp         119   Network News Transport Protocol
pim-auto-rp  496   PIM Auto-RP
pop2         109   Post Office Protocol v2
pop3         110   Post Office Protocol v3
smtp         25    Simple Mail Transport Protocol
sunrpc       111   Sun Remote Procedure Call
tacacs       49    TAC Access Control System
talk         517   Talk
telnet       23    Telnet
time         37    Time
uucp         540   Unix-to-Unix Copy Program
whois        43    Nicname
www          80    World Wide Web (HTTP)
`)

const udpPorts = table(`
biff           512   Biff (mail notification, comsat)
bootpc         68    Bootstrap Protocol (BOOTP) client
bootps         67    Bootstrap Protocol (BOOTP) server
discard        9     Discard
dnsix          195   DNSIX security protocol auditing
domain         53    Domain Name Service (DNS)
echo           7     Echo
isakmp         500   Internet Security Association and Key Management Protocol
mobile-ip      434   Mobile IP registration
nameserver     42    IEN116 name service (obsolete)
netbios-dgm    138   NetBios datagram service
netbios-ns     137   NetBios name service
netbios-ss     139   NetBios session service
non500-isakmp  4500  Internet Security Association and Key Management Protocol
ntp            123   Network Time Protocol
pim-auto-rp    496   PIM Auto-RP
rip            520   Routing Information Protocol (router, in.routed)
snmp           161   Simple Network Management Protocol
snmptrap       162   SNMP Traps
sunrpc         111   Sun Remote Procedure Call
syslog         514   System Logger
tacacs         49    TAC Access Control System
talk           517   Talk
tftp           69    Trivial File Transfer Protocol
time           37    Time
who            513   Who service (rwho)
xdmcp          177   X Display Manager Control Protocol
`)

function table(rows: string): Named<number>[] {
  return rows
    .trim()
    .split('\n')
    .map((row) => {
      const [, word = '', value, help = ''] = /^(\S+) +(\d+) +(.*)$/.exec(row) ?? []
      return { word, help, value: Number(value) }
    })
}

const icmpMessages: readonly Named<IcmpMessage>[] = [
  { word: 'administratively-prohibited', help: 'Administratively prohibited', value: { type: 3, code: 13 } },
  { word: 'echo', help: 'Echo (ping)', value: { type: 8 } },
  { word: 'echo-reply', help: 'Echo reply', value: { type: 0 } },
  { word: 'host-unknown', help: 'Host unknown', value: { type: 3, code: 7 } },
  { word: 'host-unreachable', help: 'Host unreachable', value: { type: 3, code: 1 } },
  { word: 'information-reply', help: 'Information replies', value: { type: 16 } },
  { word: 'information-request', help: 'Information requests', value: { type: 15 } },
  { word: 'mask-reply', help: 'Mask replies', value: { type: 18 } },
  { word: 'mask-request', help: 'Mask requests', value: { type: 17 } },
  { word: 'net-unreachable', help: 'Net unreachable', value: { type: 3, code: 0 } },
  { word: 'packet-too-big', help: 'Fragmentation needed and DF set', value: { type: 3, code: 4 } },
  { word: 'parameter-problem', help: 'All parameter problems', value: { type: 12 } },
  { word: 'port-unreachable', help: 'Port unreachable', value: { type: 3, code: 3 } },
  { word: 'protocol-unreachable', help: 'Protocol unreachable', value: { type: 3, code: 2 } },
  { word: 'redirect', help: 'All redirects', value: { type: 5 } },
  { word: 'router-advertisement', help: 'Router discovery advertisements', value: { type: 9 } },
  { word: 'router-solicitation', help: 'Router discovery solicitations', value: { type: 10 } },
  { word: 'source-quench', help: 'Source quenches', value: { type: 4 } },
  { word: 'time-exceeded', help: 'All time exceededs', value: { type: 11 } },
  { word: 'timestamp-reply', help: 'Timestamp replies', value: { type: 14 } },
  { word: 'timestamp-request', help: 'Timestamp requests', value: { type: 13 } },
  { word: 'traceroute', help: 'Traceroute', value: { type: 30 } },
  { word: 'ttl-exceeded', help: 'TTL exceeded', value: { type: 11, code: 0 } },
  { word: 'unreachable', help: 'All unreachables', value: { type: 3 } },
]

/** A name by unique prefix, exact names first. */
function named<T>(names: readonly Named<T>[], typed: string): T | undefined {
  const lower = typed.toLowerCase()
  const fitting = names.filter(({ word }) => word.startsWith(lower))
  return (fitting.find(({ word }) => word === lower) ?? (fitting.length === 1 ? fitting[0] : undefined))
    ?.value
}

for (const [type, ports] of [
  ['tcp-port', tcpPorts],
  ['udp-port', udpPorts],
] as const) {
  const words = [{ word: '<0-65535>', help: 'Port number' }, ...ports]
  defineArgument<number>(type, {
    placeholder: () => '<0-65535>',
    words: () => words,
    read(line, start) {
      const end = tokenEnd(line, start)
      const typed = line.slice(start, end)
      const value = /^\d{1,5}$/.test(typed) ? Number(typed) : named(ports, typed)
      return value === undefined || value > 65_535 ? { ok: false, at: start } : { ok: true, value, end }
    },
    show: (value) => ports.find((port) => port.value === value)?.word ?? String(value),
  })
}

const icmpWords = [{ word: '<0-255>', help: 'ICMP message type' }, ...icmpMessages]

defineArgument<IcmpMessage>('icmp-message', {
  placeholder: () => '<0-255>',
  words: () => icmpWords,
  read(line, start) {
    const end = tokenEnd(line, start)
    const typed = line.slice(start, end)
    const value = /^\d{1,3}$/.test(typed) ? { type: Number(typed) } : named(icmpMessages, typed)
    return value === undefined || value.type > 255 ? { ok: false, at: start } : { ok: true, value, end }
  },
  show: showIcmp,
})

/** `echo`, `host-unreachable`, `3 9`. */
export function showIcmp({ type, code }: IcmpMessage): string {
  const name = icmpMessages.find(({ value }) => value.type === type && value.code === code)
  return name?.word ?? (code === undefined ? String(type) : `${type} ${code}`)
}
