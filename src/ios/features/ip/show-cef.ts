/**
 * `show ip cef`: where packets go, as the forwarding table has it. Layout of the table: captures of a 2800, a 3750 and a
 * 3850; one entry, and Null0, from memory.
 */

import type { InstalledRoute } from '../../../hardware/ip/types.ts'
import { showIpv4 } from '../../arguments.ts'
import type { Ios } from '../../ios.ts'
import { ipStackOf, isRouting } from '../../ip-stack.ts'
import { show } from '../../show-words.ts'

interface Row {
  readonly prefix: number
  readonly prefixLength: number
  /** Next hop and interface of each path. */
  readonly ways: readonly (readonly [string, string | undefined])[]
}

/** In every table, whatever is configured. */
const fixedRows: readonly Row[] = [
  [0, 8, 'drop'],
  [0, 32, 'receive'],
  [0x7f00_0000, 8, 'drop'],
  [0xe000_0000, 4, 'drop'],
  [0xe000_0000, 24, 'receive'],
  [0xf000_0000, 4, 'drop'],
  [0xffff_ffff, 32, 'receive'],
].map(([prefix, prefixLength, what]) => ({
  prefix: prefix as number,
  prefixLength: prefixLength as number,
  ways: [[what as string, what === 'receive' ? '' : undefined] as const],
}))

function rowsOf(ios: Ios): Row[] {
  const stack = ipStackOf(ios)
  const rows = [...fixedRows, ...stack.routes.installed().map(routeRow)]
  if (stack.routes.get(0, 0) === undefined)
    rows.push({ prefix: 0, prefixLength: 0, ways: [['no route', undefined]] })
  for (const { prefix, prefixLength, source, paths } of stack.routes.installed()) {
    if (source !== 'connected' || prefixLength >= 31) continue
    const name = paths[0]?.link.name
    const broadcast = (prefix | (0xffff_ffff >>> prefixLength)) >>> 0
    for (const end of [prefix, broadcast])
      rows.push({ prefix: end, prefixLength: 32, ways: [['receive', name]] })
  }
  // Neighbours that ARP knows are entries of their own.
  for (const { address, mac, state, link } of stack.arp.entries())
    if (mac !== undefined && state !== 'own' && link !== undefined)
      rows.push({ prefix: address, prefixLength: 32, ways: [['attached', link.name]] })
  return rows.sort((a, b) => a.prefix - b.prefix || a.prefixLength - b.prefixLength)
}

function routeRow({ prefix, prefixLength, source, paths }: InstalledRoute): Row {
  const own = source === 'local' || (source === 'connected' && prefixLength === 32)
  const ways = paths.map(
    ({ link, gateway }) =>
      [own ? 'receive' : gateway === undefined ? 'attached' : showIpv4(gateway), link.name] as const,
  )
  return { prefix, prefixLength, ways }
}

function rowText({ prefix, prefixLength, ways }: Row): string {
  return ways
    .map(([what, name], i) => {
      const first = i === 0 ? `${showIpv4(prefix)}/${prefixLength}` : ''
      return `${first.padEnd(21)}${name === undefined ? what : `${what.padEnd(21)}${name}`}\n`
    })
    .join('')
}

const cef = show.words('ip', { ip: 'IP information' }).words('cef', { cef: 'Cisco Express Forwarding' })

const notRunning = '%IPv4 CEF not running\n'

cef.exec('', {
  help: {},
  needs: 'ip-routing',
  filtered: true,
  *run({ ios }) {
    if (!isRouting(ios)) yield notRunning
    else yield `${'Prefix'.padEnd(21)}${'Next Hop'.padEnd(21)}Interface\n${rowsOf(ios).map(rowText).join('')}`
  },
})

cef.exec('<address:ipv4>', {
  help: { address: 'Address prefix' },
  needs: 'ip-routing',
  filtered: true,
  *run({ ios, args: { address } }) {
    if (!isRouting(ios)) {
      yield notRunning
      return
    }
    const holds = ({ prefix, prefixLength }: Row): boolean =>
      prefixLength === 0 || (address ^ prefix) >>> (32 - prefixLength) === 0
    const found = rowsOf(ios)
      .filter(holds)
      .reduce((best, row) => (row.prefixLength > best.prefixLength ? row : best))
    yield `${showIpv4(found.prefix)}/${found.prefixLength}\n`
    for (const [what, name] of found.ways)
      if (what === 'attached') yield `  attached to ${name}\n`
      else if (what === 'receive')
        yield `  receive${name === undefined || name === '' ? '' : ` for ${name}`}\n`
      else yield name === undefined ? `  ${what}\n` : `  nexthop ${what} ${name}\n`
  },
})
