/**
 * Abbreviated commands: what one stands for, which is ambiguous, how short a word may be. Answered by the emulator.
 *
 * Options: `profile`, a model; `ask`, of expand, ambiguous, shortest. Levels: 1 and 2 what a line of EXEC, then of any mode stands
 * for, 3 which line is ambiguous, 4 the shortest form of a word.
 */

import type { Random } from '../../kernel/random.ts'
import type { Emulator, Part } from '../cards/emulator.ts'
import type { ConsolePlace } from '../cards/question.ts'
import { alike, texts } from '../texts.ts'
import { chooseOne } from './choices.ts'
import { type ConsoleLine, consoleLines, modelOf } from './console-lines.ts'
import { anyOf, type Draw, family, type Option } from './family.ts'
import { pick, several, whole } from './pick.ts'

type Asked = 'expand' | 'ambiguous' | 'shortest'

type Drawn = Draw<{
  readonly profile: Option<readonly string[]>
  readonly ask: Option<readonly Asked[]>
}>

export const abbreviations = family('abbreviations', {
  title: texts('Abbreviated commands', '命令缩写'),
  options: {
    profile: anyOf('catalyst-2960-24tt', 'isr-1941'),
    ask: anyOf<Asked>('expand', 'ambiguous', 'shortest'),
  },
  make(drawn: Drawn) {
    const { random, level, options } = drawn
    const suited: Asked = level <= 2 ? 'expand' : level === 3 ? 'ambiguous' : 'shortest'
    const ask = options.ask.includes(suited) ? suited : pick(options.ask, random)
    const profile = pick(options.profile, random)
    const lines = consoleLines.filter(
      ({ models, mode, line }) =>
        models.includes(modelOf(profile)) && (level > 1 || mode === 'exec') && !/[#"]/.test(line),
    )
    return questions[ask](drawn, profile, lines)
  },
})

const questions = {
  expand: expandQuestion,
  ambiguous: ambiguousQuestion,
  shortest: shortestQuestion,
} as const

function expandQuestion({ random, emulator }: Drawn, profile: string, lines: readonly ConsoleLine[]) {
  for (;;) {
    const { line, mode } = pick(lines, random)
    const at = { profile, mode }
    const short = abbreviated(line, at, random, emulator)
    const full = inFull(line, at, emulator)
    if (short === undefined || full === undefined || short.length > full.length - 3) continue
    // An address or a name in the line would be found again in one of the choices only.
    if (!withoutArguments(line, at, emulator)) continue
    // Other lines of the same mode, those first that begin with the same letters.
    const others = lines
      .filter((one) => one.mode === mode)
      .flatMap((one) => inFull(one.line, at, emulator) ?? [])
      .filter((one) => one !== full)
      .toSorted((a, b) => likeness(b, short) - likeness(a, short))
    if (others.length < 3 || full.length > 1.5 * Math.max(...others.slice(0, 3).map(({ length }) => length)))
      continue
    return chooseOne(
      {
        ask: texts('What does this abbreviation stand for?', '这个缩写代表什么命令？'),
        screen: `${emulator.prompt(at)}${short}`,
        explain: texts(
          `Each word is the only one at its place that begins so: ${short} is ${full}.`,
          `每个词在其位置上都是唯一以此开头的：${short} 即 ${full}。`,
        ),
      },
      full,
      others.slice(0, 3),
      random,
    )
  }
}

function ambiguousQuestion({ random, emulator }: Drawn, profile: string, lines: readonly ConsoleLine[]) {
  for (;;) {
    const mode = pick(['exec', 'config', 'config-line'] as const, random)
    const at = { profile, mode }
    const here = lines.filter((one) => one.mode === mode && withoutArguments(one.line, at, emulator))
    const right = ambiguousForm(pick(here, random).line, at, random, emulator)
    if (right === undefined) continue
    const taken = here.flatMap(({ line }) => abbreviated(line, at, random, emulator) ?? [])
    const wrong = several([...new Set(taken)], 3, random)
    if (wrong.length < 3) continue
    const longest = Math.max(...wrong.map((one) => one.length))
    if (right.line.length > 1.5 * longest) continue
    return chooseOne(
      {
        ask: texts(
          `Which of these lines is ambiguous at ${emulator.prompt(at)}?`,
          `在 ${emulator.prompt(at)} 下，下列哪一行有歧义？`,
        ),
        explain: texts(
          `"${right.fragment}" may be ${right.words.join(', ')}. In the others each word can be one only.`,
          `“${right.fragment}”可以是 ${right.words.join('、')}。其他各行中每个词都只有一种可能。`,
        ),
      },
      right.line,
      wrong,
      random,
    )
  }
}

function shortestQuestion({ random, emulator }: Drawn, profile: string, lines: readonly ConsoleLine[]) {
  for (;;) {
    const { line, mode } = pick(lines, random)
    const at = { profile, mode }
    const parts = partsOf(line, at, emulator) ?? []
    const index = pick(
      parts.flatMap(({ keyword = '' }, place) => (keyword.length > 3 ? [place] : [])).concat(-1),
      random,
    )
    const keyword = parts[index]?.keyword
    if (keyword === undefined) continue
    const least = shortest(parts, index, at, emulator)
    if (least === keyword.length) continue
    const answer = keyword.slice(0, least)
    // `s` is taken for `show`, but as an alias.
    const shorter = wordsWith(parts, index, keyword.slice(0, 1))
    if (least > 1 && emulator.hears(`${shorter} ${restOf(parts, index)}`.trim(), at).kind === 'taken')
      continue
    const before = emulator.words(wordsWith(parts, index, answer.slice(0, -1)), at)
    const rivals = before.filter((word) => word !== keyword).slice(0, 3)
    return {
      kind: 'type' as const,
      as: 'text' as const,
      ask: texts(
        `What is the shortest form of the word "${keyword}" in this line that is not ambiguous?`,
        `这一行中的“${keyword}”最短可以写成什么而没有歧义？`,
      ),
      screen: `${emulator.prompt(at)}${parts.map((part) => part.keyword ?? part.typed).join(' ')}`,
      answers: [alike(answer)],
      explain:
        answer.length === 1 || rivals.length === 0
          ? texts(
              `No other word at this place begins with ${answer}.`,
              `这个位置上没有其他以 ${answer} 开头的词。`,
            )
          : texts(
              `"${answer.slice(0, -1)}" may also be ${rivals.join(', ')}; "${answer}" can be "${keyword}" only.`,
              `“${answer.slice(0, -1)}”也可以是 ${rivals.join('、')}；“${answer}”只能是“${keyword}”。`,
            ),
    }
  }
}

function partsOf(line: string, at: ConsolePlace, emulator: Emulator): readonly Part[] | undefined {
  const heard = emulator.hears(line, at)
  return heard.kind === 'taken' ? heard.parts : undefined
}

function withoutArguments(line: string, at: ConsolePlace, emulator: Emulator): boolean {
  return partsOf(line, at, emulator)?.every(({ keyword }) => keyword !== undefined) ?? false
}

function inFull(line: string, at: ConsolePlace, emulator: Emulator): string | undefined {
  const heard = emulator.hears(line, at)
  return heard.kind === 'taken' ? heard.words : undefined
}

/** The line up to a word of which only this much is typed. */
function wordsWith(parts: readonly Part[], index: number, fragment: string): string {
  return [...parts.slice(0, index).map((part) => part.keyword ?? part.typed), fragment].join(' ')
}

function restOf(parts: readonly Part[], index: number): string {
  return parts
    .slice(index + 1)
    .map((part) => part.keyword ?? part.typed)
    .join(' ')
}

/** How many letters of a word the device needs to take the line in the same meaning. */
function shortest(parts: readonly Part[], index: number, at: ConsolePlace, emulator: Emulator): number {
  const words = parts.map((part) => part.keyword ?? part.typed)
  const whole = emulator.hears(words.join(' '), at)
  const keyword = words[index] ?? ''
  for (let letters = 1; letters < keyword.length; letters++) {
    const heard = emulator.hears(words.with(index, keyword.slice(0, letters)).join(' '), at)
    if (heard.kind !== 'taken' || whole.kind !== 'taken') continue
    if (
      heard.meaning === whole.meaning &&
      !emulator.hasAlias(words.with(index, keyword.slice(0, letters)).join(' '), at)
    )
      return letters
  }
  return keyword.length
}

/** Each word as short as it may be, or a little longer; undefined for a line that is not taken. */
function abbreviated(line: string, at: ConsolePlace, random: Random, emulator: Emulator): string | undefined {
  const parts = partsOf(line, at, emulator)
  if (parts === undefined) return undefined
  const short = parts
    .map(({ typed, keyword }, index) => {
      if (keyword === undefined) return typed
      const least = shortest(parts, index, at, emulator)
      return keyword.slice(0, whole(least, Math.min(keyword.length, least + 1), random))
    })
    .join(' ')
  return inFull(short, at, emulator) === inFull(line, at, emulator) ? short : undefined
}

/** One word a letter too short for it. */
function ambiguousForm(line: string, at: ConsolePlace, random: Random, emulator: Emulator) {
  const parts = partsOf(line, at, emulator) ?? []
  const places = parts.flatMap(({ keyword }, index) =>
    keyword !== undefined && shortest(parts, index, at, emulator) > 1 ? [index] : [],
  )
  if (places.length === 0) return undefined
  const index = pick(places, random)
  const keyword = parts[index]?.keyword ?? ''
  const fragment = keyword.slice(0, shortest(parts, index, at, emulator) - 1)
  const words = parts.map((part, place) => {
    if (part.keyword === undefined) return part.typed
    return place === index
      ? fragment
      : part.keyword.slice(0, shortest(parts, place, at, emulator) + random.below(3))
  })
  const typed = words.join(' ')
  const rivals = emulator.words(wordsWith(parts, index, fragment), at)
  if (emulator.hasAlias(typed, at)) return undefined
  if (emulator.hears(typed, at).kind !== 'ambiguous' || rivals.length < 2) return undefined
  return { line: typed, fragment, words: rivals.slice(0, 4) }
}

/** How many words of a line begin as the abbreviation's. */
function likeness(line: string, short: string): number {
  const words = line.split(' ')
  const fragments = short.split(' ')
  const alike = fragments.filter((fragment, index) => words[index]?.startsWith(fragment)).length
  const begins = fragments.filter((fragment, index) => words[index]?.[0] === fragment[0]).length
  return 2 * alike + begins - Math.abs(words.length - fragments.length)
}
