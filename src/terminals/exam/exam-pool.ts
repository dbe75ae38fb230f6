/** What an exam can ask: the drills and cards that come with the program. */

import type { Card, CardFile } from '../../drills/cards/card.ts'
import { drillIdOf, type ExamItem, type ExamPool } from '../../drills/exam/plan.ts'
import type { Titles } from '../../drills/exam/result.ts'
import { alike, type Texts } from '../../drills/texts.ts'
import { drillIndex, drillTopics } from '../../stores/drill-index.ts'
import { readCards, shippedCards } from '../../stores/read-cards.ts'

export interface ExamMaterial {
  readonly pool: ExamPool
  /** By their full ids, without the seed of a drawn question. */
  readonly cards: ReadonlyMap<string, Card>
  readonly files: ReadonlyMap<string, CardFile>
  readonly titles: Titles
}

export async function examMaterial(): Promise<ExamMaterial> {
  const [index, topics, names] = await Promise.all([drillIndex(), drillTopics(), shippedCards()])
  const files = new Map((await Promise.all(names.map(readCards))).map((file) => [file.id, file]))
  const cards = new Map([...files.values()].flatMap((file) => file.cards.map((card) => [card.id, card])))
  const labs = index.filter(({ kind }) => kind === 'lab')
  const drillTitles = new Map(labs.map(({ id, title }) => [id, title]))
  return {
    pool: {
      labs,
      questions: [...cards.values()].map(({ id, topic, level, family }) => ({
        id,
        topic,
        level,
        isFamily: family !== undefined,
      })),
    },
    cards,
    files,
    titles: {
      topic: (topic) => topics.get(topic) ?? alike(topic),
      item: (item) => titleOf(item, drillTitles, files),
    },
  }
}

function titleOf(
  item: ExamItem,
  drills: ReadonlyMap<string, Texts>,
  files: ReadonlyMap<string, CardFile>,
): Texts {
  if (item.kind === 'lab') return item.title ?? drills.get(item.drill) ?? alike(drillIdOf(item))
  return files.get(item.question.split('/')[0] ?? '')?.title ?? alike(item.question)
}
