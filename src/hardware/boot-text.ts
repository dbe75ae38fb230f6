/**
 * What a starting device writes before its first log message, with the pauses that make a boot last about as long as
 * a real one in virtual time. The parts are the profile's. Log messages at boot, the set-up dialogue and `Press
 * RETURN` are not here: they depend on the configuration.
 *
 * Source: public boot logs of a 2960-24 with 12.2(55)SE9 and a 1941 with 15.4(3)M3; the arrangement and the pauses
 * are ours.
 */
import { fillLine, fillText, type TextValues } from './fill-text.ts'
import type { BootPart } from './profile.ts'
import { type HardwareFacts, hardwareValues } from './version-text.ts'

/** A piece of text and the silence before it. */
export interface TimedText {
  readonly pauseMs: number
  /** Lines end with LF. */
  readonly text: string
}

export interface BootText {
  /** The boot loader's part: a break here ends in the loader's prompt. */
  readonly loader: readonly TimedText[]
  /** The image's part. */
  readonly system: readonly TimedText[]
}

export interface BootFacts extends HardwareFacts {
  /** Files in flash now; the profile's own when left out. */
  readonly flashFiles?: readonly { readonly sizeBytes: number }[]
}

/** Placeholder names of the boot text, beside those of version-text.ts. */
export const bootPlaceholders = [
  'flashFiles',
  'flashBytes',
  'flashUsedBytes',
  'flashFreeBytes',
  'restrictedRights',
] as const

/** The text of one boot. */
export function bootText(facts: BootFacts): BootText {
  const { boot, flash } = facts.profile
  const files = facts.flashFiles ?? flash.files
  const usedBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const values: TextValues = new Map([
    ...hardwareValues(facts),
    ['flashFiles', String(files.length)],
    ['flashBytes', String(flash.sizeBytes)],
    ['flashUsedBytes', String(usedBytes)],
    ['flashFreeBytes', String(flash.sizeBytes - usedBytes)],
    ['restrictedRights', restrictedRights],
  ])
  const timed = (parts: readonly BootPart[]) => parts.flatMap((part) => timedTexts(part, values))
  return { loader: timed(boot.loader), system: timed(boot.system) }
}

function timedTexts({ pauseMs, lines = [], start, meter }: BootPart, values: TextValues): TimedText[] {
  const whole = fillText(lines, values).map((line) => `${line}\n`)
  const begun = start === undefined ? undefined : fillLine(start, values)
  const first = { pauseMs, text: whole.join('') + (begun ?? '') }
  if (!meter) return [first]
  const step = { pauseMs: meter.durationMs / meter.count, text: meter.character }
  return [first, ...Array.from({ length: meter.count }, () => step)]
}

const restrictedRights = [
  '              Restricted Rights Legend',
  '',
  'Use, duplication, or disclosure by the Government is',
  'subject to restrictions as set forth in subparagraph',
  '(c) of the Commercial Computer Software - Restricted',
  'Rights clause at FAR sec. 52.227-19 and subparagraph',
  '(c) (1) (ii) of the Rights in Technical Data and Computer',
  'Software clause at DFARS sec. 252.227-7013.',
  '',
  '           cisco Systems, Inc.',
  '           170 West Tasman Drive',
  '           San Jose, California 95134-1706',
]
