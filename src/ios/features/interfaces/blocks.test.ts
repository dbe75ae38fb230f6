import { expect, test } from 'vitest'
import { cabled } from '../../../../test/cabled.ts'

/**
 * Whole blocks of `show interfaces`, line by line with their trailing blanks, counters as N: what captures of the same kind of port
 * agree on (9 IOSv and 17 CSR 1000V of rebuilt labs, a dozen Catalyst ports and VLAN interfaces, loopbacks of all of them).
 */

const head = (state: string): string[] => [`NAME is ${state}, line protocol is ${state} `]
const mtu = (bandwidth: number, delay: number): string[] => [
  `  MTU 1500 bytes, BW ${bandwidth} Kbit/sec, DLY ${delay} usec, `,
  '     reliability 255/255, txload 1/255, rxload 1/255',
]
const traffic = (input: number, output: number): string[] => [
  '  Last input TIME, output TIME, output hang never',
  '  Last clearing of "show interface" counters never',
  `  Input queue: 0/${input}/0/0 (size/max/drops/flushes); Total output drops: 0`,
  '  Queueing strategy: fifo',
  `  Output queue: 0/${output} (size/max)`,
  '  5 minute input rate N bits/sec, N packets/sec',
  '  5 minute output rate N bits/sec, N packets/sec',
  '     N packets input, N bytes, 0 no buffer',
]
const inputErrors = [
  '     0 runts, 0 giants, 0 throttles ',
  '     0 input errors, 0 CRC, 0 frame, 0 overrun, 0 ignored',
]
const output = '     N packets output, N bytes, 0 underruns'
const portEnd = [
  '     0 output errors, 0 collisions, N interface resets',
  '     0 unknown protocol drops',
  '     0 babbles, 0 late collision, 0 deferred',
  '     0 lost carrier, 0 no carrier, 0 pause output',
  '     0 output buffer failures, 0 output buffers swapped out',
]

const routerPort = (hardware: string, media: string, queue: number): string[] => [
  ...head('up'),
  `  Hardware is ${hardware}, address is MAC (bia MAC)`,
  '  Internet address is 10.0.0.1/30',
  ...mtu(1_000_000, 10),
  '  Encapsulation ARPA, loopback not set',
  '  Keepalive set (10 sec)',
  `  ${media}, link type is auto, media type is RJ45`,
  '  output flow-control is unsupported, input flow-control is unsupported',
  '  ARP type: ARPA, ARP Timeout 04:00:00',
  ...traffic(queue, 40),
  '     Received N broadcasts (0 IP multicasts)',
  ...inputErrors,
  '     0 watchdog, 0 multicast, 0 pause input',
  output,
  ...portEnd,
]

const switchPort = [
  'NAME is up, line protocol is up (connected) ',
  '  Hardware is Gigabit Ethernet, address is MAC (bia MAC)',
  '  Description: uplink',
  ...mtu(1_000_000, 10),
  '  Encapsulation ARPA, loopback not set',
  '  Keepalive set (10 sec)',
  '  Full-duplex, 1000Mb/s, media type is 10/100/1000BaseTX',
  '  input flow-control is off, output flow-control is unsupported ',
  '  ARP type: ARPA, ARP Timeout 04:00:00',
  ...traffic(75, 40),
  '     Received N broadcasts (N multicasts)',
  ...inputErrors,
  '     0 watchdog, N multicast, 0 pause input',
  '     0 input packets with dribble condition detected',
  output,
  ...portEnd,
]

const vlanInterface = [
  ...head('up'),
  '  Hardware is EtherSVI, address is MAC (bia MAC)',
  '  Internet address is 10.1.0.1/24',
  ...mtu(1_000_000, 10),
  '  Encapsulation ARPA, loopback not set',
  '  Keepalive not supported ',
  '  ARP type: ARPA, ARP Timeout 04:00:00',
  ...traffic(75, 40),
  '     Received N broadcasts (0 IP multicasts)',
  ...inputErrors,
  output,
  '     0 output errors, N interface resets',
  '     0 unknown protocol drops',
  '     0 output buffer failures, 0 output buffers swapped out',
]

const loopback = [
  ...head('up'),
  '  Hardware is Loopback',
  '  Internet address is 1.1.1.1/32',
  '  MTU 1514 bytes, BW 8000000 Kbit/sec, DLY 5000 usec, ',
  '     reliability 255/255, txload 1/255, rxload 1/255',
  '  Encapsulation LOOPBACK, loopback not set',
  '  Keepalive set (10 sec)',
  ...traffic(75, 0),
  '     Received N broadcasts (0 IP multicasts)',
  '     0 runts, 0 giants, 0 throttles ',
  '     0 input errors, 0 CRC, 0 frame, 0 overrun, 0 ignored, 0 abort',
  output,
  '     0 output errors, 0 collisions, N interface resets',
  '     0 unknown protocol drops',
  '     0 output buffer failures, 0 output buffers swapped out',
]

/** The block with its own values as names. */
function form(shown: string, name: string): string[] {
  return shown
    .trimEnd()
    .split('\n')
    .map((line) =>
      line
        .replace(new RegExp(`^${name.replaceAll('/', '\\/')} `), 'NAME ')
        .replace(/[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}/g, 'MAC')
        .replace(/(?<=Last input |, output )(never|\d\d:\d\d:\d\d)/g, 'TIME')
        .replace(/\d+(?= (bits|packets)\/sec| packets| bytes, 0| interface resets| multicasts)/g, 'N')
        .replace(/(?<=Received )\d+/, 'N'),
    )
}

test.each([
  ['iosv', 'GigabitEthernet0/1', routerPort('iGbE', 'Auto Duplex, Auto Speed', 75)],
  ['csr1000v', 'GigabitEthernet2', routerPort('CSR vNIC', 'Full Duplex, 1000Mbps', 375)],
])('%s %s, and its loopback', (profile, port, block) => {
  const lab = cabled({ R1: profile, S1: 'catalyst-2960-24tt' }, [
    [
      ['R1', port],
      ['S1', 'GigabitEthernet0/1'],
    ],
  ])
  lab.configure('R1', `interface ${port}`, 'ip address 10.0.0.1 255.255.255.252', 'no shutdown')
  lab.configure('R1', 'interface loopback 0', 'ip address 1.1.1.1 255.255.255.255')
  lab.advance(60_000)
  expect(form(lab.say('R1', `show interfaces ${port}`), port)).toEqual(block)
  expect(form(lab.say('R1', 'show interfaces loopback 0'), 'Loopback0')).toEqual(loopback)
})

test('a Catalyst port and a VLAN interface', () => {
  const lab = cabled({ S1: 'catalyst-2960-24tt', S2: 'catalyst-2960-24tt' }, [
    [
      ['S1', 'GigabitEthernet0/1'],
      ['S2', 'GigabitEthernet0/1'],
    ],
  ])
  lab.configure('S1', 'interface gi0/1', 'description uplink')
  lab.configure('S1', 'interface vlan 1', 'ip address 10.1.0.1 255.255.255.0', 'no shutdown')
  lab.advance(60_000)
  const port = form(lab.say('S1', 'show interfaces gi0/1'), 'GigabitEthernet0/1')
  expect(port.map((line) => line.replace(/(?<=watchdog, )\d+/, 'N'))).toEqual(switchPort)
  expect(form(lab.say('S1', 'show interfaces vlan 1'), 'Vlan1')).toEqual(vlanInterface)
})
