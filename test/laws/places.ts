/** How to reach every configuration mode, with every kind of section that has its own commands. */

import type { ModeId } from '../../src/ios/modes.ts'
import type { TestConsole } from '../console.ts'

export const waysTo: Readonly<Partial<Record<ModeId, readonly string[]>>> = {
  config: [''],
  'config-if': [
    'interface FastEthernet0/1',
    'interface GigabitEthernet0/1',
    'interface GigabitEthernet0/0/0',
    'interface GigabitEthernet1',
    'interface Vlan1',
    'interface Loopback3',
    'interface Port-channel2',
    'interface Serial0/0/0',
    'interface Serial0/1/0',
    'interface Serial2/0',
    'interface Tunnel1',
  ],
  'config-subif': ['interface GigabitEthernet0/0.5', 'interface GigabitEthernet1.5'],
  'config-if-range': [
    'interface range FastEthernet0/1 - 2',
    'interface range GigabitEthernet0/0 - 1',
    'interface range GigabitEthernet1 - 2',
  ],
  'config-line': ['line con 0', 'line aux 0', 'line vty 0 4'],
  'config-vlan': ['vlan 7'],
  'config-std-nacl': ['ip access-list standard S'],
  'config-ext-nacl': ['ip access-list extended E'],
  'dhcp-config': ['ip dhcp pool P'],
  'config-router-ospf': ['router ospf 1'],
  'config-router-eigrp': ['router eigrp 1'],
  'config-router-rip': ['router rip'],
  'config-router-bgp': ['router bgp 1'],
  'config-keychain': ['key chain K'],
  'config-keychain-key': ['key chain K\rkey 1'],
  'config-route-map': ['route-map M permit 10'],
  'config-archive': ['archive'],
}

/** Types its way into a mode from wherever the console is; false when the device has no such thing. */
export function goTo(console: TestConsole, mode: ModeId, way: string): boolean {
  if (console.device.session?.place.mode === 'exec') console.type('configure terminal\r')
  if (way !== '') console.type(`${way}\r`)
  return console.device.session?.place.mode === mode
}
