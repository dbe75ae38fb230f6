/** Transcripts of labs: the directives about several machines and their cables, and what stands where. */

import { describe, expect, test } from 'vitest'
import { parseLab } from '../../src/stores/read-lab.ts'
import { transcriptSurroundings } from '../../src/terminals/cli/transcript-surroundings.ts'
import { readTranscript } from '../../src/transcripts/read-transcript.ts'
import { runTranscript } from '../../src/transcripts/run-transcript.ts'
import { updated } from '../../src/transcripts/update-transcript.ts'

const labText = `name: pair
devices:
  SW1:
    profile: catalyst-2960-24tt
    config: |
      hostname SW1
      interface Vlan1
       ip address 10.0.0.2 255.255.255.0
       no shutdown
  PC1: { profile: host, address: 10.0.0.1/24 }
  PC2: { profile: host, address: 10.0.0.3/24 }
cables:
  - { id: first, from: SW1 Fa0/1, to: PC1 eth0 }
  - [SW1 Fa0/2, PC2 eth0]
`
const lab = await parseLab(labText, 'pair.yml')

/** `row: - expected + found` for each difference, and the files that captures went to. */
function outcome(text: string): { differences: string[]; captures: Map<string, Uint8Array> } {
  const captures = new Map<string, Uint8Array>()
  const surroundings = {
    ...transcriptSurroundings,
    keepCapture: (file: string, bytes: Uint8Array) => void captures.set(file, bytes),
  }
  const { differences } = runTranscript(readTranscript(text, 'a.txt', lab), surroundings)
  return {
    differences: differences.map(({ row, expected, found }) => `${row}: - ${expected} + ${found}`),
    captures,
  }
}

const run = (text: string): string[] => outcome(text).differences
const update = (text: string): string => updated(readTranscript(text, 'a.txt', lab), transcriptSurroundings)

const pingLost = `PING 10.0.0.3 (10.0.0.3) 56(84) bytes of data.
From 10.0.0.1 icmp_seq=1 Destination Host Unreachable

--- 10.0.0.3 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

`

describe('consoles', () => {
  test('the first device of the lab is on show, and what another prints meanwhile waits for its return', () => {
    expect(
      run(`!: lab pair
SW1#show privilege
Current privilege level is 15
SW1#
!: on PC1
root@PC1:~# hostname
PC1
!: cut SW1 Fa0/2
!: wait 3s
root@PC1:~# hostname
PC1
!: on SW1
*Mar  1 {{.*}}: %LINEPROTO-5-UPDOWN: Line protocol on Interface FastEthernet0/2, changed state to down
*Mar  1 {{.*}}: %LINK-3-UPDOWN: Interface FastEthernet0/2, changed state to down
SW1#show interfaces Fa0/2 | include line
FastEthernet0/2 is down, line protocol is down (notconnect)
`),
    ).toEqual([])
  })

  test('a console whose rows begin with messages has not been rebooted', () => {
    expect(
      run(`!: lab pair
!: on PC1
root@PC1:~# ping -c 1 10.0.0.2
{{...}}
1 packets transmitted, 1 received, {{}}
{{...}}
!: cut SW1 Fa0/2
!: wait 3s
!: on SW1
*Mar  1 {{.*}}: %LINEPROTO-5-UPDOWN: Line protocol on Interface FastEthernet0/2, changed state to down
*Mar  1 {{.*}}: %LINK-3-UPDOWN: Interface FastEthernet0/2, changed state to down
SW1#show privilege
Current privilege level is 15
`),
    ).toEqual([])
  })

  test('what it printed meanwhile is compared', () => {
    expect(
      run(`!: lab pair
SW1#
!: on PC1
root@PC1:~# hostname
PC1
!: cut first
!: wait 3s
!: on SW1
SW1#show privilege
Current privilege level is 15
`)[0],
    ).toMatch(/^9: - SW1#show privilege \+ \*Mar {2}1 .*%LINEPROTO-5-UPDOWN/)
  })

  test('a command goes on while another console is on show', () => {
    expect(
      run(`!: lab pair
!: on PC1
root@PC1:~# ping -c 3 10.0.0.3
!: on SW1
!: wait 10s
SW1#show mac address-table dynamic | include Total
Total Mac Addresses for this criterion: 2
!: on PC1
PING 10.0.0.3 (10.0.0.3) 56(84) bytes of data.
{{...}}
3 packets transmitted, 3 received, 0% packet loss, time {{}}
{{...}}
root@PC1:~# hostname
PC1
`),
    ).toEqual([])
  })
})

describe('cables and power', () => {
  test('a cable is cut and mended, by a port in any abbreviation or by its id', () => {
    expect(
      run(`!: lab pair
!: on PC1
!: cut SW1 f0/2
root@PC1:~# ping -c 1 10.0.0.3
${pingLost}root@PC1:~#
!: mend "PC2 eth0"
!: wait 40s
root@PC1:~# ping -c 1 10.0.0.3
{{...}}
1 packets transmitted, 1 received, 0% packet loss, time 0ms
{{...}}
root@PC1:~#
!: cut first
root@PC1:~# ip link show eth0
{{\\d+}}: eth0: <NO-CARRIER,{{}}
{{...}}
`),
    ).toEqual([])
  })

  test('power off leaves its neighbours without a link, power on boots', () => {
    expect(
      run(`!: lab pair
!: on SW1
SW1#
!: power off PC2
!: wait 5s
*Mar  1 {{.*}}: %LINEPROTO-5-UPDOWN: Line protocol on Interface FastEthernet0/2, changed state to down
*Mar  1 {{.*}}: %LINK-3-UPDOWN: Interface FastEthernet0/2, changed state to down
SW1#
!: power on PC2
!: wait 2m
*Mar  1 {{.*}}: %LINK-3-UPDOWN: Interface FastEthernet0/2, changed state to up
*Mar  1 {{.*}}: %LINEPROTO-5-UPDOWN: Line protocol on Interface FastEthernet0/2, changed state to up
SW1#show interfaces Fa0/2 | include line
FastEthernet0/2 is up, line protocol is up (connected)
`),
    ).toEqual([])
  })
})

describe('capture', () => {
  test('writes a file from here on, for a time or to the end', () => {
    const { differences, captures } = outcome(`!: lab pair
!: capture "SW1 Fa0/1" whole.pcapng
!: capture "SW1 Fa0/1" short.pcapng 1s
!: on PC1
root@PC1:~# ping -c 3 10.0.0.3
{{...}}
3 packets transmitted, 3 received, {{}}
`)
    expect(differences).toEqual([])
    expect([...captures.keys()]).toEqual(['whole.pcapng', 'short.pcapng'])
    const [whole, short] = [...captures.values()].map(({ length }) => length)
    // A ping takes two seconds; each of its packets is 98 bytes and more.
    expect(short).toBeGreaterThan(300)
    expect(whole).toBeGreaterThan((short ?? 0) + 300)
  })
})

describe('faults', () => {
  test('a capture that cannot be written', () => {
    const keepCapture = () => {
      throw new Error('EISDIR: a folder')
    }
    const text =
      '!: lab pair\n!: capture "first" x.pcapng\nSW1#show privilege\nCurrent privilege level is 15\n'
    const transcript = readTranscript(text, 'a.txt', lab)
    expect(() => runTranscript(transcript, { ...transcriptSurroundings, keepCapture })).toThrow(
      'a.txt:2:4: found "x.pcapng" (EISDIR: a folder), expected a file that can be written',
    )
  })

  test.each([
    ['!: on PC1\n', '1:7: found "PC1", expected one device (none yet)'],
    ['!: lab pair\n!: on PC9\n', '2:7: found "PC9", expected one device (SW1, PC1, PC2)'],
    ['!: lab pair\n!: lab pair\n', '2:4: found "lab", expected it once, and no single devices beside it'],
    ['!: device A isr-1941\n!: lab pair\n', '2:4: found "lab", expected it once, and no single devices'],
    ['!: lab pair\n!: cut SW1 Fa0/9\n', '2:8: found "SW1", expected a cable of the lab, by a port such as'],
    ['!: cut SW1 Fa0/1\n', '1:8: found "SW1", expected a cable of the lab, by a port such as SW1 Gi0/1'],
    ['!: lab pair\n!: mend\n', '2:8: found the end of the row, expected a cable of the lab'],
    ['!: lab pair\n!: power up PC1\n', '2:10: found "up", expected on or off'],
    ['!: lab pair\n!: power on PC9\n', '2:13: found "PC9", expected one device (SW1, PC1, PC2)'],
    ['!: lab pair\n!: power on PC1 PC2\n', '2:17: found "PC2", expected one device'],
    ['!: lab pair\n!: capture "SW1 Fa0/1"\n', '2:12: found ""SW1", expected capture "SW1 Gi0/1" FILE.pcapng'],
    ['!: lab pair\n!: capture "SW1 Fa0/1" x.pcapng soon\n', '2:33: found "soon", expected capture "SW1'],
    [
      '!: lab pair\n!: device A isr-1941\n',
      '2:4: found "device", expected the devices of the lab, and no single ones',
    ],
    ['!: lab pair\n!: config\n  hostname X\n', '2:4: found "config", expected it'],
  ])('%j', (text, sentence) => {
    expect(() => run(text)).toThrow(`a.txt:${sentence}`)
  })

  test('a line that the lab has and a device refuses', async () => {
    const faulty = await parseLab(labText.replace('no shutdown', 'no shutdwn'), 'pair.yml')
    const text = '!: source hand-written\n!: lab pair\nSW1#show privilege\n'
    expect(() => runTranscript(readTranscript(text, 'a.txt', faulty), transcriptSurroundings)).toThrow(
      'a.txt:2:4: found line 9 of lab pair, which SW1 refuses',
    )
  })
})

describe('update', () => {
  const skeleton = `!: lab pair
SW1#show privilege
!: on PC1
root@PC1:~# hostname
!: cut first
!: on SW1
SW1#show clock
`
  const whole = `!: lab pair
SW1#show privilege
Current privilege level is 15
!: on PC1
root@PC1:~# hostname
PC1
!: cut first
!: on SW1
SW1#show clock
*00:01:30.000 UTC Mon Mar 1 1993
`

  test('the last command before another console, and before the end, gets what it shows', () => {
    expect(update(skeleton)).toBe(whole.replace('PC1\n!: cut first', '!: cut first\nPC1'))
    expect(run(update(skeleton))).toEqual([])
    expect(update(whole)).toBe(whole)
  })

  test('what is left at work stays with the return of its console', () => {
    const text = `!: lab pair
!: on PC1
root@PC1:~# ping -c 1 10.0.0.3
!: on SW1
!: wait 5s
SW1#show privilege
Current privilege level is 15
!: on PC1
{{...}}
root@PC1:~# ping -c 1 10.0.0.3
`
    const now = update(text)
    expect(now.startsWith(text)).toBe(true)
    expect(now).toContain('1 packets transmitted, 1 received, 0% packet loss, time 0ms\n')
    expect(run(now)).toEqual([])
  })
})

test('a command that runs on is left at work, and its console is come back to', () => {
  // An idle session of the switch would end if the file waited for tcpdump.
  const text = `!: lab pair
!: source hand-written
!: on SW1
SW1#show privilege
Current privilege level is 15
!: on PC1
root@PC1:~# tcpdump -n -c 1 -i eth0 arp
tcpdump: verbose output suppressed, use -v[v]... for full protocol decode
listening on eth0, link-type EN10MB (Ethernet), snapshot length 262144 bytes
!: on SW1
SW1#ping 10.0.0.1 repeat 1
{{...}}
Success rate is {{.*}}
SW1#
!: on PC1
{{.*}} ARP, Request who-has 10.0.0.1 tell 10.0.0.2, length {{\\d+}}
1 packet captured
{{...}}
root@PC1:~# echo done
done
`
  expect(run(text)).toEqual([])
})
