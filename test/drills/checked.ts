/** For tests: what checks find in a lab after something was done in it. */

import type { Deed, LabDrill } from '../../src/drills/lab-drill.ts'
import { type CheckResult, mark } from '../../src/drills/mark.ts'
import { perform } from '../../src/drills/perform.ts'
import { parseLabDrill } from '../../src/stores/read-drill.ts'
import { FreshLabs } from '../../src/terminals/marking/fresh-labs.ts'

const labs = new FreshLabs()
const drills = new Map<string, Promise<LabDrill>>()
/** Labs are prepared once each. */
const preparedLabs = new Map<string, LabDrill['lab']>()

/**
 * Marks checks in a lab, one point each.
 * @param lab the name of a shipped one, or the lines of `devices:` and `cables:`
 * @param checks one in a line, as YAML in flow style
 */
export async function checked(
  lab: string,
  checks: readonly string[],
  ...done: readonly Deed[]
): Promise<readonly CheckResult[]> {
  const inline = lab.includes('\n') ? `\n${lab.trim().replace(/^/gm, '  ')}` : ` ${lab}`
  const text = `kind: lab
topic: x
level: 1
title: { en: t, zh: t }
story: { en: s, zh: s }
lab:${inline}
tasks:
  - id: it
    points: ${checks.length}
    text: { en: x, zh: x }
    checks:
${checks.map((check) => `      - ${check}`).join('\n')}
solution: [{ wait: 1s }]
`
  const known = drills.get(text) ?? parseLabDrill(text, 'x.yml')
  drills.set(text, known)
  const drill = await known
  const prepared = preparedLabs.get(lab) ?? drill.lab
  preparedLabs.set(lab, prepared)
  const running = labs.start(prepared)
  for (const deed of done) perform(running, deed)
  return mark(drill, running).checks
}

/** Configuration lines at a device's console. */
export function configured(on: string, ...lines: readonly string[]): Deed {
  return typed(on, 'enable', 'configure terminal', ...lines, 'end')
}

export function typed(on: string, ...lines: readonly string[]): Deed {
  return { kind: 'type', on, lines: lines.map((text) => ({ text, loses: { tasks: [] } })) }
}

export function cut(cable: string): Deed {
  return { kind: 'cut', cable, loses: { tasks: [] } }
}

/** `expected / found / cause` of each in one language. */
export function sentences(results: readonly CheckResult[], language: 'en' | 'zh' = 'en'): string[] {
  return results.map(({ passed, expected, found, cause }) =>
    [
      passed ? '✓' : '✗',
      expected[language],
      '|',
      found[language],
      ...(cause ? ['|', cause[language]] : []),
    ].join(' '),
  )
}
