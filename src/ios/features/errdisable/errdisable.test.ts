import { expect, test } from 'vitest'
import { cabled } from '../../../../test/cabled.ts'

const S1 = 'catalyst-2960-24tt'

function guarded(...lines: string[]) {
  const lab = cabled({ S1, S2: S1 }, [
    [
      ['S1', 'FastEthernet0/1'],
      ['S2', 'FastEthernet0/4'],
    ],
  ])
  lab.configure('S2', ...lines, 'interface fa0/4', 'spanning-tree bpduguard enable')
  lab.advance(5000)
  return lab
}
const say = (lab: ReturnType<typeof guarded>, command: string): string =>
  lab.say('S2', command).replaceAll('\r', '')
const recoveries = (lab: ReturnType<typeof guarded>): string[] =>
  lab.log('S2').filter((line) => line.includes('ERR_RECOVER'))

test('a port stays down where nothing says otherwise, until somebody shuts and enables it', () => {
  const lab = guarded()
  lab.advance(1_000_000)
  expect(recoveries(lab)).toEqual([])
  expect(say(lab, 'show interfaces fa0/4 status')).toContain('err-disabled')
  lab.configure('S1', 'interface fa0/1', 'spanning-tree bpdufilter enable')
  lab.configure('S2', 'interface fa0/4', 'shutdown', 'no shutdown')
  lab.advance(5000)
  expect(say(lab, 'show interfaces fa0/4 status')).toContain('connected')
})

test('with recovery it comes back after the interval, and goes again while the cause lasts', () => {
  const lab = guarded('errdisable recovery cause bpduguard')
  lab.advance(280_000)
  expect(recoveries(lab)).toEqual([])
  lab.advance(20_000)
  expect(recoveries(lab)).toEqual([
    '%PM-4-ERR_RECOVER: Attempting to recover from bpduguard err-disable state on Fa0/4',
  ])
  lab.advance(10_000)
  expect(lab.log('S2').filter((line) => line.includes('BLOCK_BPDUGUARD'))).toHaveLength(2)
  lab.configure('S1', 'interface fa0/1', 'spanning-tree bpdufilter enable')
  lab.advance(300_000)
  expect(say(lab, 'show interfaces fa0/4 status')).toContain('connected')
})

// Measured on a switch: a port keeps the timer that it went down with.
test('a changed interval is for the next time', () => {
  const lab = guarded('errdisable recovery cause all')
  lab.configure('S2', 'errdisable recovery interval 30')
  lab.advance(250_000)
  expect(recoveries(lab)).toHaveLength(0)
  lab.advance(85_000)
  expect(recoveries(lab)).toHaveLength(2)
})

test('no recovery cause stops the timer', () => {
  const lab = guarded('errdisable recovery cause bpduguard')
  lab.configure('S2', 'no errdisable recovery cause bpduguard')
  lab.advance(400_000)
  expect(recoveries(lab)).toEqual([])
})

test('show errdisable recovery', () => {
  const lab = guarded('errdisable recovery cause bpduguard')
  const text = say(lab, 'show errdisable recovery')
  expect(text).toContain(`ErrDisable Reason            Timer Status
-----------------            --------------
arp-inspection               Disabled
bpduguard                    Enabled
channel-misconfig (STP)      Disabled
`)
  const tail = text.slice(text.indexOf('\nTimer interval'))
  expect(tail.replace(/2\d\d\n/, 'NNN\n')).toBe(`
Timer interval: 300 seconds

Interfaces that will be enabled at the next timeout:

Interface      Errdisable reason      Time left(sec)
---------    ---------------------    --------------
  Fa0/4                bpduguard          NNN

`)
})

// from memory
test('show errdisable detect', () => {
  const lab = guarded('no errdisable detect cause dtp-flap')
  const rows = say(lab, 'show errdisable detect').split('\n')
  expect(rows.slice(0, 3)).toEqual([
    'ErrDisable Reason            Detection    Mode',
    '-----------------            ---------    ----',
    'arp-inspection               Enabled      port',
  ])
  expect(rows).toContain('dtp-flap                     Disabled     port')
})
