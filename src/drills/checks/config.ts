/**
 * Lines of the running configuration, on the data: a line is read by the device's own grammar and compared with what is in
 * force there, defaults included, so abbreviations and order of typing do not count.
 */

import type { Section } from '../../config/section.ts'
import type { Ios } from '../../ios/ios.ts'
import type { ModeId } from '../../ios/modes.ts'
import { device, optional, text } from '../check-field.ts'
import { BadCheckValue, checkKind, type Seen } from '../check-kind.ts'
import { type MeantLine, meantLine, sectionsNamed } from '../config-sections.ts'
import type { MarkedLab } from '../marked-lab.ts'
import { alike, type Texts, texts } from '../texts.ts'

const where = {
  device: device('Whose running configuration.', 'ios'),
  in: optional(text('The section: `interface Fa0/1`, `line vty 0 4`, `router ospf 1`; left out: global.')),
}

checkKind(
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

checkKind('config-lacks', 'No line that begins with these words is in the running configuration.', {
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
})

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
    if (meant === undefined) throw new BadCheckValue(`${device} does not take \`${has}\``)
    const wrong = wrongIn(ios, section, meant)
    if (wrong !== undefined) return wrong
  }
  return { passed: true, found: texts('it is in force', '已生效') }
}

/** Undefined where the line is in force, or off for `no …`, as it should be. */
function wrongIn(ios: Ios, section: Section, { line, modes, args, form }: MeantLine): Seen | undefined {
  // A global line that was written with a section is looked for where it is kept.
  const at = section.mode === 'config' || modes.includes(section.mode as ModeId) ? section : ios.configuration
  const inForce = line.get(at, args)
  const isOff = form === 'no'
  if (inForce === undefined) {
    if (isOff) return undefined
    // Which words are missing would be the solution.
    return { passed: false, found: texts('it is not in force', '没有生效') }
  }
  const shown = line.show(inForce).join(' / ')
  if (isOff) return { passed: false, found: texts(`\`${shown}\` is in force`, `\`${shown}\` 生效`) }
  if (shown === line.show(line.kept(args, { ios, section: at })).join(' / ')) return undefined
  return { passed: false, found: alike(`\`${shown}\``) }
}
