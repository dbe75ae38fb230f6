import { describe, expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

const configuring = (profile: string, startupConfig?: string): TestConsole => {
  const console = startConsole(profile, startupConfig === undefined ? {} : { startupConfig })
  console.advance(10_000)
  console.type('en\rconf t\rno logging console\r')
  console.advance(100)
  return console
}

const running = (console: TestConsole): string[] =>
  console.type('do show running-config\r').split('\n').slice(1, -1)

/** What is typed, and the lines that are then in the configuration. */
const onSwitch: readonly [string, ...string[]][] = [
  ['service nagle', 'service nagle'],
  ['service tcp-keepalives-in', 'service tcp-keepalives-in'],
  ['no service dhcp', 'no service dhcp'],
  ['no service password-recovery', 'no service password-recovery'],
  ['service counters max age 5', 'service counters max age 5'],
  ['no cdp run', 'no cdp run'],
  ['cdp timer 30', 'cdp timer 30'],
  ['cdp holdtime 180'],
  ['lldp run', 'lldp run'],
  ['lldp timer 30'],
  ['ntp server 192.0.2.1 prefer', 'ntp server 192.0.2.1 prefer'],
  ['ntp server time.example version 3 key 5', 'ntp server time.example version 3 key 5'],
  ['ntp authentication-key 5 md5 secret', 'ntp authentication-key 5 md5 secret'],
  ['ntp source vlan 1', 'ntp source Vlan1'],
  ['snmp-server community public', 'snmp-server community public RO'],
  ['snmp-server community private rw 5', 'snmp-server community private RW 5'],
  ['snmp-server location Room 4, rack 2', 'snmp-server location Room 4, rack 2'],
  ['snmp-server contact admin', 'snmp-server contact admin'],
  ['snmp-server host 192.0.2.1 version 2c public', 'snmp-server host 192.0.2.1 version 2c public'],
  ['snmp-server enable traps', 'snmp-server enable traps'],
  ['snmp-server enable traps vtp', 'snmp-server enable traps vtp'],
  ['no ip http server', 'no ip http server'],
  ['ip http authentication local', 'ip http authentication local'],
  ['ip ssh version 2', 'ip ssh version 2'],
  ['ip ssh time-out 60', 'ip ssh time-out 60'],
  ['ip ssh authentication-retries 3'],
  ['ip tftp source-interface vlan 1', 'ip tftp source-interface Vlan1'],
  ['ip dhcp snooping', 'ip dhcp snooping'],
  ['ip dhcp snooping vlan 10,20', 'ip dhcp snooping vlan 10,20'],
  ['no ip dhcp snooping information option', 'no ip dhcp snooping information option'],
  ['ip arp inspection vlan 10', 'ip arp inspection vlan 10'],
  ['ip arp inspection validate ip src-mac', 'ip arp inspection validate src-mac ip'],
  ['spanning-tree mode rapid-pvst', 'spanning-tree mode rapid-pvst'],
  ['spanning-tree vlan 10 root primary', 'spanning-tree vlan 10 priority 24576'],
  ['spanning-tree vlan 20 root secondary', 'spanning-tree vlan 20 priority 28672'],
  ['no spanning-tree vlan 30', 'no spanning-tree vlan 30'],
  ['spanning-tree portfast bpduguard default', 'spanning-tree portfast bpduguard default'],
  ['spanning-tree pathcost method long', 'spanning-tree pathcost method long'],
  ['errdisable recovery cause psecure-violation', 'errdisable recovery cause psecure-violation'],
  ['errdisable recovery interval 300'],
  ['errdisable recovery interval 30', 'errdisable recovery interval 30'],
  ['no errdisable detect cause all', 'no errdisable detect cause all'],
  ['mac address-table aging-time 600', 'mac address-table aging-time 600'],
  [
    'mac address-table static 0.1.2 vlan 4 interface f0/3',
    'mac address-table static 0000.0001.0002 vlan 4 interface FastEthernet0/3',
  ],
  ['port-channel load-balance src-dst-ip', 'port-channel load-balance src-dst-ip'],
  ['lacp system-priority 100', 'lacp system-priority 100'],
  ['udld aggressive', 'udld aggressive'],
  ['monitor session 1 source interface f0/5 both', 'monitor session 1 source interface FastEthernet0/5'],
  ['monitor session 1 source interface f0/6 rx', 'monitor session 1 source interface FastEthernet0/6 rx'],
  ['monitor session 1 destination interface f0/7', 'monitor session 1 destination interface FastEthernet0/7'],
]

describe('lines that wait for a network', () => {
  test('each is kept, prints, and goes with its no', () => {
    const console = configuring('catalyst-2960-24tt')
    for (const [typed, ...lines] of onSwitch) {
      const before = running(console)
      expect(console.type(`${typed}\r`), typed).not.toContain('%')
      const added = running(console).filter((line) => !before.includes(line) && !line.startsWith('Current'))
      expect(added, typed).toEqual(lines)
      console.type(typed.startsWith('no ') ? `${typed.slice(3)}\r` : `no ${typed}\r`)
      if (lines.length > 0) expect(running(console), typed).not.toContain(lines[0])
      console.type(`${typed}\r`)
    }
    const whole = running(console)
    const again = configuring('catalyst-2960-24tt', `${whole.slice(3).join('\n')}\n`)
    expect(running(again)).toEqual(whole)
  })

  test('a router has what it can have', () => {
    const console = configuring('isr-1941')
    console.type('ntp master 3\rlldp run\rno cdp run\rip ssh version 2\rntp update-calendar\r')
    console.type('archive\rpath flash0:backup\rmaximum 5\rwrite-memory\rtime-period 60\rexit\r')
    const text = running(console).join('\n')
    expect(text).toContain('\nno cdp run\nlldp run\n')
    expect(text).toContain('\narchive\n path flash0:backup\n maximum 5\n write-memory\n time-period 60\n!\n')
    expect(text).toContain('\nntp master 3\nntp update-calendar\n!\nend')
    expect(console.type('spanning-tree mode pvst\r')).toContain("% Invalid input detected at '^' marker.")
  })
})

// The sentences of real Catalysts.
test('spanning tree refuses what is no multiple and warns of PortFast', () => {
  const console = configuring('catalyst-2960-24tt')
  expect(console.type('spanning-tree vlan 1 priority 5000\r')).toContain(`
% Bridge Priority must be in increments of 4096.
% Allowed values are: 
  0     4096  8192  12288 16384 20480 24576 28672
  32768 36864 40960 45056 49152 53248 57344 61440
Switch(config)#`)
  console.type('int fa0/6\r')
  expect(console.type('spanning-tree port-priority 5\r')).toContain(
    '\n% Port Priority in increments of 16 is required\n',
  )
  expect(console.type('spanning-tree portfast\r')).toBe(`spanning-tree portfast
%Warning: portfast should only be enabled on ports connected to a single
 host. Connecting hubs, concentrators, switches, bridges, etc... to this
 interface  when portfast is enabled, can cause temporary bridging loops.
 Use with CAUTION

%Portfast has been configured on FastEthernet0/6 but will only
 have effect when the interface is in a non-trunking mode.
Switch(config-if)#`)
  console.type('spanning-tree bpduguard enable\rspanning-tree guard root\rip dhcp snooping trust\r')
  expect(running(console).join('\n')).toContain(`interface FastEthernet0/6
 spanning-tree portfast
 spanning-tree bpduguard enable
 spanning-tree guard root
 ip dhcp snooping trust
!`)
})

// Sentences of Catalysts on 15.x.
test('VTP lives beside the VLAN database and prints in transparent mode only', () => {
  const console = configuring('catalyst-2960-24tt')
  const say = (line: string): string => {
    const text = console.type(`${line}\r`)
    return text.slice(text.indexOf('\n') + 1, text.lastIndexOf('\n') + 1)
  }
  expect(say('vtp mode server')).toBe('Device mode already VTP Server for VLANS.\n')
  expect(say('vtp domain CCNA')).toBe('Changing VTP domain name from NULL to CCNA\n')
  expect(say('vtp domain CCNA')).toBe('Domain name already set to CCNA.\n')
  expect(say('vtp password cisco')).toBe('Setting device VTP password to cisco\n')
  expect(running(console).filter((line) => line.startsWith('vtp'))).toEqual([])
  expect(say('vtp mode transparent')).toBe('Setting device to VTP Transparent mode for VLANS.\n')
  expect(running(console).filter((line) => line.startsWith('vtp'))).toEqual([
    'vtp domain CCNA',
    'vtp mode transparent',
  ])
  say('vtp mode client')
  const again = startConsole('catalyst-2960-24tt', { storage: console.storage })
  again.type('en\r')
  expect(again.type('show vtp password\r')).toContain('\nVTP Password: cisco\n')
  again.type('conf t\r')
  expect(again.type('vtp mode client\r')).toContain('\nDevice mode already VTP Client for VLANS.\n')
  console.storage.remove('flash', 'vlan.dat')
  const fresh = startConsole('catalyst-2960-24tt', { storage: console.storage })
  fresh.type('en\r')
  expect(fresh.type('show vtp password\r')).toContain('\nThe VTP password is not configured.\n')
})
