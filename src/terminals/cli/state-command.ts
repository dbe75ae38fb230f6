/** `rollover state list|reset|accept|export`. */

import { createInterface } from 'node:readline/promises'
import { defaultStatePath, openStateDirectory, type StateDirectory } from '../../stores/state-directory.ts'

export interface StateArguments {
  readonly state?: string
  readonly yes?: true
  readonly names: readonly string[]
}

export async function stateCommand(
  what: 'list' | 'reset' | 'accept' | 'export',
  { state, yes, names }: StateArguments,
): Promise<number> {
  const directory = openStateDirectory(state ?? defaultStatePath(), { program: `rollover state ${what}` })
  try {
    switch (what) {
      case 'list':
        process.stdout.write(listing(directory))
        return 0
      case 'reset':
        return await reset(directory, names[0], yes === true)
      case 'accept': {
        const taken = directory.accept(names[0] === undefined ? {} : { name: names[0] })
        for (const { device, volume, name } of taken)
          process.stdout.write(`${device} ${volume}:${name} is taken as it is now\n`)
        if (taken.length === 0) process.stderr.write('rollover: no file was edited\n')
        return taken.length > 0 ? 0 : 1
      }
      case 'export':
        for (const { path } of directory.export(names[0] ?? '.')) process.stdout.write(`${path}\n`)
        return 0
    }
  } finally {
    directory.close()
  }
}

function listing(directory: StateDirectory): string {
  const rows = [`${directory.path}\n`]
  for (const { device, files, setAside, findings } of directory.list()) {
    rows.push(`${device}\n`)
    for (const { volume, name, size, modifiedMs } of files) {
      rows.push(
        `  ${volume}:${name.padEnd(24)} ${String(size).padStart(9)} bytes  ${new Date(modifiedMs).toISOString().slice(0, 19)}Z\n`,
      )
    }
    for (const { volume, path } of setAside) rows.push(`  ${volume}: ${path}\n`)
    for (const { text } of findings) rows.push(`  ${text}\n`)
  }
  if (directory.readSuspended() !== undefined) rows.push('a console is suspended\n')
  if (rows.length === 1) rows.push('nothing is kept here\n')
  return rows.join('')
}

async function reset(directory: StateDirectory, device: string | undefined, sure: boolean): Promise<number> {
  const what = device ?? 'everything'
  if (!sure) {
    if (process.stdin.isTTY !== true) {
      process.stderr.write(`rollover: to forget ${what} for good, say --yes\n`)
      return 2
    }
    const reader = createInterface({ input: process.stdin, output: process.stderr })
    const answer = await reader.question(`Forget ${what} in ${directory.path} for good? [yes/no] `)
    reader.close()
    if (answer.trim() !== 'yes') return 1
  }
  directory.reset(device)
  process.stdout.write(`${what} is forgotten\n`)
  return 0
}
