/** What a person meets: the files, edits by hand, `rollover state`, names of every kind. */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeviceStore } from '../../src/stores/device-store.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'
import { defaultStatePath } from '../../src/stores/state-directory.ts'
import { bytesOf, temporaryFolder, textOf, withState } from './disk.ts'

const first = 'hostname S1\n!\nend\n'
const second = 'hostname S2\n!\nend\n'
const byHand = 'hostname BY-HAND\n!\nend\n'

/** A state directory whose device S1 has saved twice. */
function saved(): { folder: string; startup: string } {
  const folder = temporaryFolder()
  withState(folder, (state) => {
    state.device('S1').write('nvram', 'startup-config', bytesOf(first), 1000)
    state.device('S1').write('nvram', 'startup-config', bytesOf(second), 2000)
  })
  return { folder, startup: join(folder, 'devices/S1/nvram/startup-config') }
}

const bootOf = (folder: string) =>
  withState(folder, (state) => {
    const store = state.device('S1')
    return { text: textOf(store.read('nvram', 'startup-config')), findings: store.findings }
  })

describe('a saved file', () => {
  it('is a plain text file in its place, and comes back with its time', () => {
    const { folder, startup } = saved()
    expect(readFileSync(startup, 'utf8')).toBe(second)
    expect(readdirSync(join(folder, 'devices/S1/nvram'))).toEqual(['.rollover', 'startup-config'])
    withState(folder, (state) => {
      expect(state.device('S1').list('nvram')).toEqual([
        { name: 'startup-config', size: second.length, modifiedMs: 2000 },
      ])
      expect(state.device('S1').list('flash')).toEqual([])
      expect(state.device('S2').list('nvram')).toEqual([])
    })
    expect(existsSync(join(folder, 'devices/S2'))).toBe(false)
  })

  it('is gone for good once it is erased', () => {
    const { folder, startup } = saved()
    withState(folder, (state) => state.device('S1').remove('nvram', 'startup-config'))
    expect(existsSync(startup)).toBe(false)
    expect(readdirSync(join(folder, 'devices/S1/nvram/.rollover'))).toEqual([])
    expect(bootOf(folder)).toEqual({ text: undefined, findings: [] })
  })

  it('can be erased when it was never there', () => {
    const folder = temporaryFolder()
    withState(folder, (state) => state.device('S1').remove('flash', 'vlan.dat'))
    expect(bootOf(folder)).toEqual({ text: undefined, findings: [] })
  })
})

describe('a file edited by hand', () => {
  it('is not used: it is said, both versions are kept, and the saved one boots', () => {
    const { folder, startup } = saved()
    writeFileSync(startup, byHand)
    const { text, findings } = bootOf(folder)
    expect(text).toBe(second)
    expect(findings).toEqual([
      {
        kind: 'edited',
        path: startup,
        setAside: `${startup}~edited`,
        text:
          `${startup} was changed by something other than Rollover: what was last saved is used, ` +
          'and the other version is kept as startup-config~edited (`rollover state accept` takes it).',
      },
    ])
    expect(readFileSync(startup, 'utf8')).toBe(second)
    expect(readFileSync(`${startup}~edited`, 'utf8')).toBe(byHand)
    expect(bootOf(folder)).toEqual({ text: second, findings: [] })
  })

  it('is not used when the edit brings back the version before, as a checkout from git does', () => {
    const { folder, startup } = saved()
    writeFileSync(startup, first)
    const { text, findings } = bootOf(folder)
    expect(text).toBe(second)
    expect(findings.map(({ kind }) => kind)).toEqual(['edited'])
  })

  it('boots once it is accepted, whether or not it had been found before', () => {
    const { folder, startup } = saved()
    writeFileSync(startup, byHand)
    const taken = withState(folder, (state) => state.accept())
    expect(taken).toEqual([
      { device: 'S1', volume: 'nvram', name: 'startup-config', path: `${startup}~edited` },
    ])
    expect(bootOf(folder)).toEqual({ text: byHand, findings: [] })
    expect(readFileSync(startup, 'utf8')).toBe(byHand)
    expect(existsSync(`${startup}~edited`)).toBe(false)
    expect(withState(folder, (state) => state.accept())).toEqual([])
  })

  it('is kept when the device saves over it', () => {
    const { folder, startup } = saved()
    withState(folder, (state) => {
      writeFileSync(startup, byHand)
      state.device('S1').write('nvram', 'startup-config', bytesOf('hostname S3\nend\n'), 3000)
      expect(state.device('S1').findings.map(({ kind }) => kind)).toEqual(['edited'])
    })
    expect(readFileSync(startup, 'utf8')).toBe('hostname S3\nend\n')
    expect(readFileSync(`${startup}~edited`, 'utf8')).toBe(byHand)
  })

  it('edited twice gives way to the later edit, and neither is thrown away', () => {
    const { folder, startup } = saved()
    writeFileSync(startup, 'hostname EARLIER\n')
    bootOf(folder)
    writeFileSync(startup, byHand)
    bootOf(folder)
    expect(withState(folder, (state) => state.accept()).length).toBe(1)
    expect(bootOf(folder).text).toBe(byHand)
    expect(withState(folder, (state) => state.accept())).toEqual([])
    writeFileSync(startup, 'hostname LATER\n')
    bootOf(folder)
    const kept = readdirSync(join(startup, '..'))
      .sort()
      .filter((name) => name.includes('~'))
    expect(kept.map((name) => readFileSync(join(startup, '..', name), 'utf8'))).toEqual([
      'hostname LATER\n',
      'hostname EARLIER\n',
    ])
    expect(withState(folder, (state) => state.accept()).length).toBe(1)
    expect(bootOf(folder).text).toBe('hostname LATER\n')
  })

  it('is told from damage, which is taken only by name', () => {
    for (const [damage, words] of [
      [second.slice(0, 9), 'is cut short (9 of 18 bytes)'],
      ['', 'is cut short (0 of 18 bytes)'],
      [second.replace('hostname', 'hostname'.replace('o', 'n')), 'differs in a single bit'],
      [`${second}\0\0\0`, 'is not text'],
    ] as const) {
      const { folder, startup } = saved()
      writeFileSync(startup, damage)
      const { text, findings } = bootOf(folder)
      expect(text).toBe(second)
      expect(findings).toMatchObject([{ kind: 'damaged', setAside: `${startup}~damaged` }])
      expect(findings[0]?.text).toContain(words)
      expect(withState(folder, (state) => state.accept())).toEqual([])
      expect(withState(folder, (state) => state.accept({ name: 'startup-config' })).length).toBe(1)
      expect(bootOf(folder).text).toBe(damage)
    }
  })
})

describe('files that come and go by hand', () => {
  it('puts back a file that somebody removed, and says so', () => {
    const { folder, startup } = saved()
    unlinkSync(startup)
    const { text, findings } = bootOf(folder)
    expect(text).toBe(second)
    expect(findings).toMatchObject([{ kind: 'missing', path: startup }])
    expect(readFileSync(startup, 'utf8')).toBe(second)
  })

  it('takes in a file that was put there only when told to', () => {
    const folder = temporaryFolder()
    const nvram = join(folder, 'devices/S1/nvram')
    mkdirSync(nvram, { recursive: true })
    writeFileSync(join(nvram, 'startup-config'), byHand)
    const { text, findings } = bootOf(folder)
    expect(text).toBeUndefined()
    expect(findings).toMatchObject([
      { kind: 'unrecorded', setAside: join(nvram, 'startup-config~unrecorded') },
    ])
    withState(folder, (state) => state.accept({ device: 'S1' }))
    expect(bootOf(folder)).toEqual({ text: byHand, findings: [] })
  })

  it('uses nothing when neither record nor previous copy is left', () => {
    const { folder, startup } = saved()
    rmSync(join(folder, 'devices/S1/nvram/.rollover'), { recursive: true })
    const { text, findings } = bootOf(folder)
    expect(text).toBeUndefined()
    expect(findings).toMatchObject([{ kind: 'unrecorded', setAside: `${startup}~unrecorded` }])
  })

  it('leaves editors’ backups, dot files and folders alone', () => {
    const { folder } = saved()
    const nvram = join(folder, 'devices/S1/nvram')
    mkdirSync(join(nvram, '.git'))
    mkdirSync(join(nvram, 'old'))
    for (const name of ['.startup-config.swp', 'startup-config~', '#startup-config~'])
      writeFileSync(join(nvram, name), '')
    expect(bootOf(folder)).toEqual({ text: second, findings: [] })
    expect(readdirSync(nvram).length).toBe(7)
  })

  it('sets aside a name that a person gave, spelt as the device would', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'devices/S1/flash'), { recursive: true })
    writeFileSync(join(folder, 'devices/S1/flash/my notes.txt'), 'x')
    withState(folder, (state) => {
      expect(state.accept()).toMatchObject([{ volume: 'flash', name: 'my notes.txt' }])
      expect(textOf(state.device('S1').read('flash', 'my notes.txt'))).toBe('x')
    })
  })
})

describe('rollover state', () => {
  it('lists devices, files, and what waits to be accepted', () => {
    const { folder, startup } = saved()
    writeFileSync(startup, byHand)
    withState(folder, (state) => {
      state.device('R1').write('flash', 'vlan.dat', new Uint8Array([1, 2, 3]), 5)
      expect(state.list()).toMatchObject([
        {
          device: 'R1',
          files: [{ volume: 'flash', name: 'vlan.dat', size: 3, modifiedMs: 5 }],
          setAside: [],
        },
        {
          device: 'S1',
          files: [{ volume: 'nvram', name: 'startup-config', size: second.length, modifiedMs: 2000 }],
          setAside: [{ volume: 'nvram', kind: 'edited', path: `${startup}~edited` }],
          findings: [{ kind: 'edited' }],
        },
      ])
    })
  })

  it('resets one device or all, and the suspended session with them', () => {
    const { folder } = saved()
    withState(folder, (state) => {
      state.device('R1').write('nvram', 'startup-config', bytesOf(first), 5)
      state.writeSuspended(bytesOf('session'))
      state.reset('R1')
      expect(state.readSuspended()).toBeUndefined()
      expect(state.list().map(({ device }) => device)).toEqual(['S1'])
      expect(state.device('R1').read('nvram', 'startup-config')).toBeUndefined()
      state.reset()
      expect(state.list()).toEqual([])
    })
    expect(readdirSync(join(folder, 'devices'))).toEqual([])
  })

  it('exports plain files, and only to a folder that holds nothing', () => {
    const { folder } = saved()
    const target = join(temporaryFolder(), 'copy')
    withState(folder, (state) => {
      state.device('S1').write('flash', '../../../escape', bytesOf('x'), 5)
      const copied = state.export(target)
      expect(copied.map(({ device, volume, name }) => [device, volume, name])).toEqual([
        ['S1', 'nvram', 'startup-config'],
        ['S1', 'flash', '../../../escape'],
      ])
      expect(copied.every(({ path }) => path.startsWith(`${target}/S1/`))).toBe(true)
      expect(readFileSync(join(target, 'S1/nvram/startup-config'), 'utf8')).toBe(second)
      expect(() => state.export(target)).toThrow('is not empty')
    })
  })

  it('suspends and resumes any bytes', () => {
    const folder = temporaryFolder()
    const bytes = new Uint8Array(100_000).map((_, i) => i * 7)
    withState(folder, (state) => {
      expect(state.readSuspended()).toBeUndefined()
      state.writeSuspended(new Uint8Array([1]))
      state.writeSuspended(bytes)
    })
    withState(folder, (state) => {
      expect(state.readSuspended()).toEqual(bytes)
      state.clearSuspended()
      expect(state.readSuspended()).toBeUndefined()
      state.clearSuspended()
    })
  })

  // XDG Base Directory Specification 0.8: the default, and that relative paths are to be ignored.
  it('is where the XDG specification says', () => {
    expect(defaultStatePath({ XDG_STATE_HOME: '/x', HOME: '/home/a' })).toBe('/x/rollover')
    expect(defaultStatePath({ HOME: '/home/a' })).toBe('/home/a/.local/state/rollover')
    expect(defaultStatePath({ XDG_STATE_HOME: 'x', HOME: '/home/a' })).toBe('/home/a/.local/state/rollover')
    expect(defaultStatePath({ XDG_STATE_HOME: '' })).toBe(join(homedir(), '.local/state/rollover'))
  })
})

describe('names', () => {
  const odd = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '../../x',
    'NUL',
    'a/b',
    'A',
    'a',
    '',
    'x'.repeat(1000),
  ]

  it('are names of files and devices like any other', () => {
    const folder = temporaryFolder()
    withState(folder, (state) => {
      for (const name of odd) expect(state.device('S1').read('flash', name)).toBeUndefined()
      for (const name of odd) state.device('S1').write('flash', name, bytesOf(name), 1)
      for (const name of odd.slice(0, -1))
        state.device(name).write('nvram', 'startup-config', bytesOf(name), 1)
    })
    withState(folder, (state) => {
      expect(state.device('S1').findings).toEqual([])
      expect(
        state
          .device('S1')
          .list('flash')
          .map(({ name }) => name),
      ).toEqual([...odd].sort())
      for (const name of odd) expect(textOf(state.device('S1').read('flash', name))).toBe(name)
      for (const name of odd.slice(0, -1)) {
        expect(textOf(state.device(name).read('nvram', 'startup-config'))).toBe(name)
      }
      expect(new Set(state.list().map(({ device }) => device))).toEqual(new Set([...odd.slice(0, -1), 'S1']))
    })
    expect(readdirSync(folder).sort()).toEqual(['devices', 'lock'])
  })
})

describe('a store on disk', () => {
  const name = fc.constantFrom('startup-config', 'vlan.dat', '__proto__', 'dir/a')
  const step = fc.oneof(
    fc.record({ write: name, bytes: fc.uint8Array({ maxLength: 200 }), modifiedMs: fc.nat() }),
    fc.record({ remove: name }),
    fc.constant({ reopen: true }),
  )
  const contents = (store: DeviceStore) =>
    store.list('flash').map((file) => ({ ...file, bytes: store.read('flash', file.name) }))

  it('behaves as one in memory does, also when it is closed and opened in between', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const folder = temporaryFolder()
        const memory = memoryStore()
        const runs: (typeof steps)[] = [[]]
        for (const one of steps) 'reopen' in one ? runs.push([]) : runs.at(-1)?.push(one)
        for (const run of runs) {
          withState(folder, (state) => {
            const disk = state.device('S1')
            for (const one of run) {
              for (const store of [disk, memory]) {
                if ('write' in one) store.write('flash', one.write, one.bytes, one.modifiedMs)
                else if ('remove' in one) store.remove('flash', one.remove)
              }
              expect(contents(disk)).toEqual(contents(memory))
            }
            expect(contents(disk)).toEqual(contents(memory))
            expect(disk.findings).toEqual([])
          })
        }
      }),
      { numRuns: 60 },
    )
  })
})
