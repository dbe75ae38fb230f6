/**
 * One volume of one device on the host's disk: a folder of plain files that a person can read, diff and keep in git,
 * and beside them, in `.rollover/`, what it takes to trust them.
 *
 *     startup-config                      the file
 *     startup-config~edited               a version that was not ours, set aside
 *     .rollover/startup-config.saved      record of the last save: header, hash, content
 *     .rollover/startup-config.previous   record of the save before
 *     .rollover/startup-config.saving     record of a save or removal that is under way
 *     .rollover/startup-config.plain      the file to be, until it is renamed into place
 *
 * A save writes `.plain` and `.saving` aside and syncs them, then renames `.plain` into place: that rename is the
 * save. Only after it has been synced do the records move up. So whenever a process is killed, the file equals one
 * of two records, and opening can tell a save cut off (finish it or forget it, silently) from damage or a person's
 * edit (keep both versions, say so, go on with what was saved).
 *
 * Leaves out locking (state-lock.ts): only one process may be at work in the folder.
 */

import { join } from 'node:path'
import { byName, type Finding, type FindingKind, type StoredFile } from './device-store.ts'
import {
  ensureFolders,
  type FileCalls,
  folderEntries,
  onDisk,
  readIfThere,
  syncFolder,
  tryTo,
  unlinkIfThere,
  writeSynced,
} from './file-calls.ts'
import { decodeFileName, encodeFileName } from './file-name.ts'
import { difference, sentence } from './finding-text.ts'
import { decodeRecord, describes, encodeRecord, type FileRecord, sameBytes } from './record.ts'

type RecordKind = 'saved' | 'previous' | 'saving'

interface SavedFile {
  readonly name: string
  readonly modifiedMs: number
  readonly bytes: Uint8Array
}

/** A version of a file that was not ours, kept beside it. */
export interface SetAside {
  /** The host's name of the file that it was. */
  readonly key: string
  readonly kind: FindingKind
  /** Counts up with every version that was set aside and is still there. */
  readonly count: number
  readonly path: string
}

export class FileVolume {
  readonly #root: string
  readonly #below: readonly string[]
  readonly #folder: string
  readonly #records: string
  readonly #calls: FileCalls
  readonly #findings: Finding[]
  readonly #files = new Map<string, StoredFile>()
  #foldersMade = false

  /** The folder is `root`/`below`…; nothing is made before the first write. Findings are added to `findings`. */
  constructor(root: string, below: readonly string[], calls: FileCalls, findings: Finding[]) {
    this.#root = root
    this.#below = [...below, '.rollover']
    this.#folder = join(root, ...below)
    this.#records = join(this.#folder, '.rollover')
    this.#calls = calls
    this.#findings = findings
    onDisk(this.#folder, () => this.#open())
  }

  list(): readonly StoredFile[] {
    return [...this.#files.values()].sort(byName)
  }

  read(name: string): Uint8Array | undefined {
    const key = encodeFileName(name)
    return onDisk(this.#plainPath(key), () => this.#settle(key, name)?.bytes)
  }

  write(name: string, bytes: Uint8Array, modifiedMs: number): void {
    const key = encodeFileName(name)
    onDisk(this.#plainPath(key), () => {
      const old = this.#settle(key, name)
      this.#save(key, { name, bytes, modifiedMs }, old)
    })
  }

  remove(name: string): void {
    const key = encodeFileName(name)
    onDisk(this.#plainPath(key), () => {
      const old = this.#settle(key, name)
      if (old !== undefined) this.#remove(key, old)
    })
  }

  /** Newest first. */
  setAside(): readonly SetAside[] {
    return onDisk(this.#folder, () =>
      folderEntries(this.#calls, this.#folder)
        .flatMap(({ name }): SetAside[] => {
          const [, key, kind, count] = /^([^~]+)~(edited|damaged|unrecorded)(?:-([0-9]+))?$/.exec(name) ?? []
          if (key === undefined || kind === undefined) return []
          const path = join(this.#folder, name)
          return [{ key, kind: kind as FindingKind, count: Number(count ?? 1), path }]
        })
        .sort((a, b) => b.count - a.count),
    )
  }

  /** Makes a set-aside version the file, as a save does; the host's clock says when it was written. Gives its name. */
  accept(version: SetAside): string {
    return onDisk(version.path, () => {
      const name = this.#nameOf(version.key)
      const bytes = new Uint8Array(this.#calls.readFile(version.path))
      const modifiedMs = this.#calls.hostModifiedMs(version.path)
      this.#save(version.key, { name, bytes, modifiedMs }, this.#settle(version.key, name))
      this.#calls.unlink(version.path)
      // The older ones stay, under a name that the next acceptance passes over.
      for (const { key, path } of this.setAside()) {
        if (key === version.key) this.#calls.rename(path, `${path}-left`)
      }
      return name
    })
  }

  #open(): void {
    const names = new Map<string, string>()
    for (const { name: file, isFolder } of folderEntries(this.#calls, this.#folder)) {
      if (isFolder || file.startsWith('.') || file.includes('~')) continue
      const name = decodeFileName(file) ?? file
      const key = encodeFileName(name)
      // A name that a person gave and we would have spelt otherwise: what is in it is theirs.
      if (key === file || decodeFileName(file) === undefined) names.set(file, name)
      else this.#putAside(join(this.#folder, file), key, 'unrecorded', 'was put there by hand')
    }
    for (const { name: file } of folderEntries(this.#calls, this.#records)) {
      const key = /^(.+)\.(?:saved|previous|saving|plain)$/.exec(file)?.[1]
      if (key !== undefined) names.set(key, this.#nameOf(key))
    }
    for (const [key, name] of names) {
      this.#settle(key, name)
      this.#checkPrevious(key)
      unlinkIfThere(this.#calls, this.#plainAside(key))
    }
  }

  /** A shortened name is only in its records. */
  #nameOf(key: string): string {
    const decoded = decodeFileName(key)
    if (decoded !== undefined) return decoded
    for (const kind of ['saved', 'saving', 'previous'] as const) {
      const name = this.#record(key, kind)?.header?.name
      if (name !== undefined) return name
    }
    return key
  }

  /** Brings file and records to agree and tells what the file holds. In the ordinary case it only reads. */
  #settle(key: string, name: string): SavedFile | undefined {
    const found = this.#resolve(key, name)
    if (found === undefined) this.#files.delete(name)
    else this.#files.set(name, { name, size: found.bytes.length, modifiedMs: found.modifiedMs })
    return found
  }

  #resolve(key: string, name: string): SavedFile | undefined {
    this.#finishSaving(key)
    const saved = this.#record(key, 'saved')
    const plain = readIfThere(this.#calls, this.#plainPath(key))
    if (saved?.whole) {
      const kept = savedFile(name, saved)
      if (!sameBytes(plain, kept.bytes)) this.#putBack(key, plain, kept)
      return kept
    }
    if (saved === undefined && plain === undefined && this.#record(key, 'previous') === undefined)
      return undefined
    return this.#recover(key, name, saved, plain)
  }

  /** A save or removal that was cut off: the file itself says whether it had happened. */
  #finishSaving(key: string): void {
    const saving = this.#record(key, 'saving')
    if (saving === undefined) return
    const plain = readIfThere(this.#calls, this.#plainPath(key))
    // Only where the old file still stands it had not. Where neither does, somebody was at the file since: the save
    // may have been acknowledged, so it counts, and what became of the file is for the caller to say.
    const isRemoval = saving.header?.removed === true
    const isOld = sameBytes(plain, this.#record(key, 'saved')?.content)
    if (!saving.whole || (isOld && !(isRemoval && plain === undefined))) this.#dropSaving(key)
    else if (isRemoval) this.#forget(key)
    else this.#promote(key)
  }

  /** The record is good and the file is not what it says. */
  #putBack(key: string, plain: Uint8Array | undefined, kept: SavedFile): void {
    const path = this.#plainPath(key)
    if (plain === undefined) {
      this.#putPlain(key, kept.bytes)
      this.#say('missing', path, undefined, 'is missing', 'what was last saved is put back')
      return
    }
    const { kind, found } = difference(plain, kept.bytes)
    const aside = this.#moveAside(path, key, kind)
    this.#putPlain(key, kept.bytes)
    this.#say(kind, path, aside, found, 'what was last saved is used')
  }

  /** The record is damaged or gone: is there anything that proves the file, or an older save to go back to? */
  #recover(key: string, name: string, saved: FileRecord | undefined, plain: Uint8Array | undefined) {
    const path = this.#plainPath(key)
    const previous = this.#record(key, 'previous')
    const older = previous?.whole ? savedFile(name, previous) : undefined
    const proof = plain === undefined ? undefined : proofOf(plain, saved, older)
    if (plain !== undefined && proof !== undefined) {
      const kept = { name, bytes: plain, modifiedMs: proof.modifiedMs }
      this.#save(key, kept, kept)
      const record = this.#recordPath(key, 'saved')
      this.#say(
        'copy-damaged',
        record,
        undefined,
        'was damaged',
        'the file itself is whole and its record is made anew',
      )
      return kept
    }
    if (saved !== undefined) this.#calls.rename(this.#recordPath(key, 'saved'), this.#damagedRecord(key))
    const isNew = saved === undefined && previous === undefined
    const kind = plain === undefined ? 'missing' : 'unrecorded'
    const found = isNew
      ? 'was put there by hand'
      : plain === undefined
        ? 'and the record of its last save are lost'
        : 'cannot be checked, as the record of its last save is damaged'
    const aside = plain === undefined ? undefined : this.#moveAside(path, key, kind)
    if (older !== undefined) this.#save(key, older, undefined)
    else unlinkIfThere(this.#calls, this.#recordPath(key, 'previous'))
    const used = older !== undefined ? 'the save before is used' : 'it counts as absent'
    this.#say(kind, path, aside, found, isNew ? 'it is not used' : used)
    return older
  }

  #checkPrevious(key: string): void {
    const path = this.#recordPath(key, 'previous')
    if (this.#record(key, 'previous')?.whole !== false) return
    this.#calls.unlink(path)
    this.#say(
      'copy-damaged',
      path,
      undefined,
      'was damaged',
      'the file itself is whole and the spare copy is dropped',
    )
  }

  /** `old` is what the file holds now, to go back to when the disk refuses. */
  #save(key: string, file: SavedFile, old: SavedFile | undefined): void {
    const { name, modifiedMs, bytes } = file
    this.#makeFolders()
    try {
      writeSynced(this.#calls, this.#plainAside(key), bytes)
      writeSynced(this.#calls, this.#recordPath(key, 'saving'), encodeRecord({ name, modifiedMs }, bytes))
      syncFolder(this.#calls, this.#records)
      this.#calls.rename(this.#plainAside(key), this.#plainPath(key))
      syncFolder(this.#calls, this.#folder)
    } catch (error) {
      this.#undo(key, old)
      throw error
    }
    this.#files.set(name, { name, size: bytes.length, modifiedMs })
    tryTo(() => this.#promote(key))
  }

  #remove(key: string, old: SavedFile): void {
    const { name, modifiedMs } = old
    this.#makeFolders()
    try {
      const tombstone = encodeRecord({ name, modifiedMs, removed: true }, new Uint8Array())
      writeSynced(this.#calls, this.#recordPath(key, 'saving'), tombstone)
      syncFolder(this.#calls, this.#records)
      this.#calls.unlink(this.#plainPath(key))
      syncFolder(this.#calls, this.#folder)
    } catch (error) {
      this.#undo(key, old)
      throw error
    }
    this.#files.delete(name)
    tryTo(() => this.#forget(key))
  }

  /** After a fault. What cannot be undone now is settled by the next reading, to the old file or the new one. */
  #undo(key: string, old: SavedFile | undefined): void {
    tryTo(() => {
      const plain = readIfThere(this.#calls, this.#plainPath(key))
      if (!sameBytes(plain, old?.bytes)) {
        if (old === undefined) this.#calls.unlink(this.#plainPath(key))
        else this.#putPlain(key, old.bytes)
      }
      this.#dropSaving(key)
    })
  }

  /** The save has happened: its record becomes the last one. A fault here loses nothing: the next settling does it. */
  #promote(key: string): void {
    const savedPath = this.#recordPath(key, 'saved')
    const saved = this.#record(key, 'saved')
    if (saved?.whole) this.#calls.rename(savedPath, this.#recordPath(key, 'previous'))
    this.#calls.rename(this.#recordPath(key, 'saving'), savedPath)
    syncFolder(this.#calls, this.#records)
  }

  /** The removal has happened: its record goes last, or the file would seem to be missing. */
  #forget(key: string): void {
    unlinkIfThere(this.#calls, this.#recordPath(key, 'saved'))
    unlinkIfThere(this.#calls, this.#recordPath(key, 'previous'))
    syncFolder(this.#calls, this.#records)
    this.#calls.unlink(this.#recordPath(key, 'saving'))
  }

  #dropSaving(key: string): void {
    unlinkIfThere(this.#calls, this.#plainAside(key))
    unlinkIfThere(this.#calls, this.#recordPath(key, 'saving'))
  }

  #putPlain(key: string, bytes: Uint8Array): void {
    this.#makeFolders()
    writeSynced(this.#calls, this.#plainAside(key), bytes)
    this.#calls.rename(this.#plainAside(key), this.#plainPath(key))
    syncFolder(this.#calls, this.#folder)
  }

  #putAside(path: string, key: string, kind: FindingKind, found: string): void {
    this.#say(kind, path, this.#moveAside(path, key, kind), found, 'it is not used')
  }

  #moveAside(path: string, key: string, kind: FindingKind): string {
    // Past every version that was ever put aside and is still there, passed over ones too.
    const counts = folderEntries(this.#calls, this.#folder)
      .filter(({ name }) => name.startsWith(`${key}~`))
      .map(({ name }) => Number(/-([0-9]+)(?:-left)?$/.exec(name)?.[1] ?? 1))
    const count = 1 + Math.max(0, ...counts)
    const aside = join(this.#folder, `${key}~${kind}${count === 1 ? '' : `-${count}`}`)
    this.#calls.rename(path, aside)
    syncFolder(this.#calls, this.#folder)
    return aside
  }

  #say(kind: FindingKind, path: string, setAside: string | undefined, found: string, done: string): void {
    const text = sentence(kind, path, setAside, found, done)
    this.#findings.push({ kind, path, ...(setAside === undefined ? {} : { setAside }), text })
  }

  #makeFolders(): void {
    if (this.#foldersMade) return
    ensureFolders(this.#calls, this.#root, this.#below)
    this.#foldersMade = true
  }

  #record(key: string, kind: RecordKind): FileRecord | undefined {
    const bytes = readIfThere(this.#calls, this.#recordPath(key, kind))
    return bytes && decodeRecord(bytes)
  }

  #plainPath(key: string): string {
    return join(this.#folder, key)
  }

  /** What is left of a record goes beside the file, where a person may look at it. */
  #damagedRecord(key: string): string {
    return join(this.#folder, `${key}~damaged-record`)
  }

  #plainAside(key: string): string {
    return join(this.#records, `${key}.plain`)
  }

  #recordPath(key: string, kind: RecordKind): string {
    return join(this.#records, `${key}.${kind}`)
  }
}

function savedFile(name: string, record: FileRecord): SavedFile {
  return { name, bytes: record.content, modifiedMs: record.header?.modifiedMs ?? 0 }
}

/** When a damaged record or an older save still vouches for the file's bytes: the time that goes with them. */
function proofOf(plain: Uint8Array, saved: FileRecord | undefined, older: SavedFile | undefined) {
  if (saved?.header !== undefined && describes(saved.header, plain)) return saved.header
  if (older !== undefined && sameBytes(plain, older.bytes)) return older
  // The header is lost and two copies agree byte for byte: only the time is unknown.
  if (
    saved !== undefined &&
    saved.header === undefined &&
    plain.length > 0 &&
    sameBytes(plain, saved.content)
  ) {
    return { modifiedMs: 0 }
  }
  return undefined
}
