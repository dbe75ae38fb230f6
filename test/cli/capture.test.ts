/** `rollover capture`: the arguments, what is typed, and the file. That frames are right inside is held by the codecs' tests. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder, rollover } from './program.ts'

const lab = `name: pair
devices:
  SW1:
    profile: catalyst-2960-24tt
    config: |
      hostname SW1
      interface Vlan1
       ip address 10.0.0.1 255.255.255.0
       no shutdown
  R1:
    profile: isr-1941
    config: |
      hostname R1
      interface GigabitEthernet0/0
       ip address 10.0.0.2 255.255.255.0
       no shutdown
cables:
  - { id: link, from: SW1 Gi0/1, to: R1 Gi0/0 }
`

function labFile(text = lab): string {
  const file = join(newFolder(), 'pair.yml')
  writeFileSync(file, text)
  return file
}

interface Packet {
  readonly atNs: bigint
  readonly etherType: number
  readonly outbound: boolean
}

/** The enhanced packet blocks of a big-endian pcapng file (draft-ietf-opsawg-pcapng), times in nanoseconds. */
function packetsOf(bytes: Buffer): Packet[] {
  expect(bytes.readUInt32BE(8)).toBe(0x1a2b3c4d)
  const packets: Packet[] = []
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at + 4)) {
    if (bytes.readUInt32BE(at) !== 6) continue
    const captured = bytes.readUInt32BE(at + 20)
    const options = bytes.subarray(at + 28 + Math.ceil(captured / 4) * 4)
    expect(options.readUInt16BE(0)).toBe(2)
    packets.push({
      atNs: (BigInt(bytes.readUInt32BE(at + 12)) << 32n) | BigInt(bytes.readUInt32BE(at + 16)),
      etherType: bytes.readUInt16BE(at + 28 + 12),
      outbound: (options.readUInt32BE(4) & 3) === 2,
    })
  }
  return packets
}

test('a ping is typed, shown and captured, the same each time', () => {
  const folder = newFolder()
  const file = labFile()
  const run = (name: string) => {
    const output = join(folder, name)
    return rollover(['capture', file, '--cable', 'R1 g0/0', '-o', output, '--run', 'R1: ping 10.0.0.1'])
  }
  const { status, stdout, stderr } = run('a.pcapng')
  expect(status).toBe(0)
  expect(stdout).toBe(
    'R1>ping 10.0.0.1\nType escape sequence to abort.\nSending 5, 100-byte ICMP Echos to 10.0.0.1, timeout is 2 seconds:\n' +
      '.!!!!\nSuccess rate is 80 percent (4/5), round-trip min/avg/max = 1/1/1 ms\n',
  )
  const bytes = readFileSync(join(folder, 'a.pcapng'))
  const all = packetsOf(bytes)
  expect(stderr).toBe(`rollover: ${all.length} frames on SW1 Gi0/1 to R1 Gi0/0\n`)
  // Without what devices tell one another by themselves.
  const packets = all.filter(({ etherType }) => etherType === 0x0800 || etherType === 0x0806)
  // The first echo is lost to the ARP exchange, as the dot says; seen from R1, requests go out and replies come in.
  expect(packets.map(({ etherType }) => etherType)).toEqual([0x0806, 0x0806, ...Array(8).fill(0x0800)])
  expect(packets.map(({ outbound }) => outbound)).toEqual([
    true,
    false,
    true,
    false,
    true,
    false,
    true,
    false,
    true,
    false,
  ])
  // The lab has settled from 2025-01-01 on, and the first probe waits its two seconds.
  const [first, , third] = packets.map(({ atNs }) => atNs / 1_000_000n)
  expect(first).toBeGreaterThan(BigInt(Date.UTC(2025, 0, 1)))
  expect(Number(third) - Number(first)).toBe(2000)
  run('b.pcapng')
  expect(readFileSync(join(folder, 'b.pcapng')).equals(bytes)).toBe(true)
})

test('each command is shown behind the prompt of its console', () => {
  const output = join(newFolder(), 'x.pcapng')
  const runs = ['R1: show clock', 'SW1: enable', 'r1: show privilege', 'SW1: show privilege']
  const { stdout } = rollover([
    'capture',
    labFile(),
    '--cable',
    'link',
    '-o',
    output,
    ...runs.flatMap((run) => ['--run', run]),
  ])
  expect(stdout.replace(/\*?\d\d:.*/, 'the time')).toBe(
    'R1>show clock\nthe time\nSW1>enable\nR1>show privilege\nCurrent privilege level is 1\n' +
      'SW1#show privilege\nCurrent privilege level is 15\n',
  )
})

test('--for says how long, also of a command that it cuts short', () => {
  const output = join(newFolder(), 'x.pcapng')
  const { status, stderr } = rollover([
    'capture',
    labFile(),
    '--cable',
    'link',
    '-o',
    output,
    '--for',
    '3s',
    '--run',
    'R1: ping 10.0.0.9',
  ])
  expect(status).toBe(0)
  expect(stderr).toContain('rollover: "ping 10.0.0.9" had not ended on R1 when the capture did\n')
  const times = packetsOf(readFileSync(output)).map(({ atNs }) => Number(atNs / 1_000_000n))
  expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(3000)
  const idle = rollover(['capture', labFile(), '--cable', 'link', '-o', output, '--for', '2m'])
  expect(idle).toMatchObject({ status: 0, stdout: '' })
  expect(packetsOf(readFileSync(output)).length).toBeGreaterThan(2)
})

test.each([
  [['--cable', 'R1 Gi0/3'], 'lab pair has no cable "R1 Gi0/3"; did you mean R1 Gi0/0?'],
  [['--cable', 'lnk'], 'lab pair has no cable "lnk"; did you mean link?'],
  [
    ['--cable', 'link', '--for', 'soon'],
    '--for takes a time of up to a week, such as 120s, 10m or 1h30m, not "soon"',
  ],
  [['--cable', 'link', '--run', 'R2: ping 10.0.0.1'], 'lab pair has no device "R2"; did you mean R1?'],
  [
    ['--cable', 'link', '--run', 'ping'],
    '--run takes a device and what is typed there, such as "PC1: ping -c 5 10.0.0.1"',
  ],
  [['--for', '3s'], "required option '--cable <end>' not specified"],
])('%j gets one sentence and status 2', (args, sentence) => {
  const output = join(newFolder(), 'x.pcapng')
  const { status, stdout, stderr } = rollover(['capture', labFile(), '-o', output, ...args])
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `rollover: ${sentence}\n` })
  expect(existsSync(output)).toBe(false)
})

test('a line that a device refuses is said with its place in the lab', () => {
  const file = labFile(lab.replace('ip address 10.0.0.2', 'ip adress 10.0.0.2'))
  const { status, stderr } = rollover([
    'capture',
    file,
    '--cable',
    'link',
    '-o',
    join(newFolder(), 'x.pcapng'),
  ])
  expect(status).toBe(2)
  expect(stderr).toContain(
    `${file}:15:8: found "ip adress 10.0.0.2 255.255.255.0", expected a line that R1 takes`,
  )
})
