/** Marks the items of a sitting that were submitted: cards by the engine of cards, labs by playing what was done in them again. */

import packageJson from '../../../package.json' with { type: 'json' }
import { type Card, questionOf } from '../../drills/cards/card.ts'
import { type Emulator, loadEmulator } from '../../drills/cards/emulator.ts'
import { givenAnswer } from '../../drills/cards/given-answer.ts'
import { markAnswer } from '../../drills/cards/mark-answer.ts'
import type { Answer, Question } from '../../drills/cards/question.ts'
import type { CardItem, ExamPlan, LabItem } from '../../drills/exam/plan.ts'
import type { ItemMarks, Sitting } from '../../drills/exam/sitting.ts'
import type { LabDrill } from '../../drills/lab-drill.ts'
import { type Language, said } from '../../drills/texts.ts'
import { readLabDrill } from '../../stores/read-drill.ts'
import { markAside } from '../drill/mark-recording.ts'
import type { Happening, PracticeOptions, Recording } from '../practice.ts'

/** What was done in a lab since the last piece of work. */
export interface Work {
  readonly happenings: readonly Happening[]
  /** Virtual time of the lab when it was kept, ms. */
  readonly endMs: number
}

/** How a lab of an exam is set up: the same whenever it is opened again. */
export function examPractice(drill: LabDrill, plan: ExamPlan, startedAtMs: number): PracticeOptions {
  const forbidden = [...new Set([...plan.forbidden, ...drill.forbidden])]
  return {
    bench: { kind: 'lab', lab: drill.lab },
    seed: drill.lab.seed,
    epochMs: drill.lab.clockUtcMs ?? startedAtMs,
    boot: false,
    ...(forbidden.length === 0 ? {} : { forbidden }),
    program: `rollover ${packageJson.version}`,
  }
}

/** Everything that was done in the lab of an item, as one recording. */
export function recordingOf(drill: LabDrill, sitting: Sitting, item: number): Recording {
  const { storage: _, ...options } = examPractice(drill, sitting.plan, sitting.startedAtMs)
  const works = sitting.workOf(item) as Work[]
  return {
    format: 2,
    ...options,
    files: [],
    happenings: works.flatMap(({ happenings }) => happenings),
    endMs: works.at(-1)?.endMs ?? 0,
  }
}

/** The question of a card item, the same whenever it is asked. */
export function questionAsked({ question, seed }: CardItem, card: Card, emulator: Emulator): Question {
  const drawn = /#(\d+)$/.exec(question)?.[1]
  return questionOf(card, drawn === undefined ? seed : Number(drawn), emulator)
}

/** Undefined where it was broken off. Void where the question, the drill or the work cannot be had any more. */
export async function marksOf(
  sitting: Sitting,
  item: number,
  cards: ReadonlyMap<string, Card>,
  language: Language,
  signal: AbortSignal = new AbortController().signal,
): Promise<ItemMarks | undefined> {
  const asked = sitting.plan.items[item]
  if (asked === undefined) throw new RangeError(`there is no item ${item}`)
  try {
    return asked.kind === 'lab'
      ? await marksOfLab(asked, sitting, item, signal)
      : await marksOfCard(asked, sitting, item, cards, language)
  } catch (error) {
    // One item that cannot be marked takes no other along, and would be met again after every start.
    return { kind: 'void', because: error instanceof Error ? error.message : String(error) }
  }
}

async function marksOfCard(
  asked: CardItem,
  sitting: Sitting,
  item: number,
  cards: ReadonlyMap<string, Card>,
  language: Language,
): Promise<ItemMarks> {
  const card = cards.get(asked.question.replace(/#.*$/, ''))
  if (card === undefined) throw new Error(`there is no question ${asked.question} any more`)
  const emulator = await loadEmulator()
  const question = questionAsked(asked, card, emulator)
  const answer = (sitting.answerOf(item) ?? undefined) as Answer | undefined
  const { share, right } = markAnswer(question, answer, emulator)
  const given = givenAnswer(question, answer)
  return {
    kind: 'card',
    asked: said(question.ask, language),
    share,
    ...(given === undefined ? {} : { given: said(given, language) }),
    right: said(right, language),
    explain: said(question.explain, language),
  }
}

/** In a thread of its own: the next item is being worked on meanwhile. */
async function marksOfLab(
  { drill: id }: LabItem,
  sitting: Sitting,
  item: number,
  signal: AbortSignal,
): Promise<ItemMarks | undefined> {
  const drill = await readLabDrill(id)
  const recording = recordingOf(drill, sitting, item)
  const marking = await markAside({ source: { kind: 'drill', drill: id }, recording }, signal)
  return marking === undefined ? undefined : { kind: 'lab', marking }
}
