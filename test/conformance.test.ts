/** What transcripts cannot hold: bytes of wiped rows, stored hashes, and the byte count of a configuration. */

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type7Decrypt } from '../src/ios/secrets.ts'
import { startConsole } from './console.ts'

test('a page ends with --More--, and wipes itself on its own row', () => {
  const console = startConsole('catalyst-2960-24tt', { paging: true })
  for (const byte of 'en\rshow running-config\r') console.device.input(byte.charCodeAt(0))
  expect(console.raw()).toMatch(/\r\n --More-- $/)
  console.device.input(0x20)
  expect(console.raw().slice(0, 26 + 2)).toMatch(/^[\b]{9} {8}[\b]{9}[^\b\r]/)
  console.device.input('q'.charCodeAt(0))
  expect(console.raw()).toBe('\b\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\b\bSwitch#')
})

test('declining the set-up dialogue rings and offers RETURN', () => {
  const console = startConsole('catalyst-2960-24tt')
  console.type('en\rreload\r\r')
  expect(console.advance(300_000)).toMatch(/initial configuration dialog\? \[yes\/no\]: $/)
  expect(console.type('no\r')).toBe('no\r\x07\n\n\nPress RETURN to get started!\n\n')
  expect(console.type('\r')).toBe('\nSwitch>')
})

test.each(['catalyst-2960-24tt', 'isr-1941'])('the byte count of %s is that of the text', (profile) => {
  const console = startConsole(profile)
  console.type('en\rconf t\rbanner motd #\rHello\r#\rip host tailed 10.0.0.1\rend\r')
  console.advance(1000)
  const shown = console.type('show running-config\r')
  expect(counted(/Current configuration : (\d+) bytes\n([\s\S]*\nend\n)\n/, shown)).toBe(true)
  console.type('write\r')
  console.advance(10_000)
  const saved = console.type('show startup-config\r')
  expect(counted(/Using (\d+) out of (?:65536|262136) bytes\n([\s\S]*\nend\n)/, saved)).toBe(true)
})

/** The delimiter that shows as ^C is one byte, and one line end more than is shown counts along. */
function counted(listing: RegExp, shown: string): boolean {
  const [, count, text = ''] = listing.exec(shown) ?? []
  return Number(count) === text.replaceAll('^C', '\x03').length + 1
}

test('enable secret is kept as md5-crypt of what was typed', () => {
  const console = startConsole('catalyst-2960-24tt')
  console.type('en\rconf t\renable secret class\r')
  const line = console.type('do show running-config | include ^enable secret\r')
  const [, salt = '', hash] = /enable secret 5 \$1\$([./0-9A-Za-z]{4})\$(\S{22})\n/.exec(line) ?? []
  expect(md5Crypt('class', salt)).toBe(hash)
})

test('passwords that the service hides can be read back', () => {
  const console = startConsole('catalyst-2960-24tt')
  console.type('en\rconf t\rline vty 0 4\rpassword cisco\rexit\rusername ann password 0 class\r')
  console.type('service password-encryption\r')
  const shown = console.type('do show running-config | include password 7\r')
  const hidden = [...shown.matchAll(/password 7 (\S+)/g)].map(([, text]) => type7Decrypt(text ?? ''))
  expect(hidden.sort()).toEqual(['cisco', 'class'])
  // The vector of the published algorithm.
  expect(type7Decrypt('121A0C041104')).toBe('cisco')
})

/** The hash part of md5-crypt (Poul-Henning Kamp, 1994), from its description and not from the project. */
function md5Crypt(password: string, salt: string): string {
  const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')
  const md5 = (...parts: Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest()
  const [key, salted] = [bytes(password), bytes(salt)]
  const mixed = md5(key, salted, key)
  const first = [key, bytes('$1$'), salted, mixed.subarray(0, key.length)]
  for (let bits = key.length; bits > 0; bits >>= 1)
    first.push(bits % 2 === 1 ? Buffer.alloc(1) : key.subarray(0, 1))
  let digest = md5(...first)
  for (let round = 0; round < 1000; round++) {
    const parts = [round % 2 === 1 ? key : digest]
    if (round % 3 !== 0) parts.push(salted)
    if (round % 7 !== 0) parts.push(key)
    parts.push(round % 2 === 1 ? digest : key)
    digest = md5(...parts)
  }
  const letters = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  const group = (a: number, b: number, c: number, length: number): string => {
    let value = ((digest[a] ?? 0) << 16) | ((digest[b] ?? 0) << 8) | (digest[c] ?? 0)
    let text = ''
    for (let index = 0; index < length; index++, value >>= 6) text += letters[value & 63]
    return text
  }
  const all = [
    group(0, 6, 12, 4),
    group(1, 7, 13, 4),
    group(2, 8, 14, 4),
    group(3, 9, 15, 4),
    group(4, 10, 5, 4),
  ]
  return `${all.join('')}${letters[(digest[11] ?? 0) & 63]}${letters[(digest[11] ?? 0) >> 6]}`
}
