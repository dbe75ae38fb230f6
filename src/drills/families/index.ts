/** Every family of questions by its name. */

import { binary } from './binary.ts'
import type { Family } from './family.ts'

export const families: ReadonlyMap<string, Family> = new Map([binary].map((one) => [one.name, one]))
