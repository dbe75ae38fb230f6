import { createPublicKey } from 'node:crypto'
import { expect, test } from 'vitest'
import { startConsole } from '../../../../test/console.ts'

const named = 'enable\rconfigure terminal\rhostname R1\rip domain-name example.com\r'

test('keys need names of the device and its domain', () => {
  const console = startConsole('isr-1941')
  console.type('enable\rconfigure terminal\r')
  expect(console.type('crypto key generate rsa\r')).toContain(
    '% Please define a hostname other than Router.\n',
  )
  console.type('hostname R1\r')
  expect(console.type('crypto key generate rsa\r')).toContain('% Please define a domain-name first.\n')
})

test('the dialogue as captured, and SSH is enabled with the first keys', () => {
  const console = startConsole('isr-1941')
  console.type(named)
  expect(console.type('crypto key generate rsa\r')).toBe(`crypto key generate rsa
The name for the keys will be: R1.example.com
Choose the size of the key modulus in the range of 360 to 4096 for your
  General Purpose Keys. Choosing a key modulus greater than 512 may take
  a few minutes.

How many bits in the modulus [512]: `)
  expect(console.type('768\r')).toBe(`768
% Generating 768 bit RSA keys, keys will be non-exportable...
[OK] (elapsed time was 0 seconds)

R1(config)#`)
  expect(console.advance(100)).toMatch(/%SSH-5-ENABLED: SSH 1\.99 has been enabled$/)
  expect(console.type('do show ip ssh\r')).toContain('SSH Enabled - version 1.99\n')
})

test('what is shown is a key that others can read, the same in every run', () => {
  const shown = () => {
    const console = startConsole('isr-1941')
    console.type(`${named}crypto key generate rsa modulus 1024\r`)
    console.advance(2000)
    return console.type('do show crypto key mypubkey rsa\r')
  }
  const data = /Key Data:\n((?: {2}.*\n)+)/.exec(shown())?.[1] ?? ''
  const key = createPublicKey({
    key: Buffer.from(data.replace(/\s/g, ''), 'hex'),
    format: 'der',
    type: 'spki',
  })
  expect(key.asymmetricKeyDetails).toEqual({ modulusLength: 1024, publicExponent: 65537n })
  expect(shown()).toBe(shown())
})

test('keys outlive a reload and end with zeroize', () => {
  const console = startConsole('isr-1941')
  console.type(`${named}crypto key generate rsa modulus 512\rend\rwrite memory\r`)
  console.advance(5000)
  console.device.powerOff()
  console.device.powerOnQuietly()
  expect(console.type('\renable\rshow crypto key mypubkey rsa\r')).toContain('Key name: R1.example.com\n')
  console.type('configure terminal\rcrypto key zeroize rsa\ryes\r')
  expect(console.type('do show ip ssh\r')).toContain('SSH Disabled')
})
