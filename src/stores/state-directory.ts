/**
 * The state directory: everything that outlives the process, behind one lock.
 *
 *     devices/NAME/nvram/startup-config   files of a device (file-volume.ts)
 *     devices/NAME/flash/vlan.dat
 *     suspended                           a session put aside, a record (record.ts)
 *     lock, owner                         who is at work here (state-lock.ts)
 *     labs/NAME                           a lab's state: a directory like this one, with a lock of its own
 *
 * Leaves out what the bytes mean, and the words of `rollover state`: it gives data for them.
 */

import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import process from 'node:process'
import {
  type DeviceStore,
  type Finding,
  type StoredFile,
  StoreError,
  type VolumeName,
  volumeNames,
} from './device-store.ts'
import {
  ensureFolder,
  ensureFolders,
  type FileCalls,
  folderEntries,
  nodeFileCalls,
  onDisk,
  readIfThere,
  syncFolder,
  tryTo,
  unlinkIfThere,
  writeSynced,
} from './file-calls.ts'
import { decodeFileName, encodeFileName } from './file-name.ts'
import { FileVolume, type SetAside } from './file-volume.ts'
import { decodeRecord, encodeRecord, sameBytes } from './record.ts'
import { takeStateLock } from './state-lock.ts'

export interface StateOptions {
  /** Who is at work, as the second to come is told. */
  readonly program?: string
  readonly calls?: FileCalls
}

export interface DeviceListing {
  readonly device: string
  readonly files: readonly (StoredFile & { readonly volume: VolumeName })[]
  /** Versions that were not ours and wait to be accepted or deleted. */
  readonly setAside: readonly (SetAside & { readonly volume: VolumeName })[]
  readonly findings: readonly Finding[]
}

/** A file of a device, named as the device names it. */
export interface DeviceFile {
  readonly device: string
  readonly volume: VolumeName
  readonly name: string
  /** On the host's disk. */
  readonly path: string
}

/** All methods but `close` may throw StoreError. */
export interface StateDirectory {
  readonly path: string
  /** What was found wrong with the suspended session. A device's own findings are in its store. */
  readonly findings: readonly Finding[]
  /** The same store for the same name. Nothing is made on disk before the first write. */
  device(name: string): DeviceStore
  /** Undefined when no session was suspended, or when it is damaged: then a finding says so. */
  readSuspended(): Uint8Array | undefined
  writeSuspended(bytes: Uint8Array): void
  clearSuspended(): void
  list(): readonly DeviceListing[]
  /** Removes a device's files, or everyone's, and the suspended session, which stands on them. Stores given out
   * before are of no use any more. */
  reset(device?: string): void
  /**
   * Takes the newest edited or hand-placed version of each file that has one. Damaged versions are taken only when
   * `name` asks for the file. Gives what was taken.
   */
  accept(which?: { readonly device?: string; readonly name?: string }): readonly DeviceFile[]
  /** Copies files, plain, to FOLDER/DEVICE/VOLUME/NAME; the folder must be new or empty. Gives what was copied. */
  export(folder: string, device?: string): readonly DeviceFile[]
  close(): void
}

/** Where state lies when nobody says: the XDG base directory specification's state folder. */
export function defaultStatePath(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const xdg = environment['XDG_STATE_HOME']
  // "All paths set in these environment variables must be absolute", or are to be ignored.
  const base =
    xdg !== undefined && isAbsolute(xdg) ? xdg : join(environment['HOME'] || homedir(), '.local', 'state')
  return join(base, 'rollover')
}

/** The state directory of a lab. Each has its own, so that two labs may be open at a time. */
export function labStatePath(base: string, lab: string): string {
  return join(base, 'labs', encodeFileName(lab))
}

/** The state directory of the lab of a drill. */
export function drillStatePath(base: string, drill: string): string {
  return join(base, 'drills', encodeFileName(drill))
}

/** The labs that have a state directory, by name. */
export function labsWithState(base: string): { readonly lab: string; readonly path: string }[] {
  const folder = join(base, 'labs')
  if (!existsSync(folder)) return []
  return onDisk(folder, () => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ lab: decodeFileName(name) ?? name, path: join(folder, name) }))
    .sort((a, b) => (a.lab < b.lab ? -1 : 1))
}

/** Makes the folder when it is not there. Throws StateInUse when another process has it, or StoreError. */
export function openStateDirectory(path: string, options: StateOptions = {}): StateDirectory {
  const calls = options.calls ?? nodeFileCalls
  const root = onDisk(path, () => {
    ensureFolder(calls, path)
    return realpathSync(path)
  })
  const lock = takeStateLock(root, options.program ?? 'rollover')
  try {
    return openLocked(root, calls, () => lock.release())
  } catch (error) {
    lock.release()
    throw error
  }
}

interface OpenDevice {
  readonly store: DeviceStore
  readonly volumes: ReadonlyMap<VolumeName, FileVolume>
}

function openLocked(root: string, calls: FileCalls, release: () => void): StateDirectory {
  const opened = new Map<string, OpenDevice>()
  const findings: Finding[] = []
  const devices = join(root, 'devices')
  const suspended = join(root, 'suspended')
  let isClosed = false

  // What a reset was removing when it was killed.
  onDisk(devices, () => {
    for (const { name } of folderEntries(calls, devices)) {
      if (name.startsWith('.removed-')) calls.removeTree(join(devices, name))
    }
  })

  /** Somebody else may have the lock by now. */
  function assertOpen(): void {
    if (isClosed) throw new Error('the state directory is closed')
  }

  function openDevice(name: string): OpenDevice {
    assertOpen()
    let device = opened.get(name)
    if (device === undefined) {
      device = deviceOnDisk(root, name, calls, assertOpen)
      opened.set(name, device)
    }
    return device
  }

  function deviceNames(only?: string): readonly string[] {
    assertOpen()
    if (only !== undefined) return [only]
    return onDisk(devices, () => folderEntries(calls, devices))
      .map(({ name }) => ({ key: name, name: decodeFileName(name) ?? name }))
      .filter(({ key, name }) => encodeFileName(name) === key)
      .map(({ name }) => name)
  }

  return {
    path: root,
    findings,
    device: (name) => openDevice(name).store,

    readSuspended: () =>
      onDisk(suspended, () => {
        assertOpen()
        const bytes = readIfThere(calls, suspended)
        if (bytes === undefined) return undefined
        const record = decodeRecord(bytes)
        if (record.whole) return record.content
        const setAside = `${suspended}~damaged`
        calls.rename(suspended, setAside)
        const text = `${suspended} is damaged: no session is resumed, and it is kept as suspended~damaged.`
        findings.push({ kind: 'damaged', path: suspended, setAside, text })
        return undefined
      }),

    writeSuspended: (bytes) =>
      onDisk(suspended, () => {
        assertOpen()
        const old = readIfThere(calls, suspended)
        try {
          replaceSuspended(encodeRecord({ name: 'suspended', modifiedMs: 0 }, bytes))
        } catch (error) {
          tryTo(() => {
            if (old === undefined) unlinkIfThere(calls, suspended)
            else if (!sameBytes(readIfThere(calls, suspended), old)) replaceSuspended(old)
            unlinkIfThere(calls, `${suspended}~new`)
          })
          throw error
        }
      }),

    clearSuspended,

    list: () =>
      deviceNames().map((device): DeviceListing => {
        const { store, volumes } = openDevice(device)
        const all = [...volumes]
        return {
          device,
          files: all.flatMap(([volume, files]) => files.list().map((file) => ({ ...file, volume }))),
          setAside: all.flatMap(([volume, files]) =>
            files.setAside().map((version) => ({ ...version, volume })),
          ),
          findings: store.findings,
        }
      }),

    reset: (only) => {
      clearSuspended()
      for (const device of deviceNames(only)) {
        const key = encodeFileName(device)
        onDisk(join(devices, key), () => {
          if (!folderEntries(calls, devices).some(({ name }) => name === key)) return
          // At once, so that a kill leaves no device with half its files.
          const removed = join(devices, `.removed-${key}`)
          calls.removeTree(removed)
          calls.rename(join(devices, key), removed)
          syncFolder(calls, devices)
          calls.removeTree(removed)
        })
        opened.delete(device)
      }
    },

    accept: ({ device: only, name: asked } = {}) => {
      const taken: DeviceFile[] = []
      for (const device of deviceNames(only)) {
        for (const [volume, files] of openDevice(device).volumes) {
          const seen = new Set<string>()
          for (const version of files.setAside()) {
            const isAsked = asked !== undefined && version.key === encodeFileName(asked)
            if (seen.has(version.key) || (asked === undefined ? version.kind === 'damaged' : !isAsked))
              continue
            seen.add(version.key)
            taken.push({ device, volume, name: files.accept(version), path: version.path })
          }
        }
      }
      return taken
    },

    export: (folder, only) =>
      onDisk(folder, () => {
        if (folderEntries(calls, folder).length > 0)
          throw new StoreError('io', folder, `${folder}: is not empty`)
        const copied: DeviceFile[] = []
        for (const device of deviceNames(only)) {
          for (const [volume, files] of openDevice(device).volumes) {
            for (const { name } of files.list()) {
              const target = ensureFolders(calls, folder, [encodeFileName(device), volume])
              const path = join(target, encodeFileName(name))
              writeSynced(calls, path, files.read(name) ?? new Uint8Array())
              copied.push({ device, volume, name, path })
            }
          }
        }
        return copied
      }),

    close: () => {
      isClosed = true
      release()
    },
  }

  function replaceSuspended(bytes: Uint8Array): void {
    writeSynced(calls, `${suspended}~new`, bytes)
    calls.rename(`${suspended}~new`, suspended)
    syncFolder(calls, root)
  }

  function clearSuspended(): void {
    assertOpen()
    onDisk(suspended, () => {
      unlinkIfThere(calls, suspended)
      syncFolder(calls, root)
    })
  }
}

function deviceOnDisk(root: string, name: string, calls: FileCalls, assertOpen: () => void): OpenDevice {
  const findings: Finding[] = []
  const volumes = new Map<VolumeName, FileVolume>()
  for (const volume of volumeNames) {
    volumes.set(volume, new FileVolume(root, ['devices', encodeFileName(name), volume], calls, findings))
  }
  const files = (volume: VolumeName) => {
    assertOpen()
    return volumes.get(volume)!
  }
  const store: DeviceStore = {
    findings,
    list: (volume) => files(volume).list(),
    read: (volume, file) => files(volume).read(file),
    write: (volume, file, bytes, modifiedMs) => files(volume).write(file, bytes, modifiedMs),
    remove: (volume, file) => files(volume).remove(file),
  }
  return { store, volumes }
}
