/** `rollover check`: files that people write, with every fault at its line and column. */

import { BadFile } from '../../stores/checked-file.ts'
import { readProfile } from '../../stores/read-profile.ts'

/** Status 0 when all files are right, else 2. */
export async function check(files: readonly string[]): Promise<number> {
  let status = 0
  for (const file of files) {
    try {
      const { name } = await readProfile(file)
      process.stdout.write(`${file}: profile ${name}, no fault\n`)
    } catch (error) {
      status = 2
      process.stderr.write(
        `${error instanceof BadFile || error instanceof Error ? error.message : String(error)}\n`,
      )
    }
  }
  return status
}
