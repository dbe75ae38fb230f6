/**
 * `show running-config` in its forms: the whole, one interface, one VLAN, with defaults, with line numbers.
 * Source: captures for the whole and one interface; `linenum` and `all` from memory of the command reference.
 */

import { printable } from '../../printable.ts'
import { configurationLines, framed, sectionLines } from '../../running-config.ts'
import { showPrivileged } from '../../show-words.ts'
import type { Running } from '../../steps.ts'
import { isDefaultVlan, newVlan, vlansOf } from '../../vlans.ts'
import { withDefaults } from './defaults.ts'

const running = showPrivileged.words('running-config', {
  'running-config': 'Current operating configuration',
})

running.exec('', {
  help: {},
  filtered: true,
  *run({ ios }) {
    yield framed(configurationLines(ios))
  },
})

running.exec('all', {
  help: { all: 'Configuration with defaults' },
  filtered: true,
  *run({ ios }) {
    yield framed(configurationLines(ios, (section) => withDefaults(ios, section)))
  },
})

// Certificates and macros are what these forms tell apart, and there are none.
for (const [word, help] of [
  ['brief', 'configuration without certificate data'],
  ['full', 'full configuration'],
] as const) {
  running.exec(word, {
    help: { brief: help, full: help },
    filtered: true,
    *run({ ios }) {
      yield framed(configurationLines(ios))
    },
  })
}

running.exec('linenum', {
  help: { linenum: 'Display line numbers in output' },
  filtered: true,
  *run({ ios }) {
    const lines = configurationLines(ios)
    const width = String(lines.length).length
    const [heading, text = ''] = framed(lines).split(/(?<=bytes\n)/)
    yield heading ?? ''
    for (const [index, line] of text.trimEnd().split('\n').entries())
      yield ` ${String(index + 1).padStart(width)} : ${line}\n`
    yield '\n'
  },
})

running.exec('interface <name:interface>', {
  help: { interface: 'Show interface configuration', name: 'Interface' },
  filtered: true,
  *run({ ios, args }) {
    const made = ios.interfaces.get(args.name)
    if (made !== undefined) yield framed(sectionLines(made.section))
  },
})

running.exec('view full', {
  help: { view: 'View options', full: 'Full view' },
  filtered: true,
  *run({ ios }): Running {
    yield framed(configurationLines(ios))
  },
})

running.exec('vlan [<list:vlan-list>]', {
  help: { vlan: 'Show L2 VLAN information', list: 'VLAN IDs' },
  needs: 'vlan',
  filtered: true,
  *run({ ios, args }) {
    yield 'Building configuration...\n\nCurrent configuration:\n!\n'
    for (const { id, name } of vlansOf(ios).all()) {
      if (isDefaultVlan(id) || (args.list !== undefined && !args.list.includes(id))) continue
      yield `vlan ${id}\n`
      if (name !== newVlan(id).name) yield ` name ${printable(name)}\n`
      yield '!\n'
    }
    yield 'end\n\n'
  },
})
