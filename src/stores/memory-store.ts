/** A device's files that end with the process: for `--ephemeral`, pipes, transcripts and tests. */

import { byName, type DeviceStore, type StoredFile, type VolumeName, volumeNames } from './device-store.ts'

export function memoryStore(): DeviceStore {
  const volumes = new Map<VolumeName, Map<string, { bytes: Uint8Array; modifiedMs: number }>>()
  for (const volume of volumeNames) volumes.set(volume, new Map())
  const files = (volume: VolumeName) => volumes.get(volume)!
  return {
    findings: [],
    list: (volume) =>
      [...files(volume)]
        .map(([name, { bytes, modifiedMs }]): StoredFile => ({ name, size: bytes.length, modifiedMs }))
        .sort(byName),
    read: (volume, name) => files(volume).get(name)?.bytes.slice(),
    write: (volume, name, bytes, modifiedMs) => {
      files(volume).set(name, { bytes: bytes.slice(), modifiedMs })
    },
    remove: (volume, name) => {
      files(volume).delete(name)
    },
  }
}
