/** A mistake of ours must not take the console down, and must leave enough to repeat it. */

import { expect, test } from 'vitest'
import { builtInProfiles } from '../src/hardware/built-in-profiles.ts'
import type { Capability, Profile } from '../src/hardware/profile.ts'
import { userExec } from '../src/ios/declare.ts'
import { decodeRecording, encodeRecording, Practice, type Recording } from '../src/terminals/practice.ts'

// Only a device with this capability has the command; no profile of ours names it.
userExec.exec('fault-for-the-test', {
  needs: 'fault-for-the-test',
  help: { 'fault-for-the-test': 'Fails as only a mistake of ours can' },
  *run({ ios }) {
    yield 'begun\n'
    throw new Error(`a mistake at ${ios.kernel.nowMs}`)
  },
})

function practise(): {
  practice: Practice
  shown: () => string
  faults: { error: unknown; recording: Recording }[]
} {
  const switch2960 = builtInProfiles.get('catalyst-2960-24tt')
  if (switch2960 === undefined) throw new Error('no profile')
  const profile: Profile = {
    ...switch2960,
    capabilities: [...switch2960.capabilities, 'fault-for-the-test' as Capability],
  }
  const practice = new Practice({
    bench: { kind: 'device', name: 'test', profile },
    seed: 7,
    epochMs: 0,
    boot: false,
    program: 'test',
  })
  let text = ''
  const faults: { error: unknown; recording: Recording }[] = []
  practice.listener = {
    output: (more) => {
      text += more
    },
    note() {},
    report: (error, _typed, recording) => faults.push({ error, recording }),
  }
  practice.start()
  return { practice, shown: () => text, faults }
}

test('the console goes on after a mistake of ours', () => {
  const { practice, shown, faults } = practise()
  practice.input(Buffer.from('\renable\rfault-for-the-test\rshow clock\r'))
  expect(faults).toHaveLength(1)
  expect(shown()).toMatch(/begun\r\n.*\r\nSwitch#show clock\r\n\*/)
})

test('the report repeats it: same mistake, same instant', () => {
  const { practice, faults } = practise()
  practice.input(Buffer.from('\r'))
  practice.kernel.advanceTo(practice.kernel.nowMs + 4321)
  practice.input(Buffer.from('fault-for-the-test\r'))
  const [fault] = faults
  if (fault === undefined) throw new Error('no fault was reported')
  const recording = decodeRecording(encodeRecording(fault.recording))
  if (recording === undefined) throw new Error('the report cannot be read')
  const again: unknown[] = []
  Practice.replay(recording, undefined, { output() {}, note() {}, report: (error) => again.push(error) })
  expect(String(again[0])).toBe(String(fault.error))
})

test('a suspended console comes back byte for byte, half a line and a pending page included', () => {
  const { practice, shown } = practise()
  const type = (target: Practice, text: string, ms: number) => {
    target.input(Buffer.from(text))
    target.kernel.advanceTo(target.kernel.nowMs + ms)
  }
  type(practice, '\renable\r', 1234)
  type(practice, 'configure terminal\rhostname S1\rinterface vlan 1\rno shutdown\rend\r', 777)
  type(practice, 'show running-config\r', 5)
  const suspended = practice.recording()
  let replayed = ''
  const back = Practice.replay(suspended, undefined, {
    output: (more) => {
      replayed += more
    },
    note() {},
    report() {},
  })
  if (back === undefined) throw new Error('it did not come back')
  expect(replayed).toBe(shown())
  // And from there on nothing differs.
  for (const target of [practice, back]) {
    type(target, ' ', 50)
    type(target, 'q', 100_000)
    type(target, 'show clock\rshow history\rsho', 700_000)
  }
  expect(replayed).toBe(shown())
  expect(shown()).toContain('S1 con0 is now available')
})
