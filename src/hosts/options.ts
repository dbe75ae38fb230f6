/** Options of commands as getopt(3) reads them: clusters of letters, arguments attached or not, and `--`. */

export interface ReadOptions {
  /** Letter to argument; '' for those without one. The last of several counts. */
  readonly options: ReadonlyMap<string, string>
  readonly operands: readonly string[]
  /** What getopt complains of, without the command's name. */
  readonly problem?: string
}

/** `letters` as for getopt: a colon behind those that take an argument. Options may stand behind operands. */
export function readOptions(words: readonly string[], letters: string): ReadOptions {
  const options = new Map<string, string>()
  const operands: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    if (word === '--') {
      operands.push(...words.slice(at + 1))
      break
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word)
      continue
    }
    for (let i = 1; i < word.length; i++) {
      const letter = word[i] as string
      const place = letter === ':' ? -1 : letters.indexOf(letter)
      if (place < 0) return { options, operands, problem: `invalid option -- '${letter}'` }
      if (letters[place + 1] !== ':') {
        options.set(letter, '')
        continue
      }
      const argument = i + 1 < word.length ? word.slice(i + 1) : words[++at]
      if (argument === undefined)
        return { options, operands, problem: `option requires an argument -- '${letter}'` }
      options.set(letter, argument)
      break
    }
  }
  return { options, operands }
}
