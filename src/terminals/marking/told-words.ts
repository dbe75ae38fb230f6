/**
 * Words that a drill tells its learner, among them the passwords that are needed: a copied terminal does not show what was
 * typed there, and whoever has read the drill knows it.
 */

import type { LabDrill } from '../../drills/lab-drill.ts'

/** Trying one costs a hash. */
const most = 60

/** What stands in quotes first, then what looks like no word of a language. */
export function toldWords({ story, tasks }: LabDrill): string[] {
  const text = [story, ...tasks.map((task) => task.text)].map(({ en }) => en).join('\n')
  const quoted = [...text.matchAll(/["“`]([^"”`\s]{1,40})["”`]/g)].map(([, word = '']) => word)
  const words = [...text.matchAll(/[^\s"“”`,;:()]{3,40}/g)].map(([word]) => word.replace(/[.!?]$/, ''))
  const isOdd = (word: string) => /\d|[a-z][A-Z]|[!@#$%^&*_+-]/.test(word)
  return [...new Set([...quoted, ...words.filter(isOdd), ...words.filter((word) => !isOdd(word))])].slice(
    0,
    most,
  )
}
