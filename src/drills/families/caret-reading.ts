/**
 * A line with a mistake is typed; where does the device put its caret? Answered by the emulator's own parser.
 *
 * Options: `profile`, a model. Levels: 1 a slip of the finger in EXEC, 2 in configuration modes too, 3 a right line in the wrong
 * mode and values out of range, 4 lines that get another answer than a caret among them.
 */

import type { Random } from '../../kernel/random.ts'
import { type Emulator, type Heard, wordsOf } from '../cards/emulator.ts'
import type { ChooseOne, ConsolePlace, Level } from '../cards/question.ts'
import { type Texts, texts } from '../texts.ts'
import { ordinal } from './block.ts'
import { chooseOne } from './choices.ts'
import { consoleLines, modelOf } from './console-lines.ts'
import { anyOf, family } from './family.ts'
import { pick, whole } from './pick.ts'

export const caretReading = family('caret-reading', {
  title: texts('Where the caret stands', '脱字符（^）的位置'),
  options: { profile: anyOf('catalyst-2960-24tt', 'isr-1941') },
  make({ random, level, options, emulator }): ChooseOne {
    const profile = pick(options.profile, random)
    for (;;) {
      const { at, line } = slip(profile, level, random, emulator)
      if (emulator.hasAlias(line, at)) continue
      const heard = emulator.hears(line, at)
      const answer = answerTo(heard, line)
      if (answer === undefined || (level < 4 && heard.kind !== 'caret')) continue
      const made = {
        ask: texts(
          'This line is entered. Under which character does the device put its ^?',
          '输入了这一行。设备把 ^ 放在哪个字符下面？',
        ),
        screen: `${emulator.prompt(at)}${line}`,
        explain: explained(heard, line, at, emulator),
      }
      const others = level === 4 ? otherAnswers : []
      const ask =
        level === 4
          ? texts('This line is entered. How does the device answer?', '输入了这一行。设备如何回答？')
          : made.ask
      return chooseOne(
        { ...made, ask },
        answer,
        [...wrongPlaces(line, heard, random), ...others],
        random,
        places(line),
      )
    }
  },
})

const incompleteReply = '% Incomplete command.'
const ambiguous = texts('with "% Ambiguous command", without ^', '“% Ambiguous command”，没有 ^')
const incomplete = texts('with "% Incomplete command.", without ^', '“% Incomplete command.”，没有 ^')
const otherAnswers: readonly Texts[] = [ambiguous, incomplete]

function answerTo(heard: Heard, line: string): Texts | undefined {
  switch (heard.kind) {
    case 'caret':
      return heard.unmodelled || heard.at >= line.length ? undefined : character(line, heard.at)
    case 'ambiguous':
      return ambiguous
    case 'said':
      return heard.reply === incompleteReply ? incomplete : undefined
    default:
      return undefined
  }
}

/** `under character 3 of "vresion", e`. */
function character(line: string, at: number): Texts {
  const word = wordsOf(line).findLast(({ start }) => start <= at)
  const inWord = at - (word?.start ?? 0) + 1
  const name = word?.word ?? ''
  const sign = line[at] ?? ''
  return texts(
    `^ under the ${ordinal(inWord)} character of "${name}", ${sign}`,
    `^ 在“${name}”的第 ${inWord} 个字符 ${sign} 下面`,
  )
}

/** The beginning and the end of the word, its neighbours, the word behind. */
function wrongPlaces(line: string, heard: Heard, random: Random): Texts[] {
  const words = wordsOf(line)
  const at = heard.kind === 'caret' ? heard.at : pick(words, random).start
  const index = words.findLastIndex(({ start }) => start <= at)
  const word = words[index]
  if (word === undefined) return []
  const end = word.start + word.word.length - 1
  const candidates = [word.start, end, at - 1, at + 1, words[index + 1]?.start, words[index - 1]?.start]
  return candidates
    .filter((one) => one !== undefined && one >= 0 && line[one] !== undefined && line[one] !== ' ')
    .map((one) => character(line, one ?? 0))
}

/** Every character, for lines that are too short for better. */
function places(line: string): Texts[] {
  return [...line].flatMap((sign, at) => (sign === ' ' ? [] : [character(line, at)]))
}

function slip(
  profile: string,
  level: Level,
  random: Random,
  emulator: Emulator,
): { readonly at: ConsolePlace; readonly line: string } {
  const model = modelOf(profile)
  const lines = consoleLines.filter((one) => one.models.includes(model) && (level > 1 || one.mode === 'exec'))
  const { line, mode } = pick(lines, random)
  const at = { profile, mode }
  if (level >= 3 && random.below(2) === 0) {
    const modes = ['user', 'exec', 'config', 'config-if', 'config-line'] as const
    return { line, at: { profile, mode: pick(modes, random) } }
  }
  if (level >= 3 && /\d/.test(line) && random.below(2) === 0) return { at, line: outOfRange(line, random) }
  if (level === 4) {
    const shortened = random.below(2) === 0 ? line.split(' ').slice(0, -1).join(' ') : cutWord(line, random)
    if (emulator.hears(shortened, at).kind !== 'taken') return { at, line: shortened }
  }
  return { at, line: mistyped(line, random) }
}

/** One word cut to its first one or two letters. */
function cutWord(line: string, random: Random): string {
  const words = line.split(' ')
  const index = random.below(words.length)
  words[index] = words[index]?.slice(0, whole(1, 2, random)) ?? ''
  return words.join(' ')
}

/** Two letters changed over, one doubled, one too many, or another in its place. */
function mistyped(line: string, random: Random): string {
  const words = line.split(' ')
  const index = pick(
    words.flatMap((word, at) => (/^[a-z-]{3,}$/.test(word) ? [at] : [])),
    random,
  )
  const word = words[index] ?? ''
  const at = random.below(word.length - 1)
  const letter = 'etaoinsrhld'[random.below(11)] ?? 'e'
  const wrong = [
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    word.slice(0, at + 1) + word.slice(at),
    word.slice(0, at + 1) + letter + word.slice(at + 1),
    word.slice(0, at + 1) + letter + word.slice(at + 2),
  ]
  words[index] = pick(wrong, random)
  return words.join(' ')
}

/** A number too large, in an address or by itself. */
function outOfRange(line: string, random: Random): string {
  const numbers = [...line.matchAll(/\d+/g)]
  const { index, 0: digits } = pick(numbers, random)
  const wrong = line.includes('.')
    ? pick(['256', '300', '355'], random)
    : `${digits}${pick(['9', '99', '999'], random)}`
  return line.slice(0, index) + wrong + line.slice(index + digits.length)
}

function explained(heard: Heard, line: string, at: ConsolePlace, emulator: Emulator): Texts {
  if (heard.kind === 'ambiguous')
    return texts(
      'More than one command begins with these letters, so the device says that the line is ambiguous.',
      '这几个字母可以是多个命令的开头，所以设备回答命令有歧义。',
    )
  if (heard.kind === 'said')
    return texts(
      'All words are right, but something is missing behind them.',
      '每个词都正确，但后面还缺少内容。',
    )
  const column = heard.kind === 'caret' ? heard.at : 0
  const read = line.slice(0, column)
  const fragment = read.slice(read.lastIndexOf(' ') + 1)
  const possible = fragment === '' ? [] : emulator.words(read, at).filter((word) => /^[a-z]/.test(word))
  const sign = line[column] ?? ''
  const list = possible.slice(0, 4)
  if (list.length > 0)
    return texts(
      `"${fragment}" can still become ${list.join(', ')}; with ${sign} behind it nothing fits. The caret stands under the first character that cannot be right.`,
      `“${fragment}”还可以是 ${list.join('、')} 的开头；再加上 ${sign} 就没有匹配的了。^ 指向第一个不可能正确的字符。`,
    )
  if (read.trim() === '')
    return texts(
      `No command of this mode begins with ${sign}. The caret stands under the first character that cannot be right.`,
      `此模式下没有以 ${sign} 开头的命令。^ 指向第一个不可能正确的字符。`,
    )
  return texts(
    `"${read.trim()}" could be right; ${sign} behind it cannot. The caret stands under the first character that cannot be right.`,
    `“${read.trim()}”都可能正确，后面的 ${sign} 则不可能。^ 指向第一个不可能正确的字符。`,
  )
}
