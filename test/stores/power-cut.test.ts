/**
 * The power goes: what was not synced may be lost, in any combination. SIGKILL cannot show this, as the kernel keeps
 * what a killed process wrote; so the disk here is a model that remembers which names and bytes were synced.
 */

import { expect, it } from 'vitest'
import type { Finding } from '../../src/stores/device-store.ts'
import type { FileCalls } from '../../src/stores/file-calls.ts'
import { FileVolume } from '../../src/stores/file-volume.ts'
import { bytesOf, textOf } from './disk.ts'

type Entry = 'folder' | Inode

class Inode {
  bytes = new Uint8Array()
  synced = new Uint8Array()
}

/** Names given or taken by one call: they reach the disk together. */
type NameChange = readonly { readonly path: string; readonly entry: Entry | undefined }[]

const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/')) || '/'

class ModelDisk {
  readonly names: Map<string, Entry>
  readonly #synced: Map<string, Entry>
  #pending: NameChange[] = []
  readonly #open = new Map<number, string>()
  #opened = 0
  /** Called after every call that may change what a power cut leaves. */
  onChange = () => {}

  constructor(names: Map<string, Entry>) {
    this.names = new Map(names)
    this.#synced = new Map(names)
  }

  /** Every state of the disk that a power cut now could leave. */
  *afterPowerCut(): Generator<ModelDisk> {
    for (let chosen = 0; chosen < 2 ** this.#pending.length; chosen++) {
      for (const areBytesKept of [false, true]) {
        const names = new Map(this.#synced)
        this.#pending.forEach((change, i) => {
          if (chosen & (1 << i)) apply(change, names)
        })
        yield new ModelDisk(
          new Map(
            [...names].map(([path, entry]): [string, Entry] => {
              if (entry === 'folder') return [path, entry]
              const inode = new Inode()
              inode.bytes = inode.synced = areBytesKept ? entry.bytes : entry.synced
              return [path, inode]
            }),
          ),
        )
      }
    }
  }

  readonly calls: FileCalls = {
    open: (path, flags) => {
      if (flags === 'w') {
        this.#at(parentOf(path))
        // Truncating what is there would change its bytes before they are synced; a new name is pending.
        const entry = this.names.get(path)
        if (entry instanceof Inode) entry.bytes = new Uint8Array()
        else this.#change([{ path, entry: new Inode() }])
      }
      this.#at(path)
      this.#open.set(++this.#opened, path)
      this.onChange()
      return this.#opened
    },
    write: (file, bytes, offset) => {
      const inode = this.#at(this.#open.get(file)!) as Inode
      inode.bytes = new Uint8Array([...inode.bytes, ...bytes.subarray(offset)])
      this.onChange()
      return bytes.length - offset
    },
    fsync: (file) => {
      const path = this.#open.get(file)!
      const entry = this.#at(path)
      if (entry instanceof Inode) entry.synced = entry.bytes
      else {
        const isHere = (change: NameChange) => change.some((name) => parentOf(name.path) === path)
        for (const change of this.#pending.filter(isHere)) apply(change, this.#synced)
        this.#pending = this.#pending.filter((change) => !isHere(change))
      }
      this.onChange()
    },
    close: (file) => void this.#open.delete(file),
    readFile: (path) => (this.#at(path) as Inode).bytes.slice(),
    rename: (from, to) => {
      this.#change([
        { path: from, entry: undefined },
        { path: to, entry: this.#at(from) },
      ])
    },
    unlink: (path) => {
      this.#at(path)
      this.#change([{ path, entry: undefined }])
    },
    mkdir: (path) => {
      this.#at(parentOf(path))
      if (this.names.has(path)) throw Object.assign(new Error(path), { code: 'EEXIST' })
      this.#change([{ path, entry: 'folder' }])
    },
    readdir: (path) => {
      this.#at(path)
      return [...this.names]
        .filter(([name]) => parentOf(name) === path && name !== '/')
        .map(([name, entry]) => ({ name: name.slice(path.length + 1), isFolder: entry === 'folder' }))
    },
    removeTree: () => {
      throw new Error('not in this test')
    },
    hostModifiedMs: () => 0,
  }

  /** What is at the path, if every folder above it is. */
  #at(path: string): Entry {
    const entry = this.names.get(path)
    if (entry === undefined || (path !== '/' && this.#at(parentOf(path)) !== 'folder')) {
      throw Object.assign(new Error(path), { code: 'ENOENT' })
    }
    return entry
  }

  #change(change: NameChange): void {
    apply(change, this.names)
    this.#pending.push(change)
    this.onChange()
  }
}

function apply(change: NameChange, names: Map<string, Entry>): void {
  for (const { path, entry } of change) {
    if (entry === undefined) names.delete(path)
    else names.set(path, entry)
  }
}

function open(disk: ModelDisk) {
  const findings: Finding[] = []
  const volume = new FileVolume('/state', ['devices', 'S1', 'nvram'], disk.calls, findings)
  return { volume, findings }
}

it('loses no acknowledged save, and never half a file, wherever the power goes', () => {
  const disk = new ModelDisk(new Map([['/', 'folder']]))
  const { volume } = open(disk)
  const history: (string | undefined)[] = [undefined]
  let acknowledged = 0
  let states = 0
  disk.onChange = () => {
    for (const after of disk.afterPowerCut()) {
      states++
      const { volume: reopened, findings } = open(after)
      const text = textOf(reopened.read('startup-config'))
      // The save under way, if one is, may have happened; nothing else may.
      expect(history.slice(acknowledged)).toContain(text)
      expect(findings.map((finding) => finding.text)).toEqual([])
    }
  }
  const texts = [
    'hostname S1\nend\n',
    'hostname S2\nend\n',
    undefined,
    'hostname S3\nend\n',
    'hostname S1\nend\n',
    'hostname S4\nend\n',
  ]
  for (const text of texts) {
    history.push(text)
    if (text === undefined) volume.remove('startup-config')
    else volume.write('startup-config', bytesOf(text), 1)
    acknowledged = history.length - 1
    disk.onChange()
  }
  expect(states).toBeGreaterThan(500)
})

it('keeps both versions of an edited file wherever the power goes while one is set aside', () => {
  const startup = '/state/devices/S1/nvram/startup-config'
  const disk = new ModelDisk(new Map([['/', 'folder']]))
  const { volume, findings } = open(disk)
  volume.write('startup-config', bytesOf('hostname S1\nend\n'), 1)
  const file = disk.calls.open(startup, 'w')
  disk.calls.write(file, bytesOf('hostname BY-HAND\n'), 0)
  disk.calls.fsync(file)

  disk.onChange = () => {
    for (const after of disk.afterPowerCut()) {
      const texts = [...after.names.values()].map((entry) => (entry === 'folder' ? '' : textOf(entry.bytes)))
      expect(texts).toContain('hostname BY-HAND\n')
      expect(textOf(open(after).volume.read('startup-config'))).toBe('hostname S1\nend\n')
    }
  }
  expect(textOf(volume.read('startup-config'))).toBe('hostname S1\nend\n')
  expect(findings.map(({ kind }) => kind)).toEqual(['edited'])
  // Said once: after that, all is as if it had always been so.
  for (const after of disk.afterPowerCut()) expect(open(after).findings).toEqual([])
})
