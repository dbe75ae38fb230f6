/** The words of an `ip` command, and the answers of iproute2 6.1 to those that it does not understand. */

import { readIpv4 } from '../../../wire/ipv4-text.ts'
import type { HostSystem } from '../../host-system.ts'
import type { NetworkInterface } from '../../network-interface.ts'
import { type Refusal, refuse } from '../../refusal.ts'

export interface IpOptions {
  readonly brief: boolean
  readonly statistics: boolean
  /** `-4`: addresses alone, without the link's own lines. */
  readonly inetOnly: boolean
  readonly oneLine: boolean
}

export interface Prefix {
  readonly address: number
  readonly prefixLength: number
  /** A length was typed. */
  readonly isExplicit: boolean
}

export const incomplete = refuse('Command line is not complete. Try option "help"\n', 255)
export const noDevice = refuse('Not enough information: "dev" argument is required.\n', 1)
export const cannotFind = (name: string): Refusal => refuse(`Cannot find device "${name}"\n`, 1)

/** The kernel refuses, and says why only by an error number. */
export const answers = (error: string): Refusal => refuse(`RTNETLINK answers: ${error}\n`, 2)
/** The kernel says why. */
export const kernelError = (text: string): Refusal => refuse(`Error: ${text}\n`, 2)

export const garbage = (keyword: string, word: string): Refusal =>
  refuse(`Error: either "${keyword}" is duplicate, or "${word}" is a garbage.\n`, 255)

export const notAPrefix = (word: string): Refusal =>
  refuse(`Error: any valid prefix is expected rather than "${word}".\n`, 1)

export function readPrefix(word: string): Prefix | undefined {
  if (word === 'default') return { address: 0, prefixLength: 0, isExplicit: true }
  const [text = '', length] = word.split('/')
  const address = readIpv4(text)
  if (address === undefined || (length !== undefined && !/^\d{1,2}$/.test(length))) return undefined
  const prefixLength = length === undefined ? 32 : Number(length)
  return prefixLength > 32 ? undefined : { address, prefixLength, isExplicit: length !== undefined }
}

/** Whether `word` is `name` or an abbreviation of it. */
export const isShortFor = (word: string, name: string): boolean => word !== '' && name.startsWith(word)

/** The first of `names` that `word` begins, as iproute2 finds its commands. */
export const matching = (word: string, names: readonly string[]): string | undefined =>
  names.find((name) => isShortFor(word, name))

/**
 * Reads pairs of keyword and value, and flags alone, in any order. A word that is none of them is `main` without its keyword,
 * once. Values stand under the keyword's name, '' for flags.
 */
export function readPairs(
  words: readonly string[],
  keywords: readonly string[],
  flags: readonly string[],
  main: string,
): Map<string, string> | Refusal {
  const found = new Map<string, string>()
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    if (flags.includes(word)) {
      found.set(word, '')
      continue
    }
    const value = words[at + 1]
    if (keywords.includes(word)) {
      if (value === undefined) return incomplete
      found.set(word, value)
      at++
    } else if (found.has(main)) return garbage(main, word)
    else found.set(main, word)
  }
  return found
}

export function findDevice(system: HostSystem, name: string): NetworkInterface | Refusal {
  return system.interfaces.get(name) ?? cannotFind(name)
}
