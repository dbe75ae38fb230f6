/** What happened to a packet on the way through a device: its layers on one cable beside those on the next. */

import type { Layer } from '../../../wire/dissect.ts'

export interface Changes {
  /** By layer, then by field (their places), what stood there before; undefined for a field that is new. */
  readonly fields: ReadonlyMap<number, ReadonlyMap<number, string | undefined>>
  /** Places of layers that were not there. */
  readonly added: ReadonlySet<number>
  /** Names of layers that are gone. */
  readonly removed: readonly string[]
}

export function changesOf(before: readonly Layer[], after: readonly Layer[]): Changes {
  const fields = new Map<number, Map<number, string | undefined>>()
  const added = new Set<number>()
  const left = [...before]
  after.forEach((layer, place) => {
    const at = left.findIndex(({ name }) => name === layer.name)
    const [old] = at < 0 ? [] : left.splice(at, 1)
    if (old === undefined) {
      added.add(place)
      return
    }
    const waiting = [...old.fields]
    const changed = new Map<number, string | undefined>()
    layer.fields.forEach(({ name, value }, field) => {
      const where = waiting.findIndex((one) => one.name === name)
      const [was] = where < 0 ? [] : waiting.splice(where, 1)
      if (was?.value !== value) changed.set(field, was?.value)
    })
    if (changed.size > 0) fields.set(place, changed)
  })
  return { fields, added, removed: left.map(({ name }) => name) }
}

/** Names of what changed, layers with + and −; empty where nothing did. */
export function changedNames(after: readonly Layer[], { fields, added, removed }: Changes): string[] {
  const names = [...fields].flatMap(([place, changed]) =>
    [...changed.keys()].map((field) => after[place]?.fields[field]?.name ?? ''),
  )
  return [
    ...[...added].map((place) => `+${after[place]?.name ?? ''}`),
    ...removed.map((name) => `−${name}`),
    ...new Set(names),
  ]
}
