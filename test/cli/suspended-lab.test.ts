/** A lab that was suspended on disk goes on where it stood, also when its file has been touched in ways that do not matter. */

import { expect, test } from 'vitest'
import '../../src/ios/features/index.ts'
import { parseLab } from '../../src/stores/read-lab.ts'
import { type Opened, openPractice } from '../../src/terminals/open-practice.ts'
import { newFolder } from './program.ts'

const text = `name: pair
devices:
  SW1:
    profile: catalyst-2960-24tt
    config: |
      hostname SW1
  PC1: { profile: host, address: 10.0.0.1/24 }
  PC2: { profile: host, address: 10.0.0.2/24 }
cables:
  - [SW1 Fa0/1, PC1 eth0]
  - [SW1 Fa0/2, PC2 eth0]
`

async function open(state: string, lab = text): Promise<{ opened: Opened; seen: string[] }> {
  const bench = { kind: 'lab', lab: await parseLab(lab, 'pair.yml') } as const
  const opened = await openPractice({ bench, state, ephemeral: false, boot: false, interactive: true })
  const seen: string[] = []
  opened.practice.listener = {
    output: (shown, device) => void seen.push(`${opened.practice.kernel.nowMs} ${device} ${shown}`),
    note() {},
    report: (error) => {
      throw error
    },
  }
  opened.begin()
  return { opened, seen }
}

function type({ practice }: Opened, on: string, typed: string, forMs: number): void {
  practice.active = on
  practice.input(new TextEncoder().encode(typed))
  practice.kernel.advanceTo(practice.kernel.nowMs + forMs)
}

/** A ping on its way, a cable out, a reload begun, half a word typed. */
function begin(opened: Opened): void {
  type(opened, 'PC1', 'ping 10.0.0.2\r', 2500)
  opened.practice.rewire(1, 'cut')
  type(opened, 'SW1', '\renable\rreload\r', 2000)
  type(opened, 'SW1', '\r', 9000)
  type(opened, 'PC2', 'arp -', 3)
}

function goOn(opened: Opened): void {
  opened.practice.rewire(1, 'mend')
  type(opened, 'PC2', 'n\r', 120_000)
}

test('the bytes are those of a run that was not interrupted', async () => {
  const whole = await open(newFolder())
  begin(whole.opened)
  whole.seen.length = 0
  goOn(whole.opened)
  whole.opened.close()

  const state = newFolder()
  const first = await open(state)
  expect(first.opened.resumed).toBe(false)
  begin(first.opened)
  expect(first.opened.practice.unsaved).toBe(true)
  first.opened.suspend()
  first.opened.close()
  const second = await open(state)
  expect(second.opened.resumed).toBe(true)
  second.seen.length = 0
  goOn(second.opened)
  second.opened.close()
  expect(second.seen).toEqual(whole.seen)
  expect(second.seen.join('')).toContain('Press RETURN to get started!')
  expect(second.seen.join('')).toMatch(/icmp_seq=\d+ ttl=64/)
})

test('a comment and a place on the screen do not end it, another cable does', async () => {
  const state = newFolder()
  const first = await open(state)
  begin(first.opened)
  first.opened.suspend()
  first.opened.close()

  const moved = `# mine\n${text.replace('SW1:\n', 'SW1:\n    position: { x: 3, y: 1 }\n')}`
  const second = await open(state, moved)
  expect(second.opened).toMatchObject({ resumed: true, remarks: [] })
  expect(second.opened.practice.lab?.lab.devices[0]?.position).toEqual({ x: 3, y: 1 })
  second.opened.close()

  const third = await open(state, text.replace('SW1 Fa0/2', 'SW1 Fa0/3'))
  expect(third.opened.resumed).toBe(false)
  expect(third.opened.remarks).toEqual([
    'the lab has been changed since it was left as it was, so it starts from what was saved',
  ])
  third.opened.close()
})
