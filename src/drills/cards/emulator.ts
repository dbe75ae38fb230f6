/**
 * What a device says to a line, without entering it: for questions that the emulator itself answers, and for answers that are
 * commands. The lines are read by the real grammar of a real device that stands in the mode in question.
 *
 * Leaves out running commands; a line that is refused only when it acts counts as taken.
 */

import '../../ios/features/index.ts'
import { skipBlanks, tokenEnd } from '../../grammar/argument.ts'
import { help } from '../../grammar/help.ts'
import { parse, type Step } from '../../grammar/parse.ts'
import { Network } from '../../hardware/network.ts'
import type { Profile } from '../../hardware/profile.ts'
import { builtInProfile, profileNames } from '../../hardware/profile-catalogue.ts'
import type { Storage } from '../../hardware/storage.ts'
import { grammarFor } from '../../ios/grammar-for.ts'
import type { Ios } from '../../ios/ios.ts'
import type { Hashing } from '../../ios/secrets.ts'
import { port } from '../../ios/session-ports.ts'
import type { Place } from '../../ios/terminal.ts'
import { Kernel } from '../../kernel/kernel.ts'
import { Device } from '../../session/device.ts'
import { promptOf } from '../../session/prompt.ts'
import { meaningOf } from '../../session/typed-line.ts'
import type { ConsolePlace } from './question.ts'

/**
 * Modes by the name in their prompt, and what is typed to come there from privileged EXEC; `PORT` is the device's first
 * Ethernet port. `user` is user EXEC, `exec` is privileged EXEC, `config-if-svi` the interface of a VLAN.
 */
const waysTo = {
  user: [],
  exec: [],
  config: [],
  'config-if': ['interface PORT'],
  'config-if-range': ['interface range PORT'],
  'config-if-svi': ['interface Vlan1'],
  'config-subif': ['interface PORT.10'],
  'config-line': ['line console 0'],
  'config-vlan': ['vlan 10'],
  'config-router-rip': ['router rip'],
  'config-router-ospf': ['router ospf 1'],
  'config-router-eigrp': ['router eigrp 1'],
  'dhcp-config': ['ip dhcp pool LAN'],
  'config-std-nacl': ['ip access-list standard ADMIN'],
  'config-ext-nacl': ['ip access-list extended WEB'],
} as const satisfies Record<string, readonly string[]>

export type ModeName = keyof typeof waysTo
export const modeNames = Object.keys(waysTo) as readonly ModeName[]

/** What a device says to a line. */
export type Heard =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'taken'
      /** The same for all lines that mean the same: declaration, form and arguments. */
      readonly meaning: string
      /** The line with its keywords in full. */
      readonly words: string
      readonly parts: readonly Part[]
      /** A global command in a submode: it is taken, and leaves the submode. */
      readonly leaves: boolean
    }
  /** `% Invalid input`; `at` is the offset in the line of the character over the caret. */
  | { readonly kind: 'caret'; readonly at: number; readonly unmodelled: boolean }
  | { readonly kind: 'ambiguous' }
  /** A word in EXEC that is no command is taken for a host's name. */
  | { readonly kind: 'looked up' }
  /** Another sentence: `% Incomplete command.`, or what an argument's refusal says in place of the caret. */
  | { readonly kind: 'said'; readonly reply: string }

/** One word of a line that is taken, or an argument of several. */
export interface Part {
  readonly typed: string
  /** In full; undefined for an argument. */
  readonly keyword?: string
}

interface Standing {
  readonly place: Place
  readonly privilege: number
}

/** The emulator with all its models of switches and routers. Devices start when they are first asked. */
export async function loadEmulator(): Promise<Emulator> {
  const profiles = new Map<string, Profile>()
  for (const name of profileNames) {
    const profile = await builtInProfile(name)
    if (profile !== undefined && profile.kind !== 'host') profiles.set(name, profile)
  }
  return new Emulator(profiles)
}

export class Emulator {
  readonly #profiles: ReadonlyMap<string, Profile>
  readonly #devices = new Map<string, Device>()
  readonly #standings = new Map<string, Standing | undefined>()

  constructor(profiles: ReadonlyMap<string, Profile>) {
    this.#profiles = profiles
  }

  get profileNames(): readonly string[] {
    return [...this.#profiles.keys()]
  }

  /** False where this model lacks the mode: a switch has no subinterfaces. */
  has(at: ConsolePlace): boolean {
    return this.#profiles.has(at.profile) && this.#standing(at) !== undefined
  }

  prompt(at: ConsolePlace): string {
    const { ios, place, privilege } = this.#where(at)
    return promptOf(ios, place.mode, privilege)
  }

  hears(line: string, at: ConsolePlace): Heard {
    const { ios, place, privilege } = this.#where(at)
    const prompt = promptOf(ios, place.mode, privilege)
    const meaning = meaningOf(line, { ios, place, privilege, prompt, connects: true })
    switch (meaning.kind) {
      case 'nothing':
        return { kind: 'nothing' }
      case 'word':
        return { kind: 'looked up' }
      case 'command': {
        const { args, form, place: taker, typed } = meaning.invocation
        const parsed = parse(grammarFor(ios, taker), typed, privilege, { ios })
        if (parsed.kind !== 'command') throw new Error(`"${line}" is read in two ways`)
        const parts = partsOf(typed, parsed.steps)
        return {
          kind: 'taken',
          meaning: canonical([meaning.command.grammar, form, args]),
          words: parts.map((part) => part.keyword ?? part.typed).join(' '),
          parts,
          leaves: meaning.leaves,
        }
      }
      case 'error': {
        const { reply, unmodelled } = meaning
        const caret = /^( *)\^$/m.exec(reply)?.[1]
        if (caret !== undefined)
          return { kind: 'caret', at: caret.length - prompt.length, unmodelled: unmodelled !== undefined }
        if (reply.startsWith('% Ambiguous')) return { kind: 'ambiguous' }
        return { kind: 'said', reply: reply.trimEnd() }
      }
    }
  }

  /** Whether the first word is an alias, as `s` is for `show`: what is then read is another line. */
  hasAlias(line: string, at: ConsolePlace): boolean {
    const { ios, place } = this.#where(at)
    return port('aliases')(ios, place.mode).has(wordsOf(line)[0]?.word ?? '')
  }

  /** The words that `?` shows for what is typed: all that may stand next behind a blank, else those that begin so. */
  words(typed: string, at: ConsolePlace): readonly string[] {
    const { ios, place, privilege } = this.#where(at)
    const answer = help(grammarFor(ios, place), typed, privilege, { ios })
    if (answer.kind === 'full') return answer.entries.map(({ word }) => word)
    return answer.kind === 'partial' ? answer.words : []
  }

  #where(at: ConsolePlace): Standing & { readonly ios: Ios } {
    const standing = this.#standing(at)
    if (standing === undefined) throw new Error(`${at.profile} has no mode ${at.mode}`)
    return { ...standing, ios: this.#ios(at.profile) }
  }

  #ios(profile: string): Ios {
    const { ios } = this.#device(profile)
    if (ios === undefined) throw new Error(`${profile} did not start`)
    return ios
  }

  #standing(at: ConsolePlace): Standing | undefined {
    const key = `${at.profile} ${at.mode}`
    if (!this.#standings.has(key)) this.#standings.set(key, this.#goTo(at))
    return this.#standings.get(key)
  }

  #goTo({ profile, mode }: ConsolePlace): Standing | undefined {
    const device = this.#device(profile)
    const { session } = device
    if (session === undefined) throw new Error(`${profile} has no session`)
    session.endConfiguration()
    const privilege = mode === 'user' ? 1 : 15
    if (mode !== 'user' && mode !== 'exec') {
      device.type('configure terminal\r')
      const first = [...device.ports.keys()].find((name) => name.includes('Ethernet')) ?? ''
      for (const line of waysTo[mode]) {
        const { mode: before } = session.place
        device.type(`${line.replace('PORT', first)}\r`)
        if (session.place.mode === before) return undefined
      }
    }
    return { place: session.place, privilege }
  }

  #device(name: string): Device {
    const known = this.#devices.get(name)
    if (known !== undefined) return known
    const profile = this.#profiles.get(name)
    if (profile === undefined) throw new Error(`no profile ${name}`)
    const device = new Device({
      name,
      profile,
      network: new Network(new Kernel({ seed: 1 })),
      storage: emptyStorage,
      hashing: noHashing,
      output: () => {},
      host: {
        note: () => {},
        report: (error) => {
          throw error
        },
      },
    })
    device.startUnseen()
    device.type('\r')
    if (device.session !== undefined) device.session.privilege = 15
    this.#devices.set(name, device)
    return device
  }
}

/** Nothing is ever saved. */
const emptyStorage: Storage = {
  list: () => [],
  read: () => undefined,
  write: () => {},
  remove: () => {},
}

/** No password is ever set. */
const noHashing: Hashing = {
  md5: unasked,
  sha256: unasked,
  pbkdf2Sha256: unasked,
  scrypt: unasked,
  isPrime: unasked,
  random: unasked,
}

function unasked(): never {
  throw new Error('lines are read here, not entered')
}

function partsOf(line: string, steps: readonly Step[]): Part[] {
  return steps.map((step, index): Part => {
    const typed = line.slice(step.start, steps[index + 1]?.start ?? line.length).trim()
    return step.kind === 'keyword' ? { typed, keyword: step.lower } : { typed }
  })
}

/** Plain data as one text, whatever the order of its names. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint') return String(part)
    if (part instanceof Map || part instanceof Set) return [...part]
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** The words of a line and where each begins. */
export function wordsOf(line: string): readonly { readonly word: string; readonly start: number }[] {
  const words: { word: string; start: number }[] = []
  for (let at = skipBlanks(line, 0); at < line.length; ) {
    const end = tokenEnd(line, at)
    words.push({ word: line.slice(at, end), start: at })
    at = skipBlanks(line, end)
  }
  return words
}
