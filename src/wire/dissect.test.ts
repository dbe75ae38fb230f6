import { describe, expect, it } from 'vitest'
import { writeU16 } from './bytes.ts'
import { dissect, type Layer, summaryOf } from './dissect.ts'
import { ipChecksum } from './ip-checksum.ts'
import { kindOfSample, type SampleFrame, sampleBytes, sampleFrames } from './sample-frames.ts'

const layersOf = (name: SampleFrame) => dissect(sampleBytes(name), kindOfSample(name))
const namesOf = (layers: readonly Layer[]) => layers.map(({ name }) => name)

function layer(layers: readonly Layer[], name: string): Layer {
  const found = layers.find((made) => made.name === name)
  if (!found) throw new Error(`no ${name} in ${namesOf(layers).join(', ')}`)
  return found
}

const fieldOf = ({ fields }: Layer, name: string) => fields.find((field) => field.name === name)?.value

const lineOf = (name: SampleFrame) => {
  const { protocol, text } = summaryOf(sampleBytes(name), kindOfSample(name))
  return `${protocol.padEnd(4)} ${text}`
}

/** The sample with some of its bytes replaced. */
function changed(name: SampleFrame, at: number, ...values: number[]): Uint8Array {
  const bytes = sampleBytes(name)
  bytes.set(values, at)
  return bytes
}

/** Makes the checksum of the IPv4 header behind an untagged Ethernet header right. */
function mendHeader(bytes: Uint8Array): void {
  writeU16(bytes, 24, 0)
  writeU16(bytes, 24, ipChecksum(bytes, 14, 14 + ((bytes[14]! & 15) << 2)))
}

describe('one line of a frame', () => {
  const lines: Partial<Record<SampleFrame, string>> = {
    arpRequest: 'ARP  who has 192.168.10.1? tell 192.168.10.11',
    arpReply: 'ARP  192.168.10.1 is at 0018.b9c1.2a01',
    rarpRequest: 'RARP who is 0050.7966.6800? tell 0050.7966.6800',
    echo: 'ICMP echo request  id 7 seq 1',
    taggedEcho: 'ICMP echo request  id 7 seq 1',
    islEcho: 'ICMP echo request  id 7 seq 1',
    serialEcho: 'ICMP echo request  id 7 seq 1',
    recordedRoute: 'ICMP echo reply  id 7 seq 1',
    timeExceeded: 'ICMP time to live exceeded   of 192.168.10.11 → 192.168.20.5',
    portUnreachable: 'ICMP port unreachable   of 192.168.10.11 → 192.168.20.5',
    fragmentationNeeded: 'ICMP fragmentation needed  mtu 1400   of 192.168.10.11 → 192.168.20.5',
    redirect: 'ICMP redirect for the host  to 192.168.10.2   of 192.168.10.11 → 192.168.20.5',
    udp: 'UDP  49152 → 33434   12 bytes',
    syn: 'TCP  49153 → 23  [SYN]  seq 1000 win 4128  0 bytes',
    push: 'TCP  49153 → 23  [PSH ACK]  seq 1000 ack 2000 win 4128  20 bytes',
    firstFragment: 'UDP  1 → 2   56 bytes',
    lastFragment: 'IPv4 192.168.10.11 → 192.168.20.5   ttl 64   len 52   fragment of UDP   id 4711 offset 32',
    ospf: 'OSPF 56 bytes',
    configurationBpdu:
      'STP  root 24586 001a.a1b2.c380 cost 0  port 128.1  topology change, topology change acknowledgement',
    notificationBpdu: 'STP  topology change notification',
    rapidBpdu:
      'RSTP root 24586 001a.a1b2.c380 cost 0  port 128.1  designated, learning, forwarding, agreement',
    pvst: 'STP  VLAN 10  root 24586 001a.a1b2.c380 cost 0  port 128.1  topology change',
    cdp: 'CDP  SW1.lab  GigabitEthernet0/1  holdtime 180',
    dtp: 'DTP  trunk/desirable  dot1q/negotiated',
    keepalive: 'SLARP keepalive  seq 7 heard 6',
    slarpReply: 'SLARP address reply  192.168.10.1 mask 255.255.255.0',
    ipv6: 'IPv6 46 bytes',
    capturedBpdu: 'STP  root 32868 001c.0e87.7800 cost 4  port 128.4',
  }

  it.each(Object.entries(lines) as [SampleFrame, string][])('%s', (name, line) => {
    expect(lineOf(name)).toBe(line)
  })

  it('says what a gratuitous ARP is for', () => {
    // The target address is the sender's own (RFC 5227).
    expect(summaryOf(changed('arpRequest', 38, 0xc0, 0xa8, 0x0a, 0x0b), 'ethernet').text).toBe(
      'gratuitous: 192.168.10.11 is at 0050.7966.6800',
    )
  })

  it('names what is wrong with a frame', () => {
    expect(summaryOf(changed('echo', 22, 63), 'ethernet')).toEqual({
      protocol: 'IPv4',
      text: 'wrong checksum',
    })
    expect(summaryOf(changed('echo', 50, 1), 'ethernet')).toEqual({
      protocol: 'ICMP',
      text: 'wrong checksum',
    })
    expect(summaryOf(sampleBytes('echo').subarray(0, 40), 'ethernet').text).toBe('truncated')
    expect(summaryOf(new Uint8Array(5), 'ethernet')).toEqual({ protocol: 'Ethernet', text: 'truncated' })
    expect(summaryOf(Uint8Array.of(1, 2, 3, 4), 'hdlc')).toEqual({ protocol: 'HDLC', text: 'malformed' })
  })
})

describe('the layers of a frame', () => {
  it('stand from the outermost in, with the unit of each', () => {
    expect(layersOf('push').map(({ osi, unit, name }) => `${osi}, ${unit}: ${name}`)).toEqual([
      'data link, frame: Ethernet II',
      'network, packet: IPv4',
      'transport, segment: TCP',
      'application, data: Data',
    ])
    expect(namesOf(layersOf('taggedEcho'))).toEqual(['Ethernet II', '802.1Q', 'IPv4', 'ICMP'])
    expect(namesOf(layersOf('islEcho'))).toEqual(['ISL', 'Ethernet II', 'IPv4', 'ICMP'])
    expect(namesOf(layersOf('cdp'))).toEqual(['IEEE 802.3', 'LLC, SNAP', 'CDP'])
    expect(namesOf(layersOf('configurationBpdu'))).toEqual(['IEEE 802.3', 'LLC', 'STP'])
    expect(namesOf(layersOf('rapidPvst'))).toEqual(['Ethernet II', '802.1Q', 'LLC, SNAP', 'RSTP'])
    expect(namesOf(layersOf('serialEcho'))).toEqual(['HDLC', 'IPv4', 'ICMP'])
  })

  it('say in one line each what is in them', () => {
    expect(layersOf('taggedEcho').map(({ summary }) => summary)).toEqual([
      '0050.7966.6800 → 0018.b9c1.2a01   type 0x8100',
      'VLAN 10   priority 5',
      '192.168.10.11 → 192.168.20.5   ttl 64   len 84',
      'echo request  id 7 seq 1',
    ])
  })

  it('show the packet that an error is about behind it', () => {
    const layers = layersOf('timeExceeded')
    expect(namesOf(layers)).toEqual(['Ethernet II', 'IPv4', 'ICMP', 'IPv4, quoted', 'UDP, quoted'])
    expect(fieldOf(layer(layers, 'IPv4, quoted'), 'Time to live')).toBe('1')
    expect(fieldOf(layer(layers, 'UDP, quoted'), 'Destination port')).toBe('33434')
    expect(namesOf(layersOf('fragmentationNeeded')).slice(3)).toEqual(['IPv4, quoted', 'ICMP, quoted'])
    expect(namesOf(layersOf('portUnreachable')).at(-1)).toBe('Quoted data')
    // Only the ports and the sequence number of it are there, which is no fault.
    const segment = layer(layersOf('redirect'), 'TCP, quoted')
    expect(segment.bad).toBeUndefined()
    expect(segment.fields.map(({ name }) => name)).toEqual([
      'Source port',
      'Destination port',
      'Sequence number',
    ])
  })

  it('have no verdict on checksums of fragments, which are those of the whole', () => {
    expect(fieldOf(layer(layersOf('firstFragment'), 'UDP'), 'Checksum')).toBe('0x68f7')
    expect(fieldOf(layer(layersOf('udp'), 'UDP'), 'Checksum')).toBe('0xffa5, right')
    expect(namesOf(layersOf('lastFragment')).at(-1)).toBe('Fragment')
  })
})

describe('the fields of a layer', () => {
  it('say where their bytes are', () => {
    const layers = layersOf('taggedEcho')
    expect(layer(layers, '802.1Q').fields).toEqual([
      { name: 'VLAN', value: '10', start: 14, length: 2 },
      { name: 'Priority', value: '5', start: 14, length: 2 },
      { name: 'Drop eligible', value: 'no', start: 14, length: 2 },
      { name: 'Type', value: '0x0800 IPv4', start: 16, length: 2 },
    ])
    expect(layer(layers, 'IPv4').fields.find(({ name }) => name === 'Source address')).toEqual({
      name: 'Source address',
      value: '192.168.10.11',
      start: 30,
      length: 4,
    })
  })

  it.each(sampleFrames)('leave out no byte that has a meaning: %s', (name) => {
    const bytes = sampleBytes(name)
    const seen = new Uint8Array(bytes.length)
    for (const { fields } of dissect(bytes, kindOfSample(name))) {
      for (const { start, length } of fields) seen.fill(1, start, start + length)
    }
    // What is not shown by itself: types and lengths of CDP's and DTP's fields, and padding inside PVST+.
    const quiet = { cdp: 40, dtp: 17, rapidPvst: 4, pvst: 5 }[name as string] ?? 0
    expect(seen.filter((byte) => byte === 0).length).toBe(quiet)
  })

  it('tell padding from the packet', () => {
    expect(layer(layersOf('arpRequest'), 'Ethernet II').fields.at(-1)).toEqual({
      name: 'Padding',
      value: '00'.repeat(18),
      start: 42,
      length: 18,
    })
    expect(fieldOf(layer(layersOf('configurationBpdu'), 'IEEE 802.3'), 'Padding')).toBe('00'.repeat(8))
    expect(fieldOf(layer(layersOf('echo'), 'Ethernet II'), 'Padding')).toBeUndefined()
  })

  it('judge checksums', () => {
    const wrong = layer(dissect(changed('echo', 22, 63), 'ethernet'), 'IPv4')
    expect(wrong.bad).toBe('checksum')
    expect(fieldOf(wrong, 'Header checksum')).toBe('0xc8e1, wrong')
    expect(fieldOf(wrong, 'Destination address')).toBe('192.168.20.5')
    const echo = layersOf('echo')
    expect(fieldOf(layer(echo, 'IPv4'), 'Header checksum')).toBe('0xc8e1, right')
    expect(fieldOf(layer(echo, 'ICMP'), 'Checksum')).toBe('0x00e5, right')
    expect(fieldOf(layer(dissect(changed('push', 70, 1), 'ethernet'), 'TCP'), 'Checksum')).toBe(
      '0xda02, wrong',
    )
  })

  it('stop where the bytes do', () => {
    const cut = layer(dissect(sampleBytes('echo').subarray(0, 24), 'ethernet'), 'IPv4')
    expect(cut.bad).toBe('truncated')
    expect(cut.fields.map(({ name }) => name)).toEqual([
      'Version',
      'Header length',
      'Type of service',
      'DSCP',
      'Total length',
      'Identification',
      'Flags',
      'Fragment offset',
      'Time to live',
      'Protocol',
    ])
  })

  it('are those that spanning tree shows', () => {
    const bpdu = layer(layersOf('capturedBpdu'), 'STP')
    expect(fieldOf(bpdu, 'Root priority')).toBe('32868 (32768 + 100)')
    expect(fieldOf(bpdu, 'Bridge address')).toBe('001c.0e87.8500')
    expect(fieldOf(bpdu, 'Message age')).toBe('1 s')
    expect(fieldOf(bpdu, 'Forward delay')).toBe('15 s')
    expect(fieldOf(layer(layersOf('rapidPvst'), 'RSTP'), 'Originating VLAN')).toBe('10')
  })

  it('are those of a neighbour', () => {
    const cdp = layer(layersOf('cdp'), 'CDP')
    expect(fieldOf(cdp, 'Device ID')).toBe('SW1.lab')
    expect(fieldOf(cdp, 'Addresses')).toBe('192.168.10.1')
    expect(fieldOf(cdp, 'Capabilities')).toBe('Switch, IGMP')
    expect(fieldOf(cdp, 'Duplex')).toBe('full')
    expect(fieldOf(layer(layersOf('dtp'), 'DTP'), 'Domain')).toBe('lab')
  })

  it('bring nothing to a terminal that it would act on', () => {
    // The device ID becomes ESC ] 2 ; BEL NEL DEL, as somebody hostile might name a device.
    const hostile = changed('cdp', 30, 0x1b, 0x5d, 0x32, 0x3b, 0x07, 0x9b, 0x7f)
    for (const { summary, fields } of dissect(hostile, 'ethernet')) {
      for (const text of [summary, ...fields.map(({ value }) => value)]) {
        expect(text).not.toMatch(/[\x00-\x1f\x7f-\x9f]/)
      }
    }
    expect(fieldOf(layer(dissect(hostile, 'ethernet'), 'CDP'), 'Device ID')).toBe('.]2;...')
  })
})

describe('a frame with a header of its own', () => {
  it('is told from what it carries when a length meets a tag', () => {
    const bytes = sampleBytes('rapidPvst')
    expect(fieldOf(layer(dissect(bytes, 'ethernet'), '802.1Q'), 'Length')).toBe('50')
    bytes.set([0x05, 0xdd], 16)
    expect(layer(dissect(bytes, 'ethernet'), '802.1Q').bad).toBe('malformed')
    bytes.set([0x05, 0x00], 16)
    expect(layer(dissect(bytes, 'ethernet'), '802.1Q').bad).toBe('truncated')
  })

  it('is cut short in the middle of a tag', () => {
    const cut = dissect(sampleBytes('taggedEcho').subarray(0, 17), 'ethernet')
    expect(layer(cut, '802.1Q').bad).toBe('truncated')
  })

  it('is cut short in the first fragment of a message', () => {
    const bytes = changed('echo', 20, 0x20)
    bytes.set([0, 24], 16)
    mendHeader(bytes)
    expect(dissect(bytes, 'ethernet').at(-1)).toMatchObject({ name: 'ICMP', bad: 'truncated' })
  })

  it('does not go on for ever where tags follow tags', () => {
    const bytes = new Uint8Array(1514)
    for (let at = 12; at + 4 <= bytes.length; at += 4) bytes.set([0x81, 0x00, 0x00, 0x0a], at)
    expect(namesOf(dissect(bytes, 'ethernet'))).toEqual(['Ethernet II', '802.1Q', '802.1Q', '802.1Q'])
    expect(dissect(bytes, 'ethernet').at(-1)?.unit).toBe('data')
  })

  it('has its options read as far as they fit', () => {
    const options = layer(layersOf('recordedRoute'), 'IPv4').fields.filter(({ name }) =>
      name.startsWith('Option'),
    )
    expect(options.map(({ name, length }) => `${name}: ${length}`)).toEqual([
      'Option: record route: 39',
      'Option: end of options: 1',
    ])
    // An option of 200 bytes does not.
    const bytes = changed('recordedRoute', 35, 200)
    mendHeader(bytes)
    const broken = layer(dissect(bytes, 'ethernet'), 'IPv4').fields.at(-1)
    expect(broken).toMatchObject({ name: 'Option: record route', start: 34, length: 40 })
  })
})
