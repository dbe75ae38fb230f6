import { describe, expect, it } from 'vitest'
import { type Cabled, cabled } from '../../../../test/cabled.ts'
import type { Cable } from '../../../hardware/cable.ts'
import { ethernetFrame } from '../../../wire/ethernet.ts'

const R = 'isr-1941'

/** A switch and a router on one cable, with no chatter of the router's own. */
function two(...portLines: readonly string[]): Cabled {
  const lab = cabled({ S1: 'catalyst-2960-24tt', R1: R }, [
    [['S1', 'FastEthernet0/1'], ['R1', 'GigabitEthernet0/0'], 'straight'],
  ])
  lab.configure('S1', 'interface fa0/1', ...portLines)
  lab.configure('R1', 'no cdp run', 'interface gi0/0', 'no shutdown')
  lab.advance(40_000)
  return lab
}

const numbers = (text: string, pattern: RegExp): number[] => (pattern.exec(text)?.slice(1) ?? []).map(Number)
const sent = (lab: Cabled, name: string, port: string): number[] =>
  numbers(lab.say(name, `show interfaces ${port}`), /(\d+) packets output, (\d+) bytes/)
const received = (lab: Cabled, name: string, port: string): number[] =>
  numbers(lab.say(name, `show interfaces ${port}`), /(\d+) packets input, (\d+) bytes/)

describe('counters', () => {
  it('of one end are those of the other', () => {
    const lab = two()
    const [packets = 0, bytes = 0] = sent(lab, 'S1', 'fa0/1')
    expect(packets).toBeGreaterThan(10)
    // Captures: a router does not count the check sequence of four bytes, a switch does.
    expect(received(lab, 'R1', 'gi0/0')).toEqual([packets, bytes - 4 * packets])
  })

  it('are the same in all views, and on a switch are bytes with their check sequence', () => {
    const lab = two()
    lab.say('S1', 'clear counters fa0/1\r')
    const router = lab.at('R1').device.ports.get('GigabitEthernet0/0')
    for (const destination of [0xffffffffffff, 0x01005e000005, 0x020000000001])
      router?.transmit(ethernetFrame({ destination, source: 2 }, 0x9000, new Uint8Array(86)), 0)
    lab.advance(1)
    expect(lab.say('S1', 'show interfaces fa0/1')).toContain(
      `     3 packets input, 312 bytes, 0 no buffer
     Received 2 broadcasts (1 multicasts)
`,
    )
    expect(lab.say('S1', 'show interfaces fa0/1 counters').split('\n')[2]).toBe(
      'Fa0/1                312              1              1              1 ',
    )
    expect(lab.say('S1', 'show controllers ethernet-controller fa0/1')).toMatch(
      / 312 Bytes\n.* 1 Unicast frames\n/,
    )
  })

  // Captures of two and more devices each: Catalyst ports, an ISR 4461 and an ASR, 13 emulated 7200s, 9 IOSv, 17 CSR 1000V.
  it.each([
    ['catalyst-3560-24ps', 'GigabitEthernet0/1', 3, '1 multicasts', 1],
    ['isr-2911', 'GigabitEthernet0/0', 2, '0 IP multicasts', 1],
    ['isr-4321', 'GigabitEthernet0/0/0', 2, '0 IP multicasts', 1],
    ['iosv', 'GigabitEthernet0/0', 2, '0 IP multicasts', 0],
    ['csr1000v', 'GigabitEthernet1', 0, '0 IP multicasts', 0],
    ['c7206vxr', 'GigabitEthernet3/0', 0, '0 IP multicasts', 0],
    ['c7206vxr', 'FastEthernet0/0', 3, '0 IP multicasts', 0],
  ] as const)(
    'of %s %s tell groups apart as its hardware does',
    (profile, port, broadcasts, ofThem, multicasts) => {
      const far = port.startsWith('Fast') ? 'FastEthernet0/1' : 'GigabitEthernet0/1'
      const lab = cabled({ S1: 'catalyst-2960-24tt', R1: profile }, [
        [
          ['S1', far],
          ['R1', port],
        ],
      ])
      lab.configure(
        'S1',
        'no cdp run',
        `interface ${far}`,
        'switchport mode access',
        'spanning-tree portfast',
      )
      lab.configure('S1', `interface ${far}`, 'spanning-tree bpdufilter enable')
      lab.configure('R1', `interface ${port}`, 'no shutdown')
      lab.advance(40_000)
      lab.say('R1', `clear counters ${port}\r`)
      for (const destination of [0xffffffffffff, 0xffffffffffff, 0x01005e000005])
        lab
          .at('S1')
          .device.ports.get(far)
          ?.transmit(ethernetFrame({ destination, source: 2 }, 0x9000, new Uint8Array(86)), 0)
      lab.advance(1)
      const shown = lab.say('R1', `show interfaces ${port}`)
      const bytes = profile.startsWith('catalyst') ? 312 : 300
      expect(shown).toContain(`     3 packets input, ${bytes} bytes, 0 no buffer\n`)
      expect(shown).toContain(`     Received ${broadcasts} broadcasts (${ofThem})\n`)
      expect(shown).toContain(`     0 watchdog, ${multicasts} multicast, 0 pause input\n`)
    },
  )

  it('of a VLAN interface count what is for the switch itself', () => {
    const lab = two()
    lab.configure('R1', 'interface gi0/0', 'ip address 10.0.0.1 255.0.0.0')
    lab.configure('S1', 'interface vlan 1', 'ip address 10.0.0.2 255.0.0.0', 'no shutdown')
    lab.advance(40_000)
    lab.say('S1', 'clear counters vlan 1\r')
    lab.say('R1', 'ping 10.0.0.2 repeat 10')
    lab.advance(30_000)
    // The first echo is lost to ARP on one side; on the other ARP's own packet counts.
    const text = lab.say('S1', 'show interfaces vlan 1')
    const [input, output] = numbers(text, /(\d+) packets input[\s\S]* (\d+) packets output/)
    expect(output).toBeGreaterThanOrEqual(9)
    expect(input).toBeGreaterThanOrEqual(9)
    expect(text).toMatch(/Last input 00:00:\d\d, output 00:00:\d\d/)
  })

  it('begin again when they are cleared, and the log says by whom', () => {
    const lab = two()
    lab.say('S1', 'clear counters fa0/1\r')
    lab.advance(5000)
    const text = lab.say('S1', 'show interfaces fa0/1')
    expect(text).toContain('  Last clearing of "show interface" counters 00:00:05\n')
    expect(text).toContain('  Last input never, output 00:00:0')
    expect(text).toContain('     0 packets input, 0 bytes, 0 no buffer\n')
    // from memory
    expect(lab.log('S1').at(-1)).toBe(
      '%CLEAR-5-COUNTERS: Clear counter on interface FastEthernet0/1 by console',
    )
  })

  it('of a duplex mismatch show late collisions at one end and CRC errors at the other', () => {
    const lab = two('speed 100', 'duplex full')
    lab.advance(3_600_000)
    const [collisions] = numbers(lab.say('R1', 'show interfaces gi0/0'), /(\d+) late collision/)
    expect(collisions).toBeGreaterThan(0)
    const [crc] = numbers(lab.say('S1', 'show interfaces fa0/1'), /(\d+) CRC/)
    const row = lab.say('S1', 'show interfaces fa0/1 counters errors').split('\n')[2]?.split(/ +/)
    expect(row?.[2]).toBe(String(crc))
    expect(lab.say('R1', 'show interfaces gi0/0')).toContain('  Half Duplex, 100Mbps, media type is RJ45\n')
  })
})

describe('rates', () => {
  // "Cisco IOS Interface Command Reference": after one interval of steady traffic an average shows 63 % of it, after two 86 %.
  it('rise and decay exponentially over the load interval', () => {
    const lab = two()
    const router = lab.at('R1').device.ports.get('GigabitEthernet0/0')
    lab.configure('S1', 'interface fa0/1', 'load-interval 60')
    const rate = (): number =>
      numbers(lab.say('S1', 'show interfaces fa0/1'), /1 minute input rate (\d+) bits\/sec/)[0] ?? -1
    const frame = ethernetFrame({ destination: 0x020000000001, source: 2 }, 0x9000, new Uint8Array(1486))
    // 100 frames of 1504 bytes a second are 1,203,200 bits a second.
    const run = (seconds: number): void => {
      for (let tenth = 0; tenth < seconds * 10; tenth++) {
        for (let burst = 0; burst < 10; burst++) router?.transmit(frame, 0)
        lab.advance(100)
      }
    }
    run(60)
    expect(rate() / 1_203_200).toBeCloseTo(0.63, 1)
    run(60)
    expect(rate() / 1_203_200).toBeCloseTo(0.86, 1)
    expect(rate() % 1000).toBe(0)
    expect(lab.say('S1', 'show interfaces fa0/1')).toMatch(/txload 1\/255, rxload 3\/255/)
    lab.advance(60_000)
    expect(rate() / 1_203_200).toBeCloseTo(0.32, 1)
  })
})

describe('a link', () => {
  // F.5: 10 Mb/s is 10000/1000, 100 Mb/s 100000/100, 1 Gb/s 1000000/10.
  it.each([
    ['10', 'Full-duplex, 10Mb/s', 'BW 10000 Kbit/sec, DLY 1000 usec', 'a-full', '10'],
    ['100', 'Full-duplex, 100Mb/s', 'BW 100000 Kbit/sec, DLY 100 usec', 'a-full', '100'],
    ['auto', 'Full-duplex, 100Mb/s', 'BW 100000 Kbit/sec, DLY 100 usec', 'a-full', 'a-100'],
  ])('of speed %s shows in every view', (speed, media, metrics, duplexWord, speedWord) => {
    const lab = two(`speed ${speed}`)
    const text = lab.say('S1', 'show interfaces fa0/1')
    expect(text.split('\n')[0]).toBe('FastEthernet0/1 is up, line protocol is up (connected) ')
    expect(text).toContain(`  ${media}, media type is 10/100BaseTX\n`)
    expect(text).toContain(metrics)
    expect(lab.say('S1', 'show interfaces fa0/1 status').split('\n')[2]).toBe(
      `Fa0/1                        connected    1          ${duplexWord.padStart(6)} ${speedWord.padStart(6)} 10/100BaseTX`,
    )
  })

  it('that was lost is counted', () => {
    const lab = two()
    const lost = (): number[] => numbers(lab.say('R1', 'show interfaces gi0/0'), /(\d+) lost carrier/)
    expect(lost()).toEqual([0])
    lab.network.disconnect(lab.cables[0] as Cable)
    lab.advance(5000)
    expect(lost()).toEqual([1])
    lab.mend()
    lab.advance(5000)
    expect(lost()).toEqual([1])
  })

  it('of a port in a missing VLAN is inactive', () => {
    const lab = two('switchport mode access', 'switchport access vlan 20')
    expect(lab.say('S1', 'show interfaces fa0/1 status')).toContain('connected    20 ')
    lab.configure('S1', 'no vlan 20')
    expect(lab.say('S1', 'show interfaces fa0/1 status')).toContain('inactive     20 ')
  })
})

describe('show controllers', () => {
  // the lines that name the clock: public lab outputs; the others from memory
  it('tells which end gives the clock', () => {
    const lab = cabled({ R1: R, R2: R }, [[['R1', 'Serial0/0/0'], ['R2', 'Serial0/0/1'], 'serial']])
    for (const name of ['R1', 'R2'])
      lab.configure(name, 'interface s0/0/0', 'no shutdown', 'interface s0/0/1', 'no shutdown')
    lab.configure('R1', 'interface s0/0/0', 'clock rate 64000')
    lab.advance(20_000)
    expect(lab.say('R1', 'show controllers serial 0/0/0')).toBe(
      'Interface Serial0/0/0\nHardware is SCC\nDCE V.35, clock rate 64000\n',
    )
    expect(lab.say('R2', 'show controllers s0/0/1')).toContain('\nDTE V.35 TX and RX clocks detected.\n')
    expect(lab.say('R2', 'show controllers s0/0/0')).toContain('\nNo serial cable attached\n')
    expect(lab.say('R2', 'show interfaces s0/0/1')).toContain('     DCD=up  DSR=up  DTR=up  RTS=up  CTS=up\n')
  })
})
