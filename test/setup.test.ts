import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isInstalled, isSupported, needsBuild, needsInstall, sourceMarks } from '../scripts/setup.mjs'

let root: string
const put = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  writeFileSync(path.join(root, name), text)
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'rollover-setup-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const lockOf = (packages: object) => JSON.stringify({ packages: { '': { version: '0.1.0' }, ...packages } })
const ink = { version: '8.0.0', integrity: 'sha512-a' }

describe('what is installed against what the lock file asks for', () => {
  test.each([
    ['the same', lockOf({ ink }), lockOf({ ink }), true],
    ['npm has not finished', lockOf({ ink }), undefined, false],
    ['a broken file', lockOf({ ink }), '{', false],
    ['a package missing', lockOf({ ink }), lockOf({}), false],
    ['development packages left out', lockOf({ ink: { ...ink, dev: true } }), lockOf({}), false],
    ['another platform’s package', lockOf({ ink: { ...ink, optional: true } }), lockOf({}), true],
    ['another version', lockOf({ ink }), lockOf({ ink: { ...ink, version: '7.0.0' } }), false],
    ['another content', lockOf({ ink }), lockOf({ ink: { ...ink, integrity: 'sha512-b' } }), false],
    ['one too many', lockOf({}), lockOf({ ink }), true],
  ])('%s', (_, lock, installed, expected) => {
    expect(isInstalled(lock, installed)).toBe(expected)
  })

  test('the lock file changes after an installation that was found good', () => {
    put('package-lock.json', lockOf({ ink }))
    put('node_modules/.package-lock.json', lockOf({ ink }))
    expect(needsInstall(root)).toBe(false)
    expect(needsInstall(root)).toBe(false)
    put('package-lock.json', lockOf({ ink: { ...ink, version: '8.0.1' } }))
    expect(needsInstall(root)).toBe(true)
    rmSync(path.join(root, 'node_modules'), { recursive: true })
    put('package-lock.json', lockOf({ ink }))
    expect(needsInstall(root)).toBe(true)
  })
})

describe('the bundle against its sources', () => {
  beforeEach(() => {
    put('package.json', '{}')
    put('src/wire/arp.ts', '1')
    put('src/wire/arp.test.ts', '1')
    put('dist/main.js', '')
    put('dist/rollover.js', '')
    put('.setup/built', sourceMarks(root))
  })

  test('a bundle that was just made is fresh', () => expect(needsBuild(root)).toBe(false))

  test.each<[string, () => void, boolean]>([
    ['a module grows', () => put('src/wire/arp.ts', '12'), true],
    ['a module is touched', () => utimesSync(path.join(root, 'src/wire/arp.ts'), 1, 1), true],
    ['a module is added', () => put('src/wire/ipv4.ts', ''), true],
    ['a module is deleted', () => rmSync(path.join(root, 'src/wire/arp.ts')), true],
    ['a profile is added', () => put('devices/isr-1941.json', '{}'), true],
    ['package.json changes', () => put('package.json', '{ }'), true],
    ['the bundle is deleted', () => rmSync(path.join(root, 'dist/main.js')), true],
    ['a test changes', () => put('src/wire/arp.test.ts', '12'), false],
  ])('%s', (_, change, expected) => {
    change()
    expect(needsBuild(root)).toBe(expected)
  })
})

test.each([
  ['22.13.0', true],
  ['22.12.9', false],
  ['20.20.2', false],
  ['24.0.0', true],
  ['100.0.0', true],
])('Node %s is new enough: %s', (version, expected) => {
  expect(isSupported(version)).toBe(expected)
})

test('an old Node gets one sentence and status 2', () => {
  const pretend = "Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } })"
  const args = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, 'scripts/rollover.js']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: 'rollover needs Node 22.13 or newer; this is Node 20.20.2.\n',
  })
})

describe('the lock between two set-ups', () => {
  const run = promisify(execFile)
  const steps = path.resolve('scripts/setup-steps.mjs')
  // Each holder writes its name twice with a pause between; interleaved, the pairs would break.
  const holder = `
    const { holdingLock } = await import(${JSON.stringify(steps)})
    const { appendFileSync } = await import('node:fs')
    const [root, log] = process.argv.slice(1)
    await holdingLock(root, () => {
      appendFileSync(log, process.pid + '\\n')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30)
      appendFileSync(log, process.pid + '\\n')
    })`

  test.each([
    ['free at first', () => {}],
    // A pid that cannot exist: above the largest that Linux and macOS hand out.
    ['left behind by a dead process', () => put('.setup/lock', '4194999')],
  ])('%s: one at a time', async (_, prepare) => {
    prepare()
    const log = path.join(root, 'log')
    await Promise.all(
      [1, 2, 3].map(() => run(process.execPath, ['--input-type=module', '-e', holder, root, log])),
    )
    const lines = readFileSync(log, 'utf8').trim().split('\n')
    expect(lines).toHaveLength(6)
    for (const at of [0, 2, 4]) expect(lines[at]).toBe(lines[at + 1])
  })
})

describe('package-lock.json', () => {
  const text = readFileSync('package-lock.json', 'utf8')
  const packages: Record<string, { optionalDependencies?: Record<string, string> }> =
    JSON.parse(text).packages

  test('names no registry', () => {
    expect(text).not.toMatch(/"resolved"|registry/)
  })

  // npm ci refuses a lock file without them, and npm install drops those that its registry does not serve.
  test('has every optional package, other platforms’ too', () => {
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`],
      ),
    )
    expect(missing).toEqual([])
  })
})
