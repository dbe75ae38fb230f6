import { expect, test } from 'vitest'
import { startConsole } from '../../../../test/console.ts'

const configuring = (profile: string) => {
  const console = startConsole(profile)
  console.advance(10_000)
  console.type('en\rconf t\r')
  return console
}

test('the name stands in the prompt at once and goes back with no', () => {
  const console = configuring('catalyst-2960-24tt')
  expect(console.type('hostname S1\r')).toBe('hostname S1\nS1(config)#')
  expect(console.type('do show run | include ^hostname\r')).toContain('\nhostname S1\n')
  expect(console.type('no hostname\r')).toBe('no hostname\nSwitch(config)#')
  expect(console.type('do show run | include ^hostname\r')).toContain('\nhostname Switch\n')
})

// From memory: what a name that does not fit is answered with; 63 characters are RFC 1035's.
test('a name beyond letters, digits and hyphens is remarked on, a long one is cut', () => {
  const console = configuring('isr-1941')
  expect(console.type('hostname R_1\r')).toBe(
    'hostname R_1\n% Hostname contains one or more illegal characters.\nR_1(config)#',
  )
  expect(console.type('hostname \x16\x07\r')).toContain(
    '% Hostname contains one or more illegal characters.\n',
  )
  console.type(`hostname ${'a'.repeat(70)}\r`)
  expect(console.type('do show run | include ^hostname\r')).toContain(`\nhostname ${'a'.repeat(63)}\n`)
})
