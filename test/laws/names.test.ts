/** Words of JavaScript are ordinary names, and control bytes of any user text never reach a terminal raw. */

import { describe, expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../console.ts'

function configured(profile: string, ...lines: string[]): TestConsole {
  const console = startConsole(profile)
  console.type('enable\rconfigure terminal\rno logging console\r')
  for (const line of lines) console.type(`${line}\r`)
  console.type('end\r')
  return console
}

function running(console: TestConsole): string {
  return console.type('show running-config\r')
}

const words = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'undefined',
  'null',
  'NaN',
]

describe.each(words)('%s', (word) => {
  // A hostname may not begin with an underscore, nor a name that IOS reads as a host.
  test.each<[string, string, (name: string) => string[]]>([
    ['isr-1941', 'a user', (name) => [`username ${name} password 0 x`]],
    ['isr-1941', 'a list', (name) => [`ip access-list standard ${name}`, ' permit any']],
    ['isr-1941', 'a pool', (name) => [`ip dhcp pool ${name}`, ' lease 3']],
    ['isr-1941', 'a key chain', (name) => [`key chain ${name}`, ' key 1']],
    ['isr-1941', 'a route-map', (name) => [`route-map ${name} permit 10`, ' match ip address 1']],
    ['isr-1941', 'a NAT pool', (name) => [`ip nat pool ${name} 10.0.0.1 10.0.0.2 netmask 255.255.255.0`]],
    ['isr-1941', 'an alias', (name) => [`alias exec ${name} show clock`]],
    ['isr-1941', 'a description', (name) => ['interface GigabitEthernet0/0', ` description ${name}`]],
    ['catalyst-2960-24tt', 'a range', (name) => [`define interface-range ${name} FastEthernet0/1 - 2`]],
  ])('%s keeps it as the name of %s', (profile, _, linesFor) => {
    const lines = linesFor(word)
    const console = configured(profile, ...lines.map((line) => line.trim()))
    const before = running(console)
    for (const line of lines) expect(before).toContain(`\n${line}`)
    const text = before.slice(before.indexOf('\nversion') + 1, before.lastIndexOf('\nend') + 5)
    const again = startConsole(profile, { startupConfig: text })
    again.type('enable\r')
    expect(again.type('show running-config\r')).toContain(lines.join('\n'))
    // And it goes again, like any other.
    console.type(`configure terminal\rno ${lines[0]}\rend\r`)
    if (!lines[0]?.startsWith('interface')) expect(running(console)).not.toContain(`\n${lines[0]}`)
  })

  test('typed as a command it is a word that nobody knows', () => {
    for (const profile of ['catalyst-2960-24tt', 'isr-1941']) {
      const console = configured(profile, 'no ip domain-lookup')
      const prompt = console.ios.profile.defaultHostname
      expect(console.type(`${word} x\r`)).toMatch(/\n *\^\n% Invalid input detected at '\^' marker\.\n/)
      expect(console.type(`${word}\r`)).toContain('% Unknown command or computer name')
      expect(console.type(`show ${word}\r`)).toContain('% Invalid input detected')
      expect(console.type(`show ${word}?`)).toContain('% Unrecognized command')
      console.type('\x15configure terminal\r')
      // Null is a kind of interface.
      for (const line of [word, `no ${word}`, `default ${word}`, `interface ${word}`, `line ${word}`])
        if (line !== 'interface null') expect(console.type(`${line}\r`)).toContain('% Invalid input detected')
      expect(console.type('end\r')).toBe(`end\n${prompt}#`)
    }
  })

  test('is the name of a VLAN, a file and a banner', () => {
    const console = configured(
      'catalyst-2960-24tt',
      'vlan 5',
      `name ${word}`,
      'exit',
      `banner motd #${word}#`,
    )
    expect(console.type('show vlan brief\r')).toContain(word)
    expect(running(console)).toContain(`banner motd ^C${word}^C`)
    console.type(`copy running-config flash:${word}\r\r`)
    console.advance(10_000)
    expect(console.type('dir flash:\r')).toContain(` ${word}\n`)
  })

  test('is no word of EXEC, of a mode, or after show', () => {
    const console = configured('isr-1941', 'no ip domain-lookup')
    for (const typed of [`${word} x`, `show ${word} x`, `no ${word}`, `configure ${word}`])
      expect(console.type(`${typed}\r`)).toContain("% Invalid input detected at '^' marker.")
  })
})

// C0, DEL and the C1 range, the last in its two bytes of UTF-8; none of them acts on the line being typed in a file.
const controls = '\x01\x07\x1b]0;x\x1b[31m\x7f\u009b2J\x90'

/** Whether a terminal would be told something: line ends, tabs, and nothing else. */
function controlsIn(text: string): string[] {
  return [...text].filter((one) => /[\x00-\x08\x0b-\x1f\x7f-\x9f]/.test(one))
}

describe('control bytes', () => {
  test.each<[string, string, string[]]>([
    ['isr-1941', 'a description', ['interface GigabitEthernet0/0', ` description a${controls}b`]],
    ['isr-1941', 'a banner', [`banner motd ^Ca${controls}b^C`]],
    ['isr-1941', 'a remark', ['ip access-list standard L', ` remark a${controls}b`, ' permit any']],
    ['isr-1941', 'the name of a list', [`ip access-list standard a${controls}b`, ' permit any']],
    ['isr-1941', 'a numbered remark', [`access-list 9 remark a${controls}b`]],
    ['isr-1941', 'a time range', [`access-list 101 permit ip any any time-range a${controls}b`]],
    ['isr-1941', 'a user', [`username a${controls}b password 0 x`]],
    ['isr-1941', 'a password', [`username x password 0 a${controls}b`]],
    ['isr-1941', 'a line password', ['line vty 0 4', ` password a${controls}b`]],
    ['isr-1941', 'an alias', [`alias exec a${controls}b show clock`]],
    ['isr-1941', 'an alias text', [`alias exec zz show${controls}b`]],
    [
      'isr-1941',
      'a pool',
      [`ip dhcp pool a${controls}b`, ` domain-name a${controls}b`, ` bootfile a${controls}b`],
    ],
    ['isr-1941', 'a host', [`ip host a${controls}b 10.0.0.1`]],
    ['isr-1941', 'a domain', [`ip domain name a${controls}b`]],
    ['isr-1941', 'a route', [`ip route 10.0.0.0 255.0.0.0 10.1.1.1 name a${controls}b`]],
    ['isr-1941', 'an access group', ['interface GigabitEthernet0/0', ` ip access-group a${controls}b in`]],
    ['isr-1941', 'an access class', ['line vty 0 4', ` access-class a${controls}b in`]],
    ['isr-1941', 'a key', [`key chain a${controls}b`, ' key 1', `  key-string a${controls}b`]],
    ['isr-1941', 'a route-map', [`route-map a${controls}b permit 10`, ` description a${controls}b`]],
    ['isr-1941', 'NAT', [`ip nat inside source list a${controls}b interface GigabitEthernet0/0 overload`]],
    [
      'isr-1941',
      'a neighbor',
      ['router bgp 1', ' neighbor 1.1.1.1 remote-as 1', ` neighbor 1.1.1.1 description a${controls}b`],
    ],
    [
      'isr-1941',
      'SNMP',
      [
        `snmp-server location a${controls}b`,
        `snmp-server contact a${controls}b`,
        `snmp-server community a${controls}b RO`,
      ],
    ],
    ['isr-1941', 'a hostname', [`hostname a${controls}b`]],
    ['isr-1941', 'an enable password', [`enable password a${controls}b`]],
    ['isr-1941', 'a time zone', [`clock timezone a${controls}b 1 0`]],
    ['isr-1941', 'boot', [`boot system flash:a${controls}b`]],
    ['isr-1941', 'a location', ['line vty 0 4', ` location a${controls}b`]],
    ['catalyst-2960-24tt', 'a VLAN', ['vlan 5', ` name a${controls}b`]],
    ['catalyst-2960-24tt', 'VTP', [`vtp domain a${controls}b`, 'vtp mode transparent']],
    ['catalyst-2960-24tt', 'a range', [`define interface-range a${controls}b FastEthernet0/1 - 2`]],
  ])('%s never shows those in %s raw', (profile, _, lines) => {
    const console = startConsole(profile, { startupConfig: `no logging console\n${lines.join('\n')}\nend\n` })
    for (const typed of [
      'enable',
      'show running-config',
      'show running-config all',
      'show access-lists',
      'show interfaces',
      'show interfaces description',
      'show vlan brief',
      'show hosts',
      'show aliases',
      'show line',
      'show clock',
      'show boot',
    ]) {
      const shown = console.type(`${typed}\r`)
      console.advance(1000)
      expect({ typed, controls: controlsIn(shown) }).toEqual({ typed, controls: [] })
    }
  })

  test('neither in messages nor in answers', () => {
    const console = configured('isr-1941', 'logging buffered', 'line con 0', 'logging synchronous')
    // Ctrl-V takes the next byte as it is.
    for (const typed of [
      'send log a\x16\x1b[31mb',
      'foo\x16\x07 bar',
      'show x\x16\x1b[2J',
      'copy flash:a\x16\x1b[2J null:',
    ]) {
      const shown = console.type(`${typed}\r`).split('\n').slice(1).join('\n')
      expect({ typed, controls: controlsIn(shown + console.advance(60_000)) }).toEqual({
        typed,
        controls: [],
      })
    }
    expect(controlsIn(console.type('\x1eshow logging\r'))).toEqual([])
  })
})
