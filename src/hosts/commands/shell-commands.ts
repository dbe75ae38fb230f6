/** What belongs to the shell itself: its help, its history, leaving it. Sources: bash(1), echo(1), clear(1). */

import { type Command, fail } from '../command.ts'
import { clearScreen } from '../shell-editor.ts'

const help: Command = {
  name: 'help',
  synopsis: '[COMMAND]',
  help: 'the commands of this host',
  *run({ shell, words }) {
    const [wanted] = words
    const commands = [...shell.commands.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    if (wanted !== undefined) {
      const found = shell.commands.get(wanted)
      if (found === undefined) return yield* fail(`-bash: help: no help topics match \`${wanted}'.\n`, 1)
      yield `${[found.name, found.synopsis].join(' ').trimEnd()}\n    ${found.help}\n`
      return 0
    }
    yield 'The commands of this host. Ctrl-C ends one that runs; Tab completes names.\n\n'
    const width = Math.max(...commands.map(({ name }) => name.length)) + 2
    for (const { name, help: text } of commands) yield ` ${name.padEnd(width)}${text}\n`
    return 0
  },
}

const history: Command = {
  name: 'history',
  synopsis: '',
  help: 'the lines typed so far',
  *run({ shell }) {
    for (const [at, line] of shell.history.list.entries()) yield `${String(at + 1).padStart(5)}  ${line}\n`
    return 0
  },
}

const echo: Command = {
  name: 'echo',
  synopsis: '[-n] [TEXT …] [> FILE]',
  help: 'print text, or write it into a file',
  *run({ words }) {
    const bare = words[0] === '-n'
    yield (bare ? words.slice(1) : words).join(' ') + (bare ? '' : '\n')
    return 0
  },
}

const clear: Command = {
  name: 'clear',
  synopsis: '',
  help: 'clear the screen',
  *run() {
    yield clearScreen
    return 0
  },
}

const leaving = (name: string): Command => ({
  name,
  synopsis: '',
  help: 'log out; a new login follows',
  *run({ shell, words }) {
    shell.exit()
    return Number(words[0] ?? shell.status) & 255
  },
})

export const shellCommands: readonly Command[] = [
  help,
  history,
  echo,
  clear,
  leaving('exit'),
  leaving('logout'),
]
