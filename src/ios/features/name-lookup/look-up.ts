/**
 * Turns a name into addresses as the command line does: the host table, then name servers, of which none ever answers
 * here, then a memory of what failed. Source: sessions captured on 881, 1841 and 1941 routers, 15.x; waiting times from
 * the command reference of `ip domain timeout` and `ip domain retry`.
 */

import { argumentType } from '../../argument-types.ts'
import { showIpv4 } from '../../arguments.ts'
import { FeatureState, type Ios } from '../../ios.ts'
import { provideNameResolution } from '../../name-resolution.ts'
import { printable } from '../../printable.ts'
import { type Running, waitForBreak } from '../../steps.ts'
import { hostTable, lookup, nameServers, retries, timeout } from './names.ts'

export interface Host {
  /** As it is shown: the name in the table's spelling, or the address. */
  readonly name: string
  readonly named: boolean
  readonly addresses: readonly number[]
  readonly port: number | undefined
}

/** Until when a name is known not to exist. How long that is remembered is a guess; that it is was captured. */
const unknownUntil = new FeatureState(() => new Map<string, number>())
const rememberedMs = 60_000
const mostRemembered = 100

/** What was typed as an address, or undefined. Also undefined for a malformed one, which no server is asked for. */
export function readAddress(text: string): number | undefined {
  const reading = argumentType('ipv4').read(text, 0, {})
  return reading.ok === true && reading.end === text.length ? (reading.value as number) : undefined
}

/** Prints the translation where one is tried, and gives the host, or undefined when there is none of that name. */
export function* lookUp(ios: Ios, typed: string): Running<Host | undefined> {
  const address = readAddress(typed)
  if (address !== undefined)
    return { name: showIpv4(address), named: false, addresses: [address], port: undefined }
  if (/^[\d.]+$/.test(typed)) return undefined
  const key = typed.toLowerCase()
  const entry = hostTable(ios).find(({ name }) => name.toLowerCase() === key)
  if (entry !== undefined) return { ...entry, named: true }
  const unknown = unknownUntil.of(ios)
  if ((unknown.get(key) ?? 0) > ios.kernel.nowMs) return undefined
  yield `Translating "${printable(typed)}"`
  if (lookup.isOn(ios.configuration)) yield* askServers(ios)
  yield '\n\n'
  if (unknown.size >= mostRemembered) unknown.clear()
  unknown.set(key, ios.kernel.nowMs + rememberedMs)
  return undefined
}

/** Every server is asked in vain, several times. The break key ends it. */
function* askServers(ios: Ios): Running {
  const configured = nameServers(ios).map(showIpv4)
  const servers = configured.length === 0 ? ['255.255.255.255'] : configured
  const waitMs = (timeout.get(ios.configuration)?.seconds ?? 3) * 1000
  const rounds = 1 + (retries.get(ios.configuration)?.times ?? 2)
  yield '...domain server'
  for (let round = 0; round < rounds; round++) {
    for (const server of servers) {
      if (round === 0) yield ` (${server})`
      if (yield* waitForBreak(waitMs)) return
    }
  }
}

provideNameResolution(function* (ios, typed) {
  return (yield* lookUp(ios, typed))?.addresses[0]
})
