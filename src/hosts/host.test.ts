import { expect, test } from 'vitest'
import { twoHosts } from '../../test/hosts.ts'

test('a host answers pings, and the first one waits for ARP without being lost', () => {
  const { a } = twoHosts()
  const shown = a.run('ping -c 3 10.0.0.2')
  expect(shown).toContain('3 packets transmitted, 3 received, 0% packet loss, time 2000ms\n')
  const times = [...shown.matchAll(/time=([\d.]+) ms/g)].map(([, time]) => Number(time))
  expect(times).toHaveLength(3)
  expect(times[0]).toBeGreaterThan(times[1] ?? 0)
})
