import { describe, expect, test } from 'vitest'
import { parseLab, readLab, shippedLabs } from '../../src/stores/read-lab.ts'
import { drawn, type Looks } from '../../src/terminals/tui/topology/draw.ts'
import { layersOf } from '../../src/terminals/tui/topology/layers.ts'
import { layoutOf } from '../../src/terminals/tui/topology/layout.ts'
import type { Layout } from '../../src/terminals/tui/topology/layout-types.ts'
import { tracksOf } from '../../src/terminals/tui/topology/tracks.ts'
import { type Choice, walked } from '../../src/terminals/tui/topology/walk.ts'

const calm: Looks = {
  end: () => ({ text: '●', tone: 'plain' }),
  cable: () => 'plain',
  device: () => ({ tone: 'plain', mark: ' ', note: '' }),
}

const picture = (layout: Layout, looks = calm): string[] => [...drawn(layout, looks, undefined, layout).rows]

/** `x,y` of every cell of a path with the directions in which it is crossed there. */
function cells(path: Layout['cables'][number]['path']): string[] {
  const found: string[] = []
  for (let at = 1; at < path.length; at++) {
    const [fromX, fromY] = path[at - 1] ?? [0, 0]
    const [toX, toY] = path[at] ?? [0, 0]
    expect(fromX === toX || fromY === toY, 'pieces are straight').toBe(true)
    const way = fromX === toX ? 'vertical' : 'horizontal'
    const length = Math.abs(toX - fromX) + Math.abs(toY - fromY)
    for (let step = 0; step <= length; step++) {
      const x = fromX + Math.sign(toX - fromX) * step
      const y = fromY + Math.sign(toY - fromY) * step
      if (length > 0) found.push(`${x},${y} ${way}`)
    }
  }
  return [...new Set(found)]
}

describe.each(await shippedLabs())('%s', async (name) => {
  const lab = await readLab(name)

  test.each([
    [80, 20],
    [59, 35],
    [40, 12],
  ])('nothing lies on anything else in %i×%i', (columns, rows) => {
    const layout = layoutOf(lab, { columns, rows })
    expect(layout.devices.map((device) => device.name).sort()).toEqual(
      lab.devices.map((one) => one.name).sort(),
    )
    expect(layout.cables).toHaveLength(lab.cables.length)
    const taken = new Set<string>()
    for (const { x, y, width, height } of layout.devices)
      for (let cell = 0; cell < width * height; cell++) {
        const place = `${x + (cell % width)},${y + Math.floor(cell / width)}`
        expect(taken, place).not.toContain(place)
        taken.add(place)
      }
    const wires = new Set<string>()
    for (const { path, ends } of layout.cables) {
      for (const cell of cells(path)) {
        expect(wires, cell).not.toContain(cell)
        wires.add(cell)
        expect(taken, `${cell} is a device's`).not.toContain(cell.split(' ')[0])
      }
      // Each end touches its device.
      for (const { device, side, x, y } of ends) {
        const at = layout.devices.find((one) => one.name === device)
        if (at === undefined) throw new Error(device)
        if (side === 'top') expect(y).toBe(at.y - 1)
        if (side === 'bottom') expect(y).toBe(at.y + at.height)
        if (side === 'left') expect(x).toBe(at.x - 1)
        if (side === 'right') expect(x).toBe(at.x + at.width)
        if (side === 'top' || side === 'bottom') {
          expect(x).toBeGreaterThanOrEqual(at.x)
          expect(x).toBeLessThan(at.x + at.width)
        }
      }
    }
  })

  test('fits 80 by 20 with the names of its ports', () => {
    const layout = layoutOf(lab, { columns: 80, rows: 20 })
    expect(layout.columns).toBeLessThanOrEqual(80)
    expect(layout.rows).toBeLessThanOrEqual(20)
    for (const { ends } of layout.cables) for (const { label } of ends) expect(label).not.toBe('')
  })

  test('arrows reach every device from every device', () => {
    const layout = layoutOf(lab, { columns: 80, rows: 20 })
    const [first] = layout.devices
    const name = first?.name ?? ''
    const seen = new Map<string, Choice>()
    const waiting: Choice[] = [{ chosen: { kind: 'device', name }, device: name }]
    for (let choice = waiting.pop(); choice !== undefined; choice = waiting.pop()) {
      const key = JSON.stringify(choice)
      if (seen.has(key)) continue
      seen.set(key, choice)
      for (const arrow of ['up', 'down', 'left', 'right'] as const) {
        const next = walked(layout, choice, arrow)
        if (next !== undefined) waiting.push(next)
      }
    }
    const chosen = [...seen.values()].map((choice) => choice.chosen)
    for (const device of lab.devices) expect(chosen).toContainEqual({ kind: 'device', name: device.name })
    for (const index of lab.cables.keys()) expect(chosen).toContainEqual({ kind: 'cable', index })
  })
})

const unplaced = `
name: unplaced
devices:
  PC1: { profile: host, address: 10.0.0.1/24 }
  PC2: { profile: host, address: 10.0.0.2/24 }
  SW1: { profile: catalyst-2960-24tt }
  SW2: { profile: catalyst-2960-24tt }
  R1: { profile: isr-1941 }
cables:
  - [R1 Gi0/0, SW1 Gi0/1]
  - [SW1 Gi0/2, SW2 Gi0/2]
  - [SW2 Fa0/1, PC2 eth0]
  - [SW2 Fa0/2, PC1 eth0]
`

describe('a lab without positions', async () => {
  const lab = await parseLab(unplaced, 'unplaced.yml')

  test('routers, distribution, access, hosts', () => {
    expect(layersOf(lab).map((layer) => layer.map(({ name }) => name))).toEqual([
      ['R1'],
      ['SW1'],
      ['SW2'],
      ['PC1', 'PC2'],
    ])
  })

  test('a cable past a layer goes around what stands there', async () => {
    const more = await parseLab(`${unplaced}  - [R1 Gi0/1, SW2 Gi0/1]\n`, 'more.yml')
    const rows = picture(layoutOf(more, { columns: 60, rows: 30 }))
    const past = rows.find((row) => row.includes('SW1')) ?? ''
    expect(past).toMatch(/│ +SW1 +│ +│/)
  })
})

describe('the picture', async () => {
  const lab = await readLab('two-switches')

  test('a pulled cable leaves its place empty', () => {
    const layout = layoutOf(lab, { columns: 80, rows: 20 })
    const gone = lab.cables.length - 1
    const without = picture(layout, { ...calm, cable: ({ index }) => (index === gone ? undefined : 'plain') })
    const lines = (rows: string[]): number => rows.join('').replaceAll(/[^─│┌┐└┘┼]/g, '').length
    expect(lines(without)).toBeLessThan(lines(picture(layout)))
    expect(without).toHaveLength(layout.rows)
  })

  test('more than fits: the part around what is chosen, and the others counted', async () => {
    const campus = await readLab('campus')
    const layout = layoutOf(campus, { columns: 30, rows: 6 })
    const chosen = { kind: 'device', name: 'PC1' } as const
    const part = drawn(layout, calm, chosen, { columns: 30, rows: 6 })
    expect(part.rows).toHaveLength(6)
    expect(part.rows.join('\n')).toContain('PC1')
    expect(part.rows.join('\n')).not.toContain('PC8')
    expect(part.hidden.right).toBeGreaterThan(0)
    expect(part.hidden.above).toBe(3)
    expect(part.hidden.left).toBe(0)
    expect(part.hidden.below).toBe(0)
  })
})

describe('tracks', () => {
  test('wires that would lie on each other have rows of their own', () => {
    expect(
      tracksOf([
        { uppers: [0], lowers: [10] },
        { uppers: [5], lowers: [15] },
        { uppers: [20], lowers: [25] },
      ]),
    ).toEqual({ count: 2, of: [0, 1, 0] })
  })

  test('in one column, what comes from above turns off higher', () => {
    const { of } = tracksOf([
      { uppers: [0], lowers: [10] },
      { uppers: [10], lowers: [20] },
    ])
    expect(of[1]).toBeLessThan(of[0] as number)
  })
})
