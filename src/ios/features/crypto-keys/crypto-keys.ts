/**
 * `crypto key generate rsa` with its dialogue, `crypto key zeroize rsa`, `show crypto key mypubkey rsa`. Leaves out labels, usage
 * keys, and the SSH server. Texts: captured on 15.x; the time that it takes, the range of short answers and the removal from
 * memory.
 */

import { globalMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { generateRsaKey, publicKeyBytes, removeRsaKeys, rsaKeysOf } from '../../rsa-keys.ts'
import { port } from '../../session-ports.ts'
import { show } from '../../show-words.ts'
import { ask, askYesNo, type Running, wait } from '../../steps.ts'

const key = globalMode.words('crypto key', { crypto: 'Encryption module', key: 'Long term key operations' })
const least = 360
const most = 4096

function* generate(ios: Ios, asked: number | undefined): Running {
  const hostname = port('hostname')(ios)
  const domain = port('domainName')(ios)
  if (hostname === ios.profile.defaultHostname) {
    yield `% Please define a hostname other than ${hostname}.\n`
    return
  }
  if (domain === undefined) {
    yield '% Please define a domain-name first.\n'
    return
  }
  const name = `${hostname}.${domain}`
  if (rsaKeysOf(ios).some((one) => one.name === name)) {
    yield `% You already have RSA keys defined named ${name}.\n`
    if (!(yield* askYesNo('% Do you really want to replace them? [yes/no]: '))) return
  }
  yield `The name for the keys will be: ${name}\n`
  const bits = asked ?? (yield* askBits())
  if (bits === undefined) return
  if (asked !== undefined) yield `\n% The key modulus size is ${bits} bits\n`
  yield `% Generating ${bits} bit RSA keys, keys will be non-exportable...\n`
  const seconds = Math.floor(bits / 1024)
  if (seconds > 0) yield* wait(seconds * 1000)
  const isFirst = rsaKeysOf(ios).length === 0
  generateRsaKey(ios, name, bits)
  yield `[OK] (elapsed time was ${seconds} seconds)\n\n`
  if (isFirst) ios.log.emit('SSH', 5, 'ENABLED', `SSH ${bits < 768 ? '1.5' : '1.99'} has been enabled`)
}

function* askBits(): Running<number | undefined> {
  yield `Choose the size of the key modulus in the range of ${least} to ${most} for your
  General Purpose Keys. Choosing a key modulus greater than 512 may take
  a few minutes.

`
  const answer = (yield* ask('How many bits in the modulus [512]: ')).trim()
  if (answer === '') return 512
  const bits = /^\d{1,5}$/.test(answer) ? Number(answer) : Number.NaN
  if (bits >= least && bits <= most) return bits
  yield `% A decimal number between ${least} and ${most}.\n`
  return undefined
}

const help = {
  generate: 'Generate new keys',
  rsa: 'Generate RSA keys',
  'general-keys': 'Generate a general purpose RSA key pair for signing and encryption',
  modulus: 'Provide number of modulus bits on the command line',
  bits: 'size of the key modulus',
} as const

key.action('generate rsa [{kind:general-keys}] [modulus <bits:360-4096>]', {
  help,
  needs: 'ssh',
  *run({ ios, args: { bits } }) {
    yield* generate(ios, bits)
  },
})

key.action('zeroize rsa', {
  help: { zeroize: 'Remove keys', rsa: 'Remove RSA keys' },
  needs: 'ssh',
  *run({ ios }) {
    if (rsaKeysOf(ios).length === 0) {
      yield '% No Signature RSA Keys found in configuration.\n\n'
      return
    }
    yield '% All RSA keys will be removed.\n% All router certs issued using these keys will also be removed.\n'
    if (!(yield* askYesNo('Do you really want to remove these keys? [yes/no]: '))) return
    removeRsaKeys(ios)
    ios.log.emit('SSH', 5, 'DISABLED', 'SSH 1.99 has been disabled')
  },
})

show
  .words('crypto key mypubkey', {
    crypto: 'Encryption module',
    key: 'Show long term public keys',
    mypubkey: 'Show public keys associated with this device',
  })
  .exec('{which:all|rsa}', {
    help: { all: 'Show all public keys', rsa: 'Show RSA public keys' },
    needs: 'ssh',
    level: 15,
    filtered: true,
    *run({ ios }) {
      for (const one of rsaKeysOf(ios)) {
        yield `% Key pair was generated at: ${one.generatedAt.replace(/^[*.]/, '').replace(/\.\d{3}/, '')}
Key name: ${one.name}
Key type: RSA KEYS
 Storage Device: private-config
 Usage: General Purpose Key
 Key is not exportable.
 Key Data:
`
        const words = [...publicKeyBytes(one)].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase())
        for (let at = 0; at < words.length; at += 32) {
          const row = words.slice(at, at + 32).join('')
          yield `  ${(row.match(/.{1,8}/g) ?? []).join(' ')} \n`
        }
      }
    },
  })
