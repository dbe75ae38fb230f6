/** The kinds of check that look at links, switching, tables and routes: what passes, what fails, and what is said of it. */

import { describe, expect, test } from 'vitest'
import { BadFile } from '../../src/stores/checked-file.ts'
import { checked, configured, cut, sentences, typed } from './checked.ts'

/** Whether each passed, as a row of signs. */
const signs = (results: Awaited<ReturnType<typeof checked>>): string =>
  results.map(({ passed }) => (passed ? '+' : '-')).join('')

describe('interface', () => {
  test('passes for what is so, and only for that', async () => {
    const results = await checked(
      'two-routers',
      [
        'interface: { device: R1, port: Se0/0/0, link: up, protocol: up, clock-rate: 128000, address: 10.0.0.1/30 }',
        'interface: { device: R1, port: Gi0/0, speed: 1000, duplex: full, mtu: 1500, description: to PC1 }',
        'interface: { device: R1, port: Gi0/1, link: administratively down, protocol: down }',
        'interface: { device: R1, port: Se0/0/0, clock-rate: 64000 }',
        'interface: { device: R1, port: Se0/0/0, address: 10.0.0.1/24 }',
        'interface: { device: R1, port: Gi0/0, speed: 100 }',
        'interface: { device: R1, port: Gi0/0, duplex: half }',
        'interface: { device: R1, port: Gi0/0, mtu: 1400 }',
        'interface: { device: R1, port: Gi0/0, description: to R2 }',
        'interface: { device: R1, port: Gi0/0, link: down }',
        'interface: { device: R1, port: Gi0/0.10 }',
      ],
      configured('R1', 'interface gi0/0', 'description To PC1'),
    )
    expect(signs(results)).toBe('+++--------')
    expect(sentences(results).slice(3)).toEqual([
      '✗ R1 Se0/0/0 gives a clock of 64000 bit/s | 128000 bit/s',
      '✗ R1 Se0/0/0 has the address 10.0.0.1/24 | its address is 10.0.0.1/30',
      '✗ R1 Gi0/0 runs at 100 Mb/s | it runs at 1000 Mb/s',
      '✗ R1 Gi0/0 runs in half duplex | it runs in full duplex',
      '✗ R1 Gi0/0 takes IP packets of 1400 bytes | 1500 bytes',
      '✗ R1 Gi0/0 is described as "to R2" | it is described as "To PC1"',
      '✗ R1 Gi0/0 is down | it is up',
      '✗ R1 Gi0/0.10 is there | R1 has no interface Gi0/0.10',
    ])
    expect(sentences(results, 'zh').slice(0, 5)).toEqual([
      '✓ R1 Se0/0/0 已接通，线路协议为 up，地址是 10.0.0.1/30，提供 128000 bit/s 的时钟 | 已接通；线路协议为 up；地址是 10.0.0.1/30；128000 bit/s',
      '✓ R1 Gi0/0 的速率是 1000 Mb/s，工作在全双工，描述是“to PC1”，IP MTU 是 1500 字节 | 速率是 1000 Mb/s；工作在全双工；描述是“To PC1”；1500 字节',
      '✓ R1 Gi0/1 被关闭，线路协议为 down | 被关闭；线路协议为 down',
      '✗ R1 Se0/0/0 提供 64000 bit/s 的时钟 | 128000 bit/s',
      '✗ R1 Se0/0/0 的地址是 10.0.0.1/24 | 地址是 10.0.0.1/30',
    ])
  })

  test('knows why a port is down', async () => {
    const up = (device: string, port: string) => `interface: { device: ${device}, port: ${port}, link: up }`
    const causes = async (...of: Parameters<typeof checked>) =>
      (await checked(...of)).map(({ cause }) => cause?.en)
    expect(
      await causes(
        'two-switches',
        [
          up('SW1', 'Fa0/3'),
          up('SW1', 'Gi0/1'),
          up('SW2', 'Gi0/1'),
          up('SW1', 'Fa0/1'),
          up('SW1', 'Vlan30'),
          'interface: { device: SW1, port: Vlan20, protocol: up }',
        ],
        configured(
          'SW1',
          'interface gi0/1',
          'shutdown',
          'interface fa0/2',
          'shutdown',
          'interface vlan 30',
          'interface vlan 20',
        ),
        typed('PC1', 'ip link set eth0 down'),
      ),
    ).toEqual([
      'no cable is plugged into Fa0/3',
      undefined, // "it is shut down" says it
      'SW1 Gi0/1 is shut down',
      'PC1 eth0 is switched off there',
      'VLAN 30 does not exist on the switch',
      'no port of the switch is up in VLAN 20',
    ])
    expect(await causes('bad-cables', [up('SW1', 'Fa0/23')])).toEqual([
      'the cable is straight, both ends send on the same pairs, and neither detects that by itself',
    ])
    expect(
      await causes(
        'bad-cables',
        [up('SW1', 'Fa0/24'), 'interface: { device: SW2, port: Fa0/1, link: up }'],
        configured('SW2', 'interface fa0/24', 'speed 10'),
        { kind: 'power', on: 'PC2', to: 'off', loses: { tasks: [] } },
      ),
    ).toEqual(['the ends are set to different speeds', 'PC2 is switched off'])
    expect(
      await causes(
        'two-routers',
        [up('R2', 'Se0/0/0')],
        configured('R1', 'interface se0/0/0', 'no clock rate'),
      ),
    ).toEqual(['R1, the DCE end, gives R2 no clock'])
    expect(await causes('bad-cables', ['interface: { device: SW2, port: Fa0/24, duplex: full }'])).toEqual([
      'the other end, SW1 Fa0/24, is set to full duplex and does not negotiate',
    ])
    expect(
      await causes(
        'two-switches',
        [up('SW1', 'Gi0/1'), up('SW2', 'Gi0/1')],
        configured('SW2', 'interface gi0/1', 'spanning-tree bpduguard enable'),
        { kind: 'wait', ms: 60_000 },
      ),
    ).toEqual(['SW2 Gi0/1 was err-disabled by bpduguard', 'Gi0/1 was err-disabled by bpduguard'])
  })
})

test('vlan', async () => {
  const results = await checked(
    'two-switches',
    [
      'vlan: { device: SW1, id: 10, name: STAFF }',
      'vlan: { device: SW1, id: 30, absent: true }',
      'vlan: { device: SW1, id: 10, name: Staff }',
      'vlan: { device: SW1, id: 10, absent: true }',
      'vlan: { device: SW1, id: 30 }',
      'vlan: { device: SW1, id: 20 }',
    ],
    configured('SW1', 'vlan 20', 'state suspend'),
  )
  expect(sentences(results)).toEqual([
    '✓ VLAN 10 of SW1 is called STAFF | STAFF',
    '✓ there is no VLAN 30 on SW1 | there is no VLAN 30',
    '✗ VLAN 10 of SW1 is called Staff | STAFF | names differ by capital and small letters',
    '✗ there is no VLAN 10 on SW1 | it is there',
    '✗ VLAN 30 exists on SW1 | there is no VLAN 30',
    '✗ VLAN 20 exists on SW1 | it is suspended or shut down',
  ])
})

describe('switchport', () => {
  test('passes for what is so', async () => {
    const results = await checked(
      'two-switches',
      [
        'switchport: { device: SW1, port: Fa0/1, mode: access, vlan: 10, fixed: true }',
        'switchport: { device: SW1, port: Gi0/1, mode: trunk, native: 99, carries: [10], keeps-out: [20], fixed: true }',
        'switchport: { device: SW1, port: Fa0/3, mode: access, fixed: false, voice: 20 }',
      ],
      configured(
        'SW1',
        'interface gi0/1',
        'switchport trunk native vlan 99',
        'switchport trunk allowed vlan 10,99',
        'interface fa0/3',
        'switchport voice vlan 20',
      ),
    )
    expect(sentences(results)).toEqual([
      '✓ SW1 Fa0/1 is an access port, does not negotiate its mode, is in VLAN 10 | it is an access port; its mode is set; VLAN 10',
      '✓ SW1 Gi0/1 is a trunk, does not negotiate its mode, has native VLAN 99, carries VLAN 10, keeps out VLAN 20 | it is a trunk; its mode is set; its native VLAN is 99; it carries them; they do not cross it',
      '✓ SW1 Fa0/3 is an access port, negotiates its mode, has voice VLAN 20 | it is an access port; its mode is negotiated (dynamic auto); voice VLAN 20',
    ])
  })

  test('says what is wrong, and why', async () => {
    const results = await checked(
      'two-switches',
      [
        'switchport: { device: SW1, port: Fa0/3, vlan: 20 }',
        'switchport: { device: SW1, port: Fa0/1, vlan: 20 }',
        'switchport: { device: SW1, port: Fa0/4, vlan: 30 }',
        'switchport: { device: SW1, port: Gi0/1, vlan: 20 }',
        'switchport: { device: SW1, port: Gi0/1, native: 99, keeps-out: [10] }',
        'switchport: { device: SW1, port: Gi0/1, carries: [10, 20] }',
        'switchport: { device: SW1, port: Gi0/1, carries: [40] }',
        'switchport: { device: SW1, port: Fa0/1, mode: trunk }',
        'switchport: { device: SW1, port: Gi0/2, carries: [10] }',
        'switchport: { device: SW1, port: Fa0/3, fixed: true }',
        'switchport: { device: SW1, port: Fa0/1, fixed: false }',
      ],
      configured(
        'SW1',
        'interface fa0/4',
        'switchport access vlan 30',
        'no vlan 30',
        'interface gi0/1',
        'switchport trunk allowed vlan remove 20',
      ),
    )
    expect(sentences(results)).toEqual([
      '✗ SW1 Fa0/3 is in VLAN 20 | VLAN 1 | Fa0/3 has VLAN 1 from the factory: no other access VLAN is set there',
      '✗ SW1 Fa0/1 is in VLAN 20 | VLAN 10',
      '✗ SW1 Fa0/4 is in VLAN 30 | the port belongs to VLAN 30, which carries nothing | VLAN 30 does not exist on the switch',
      '✗ SW1 Gi0/1 is in VLAN 20 | it is a trunk | Gi0/1 is set to be a trunk',
      '✗ SW1 Gi0/1 has native VLAN 99, keeps out VLAN 10 | its native VLAN is 1; VLAN 10 may cross it | Gi0/1 has VLAN 1 from the factory: no other native VLAN is set there; a trunk carries every VLAN that nobody keeps out',
      '✗ SW1 Gi0/1 carries VLANs 10, 20 | VLAN 20 does not cross it | the list of allowed VLANs leaves VLAN 20 out',
      '✗ SW1 Gi0/1 carries VLAN 40 | VLAN 40 does not cross it | VLAN 40 does not exist on the switch',
      '✗ SW1 Fa0/1 is a trunk | it is an access port | Fa0/1 is set to be an access port',
      '✗ SW1 Gi0/2 carries VLAN 10 | it carries nothing | no cable is plugged into Gi0/2',
      '✗ SW1 Fa0/3 does not negotiate its mode | its mode is negotiated (dynamic auto)',
      '✗ SW1 Fa0/1 negotiates its mode | its mode is set',
    ])
    expect(sentences(results, 'zh')[0]).toBe(
      '✗ SW1 Fa0/3 属于 VLAN 20 | VLAN 1 | VLAN 1 是出厂值：Fa0/3 上没有设置别的 access VLAN',
    )
  })

  test('knows what came of negotiation', async () => {
    const trunk = ['switchport: { device: SW1, port: Gi0/1, mode: trunk }']
    const mode = (device: string, ...words: string[]) =>
      configured(device, 'interface gi0/1', 'no switchport mode', ...words)
    const causeOf = async (...deeds: Parameters<typeof configured>[]) =>
      sentences(await checked('two-switches', trunk, ...deeds.map((lines) => mode(...lines))))[0]
    expect(await causeOf(['SW1'], ['SW2'])).toBe(
      '✗ SW1 Gi0/1 is a trunk | it is an access port | both ends wait for the other one to begin',
    )
    expect(
      await causeOf(['SW1', 'switchport mode dynamic desirable'], ['SW2', 'switchport mode access']),
    ).toBe('✗ SW1 Gi0/1 is a trunk | it is an access port | the other end, SW2 Gi0/1, is an access port')
    expect(await causeOf(['SW1', 'switchport mode dynamic desirable'], ['SW2'])).toBe(
      '✓ SW1 Gi0/1 is a trunk | it is a trunk',
    )
  })
})

describe('spanning-tree', () => {
  test('root bridge, next root, roles and states', async () => {
    const results = await checked('triangle', [
      'spanning-tree: { device: SW1, root: true }',
      'spanning-tree: { device: SW2, root: false, next-root: true }',
      'spanning-tree: { device: SW3, next-root: false, port: Gi0/2, role: alternate, state: blocking }',
      'spanning-tree: { device: SW2, port: Gi0/2, role: designated, state: forwarding }',
      'spanning-tree: { device: SW3, port: Gi0/1, role: root }',
      'spanning-tree: { device: SW3, root: true }',
      'spanning-tree: { device: SW3, next-root: true }',
      'spanning-tree: { device: SW1, root: false }',
      'spanning-tree: { device: SW3, port: Gi0/2, role: designated, state: forwarding }',
      'spanning-tree: { device: SW3, vlan: 7, root: true }',
      'spanning-tree: { device: SW3, port: Fa0/9, role: designated }',
    ])
    expect(signs(results)).toBe('+++++------')
    expect(sentences(results).slice(5)).toEqual([
      '✗ SW3 is the root bridge of VLAN 1 | the root is SW1, priority 24577 | SW3 has the higher priority value 32769',
      '✗ SW3 becomes the root bridge of VLAN 1 when the root fails | the next one is SW2, with priority 28673 | SW3 has 32769',
      '✗ SW1 is not the root bridge of VLAN 1 | the root is SW1, priority 24577',
      '✗ SW3 Gi0/2 is a designated port in VLAN 1, forwards in VLAN 1 | it is an alternate port; it is blocked',
      '✗ SW3 is the root bridge of VLAN 7 | no spanning tree runs there in VLAN 7',
      '✗ SW3 Fa0/9 is a designated port in VLAN 1 | no spanning tree runs there in VLAN 1 | no cable is plugged into Fa0/9',
    ])
    expect(sentences(results, 'zh').slice(1, 3)).toEqual([
      '✓ SW2 不是 VLAN 1 的根桥，在根桥失效时接替成为 VLAN 1 的根桥 | 根桥是 SW1，优先级 24577；接替的是 SW2，优先级 28673',
      '✓ SW3 在根桥失效时不会接替成为 VLAN 1 的根桥；SW3 Gi0/2 在 VLAN 1 中是替代端口，在 VLAN 1 中处于阻塞状态 | 接替的是 SW2，优先级 28673；它是替代端口；它处于阻塞状态',
    ])
  })

  test('edge ports and guards, up or down', async () => {
    const results = await checked(
      'triangle',
      [
        'spanning-tree: { device: SW2, port: Fa0/1, portfast: true, bpduguard: false, guard: none }',
        'spanning-tree: { device: SW3, port: Fa0/1, portfast: true, bpduguard: true }',
        'spanning-tree: { device: SW1, port: Gi0/1, guard: root, inconsistent: false }',
        'spanning-tree: { device: SW3, port: Fa0/9, portfast: true }',
        'spanning-tree: { device: SW2, port: Fa0/1, bpduguard: true, guard: root }',
        'spanning-tree: { device: SW2, port: Gi0/1, state: forwarding }',
        'spanning-tree: { device: SW2, port: Gi0/1, inconsistent: false }',
        'spanning-tree: { device: SW2, port: Gi0/1, bpduguard: true }',
      ],
      configured('SW3', 'spanning-tree portfast bpduguard default'),
      configured('SW1', 'interface gi0/1', 'spanning-tree guard root'),
      configured('SW2', 'interface gi0/1', 'spanning-tree guard root'),
    )
    expect(signs(results)).toBe('+++-----')
    expect(sentences(results).slice(3)).toEqual([
      '✗ SW3 Fa0/9 is an edge port | it is no edge port',
      '✗ SW2 Fa0/1 goes out of work when a BPDU arrives, has root guard | BPDU guard is not in force; it has no such guard',
      '✗ SW2 Gi0/1 forwards in VLAN 1 | it is blocked | root guard heard of a better root there',
      '✗ SW2 Gi0/1 is not held back in VLAN 1 | it is held back | root guard heard of a better root there',
      '✗ SW2 Gi0/1 goes out of work when a BPDU arrives | BPDU guard is not in force | neither is it set there, nor is the port an edge port',
    ])
  })
})

test('mac-entry', async () => {
  const results = await checked(
    'two-switches',
    [
      'mac-entry: { device: SW1, of: PC3, port: Gi0/1, vlan: 10, kind: dynamic }',
      'mac-entry: { device: SW1, of: 0050.7966.6801, vlan: 20, kind: static }',
      'mac-entry: { device: SW1, of: PC4, absent: true }',
      'mac-entry: { device: SW1, of: PC3, port: Fa0/1 }',
      'mac-entry: { device: SW1, of: PC3, kind: static }',
      'mac-entry: { device: SW1, of: PC3, vlan: 20 }',
      'mac-entry: { device: SW1, of: PC3, absent: true }',
      'mac-entry: { device: SW1, of: PC2 }',
    ],
    configured('SW1', 'mac address-table static 0050.7966.6801 vlan 20 interface fa0/5'),
    typed('PC1', 'ping -c 1 192.168.10.13'),
  )
  expect(sentences(results)).toEqual([
    '✓ SW1 knows PC3 behind Gi0/1 (VLAN 10, learned) | Gi0/1, VLAN 10',
    '✓ SW1 knows 0050.7966.6801 (VLAN 20, set by hand) | Fa0/5, VLAN 20, static',
    '✓ SW1 has no entry for PC4 | it has no entry',
    '✗ SW1 knows PC3 behind Fa0/1 | Gi0/1, VLAN 10',
    '✗ SW1 knows PC3 (set by hand) | the entry was learned',
    '✗ SW1 knows PC3 (VLAN 20) | VLAN 10',
    '✗ SW1 has no entry for PC3 | Gi0/1, VLAN 10',
    '✗ SW1 knows PC2 | it has no entry | no frame from there has come in lately',
  ])
  expect(sentences(results, 'zh').slice(0, 1)).toEqual([
    '✓ SW1 的 MAC 地址表有 PC3 在 Gi0/1 上的表项（VLAN 10，动态） | Gi0/1，VLAN 10',
  ])
})

test('arp-entry', async () => {
  const results = await checked(
    'two-routers',
    [
      'arp-entry: { device: PC1, address: 192.168.1.1, mac: R1, static: false }',
      'arp-entry: { device: R1, address: 192.168.1.99, mac: 0000.5e00.5301, static: true }',
      'arp-entry: { device: R1, address: 192.168.1.98, absent: true }',
      'arp-entry: { device: PC1, address: 192.168.1.1, mac: PC2 }',
      'arp-entry: { device: PC1, address: 192.168.1.1, static: true }',
      'arp-entry: { device: PC1, address: 192.168.1.1, absent: true }',
      'arp-entry: { device: R1, address: 192.168.1.98 }',
    ],
    configured('R1', 'arp 192.168.1.99 0000.5e00.5301 arpa'),
    typed('PC1', 'ping -c 1 192.168.1.1'),
  )
  expect(signs(results)).toBe('+++----')
  expect(sentences(results)[3]).toMatch(
    /^✗ PC1 has an ARP entry for 192\.168\.1\.1 as that of PC2 \| [0-9a-f.]{14} \| R1 has answered for that address$/,
  )
})

test('route and default-gateway', async () => {
  const results = await checked(
    'two-routers',
    [
      'route: { device: R1, to: 192.168.2.0/24, via: 10.0.0.2, interface: Se0/0/0, source: static, distance: 1 }',
      'route: { device: R1, to: 192.168.1.0/24, source: connected, interface: Gi0/0 }',
      'route: { device: PC1, to: 0.0.0.0/0, via: 192.168.1.1, interface: eth0 }',
      'route: { device: R1, to: 192.168.2.0/24, via: 10.0.0.3, absent: true }',
      'route: { device: R1, to: 192.168.9.0/24, absent: true }',
      'default-gateway: { device: PC1, is: 192.168.1.1 }',
      'default-gateway: { device: R2, is: 10.0.0.1 }',
      'route: { device: R1, to: 192.168.2.0/24, via: 10.0.0.3 }',
      'route: { device: R1, to: 192.168.2.0/24, distance: 5 }',
      'route: { device: R1, to: 192.168.2.0/24, source: connected }',
      'route: { device: R1, to: 192.168.2.0/24, interface: Gi0/0 }',
      'route: { device: R1, to: 192.168.2.0/24, absent: true }',
      'route: { device: R1, to: 172.16.0.0/16 }',
      'route: { device: R1, to: 192.168.2.0/25 }',
      'route: { device: R1, to: 192.168.3.0/24 }',
      'default-gateway: { device: R1, is: 10.0.0.2 }',
      'default-gateway: { device: PC2, is: 192.168.2.2 }',
    ],
    configured('R1', 'ip route 172.16.0.0 255.255.0.0 10.9.9.9'),
    configured('R2', 'ip route 0.0.0.0 0.0.0.0 10.0.0.1'),
  )
  expect(signs(results)).toBe('+++++++----------')
  expect(sentences(results).slice(7)).toEqual([
    '✗ R1 has a route to 192.168.2.0/24 via 10.0.0.3 | static via 10.0.0.2 by Se0/0/0, distance 1',
    '✗ R1 has a route to 192.168.2.0/24 with distance 5 | static via 10.0.0.2 by Se0/0/0, distance 1',
    '✗ R1 has a connected route to 192.168.2.0/24 | static via 10.0.0.2 by Se0/0/0, distance 1',
    '✗ R1 has a route to 192.168.2.0/24 by Gi0/0 | static via 10.0.0.2 by Se0/0/0, distance 1',
    '✗ R1 has no route to 192.168.2.0/24 | static via 10.0.0.2 by Se0/0/0, distance 1',
    '✗ R1 has a route to 172.16.0.0/16 | there is no such route | the next hop 10.9.9.9 cannot be reached',
    '✗ R1 has a route to 192.168.2.0/25 | there is no such route | there is a route to 192.168.2.0/24 only',
    '✗ R1 has a route to 192.168.3.0/24 | there is no such route',
    '✗ 10.0.0.2 is the default gateway of R1 | it has no default gateway',
    '✗ 192.168.2.2 is the default gateway of PC2 | 192.168.2.1',
  ])
  expect(sentences(results, 'zh')[0]).toBe(
    '✓ R1 有到 192.168.2.0/24 的静态路由，下一跳 10.0.0.2，出接口 Se0/0/0，管理距离 1 | 静态路由，下一跳 10.0.0.2，出接口 Se0/0/0，管理距离 1',
  )
})

test('route of a switch that does not route', async () => {
  const [route, gateway] = await checked(
    'layer3-switch',
    ['route: { device: D1, to: 0.0.0.0/0, via: 10.0.0.1 }', 'default-gateway: { device: D1, is: 10.0.0.1 }'],
    configured('D1', 'no ip routing'),
  )
  expect(route?.cause?.en).toBe('D1 does not route')
  expect(gateway?.passed).toBe(false)
})

test('a route in reserve', async () => {
  const results = await checked(
    'campus',
    [
      'route: { device: R1, to: 192.168.10.0/24, via: 10.0.2.2, distance: 10, reserve: true }',
      'route: { device: R1, to: 192.168.10.0/24, via: 10.0.1.2, reserve: true, absent: true }',
      'route: { device: R1, to: 192.168.10.0/24, distance: 5, reserve: true }',
      'route: { device: R1, to: 192.168.20.0/24, reserve: true }',
    ],
    configured('R1', 'no ip route 192.168.20.0 255.255.255.0 10.0.1.2 10'),
  )
  expect(sentences(results)).toEqual([
    '✓ R1 has a route to 192.168.10.0/24 via 10.0.2.2, with distance 10, in reserve | one waits with distance 10',
    '✓ R1 has no route to 192.168.10.0/24 via 10.0.1.2, in reserve | there is none in reserve',
    '✗ R1 has a route to 192.168.10.0/24 with distance 5, in reserve | one waits with distance 10',
    '✗ R1 has a route to 192.168.20.0/24 in reserve | there is none in reserve',
  ])
})

test('a default gateway that is an address of the switch itself', async () => {
  const [result] = await checked(
    'one-switch',
    ['default-gateway: { device: SW1, is: 192.168.1.1 }'],
    configured('SW1', 'ip default-gateway 192.168.1.2'),
  )
  expect(sentences(result === undefined ? [] : [result])).toEqual([
    '✗ 192.168.1.1 is the default gateway of SW1 | it has no default gateway | 192.168.1.2 is an address of SW1 itself',
  ])
})

test('host', async () => {
  const results = await checked(
    'two-routers',
    [
      'host: { device: PC1, address: 192.168.1.11/24, gateway: 192.168.1.1, forwarding: true }',
      'host: { device: PC2, address: 192.168.2.12/25 }',
      'host: { device: PC2, gateway: 192.168.2.254 }',
      'host: { device: PC2, forwarding: true }',
    ],
    typed('PC1', 'echo 1 > /proc/sys/net/ipv4/ip_forward'),
  )
  expect(sentences(results)).toEqual([
    '✓ PC1 has the address 192.168.1.11/24, has the gateway 192.168.1.1, forwards packets | its address is 192.168.1.11/24; its gateway is 192.168.1.1; it does',
    '✗ PC2 has the address 192.168.2.12/25 | its address is 192.168.2.12/24',
    '✗ PC2 has the gateway 192.168.2.254 | its gateway is 192.168.2.1',
    '✗ PC2 forwards packets | it does not',
  ])
})

test('cable', async () => {
  const results = await checked(
    'bad-cables',
    [
      'cable: { at: SW1 Fa0/1, plugged: true, works: true }',
      'cable: { at: SW2 Fa0/1, plugged: false }',
      'cable: { at: wrong, works: false }',
      'cable: { at: wrong, works: true }',
      'cable: { at: mismatch, works: true }',
      'cable: { at: SW2 Fa0/1, plugged: true, works: true }',
      'cable: { at: SW1 Fa0/1, works: false }',
    ],
    cut('SW2 Fa0/1'),
  )
  expect(sentences(results)).toEqual([
    '✓ the cable at SW1 Fa0/1 is plugged in and carries a link whose ends agree | SW1 Fa0/1 and PC1 eth0 agree on 100 Mb/s, full duplex',
    '✓ the cable at SW2 Fa0/1 is pulled out | it lies beside',
    '✓ the cable wrong carries no sound link | it carries no link',
    '✗ the cable wrong carries a link whose ends agree | it carries no link | the cable is straight, both ends send on the same pairs, and neither detects that by itself',
    '✗ the cable mismatch carries a link whose ends agree | the ends run in different duplex modes | SW1 Fa0/24 is set and does not negotiate, and SW2 Fa0/24 falls back to half duplex',
    '✗ the cable at SW2 Fa0/1 is plugged in and carries a link whose ends agree | it lies beside',
    '✗ the cable at SW1 Fa0/1 carries no sound link | SW1 Fa0/1 and PC1 eth0 agree on 100 Mb/s, full duplex',
  ])
})

test('a duplex mismatch that both ends were set to', async () => {
  const [result] = await checked(
    'bad-cables',
    ['cable: { at: mismatch, works: true }'],
    configured('SW2', 'interface fa0/24', 'speed 100', 'duplex half'),
  )
  expect(result?.cause?.en).toBe('SW1 Fa0/24 is set to full duplex, SW2 Fa0/24 to half duplex')
})

test('traceroute', async () => {
  const results = await checked('campus', [
    'traceroute: { from: PC1, to: 203.0.113.1, path: [D1] }',
    'traceroute: { from: PC1, to: PC2, path: [192.168.10.1] }',
    'traceroute: { from: PC1, to: PC3, path: [D1] }',
    'traceroute: { from: PC1, to: PC2, path: [D2] }',
    'traceroute: { from: PC1, to: 198.51.100.1, path: [D1, R1] }',
  ])
  expect(signs(results)).toBe('++---')
  expect(sentences(results).slice(2)).toEqual([
    '✗ packets from PC1 to PC3 go over D1 | they go there directly',
    '✗ packets from PC1 to PC2 go over D2 | over D1',
    '✗ packets from PC1 to 198.51.100.1 go over D1, R1 | D1 → R1, then the destination is reported unreachable | the request ended at R1 Gi0/0: there is no route to the destination (198.51.100.1)',
  ])
})

test('traceroute over fewer or more routers than wanted', async () => {
  const results = await checked('two-routers', [
    'traceroute: { from: PC1, to: PC2, path: [R1, R2] }',
    'traceroute: { from: PC1, to: PC2, path: [R1] }',
    'traceroute: { from: PC1, to: PC2, path: [R1, R2, R1] }',
  ])
  expect(signs(results)).toBe('+--')
})

test('a ping while a cable is pulled out, which is plugged in again', async () => {
  const results = await checked('triangle', [
    'ping: { from: PC1, to: PC2, without: left }',
    'ping: { from: PC1, to: PC2, without: SW2 Fa0/1, fails: true, because: no cable }',
    'ping: { from: PC1, to: PC2 }',
    'ping: { from: PC1, to: PC2, without: SW2 Fa0/1 }',
  ])
  expect(signs(results)).toBe('+++-')
  expect(results[3]?.expected).toEqual({
    en: 'PC1 can ping PC2 while the cable at SW2 Fa0/1 is pulled out',
    zh: '拔掉 SW2 Fa0/1 上的网线后，PC1 能 ping 通 PC2',
  })
})

test('tcp', async () => {
  const results = await checked(
    'two-routers',
    [
      'tcp: { from: PC1, to: PC2, port: 80 }',
      'tcp: { from: PC1, to: PC2, port: 81, refused: true }',
      'tcp: { from: PC1, to: 10.9.9.9, port: 80, fails: true, because: no route }',
      'tcp: { from: PC1, to: PC2, port: 81 }',
      'tcp: { from: PC1, to: 10.9.9.9, port: 80 }',
      'tcp: { from: PC1, to: 192.168.1.77, port: 80, refused: true }',
    ],
    typed('PC2', 'nc -l 80'),
  )
  expect(signs(results)).toBe('+++---')
  expect(sentences(results).slice(3)).toEqual([
    '✗ a TCP connection from PC1 to port 81 of PC2 opens | it was refused: nobody listens on that port',
    '✗ a TCP connection from PC1 to port 80 of 10.9.9.9 opens | the destination is reported unreachable | the request ended at R1 Gi0/0: there is no route to the destination (10.9.9.9)',
    '✗ a TCP connection from PC1 to port 80 of 192.168.1.77 is refused | the destination is reported unreachable | PC1 asked for the MAC address of 192.168.1.77 and got no answer: no device has that address',
  ])
})

test('a connection that should fail and opens', async () => {
  const [result] = await checked(
    'two-routers',
    ['tcp: { from: PC1, to: PC2, port: 80, fails: true }'],
    typed('PC2', 'nc -l 80'),
  )
  expect(result?.passed).toBe(false)
})

test('neighbour', async () => {
  const results = await checked(
    'triangle',
    [
      'neighbour: { device: SW1, is: SW2, port: Gi0/1 }',
      'neighbour: { device: SW1, is: SW3 }',
      'neighbour: { device: SW3, is: SW2, absent: true }',
      'neighbour: { device: SW1, is: SW3, port: Gi0/1 }',
      'neighbour: { device: SW3, is: SW2, port: Gi0/2 }',
      'neighbour: { device: SW1, is: SW2, absent: true }',
    ],
    configured('SW2', 'interface gi0/2', 'no cdp enable'),
    configured('SW3', 'interface gi0/2', 'no cdp enable', 'cdp enable'),
    typed('SW3', 'clear cdp table'),
  )
  expect(sentences(results)).toEqual([
    '✓ SW1 hears of its neighbour SW2 on Gi0/1 | SW2 (Gi0/1)',
    '✓ SW1 hears of its neighbour SW3 | SW2 (Gi0/1), SW3 (Gi0/2)',
    '✓ SW3 does not hear of its neighbour SW2 | SW1 (Gi0/1)',
    '✗ SW1 hears of its neighbour SW3 on Gi0/1 | SW2 (Gi0/1)',
    '✗ SW3 hears of its neighbour SW2 on Gi0/2 | no neighbour',
    '✗ SW1 does not hear of its neighbour SW2 | SW2 (Gi0/1), SW3 (Gi0/2)',
  ])
})

test('values that the lab cannot have are refused where they stand', async () => {
  const faults = await checked('two-switches', [
    'cable: { at: SW1 Gi0/2, works: true }',
    'mac-entry: { device: SW1, of: PC9 }',
    'spanning-tree: { device: SW1, role: root }',
    'switchport: { device: PC1, port: eth0, mode: access }',
    'traceroute: { from: PC1, to: PC3, path: [R1] }',
  ]).then(
    () => [],
    (error: unknown) => (error instanceof BadFile ? error.faults : Promise.reject(error)),
  )
  expect(faults).toEqual([
    'x.yml:12:22: found "SW1 Gi0/2", expected the id of a cable of the lab, or a device and its port',
    'x.yml:13:39: found "PC9", expected a device of the lab or a MAC address such as 0050.7966.6800 (did you mean "PC1"?)',
    'x.yml:14:45: found no "port", expected the port that this is said of',
    'x.yml:15:31: found "PC1", expected a switch',
    'x.yml:16:49: found "R1", expected a device of the lab or an IPv4 address (did you mean "SW1"?)',
  ])
})
