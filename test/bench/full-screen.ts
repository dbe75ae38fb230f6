/** B20, B21: the full screen beside the least Ink program that shows as many rows, both bundled, both in a real pty. */

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { type IPty, spawn } from '@lydell/node-pty'
import { build } from 'esbuild'
import { type Figure, percentile } from './measure.ts'

const program = fileURLToPath(new URL('../../dist/rollover.js', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

/** Forty rows, and a last one that echoes what is typed. */
const bareSource = `
import { Box, render, Text, useInput } from 'ink'
import { createElement as h, useState } from 'react'
const rows = Array.from({ length: 39 }, (_, i) => h(Text, { key: i }, 'row ' + i))
function App() {
  const [typed, setTyped] = useState('')
  useInput((input) => setTyped((text) => (text + input).slice(-60)))
  return h(Box, { flexDirection: 'column' }, rows, h(Text, null, 'bare is ready>' + typed))
}
render(h(App), { alternateScreen: true })
`

async function bareInk(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rollover-bench-'))
  const file = join(folder, 'bare.mjs')
  const { outputFiles } = await build({
    stdin: { contents: bareSource, resolveDir: root, loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
    plugins: [
      {
        name: 'without-devtools',
        setup(plugin) {
          plugin.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: 'empty' }))
          plugin.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {}' }))
        },
      },
    ],
  })
  writeFileSync(file, `process.getBuiltinModule('module').enableCompileCache();await import('./app.mjs')\n`)
  writeFileSync(join(folder, 'app.mjs'), outputFiles[0]?.contents ?? '')
  return file
}

/** A program in a pty of 100×40. */
class Screen {
  readonly #pty: IPty
  #text = ''
  #wake: (() => void) | undefined

  constructor(args: readonly string[]) {
    this.#pty = spawn(process.execPath, [...args], {
      cols: 100,
      rows: 40,
      env: {
        ...process.env,
        TERM: 'xterm-256color',
        CI: 'false',
        XDG_STATE_HOME: mkdtempSync(join(tmpdir(), 'rollover-bench-')),
      },
    })
    this.#pty.onData((data) => {
      this.#text += data
      this.#wake?.()
    })
  }

  /** Milliseconds until `wanted` has been written. */
  async shows(wanted: RegExp): Promise<number> {
    const start = performance.now()
    while (!wanted.test(this.#text)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    const ms = performance.now() - start
    this.#text = ''
    return ms
  }

  type(text: string): void {
    this.#pty.write(text)
  }

  end(): void {
    this.#pty.kill('SIGKILL')
  }
}

const lastRow = { rollover: /Ctrl-\]/, bare: /bare is ready/ }

/** From the start until that stands on the screen. */
export function firstFrame(args: readonly string[], ready: RegExp): () => Promise<number> {
  return async () => {
    const screen = new Screen(args)
    const ms = await screen.shows(ready)
    screen.end()
    return ms
  }
}

/** Types letters one by one, each after the last was seen; one number of them. */
async function keyToFrame(screen: Screen, percent: number): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 60; i++) {
    const letter = String.fromCharCode(97 + (i % 26))
    const start = performance.now()
    screen.type(letter)
    await screen.shows(new RegExp(letter))
    times.push(performance.now() - start)
  }
  return percentile(times, percent)
}

function keyFigure(id: string, percent: number): Figure {
  return {
    id,
    what: `key to frame, full screen, p${percent}`,
    aim: '≤ 1.2× bare Ink',
    unit: 'ms',
    turns: 3,
    async prepare() {
      const ours = new Screen([program, '--ephemeral'])
      await ours.shows(lastRow.rollover)
      ours.type('\r')
      await ours.shows(/Switch>/)
      const bare = new Screen([await bareInk()])
      await bare.shows(lastRow.bare)
      return {
        ours: {
          name: 'rollover',
          async turn() {
            const ms = await keyToFrame(ours, percent)
            ours.type('\x15')
            await ours.shows(/./s)
            return ms
          },
        },
        reference: { name: 'bare Ink', turn: () => keyToFrame(bare, percent) },
        verdict: (mine, theirs) => ({ ratio: mine / (theirs ?? mine), met: mine <= 1.2 * (theirs ?? mine) }),
        close() {
          ours.end()
          bare.end()
        },
      }
    },
  }
}

function frameFigure(id: string, what: string, ready: RegExp): Figure {
  return {
    id,
    what,
    aim: '≤ 1.3× bare Ink',
    unit: 'ms',
    turns: 7,
    async prepare() {
      return {
        ours: { name: 'rollover', turn: firstFrame([program, '--ephemeral'], ready) },
        reference: { name: 'bare Ink', turn: firstFrame([await bareInk()], lastRow.bare) },
        verdict: (mine, theirs) => ({ ratio: mine / (theirs ?? mine), met: mine <= 1.3 * (theirs ?? mine) }),
      }
    },
  }
}

export const fullScreenFigures: readonly Figure[] = [
  frameFigure('B20', 'first frame: the console on the screen', /Press RETURN/),
  frameFigure('B20b', 'first whole frame, status line and all', lastRow.rollover),
  keyFigure('B21', 50),
  keyFigure('B21b', 99),
]
