/**
 * `vtp …`: what a switch keeps about its VLAN Trunking Protocol domain. It lives beside the VLAN database and goes with it;
 * only a switch in transparent or off mode prints it. Nothing is sent. Sentences as switches on 15.x print them; those of
 * `no vtp password`, pruning and version from memory. Leaves out `show vtp status`, whose revision and digest nothing computes.
 */

import { storageFault } from '../../../hardware/storage.ts'
import { decodeUtf8, encodeUtf8 } from '../../../kernel/utf8.ts'
import { globalMode } from '../../declare.ts'
import { FeatureState, type Ios } from '../../ios.ts'
import { Line } from '../../line.ts'
import { printable } from '../../printable.ts'
import { showPrivileged } from '../../show-words.ts'
import { provideVtpDomain, provideVtpMode, type VtpMode } from '../../vlans.ts'

interface Vtp {
  readonly domain: string
  readonly mode: VtpMode
  readonly password: string
  readonly version: number
  readonly pruning: boolean
}

const factory: Vtp = { domain: '', mode: 'server', password: '', version: 1, pruning: false }

const fileName = '.vtp'
const databaseName = 'vlan.dat'

const states = new FeatureState<{ now: Vtp }>((ios) => {
  const kept = ios.storage.read('flash', databaseName) && ios.storage.read('nvram', fileName)
  return { now: kept === undefined ? factory : readVtp(decodeUtf8(kept)) }
})

function readVtp(text: string): Vtp {
  try {
    const parsed = JSON.parse(text) as Partial<Record<keyof Vtp, unknown>> | null
    const mode = modes.find((one) => one === parsed?.mode) ?? 'server'
    return {
      domain: typeof parsed?.domain === 'string' ? parsed.domain : '',
      mode,
      password: typeof parsed?.password === 'string' ? parsed.password : '',
      version: parsed?.version === 2 ? 2 : 1,
      pruning: parsed?.pruning === true,
    }
  } catch {
    return factory
  }
}

const modes = ['client', 'off', 'server', 'transparent'] as const
const modeNames = { client: 'Client', off: 'Off', server: 'Server', transparent: 'Transparent' } as const

// The printed lines. They are only set while the mode prints them.
const place = 'vtp'
const domainLine = new Line<{ readonly name: string }>('vtp domain <name:word>', ['config'], { place })
const modeLine = new Line<{ readonly mode: VtpMode }>(
  'vtp mode {mode:client|off|server|transparent}',
  ['config'],
  { place },
)

function change(ios: Ios, changed: Partial<Vtp>): void {
  const state = states.of(ios)
  const now = { ...state.now, ...changed }
  state.now = now
  save(ios, now)
  const at = { ios, section: ios.configuration }
  const prints = now.mode === 'transparent' || now.mode === 'off'
  if (prints && now.domain !== '') domainLine.apply(at, { name: now.domain })
  else domainLine.unset(at, {})
  if (prints) modeLine.apply(at, { mode: now.mode })
  else modeLine.unset(at, {})
}

function save(ios: Ios, now: Vtp): void {
  const { storage } = ios
  try {
    storage.write('nvram', fileName, encodeUtf8(JSON.stringify(now)), ios.clock.utcMs)
    if (storage.read('flash', databaseName) === undefined)
      storage.write('flash', databaseName, encodeUtf8('[]\n'), ios.clock.utcMs)
  } catch (error) {
    if (storageFault(error) === undefined) throw error
    // From memory. What was typed holds until the next boot.
    ios.log.emit('SW_VLAN', 4, 'VTP_FLASH_ERROR', 'VTP flash configuration write failed')
  }
}

provideVtpMode((ios) => states.of(ios).now.mode)
provideVtpDomain((ios) => states.of(ios).now.domain)

const vtp = globalMode.words('vtp', { vtp: 'Configure global VTP state' })
const needs = 'vtp'

vtp.action('mode {mode:client|off|server|transparent}', {
  help: {
    mode: 'Configure VTP device mode',
    client: 'Set the device to client mode.',
    off: 'Set the device to off mode.',
    server: 'Set the device to server mode.',
    transparent: 'Set the device to transparent mode.',
  },
  needs,
  no: true,
  *run({ ios, args: { mode: typed }, form, fromFile }) {
    const mode = form === 'set' ? (typed ?? 'server') : 'server'
    const already = states.of(ios).now.mode === mode
    if (!already) change(ios, { mode })
    if (fromFile) return
    yield already
      ? `Device mode already VTP ${modeNames[mode]} for VLANS.\n`
      : `Setting device to VTP ${modeNames[mode]} mode for VLANS.\n`
  },
})

vtp.action('domain <name:word>', {
  help: {
    domain: 'Set the name of the VTP administrative domain.',
    name: 'The ascii name for the VTP administrative domain.',
  },
  needs,
  *run({ ios, args, fromFile }) {
    const name = printable(args.name).slice(0, 32)
    const before = states.of(ios).now.domain
    if (name === before) {
      if (!fromFile) yield `Domain name already set to ${name}.\n`
      return
    }
    change(ios, { domain: name })
    if (fromFile) return
    yield `Changing VTP domain name from ${before === '' ? 'NULL' : before} to ${name}\n`
    ios.log.emit('SW_VLAN', 6, 'VTP_DOMAIN_NAME_CHG', `VTP domain name changed to ${name}.`)
  },
})

vtp.action('password <text:word>', {
  help: {
    password: 'Set the password for the VTP administrative domain',
    text: 'The ascii password for the VTP administrative domain.',
  },
  needs,
  no: true,
  *run({ ios, args, form }) {
    const password = form === 'set' ? printable(args.text).slice(0, 32) : ''
    change(ios, { password })
    yield password === '' ? 'Clearing device VTP password.\n' : `Setting device VTP password to ${password}\n`
  },
})

vtp.action('version <number:1-2>', {
  help: {
    version: 'Set the adminstrative domain to VTP version',
    number: 'Set the adminstrative domain VTP version number',
  },
  needs,
  no: true,
  *run({ ios, args, form }) {
    const version = form === 'set' ? args.number : 1
    if (states.of(ios).now.version === version) yield `VTP version is already in V${version}.\n`
    else change(ios, { version })
  },
})

vtp.action('pruning', {
  help: { pruning: 'Set the adminstrative domain to permit pruning' },
  needs,
  no: true,
  *run({ ios, form }) {
    const pruning = form === 'set'
    change(ios, { pruning })
    yield pruning ? 'Pruning switched on\n' : 'Pruning switched off\n'
  },
})

showPrivileged.words('vtp', { vtp: 'VTP information' }).exec('password', {
  help: { password: 'VTP password' },
  needs,
  filtered: true,
  *run({ ios }) {
    const { password } = states.of(ios).now
    yield password === '' ? 'The VTP password is not configured.\n' : `VTP Password: ${password}\n`
  },
})
