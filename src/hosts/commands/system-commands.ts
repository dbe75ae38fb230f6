/** The host's name, its files and its kernel settings. Sources: hostname(1), cat(1), sysctl(8), interfaces(5), ifup(8). */

import { showIpv4 } from '../../wire/ipv4-text.ts'
import { type Command, fail, type Running } from '../command.ts'
import type { HostSystem } from '../host-system.ts'
import { readOptions } from '../options.ts'
import type { Shell } from '../shell.ts'
import { ShellEditor } from '../shell-editor.ts'

const hostname: Command = {
  name: 'hostname',
  synopsis: '[-I] [NAME]',
  help: 'show the name of this host, or change it until the power goes',
  *run({ system, words }) {
    const { options, operands, problem } = readOptions(words, 'Isfi')
    if (problem !== undefined) return yield* fail(`hostname: ${problem}\nUsage: hostname [-I] [NAME]\n`, 255)
    const [name] = operands
    if (name !== undefined) {
      if (!/^[A-Za-z0-9]([A-Za-z0-9.-]{0,62}[A-Za-z0-9])?$/.test(name))
        return yield* fail('hostname: the specified hostname is invalid\n', 1)
      system.hostname = name
    } else if (options.has('I')) {
      const own = [...system.interfaces.values()].filter(({ port, up }) => port !== undefined && up)
      yield `${own.flatMap(({ addresses }) => addresses.map(({ address }) => `${showIpv4(address)} `)).join('')}\n`
    } else if (options.has('i')) yield '127.0.1.1\n'
    else if (options.has('s')) yield `${system.hostname.split('.')[0]}\n`
    else yield `${system.hostname}\n`
    return 0
  },
}

const cat: Command = {
  name: 'cat',
  synopsis: '[FILE …]',
  help: 'show files: /etc/hosts, /etc/resolv.conf, /etc/network/interfaces, /proc/net/arp, …',
  *run({ system, shell, words }) {
    if (words.length === 0) return yield* typedInput(shell)
    let status = 0
    for (const path of words) {
      const text = system.files.read(path)
      if (text !== undefined) yield text
      else {
        const why = system.files.isDirectory(path) ? 'Is a directory' : 'No such file or directory'
        yield { kind: 'error', text: `cat: ${path}: ${why}\n` }
        status = 1
      }
    }
    return status
  },
}

/** What came through a pipe, or what is typed until Ctrl-D. */
function* typedInput(shell: Shell): Running {
  if (shell.input !== undefined) {
    yield shell.input
    return 0
  }
  for (;;) {
    const response = yield { kind: 'line', editor: new ShellEditor({ prompt: '' }) }
    if (response?.kind !== 'event' || response.event.kind === 'cancel') return 130
    if (response.event.kind === 'end') return 0
    if (response.event.kind === 'enter') yield `${response.event.text}\n`
  }
}

/** What `sysctl` knows of: names and their files. */
const forwarding = 'net.ipv4.ip_forward'
const fileOf = (key: string) => `/proc/sys/${key.replaceAll('.', '/')}`

const sysctl: Command = {
  name: 'sysctl',
  synopsis: `[-n] [-w] ${forwarding}[=0|1]`,
  help: 'read or set what the kernel does: forwarding of packets',
  *run({ system, words }) {
    const { options, operands, problem } = readOptions(words, 'anwq')
    if (problem !== undefined) return yield* fail(`sysctl: ${problem}\n`, 1)
    const keys = options.has('a') ? [forwarding] : operands
    if (keys.length === 0) return yield* fail('\nUsage:\n sysctl [options] [variable[=value] ...]\n', 1)
    let status = 0
    for (const operand of keys) {
      const at = operand.indexOf('=')
      const key = (at < 0 ? operand : operand.slice(0, at)).replaceAll('/', '.')
      const problemText = at < 0 ? missing(system, key) : setting(system, key, operand.slice(at + 1))
      if (problemText !== undefined) {
        yield { kind: 'error', text: problemText }
        status = 1
        continue
      }
      const value = system.files.read(fileOf(key))?.trim()
      if (!options.has('q')) yield options.has('n') ? `${value}\n` : `${key} = ${value}\n`
    }
    return status
  },
}

function missing(system: HostSystem, key: string): string | undefined {
  const file = fileOf(key)
  return system.files.read(file) === undefined
    ? `sysctl: cannot stat ${file}: No such file or directory\n`
    : undefined
}

function setting(system: HostSystem, key: string, value: string): string | undefined {
  const problem = missing(system, key)
  if (problem !== undefined) return problem
  return system.files.write(fileOf(key), value) === undefined
    ? undefined
    : `sysctl: setting key "${key}": Invalid argument\n`
}

const ifup: Command = {
  name: 'ifup',
  synopsis: 'IF',
  help: 'bring an interface up as /etc/network/interfaces says',
  *run({ system, words }) {
    const [name] = words
    if (name === undefined) return yield* fail('Usage: ifup <ifaces...>\n', 1)
    if (system.interfaces.get(name)?.configured === true)
      return yield* fail(`ifup: interface ${name} already configured\n`, 0)
    return system.ifup(name) ? 0 : yield* fail(`ifup: unknown interface ${name}\n`, 1)
  },
}

const ifdown: Command = {
  name: 'ifdown',
  synopsis: 'IF',
  help: 'take an interface down, its addresses with it',
  *run({ system, words }) {
    const [name] = words
    if (name === undefined) return yield* fail('Usage: ifdown <ifaces...>\n', 1)
    return system.ifdown(name) ? 0 : yield* fail(`ifdown: interface ${name} not configured\n`, 0)
  },
}

export const systemCommands: readonly Command[] = [hostname, cat, sysctl, ifup, ifdown]
