/**
 * `ip ssh …` and `show ip ssh`. Keys, and with them the server, come later: SSH is disabled until there are some. The
 * sentence about missing keys as real devices print it; the disabled view from memory of IOS 15.
 */

import { globalMode } from '../../declare.ts'
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
  remark: ({ protocol }) =>
    protocol === 2 ? 'Please create RSA keys (of at least 768 bits size) to enable SSH v2.' : undefined,
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
  *run({ ios: { configuration } }) {
    const protocol = sshVersion.get(configuration)?.protocol
    yield `SSH Disabled - version ${protocol === undefined ? '1.99' : protocol === 2 ? '2.0' : '1.5'}
%Please create RSA keys to enable SSH (and of atleast 768 bits for SSH v2).
Authentication timeout: ${sshTimeout.get(configuration)?.seconds ?? 120} secs; Authentication retries: ${sshRetries.get(configuration)?.retries ?? 3}
Minimum expected Diffie Hellman key size : 1024 bits
IOS Keys in SECSH format(ssh-rsa, base64 encoded): NONE
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
