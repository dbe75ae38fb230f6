/** Figures of the whole program: B3 (a long listing through a pipe), B19 (start to the first prompt). */

import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { mixedConfiguration } from './configuration.ts'
import type { Contestant, Figure } from './measure.ts'

const program = fileURLToPath(new URL('../../dist/rollover.js', import.meta.url))

/** A program on a pipe: what it wrote, and when. */
class Piped {
  readonly #child: ReturnType<typeof spawn>
  #text = ''
  #wanted: { text: string; from: number; found: () => void } | undefined
  #from = 0

  constructor(args: readonly string[]) {
    this.#child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] })
    this.#child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      this.#text += chunk
      if (this.#wanted !== undefined && this.#text.indexOf(this.#wanted.text, this.#wanted.from) >= 0)
        this.#wanted.found()
    })
  }

  /** Milliseconds from typing `text` until `prompt` follows. */
  async type(text: string, prompt: string): Promise<number> {
    const start = performance.now()
    if (text !== '') this.#child.stdin?.write(text)
    await new Promise<void>((found) => {
      if (this.#text.indexOf(prompt, this.#from) >= 0) found()
      else this.#wanted = { text: prompt, from: this.#from, found }
    })
    const ms = performance.now() - start
    this.#from = this.#text.length
    return ms
  }

  end(): void {
    this.#child.stdin?.end()
    this.#child.kill()
  }
}

function start(name: string, args: readonly string[], prompt: string): Contestant {
  return {
    name,
    async turn() {
      const piped = new Piped(args)
      const ms = await piped.type('', prompt)
      piped.end()
      return ms
    },
  }
}

export const processFigures: readonly Figure[] = [
  {
    id: 'B19',
    what: 'start to the first prompt, plain',
    aim: '≤ 1.5× node',
    unit: 'ms',
    turns: 15,
    async prepare() {
      return {
        ours: start('rollover', [program, 'console'], '>'),
        reference: start('node', ['-e', "process.stdout.write('>')"], '>'),
        verdict: (mine, theirs) => ({ ratio: mine / (theirs ?? mine), met: mine <= 1.5 * (theirs ?? mine) }),
      }
    },
  },
  {
    id: 'B3',
    what: 'show running-config of 9,400 lines through a pipe',
    aim: '≤ 34 ms (0.5× FRR)',
    unit: 'ms',
    turns: 7,
    async prepare() {
      const state = mkdtempSync(join(tmpdir(), 'rollover-bench-'))
      const text = mixedConfiguration(9300)
      const ours = new Piped([program, 'console', '--device', 'isr-1941', '--state', state])
      await ours.type('enable\n', 'Router#')
      await ours.type('configure terminal\n', '(config)#')
      for (let from = 0, lines = text.split('\n'); from < lines.length; from += 500) {
        ours['type'](`${lines.slice(from, from + 500).join('\n')}\n`, '#')
      }
      await ours.type('end\n! loaded\n', '! loaded')
      await ours.type('\n', 'Router#')
      const file = join(state, 'bare.mjs')
      writeFileSync(
        file,
        `import{createInterface}from'node:readline';const text=${JSON.stringify(`${text}\n`)};process.stdout.write('Router#');createInterface({input:process.stdin}).on('line',()=>process.stdout.write(text+'\\nend\\nRouter#'))`,
      )
      const bare = new Piped([file])
      await bare.type('', 'Router#')
      return {
        ours: { name: 'rollover', turn: () => ours.type('show running-config\n', '\nend\r\n\r\nRouter#') },
        reference: { name: 'bare node', turn: () => bare.type('\n', '\nend\nRouter#') },
        verdict: (mine, theirs) => ({ ratio: mine / (theirs ?? mine), met: mine <= 34 }),
        close: () => {
          ours.end()
          bare.end()
        },
      }
    },
  },
]
