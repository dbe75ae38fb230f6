/** `rollover check`: files that people write, with every fault at its line and column. */

import { isMap, isScalar, parseDocument } from 'yaml'
import type { Lab } from '../../labs/lab.ts'
import { BadFile } from '../../stores/checked-file.ts'
import { memoryStore } from '../../stores/memory-store.ts'
import { readPersonFile } from '../../stores/person-file.ts'
import { parseLab } from '../../stores/read-lab.ts'
import { parseProfile } from '../../stores/read-profile.ts'
import { refusedLine } from '../refused-lines.ts'

/** Status 0 when all files are right, else 2. */
export async function check(files: readonly string[]): Promise<number> {
  let status = 0
  for (const file of files) {
    try {
      process.stdout.write(`${file}: ${await checked(file)}, no fault\n`)
    } catch (error) {
      status = 2
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
  return status
}

/** What a file is, once nothing is wrong with it. */
async function checked(file: string): Promise<string> {
  const content = Buffer.from(await readPersonFile(file))
  if (!isLab(content.toString())) return `profile ${(await parseProfile(content, file)).name}`
  const lab = await parseLab(content, file)
  const refused = await refusedLines(lab, content.toString(), file)
  if (refused.length > 0) throw new BadFile(refused)
  const { name, devices, cables } = lab
  return `lab ${name} of ${counted(devices, 'device')} and ${counted(cables, 'cable')}`
}

/** Types each `config` at a device of its model, and says where the lines stand that it does not take. */
async function refusedLines(lab: Lab, text: string, file: string): Promise<string[]> {
  await import('../../ios/features/index.ts')
  const { typeConfiguration } = await import('../../labs/type-configuration.ts')
  const { nodeHashing } = await import('../hashing.ts')
  const options = { seed: lab.seed, epochMs: lab.clockUtcMs ?? Date.UTC(2025, 0, 1) }
  return lab.devices.flatMap((device) =>
    device.host === undefined
      ? typeConfiguration(device, memoryStore(), nodeHashing, options).map((fault) =>
          refusedLine(fault, file, text),
        )
      : [],
  )
}

/** By the names in it, however wrong it is otherwise; what says nothing is taken by how it begins. */
function isLab(text: string): boolean {
  const { contents } = parseDocument(text, { logLevel: 'silent', prettyErrors: false })
  const names = isMap(contents)
    ? contents.items.map(({ key }) => (isScalar(key) ? key.value : undefined))
    : []
  if (names.includes('devices') || names.includes('cables')) return true
  return !names.includes('interfaceTypes') && !/^\uFEFF?\s*\{/.test(text)
}

function counted({ length }: readonly unknown[], what: string): string {
  return `${length} ${what}${length === 1 ? '' : 's'}`
}
