import { describe, expect, test } from 'vitest'
import { profileOf } from '../../test/profile-of.ts'
import { type Profile, portsOf, unitsOf } from './profile.ts'

const switch2960 = profileOf('catalyst-2960-24tt')
const router1941 = profileOf('isr-1941')

test('a range of units counts in its last number', () => {
  expect(unitsOf('0/1-3')).toEqual([
    [0, 1],
    [0, 2],
    [0, 3],
  ])
  expect(unitsOf('0/0/0')).toEqual([[0, 0, 0]])
  expect(unitsOf('1/0/9-11').map((unit) => unit.join('/'))).toEqual(['1/0/9', '1/0/10', '1/0/11'])
  expect(unitsOf('0/4-3')).toEqual([])
})

describe('ports', () => {
  // Port names, order, and the distance of a port's MAC address from the base address: captured on a 2960G and 3560X.
  test('a 2960-24TT has Fa0/1 to Fa0/24 at base + 1 to + 24, then Gi0/1 and Gi0/2', () => {
    const ports = portsOf(switch2960)
    expect(ports).toHaveLength(26)
    expect(ports[0]).toMatchObject({
      name: 'FastEthernet0/1',
      shortName: 'Fa0/1',
      unit: [0, 1],
      macOffset: 1,
    })
    expect(ports[23]).toMatchObject({ name: 'FastEthernet0/24', shortName: 'Fa0/24', macOffset: 24 })
    expect(ports[24]).toMatchObject({ name: 'GigabitEthernet0/1', shortName: 'Gi0/1', macOffset: 25 })
    expect(ports[25]).toMatchObject({ name: 'GigabitEthernet0/2', macOffset: 26 })
    expect(ports.some(({ range }) => range.shutAtPowerOn)).toBe(false)
  })

  test('a 1941 starts with every port shut, the service engine first', () => {
    const ports = portsOf(router1941)
    expect(ports.map(({ name }) => name)).toEqual([
      'Embedded-Service-Engine0/0',
      'GigabitEthernet0/0',
      'GigabitEthernet0/1',
      'Serial0/0/0',
      'Serial0/0/1',
    ])
    // Base and base + 1: from memory.
    expect(ports.map(({ macOffset }) => macOffset)).toEqual([undefined, 0, 1, undefined, undefined])
    expect(ports.every(({ range }) => range.shutAtPowerOn)).toBe(true)
  })
})

test('bandwidth and delay follow the speed', () => {
  // Captured on a 3560X and IOSv: 100 Mb/s is 100000 Kbit and 100 usec, 1 Gb/s 1000000 and 10, nothing 10000 and 1000.
  const [fast, gigabit] = switch2960.ports.map(({ defaults }) => defaults)
  expect(fast?.up).toEqual({ bandwidthKbps: 100000, delayUsec: 100 })
  expect(gigabit?.up).toEqual({ bandwidthKbps: 1000000, delayUsec: 10 })
  expect(fast?.down).toEqual({ bandwidthKbps: 10000, delayUsec: 1000 })
})

/** The layout with places filled in; a place that prints nothing is not in the map. */
function laidOut(profile: Profile, places: ReadonlyMap<string, readonly string[]>): string[] {
  const unknown = [...places.keys()].filter(
    (place) => !profile.runningConfig.some((entry) => entry.split(' ')[0] === place),
  )
  expect(unknown).toEqual([])
  return profile.runningConfig.flatMap((entry) => {
    if (entry === '!') return ['!']
    const [place = '', separator] = entry.split(' ')
    const lines = places.get(place) ?? []
    return lines.length > 0 && separator ? [...lines, separator] : lines
  })
}

/** Runs of separators, each with the lines on both sides. */
function runs(lines: readonly string[]): string[] {
  return (
    lines
      .join('\n')
      .match(/[^!\n][^\n]*\n(?:!\n)+(?=[^!\n])/g)
      ?.map((run) => {
        const [line, ...separators] = run.trimEnd().split('\n')
        return `${line} ${separators.length}`
      }) ?? []
  )
}

describe('layout of the running configuration', () => {
  /** Places that a factory configuration fills, from the profile's own lines. */
  function factoryPlaces(
    profile: Profile,
    groups: Readonly<Record<string, RegExp>>,
  ): Map<string, readonly string[]> {
    const places = new Map<string, readonly string[]>([
      ['version', [`version ${profile.software.version}`]],
      ['hostname', [`hostname ${profile.defaultHostname}`]],
      ['boot', ['boot-start-marker', 'boot-end-marker']],
      ['end', ['end']],
    ])
    for (const [place, pattern] of Object.entries(groups)) {
      places.set(
        place,
        profile.factoryConfig.filter((line) => pattern.test(line)),
      )
    }
    const placed = [...places.values()].flat()
    expect(profile.factoryConfig.filter((line) => !placed.includes(line))).toEqual([])
    places.set(
      'interfaces',
      portsOf(profile).flatMap(({ name, range: { shutAtPowerOn, defaults } }) => {
        const [address, ...others] = defaults.printedDefaults
        const lines = [...(address ? [address] : []), ...(shutAtPowerOn ? ['shutdown'] : []), ...others]
        return [`interface ${name}`, ...lines.map((line) => ` ${line}`), '!']
      }),
    )
    const header = { console: 'line con', aux: 'line aux', tty: 'line', vty: 'line vty' }
    places.set(
      'lines',
      profile.lines.flatMap(({ type, first, last, factoryConfig }) => [
        `${header[type]} ${first}${last > first ? ` ${last}` : ''}`,
        ...factoryConfig.map((line) => ` ${line}`),
      ]),
    )
    return places
  }

  // Captured on two switches with 15.0(2)SE: the lines and the lengths of the runs of `!`.
  test('2960: the factory configuration', () => {
    const places = factoryPlaces(switch2960, {
      service: /service/,
      aaa: /aaa/,
      'system-mtu': /^system mtu/,
      'spanning-tree': /^spanning-tree/,
      'vlan-internal': /^vlan internal/,
      'ip-http': /^ip http/,
    })
    const [svi] = switch2960.logicalAtPowerOn
    places.set('interfaces', [
      ...(places.get('interfaces') ?? []),
      `interface ${svi?.name}`,
      ' no ip address',
      ` ${svi?.factoryConfig}`,
      '!',
    ])
    const lines = laidOut(switch2960, places)
    expect(lines.slice(0, 21)).toEqual([
      '!',
      'version 15.0',
      'no service pad',
      'service timestamps debug datetime msec',
      'service timestamps log datetime msec',
      'no service password-encryption',
      '!',
      'hostname Switch',
      '!',
      'boot-start-marker',
      'boot-end-marker',
      '!',
      '!',
      'no aaa new-model',
      'system mtu routing 1500',
      '!',
      '!',
      '!',
      '!',
      '!',
      '!',
    ])
    expect(runs(lines)).toEqual([
      'no service password-encryption 1',
      'hostname Switch 1',
      'boot-end-marker 2',
      'system mtu routing 1500 8',
      'spanning-tree extend system-id 1',
      'vlan internal allocation policy ascending 6',
      ...portsOf(switch2960).map(({ name }) => `interface ${name} 1`),
      ' shutdown 1',
      'ip http secure-server 2',
      ' login 1',
    ])
    expect(lines.slice(-11)).toEqual([
      'ip http server',
      'ip http secure-server',
      '!',
      '!',
      'line con 0',
      'line vty 0 4',
      ' login',
      'line vty 5 15',
      ' login',
      '!',
      'end',
    ])
  })

  test('2960: a secret between two separators, users before aaa, a banner with its own separator', () => {
    const lines = laidOut(
      switch2960,
      new Map([
        ['boot', ['boot-end-marker']],
        ['enable', ['enable secret 5 x']],
        ['username', ['username x']],
        ['aaa', ['no aaa new-model']],
        ['ip-http', ['ip http secure-server']],
        ['banner', ['banner motd ^Cx^C']],
        ['lines', ['line con 0']],
      ]),
    )
    expect(lines.join('\n')).toContain(
      'boot-end-marker\n!\nenable secret 5 x\n!\nusername x\nno aaa new-model\n!',
    )
    expect(lines.join('\n')).toContain('ip http secure-server\n!\n!\nbanner motd ^Cx^C\n!\nline con 0')
  })

  // Captured on a CISCO1941/K9 with 15.4(3)M3, erased.
  const factory1941 = () =>
    factoryPlaces(router1941, {
      service: /service/,
      aaa: /aaa/,
      'ip-cef': /^ip cef/,
      'ipv6-cef': /ipv6 cef/,
      multilink: /^multilink/,
      cts: /^cts/,
      license: /^license/,
      redundancy: /^redundancy/,
      'ip-forward': /^ip forward/,
      'ip-http': /ip http/,
      'control-plane': /^control-plane/,
      scheduler: /^scheduler/,
    })

  test('1941: the factory configuration', () => {
    const lines = laidOut(router1941, factory1941())
    expect(lines.slice(0, 6)).toEqual([
      '!',
      'version 15.4',
      'service timestamps debug datetime msec',
      'service timestamps log datetime msec',
      'no service password-encryption',
      '!',
    ])
    expect(runs(lines)).toEqual([
      'no service password-encryption 1',
      'hostname Router 1',
      'boot-end-marker 3',
      'no aaa new-model 14',
      'multilink bundle-name authenticated 1',
      'cts logging verbose 2',
      'license udi pid {model} sn {serial} 3',
      'redundancy 6',
      ' shutdown 1',
      ' speed auto 1',
      ' speed auto 1',
      ' clock rate 2000000 1',
      ' clock rate 2000000 1',
      'ip forward-protocol nd 1',
      'no ip http secure-server 5',
      'control-plane 3',
      ' transport input none 1',
      'scheduler allocate 20000 1000 1',
    ])
    const text = lines.join('\n')
    expect(text).toContain('\n!\nip cef\nno ipv6 cef\nmultilink bundle-name authenticated\n!\n')
    expect(text).toContain(
      'interface GigabitEthernet0/0\n no ip address\n shutdown\n duplex auto\n speed auto\n!\ninterface GigabitEthernet0/1\n',
    )
    expect(text).toContain(
      [
        'line con 0',
        'line aux 0',
        'line 2',
        ' no activation-character',
        ' no exec',
        ' transport preferred none',
        ' transport output pad telnet rlogin lapb-ta mop udptn v120 ssh',
        ' stopbits 1',
        'line vty 0 4',
        ' login',
        ' transport input none',
        '!',
        'scheduler allocate 20000 1000',
        '!',
        'end',
      ].join('\n'),
    )
  })

  test('1941: DHCP stands 11 separators down, users between two, snmp after 4', () => {
    const places = factory1941()
    places.set('ip-dhcp', ['ip dhcp excluded-address 10.0.0.1'])
    places.set('username', ['username x'])
    places.set('snmp-server', ['snmp-server community x RO'])
    places.set('banner', ['banner motd ^Cx^C'])
    expect(runs(laidOut(router1941, places))).toEqual(
      expect.arrayContaining([
        'no aaa new-model 11',
        'ip dhcp excluded-address 10.0.0.1 3',
        'license udi pid {model} sn {serial} 2',
        'username x 1',
        'no ip http secure-server 4',
        'snmp-server community x RO 1',
        'control-plane 2',
        'banner motd ^Cx^C 1',
      ]),
    )
  })

  test('the comment on the last change is followed by a separator of its own', () => {
    const places = new Map([
      ['last-change', ['! Last configuration change at x']],
      ['version', ['version 15.4']],
    ])
    expect(laidOut(router1941, places).slice(0, 4)).toEqual([
      '!',
      '! Last configuration change at x',
      '!',
      'version 15.4',
    ])
  })
})
