/**
 * What cards offer to be watched is there: each lab is started, the lines are typed, and the packet comes that the card
 * means.
 */
import { expect, test } from 'vitest'
import type { Card, Watch } from '../../src/drills/cards/card.ts'
import type { Lab } from '../../src/labs/lab.ts'
import { readCards, shippedCards } from '../../src/stores/read-cards.ts'
import { readLab } from '../../src/stores/read-lab.ts'
import { performWatch } from '../../src/terminals/drill/perform-watch.ts'
import { FreshLabs } from '../../src/terminals/marking/fresh-labs.ts'
import { PacketTexts } from '../../src/terminals/tui/packets/packet-filter.ts'

const labs = new FreshLabs()
const named = new Map<string, Promise<Lab>>()

function labOf({ lab }: Watch): Lab | Promise<Lab> {
  if (typeof lab !== 'string') return lab
  const read = named.get(lab) ?? readLab(lab)
  named.set(lab, read)
  return read
}

const performed = new Map<string, string | undefined>()

/** What the packet says of itself; undefined where it did not come. Many cards watch the same. */
async function seen(watch: Watch): Promise<string | undefined> {
  const key = JSON.stringify(watch)
  if (!performed.has(key)) {
    const { kernel, network, machines } = labs.start(await labOf(watch))
    const type = (on: string, byte: number): void => machines.get(on)?.input(byte)
    const { packet, stop } = performWatch({ kernel, network, machines, type }, watch)
    stop()
    performed.set(key, packet && new PacketTexts().summary(packet).text)
  }
  return performed.get(key)
}

const watched = (await Promise.all((await shippedCards()).map(readCards)))
  .flatMap(({ cards }): readonly Card[] => cards)
  .flatMap(({ id, watch }) => (watch === undefined ? [] : [{ id, watch }]))

test.each(watched)('$id', async ({ watch }) => {
  expect(await seen(watch)).toBeDefined()
})

test('a packet that does not come is told', async () => {
  const none: Watch = {
    lab: 'one-switch',
    on: 'PC1',
    type: ['ping -c 1 192.168.1.12'],
    filter: 'arp',
    packet: 3,
  }
  expect(await seen(none)).toBeUndefined()
})

test('packets are counted from the typing, and those of control protocols are seen', async () => {
  const twice = { lab: 'one-switch', on: 'PC1', type: ['ping -c 1 192.168.1.12', 'ping -c 1 192.168.1.12'] }
  expect(await seen({ ...twice, filter: 'arp', packet: 1 })).toMatch(/^who has 192\.168\.1\.12/)
  expect(await seen({ ...twice, filter: 'icmp', packet: 3 })).toContain('request')
  expect(await seen({ lab: 'triangle', on: 'SW1', type: ['enable'], filter: 'stp', packet: 1 })).toBeDefined()
})
