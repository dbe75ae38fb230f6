/** Faults drawn in the shipped labs: each shows, is repaired by its own repair, and the same seed gives the same one. */
import { describe, expect, test } from 'vitest'
import { type BrokenLab, breakLab } from '../../src/drills/faults/break-lab.ts'
import { faultKinds } from '../../src/drills/faults/fault-kind.ts'
import { mark } from '../../src/drills/mark.ts'
import { perform } from '../../src/drills/perform.ts'
import { readLab } from '../../src/stores/read-lab.ts'
import { FreshLabs } from '../../src/terminals/marking/fresh-labs.ts'

const labs = new FreshLabs()
const start = (lab: Parameters<FreshLabs['start']>[0]) => labs.start(lab)

describe('every kind of fault strikes somewhere', async () => {
  test.each(faultKinds().map(({ name }) => name))('%s', async (kind) => {
    const places = ['router-on-a-stick', 'two-switches', 'layer3-switch', 'triangle', 'two-routers']
    let made: BrokenLab | undefined
    for (const name of places) {
      made ??= breakLab(await readLab(name), { level: 1, seed: 1, kind }, start)
    }
    expect(made?.faults.map((fault) => fault.kind)).toEqual([kind])
    const { drill } = made as BrokenLab
    const untouched = mark(drill, start(drill.lab))
    expect(untouched.tasks.filter(({ points, max }) => points === max)).toEqual([])
    const repaired = start(drill.lab)
    for (const deed of drill.solution) perform(repaired, deed)
    expect(mark(drill, repaired).checks.filter(({ passed }) => !passed)).toEqual([])
  })
})

describe('a drawn fault', async () => {
  const names = ['two-switches', 'router-on-a-stick', 'layer3-switch', 'two-routers', 'triangle']

  test.each(names)(
    '%s: at each level it shows, can be repaired, and the repair gets full marks',
    async (name) => {
      const lab = await readLab(name)
      for (const level of [1, 2, 3] as const)
        for (const seed of [1, 2, 3]) {
          const made = breakLab(lab, { level, seed }, start)
          const { drill, faults } = made as BrokenLab
          const untouched = mark(drill, start(drill.lab))
          expect(untouched.score, `${level} ${seed}`).toBeLessThan(untouched.max)
          const repaired = start(drill.lab)
          for (const deed of drill.solution) perform(repaired, deed)
          expect(mark(drill, repaired).score, `${level} ${seed} ${faults[0]?.kind}`).toBe(untouched.max)
        }
    },
  )

  test('the same seed gives the same fault, another seed in the end another', async () => {
    const lab = await readLab('router-on-a-stick')
    const drawn = (seed: number) => breakLab(lab, { level: 2, seed }, start)?.faults
    expect(drawn(5)).toEqual(drawn(5))
    expect(new Set([1, 2, 3, 4, 5, 6].map((seed) => JSON.stringify(drawn(seed)))).size).toBeGreaterThan(2)
  })

  test('the story names who cannot reach whom, and not what is wrong', async () => {
    const made = breakLab(
      await readLab('router-on-a-stick'),
      { level: 1, seed: 1, kind: 'port-shutdown' },
      start,
    )
    expect(made?.drill.story.en).toMatch(/people complain that these fail: PC\d → /)
    for (const text of [made?.drill.story.en, made?.drill.story.zh, made?.drill.title.en])
      expect(text).not.toMatch(/shut|关闭|FastEthernet|Gigabit|Fa0|Gi0/)
  })
})

describe('a repair is marked', async () => {
  const lab = await readLab('router-on-a-stick')
  const made = breakLab(lab, { level: 1, seed: 1, kind: 'port-shutdown' }, start) as BrokenLab
  const markAfter = (...lines: string[]) => {
    const running = start(made.drill.lab)
    for (const deed of made.drill.solution) perform(running, deed)
    if (lines.length > 0) perform(running, { kind: 'type', on: 'SW1', lines: typed(...lines) })
    return mark(made.drill, running)
  }
  const typed = (...lines: string[]) => lines.map((text) => ({ text, loses: { tasks: [] } }))

  test.each([
    [
      'another port',
      ['configure terminal', 'interface fa0/20', 'shutdown', 'end'],
      /FastEthernet0\/20: shutdown/,
    ],
    ['a VLAN', ['configure terminal', 'vlan 77', 'end'], /vlan 77/],
    ['the name', ['configure terminal', 'hostname SW9', 'end'], /hostname SW9/],
  ])('a needless change costs: %s', (_, lines, found) => {
    const { score, max, checks } = markAfter(...lines)
    expect(score).toBe(max - 2)
    expect(checks.find(({ id }) => id === 'nothing-needless')?.found.en).toMatch(found)
  })

  test('a look around, and a change that was taken back, cost nothing', () => {
    const { score, max } = markAfter('show vlan', 'configure terminal', 'hostname X', 'hostname SW1', 'end')
    expect(score).toBe(max)
  })

  test('to leave everything as it is brings nothing for not changing anything', () => {
    const { tasks } = mark(made.drill, start(made.drill.lab))
    expect(tasks.find(({ id }) => id === 'nothing-needless')?.points).toBe(0)
  })

  test.each<
    [kind: string, lab: string, where: 'here' | 'there', lines: (at: string, vlan: string) => string[]]
  >([
    ['port-shutdown', 'two-switches', 'here', (at) => [at, 'no shut']],
    ['trunk-vlan', 'two-switches', 'here', (at) => [at, 'switchport trunk allowed vlan add 1,10,20']],
    ['trunk-vlan', 'two-switches', 'here', (at) => [at, 'no switchport trunk allowed vlan']],
    ['native-vlan', 'two-switches', 'there', (at, vlan) => [at, `switchport trunk native vlan ${vlan}`]],
    [
      'trunk-as-access',
      'two-switches',
      'here',
      (at) => [at, 'no switchport mode', 'switchport mode dynamic desirable'],
    ],
    ['access-as-trunk', 'one-switch', 'here', (at) => [at, 'switchport mode access']],
    [
      'bpdu-guard',
      'two-switches',
      'here',
      (at) => [at, 'spanning-tree bpduguard disable', 'shutdown', 'no shutdown'],
    ],
    ['root-guard', 'two-switches', 'here', (at) => [at, 'spanning-tree guard none']],
    ['access-as-trunk', 'one-switch', 'here', (at) => [`default ${at}`]],
    ['route-missing', 'two-routers', 'here', () => ['ip route 0.0.0.0 0.0.0.0 Serial0/0/0']],
    ['vlan-missing', 'two-switches', 'here', (at) => [at]],
  ])('%s in %s may be repaired in another way, and be saved', async (kind, name, where, lines) => {
    const other = breakLab(await readLab(name), { level: 1, seed: 1, kind }, start) as BrokenLab
    const [deed] = other.drill.solution
    if (deed?.kind !== 'type') throw new Error('repaired by hand')
    const at = deed.lines[2]?.text ?? ''
    const device = where === 'here' ? deed.on : deed.on === 'SW1' ? 'SW2' : 'SW1'
    const vlan = /VLAN (?:是 )?(\d+)/.exec(other.faults[0]?.what.en ?? '')?.[1] ?? ''
    const running = start(other.drill.lab)
    const all = ['enable', 'configure terminal', ...lines(at, vlan), 'end', 'write memory']
    perform(running, { kind: 'type', on: device, lines: typed(...all) })
    expect(mark(other.drill, running).checks.filter(({ passed }) => !passed)).toEqual([])
  })
})
