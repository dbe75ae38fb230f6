/** Every sentence with which IOS answers a mistyped line, in its exact layout. */

const subcommandParents = new Set(['show', 'debug', 'undebug', 'clear'])

/** The caret under `column` of the row that was typed on. One empty line follows. */
export function invalidInput(column: number): string {
  return `${' '.repeat(column)}^\n% Invalid input detected at '^' marker.\n\n`
}

/** `path` are the keywords typed so far, in full. A few parents that stand alone answer differently. */
export function incompleteCommand(path: string): string {
  return subcommandParents.has(path)
    ? `% Type "${path} ?" for a list of subcommands\n`
    : '% Incomplete command.\n\n'
}

/** The whole line as typed stands in the quotes; no empty line follows. */
export function ambiguousCommand(line: string): string {
  return `% Ambiguous command:  "${line}"\n`
}

export const unrecognizedCommand = '% Unrecognized command\n'

export const badHostName = '% Bad IP address or host name\n'
export const unknownCommandOrComputer =
  '% Unknown command or computer name, or unable to find computer address\n'
