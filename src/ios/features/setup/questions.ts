/**
 * The questions of the set-up dialogue, in both lengths.
 * Source: console captures of a 1941 and a 2960 for the basic one; the extended one is from memory.
 */

import { type Ipv4, isContiguous, prefixLength, readInterface, readIpv4, showIpv4 } from '../../arguments.ts'
import { classfulMask, classfulNetwork } from '../../classful.ts'
import type { Interface } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { printable } from '../../printable.ts'
import { makeSecret } from '../../secrets.ts'
import { port } from '../../session-ports.ts'
import { ask, askYesNo, type Running } from '../../steps.ts'
import { interfaceSummary } from './interface-summary.ts'
import { type SetupAddress, type SetupSettings, summaryOrder } from './script.ts'

export function* askSettings(ios: Ios, basic: boolean, first: boolean): Running<SetupSettings> {
  if (!basic) {
    yield '\n'
    if (yield* askYesNo('First, would you like to see the current interface summary? [yes]: ', true))
      yield `\n${interfaceSummary(ios, first)}\n`
  }
  yield 'Configuring global parameters:\n\n'
  const hostname = yield* askHostname(ios)
  yield `
  The enable secret is a password used to protect access to
  privileged EXEC and configuration modes. This password, after
  entered, becomes encrypted in the configuration.
`
  const secret = yield* askRequired('  Enter enable secret: ')
  yield `
  The enable password is used when you do not specify an
  enable secret password, with some older software versions, and
  some boot images.
`
  const enablePassword = yield* askPassword(secret)
  yield `
  The virtual terminal password is used to protect
  access to the router over a network interface.
`
  const linePassword = yield* askRequired('  Enter virtual terminal password: ')
  const community = yield* askCommunity(ios)
  const interfaces = basic ? yield* askManagementInterface(ios, first) : yield* askEveryInterface(ios)
  return {
    hostname,
    enableSecret: `5 ${makeSecret(5, secret, ios.hashing)}`,
    enablePassword,
    linePassword,
    community,
    interfaces,
  }
}

function* askHostname(ios: Ios): Running<string> {
  const now = port('hostname')(ios)
  for (;;) {
    const typed = (yield* ask(`  Enter host name [${now}]: `)).trim()
    if (typed === '') return now
    if (/^[A-Za-z][A-Za-z0-9-]{0,62}$/.test(typed)) return typed
    // From memory.
    yield '% Invalid host name.\n'
  }
}

function* askRequired(question: string): Running<string> {
  for (;;) {
    const typed = printable((yield* ask(question)).trim())
    if (typed !== '') return typed
    yield '% No defaulting allowed\n'
  }
}

/** The same as the secret is refused once and taken the second time. */
function* askPassword(secret: string): Running<string> {
  const typed = yield* askRequired('  Enter enable password: ')
  if (typed !== secret) return typed
  yield '% Please choose a password that is different from the enable secret\n'
  return yield* askRequired('  Enter enable password: ')
}

function* askCommunity(ios: Ios): Running<string | undefined> {
  const byDefault = !ios.traits.has('switchport')
  const question = `  Configure SNMP Network Management? [${byDefault ? 'yes' : 'no'}]: `
  if (!(yield* askYesNo(question, byDefault))) return undefined
  const typed = (yield* ask('    Community string [public]: ')).trim()
  return typed === '' ? 'public' : (printable(typed).split(' ')[0] ?? 'public')
}

type Addresses = ReadonlyMap<string, SetupAddress | undefined>

function* askManagementInterface(ios: Ios, first: boolean): Running<Addresses> {
  yield `\nCurrent interface summary\n\n${interfaceSummary(ios, first)}\n`
  for (;;) {
    yield 'Enter interface name used to connect to the\n'
    const typed = (yield* ask('management network from the above interface summary: ')).trim()
    const reading = readInterface(typed, 0, { ios }, false)
    const made = reading.ok === true ? ios.interfaces.get(reading.value) : undefined
    if (made === undefined) {
      // From memory.
      yield '\n% Invalid interface name\n\n'
      continue
    }
    yield `\nConfiguring interface ${made.name}:\n`
    const address = yield* askAddress(ios, made)
    if (ios.traits.has('switchport'))
      yield* askYesNo('\nWould you like to enable as a cluster command switch? [yes/no]: ')
    return new Map([[made.name, address]])
  }
}

function* askEveryInterface(ios: Ios): Running<Addresses> {
  const wanted = new Map<string, SetupAddress | undefined>()
  yield '\nConfiguring interface parameters:\n\n'
  for (const made of summaryOrder(ios)) {
    const question = `Do you want to configure ${made.name} ${made.enabled ? '' : '(shutdown) '}interface? [no]: `
    if (yield* askYesNo(question, false)) wanted.set(made.name, yield* askAddress(ios, made))
  }
  return wanted
}

/** Switch ports take no address. */
function* askAddress(ios: Ios, made: Interface): Running<SetupAddress | undefined> {
  if (ios.traits.has('switchport') && made.type.name !== 'Vlan') return undefined
  if (!(yield* askYesNo('  Configure IP on this interface? [yes]: ', true))) return undefined
  const address = yield* askIpv4(
    '    IP address for this interface: ',
    'Internet address',
    undefined,
    () => true,
  )
  const mask = yield* askIpv4(
    `    Subnet mask for this interface [${showIpv4(classfulMask(address))}] : `,
    'subnet mask',
    classfulMask(address),
    isContiguous,
  )
  const letter = address >>> 24 < 128 ? 'A' : address >>> 24 < 192 ? 'B' : 'C'
  const bits = prefixLength(mask)
  yield `    Class ${letter} network is ${showIpv4(classfulNetwork(address))}, ${bits} subnet bits; mask is /${bits}\n`
  return { address, mask }
}

function* askIpv4(
  question: string,
  what: 'Internet address' | 'subnet mask',
  byDefault: Ipv4 | undefined,
  fits: (value: Ipv4) => boolean,
): Running<Ipv4> {
  for (;;) {
    const typed = (yield* ask(question)).trim()
    if (typed === '' && byDefault !== undefined) return byDefault
    const reading = readIpv4(typed, 0)
    if (reading.ok === true && fits(reading.value)) return reading.value
    const article = what === 'subnet mask' ? 'a' : 'an'
    const kind = what === 'subnet mask' ? 'subnet mask' : 'Internet address'
    // The last line of the two differs on the device, too.
    const last = what === 'subnet mask' ? 'letter' : '% letter'
    yield `% Bad ${what}.\n% Enter ${article} ${kind} of the form 'X.X.X.X', where each\n${last} corresponds to a decimal number between 0 and 255.\n`
  }
}
