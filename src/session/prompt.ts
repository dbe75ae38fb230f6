/** The prompt of a mode. In submodes the hostname is cut to its first 20 characters, in EXEC it is whole. */

import type { Ios } from '../ios/ios.ts'
import { type ModeId, modeOf } from '../ios/modes.ts'
import { port } from '../ios/session-ports.ts'

export function promptOf(ios: Ios, mode: ModeId, privilege: number): string {
  const hostname = port('hostname')(ios)
  const inner = modeOf(mode).prompt
  if (inner === '') return `${hostname}${privilege > 1 ? '#' : '>'}`
  return `${hostname.slice(0, 20)}(${inner})#`
}
