/**
 * From what stands in a file of cards to the cards: what the schema cannot say is checked here, and all of it is reported at
 * once. A file with faults is of no use. Faults of a question's form are in question-faults.ts.
 */

import type { Lab } from '../../labs/lab.ts'
import { quoted, type Report } from '../../labs/lab-fault.ts'
import { families } from '../families/index.ts'
import { alike, type Texts } from '../texts.ts'
import type { Card, CardFile, Watch } from './card.ts'
import type {
  CardFileQuestion,
  CardFileWatch,
  CardFile as CardsInFile,
  TextOrBoth,
} from './card-file-types.ts'
import { type Emulator, type ModeName, modeNames } from './emulator.ts'
import { defaultPlace, type Level, type Question, type TypeAnswer } from './question.ts'
import { textFaults } from './question-faults.ts'

/** Names and indices from the root of the file. */
export type At = readonly (string | number)[]

/** What a file refers to, and what only its reader knows. */
export interface CardSurroundings {
  /** The topics that there are. */
  readonly topics: readonly string[]
  /** The labs of `watch`, by name or by the index of the question that has one inside; those with faults are left out and reported. */
  readonly labs: ReadonlyMap<string | number, Lab>
  readonly emulator: Emulator
  /** Whether something at this place, or above it, did not fit the schema and was taken away: it is not missed. */
  setAside(at: At): boolean
}

const kinds = ['choose-one', 'choose-many', 'type', 'order', 'match', 'compute', 'family'] as const

/** @param file may lack what did not fit the schema; that has been reported */
export function cardsFromFile(
  id: string,
  file: Partial<CardsInFile>,
  surroundings: CardSurroundings,
  report: Report,
): CardFile {
  const topic = topicOf(file.topic, ['topic'], surroundings, report)
  const ids = new Set<string>()
  const cards = (file.questions ?? []).flatMap((question, index): Card[] => {
    const at = ['questions', index]
    if (question.id !== undefined) {
      if (ids.has(question.id))
        report({ at: [...at, 'id'], found: `${quoted(question.id)} again`, expected: 'each id once' })
      ids.add(question.id)
    }
    const common = {
      id: `${id}/${question.id ?? index}`,
      topic:
        question.topic === undefined
          ? topic
          : topicOf(question.topic, [...at, 'topic'], surroundings, report),
      level: (question.level ?? 1) as Level,
      ...watchOf(question.watch, index, surroundings, report),
    }
    const card = kindOf(question, at, surroundings, report)
    return card === undefined ? [] : [{ ...common, ...card }]
  })
  return { kind: 'cards', id, topic, title: both(file.title), cards }
}

function topicOf(topic: string | undefined, at: At, { topics }: CardSurroundings, report: Report): string {
  if (topic !== undefined && !topics.includes(topic))
    report({
      at,
      found: quoted(topic),
      expected: `a topic: ${topics.join(', ')}`,
      wrong: topic,
      known: topics,
    })
  return topic ?? ''
}

function both(text: TextOrBoth | undefined): Texts {
  return typeof text === 'string' ? alike(text) : (text ?? alike(''))
}

function kindOf(
  question: CardFileQuestion,
  at: At,
  surroundings: CardSurroundings,
  report: Report,
):
  | Pick<Card & { family?: never }, 'question'>
  | Pick<Card & { question?: never }, 'family' | 'options'>
  | undefined {
  const found = kinds.filter((kind) => question[kind] !== undefined)
  const [kind, ...more] = found
  if (kind === undefined) {
    if (!kinds.some((one) => surroundings.setAside([...at, one])))
      report({ at, found: 'no kind of question', expected: `one of ${kinds.join(', ')}` })
    return undefined
  }
  for (const another of more)
    report({
      at: [...at, another],
      name: true,
      found: `${quoted(another)} beside ${quoted(kind)}`,
      expected: 'one kind of question',
    })
  if (kind === 'family') return familyOf(question, at, report)
  if (question.options !== undefined)
    report({ at: [...at, 'options'], name: true, found: '"options"', expected: 'them with a family only' })
  for (const name of ['ask', 'explain'] as const)
    if (question[name] === undefined && !surroundings.setAside([...at, name]))
      report({ at, found: `no "${name}"`, expected: `"${name}" in this object` })
  const read = questionOfKind(question, kind, at, surroundings, report)
  if (read === undefined) return undefined
  textFaults(read, question, at, report)
  return { question: read }
}

function familyOf(
  question: CardFileQuestion,
  at: At,
  report: Report,
): Pick<Card & { question?: never }, 'family' | 'options'> | undefined {
  for (const name of ['ask', 'explain', 'screen'] as const)
    if (question[name] !== undefined)
      report({
        at: [...at, name],
        name: true,
        found: quoted(name),
        expected: 'none: a family brings its own',
      })
  const { family: name = '', options = {} } = question
  const family = families.get(name)
  if (family === undefined) {
    const known = [...families.keys()]
    report({
      at: [...at, 'family'],
      found: quoted(name),
      expected: `a family: ${known.join(', ')}`,
      wrong: name,
      known,
    })
    return undefined
  }
  for (const [key, value] of Object.entries(options)) {
    const option = Object.hasOwn(family.options, key) ? family.options[key] : undefined
    const known = Object.keys(family.options)
    const place = [...at, 'options', key]
    if (option === undefined) {
      const expected =
        known.length === 0 ? `no options: ${name} has none` : `an option of ${name}: ${known.join(', ')}`
      report({ at: place, name: true, found: quoted(key), expected, wrong: key, known })
    } else if (option.read(value) === undefined)
      report({ at: place, found: JSON.stringify(value), expected: option.expected })
  }
  return { family, options }
}

function questionOfKind(
  file: CardFileQuestion,
  kind: Exclude<(typeof kinds)[number], 'family'>,
  at: At,
  surroundings: CardSurroundings,
  report: Report,
): Question | undefined {
  const { screen } = file
  const asked = {
    ask: both(file.ask),
    explain: both(file.explain),
    ...(screen === undefined ? {} : { screen: screen.replace(/\n+$/, '') }),
  }
  switch (kind) {
    case 'choose-one': {
      const { right, wrong = [] } = file[kind] ?? {}
      return right === undefined ? undefined : { kind, ...asked, right: both(right), wrong: wrong.map(both) }
    }
    case 'choose-many': {
      const { right = [], wrong = [] } = file[kind] ?? {}
      const count = right.length + wrong.length
      if (right.length > 0 && wrong.length > 0 && (count < 4 || count > 7))
        report({ at: [...at, kind], found: `${count} choices`, expected: '4 to 7 in all' })
      return { kind, ...asked, right: right.map(both), wrong: wrong.map(both) }
    }
    case 'type':
      return typedQuestion(file, asked, at, surroundings, report)
    case 'order':
      return { kind, ...asked, items: (file[kind] ?? []).map(both) }
    case 'match':
      return {
        kind,
        ...asked,
        pairs: (file[kind] ?? []).map(([left, right]) => [both(left), both(right)] as const),
      }
    case 'compute': {
      const { answer, unit, tolerance = 0 } = file[kind] ?? {}
      if (answer === undefined) return undefined
      return { kind, ...asked, answer, tolerance, ...(unit === undefined ? {} : { unit: both(unit) }) }
    }
  }
}

function typedQuestion(
  file: CardFileQuestion,
  asked: Pick<Question, 'ask' | 'explain' | 'screen'>,
  at: At,
  { emulator }: CardSurroundings,
  report: Report,
): TypeAnswer {
  const { answers = [], as = 'text', mode, profile } = file.type ?? {}
  const question = { kind: 'type' as const, ...asked, answers: answers.map(both), as }
  if (as !== 'command') {
    for (const name of ['mode', 'profile'] as const)
      if (file.type?.[name] !== undefined)
        report({
          at: [...at, 'type', name],
          name: true,
          found: quoted(name),
          expected: 'it with commands only',
        })
    return question
  }
  const place = {
    profile: profile ?? defaultPlace.profile,
    mode: modeNames.find((one) => one === mode) ?? defaultPlace.mode,
  } satisfies { profile: string; mode: ModeName }
  const wrong = (name: 'mode' | 'profile', value: string, known: readonly string[]) =>
    report({
      at: [...at, 'type', name],
      found: quoted(value),
      expected: `one of ${known.join(', ')}`,
      wrong: value,
      known,
    })
  const { profileNames } = emulator
  if (mode !== undefined && !modeNames.some((one) => one === mode)) wrong('mode', mode, modeNames)
  else if (!profileNames.includes(place.profile)) wrong('profile', place.profile, profileNames)
  else if (!emulator.has(place))
    report({
      at: [...at, 'type'],
      found: `${place.profile} in ${place.mode}`,
      expected: 'a mode that it has',
    })
  else
    answers.forEach((answer, index) => {
      const { en: line } = both(answer)
      const heard = emulator.hears(line, place)
      if (heard.kind !== 'taken')
        report({
          at: [...at, 'type', 'answers', index],
          found: quoted(line),
          expected: `a command that ${place.profile} takes at ${emulator.prompt(place)}`,
        })
    })
  return { ...question, at: place }
}

function watchOf(
  watch: CardFileWatch | undefined,
  index: number,
  { labs }: CardSurroundings,
  report: Report,
): { readonly watch?: Watch } {
  if (watch === undefined) return {}
  const inside = typeof watch.lab !== 'string'
  const lab = labs.get(typeof watch.lab === 'string' ? watch.lab : index)
  const { on = '', type = [], filter, packet = 1 } = watch
  if (lab === undefined) return {}
  const devices = lab.devices.map(({ name }) => name)
  if (!devices.includes(on))
    report({
      at: ['questions', index, 'watch', 'on'],
      found: quoted(on),
      expected: `a device of ${inside ? 'this lab' : lab.name}: ${devices.join(', ')}`,
      wrong: on,
      known: devices,
    })
  return {
    watch: { lab: inside ? lab : lab.name, on, type, packet, ...(filter === undefined ? {} : { filter }) },
  }
}
