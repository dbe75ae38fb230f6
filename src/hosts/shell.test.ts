import { expect, test } from 'vitest'
import { portOf, startHost, twoHosts } from '../../test/hosts.ts'
import { memoryStore } from '../stores/memory-store.ts'
import { readShellLine } from './shell-words.ts'

test('a host that was started unseen stands at its prompt', () => {
  const { network } = twoHosts()
  const c = startHost(network, 'PC3', {})
  expect(c.advance(0)).toBe('')
  c.host.show()
  expect(c.advance(0)).toBe('root@PC3:~# ')
  expect(c.host.status()).toMatchObject({ name: 'PC3', state: 'in use', mode: 'shell', unsaved: false })
})

test('with its power on it boots, logs in, and brings its interface up', () => {
  const { network } = twoHosts()
  const c = startHost(network, 'PC3', { address: '10.3.0.1/24' })
  c.host.powerOff()
  expect([c.host.state, portOf(c).settings.enabled]).toEqual(['off', false])
  c.host.show()
  c.host.powerOn()
  expect(c.host.state).toBe('booting')
  const shown = c.advance(10_000)
  expect(shown).toMatch(/^GRUB loading\.\n/)
  expect(shown).toMatch(
    /\nDebian GNU\/Linux 12 PC3 ttyS0\n\nPC3 login: root \(automatic login\)\n\nroot@PC3:~# $/,
  )
  expect(portOf(c).settings.enabled).toBe(true)
})

test('unknown commands and wrong lines in the words of bash', () => {
  const { a } = twoHosts()
  expect(a.run('foo')).toBe('-bash: foo: command not found\n')
  expect(a.run('/bin/foo')).toBe('-bash: /bin/foo: No such file or directory\n')
  expect(a.run('foo; echo $?')).toBe('-bash: foo: command not found\n127\n')
  expect(a.run('; echo')).toBe("-bash: syntax error near unexpected token `;'\n")
  expect(a.run('echo >')).toBe("-bash: syntax error near unexpected token `newline'\n")
  expect(a.run('/usr/bin/hostname && echo yes || echo no')).toBe('PC1\nyes\n')
  expect(a.run('foo && echo yes || echo no')).toBe('-bash: foo: command not found\nno\n')
  expect(a.run('echo $(x)')).toBe('-bash: $(: not modelled on this host\n')
})

test('quotes, blanks, comments', () => {
  const { a } = twoHosts()
  expect(a.run(`echo "a  b" 'c $HOSTNAME'   d\\ e $HOSTNAME "$HOSTNAME" # nothing`)).toBe(
    'a  b c $HOSTNAME d e PC1 PC1\n',
  )
  expect(a.run('echo -n x; echo y')).toBe('xy\n')
  expect(readShellLine("echo ''")).toMatchObject({ commands: [{ words: [[...'echo'], ['']] }] })
  // Each command sees how the one before it ended.
  expect(a.run('foo; echo $?; echo $?')).toBe('-bash: foo: command not found\n127\n0\n')
})

test('files: written, appended, refused', () => {
  const storage = memoryStore()
  const { network } = twoHosts()
  const c = startHost(network, 'PC3', { storage, dns: '10.0.0.53' })
  c.host.show()
  expect(c.run('cat /etc/resolv.conf')).toBe('nameserver 10.0.0.53\n')
  expect(storage.list('flash')).toEqual([])
  c.run('echo nameserver 10.0.0.54 >> /etc/resolv.conf')
  expect(c.run('cat /etc/resolv.conf')).toBe('nameserver 10.0.0.53\nnameserver 10.0.0.54\n')
  expect(c.run('echo x > /etc')).toBe('-bash: /etc: Is a directory\n')
  expect(c.run('echo x > /proc/net/arp')).toBe('-bash: /proc/net/arp: Permission denied\n')
  expect(c.run('echo 2 > /proc/sys/net/ipv4/ip_forward')).toMatch(/Invalid argument\n$/)
  expect(c.run('cat /etc/resolv.conf | cat')).toMatch(/54\n$/)
})

test('a disk that is full is said, and the shell lives on', () => {
  const storage = memoryStore()
  const full = {
    ...storage,
    write: () => {
      throw Object.assign(new Error('full'), { kind: 'no-space' })
    },
  }
  const { network } = twoHosts()
  const c = startHost(network, 'PC3', { storage: full })
  c.host.show()
  expect(c.run('echo x >> /etc/hosts; echo $?')).toBe('-bash: /etc/hosts: No space left on device\n1\n')
})

test('the keys of bash: interrupt, end, history, clear, completion', () => {
  const { a } = twoHosts()
  expect(a.type('echo x\x03')).toBe('echo x^C\nroot@PC1:~# ')
  expect(a.type('\x0c')).toBe('\x1b[H\x1b[2Jroot@PC1:~# ')
  a.run('echo one')
  expect(a.type('\x1b[A')).toBe('echo one')
  expect(a.type('\x15\r')).toMatch(/root@PC1:~# $/)
  expect(a.type('trac\t')).toBe('traceroute ')
  a.type('\x15')
  expect(a.type('ex\t')).toBe('exit ')
  a.type('\x15')
  expect(a.type('if\t')).toBe('if\x07')
  expect(a.type('\t')).toBe('\nifconfig  ifdown  ifup\nroot@PC1:~# if')
  a.type('\x15')
  expect(a.type('cat /etc/ho\t')).toBe('cat /etc/host')
  a.type('\x15')
  expect(a.type('?\r')).toBe('?\n-bash: ?: command not found\nroot@PC1:~# ')
  expect(a.run('history')).toBe('    1  echo one\n    2  ?\n    3  history\n')
})

test.each([
  ['Ctrl-D', '\x04', 'logout'],
  ['exit', 'exit\r', 'exit\nlogout'],
])('%s logs out, and the next login gets a new prompt', (_name, keys, shown) => {
  const { a } = twoHosts()
  a.run('hostname router')
  expect(a.type('\r')).toBe('\nroot@PC1:~# ')
  expect(a.type(keys)).toBe(
    `${shown}\n\nDebian GNU/Linux 12 router ttyS0\n\nrouter login: root (automatic login)\n\nroot@router:~# `,
  )
})

test('Ctrl-C ends what runs, and the line with it; other keys wait for the prompt', () => {
  const { a } = twoHosts()
  a.type('traceroute -n 10.0.0.9; echo never\r')
  expect(a.type('echo')).toBe('')
  expect(a.type('\x03')).toBe('^C\nroot@PC1:~# ')
  expect(a.run('echo $?')).toBe('130\n')
  // The break of a terminal does the same.
  a.type('traceroute -n 10.0.0.9\r')
  a.host.sendBreak()
  expect(a.advance(0)).toBe('^C\nroot@PC1:~# ')
})

test('help names every command', () => {
  const { a } = twoHosts()
  const shown = a.run('help')
  for (const name of ['arp', 'ifconfig', 'ip', 'ping', 'route', 'sysctl', 'tcpdump', 'traceroute'])
    expect(shown).toMatch(new RegExp(`^ ${name} +\\S`, 'm'))
  expect(a.run('help sysctl')).toBe(
    'sysctl [-n] [-w] net.ipv4.ip_forward[=0|1]\n    read or set what the kernel does: forwarding of packets\n',
  )
  expect(a.run('help foo')).toBe("-bash: help: no help topics match `foo'.\n")
})
