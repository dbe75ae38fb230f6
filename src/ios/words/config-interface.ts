/**
 * What follows `interface` and `line` in global configuration. Interface types are shown by `?` only: they are read as part
 * of an interface name.
 * Source: lists of 12.4 routers for the wording; the choice of types for the two platforms from memory.
 */
import type { WordList } from './word-list.ts'

/** `interface ?`. Wording: captured on a 12.4 router and on IOSvL2 15.2; the choice from memory. */
export const interfaceConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'interface',
  words: `
Async              Async interface
Auto-Template      Auto-Template interface
BVI                Bridge-Group Virtual Interface
CTunnel            CTunnel interface
Dialer             Dialer interface
GigabitEthernet    GigabitEthernet IEEE 802.3z
Group-Async        Async Group interface
Lex                Lex interface
Loopback           Loopback interface
Null               Null interface
Port-channel       Ethernet Channel of interfaces
Tunnel             Tunnel interface
Vif                PGM Multicast Host interface
Virtual-Template   Virtual Template interface
Virtual-TokenRing  Virtual TokenRing
Vlan               Catalyst Vlans
range              interface range command
`,
}

/** The switch adds. Wording: IOSvL2 15.2 and from memory. */
export const interfaceConfigCatalyst: WordList = {
  mode: 'config',
  level: 15,
  path: 'interface',
  on: ['switch'],
  words: `
FastEthernet  FastEthernet IEEE 802.3
Filter        Filter interface
Filtergroup   Filter Group interface
GroupVI       Group Virtual interface
Portgroup     Portgroup interface
Pos-channel   POS Channel of interfaces
fcpa          Fiber Channel
`,
}

/** The router adds. Wording: a 12.4 router; `Embedded-Service-Engine` from memory. */
export const interfaceConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'interface',
  on: ['router'],
  words: `
CDMA-Ix                  CDMA Ix interface
Embedded-Service-Engine  cisco embedded service engine module
LISP                     Locator/ID Separation Protocol Virtual Interface
MFR                      Multilink Frame Relay bundle interface
Multilink                Multilink-group interface
Serial                   Serial
Virtual-PPP              Virtual PPP interface
`,
}

/** `line ?`. From memory. */
export const lineConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'line',
  words: `
console  Primary terminal line
vty      Virtual terminal
`,
}

/** The switch adds. From memory. */
export const lineConfigCatalyst: WordList = {
  mode: 'config',
  level: 15,
  path: 'line',
  on: ['switch'],
  words: `
<0-16>  First Line number
`,
}

/** The router adds. From memory. Its range of line numbers hangs on its modules and is left out. */
export const lineConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'line',
  on: ['router'],
  words: `
aux    Auxiliary line
tty    Terminal controller
x/y/z  Slot/Subslot/Port for Modems
`,
}
