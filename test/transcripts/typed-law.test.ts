/**
 * Law: a transcript of the project, typed without comparing anything, leaves its devices as the compared run does. Between
 * them they hold every way in which a copy looks.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Section } from '../../src/config/section.ts'
import type { Lab } from '../../src/labs/lab.ts'
import { Device } from '../../src/session/device.ts'
import { parseLab } from '../../src/stores/read-lab.ts'
import { labOf } from '../../src/terminals/cli/run-file.ts'
import { transcriptSurroundings } from '../../src/terminals/cli/transcript-surroundings.ts'
import { FreshLabs } from '../../src/terminals/marking/fresh-labs.ts'
import { readTranscript, readTypedTranscript } from '../../src/transcripts/read-transcript.ts'
import { runTranscript } from '../../src/transcripts/run-transcript.ts'
import type { Transcript } from '../../src/transcripts/transcript.ts'
import { typeTranscript } from '../../src/transcripts/type-transcript.ts'

const folder = fileURLToPath(new URL('../../transcripts', import.meta.url))
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.txt'),
)
const labs = new FreshLabs()

/** The lines in force; those left out differ by how the device was made, or hold salts. */
function linesOf(device: Device): readonly string[] | undefined {
  const linesIn = (section: Section) =>
    section
      .printable()
      .flatMap(({ line, args, negated }) => (negated ? line.showNegated(args) : line.show(args)))
  if (device.ios === undefined) return undefined
  const { configuration, interfaces } = device.ios
  return [
    ...linesIn(configuration),
    ...[...interfaces].flatMap(({ name, section }) => [name, ...linesIn(section)]),
  ]
    .filter((line) => !/^hostname|^shutdown|secret|password|key/.test(line))
    .sort()
}

function compared(transcript: Transcript): Map<string, Device> {
  const devices = new Map<string, Device>()
  runTranscript(
    transcript,
    { ...transcriptSurroundings, keepCapture() {} },
    {
      onBegin: (consoles) => {
        for (const [name, { device }] of consoles) if (device !== undefined) devices.set(name, device)
      },
    },
  )
  return devices
}

/** A lab in which the devices of a transcript stand that names them one by one. */
async function labLike({ devices }: Transcript): Promise<Lab> {
  const made = devices.map(({ name, profile, config }) => [name, { profile, config: config?.text ?? '' }])
  return parseLab(JSON.stringify({ name: 'like', devices: Object.fromEntries(made) }), 'like.yml')
}

describe.each(names)('%s', (name) => {
  test('typed', async () => {
    const text = readFileSync(join(folder, name), 'utf8')
    const named = await labOf(text, join(folder, name))
    const transcript = readTranscript(text, name, named)
    const wanted = compared(transcript)
    const lab = named ?? (await labLike(transcript))
    const { lab: running } = typeTranscript(readTypedTranscript(text, name, lab).transcript, (world) =>
      labs.start(lab, world),
    )
    for (const [device, was] of wanted) {
      const is = running.machines.get(device)
      expect({ device, lines: is instanceof Device ? linesOf(is) : undefined }).toEqual({
        device,
        lines: linesOf(was),
      })
    }
  })
})
