/**
 * The prompt that a row of a copied terminal begins with, told by its form alone: whose device it was, and what it was
 * called there, nobody knows. Leaves out what stands behind it.
 */

export type PromptRow =
  | {
      readonly kind: 'ios'
      readonly hostname: string
      /** `config-if`; empty in EXEC. */
      readonly mode: string
      readonly privileged: boolean
      /** As it stands there, to the `#` or `>`. */
      readonly text: string
    }
  | { readonly kind: 'host'; readonly hostname: string; readonly text: string }
  | { readonly kind: 'loader'; readonly text: string }

// Names as RFC 1123 has them and the underscore: `<1-4094>` and `C:\>` are no prompts of a device.
const ios = /^([A-Za-z0-9][A-Za-z0-9_.-]{0,62})(?:\(([a-z][a-z0-9-]*)\))?([>#])/
const shell = /^[\w.-]+@([A-Za-z0-9][A-Za-z0-9_.-]*):[^#$]*[#$] ?/
const loader = /^(?:switch: |rommon \d+ ?> ?)/
/** What the pager leaves where the key that ended it was wiped without backspaces. */
const more = /^ --More-- +/

export function promptRow(row: string): PromptRow | undefined {
  const text = row.replace(more, '')
  const host = shell.exec(text)
  if (host !== null) return { kind: 'host', hostname: host[1] ?? '', text: host[0] }
  const load = loader.exec(text)
  if (load !== null) return { kind: 'loader', text: load[0] }
  const match = ios.exec(text)
  if (match === null || (match[2] !== undefined && match[3] === '>')) return undefined
  const [all, hostname = '', mode = '', sign] = match
  return { kind: 'ios', hostname, mode, privileged: sign === '#', text: all }
}

/** What stands behind the prompt of a row. */
export function behindPrompt(row: string, prompt: PromptRow): string {
  return row.replace(more, '').slice(prompt.text.length)
}
