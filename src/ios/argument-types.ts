/** The register of typed arguments: a grammar string names one by its key here. */

import { type ArgumentType, lineArgument, type Surroundings, wordArgument } from '../grammar/argument.ts'
import type { Ios } from './ios.ts'
import { printable } from './printable.ts'

/** What arguments of the IOS layer may look at. */
export interface IosSurroundings extends Surroundings {
  readonly ios: Ios
}

/** A control character can be typed literally; kept, it would reach every terminal that shows the configuration. */
function withoutControls(type: ArgumentType<string>): ArgumentType {
  return {
    ...type,
    read(line, start, surroundings) {
      const reading = type.read(line, start, surroundings)
      return reading.ok === true ? { ...reading, value: printable(reading.value) } : reading
    },
  }
}

const types = new Map<string, ArgumentType>([
  ['word', withoutControls(wordArgument)],
  ['line', withoutControls(lineArgument)],
])

/** Adds an argument type; its TypeScript type is merged into `ArgumentTypes` beside it. */
export function defineArgument<T>(
  name: string,
  type: Omit<ArgumentType<T, IosSurroundings>, 'id'>,
): ArgumentType<T> {
  const defined = { ...type, id: name } as unknown as ArgumentType<T>
  types.set(name, defined)
  return defined
}

export function argumentType(name: string): ArgumentType {
  const type = types.get(name)
  if (type === undefined) throw new Error(`unknown argument type "${name}"`)
  return type
}
