/**
 * Lines of the running configuration, on the data: a line is read by the device's own grammar and compared with what is in
 * force there, defaults included, so abbreviations and order of typing do not count.
 */

import { device, optional, text } from '../check-field.ts'
import { checkKind, type Seen } from '../check-kind.ts'
import { meantLine, sectionsNamed } from '../config-sections.ts'
import type { MarkedLab } from '../marked-lab.ts'
import { alike, type Texts, texts } from '../texts.ts'

const where = {
  device: device('Whose running configuration.', 'ios'),
  in: optional(text('The section: `interface Fa0/1`, `line vty 0 4`, `router ospf 1`; left out: global.')),
}

export const configCheck = checkKind(
  'config',
  'A line is in force in the running configuration, whatever way it was typed; `no …` for one that is off.',
  {
    needsSays: true,
    fields: { ...where, has: text('The line as one would type it: `exec-timeout 0 0`.') },
    expected: ({ device, in: section, has }) =>
      texts(
        `\`${has}\` in force on ${place(device, section).en}`,
        `${place(device, section).zh} 上 \`${has}\` 生效`,
      ),
    look: ({ device, in: section, has }, lab) => look(lab, device, section, has),
  },
)

export const configLacksCheck = checkKind(
  'config-lacks',
  'No line that begins with these words is in the running configuration.',
  {
    needsSays: true,
    fields: { ...where, line: text('First words of the line: `enable password`.') },
    expected: ({ device, in: section, line }) =>
      texts(
        `no \`${line}\` on ${place(device, section).en}`,
        `${place(device, section).zh} 上没有 \`${line}\``,
      ),
    look: ({ device, in: section, line }, lab) => {
      const found = printed(lab, device, section).find((one) => `${one} `.startsWith(`${line.trim()} `))
      return found === undefined
        ? { passed: true, found: texts('it is not there', '没有这一行') }
        : { passed: false, found: texts('it is there', '有这一行') }
    },
  },
)

function place(device: string, section: string | undefined): Texts {
  return section === undefined ? alike(device) : texts(`${device}, ${section}`, `${device} 的 ${section}`)
}

function printed(lab: MarkedLab, device: string, section: string | undefined): string[] {
  return sectionsNamed(lab.ios(device), section).flatMap((one) =>
    one
      .printable()
      .flatMap(({ line, args, negated }) => (negated ? line.showNegated(args) : line.show(args))),
  )
}

function look(lab: MarkedLab, device: string, header: string | undefined, has: string): Seen {
  const ios = lab.ios(device)
  const sections = sectionsNamed(ios, header)
  if (sections.length === 0) return { passed: false, found: texts(`there is no ${header}`, `没有 ${header}`) }
  for (const section of sections) {
    const meant = meantLine(ios, section, has)
    const line = meant?.command.line
    if (meant === undefined || line === undefined) throw new Error(`${device} does not take \`${has}\``)
    // A global line that was written with a section is looked for where it is kept.
    const at =
      line.get.length > 0 && section.mode !== 'config' && !isOf(meant.command.modes, section)
        ? ios.configuration
        : section
    const inForce = line.get(at, meant.args)
    const wanted = meant.form !== 'no'
    const same =
      inForce !== undefined &&
      sameLines(line.show(inForce as Readonly<Record<string, unknown>>), line.show(meant.args))
    if (wanted ? same : inForce === undefined) continue
    const words = wanted ? has : has.replace(/^\s*no\s+/, '')
    if (inForce === undefined)
      return {
        passed: false,
        found: texts('it is not in force', '没有生效'),
        cause: texts(
          `\`${line.grammar.replace(/ *[<{[].*$/, '')}\` was never entered there, or was taken back`,
          `那里没有输入过 \`${line.grammar.replace(/ *[<{[].*$/, '')}\`，或者已被取消`,
        ),
      }
    const is = line.show(inForce as Readonly<Record<string, unknown>>).join(' / ')
    return {
      passed: false,
      found: wanted ? alike(`\`${is}\``) : texts(`\`${words}\` is in force`, `\`${words}\` 生效`),
    }
  }
  return { passed: true, found: texts('it is in force', '已生效') }
}

function isOf(modes: readonly string[], section: { readonly mode: string }): boolean {
  return modes.includes(section.mode)
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, at) => line === b[at])
}
