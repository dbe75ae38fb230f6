// What every npm script of this project runs: set-up first, then the thing asked for.
//
//   node scripts/launch.mjs start|rollover|test|typecheck|build|bench|fuzz|check [ARGS]
//
// The program gets stdin, stdout, signals and exit status as if it had been started directly. Plain JavaScript for old
// Nodes, as setup.mjs.

import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { SetupError, say, setUp } from './setup.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const BIN = path.join(root, 'node_modules')
const TSC = path.join(BIN, 'typescript', 'bin', 'tsc')
const VITEST = path.join(BIN, 'vitest', 'vitest.mjs')
const BIOME = path.join(BIN, '@biomejs', 'biome', 'bin', 'biome')
const KNIP = path.join(BIN, 'knip', 'bin', 'knip.js')

/**
 * Runs a script with stdio handed on; resolves to its exit status. A signal that ends it ends us the same way.
 * @param {string} runtime
 * @param {string[]} args
 * @param {{ [name: string]: string }} [env]
 * @returns {Promise<number>}
 */
function run(runtime, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(runtime, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    // The terminal sends SIGINT and SIGQUIT to the child as well: there it decides, here it is only not to kill us.
    /** @type {[NodeJS.Signals, () => void][]} */
    const handlers = [
      ['SIGINT', () => {}],
      ['SIGQUIT', () => {}],
      ['SIGTERM', () => void child.kill('SIGTERM')],
      ['SIGHUP', () => void child.kill('SIGHUP')],
    ]
    for (const [signal, handler] of handlers) process.on(signal, handler)
    child.on('error', reject)
    child.on('exit', (status, signal) => {
      for (const [name, handler] of handlers) process.off(name, handler)
      if (signal) process.kill(process.pid, signal)
      else resolve(status ?? 1)
    })
  })
}

/**
 * Runs a script in this very process when it is the right Node already, which saves starting a second one.
 * @param {string} runtime
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number | undefined>} undefined: the script itself sets the exit status
 */
async function become(runtime, script, args) {
  if (runtime !== process.execPath) return run(runtime, [script, ...args])
  process.argv.splice(1, process.argv.length, script, ...args)
  await import(pathToFileURL(script).href)
  return undefined
}

/** @param {string} runtime */
async function typecheck(runtime) {
  const projects = ['tsconfig.json', 'tsconfig.pure.json'].map((project) =>
    run(runtime, [TSC, '-p', path.join(root, project)]),
  )
  return Math.max(...(await Promise.all(projects)))
}

/**
 * @param {string | undefined} task
 * @param {string[]} args
 * @returns {Promise<number | undefined>}
 */
async function main(task, args) {
  switch (task) {
    case 'start':
    case 'rollover':
      return become(await setUp(root), path.join(root, 'dist', 'rollover.js'), args)
    case 'test': {
      const runtime = await setUp(root)
      return (await typecheck(runtime)) || run(runtime, [VITEST, 'run', '--root', root, ...args])
    }
    case 'fuzz':
      return run(await setUp(root), [VITEST, 'run', '--root', root, ...args], { FUZZ: 'large' })
    case 'bench':
      return become(await setUp(root), path.join(root, 'test', 'bench', 'main.ts'), args)
    case 'typecheck':
      return typecheck(await setUp(root, { build: false }))
    case 'build':
      await setUp(root, { rebuild: true })
      return 0
    case 'check': {
      const runtime = await setUp(root, { build: false })
      return (
        (await run(runtime, [BIOME, 'check', ...args, root])) || run(runtime, [KNIP, '--directory', root])
      )
    }
    default:
      say('usage: node scripts/launch.mjs start|rollover|test|typecheck|build|bench|fuzz|check [ARGS]')
      return 2
  }
}

try {
  const status = await main(process.argv[2], process.argv.slice(3))
  if (status !== undefined) process.exitCode = status
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  say(error.message)
  process.exitCode = 1
}
