import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeHashing } from '../terminals/hashing.ts'
import type { SecretType } from './secrets.ts'
import { isWellFormed, makeSecret, type7Decrypt, type7Encrypt, verifySecret } from './secrets.ts'

const zeros = nodeHashing((length) => new Uint8Array(length))
const counting = nodeHashing((length) => Uint8Array.from({ length }, (_, i) => i + 1))

/** The random bytes that a device must have drawn to arrive at this salt. */
const drawing = (...bytes: number[]) => nodeHashing((length) => Uint8Array.from(bytes).subarray(0, length))

const long = 'a'.repeat(127)
const longWide = `é${'x'.repeat(126)}`

describe('type 7', () => {
  // Computed from the published key; several of them also seen in configurations of devices.
  test.each([
    ['cisco', 0, '00071A150754'],
    ['cisco', 2, '02050D480809'],
    ['cisco', 4, '045802150C2E'],
    ['cisco', 6, '060506324F41'],
    ['cisco', 8, '0822455D0A16'],
    ['cisco', 9, '094F471A1A0A'],
    ['cisco', 10, '104D000A0618'],
    ['cisco', 12, '121A0C041104'],
    ['cisco', 13, '13061E010803'],
    ['cisco', 14, '14141B180F0B'],
    ['cisco', 15, '1511021F0725'],
    ['cisco123', 12, '121A0C0411045D5679'],
    ['class', 8, '0822404F1A0A'],
    ['class', 13, '13061B13181F'],
    // Computed in Python from the published key, over UTF-8.
    ['пароль', 7, '07BFFEFC9EB8F9B5C9A2D0BDE8'],
  ])('%s with salt %i is %s', (plain, saltIndex, text) => {
    expect(type7Encrypt(plain, saltIndex)).toBe(text)
    expect(type7Decrypt(text)).toBe(plain)
    expect(type7Decrypt(text.toLowerCase())).toBe(plain)
    expect(verifySecret(7, text, plain, zeros)).toBe(true)
    expect(verifySecret(7, text, `${plain}x`, zeros)).toBe(false)
    expect(verifySecret(7, text, plain.slice(1), zeros)).toBe(false)
  })

  test('what was hidden comes back, whatever it was and longer than the key too', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 0, max: 52 }),
        (plain, salt) => {
          expect(type7Decrypt(type7Encrypt(plain, salt))).toBe(plain)
        },
      ),
    )
  })

  test('half a surrogate pair is kept as the replacement character', () => {
    expect(type7Decrypt(type7Encrypt('a\ud800b', 3))).toBe('a\ufffdb')
  })

  test('decoding never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f]*$/)), (text) => {
        type7Decrypt(text)
        verifySecret(7, text, text, zeros)
      }),
    )
  })

  test.each(['', '0', 'xx071A', '00071', '0007zz', '53071A', '-1071A', '00 71A'])(
    '%j decodes to nothing',
    (text) => {
      expect(type7Decrypt(text)).toBeUndefined()
      expect(verifySecret(7, text, '', zeros)).toBe(false)
    },
  )

  test('bytes that are no text decode to nothing', () => {
    expect(type7Decrypt('009C')).toBeUndefined() // 9C xor 'd' is F8, which UTF-8 never has
  })

  test('a salt up to 15 may be entered, up to 52 decoded', () => {
    expect(isWellFormed(7, '1511021F0725')).toBe(true)
    const high = type7Encrypt('cisco', 52)
    expect(high.slice(0, 2)).toBe('52')
    expect(isWellFormed(7, high)).toBe(false)
    expect(isWellFormed(7, type7Encrypt('cisco', 16))).toBe(false)
    expect(type7Decrypt(high)).toBe('cisco')
    expect(() => type7Encrypt('cisco', 53)).toThrow(RangeError)
    expect(() => type7Encrypt('cisco', -1)).toThrow(RangeError)
  })

  test('a device draws salts 0 to 15', () => {
    expect(makeSecret(7, 'cisco', drawing(12))).toBe('121A0C041104')
    expect(makeSecret(7, 'cisco', drawing(255))).toBe('1511021F0725')
  })
})

describe('published hashes verify', () => {
  test.each<[SecretType, string, string]>([
    [0, 'cisco', 'cisco'],
    // hashcat mode 5700; the first also in a configuration of 15.1.
    [4, 'tnhtc92DXBhelxjYk8LWJrPV36S2i4ntXrpb4RFmfqY', 'cisco'],
    [4, '2btjjy78REtmYkkW0csHUbJZOstRXoWdX1mGrmmfeHI', 'hashcat'],
    // A switch's own (16.9), then hashcat mode 500.
    [5, '$1$wGke$YPaf0LmgigkkmzYflBUCt0', 'class'],
    [5, '$1$EV4X$4MRouA3VnbeOPOJl1pnJy1', 'class'],
    [5, '$1$38652870$DUjsu4TTlTsOe/xxZ05uf/', 'hashcat'],
    // hashcat modes 9200 and 9300.
    [8, '$8$dsYGNam3K1SIJO$7nv/35M/qr6t.dVc7UY9zrJDWRVqncHub1PE9UlMQFs', 'cisco'],
    [8, '$8$84486783037343$pYNyVrtyMalQrZLxRi7ZLQS1Fl.jkYCgASUi5P8JNb2', 'hashcat'],
    [9, '$9$nhEmQVczB7dqsO$X.HsgL6x1il0RxkOSSvyQYwucySCt7qFm4v7pqCxkKM', 'cisco'],
    [9, '$9$87023684531115$phio0TBQwaO7KZ8toQFyGFyDvyOzidaypRWN0uKX0hU', 'hashcat'],
    // Computed with `openssl passwd -1`.
    [5, '$1$wGke$FDCBPMa98m/izUQjBpHfm.', ''],
    [5, '$1$wGke$o0jGQmBqiWtmh3Rm.QmP8/', 'x'],
    [5, '$1$wGke$DpE91L9R4qZJxWqxBUa3V1', 'пароль'],
    [5, '$1$x$FVX1k3B.mNrmA7vhtE8wu/', 'secret sixteen!!'],
    [5, '$1$abcdefgh$03UWNo7IOAKSRcW4EphON1', long],
    // Computed with Python's hashlib.
    [4, 'sv12EdXw5/GOyzH6aKyt70SiESFYatBAd7KN4rVGi3I', ''],
    [4, '9PlLHOmZ7caWHvMCUpyA4OBY.6ABxnI6KRomoOiev3o', 'пароль'],
    [4, 'DFAl.6VG9iU3Jo3hUd8DX1vE.1Tp466x1nKvAauoTyI', longWide],
    [8, '$8$dsYGNam3K1SIJO$3M26XHoqInoN66C3X.1LDzhCBu7n07fuG1VGS39kdkw', ''],
    [8, '$8$dsYGNam3K1SIJO$yqH4.hSEyKYlaB3fDdQIjRt.6OfW3uTxgGOnjiSRvx6', 'пароль'],
    [8, '$8$dsYGNam3K1SIJO$k3U9ykvzX/uOJScFGWdHDEASRFKkoONOWyjRxwzPyng', longWide],
    [9, '$9$nhEmQVczB7dqsO$.Fi7e97ctv0xDwrE78.zxJVqXOpxtr6SlWaW9r9T.8c', ''],
    [9, '$9$nhEmQVczB7dqsO$NIRI8CGGlA.0TBuOOuaXHqkgOZlBDswC8FM4IoP5s0g', 'пароль'],
    [9, '$9$nhEmQVczB7dqsO$oIfmhjgEYZMoJ8ZFVic8w8vdzTnqtnteMqvmHYwFxDs', longWide],
  ])('type %i, %s', (type, stored, plain) => {
    expect(isWellFormed(type, stored)).toBe(true)
    expect(verifySecret(type, stored, plain, zeros)).toBe(true)
    expect(verifySecret(type, stored, `${plain}x`, zeros)).toBe(false)
    expect(verifySecret(type, stored, plain === '' ? ' ' : plain.slice(0, -1), zeros)).toBe(false)
  })

  test('one changed character is another hash', () => {
    expect(verifySecret(5, '$1$wGke$YPaf0LmgigkkmzYflBUCt1', 'class', zeros)).toBe(false)
    expect(verifySecret(5, '$1$wGkf$YPaf0LmgigkkmzYflBUCt0', 'class', zeros)).toBe(false)
    expect(verifySecret(4, 'unhtc92DXBhelxjYk8LWJrPV36S2i4ntXrpb4RFmfqY', 'cisco', zeros)).toBe(false)
  })
})

describe('making', () => {
  test('the published hash comes out when its salt is drawn', () => {
    // w, G, k, e stand at 60, 18, 48, 42 in ./0-9A-Za-z; the bits above the sixth do not count.
    expect(makeSecret(5, 'class', drawing(60, 18, 48, 42))).toBe('$1$wGke$YPaf0LmgigkkmzYflBUCt0')
    expect(makeSecret(5, 'class', drawing(60 + 64, 18 + 128, 48 + 192, 42))).toBe(
      '$1$wGke$YPaf0LmgigkkmzYflBUCt0',
    )
  })

  test.each([5, 7, 8, 9] as const)('a made secret of type %i is well formed and verifies', (type) => {
    for (const hashing of [zeros, counting])
      for (const plain of ['cisco', 'пароль', longWide]) {
        const stored = makeSecret(type, plain, hashing)
        expect(isWellFormed(type, stored)).toBe(true)
        expect(verifySecret(type, stored, plain, hashing)).toBe(true)
        expect(verifySecret(type, stored, plain.toUpperCase(), hashing)).toBe(false)
      }
    expect(makeSecret(type, 'cisco', zeros)).not.toBe(makeSecret(type, 'cisco', counting))
  })

  test('salts of types 8 and 9 are ten bytes in fourteen characters', () => {
    // Captured salts (gCGcm2IWBJOT5U, oNguEA9um9vRx., ShNXRF5rEGBv3E …) end in one of these, as ten bytes make them.
    for (const last of [0, 1, 2, 3]) {
      const secret = makeSecret(9, 'cisco', drawing(255, 255, 255, 255, 255, 255, 255, 255, 255, 252 + last))
      expect(secret.slice(3, 17)).toBe(`zzzzzzzzzzzzz${'.EUk'.charAt(last)}`)
    }
  })
})

describe('shape', () => {
  // Hashes out of captured configurations.
  test.each<[SecretType, string]>([
    [5, '$1$pdQG$60trnJU5CpHjXSffvKXzd.'],
    [9, '$9$gCGcm2IWBJOT5U$p6jqb1plxOJpr3yYwa/3fUSfpQjM.RgfcunyUXhqfRA'],
    [9, '$9$oNguEA9um9vRx.$MsDk0DOy1rzBjKAcySWdNjoKcA7GetG9YNnKOs8S67A'],
    [7, '095A482635365C062E3B5D780D150E276C264B040E352F754D4B4071'],
  ])('type %i takes %s', (type, text) => {
    expect(isWellFormed(type, text)).toBe(true)
  })

  test.each<[SecretType, string]>([
    [0, ''],
    [4, 'cisco'],
    [4, 'tnhtc92DXBhelxjYk8LWJrPV36S2i4ntXrpb4RFmfq'],
    [4, 'tnhtc92DXBhelxjYk8LWJrPV36S2i4ntXrpb4RFmfqY='],
    [5, 'cisco'],
    [5, '$1$wGke$YPaf0LmgigkkmzYflBUCt'],
    [5, '$1$wGke$YPaf0LmgigkkmzYflBUCt00'],
    [5, '$1$wGkewGkew$YPaf0LmgigkkmzYflBUCt0'],
    [5, '$1$$YPaf0LmgigkkmzYflBUCt0'],
    [5, '$1$wG!e$YPaf0LmgigkkmzYflBUCt0'],
    [5, '$1$wGke$YPaf0LmgigkkmzYflBUCt0\n'],
    [7, ''],
    [7, '02'],
    [7, '02050D4808091'],
    [7, '02050D48080G'],
    [7, '1A050D480809'],
    [8, '$9$nhEmQVczB7dqsO$X.HsgL6x1il0RxkOSSvyQYwucySCt7qFm4v7pqCxkKM'],
    [8, '$8$dsYGNam3K1SIJ$7nv/35M/qr6t.dVc7UY9zrJDWRVqncHub1PE9UlMQFs'],
    [9, '$8$dsYGNam3K1SIJO$7nv/35M/qr6t.dVc7UY9zrJDWRVqncHub1PE9UlMQFs'],
    [9, '$9$nhEmQVczB7dqsO$X.HsgL6x1il0RxkOSSvyQYwucySCt7qFm4v7pqCxkK'],
  ])('type %i refuses %j', (type, text) => {
    expect(isWellFormed(type, text)).toBe(false)
    if (type !== 0) expect(verifySecret(type, text, 'cisco', zeros)).toBe(false)
  })
})
