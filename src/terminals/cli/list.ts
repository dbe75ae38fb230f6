/** `rollover list`: devices, labs and commands; drills are in list-drills.ts. */

import type { Lab } from '../../labs/lab.ts'
import type { Language } from '../i18n/texts.ts'

export type Listed = 'devices' | 'labs' | 'commands'

/** Each thing in a line; descriptions of labs are in the asked language where they have it. */
export async function list(what: Listed, language: Language): Promise<string> {
  if (what === 'devices') {
    const { builtInHosts, builtInProfiles } = await import('../../hardware/built-in-profiles.ts')
    return table([...builtInProfiles.values(), ...builtInHosts.values()])
  }
  if (what === 'labs') {
    const { readLab, shippedLabs } = await import('../../stores/read-lab.ts')
    const labs = await Promise.all((await shippedLabs()).map(readLab))
    return table(labs.map((lab) => ({ name: lab.name, description: sentence(lab, language) })))
  }
  await import('../../ios/features/index.ts')
  const { commandTable } = await import('./command-table.ts')
  return commandTable()
}

function sentence({ description }: Lab, language: Language): string {
  const { en, zh } = description
  return (language === 'zh' ? (zh ?? en) : (en ?? zh)) ?? ''
}

function table(rows: readonly { readonly name: string; readonly description: string }[]): string {
  const longest = Math.max(...rows.map(({ name }) => name.length))
  return rows
    .map(({ name, description }) => `${`${name.padEnd(longest)}  ${description}`.trimEnd()}\n`)
    .join('')
}
