/** How checks are joined, ordered and worded when a drill is marked; on real labs. */
import { expect, test } from 'vitest'
import type { CheckResult } from '../../src/drills/mark.ts'
import { mark, sentenceOf } from '../../src/drills/mark.ts'
import { perform } from '../../src/drills/perform.ts'
import { faultsOfProof } from '../../src/drills/prove.ts'
import { parseLabDrill, readLabDrill } from '../../src/stores/read-drill.ts'
import { FreshLabs } from '../../src/terminals/marking/fresh-labs.ts'

const labs = new FreshLabs()

/** A drill of one task with these checks (YAML, indented by six), a point each. */
async function checked(
  lab: string,
  checks: string,
  done: readonly { readonly on: string; readonly lines: readonly string[] }[] = [],
): Promise<readonly CheckResult[]> {
  const count = checks.match(/^ {6}- /gm)?.length ?? 0
  const drill = await parseLabDrill(
    `kind: lab
topic: console
level: 1
title: { en: t, zh: t }
story: { en: s, zh: s }
lab: ${lab}
tasks:
  - id: it
    points: ${count}
    text: { en: x, zh: x }
    checks:
${checks}
solution: [{ wait: 1s }]
`,
    'x.yml',
  )
  const running = labs.start(drill.lab)
  for (const { on, lines } of done)
    perform(running, { kind: 'type', on, lines: lines.map((text) => ({ text, loses: { tasks: [] } })) })
  return mark(drill, running).checks
}

const passed = (results: readonly CheckResult[]): boolean[] => results.map((one) => one.passed)
const named = 'says: { en: it has its name, zh: 名字正确 }'

test('not, all and any', async () => {
  const results = await checked(
    'two-switches',
    `      - not: { ping: { from: PC1, to: PC2 } }
      - all: [{ ping: { from: PC1, to: PC3 } }, { ping: { from: PC2, to: PC4 } }]
      - all: [{ ping: { from: PC1, to: PC3 } }, { ping: { from: PC1, to: PC4 } }]
      - any: [{ ping: { from: PC1, to: PC4 } }, { ping: { from: PC1, to: PC3 } }]
      - any: [{ ping: { from: PC1, to: PC4 } }, { ping: { from: PC1, to: PC2 } }]
      - not: { any: [{ ping: { from: PC1, to: PC4 } }, { ping: { from: PC1, to: PC2 } }] }`,
  )
  expect(passed(results)).toEqual([true, true, false, true, false, true])
  // Of all, what is wanting is told, not what is well.
  expect(results[2]?.expected.en).toBe('PC1 can ping PC3, and PC1 can ping PC4')
  expect(results[2]?.found.en).not.toContain('replies')
  expect(results[0]?.expected.zh).toBe('不应如此：PC1 能 ping 通 PC2')
})

test('what was not saved does not survive the reload, what was does, and the looks before it come first', async () => {
  const both = `      - config: { device: SW1, has: hostname S1 }
        ${named}
      - after-reload: [{ config: { device: SW1, has: hostname S1 }, ${named} }]`
  const typed = ['enable', 'configure terminal', 'hostname S1', 'end']
  expect(passed(await checked('two-switches', both, [{ on: 'SW1', lines: typed }]))).toEqual([true, false])
  const saved = await checked('two-switches', both, [{ on: 'SW1', lines: [...typed, 'write memory'] }])
  expect(passed(saved)).toEqual([true, true])
  const lost = (await checked('two-switches', both, [{ on: 'SW1', lines: typed }]))[1] as CheckResult
  expect(sentenceOf(lost)).toEqual({
    en: 'Expected: after a reload: it has its name. Found: after a reload: `hostname SW1`.',
    zh: '应为：重启之后：名字正确。实际：重启之后：`hostname SW1`。',
  })
})

test('a probe says what became of the packet, and by whose doing', async () => {
  const [result] = await checked('router-on-a-stick', '      - ping: { from: PC1, to: PC2 }', [
    {
      on: 'SW1',
      lines: ['enable', 'configure terminal', 'interface gi0/1', 'switchport trunk allowed vlan 10', 'end'],
    },
  ])
  expect(result).toMatchObject({ passed: false, points: 0, max: 1, id: 'it', task: 'it' })
  expect(result?.cause?.en).toMatch(/SW1.*the trunk does not carry the VLAN|nobody answered the ARP request/)
})

test('a failure has to have the reason that is asked for', async () => {
  const results = await checked(
    'router-on-a-stick',
    `      - ping: { from: PC1, to: 10.9.9.9, fails: true, because: no route }
      - ping: { from: PC1, to: 10.9.9.9, fails: true, because: stp blocking }
      - ping: { from: PC1, to: 10.9.9.9, fails: true }
      - ping: { from: PC1, to: PC2, fails: true }`,
  )
  expect(passed(results)).toEqual([true, false, true, false])
})

test('a device without power is told as such, and loses only what looks at it', async () => {
  const drill = await parseLabDrill(
    `kind: lab
topic: console
level: 1
title: { en: t, zh: t }
story: { en: s, zh: s }
lab: two-switches
tasks:
  - { id: a, points: 1, text: { en: x, zh: x }, checks: [{ config: { device: SW2, has: hostname SW2 }, ${named} }] }
  - { id: b, points: 1, text: { en: x, zh: x }, checks: [{ config: { device: SW1, has: hostname SW1 }, ${named} }] }
solution: [{ wait: 1s }]
`,
    'x.yml',
  )
  const running = labs.start(drill.lab)
  perform(running, { kind: 'power', on: 'SW2', to: 'off', loses: { tasks: [] } })
  const { checks, tasks, unsaved } = mark(drill, running)
  expect(tasks.map(({ points }) => points)).toEqual([0, 1])
  expect(checks[0]?.found).toEqual({ en: 'SW2 is switched off', zh: 'SW2 没有通电' })
  expect(unsaved).toEqual([])
})

test('a device that still boots gets the time that it needs', async () => {
  const results = await checked(
    'two-switches',
    `      - config: { device: SW1, has: hostname SW1 }\n        ${named}`,
    [{ on: 'SW1', lines: ['enable', 'reload', '<Enter>'] }],
  )
  expect(passed(results)).toEqual([true])
})

test('lines are compared as what they mean: abbreviations, defaults, sections of several lines', async () => {
  const says = 'says: { en: x, zh: x }'
  const results = await checked(
    'two-switches',
    `      - config: { device: SW1, in: int f0/1, has: sw acc vl 10 }
        ${says}
      - config: { device: SW1, in: line con 0, has: exec-timeout 10 0 }
        ${says}
      - config: { device: SW1, in: line vty 0 4, has: exec-timeout 3 }
        ${says}
      - config: { device: SW1, in: interface fa0/1, has: no shutdown }
        ${says}
      - config: { device: SW1, in: interface fa0/3, has: shutdown }
        ${says}
      - config: { device: SW1, in: interface vlan 77, has: shutdown }
        ${says}
      - config-lacks: { device: SW1, line: ip name-server }
        ${says}
      - config-lacks: { device: SW1, line: hostname }
        ${says}`,
    [
      {
        on: 'SW1',
        lines: [
          'enable',
          'configure terminal',
          'line vty 0 4',
          'exec-timeout 3 0',
          'line vty 3',
          'exec-timeout 4',
          'end',
        ],
      },
    ],
  )
  expect(passed(results)).toEqual([true, true, false, true, false, false, true, false])
  expect(results[2]?.found.en).toBe('`exec-timeout 4 0`')
  expect(results[5]?.found.en).toBe('there is no interface vlan 77')
})

test('a solution may not use what the drill forbids', async () => {
  const drill = await readLabDrill('first-name')
  const prove = (forbidden: readonly string[]) =>
    faultsOfProof({ ...drill, forbidden }, (lab, refused = []) => labs.start(lab, { forbidden: refused }))
  expect(prove([])).toEqual([])
  expect(prove(['hostname'])[0]).toMatch(/^the solution does not pass check name of task name/)
})

test('a drill that must not be saved tells nobody that it was not', async () => {
  const drill = await readLabDrill('try-without-risk')
  const unsavedIn = (mayStayUnsaved: boolean): readonly string[] => {
    const running = labs.start(drill.lab)
    for (const deed of drill.solution) perform(running, deed)
    return mark({ ...drill, mayStayUnsaved }, running).unsaved
  }
  expect([unsavedIn(true), unsavedIn(false)]).toEqual([[], ['S1']])
  expect(drill.mayStayUnsaved).toBe(true)
})
