/** Flipped bits and cut tails, in the file and in what vouches for it: all found, none used, nothing thrown away. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bytesOf, isLarge, temporaryFolder, textOf, withState } from './disk.ts'

const older = 'hostname S1\n!\nend\n'
const recent = `hostname S2\n!\n${'interface Vlan1\n no ip address\n!\n'.repeat(3)}end\n`

const file = 'startup-config'
const saved = '.rollover/startup-config.saved'
const previous = '.rollover/startup-config.previous'

const damage = fc.oneof(
  fc.record({ bits: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }) }),
  fc.record({ cutTo: fc.nat() }),
)

function damaged(bytes: Uint8Array, how: { bits: number[] } | { cutTo: number }): Uint8Array {
  if ('cutTo' in how) return bytes.slice(0, how.cutTo % bytes.length)
  const result = bytes.slice()
  for (const bit of new Set(how.bits.map((n) => n % (bytes.length * 8)))) result[bit >> 3]! ^= 1 << (bit & 7)
  return result
}

/** With its header and its content hurt, or the line ends that part them, a record proves nothing about the file. */
function isPastProof(whole: Uint8Array, hurt: Uint8Array): boolean {
  const content = whole.length - recent.length
  const isSame = (from: number, to: number) => textOf(whole.slice(from, to)) === textOf(hurt.slice(from, to))
  const areParted = [whole.indexOf(10), content - 1].every((at) => hurt[at] === 10)
  return !isSame(0, content) && !(areParted && isSame(content, whole.length))
}

it('finds all damage and goes on with the best copy that is whole', () => {
  const prepared = temporaryFolder()
  withState(prepared, (state) => {
    state.device('S1').write('nvram', file, bytesOf(older), 1)
    state.device('S1').write('nvram', file, bytesOf(recent), 2)
  })
  const template = new Map(
    [file, saved, previous].map((name) => [
      name,
      new Uint8Array(readFileSync(join(prepared, 'devices/S1/nvram', name))),
    ]),
  )
  expect(textOf(template.get(file))).toBe(recent)
  const parent = temporaryFolder()
  let round = 0

  const targets = fc.subarray([file, saved, previous], { minLength: 1 })
  fc.assert(
    fc.property(targets, fc.tuple(damage, damage, damage), (spoilt, hows) => {
      const state = join(parent, `state-${round++}`)
      const nvram = join(state, 'devices/S1/nvram')
      mkdirSync(join(nvram, '.rollover'), { recursive: true })
      const written = new Map(
        [...template].map(([name, bytes], i) => {
          return [name, spoilt.includes(name) ? damaged(bytes, hows[i]!) : bytes]
        }),
      )
      for (const [name, bytes] of written) writeFileSync(join(nvram, name), bytes)

      const isProven = !spoilt.includes(saved) || !isPastProof(template.get(saved)!, written.get(saved)!)
      const fallback = spoilt.includes(previous) ? undefined : older
      const isRecent = spoilt.includes(file) ? !spoilt.includes(saved) : isProven
      const expected = isRecent ? recent : fallback
      withState(state, (opened) => {
        const store = opened.device('S1')
        expect(textOf(store.read('nvram', file))).toBe(expected)
        expect(store.findings.length).toBeGreaterThan(0)
        if (spoilt.includes(file))
          expect(store.findings.some(({ text }) => text.includes('startup-config'))).toBe(true)
      })
      if (!isRecent || spoilt.includes(file)) {
        const kept = readdirSync(nvram).filter((name) => name.startsWith(`${file}~`))
        expect(kept.map((name) => textOf(readFileSync(join(nvram, name))))).toContain(
          textOf(written.get(file)),
        )
      }
      // Mended: whoever opens it next is told nothing and reads the same, also in the file itself.
      withState(state, (opened) => {
        expect(textOf(opened.device('S1').read('nvram', file))).toBe(expected)
        expect(opened.device('S1').findings).toEqual([])
      })
      if (expected !== undefined) expect(readFileSync(join(nvram, file), 'utf8')).toBe(expected)
    }),
    { numRuns: isLarge ? 10_000 : 300 },
  )
})

it('finds a damaged suspended session and keeps it', () => {
  fc.assert(
    fc.property(damage, (how) => {
      const folder = temporaryFolder()
      withState(folder, (state) => state.writeSuspended(bytesOf('all that was on the screen')))
      const path = join(folder, 'suspended')
      const bytes = damaged(new Uint8Array(readFileSync(path)), how)
      writeFileSync(path, bytes)
      withState(folder, (state) => {
        expect(state.readSuspended()).toBeUndefined()
        expect(state.findings).toMatchObject([{ kind: 'damaged', path, setAside: `${path}~damaged` }])
      })
      expect(textOf(readFileSync(`${path}~damaged`))).toBe(textOf(bytes))
    }),
    { numRuns: isLarge ? 1000 : 50 },
  )
})
