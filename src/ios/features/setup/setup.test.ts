import { expect, test } from 'vitest'
import { startConsole, type TestConsole } from '../../../../test/console.ts'

const question = 'Would you like to enter the initial configuration dialog? [yes/no]: '

/** From power-on with an empty NVRAM. */
function fresh(profile: string): TestConsole {
  const console = startConsole(profile, { atReturn: true })
  console.device.powerOff()
  console.device.powerOn()
  return console
}

function done(console: TestConsole, ...typed: string[]): string {
  return typed.map((text) => console.type(text) + console.advance(3000)).join('')
}

// Text captured on a 1941 and on a 2960: nine blanks before the dashes, the bell before the invitation.
test.each(['catalyst-2960-24tt', 'isr-1941'])('%s asks, and takes no for an answer', (profile) => {
  const console = fresh(profile)
  expect(console.advance(150_000)).toMatch(
    /\n\n {9}--- System Configuration Dialog ---\n\nWould you like to enter the initial configuration dialog\? \[yes\/no\]: $/,
  )
  expect(console.type('\r')).toBe(`\n% Please answer 'yes' or 'no'.\n${question}`)
  expect(console.type('no\r')).toBe('no\r\x07\n\n\nPress RETURN to get started!\n\n')
  console.advance(30_000)
  expect(console.type('\r')).toBe(profile === 'isr-1941' ? '\nRouter>' : '\nSwitch>')
})

const basic = ['yes\r', 'yes\r', 'LAB\r', '\r', 'class\r', 'class\r', 'word\r', 'vty\r']

// The order of questions and the script were captured on a 1941.
test('the basic dialogue of a router', () => {
  const console = fresh('isr-1941')
  console.advance(150_000)
  const asked = done(console, ...basic)
  expect(asked).toContain(
    '\n  Enter enable secret: \n% No defaulting allowed\n  Enter enable secret: class\n',
  )
  expect(asked).toContain(
    '\n  Enter enable password: class\n% Please choose a password that is different from the enable secret\n  Enter enable password: word\n',
  )
  expect(done(console, '\r', 'private\r')).toMatch(
    /\nGigabitEthernet0\/0 {9}unassigned {6}NO {2}unset {2}down {18}down {4}\n.*management network from the above interface summary: $/s,
  )
  done(console, 'GigabitEthernet0/1\r', '\r')
  expect(done(console, '192.168.0.300\r')).toContain(
    "\n% Bad Internet address.\n% Enter an Internet address of the form 'X.X.X.X', where each\n% letter corresponds to a decimal number between 0 and 255.\n    IP address for this interface: ",
  )
  expect(done(console, '192.168.0.2\r')).toBe(
    '192.168.0.2\n    Subnet mask for this interface [255.255.255.0] : ',
  )
  const script = done(console, '\r')
  expect(script).toMatch(/^\n {4}Class C network is 192\.168\.0\.0, 24 subnet bits; mask is \/24\n/)
  expect(script).toMatch(
    /\n\nhostname LAB\nenable secret 5 \$1\$.{4}\$.{22}\nenable password word\nline vty 0 4\npassword vty\nsnmp-server community private\n!\n!\ninterface Embedded-Service-Engine0\/0\nshutdown\nno ip address\n!\n/,
  )
  expect(script).toContain(
    '\ninterface GigabitEthernet0/1\nno shutdown\nip address 192.168.0.2 255.255.255.0\nno mop enabled\n!\n',
  )
  expect(script).toMatch(
    /\nend\n\n\n\[0\] Go to the IOS command prompt without saving this config\.\n.*\nEnter your selection \[2\]: $/s,
  )
  expect(done(console, '\r')).toContain(
    "\nBuilding configuration...\nUse the enabled mode 'configure' command to modify this configuration.\n\n\n\nPress RETURN to get started!\n",
  )
  console.advance(30_000)
  done(console, '\r', 'enable\r', 'class\r', 'terminal length 0\r')
  const running = done(console, 'show running-config\r')
  expect(running).toContain('\nhostname LAB\n')
  expect(running).toContain('\ninterface GigabitEthernet0/1\n ip address 192.168.0.2 255.255.255.0\n')
  expect(running).toContain('\nline vty 0 4\n password vty\n')
  expect(done(console, 'show startup-config\r')).toContain('\nhostname LAB\n')
})

// The switch's own question was captured on a 2960.
test('a switch asks about clusters, and selection 0 keeps nothing', () => {
  const console = fresh('catalyst-2960-24tt')
  console.advance(150_000)
  done(console, ...basic)
  expect(done(console, '\r', 'vlan1\r', '\r', '10.0.0.5\r', '\r')).toContain(
    '\nWould you like to enable as a cluster command switch? [yes/no]: ',
  )
  expect(done(console, 'no\r')).toContain('\nline vty 0 15\n')
  expect(done(console, '0\r')).toContain(
    '\n% You can enter the setup, by typing setup at IOS command prompt\n\x07\n\nPress RETURN to get started!\n',
  )
  console.advance(30_000)
  expect(console.type('\r')).toBe('\nSwitch>')
  expect(console.storage.list('flash')).toEqual([])
})

// From memory.
test('the extended dialogue asks for every interface', () => {
  const console = fresh('isr-1941')
  console.advance(150_000)
  done(console, 'yes\r', 'no\r', '\r', '\r', 'class\r', 'word\r', 'vty\r')
  const asked = done(console, 'no\r', '\r', 'yes\r', '\r', '10.0.0.1\r', '\r', '\r', '\r', '\r')
  for (const name of ['Embedded-Service-Engine0/0', 'GigabitEthernet0/0', 'Serial0/0/1'])
    expect(asked).toContain(`Do you want to configure ${name} (shutdown) interface? [no]: `)
  expect(asked).toContain('\ninterface GigabitEthernet0/0\nno shutdown\nip address 10.0.0.1 255.0.0.0\n')
})

test('Ctrl-C leaves the dialogue, and setup comes back to it', () => {
  const console = fresh('catalyst-2960-24tt')
  console.advance(150_000)
  done(console, 'yes\r', 'yes\r', 'LAB\r')
  expect(console.type('\x03')).toContain('\n\nPress RETURN to get started!\n')
  console.advance(30_000)
  done(console, '\r', 'enable\r')
  // From memory.
  expect(done(console, 'setup\r')).toContain('Continue with configuration dialog? [yes/no]: ')
  expect(done(console, 'no\r')).toContain('Press RETURN to get started!')
})
