/** `key chain`: keys for routing protocols, kept and printed as typed. They act when a protocol authenticates. Source: Cisco IOS IP Routing: Protocol-Independent command reference. */

import { globalMode, Words } from '../../declare.ts'
import { printable } from '../../printable.ts'

globalMode.line('key chain <name:word>', {
  help: { key: 'Key management', chain: 'Key-chain management', name: 'Key-chain name' },
  key: ['name'],
  needs: 'ip-routing',
  place: 'key-chain',
  opens: { mode: 'config-keychain', separated: false },
  inert: true,
  print: ({ name }) => [`key chain ${printable(name)}`],
})

const keyHelp = { key: 'Configure a key', id: 'Key identifier' }

const key = new Words(['config-keychain'], '', {}, 15).line('key <id:0-2147483647>', {
  help: keyHelp,
  key: ['id'],
  place: 'key',
  opens: {
    mode: 'config-keychain-key',
    separated: false,
    compare: (a, b) => (a.args['id'] as number) - (b.args['id'] as number),
  },
  inert: true,
})

const keyMode = new Words(['config-keychain-key'], '', {}, 15)

/** The next key of the chain: here `key` would otherwise be taken for `key-string`. */
keyMode.action('key <id:0-2147483647>', {
  help: keyHelp,
  no: true,
  key: ['id'],
  inert: true,
  *run({ ios, terminal, place, form, args }) {
    const section = place.sections[0]?.parent
    if (section === undefined) return
    const at = { ios, section }
    if (form !== 'set') key.close(at, args)
    terminal.enter(
      form === 'set'
        ? { mode: 'config-keychain-key', sections: [key.section(at, args)] }
        : { mode: 'config-keychain', sections: [section] },
    )
  },
})

keyMode.line('key-string <text:line>', {
  help: { 'key-string': 'Set key string', text: 'The UNENCRYPTED (cleartext) user password' },
  place: 'key-string',
  inert: true,
  keep: ({ text }) => ({ text: printable(text) }),
})
