/** `rollover list`: devices, labs and commands. */

import type { Lab } from '../../labs/lab.ts'
import { languageOf } from '../i18n/texts.ts'

export type Listed = 'devices' | 'labs' | 'commands'

/** Each thing in a line; descriptions of labs are in the locale's language where they have it. */
export async function list(what: Listed): Promise<string> {
  if (what === 'devices') {
    const { builtInHosts, builtInProfiles } = await import('../../hardware/built-in-profiles.ts')
    return table([...builtInProfiles.values(), ...builtInHosts.values()])
  }
  if (what === 'labs') {
    const { readLab, shippedLabs } = await import('../../stores/read-lab.ts')
    const labs = await Promise.all((await shippedLabs()).map(readLab))
    return table(labs.map((lab) => ({ name: lab.name, description: sentence(lab) })))
  }
  await import('../../ios/features/index.ts')
  const { commandTable } = await import('./command-table.ts')
  return commandTable()
}

function sentence({ description }: Lab): string {
  const { en, zh } = description
  return (languageOf(process.env) === 'zh' ? (zh ?? en) : (en ?? zh)) ?? ''
}

function table(rows: readonly { readonly name: string; readonly description: string }[]): string {
  const longest = Math.max(...rows.map(({ name }) => name.length))
  return rows
    .map(({ name, description }) => `${`${name.padEnd(longest)}  ${description}`.trimEnd()}\n`)
    .join('')
}
