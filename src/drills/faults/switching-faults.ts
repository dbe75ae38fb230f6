/** Faults of switches: VLANs, ports, trunks, spanning tree's guards. */

import { interfaceSettingsOf, switchPortSettingsOf } from '../../ios/port-settings.ts'
import { isDefaultVlan, vlansOf } from '../../ios/vlans.ts'
import { texts } from '../texts.ts'
import { configure, type Fault, faultKind, lineFault, type Touch, withLines } from './fault-kind.ts'
import { allowedVlans, devicesIn, type SwitchPortAt, switchPortsIn } from './ports.ts'

const section = (name: string): string => `interface ${name}`

function portFault(
  { name, made }: SwitchPortAt,
  what: readonly [en: string, zh: string],
  lines: readonly string[],
  repair: readonly string[],
  more: readonly Touch[] = [],
): Fault {
  const head = section(made.name)
  const at = `${name} ${made.name}`
  return lineFault(
    name,
    made.name,
    texts(`${at} ${what[0]}`, `${at} ${what[1]}`),
    [head, ...lines],
    [head, ...repair],
    [{ device: name, section: head }, ...more],
  )
}

faultKind('port-shutdown', 1, (lab) =>
  switchPortsIn(lab).map((at) => portFault(at, ['is shut down', '被关闭'], ['shutdown'], ['no shutdown'])),
)

faultKind('access-vlan', 1, (lab) =>
  switchPortsIn(lab)
    .filter(({ port, peer }) => !port.trunk && peer.isHost)
    .flatMap((at) => {
      const own = switchPortSettingsOf().accessVlan(at.made.section)
      const others = vlansOf(at.ios)
        .all()
        .filter(({ id }) => id !== own && (id === 1 || !isDefaultVlan(id)))
      return others.map(({ id }) =>
        portFault(
          at,
          [`is in VLAN ${id} instead of VLAN ${own}`, `属于 VLAN ${id}，本应属于 VLAN ${own}`],
          [`switchport access vlan ${id}`],
          [`switchport access vlan ${own}`],
        ),
      )
    }),
)

faultKind('vlan-missing', 2, (lab) =>
  devicesIn(lab).flatMap(({ name, ios }) =>
    !ios.traits.has('switchport')
      ? []
      : vlansOf(ios)
          .all()
          .filter(({ id }) => !isDefaultVlan(id))
          .map(({ id, name: title }) =>
            lineFault(
              name,
              `vlan ${id}`,
              texts(`VLAN ${id} does not exist on ${name}`, `${name} 上没有 VLAN ${id}`),
              [`no vlan ${id}`],
              [`vlan ${id}`, `name ${title}`, 'exit'],
              [{ device: name, vlan: id }],
            ),
          ),
  ),
)

faultKind('trunk-vlan', 2, (lab) =>
  trunksIn(lab).flatMap((at) =>
    at.port.vlans
      .filter((vlan) => vlan !== at.port.nativeVlan)
      .map((vlan) =>
        portFault(
          at,
          [`does not let VLAN ${vlan} pass`, `不允许 VLAN ${vlan} 通过`],
          [`switchport trunk allowed vlan remove ${vlan}`],
          [`switchport trunk allowed vlan ${vlanText(allowedVlans(at))}`],
        ),
      ),
  ),
)

faultKind('native-vlan', 3, (lab) =>
  trunksIn(lab)
    .filter(({ peer, port }) => !peer.isHost && port.encapsulation === 'dot1q')
    .flatMap((at) => {
      const own = at.port.nativeVlan
      const wrong = at.port.vlans.find((vlan) => vlan !== own)
      if (wrong === undefined) return []
      return [
        portFault(
          at,
          [`has the native VLAN ${wrong}, the other end ${own}`, `的 native VLAN 是 ${wrong}，对端是 ${own}`],
          [`switchport trunk native vlan ${wrong}`],
          [`switchport trunk native vlan ${own}`],
          otherEnd(at),
        ),
      ]
    }),
)

faultKind('trunk-as-access', 2, (lab) =>
  trunksIn(lab).map((at) =>
    portFault(
      at,
      ['is an access port, where a trunk belongs', '是接入端口，本应是 Trunk'],
      ['switchport mode access'],
      ['switchport mode trunk'],
    ),
  ),
)

/** An end that negotiates would follow; two that do not stay apart. */
faultKind('port-speed', 2, (lab) =>
  switchesBetween(lab)
    .filter(({ made }) => interfaceSettingsOf().speed(made.section) === 'auto')
    .map((at): Fault => {
      const { name, made, peer } = at
      const here = section(made.name)
      const there = section(peer.port)
      return {
        place: `${name} ${made.name}`,
        what: texts(
          `${name} ${made.name} is set to 10 Mb/s, ${peer.device} ${peer.port} to 100 Mb/s`,
          `${name} ${made.name} 被固定为 10 Mb/s，${peer.device} ${peer.port} 被固定为 100 Mb/s`,
        ),
        breaks: (whole) =>
          withLines(withLines(whole, name, [here, 'speed 10']), peer.device, [there, 'speed 100']),
        repair: [configure(name, [here, 'speed auto']), configure(peer.device, [there, 'speed auto'])],
        touches: [{ device: name, section: here }, ...otherEnd(at)],
      }
    }),
)

/** A port that hears BPDUs is taken out of work. */
faultKind('bpdu-guard', 3, (lab) =>
  switchesBetween(lab).map((at) =>
    portFault(
      at,
      [
        'was err-disabled by BPDU guard, which does not belong between switches',
        '被 BPDU guard 置为 err-disabled；交换机之间不应启用它',
      ],
      ['spanning-tree bpduguard enable'],
      ['no spanning-tree bpduguard', 'shutdown', 'no shutdown'],
    ),
  ),
)

faultKind('root-guard', 3, (lab) =>
  switchesBetween(lab).map((at) =>
    portFault(
      at,
      ['has root guard, but leads to the root', '启用了 root guard，而它正通向根桥'],
      ['spanning-tree guard root'],
      ['no spanning-tree guard'],
    ),
  ),
)

faultKind('access-as-trunk', 2, (lab) =>
  switchPortsIn(lab)
    .filter(({ port, peer }) => !port.trunk && peer.isHost)
    .map((at) =>
      portFault(
        at,
        [
          'expects tagged frames: it is set to be a trunk, and a computer is plugged in',
          '被设为 Trunk，而那里接的是计算机',
        ],
        ['switchport mode trunk', 'switchport trunk native vlan 999'],
        ['no switchport trunk native vlan', 'switchport mode access'],
      ),
    ),
)

function trunksIn(lab: Parameters<typeof switchPortsIn>[0]): SwitchPortAt[] {
  return switchPortsIn(lab).filter(({ port }) => port.trunk)
}

function switchesBetween(lab: Parameters<typeof switchPortsIn>[0]): SwitchPortAt[] {
  const ports = switchPortsIn(lab)
  return ports.filter(({ peer }) =>
    ports.some(({ name, made }) => name === peer.device && made.name === peer.port),
  )
}

function otherEnd({ peer }: SwitchPortAt): Touch[] {
  return peer.isHost ? [] : [{ device: peer.device, section: section(peer.port) }]
}

/** `1,10-12`, as the command takes it; `all` where all are. */
function vlanText(vlans: readonly number[]): string {
  if (vlans.length >= 4094) return 'all'
  const runs: [number, number][] = []
  for (const vlan of vlans) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === vlan - 1) last[1] = vlan
    else runs.push([vlan, vlan])
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',')
}
