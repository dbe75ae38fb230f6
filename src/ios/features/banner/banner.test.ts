/** Banners: how the text is read, kept and printed. The order of display is held by the login tests. */

import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

function configuring(): TestConsole {
  const console = startConsole('catalyst-2960-24tt')
  console.advance(10_000)
  console.type('en\rterminal length 0\rconf t\r')
  return console
}

/** The banner as the running configuration has it. */
function printed(console: TestConsole): string {
  const text = console.type('do show running-config\r')
  const start = text.indexOf('\nbanner ') + 1
  return start === 0 ? '' : text.slice(start, text.indexOf('\n!\n', start))
}

test('one line between two delimiters', () => {
  const console = configuring()
  expect(console.type('banner motd #Authorised users only# not this\r')).toBe(
    'banner motd #Authorised users only# not this\nSwitch(config)#',
  )
  expect(printed(console)).toBe('banner motd ^CAuthorised users only^C')
})

test('several lines are read without a prompt, ? and all, until the delimiter', () => {
  const console = configuring()
  expect(console.type('banner login $\r')).toBe(
    "banner login $\nEnter TEXT message.  End with the character '$'.\n",
  )
  expect(console.type('Who are you?\r')).toBe('Who are you?\n')
  expect(console.type('')).toBe('')
  expect(console.type('end of it $ dropped\r')).toBe('end of it $ dropped\nSwitch(config)#')
  // Verbatim: the text begins with the line end behind the delimiter.
  expect(printed(console)).toBe('banner login ^C\nWho are you?\nend of it ^C')
})

test('any character is a delimiter', () => {
  const console = configuring()
  expect(console.type('banner motd c\r')).toBe(
    "banner motd c\nEnter TEXT message.  End with the character 'c'.\n",
  )
  console.type('hello c\r')
  expect(printed(console)).toBe('banner motd ^C\nhello ^C')
})

test('what is printed can be pasted back', () => {
  const console = configuring()
  console.type('banner motd ^C\rone\rtwo\r^C\r')
  expect(printed(console)).toBe('banner motd ^C\none\ntwo\n^C')
  // Its own end mark cannot stand in a text: it would load as less.
  console.type('banner motd #a ^C b#\r')
  expect(printed(console)).toBe('banner motd ^Ca ^c b^C')
})

test('without a kind it is the message of the day; no takes it away', () => {
  const console = configuring()
  console.type('banner #hello#\rbanner exec #x#\r')
  expect(printed(console)).toBe('banner exec ^Cx^C\nbanner motd ^Chello^C')
  console.type('no banner motd\rno banner exec\r')
  expect(printed(console)).toBe('')
})

test('a tab stays, other control characters become question marks', () => {
  const console = configuring()
  console.type('banner motd #a\x16\tb\x16\x07c#\r')
  expect(printed(console)).toBe('banner motd ^Ca\tb?c^C')
})

test('$(domain) is the configured domain name', () => {
  const console = startConsole('catalyst-2960-24tt')
  console.type('enable\rconfigure terminal\rip domain-name lab.example\rbanner motd #in $(domain)#\rend\r')
  console.advance(1000)
  console.type('exit\r')
  expect(console.type('\r')).toBe('\nin lab.example\nSwitch>')
})
