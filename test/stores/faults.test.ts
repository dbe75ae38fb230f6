/** A disk that fails, or a process that stops, at every single call that a save makes. */

import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DeviceStore, StoreError } from '../../src/stores/device-store.ts'
import { bytesOf, faultyDisk, temporaryFolder, textOf, withState } from './disk.ts'

const old = 'hostname S1\n!\nend\n'
const recent = 'hostname S2\n!\ninterface Vlan1\n no ip address\n!\nend\n'

const kinds = new Map([
  ['ENOSPC', 'no-space'],
  ['EIO', 'io'],
  ['EACCES', 'permission'],
])

interface Change {
  readonly what: string
  readonly before: string | undefined
  readonly after: string | undefined
  carryOut(store: DeviceStore): void
}

const write = (text: string) => (store: DeviceStore) =>
  store.write('nvram', 'startup-config', bytesOf(text), 3)
const changes: readonly Change[] = [
  { what: 'saving', before: old, after: recent, carryOut: write(recent) },
  { what: 'the first saving', before: undefined, after: recent, carryOut: write(recent) },
  {
    what: 'erasing',
    before: old,
    after: undefined,
    carryOut: (store) => store.remove('nvram', 'startup-config'),
  },
]

function prepare(before: string | undefined): string {
  const folder = temporaryFolder()
  if (before !== undefined) {
    withState(folder, (state) => {
      state.device('S1').write('nvram', 'startup-config', bytesOf('hostname S0\n'), 1)
      state.device('S1').write('nvram', 'startup-config', bytesOf(before), 2)
    })
  }
  return folder
}

const readBack = (folder: string) =>
  withState(folder, (state) => {
    const store = state.device('S1')
    return {
      text: textOf(store.read('nvram', 'startup-config')),
      findings: store.findings.map((f) => f.text),
    }
  })

/** What a person sees in the folder. */
function plainFile(folder: string): string | undefined {
  const nvram = join(folder, 'devices/S1/nvram')
  const names = existsSync(nvram) ? readdirSync(nvram) : []
  expect(names.filter((name) => name.includes('~'))).toEqual([])
  return names.includes('startup-config') ? readFileSync(join(nvram, 'startup-config'), 'utf8') : undefined
}

describe.each(changes)('$what', ({ before, after, carryOut }) => {
  it.each(['ENOSPC', 'EIO', 'EACCES'])(
    'leaves the old file whole when any one call fails with %s',
    (code) => {
      const prepared = prepare(before)
      const outcomes = new Map<string, number>()
      for (const isShort of code === 'ENOSPC' ? [false, true] : [false]) {
        let isReached = true
        for (let n = 1; isReached; n++) {
          const folder = temporaryFolder()
          cpSync(prepared, folder, { recursive: true })
          const disk = faultyDisk(code, { isShort })
          let thrown: unknown
          withState(
            folder,
            (state) => {
              const store = state.device('S1')
              disk.arm(n)
              try {
                carryOut(store)
              } catch (error) {
                thrown = error
              }
              isReached = disk.count() >= n
              disk.arm(0)
              const expected = thrown === undefined ? after : before
              expect(textOf(store.read('nvram', 'startup-config')), `call ${n}`).toBe(expected)
              expect(store.list('nvram').length).toBe(expected === undefined ? 0 : 1)
            },
            { calls: disk.calls },
          )
          if (thrown !== undefined) {
            expect(thrown).toBeInstanceOf(StoreError)
            expect(thrown).toMatchObject({ kind: kinds.get(code) })
          }
          const expected = thrown === undefined ? after : before
          expect(readBack(folder), `call ${n}`).toEqual({ text: expected, findings: [] })
          expect(plainFile(folder), `call ${n}`).toBe(expected)
          const outcome = thrown === undefined ? 'done' : 'refused'
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        }
      }
      // The test is about faults: most calls must have met one, and the last round none.
      expect(outcomes.get('refused')).toBeGreaterThan(10)
      expect(outcomes.get('done')).toBeGreaterThan(0)
    },
  )

  it('leaves the old file or the new one when the process stops at any call', () => {
    const prepared = prepare(before)
    const seen = new Set<string | undefined>()
    for (const isShort of [false, true]) {
      let isReached = true
      for (let n = 1; isReached; n++) {
        const folder = temporaryFolder()
        cpSync(prepared, folder, { recursive: true })
        const disk = faultyDisk('EIO', { isShort, isStop: true })
        let isAcknowledged = false
        withState(
          folder,
          (state) => {
            const store = state.device('S1')
            disk.arm(n)
            try {
              carryOut(store)
              isAcknowledged = true
            } catch (error) {
              expect(error).toBeInstanceOf(StoreError)
            }
            isReached = disk.count() >= n
          },
          { calls: disk.calls },
        )
        const { text, findings } = readBack(folder)
        expect(isAcknowledged ? [after] : [before, after], `call ${n}`).toContain(text)
        expect(findings, `call ${n}`).toEqual([])
        expect(plainFile(folder), `call ${n}`).toBe(text)
        seen.add(text)
      }
    }
    expect(seen).toEqual(new Set([before, after]))
  })
})

describe('putting an edited file aside', () => {
  it.each([false, true])('keeps both versions whatever call fails (for good: %s)', (isStop) => {
    const prepared = prepare(old)
    writeFileSync(join(prepared, 'devices/S1/nvram/startup-config'), 'hostname BY-HAND\n')
    let isReached = true
    for (let n = 1; isReached; n++) {
      const folder = temporaryFolder()
      cpSync(prepared, folder, { recursive: true })
      const disk = faultyDisk('ENOSPC', { isStop })
      withState(
        folder,
        (state) => {
          disk.arm(n)
          try {
            expect(textOf(state.device('S1').read('nvram', 'startup-config'))).toBe(old)
          } catch (error) {
            expect(error).toBeInstanceOf(StoreError)
          }
          isReached = disk.count() >= n
        },
        { calls: disk.calls },
      )
      expect(readBack(folder).text, `call ${n}`).toBe(old)
      const aside = join(folder, 'devices/S1/nvram/startup-config~edited')
      expect(readFileSync(aside, 'utf8'), `call ${n}`).toBe('hostname BY-HAND\n')
    }
  })
})

describe('suspending', () => {
  it('keeps the old session or the new one at any fault', () => {
    let isReached = true
    for (let n = 1; isReached; n++) {
      const folder = temporaryFolder()
      withState(folder, (state) => state.writeSuspended(bytesOf('old')))
      const disk = faultyDisk('ENOSPC', { isShort: true })
      let isDone = false
      withState(
        folder,
        (state) => {
          disk.arm(n)
          try {
            state.writeSuspended(bytesOf('the new session'))
            isDone = true
          } catch (error) {
            expect(error).toMatchObject({ kind: 'no-space' })
          }
          isReached = disk.count() >= n
        },
        { calls: disk.calls },
      )
      const text = withState(folder, (state) => textOf(state.readSuspended()))
      expect(text, `call ${n}`).toBe(isDone ? 'the new session' : 'old')
    }
  })
})
