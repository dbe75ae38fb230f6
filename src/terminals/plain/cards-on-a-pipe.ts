/**
 * Cards without a screen: each question as text, one line for each answer, then what it was worth and why. What cannot be
 * read as an answer is asked for again.
 *
 * Nothing is asked once more at the end, so that a file of answers fits a file of questions.
 */

import { CardRound, type RoundResult } from '../../drills/cards/card-round.ts'
import type { Draw } from '../../drills/cards/cards-due.ts'
import type { Emulator } from '../../drills/cards/emulator.ts'
import { type Choice, type Presented, present } from '../../drills/cards/present.ts'
import type { Answer, Question } from '../../drills/cards/question.ts'
import { readAnswer } from '../../drills/cards/read-answer.ts'
import type { Progress } from '../../drills/repetition/progress.ts'
import { type Language, said, type Texts } from '../../drills/texts.ts'
import { points, practiceWords } from '../tui/drill/cards-screen-words.ts'
import { verdictRows } from '../tui/drill/verdict.ts'
import { hanging, wrapped } from '../tui/wrapped.ts'

export interface PipedCards {
  readonly cards: readonly Draw[]
  readonly title: Texts
  readonly language: Language
  readonly progress: Progress
  /** The progress outlives this. */
  readonly isRemembered: boolean
  readonly emulator: Emulator
  /** What is typed, a line each without its end. */
  readonly lines: AsyncIterable<string>
  /** Wall clock, ms since 1970. */
  nowMs(): number
  write(text: string): void
}

export interface PipedScore {
  readonly score: number
  /** A point for each question that there was. */
  readonly max: number
}

const columns = 80

/** Asks until all is answered or the input ends. */
export async function cardsOnAPipe({
  cards,
  title,
  language,
  progress,
  isRemembered,
  emulator,
  lines,
  nowMs,
  write,
}: PipedCards): Promise<PipedScore> {
  const words = practiceWords(language)
  const round = new CardRound(cards, progress, emulator, { repeats: false })
  const typed = lines[Symbol.asyncIterator]()
  const writeRows = (rows: readonly string[]): void => write(rows.map((row) => `${row}\n`).join(''))
  writeRows([said(title, language)])
  if (cards.length === 0) {
    writeRows(['', words.nothing])
    return { score: 0, max: 0 }
  }
  for (let asking = round.asking; asking !== undefined; asking = round.asking) {
    const { question, seed, card } = asking
    const { number, count } = round.place
    const presented = present(question, seed)
    writeRows(['', ...questionRows(`${number}/${count}  `, question, presented, language), ''])
    const answer = await answered(question, presented)
    if (answer === 'ended') break
    const atMs = nowMs()
    // How fast a pipe is tells nothing of a person: it took what it usually takes.
    const tookMs = progress.paceOf('card', card.level) ?? 0
    const judged = round.answer(answer === 'not known' ? undefined : answer, tookMs, atMs)
    writeRows(['', ...verdictRows(question, judged, isRemembered ? atMs : undefined, columns, language)])
    round.next()
  }
  if (round.results.length < cards.length) writeRows(['', words.inputEnded])
  const score = { score: scoreOf(round.results), max: cards.length }
  writeRows(['', words.points(points(score.score), score.max)])
  return score

  /** One answer; an empty line twice gives none. */
  async function answered(question: Question, presented: Presented): Promise<Answer | 'not known' | 'ended'> {
    for (let wasEmpty = false; ; ) {
      write(words.answerPrompt(presented.kind))
      const { value, done } = await typed.next()
      if (done === true) {
        write('\n')
        return 'ended'
      }
      const line: string = value
      // Nobody else echoes it, and whoever reads this later wants to see it.
      write(`${line}\n`)
      const { answer, error } = readAnswer(question, presented, line)
      if (answer !== undefined) return answer
      const isEmpty = line.trim() === ''
      if (isEmpty && wasEmpty) return 'not known'
      wasEmpty = isEmpty
      writeRows([isEmpty ? words.emptyLine : said(error, language)])
    }
  }
}

function scoreOf(results: readonly RoundResult[]): number {
  return results.reduce((sum, { share }) => sum + share, 0)
}

function questionRows(place: string, question: Question, presented: Presented, language: Language): string[] {
  const { ask, screen } = question
  return [
    ...hanging(place, said(ask, language), columns),
    ...(screen === undefined ? [] : ['', ...screen.replace(/\n$/, '').split('\n')]),
    ...choiceRows(presented, language),
  ]
}

function choiceRows(presented: Presented, language: Language): string[] {
  const rows = (choices: readonly Choice[]): string[] =>
    choices.flatMap(({ sign, text }) => hanging(`   ${sign}  `, said(text, language), columns))
  switch (presented.kind) {
    case 'choose-one':
    case 'choose-many':
      return ['', ...rows(presented.choices)]
    case 'order':
      return ['', ...rows(presented.items)]
    case 'match':
      return ['', ...rows(presented.lefts), '', ...rows(presented.rights)]
    default:
      return presented.kind === 'compute' && presented.unit !== undefined
        ? ['', ...wrapped(practiceWords(language).unit(said(presented.unit, language)), columns)]
        : []
  }
}
