// The slow half of set-up, loaded only when there is something to do: npm, the pinned Node, the bundle, and the lock
// that keeps two set-ups of one clone apart.

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { needsInstall, SetupError, say } from './setup.mjs'

/** stdin belongs to the program that is started afterwards, and so does stdout. */
const QUIET = /** @type {const} */ (['ignore', 2, 2])

/**
 * npm puts node_modules/.bin first on the PATH. An npm started from there would run on the very Node that it is about
 * to delete, so it gets a PATH without this clone's own folders.
 * @param {string} root
 */
function outsideEnvironment(root) {
  const inside = path.join(root, 'node_modules') + path.sep
  const kept = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.startsWith(inside))
  return { ...process.env, PATH: kept.join(path.delimiter) }
}

/** @param {string} root */
export function install(root) {
  say('installing what package-lock.json names, once')
  // --loglevel, because `npm run -s` hands its own silence down and an error would not be seen.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, error } = spawnSync('npm', args, {
    cwd: root,
    stdio: [...QUIET],
    env: outsideEnvironment(root),
  })
  if (error) throw new SetupError(`could not run npm: ${error.message}`)
  if (status !== 0) throw new SetupError(`npm ci failed with status ${status}`)
  if (needsInstall(root))
    throw new SetupError('npm ci finished, but packages of package-lock.json are missing')
}

/**
 * The npm package `node` fetches its binary in an install script, which `ignore-scripts` leaves out.
 * @param {string} root
 */
export function fetchRuntime(root) {
  const folder = path.join(root, 'node_modules', 'node')
  say('fetching the Node that package.json pins')
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: folder,
    stdio: [...QUIET],
    env: { ...outsideEnvironment(root), npm_config_loglevel: 'error' },
  })
  // npm links no program that was not there when it installed the package. With the link, `node` in an npm script is
  // the pinned one from the next start on.
  const link = path.join(root, 'node_modules', '.bin', 'node')
  if (!fs.existsSync(link)) fs.symlinkSync(path.join('..', 'node', 'bin', 'node'), link)
}

/**
 * @param {string} root
 * @param {string} runtime
 */
export function bundle(root, runtime) {
  const { status } = spawnSync(runtime, ['scripts/build.mjs'], { cwd: root, stdio: [...QUIET] })
  if (status !== 0) throw new SetupError('the build failed')
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * Runs `work` while this process alone holds the clone's lock. A lock whose process has died is taken over.
 * @param {string} root
 * @param {() => void} work
 */
export async function holdingLock(root, work) {
  const folder = path.join(root, '.setup')
  const lock = path.join(folder, 'lock')
  fs.mkdirSync(folder, { recursive: true })
  // A link appears whole, with its content, so no one ever reads a lock that does not say whose it is.
  const mine = path.join(folder, `lock.${process.pid}`)
  fs.writeFileSync(mine, String(process.pid))
  try {
    for (let waits = 0; !tryLock(mine, lock); waits++) {
      if (waits === 10) say('waiting for another set-up of this clone')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    try {
      work()
    } finally {
      fs.rmSync(lock, { force: true })
    }
  } finally {
    fs.rmSync(mine, { force: true })
  }
}

/**
 * @param {string} mine
 * @param {string} lock
 */
function tryLock(mine, lock) {
  try {
    fs.linkSync(mine, lock)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
  }
  try {
    const holder = fs.readFileSync(lock, 'utf8')
    if (isAlive(Number(holder))) return false
    // Two may find the same dead holder. Moving the lock aside is atomic, so one of them gets it; if what was moved
    // turns out to be a live one taken in between, it goes back.
    const aside = `${mine}.dead`
    fs.renameSync(lock, aside)
    if (fs.readFileSync(aside, 'utf8') !== holder) fs.renameSync(aside, lock)
    else fs.rmSync(aside)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error
  }
  return false
}
