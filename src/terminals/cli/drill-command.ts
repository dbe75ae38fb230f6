/** `rollover drill`: the list of drills, one of them, what is due, or a working lab that is broken. */

import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { said } from '../../drills/texts.ts'
import { BadFile } from '../../stores/checked-file.ts'
import { drillIndex } from '../../stores/drill-index.ts'
import { nearestName } from '../../stores/nearest-name.ts'
import type { DrillSource } from '../drill/drill-source.ts'
import { dueCards } from '../drill/due-cards.ts'
import type { Language } from '../i18n/texts.ts'

export interface DrillOptions {
  /** An id of the list, or a file. */
  readonly drill?: string
  /** The questions that are due. */
  readonly due?: true
  /** The lab that is to be broken. */
  readonly break?: string
  readonly level?: 1 | 2 | 3
  readonly seed?: number
  readonly state?: string
  readonly language: Language
}

type First = DrillSource | { readonly kind: 'cards'; readonly id: string }

/** @throws BadFile */
export async function drillCommand(options: DrillOptions): Promise<number> {
  const first = await firstOf(options)
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) return onAPipe(first, options)
  const { runDrills } = await import('../tui/drill/run-drills.ts')
  const { language, state } = options
  return runDrills({
    language,
    ...(state === undefined ? {} : { state }),
    ...(first === undefined ? {} : { first }),
  })
}

async function firstOf({
  drill,
  due,
  break: lab,
  level = 1,
  seed,
}: DrillOptions): Promise<First | undefined> {
  if (due === true) return { kind: 'cards', id: dueCards }
  // Chance from outside: without a seed it is another fault each time.
  if (lab !== undefined) return { kind: 'break', lab, level, seed: seed ?? Date.now() % 1_000_000 }
  if (drill === undefined) return undefined
  const index = await drillIndex()
  const found = index.find(({ id }) => id === drill)
  if (found !== undefined)
    return found.kind === 'cards' ? { kind: 'cards', id: drill } : { kind: 'drill', drill }
  if (existsSync(drill)) {
    const { readPersonFile } = await import('../../stores/person-file.ts')
    const { drillEntry } = await import('../../stores/drill-entry.ts')
    const { decoded } = await import('../../stores/checked-file.ts')
    const entry = drillEntry(decoded(await readPersonFile(drill), drill), drill)
    return entry?.kind === 'cards' ? { kind: 'cards', id: drill } : { kind: 'drill', drill }
  }
  const near = nearestName(
    drill,
    index.map(({ id }) => id),
  )
  const hint = near === undefined ? '`rollover list drills` shows them' : `did you mean ${near}?`
  throw new BadFile([`there is no drill "${drill}", neither by this name nor as a file; ${hint}`])
}

/** Without a terminal a drill is read, and done by `rollover grade`; cards are asked and answered in lines. */
async function onAPipe(first: First | undefined, options: DrillOptions): Promise<number> {
  const { language } = options
  if (first === undefined) {
    const { listDrills } = await import('./list-drills.ts')
    process.stdout.write(await listDrills({ json: false, language, paths: [] }))
    return 0
  }
  if (first.kind === 'cards') return cardsInLines(first.id, options)
  const { drillOf } = await import('../drill/drill-source.ts')
  const { drill } = await drillOf(first)
  const tasks = drill.tasks.map(({ text, points }) => `- ${said(text, language)} (${points})\n`).join('')
  const rest = options.drill === undefined ? '' : `\n${howToGoOn[language](options.drill)}\n`
  process.stdout.write(`${said(drill.title, language)}\n\n${said(drill.story, language)}\n\n${tasks}${rest}`)
  return 0
}

const howToGoOn: Readonly<Record<Language, (drill: string) => string>> = {
  en: (drill) =>
    `In a terminal \`rollover drill ${drill}\` does it; \`rollover grade ${drill} --transcript FILE\` marks what was done elsewhere.`,
  zh: (drill) =>
    `在终端中运行 \`rollover drill ${drill}\` 即可练习；\`rollover grade ${drill} --transcript FILE\` 为已做的记录评分。`,
}

/** Nothing is remembered of it unless a state directory is named, as of a console on a pipe. */
async function cardsInLines(id: string, { language, state }: DrillOptions): Promise<number> {
  const { chosenCards } = await import('../drill/chosen-cards.ts')
  const { cardsOnAPipe } = await import('../plain/cards-on-a-pipe.ts')
  const { loadEmulator } = await import('../../drills/cards/emulator.ts')
  const { openProgress, progressInMemory } = await import('../../stores/progress/open-progress.ts')
  // What is due is due to somebody.
  const isRemembered = state !== undefined || id === dueCards
  const progress = isRemembered ? openProgress(state) : progressInMemory()
  try {
    const nowMs = (): number => Date.now()
    const chosen = await chosenCards(id, progress, nowMs())
    const emulator = await loadEmulator()
    const write = (text: string): void => void process.stdout.write(text)
    // Not before all of that: lines that come while nobody listens are lost.
    const lines = createInterface({ input: process.stdin, terminal: false })
    await cardsOnAPipe({ ...chosen, language, progress, isRemembered, emulator, lines, nowMs, write })
    // The last answer is the end, whatever else is typed.
    lines.close()
  } finally {
    progress.close()
  }
  return 0
}
