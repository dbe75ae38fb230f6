/** The index of drills says what their files say. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { pointsOf } from '../../src/drills/lab-drill.ts'
import { drillEntry, inCourseOrder, readDrillIndex } from '../../src/stores/drill-entry.ts'
import { drillIndex, drillTopics } from '../../src/stores/drill-index.ts'
import { readLabDrill, shippedLabDrills } from '../../src/stores/read-drill.ts'

const folder = fileURLToPath(new URL('../../drills/', import.meta.url))

test('it lists every file, and leaves none out', async () => {
  const omitted: string[] = []
  const { drills } = await readDrillIndex(folder, (file) => omitted.push(file))
  expect(omitted).toEqual([])
  const labs = drills.filter(({ kind }) => kind === 'lab').map(({ id }) => id)
  expect(labs.sort()).toEqual(await shippedLabDrills())
})

test('of a lab drill it says what the drill says once it is read in full', async () => {
  const entries = await drillIndex()
  for (const id of await shippedLabDrills()) {
    const drill = await readLabDrill(id)
    const { topic, level, title, limitMs } = drill
    expect(entries.find((entry) => entry.kind === 'lab' && entry.id === id)).toEqual({
      id,
      kind: 'lab',
      topic,
      level,
      title,
      points: pointsOf(drill),
      ...(limitMs === undefined ? {} : { limitMs }),
    })
  }
})

test('the one that the build wrote down is the same', async () => {
  const built = JSON.parse(readFileSync(new URL('../../dist/drill-index.json', import.meta.url), 'utf8'))
  expect(built).toEqual(await readDrillIndex(folder, () => {}))
})

test('the course begins with its shortest drill: whoever begins at the top begins small', async () => {
  const [first, ...others] = await drillIndex()
  expect(first?.id).toBe('first-name')
  for (const { kind, topic, level, points } of others)
    if (kind === 'lab' && topic === first?.topic && level === first.level)
      expect(points).toBeGreaterThanOrEqual(first.points)
})

test('every topic of a drill is one of the course', async () => {
  const topics = [...(await drillTopics()).keys()]
  expect(topics[0]).toBe('console')
  for (const { topic } of await drillIndex()) expect(topics).toContain(topic)
})

describe('the entry of a file', () => {
  test('cards: as many points as questions, the range of their levels, one title for both languages', () => {
    const text =
      'kind: cards\ntopic: arp\ntitle: ARP\nquestions:\n  - { id: a, level: 3 }\n  - { id: b, level: 1 }\n'
    expect(drillEntry(text, 'drills/cards/arp-basics.yml')).toEqual({
      id: 'arp-basics',
      kind: 'cards',
      topic: 'arp',
      title: { en: 'ARP', zh: 'ARP' },
      level: 1,
      highestLevel: 3,
      points: 2,
      questions: 2,
    })
  })

  test.each([
    ['no YAML', 'kind: [lab'],
    ['no drill', 'devices: {}\n'],
    ['a title in one language', 'kind: lab\ntopic: ip\nlevel: 1\ntitle: { en: A }\ntasks: []\n'],
    ['cards without a question', 'kind: cards\ntopic: ip\ntitle: A\nquestions: []\n'],
  ])('%s: none', (_, text) => {
    expect(drillEntry(text, 'a.yml')).toBeUndefined()
  })
})

test('the order is the course’s, then by level; unknown topics come last', () => {
  const entry = (id: string, topic: string, level: number) =>
    ({ id, topic, level, kind: 'lab', title: { en: id, zh: id }, points: 1 }) as const
  const shuffled = [
    entry('d', 'wine', 1),
    entry('c', 'vlans', 2),
    entry('b', 'vlans', 1),
    entry('a', 'console', 4),
  ]
  expect(inCourseOrder(shuffled, ['console', 'vlans']).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
})
