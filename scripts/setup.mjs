// Makes a clone ready to run: installs what package-lock.json names, builds dist/, finds a Node that is new enough.
//
// Runs on the Node that the machine happens to have (20 is enough), so plain JavaScript and old API only. It stands in
// the way of every start, so a clone that is ready costs a few stat calls. Writes to stderr only, never reads stdin,
// and does not rely on lifecycle scripts: npm leaves those out when `ignore-scripts` is set.

import fs from 'node:fs'
import path from 'node:path'

/** What the bundle is made from, relative to the root. A missing entry counts as absent, not as an error. */
const SOURCES = ['package.json', 'package-lock.json', 'scripts', 'src', 'devices', 'labs', 'drills']

/** @param {string} text */
export const say = (text) => void fs.writeSync(2, `rollover: ${text}\n`)

/** A set-up that could not be finished; its message is one sentence for the person. */
export class SetupError extends Error {}

/**
 * Is this Node new enough to run the program itself?
 * @param {string} version as in process.versions.node
 */
export function isSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 13)
}

/**
 * Size and time of a file, as text that changes when the file does; 'absent' when there is none.
 * @param {string} file
 */
function mark(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  return stat ? `${stat.size}:${stat.mtimeMs}` : 'absent'
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * A stamp saves time and nothing else, so a checkout that cannot be written to goes without.
 * @param {string} file
 * @param {string} text
 */
function writeStamp(file, text) {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
  } catch {}
}

/**
 * Does what npm says it installed hold everything that the lock file asks for? Packages for other platforms are
 * optional and may be missing; anything else may not, development packages included.
 * @param {string} lockText package-lock.json
 * @param {string | undefined} installedText node_modules/.package-lock.json, which npm writes when it has finished
 */
export function isInstalled(lockText, installedText) {
  if (installedText === undefined) return false
  try {
    const wanted = JSON.parse(lockText).packages
    const installed = JSON.parse(installedText).packages
    return Object.keys(wanted).every((place) => {
      if (place === '') return true
      const found = installed[place]
      if (!found) return wanted[place].optional === true
      return found.version === wanted[place].version && found.integrity === wanted[place].integrity
    })
  } catch {
    return false
  }
}

/** @param {string} root */
export function needsInstall(root) {
  const lock = path.join(root, 'package-lock.json')
  const installed = path.join(root, 'node_modules', '.package-lock.json')
  const stamp = path.join(root, '.setup', 'installed')
  const now = `${mark(lock)} ${mark(installed)}`
  if (readIfThere(stamp) === now) return false
  if (!isInstalled(fs.readFileSync(lock, 'utf8'), readIfThere(installed))) return true
  writeStamp(stamp, now)
  return false
}

/**
 * Sizes and times of everything the bundle is made from, as one text.
 * @param {string} root
 */
export function sourceMarks(root) {
  /** @type {string[]} */
  const marks = []
  /** @param {string} place */
  const visit = (place) => {
    for (const entry of fs.readdirSync(place, { withFileTypes: true })) {
      const inside = `${place}/${entry.name}`
      if (entry.isDirectory()) visit(inside)
      else if (!/\.test\.tsx?$/.test(entry.name)) marks.push(`${inside} ${mark(inside)}`)
    }
  }
  for (const name of SOURCES) {
    const place = `${root}/${name}`
    const stat = fs.statSync(place, { throwIfNoEntry: false })
    if (stat?.isDirectory()) visit(place)
    else if (stat) marks.push(`${place} ${stat.size}:${stat.mtimeMs}`)
  }
  return marks.sort().join('\n')
}

/** @param {string} root */
export function needsBuild(root) {
  for (const name of ['rollover.js', 'main.js'])
    if (mark(path.join(root, 'dist', name)) === 'absent') return true
  return readIfThere(path.join(root, '.setup', 'built')) !== sourceMarks(root)
}

/**
 * The pinned Node of node_modules when it is there, else this one when it is new enough, else undefined.
 * @param {string} root
 */
function findRuntime(root) {
  const pinned = path.join(root, 'node_modules', 'node', 'bin', 'node')
  if (fs.existsSync(pinned)) return fs.realpathSync(pinned)
  return isSupported(process.versions.node) ? process.execPath : undefined
}

/**
 * @param {string} root
 * @param {{ build?: boolean, rebuild?: boolean }} [wish]
 * @returns {Promise<string>} path of the Node to run things with
 */
export async function setUp(root, { build = true, rebuild = false } = {}) {
  const ready = () => !needsInstall(root) && findRuntime(root) && !(build && needsBuild(root))
  if (rebuild || !ready()) {
    const { install, fetchRuntime, bundle, holdingLock } = await import('./setup-steps.mjs')
    await holdingLock(root, () => {
      // Another set-up may have done it all while this one waited for the lock.
      if (needsInstall(root)) install(root)
      if (!findRuntime(root)) fetchRuntime(root)
      const runtime = findRuntime(root)
      if (!runtime) {
        throw new SetupError(
          `needs Node 22.13 or newer: this is ${process.versions.node}, and the one that package.json pins could not be fetched`,
        )
      }
      if (rebuild || (build && needsBuild(root))) {
        const marks = sourceMarks(root)
        bundle(root, runtime)
        writeStamp(path.join(root, '.setup', 'built'), marks)
      }
    })
  }
  return /** @type {string} */ (findRuntime(root))
}
