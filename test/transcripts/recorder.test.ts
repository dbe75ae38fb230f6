import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { builtInProfiles } from '../../src/hardware/built-in-profiles.ts'
import { encodeUtf8 } from '../../src/kernel/utf8.ts'
import { transcriptSurroundings } from '../../src/terminals/cli/transcript-surroundings.ts'
import { Practice } from '../../src/terminals/practice.ts'
import { Recorder } from '../../src/transcripts/recorder.ts'
import { run } from './run.ts'

/** What was typed, with the milliseconds that passed before it. */
type Typed = readonly (readonly [ms: number, text: string])[]

interface Recorded {
  /** Everything that the console showed. */
  readonly shown: string
  readonly transcript: string
}

function record(typed: Typed, profileName = 'catalyst-2960-24tt', before: Typed = []): Recorded {
  const profile = builtInProfiles.get(profileName)
  if (profile === undefined) throw new Error(`no profile ${profileName}`)
  const practice = new Practice({
    bench: { kind: 'device', name: profile.defaultHostname, profile },
    seed: 1,
    epochMs: Date.UTC(2025, 0, 1),
    boot: false,
    program: 'test',
  })
  practice.start()
  const type = (sequence: Typed): void => {
    for (const [ms, text] of sequence) {
      practice.kernel.advanceTo(practice.kernel.nowMs + ms)
      practice.input(encodeUtf8(text))
    }
  }
  type([[0, '\r'], ...before])
  const { device } = practice
  if (device === undefined) throw new Error('no device')
  const recorder = new Recorder(device)
  let shown = ''
  practice.listener = {
    output: (text) => {
      shown += text
      recorder.output(text)
    },
    note: () => {},
    report: (error) => {
      throw error
    },
  }
  type(typed)
  practice.kernel.advanceTo(practice.kernel.nowMs + 60_000)
  return { shown, transcript: recorder.finish(transcriptSurroundings) }
}

test('a session, as it would be written by hand', () => {
  const { transcript } = record([
    [0, 'en\r'],
    [900, 'show pri?'],
    [900, '\x15sh'],
    [10, '\t'],
    [900, 'prixx\x7f\x7fvilege\r'],
  ])
  expect(transcript).toBe(`!: device Switch catalyst-2960-24tt
!: source hand-written
Switch>en
Switch#show pri?
privilege

Switch#sh<Tab>
Switch#show privilege
Current privilege level is 15
Switch#
`)
})

test('passwords, one key, a key at --More--, a banner', () => {
  const { transcript } = record([
    [0, 'en\rconf t\renable secret class\rbanner motd #\rWho?\r!: <b> {{x}}\r#\r\x1a'],
    [500, 'disable\ren\rwrong\rclass\r'],
    [500, 'write erase\ry'],
    [3000, 'terminal length 5\rshow running-config\r'],
    [0, ' \rq'],
  ])
  expect(transcript).toContain('Password: <<wrong>>\nPassword: <<class>>\n')
  expect(transcript).toContain('[confirm]y[OK]\n')
  expect(transcript).toContain('\n --More-- <Enter>\n')
  expect(transcript).toContain('\n --More-- <q>\n')
  expect(transcript).toContain('\nWho?\n')
  expect(transcript).toContain('\n!:<Space><lt>b> {{x}}\n')
  expect(run(transcript)).toEqual([])
})

test('a message that tears a line', () => {
  const { transcript } = record([
    [0, 'en\rconf t\rinterface vlan 1\rno shutdown\rdescr'],
    [4000, 'iption torn\rdo show running-config | include torn\r'],
  ])
  expect(transcript).toContain('\nSwitch(config-if)#\n*Mar  1 00:00:')
  expect(transcript).toMatch(/%LINK-3-UPDOWN: Interface Vlan1, changed state to updescription torn\n/)
  expect(run(transcript)).toEqual([])
})

test('an Enter that kept the session alive', () => {
  const { transcript } = record([
    [0, 'en\r'],
    [360_000, '\r'],
    [360_000, 'show clock\r'],
  ])
  expect(transcript).toContain('\nSwitch#<Enter>\n!: wait 6m\nSwitch#show clock\n*00:')
  expect(run(transcript)).toEqual([])
})

test('what the device was is written down first', () => {
  const { transcript } = record([[0, 'show running-config | include motto\r']], 'isr-1941', [
    [0, 'en\rconf t\rhostname R9\rinterface Gi0/0\rdescription motto\rend\r'],
    [5000, ''],
  ])
  expect(transcript).toContain('!: config\n')
  expect(transcript).toContain('\nR9#show running-config | include motto\n description motto\nR9#\n')
  expect(run(transcript)).toEqual([])
})

const words = [
  'en',
  'conf t',
  'end',
  'exit',
  'show privilege',
  'show clock',
  'hostname S1',
  'hostname <S>',
  'interface vlan 1',
  'no shutdown',
  'shutdown',
  'description a {{b}} <c> why',
  'show running-config | include desc',
  'show history',
  'sh',
  'sho',
  'ip addr',
  'nowhere',
  'write erase',
  'y',
  'banner motd #',
  '!: x',
  '#',
  'line con 0',
  'logging synchronous',
  'enable secret class',
  'class',
  'disable',
  'show running-config',
  'terminal length 5',
  '! note',
  ' --More-- ',
]
const keys = [
  '\r',
  '\r',
  '\r',
  '?',
  '\t',
  ' ',
  'q',
  '\x7f',
  '\x1b[D',
  '\x1b[A',
  '\x01',
  '\x15',
  '\x17',
  '\x1a',
  '\x03',
  '\x1e',
  '\x12',
  '\x16',
  'ü',
]

describe('round trip', () => {
  const piece = fc.tuple(
    fc.constantFrom(0, 0, 0, 3, 700, 2500, 30_000),
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...words).map((word) => `${word}\r`) },
      { weight: 1, arbitrary: fc.constantFrom(...words) },
      { weight: 1, arbitrary: fc.constantFrom(...keys) },
    ),
  )
  test.each(['catalyst-2960-24tt', 'isr-1941'])('what was typed at a %s passes when it is run', (profile) => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (typed) => {
        const { transcript } = record(typed, profile)
        expect(run(transcript)).toEqual([])
      }),
      { numRuns: process.env['FUZZ'] === 'large' ? 5000 : 60 },
    )
  })
})
