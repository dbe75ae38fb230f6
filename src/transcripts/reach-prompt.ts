/**
 * Brings a device to where a transcript begins, unseen: RETURN, login, hostname, privilege, mode. Leaves no trace in the
 * log, and nothing unsaved.
 */

import { loadConfiguration } from '../ios/load.ts'
import { loginsOf } from '../ios/logins.ts'
import { port } from '../ios/session-ports.ts'
import type { Session } from '../session/session.ts'
import type { Row, TranscriptDevice } from './transcript.ts'
import type { TranscriptConsole } from './transcript-console.ts'

interface WantedPrompt {
  readonly hostname: string
  /** `config-if`; empty in EXEC. */
  readonly mode: string
  readonly privileged: boolean
}

/** The prompt that a row begins with. */
export function promptIn(text: string): WantedPrompt | undefined {
  const match = /^([!-"$-'*-=?-~]{1,63})(?:\(([a-z][a-z0-9-]*)\))?([>#])/.exec(text)
  if (match === null || (match[2] !== undefined && match[3] === '>')) return undefined
  return { hostname: match[1] ?? '', mode: match[2] ?? '', privileged: match[3] === '#' }
}

/** What opens a mode whose prompt does not say more. */
const opening: ReadonlyMap<string, string> = new Map([
  ['config-line', 'line console 0'],
  ['config-vlan', 'vlan 1'],
  ['config-if-range', 'interface range {first} - {last}'],
  ['config-subif', 'interface {first}.1'],
  ['config-std-nacl', 'ip access-list standard 1'],
  ['config-ext-nacl', 'ip access-list extended 100'],
  ['dhcp-config', 'ip dhcp pool 1'],
  ['config-router', 'router rip'],
])

/**
 * Takes a device that has been powered on to where the file's first row is. What was printed on the way is forgotten, but
 * for what the first row is compared with.
 */
export function begin(
  console: TranscriptConsole,
  from: Pick<TranscriptDevice, 'config'>,
  first: Row | undefined,
): void {
  const { device } = console
  // A host stands at its only prompt.
  if (device === undefined) {
    console.take(console.paper.rows.length)
    return
  }
  const text = first?.text ?? ''
  const wanted = promptIn(text)
  if (first === undefined) return
  if (/Press RETURN/.test(text)) {
    startAt(console, text)
    return
  }
  if (wanted === undefined) {
    if (!afterReturn(console, text)) fromPower(console, text)
    return
  }
  console.type('\r')
  logIn(console, from)
  const { session } = device
  if (session !== undefined) enterMode(console, session, wanted)
  console.forget()
  console.type('\r')
  console.work()
  console.take(console.paper.rows.length)
}

/** A banner or a login dialogue: whether the text stands in what RETURN shows. */
function afterReturn(console: TranscriptConsole, text: string): boolean {
  console.forget()
  console.type('\r')
  console.work()
  return startAt(console, text)
}

/** The boot, from power on. */
function fromPower(console: TranscriptConsole, text: string): void {
  console.machine.powerOff()
  console.forget()
  console.machine.powerOn()
  console.work()
  startAt(console, text)
}

/** Drops what was printed before a row that begins like the text, if there is one. */
function startAt(console: TranscriptConsole, text: string): boolean {
  const { rows, row } = console.paper
  const wanted = text.trimEnd()
  const at = rows.findIndex((shown) => shown.trimEnd() === wanted)
  if (at !== -1) console.take(at)
  else if (row.trimEnd() !== '' && wanted.startsWith(row.trimEnd())) console.take(rows.length)
  else return false
  return true
}

/** Answers the login dialogue with what the configuration says in clear. */
function logIn(console: TranscriptConsole, from: Pick<TranscriptDevice, 'config'>): void {
  const { device } = console
  if (device === undefined) return
  const { ios } = device
  const line = ios?.lines.find((one) => one.type === 'console')
  const user = /^ *username (\S+) .*?(?:password|secret) (?:0 )?(\S+) *$/m.exec(from.config?.text ?? '')
  for (let answers = 0; answers < 2; answers++) {
    const { editor } = device.tty
    if (ios === undefined || line === undefined || editor === undefined) return
    if (editor.prompt.startsWith('Username')) console.type(`${user?.[1] ?? ''}\r`)
    else if (!editor.echoes) console.type(`${user?.[2] ?? loginsOf().linePassword(ios, line) ?? ''}\r`)
    else return
    console.work()
  }
}

function enterMode(console: TranscriptConsole, session: Session, wanted: WantedPrompt): void {
  const { ios } = session
  const hostname = port('hostname')(ios)
  const cut = wanted.mode === '' ? hostname : hostname.slice(0, 20)
  if (cut !== wanted.hostname) {
    const saved = !ios.unsaved
    loadConfiguration(ios, `hostname ${wanted.hostname}\n`, { terminal: session })
    if (saved) ios.savedChanges = ios.changes
  }
  if (!wanted.privileged) return
  session.privilege = Math.max(session.privilege, 15)
  if (wanted.mode === '') return
  session.enter({ mode: 'config', sections: [ios.configuration] })
  if (wanted.mode === 'config') return
  const ports = [...ios.interfaces].filter(({ port }) => port !== undefined).map(({ name }) => name)
  const line = (opening.get(wanted.mode) ?? 'interface {first}')
    .replace('{first}', ports[0] ?? '')
    .replace('{last}', ports[1]?.replace(/^.*\//, '') ?? '')
  console.type(`${line}\r`)
  console.work()
}
