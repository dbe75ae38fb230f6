import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFileName, encodeFileName } from '../../src/stores/file-name.ts'

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  // Lone surrogates too: a name is whatever a string can hold.
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom('.', '/', '\\', '~', '%', '-', '2e', 'u', 'A', 'a', '\0', ' '), { maxLength: 8 })
    .map((s) => s.join('')),
)

describe('file names on the host', () => {
  it('leaves the names that matter readable', () => {
    for (const name of ['startup-config', 'vlan.dat', 'config.text', 'c2960-lanbasek9-mz.150-2.SE4.bin']) {
      expect(encodeFileName(name, false)).toBe(name)
    }
  })

  it.each([
    '..',
    '.',
    '../../x',
    '/etc/passwd',
    'a/b',
    'a\\b',
    'C:x',
    '.rollover',
    'NUL',
    'con.txt',
    'x.',
    'x ',
    '',
    '\0',
    'x~edited',
  ])('keeps %j within its folder and apart from our own names', (name) => {
    const encoded = encodeFileName(name, false)
    expect(encoded).toMatch(/^[A-Za-z0-9_+,=@%-][A-Za-z0-9._+,=@%-]*$/)
    expect(encoded).not.toMatch(/\.$|^(nul|con|aux|prn)(\.|$)/i)
    expect(decodeFileName(encoded)).toBe(name)
  })

  it('brings any name back, within the 255 bytes of a file name', () => {
    fc.assert(
      fc.property(anyName, fc.boolean(), (name, foldsCase) => {
        const encoded = encodeFileName(name, foldsCase)
        expect(encoded).toMatch(/^[A-Za-z0-9_+,=@%-][A-Za-z0-9._+,=@%-]*$/)
        expect(encoded.length).toBeLessThanOrEqual(200)
        const decoded = decodeFileName(encoded)
        if (decoded !== undefined || encoded.length < 140) expect(decoded).toBe(name)
      }),
    )
  })

  it('gives different names different files, also where the host takes capitals for small letters', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        fc.pre(a !== b)
        expect(encodeFileName(a, true).toLowerCase()).not.toBe(encodeFileName(b, true).toLowerCase())
      }),
    )
    expect(encodeFileName('Config', true).toLowerCase()).not.toBe(
      encodeFileName('config', true).toLowerCase(),
    )
    const long = 'x'.repeat(5000)
    expect(encodeFileName(`${long}A`, true).toLowerCase()).not.toBe(
      encodeFileName(`${long}a`, true).toLowerCase(),
    )
  })
})
