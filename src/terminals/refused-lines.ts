/** Where a line stands that a lab has as configuration and its device does not take. */

import type { TypingFault } from '../labs/type-configuration.ts'

/** `lab.yml:15:8: found "…", expected a line that R1 takes (it says: …)`; `text` is the file's. */
export function refusedLine(
  { device, lineNumber, line, reply }: TypingFault,
  file: string,
  text: string,
): string {
  const column = Math.max(0, text.split('\n')[lineNumber - 1]?.indexOf(line) ?? 0) + 1
  return `${file}:${lineNumber}:${column}: found ${JSON.stringify(line)}, expected a line that ${device} takes (it says: ${reply})`
}
