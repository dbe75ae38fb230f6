/** Names of well-known ports, those of /etc/services that a lab meets. Source: IANA service name registry. */

const names: ReadonlyMap<string, number> = new Map([
  ['ftp-data', 20],
  ['ftp', 21],
  ['ssh', 22],
  ['telnet', 23],
  ['smtp', 25],
  ['domain', 53],
  ['bootps', 67],
  ['bootpc', 68],
  ['tftp', 69],
  ['http', 80],
  ['ntp', 123],
  ['snmp', 161],
  ['snmp-trap', 162],
  ['bgp', 179],
  ['https', 443],
  ['syslog', 514],
  ['route', 520],
])

const byNumber = new Map([...names].map(([name, port]) => [port, name]))

/** A number from 0 to 65535 or a name; undefined for neither. */
export function readPort(text: string): number | undefined {
  if (/^\d{1,5}$/.test(text)) return Number(text) <= 65_535 ? Number(text) : undefined
  return names.get(text)
}

export function portName(port: number): string {
  return byNumber.get(port) ?? String(port)
}
