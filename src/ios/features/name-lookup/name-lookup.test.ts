import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

const at = (profile: string, lines = ''): TestConsole => {
  const console = startConsole(profile)
  console.advance(10_000)
  console.type('en\rconf t\rno logging console\r')
  console.advance(100)
  console.type(`${lines}end\r`)
  return console
}

/** What a command shows, its own line left out, once it has had `ms` of time. */
const shown = (console: TestConsole, command: string, ms = 0): string => {
  const text = console.type(`${command}\r`) + console.advance(ms)
  return text.slice(text.indexOf('\n') + 1)
}

const unknown =
  '% Bad IP address or host name\n% Unknown command or computer name, or unable to find computer address\n'

// Captured on an 881, 1841 and 1941, 15.x; 3 × 3 seconds are the defaults of the command reference.
test('an unknown word is looked for nine seconds, and then remembered', () => {
  const console = at('isr-1941')
  expect(shown(console, 'foo', 8999)).toBe('Translating "foo"...domain server (255.255.255.255)')
  expect(console.advance(1)).toBe(`\n\n${unknown}Router#`)
  expect(shown(console, 'foo')).toBe(`${unknown}Router#`)
  console.advance(120_000)
  expect(shown(console, 'foo')).toContain('Translating')
})

test('the break key ends the look-up', () => {
  const console = at('catalyst-2960-24tt')
  console.type('foo\r')
  console.advance(1000)
  expect(console.type('\x1e')).toBe(`\n\n${unknown}Switch#`)
})

test('timeout, retries and servers are those of the configuration', () => {
  const console = at(
    'catalyst-2960-24tt',
    'ip name-server 192.0.2.1 192.0.2.2\rip domain timeout 1\rip domain retry 0\r',
  )
  expect(shown(console, 'foo', 1999)).toBe('Translating "foo"...domain server (192.0.2.1) (192.0.2.2)')
  expect(console.advance(1)).toBe(`\n\n${unknown}Switch#`)
})

// Captured on an 881.
test('without domain look-up nobody waits', () => {
  const console = at('isr-1941', 'no ip domain-lookup\r')
  expect(shown(console, 'foo')).toBe(`Translating "foo"\n\n${unknown}Router#`)
})

test.each([
  ['catalyst-2960-24tt', 'no ip domain-lookup', 'ip domain-name lab.example'],
  ['isr-1941', 'no ip domain lookup', 'ip domain name lab.example'],
])('%s takes both spellings and prints its own', (profile, lookup, name) => {
  for (const typed of [
    'no ip domain-lookup\rip domain-name lab.example\r',
    'no ip domain lookup\rip domain name lab.example\r',
  ]) {
    const console = at(profile, typed)
    expect(shown(console, 'show run | include domain').split('\n')).toEqual([
      lookup,
      name,
      expect.any(String),
    ])
    console.type('conf t\rip domain-lookup\rno ip domain name\rend\r')
    expect(shown(console, 'show run | include domain')).not.toMatch(/^(no )?ip/)
  }
})

// Caret captured on a 1941.
test('more than one word is no host name', () => {
  expect(shown(at('isr-1941'), 'hostname R3')).toBe(
    "        ^\n% Invalid input detected at '^' marker.\n\nRouter#",
  )
})

test('a host of the table is called at each of its addresses', () => {
  const console = at('isr-1941', 'ip host R2 192.0.2.9 192.0.2.10\r')
  const unreachable = '% Destination unreachable; gateway or host down\n\nRouter#'
  expect(shown(console, 'r2')).toBe(`Trying R2 (192.0.2.9)... \nTrying R2 (192.0.2.10)... \n${unreachable}`)
  expect(shown(console, '192.0.2.1')).toBe(`Trying 192.0.2.1 ... \n${unreachable}`)
  expect(shown(console, 'telnet 192.0.2.1 80')).toBe(`Trying 192.0.2.1, 80 ... \n${unreachable}`)
  expect(shown(console, 'ssh -l admin R2')).toBe(unreachable)
  expect(shown(console, 'ssh R2')).toBe('% No user specified nor available for SSH client\nRouter#')
  // Captured on a 1941: a malformed address is refused at once.
  expect(shown(console, 'telnet 20.0.01')).toBe('% Bad IP address or host name\nRouter#')
})

// Captured on 15.x: the mark of a probe that nobody answered comes after its two seconds.
test('ping waits two seconds for each of five probes', () => {
  const console = at('isr-1941')
  expect(shown(console, 'ping 192.0.2.1', 1999)).toBe(
    'Type escape sequence to abort.\nSending 5, 100-byte ICMP Echos to 192.0.2.1, timeout is 2 seconds:\n',
  )
  expect(console.advance(1)).toBe('.')
  expect(console.advance(8000)).toBe('....\nSuccess rate is 0 percent (0/5)\nRouter#')
  expect(shown(console, 'ping nobody', 9000)).toBe(
    'Translating "nobody"...domain server (255.255.255.255)\n\n% Unrecognized host or address, or protocol not running.\nRouter#',
  )
})

test('ping breaks its marks after seventy and stops at the break key', () => {
  const console = at('isr-1941')
  console.type('ping 192.0.2.1 timeout 1 repeat 200\r')
  expect(console.advance(72_000)).toBe(`${'.'.repeat(70)}\n..`)
  expect(console.type('\x1e')).toBe('\nSuccess rate is 0 percent (0/73)\nRouter#')
})

test('the dialogue of ping', () => {
  const console = at('isr-1941')
  expect(shown(console, 'ping')).toBe('Protocol [ip]: ')
  console.type('\r192.0.2.7\r2\r\r1\r')
  expect(console.type('y\r\r\ry\r\r\r\r')).toContain(
    'Loose, Strict, Record, Timestamp, Verbose[none]: \nSweep range of sizes [n]: ',
  )
  expect(shown(console, '', 2000)).toBe(`Type escape sequence to abort.
Sending 2, 100-byte ICMP Echos to 192.0.2.7, timeout is 1 seconds:
Packet sent with the DF bit set
..
Success rate is 0 percent (0/2)
Router#`)
})

test('traceroute prints three stars a hop and gives up after thirty', () => {
  const console = at('isr-1941')
  const text = shown(console, 'traceroute 192.0.2.1', 270_000).split('\n')
  expect(text.slice(0, 4)).toEqual([
    'Type escape sequence to abort.',
    'Tracing the route to 192.0.2.1',
    'VRF info: (vrf in name/id, vrf out name/id)',
    '  1  *  *  * ',
  ])
  expect(text.slice(-2)).toEqual([' 30  *  *  * ', 'Router#'])
})

test('a seventh name server finds no room', () => {
  const console = at('isr-1941', 'ip name-server 192.0.2.1 192.0.2.2 192.0.2.3 192.0.2.4 192.0.2.5\r')
  console.type('conf t\rip name-server 192.0.2.6\r')
  expect(shown(console, 'ip name-server 192.0.2.7')).toMatch(/^% Name-server table is full/)
  console.type('no ip name-server 192.0.2.2\r')
  expect(shown(console, 'do show run | include name-server').match(/192\.0\.2\.\d/g)).toEqual([
    '192.0.2.1',
    '192.0.2.3',
    '192.0.2.4',
    '192.0.2.5',
    '192.0.2.6',
  ])
  console.type('no ip name-server\r')
  expect(shown(console, 'do show run | include name-server')).toBe('Router(config)#')
})

// The command reference says that no name is looked up then; that a caret follows is from memory.
test('transport preferred none makes an unknown word an error', () => {
  const console = at('isr-1941', 'line con 0\rtransport preferred none\r')
  expect(shown(console, 'zzz')).toBe(`${' '.repeat(7)}^\n% Invalid input detected at '^' marker.\n\nRouter#`)
  expect(console.advance(10_000)).toBe('')
})

test('a syslog server may be named, and is kept by its address', () => {
  const console = at('isr-1941', 'ip host LOG 192.0.2.20\rlogging host log\r')
  console.advance(2000)
  expect(shown(console, 'show run | include ^logging')).toBe('logging host 192.0.2.20\nRouter#')
})
