import { expect, test } from 'vitest'
import { ip } from '../../../test/ip-wire.ts'
import { ping, twoRouters } from '../../../test/two-routers.ts'
import type { Answer } from './types.ts'

test('a long packet crosses a short link in pieces and comes back whole', () => {
  const { net, pc1, r1Right, r2Left } = twoRouters()
  r1Right.mtuBytes = 600
  r2Left.mtuBytes = 600
  ping(net, pc1, '10.0.2.2', 3)
  const before = r1Right.sent.length
  const [answer] = ping(net, pc1, '10.0.2.2', 1, { bytes: 4000 })
  expect(answer).toMatchObject({ kind: 'reply', bytes: 4000, intact: true })
  // 3 fragments of 1500 are cut to 600 again: 1480 = 576 + 576 + 328 twice, 1020 = 576 + 444.
  expect(r1Right.sent.length - before).toBe(8)
})

test('with DF the router says which size fits', () => {
  const { net, pc1, r1Right } = twoRouters()
  r1Right.mtuBytes = 600
  ping(net, pc1, '10.0.2.2', 3)
  const [answer] = ping(net, pc1, '10.0.2.2', 1, { bytes: 1500, df: true })
  expect(answer).toMatchObject({ kind: 'unreachable', code: 4, mtuBytes: 600, from: ip('10.0.1.1') })
  expect(ping(net, pc1, '10.0.2.2', 1, { bytes: 1501, df: true })).toEqual([
    { kind: 'not sent', why: 'packet too long' },
  ])
})

test('a missing fragment ends the others after 30 seconds, with a message', () => {
  const { net, pc1, pc2, r2Right } = twoRouters()
  ping(net, pc1, '10.0.2.2', 3)
  const { send } = r2Right
  let count = 0
  r2Right.send = (bytes, journey) => {
    if (++count !== 2) send(bytes, journey)
  }
  const answers: Answer[] = []
  pc1.echo({ destination: ip('10.0.2.2'), bytes: 4000, timeoutMs: 60_000 }, (answer) => answers.push(answer))
  net.run(29_000)
  expect(answers).toEqual([])
  net.run(2000)
  expect(answers).toMatchObject([{ kind: 'ttl exceeded', code: 1, from: ip('10.0.2.2') }])
  expect(pc2.isOwnAddress(ip('10.0.2.2'))).toBe(true)
})
