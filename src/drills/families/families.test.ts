/** What holds of every family, whatever it asks. What each computes is tried in a test of its own. */
import { expect, test } from 'vitest'
import { Random } from '../../kernel/random.ts'
import type { LabFault } from '../../labs/lab-fault.ts'
import { textWidth } from '../../session/cell-width.ts'
import { loadEmulator } from '../cards/emulator.ts'
import { markAnswer } from '../cards/mark-answer.ts'
import { present } from '../cards/present.ts'
import { type Answer, type ChooseOne, choicesOf, type Level, type Question } from '../cards/question.ts'
import { textFaults } from '../cards/question-faults.ts'
import { readAnswer } from '../cards/read-answer.ts'
import type { Language } from '../texts.ts'
import { chosenOptions, type Family } from './family.ts'
import { families } from './index.ts'

const emulator = await loadEmulator()
const levels: readonly Level[] = [1, 2, 3, 4]

function drawn(family: Family, level: Level, seed: number): Question {
  return family.make({ random: new Random(seed), level, options: chosenOptions(family, {}), emulator })
}

/** 300 of each family, over all levels. */
function* questionsOf(family: Family): Generator<{ question: Question; level: Level; seed: number }> {
  for (const level of levels)
    for (let seed = 1; seed <= 75; seed++) yield { question: drawn(family, level, seed), level, seed }
}

/** The right answer as data, built from the question without the marking. */
function rightAnswerTo(question: Question): Answer {
  switch (question.kind) {
    case 'choose-one':
      return { kind: 'choose-one', choice: 0 }
    case 'choose-many':
      return { kind: 'choose-many', choices: question.right.map((_, index) => index) }
    case 'type':
      return { kind: 'type', typed: question.answers[0]?.zh ?? '' }
    case 'compute':
      return { kind: 'compute', typed: String(question.answer) }
    default:
      throw new Error(`no family asks to ${question.kind}`)
  }
}

test('there are twelve or more', () => {
  expect(families.size).toBeGreaterThanOrEqual(12)
  for (const [name, family] of families) expect(name).toBe(family.name)
})

test.each([...families.values()])('$name', (family) => {
  const kinds = new Set<string>()
  const asked = new Set<string>()
  for (const { question, level, seed } of questionsOf(family)) {
    const where = `${family.name} level ${level} seed ${seed}`
    expect(drawn(family, level, seed), where).toEqual(question)
    kinds.add(question.kind)
    asked.add(JSON.stringify({ ...question, explain: undefined }))

    const right = rightAnswerTo(question)
    expect(markAnswer(question, right, emulator).share, where).toBe(1)
    // What a person would type is the same answer, and it survives a file.
    const put = present(question, seed)
    const typed =
      'choices' in put
        ? put.choices
            .filter(({ index }) =>
              right.kind === 'choose-one'
                ? index === right.choice
                : right.kind === 'choose-many' && right.choices.includes(index),
            )
            .map(({ sign }) => sign)
            .join(' ')
        : 'typed' in right
          ? right.typed
          : ''
    const read = readAnswer(question, put, typed)
    expect(read.answer, where).toEqual(right)
    const kept = JSON.parse(JSON.stringify(read.answer)) as Answer
    expect(markAnswer(question, kept, emulator).share, where).toBe(1)

    if (question.kind === 'choose-one' || question.kind === 'choose-many') {
      choicesOf(question).forEach((_, index) => {
        const answer: Answer =
          question.kind === 'choose-one'
            ? { kind: 'choose-one', choice: index }
            : { kind: 'choose-many', choices: [index] }
        const isRight = question.kind === 'choose-one' && index === 0
        const only = question.kind === 'choose-many' && question.right.length === 1 && index === 0
        if (!isRight && !only) expect(markAnswer(question, answer, emulator).share, where).toBeLessThan(1)
      })
    }
    const faults: LabFault[] = []
    textFaults(
      question,
      { id: 'x', level, ask: question.ask, explain: question.explain },
      [],
      (fault) => void faults.push(fault),
    )
    expect(faults, where).toEqual([])
    // The explanation comes to the answer of this question.
    if (question.kind === 'compute' || question.kind === 'type') {
      const answer = question.kind === 'compute' ? question.answer : (question.answers[0]?.en ?? '')
      for (const explained of [question.explain.en, question.explain.zh])
        expect(explained.replaceAll(',', ''), where).toContain(String(answer).replaceAll(',', ''))
    }
  }
  expect(asked.size).toBeGreaterThan(60)
})

/** The share of questions in which the right choice alone is the longest, or the shortest, in cells. */
function tellingShare(questions: readonly ChooseOne[], language: Language): [share: number, allowed: number] {
  const telling = (extreme: (...widths: number[]) => number) =>
    questions.filter(({ right, wrong }) => {
      const width = textWidth(right[language])
      const others = wrong.map((text) => textWidth(text[language]))
      return !others.includes(width) && extreme(width, ...others) === width
    }).length
  const count = questions.reduce((sum, question) => sum + choicesOf(question).length, 0)
  return [Math.max(telling(Math.max), telling(Math.min)) / questions.length, questions.length / count + 0.08]
}

test.each([...families.values()])('$name: the form does not tell the right choice', (family) => {
  for (const level of levels) {
    const questions = Array.from({ length: 200 }, (_, seed) => drawn(family, level, seed)).filter(
      (one) => one.kind === 'choose-one',
    )
    if (questions.length < 50) continue
    for (const language of ['en', 'zh'] as const) {
      const [share, allowed] = tellingShare(questions, language)
      expect(share, `level ${level}, ${language}`).toBeLessThanOrEqual(allowed)
    }
  }
})
