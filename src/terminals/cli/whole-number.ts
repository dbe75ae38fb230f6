/** A whole number of an argument, such as a seed. */

import { InvalidArgumentError } from 'commander'

export function wholeNumber(text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number > 0xffff_ffff) throw new InvalidArgumentError('It takes a whole number.')
  return number
}
