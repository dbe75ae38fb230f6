/**
 * `npm run bench`: each figure beside its reference, taken in turns in the same run. `--only B1,B2` runs some; `--keep`
 * adds the results to results.json under the present commit.
 */

import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { codecFigures } from './codec.ts'
import { configurationFigures } from './configuration.ts'
import { consoleFigures } from './console.ts'
import { drillFigures } from './drills.ts'
import { eventFigures } from './events.ts'
import { fullScreenFigures } from './full-screen.ts'
import { measure, type Result } from './measure.ts'
import { networkFigures } from './network.ts'
import { processFigures } from './process.ts'
import { routerFigures } from './router.ts'
import { transcriptFigures } from './transcripts.ts'

const { values } = parseArgs({ options: { only: { type: 'string' }, keep: { type: 'boolean' } } })
const only = values.only?.split(',').map((id) => id.trim().toUpperCase())
const figures = [
  ...configurationFigures,
  ...consoleFigures,
  ...eventFigures,
  ...codecFigures,
  ...routerFigures,
  ...networkFigures,
  ...processFigures,
  ...fullScreenFigures,
  ...transcriptFigures,
  ...drillFigures,
].filter(({ id }) => only === undefined || only.includes(id.toUpperCase()))
if (figures.length === 0) {
  process.stderr.write(`no figure is called ${values.only}\n`)
  process.exit(2)
}

const results: Result[] = []
for (const figure of figures) {
  process.stderr.write(`${figure.id} … `)
  results.push(await measure(figure))
  process.stderr.write('\r')
}
print(results)
if (values.keep === true) keep(results)
// Contestants that are still being torn down must not hold the table back.
process.exit(0)

function print(rows: readonly Result[]): void {
  const columns = ['id', 'what', 'ours', 'reference', 'ratio', 'aim'] as const
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column].length)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd()
  const text = [
    line(columns),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(
      (row) => `${line(columns.map((column) => row[column]))}${row.met === false ? '  MISSED' : ''}`,
    ),
  ]
  process.stdout.write(`${text.join('\n')}\n`)
}

function keep(rows: readonly Result[]): void {
  const file = fileURLToPath(new URL('results.json', import.meta.url))
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  let kept: { commit: string }[] = []
  try {
    kept = JSON.parse(readFileSync(file, 'utf8')) as { commit: string }[]
  } catch {
    // The first results make the file.
  }
  const entry = {
    commit,
    node: process.version,
    cores: cpus().length,
    figures: Object.fromEntries(
      rows.map(({ id, ours, reference, ratio }) => [id, { ours, reference, ratio }]),
    ),
  }
  writeFileSync(
    file,
    `${JSON.stringify([...kept.filter((one) => one.commit !== commit), entry], undefined, 2)}\n`,
  )
}
