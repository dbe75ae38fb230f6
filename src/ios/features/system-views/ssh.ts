/**
 * `ip ssh …` and `show ip ssh`: enabled once there are keys. The server itself is not modelled. The
 * sentence about missing keys as real devices print it; the disabled view from memory of IOS 15.
 */

import { globalMode } from '../../declare.ts'
import { rsaKeysOf } from '../../rsa-keys.ts'
import { show } from '../../show-words.ts'

const ip = globalMode.words('ip', { ip: 'Global IP configuration subcommands' })
const ssh = ip.words('ssh', { ssh: 'Configure ssh options' })
const secure = { place: 'ip-ssh', needs: 'ssh' } as const
export const sshTimeout = ssh.line('time-out <seconds:1-120>', {
  ...secure,
  help: { 'time-out': 'Specify SSH time-out interval', seconds: 'SSH time-out interval (secs)' },
  default: { seconds: 120 },
})
export const sshRetries = ssh.line('authentication-retries <retries:0-5>', {
  ...secure,
  help: {
    'authentication-retries': 'Specify number of authentication retries',
    retries: 'Number of authentication retries',
  },
  default: { retries: 3 },
})
export const sshVersion = ssh.line('version <protocol:1-2>', {
  ...secure,
  help: { version: 'Specify protocol version to be supported', protocol: 'Protocol version' },
  remark: ({ protocol }, { ios }) =>
    protocol === 2 && !rsaKeysOf(ios).some(({ bits }) => bits >= 768)
      ? 'Please create RSA keys (of at least 768 bits size) to enable SSH v2.'
      : undefined,
})
ssh.line('source-interface <name:interface>', {
  ...secure,
  help: {
    'source-interface': 'Specify interface for source address in SSH connections',
    name: 'Interface',
  },
  inert: true,
})
ssh.line('logging events', {
  ...secure,
  help: { logging: 'Configure logging for SSH', events: 'Log SSH events' },
  inert: true,
})

show.words('ip', { ip: 'IP information' }).exec('ssh', {
  help: { ssh: 'Information on SSH' },
  needs: 'ssh',
  filtered: true,
  *run({ ios }) {
    const { configuration } = ios
    const protocol = sshVersion.get(configuration)?.protocol
    const enabled = rsaKeysOf(ios).length > 0
    yield `SSH ${enabled ? 'Enabled' : 'Disabled'} - version ${protocol === undefined ? '1.99' : protocol === 2 ? '2.0' : '1.5'}
`
    if (!enabled) yield '%Please create RSA keys to enable SSH (and of atleast 768 bits for SSH v2).\n'
    yield `Authentication timeout: ${sshTimeout.get(configuration)?.seconds ?? 120} secs; Authentication retries: ${sshRetries.get(configuration)?.retries ?? 3}
Minimum expected Diffie Hellman key size : 1024 bits
IOS Keys in SECSH format(ssh-rsa, base64 encoded): ${rsaKeysOf(ios)[0]?.name ?? 'NONE'}
`
  },
})

show.exec('ssh', {
  help: { ssh: 'Status of SSH server connections' },
  needs: 'ssh',
  filtered: true,
  // From memory of IOS 15.
  *run() {
    yield '%No SSHv2 server connections running.\n%No SSHv1 server connections running.\n'
  },
})
