/**
 * Who stands above whom: the devices of a lab in layers, from top to bottom, and from left to right in each. As the lab's
 * positions say; without them routers stand above the switches that join switches, those above the switches of hosts, and
 * hosts at the bottom. Leaves out columns and rows of the screen.
 */

import type { Lab, LabDevice } from '../../../labs/lab.ts'

export type LabPlan = Pick<Lab, 'devices' | 'cables'>

export interface Placed {
  readonly name: string
  readonly layer: number
  /** From 0 at the left to 1 at the right. */
  readonly across: number
}

/** In the order of layers, and of places in each. Link states have no part in it: a picture stays put. */
export function layersOf(plan: LabPlan): Placed[][] {
  const positioned = plan.devices.every(({ position }) => position !== undefined)
  const layers = positioned ? byPosition(plan.devices) : byKind(plan)
  return layers
    .filter((layer) => layer.length > 0)
    .map((layer, at) => layer.map((one) => ({ ...one, layer: at })))
}

function byPosition(devices: readonly LabDevice[]): Placed[][] {
  const at = ({ position }: LabDevice) => position ?? { x: 0, y: 0 }
  const rows = [...new Set(devices.map((device) => at(device).y))].sort((a, b) => a - b)
  const columns = devices.map((device) => at(device).x)
  const least = Math.min(...columns)
  const span = Math.max(...columns) - least
  return rows.map((y, layer) =>
    devices
      .filter((device) => at(device).y === y)
      .sort((a, b) => at(a).x - at(b).x)
      .map((device) => ({
        name: device.name,
        layer,
        across: span === 0 ? 0.5 : (at(device).x - least) / span,
      })),
  )
}

function byKind({ devices, cables }: LabPlan): Placed[][] {
  const byName = new Map(devices.map((device) => [device.name, device]))
  const neighbours = new Map<string, string[]>(devices.map(({ name }) => [name, []]))
  for (const { from, to } of cables) {
    neighbours.get(from.device)?.push(to.device)
    neighbours.get(to.device)?.push(from.device)
  }
  const kind = (name: string): 'host' | 'router' | 'switch' => {
    const profile = byName.get(name)?.profile
    return profile === undefined || profile.kind === 'host' ? 'host' : profile.kind
  }
  const layerOf = ({ name }: LabDevice): number => {
    if (kind(name) === 'router') return 0
    if (kind(name) === 'host') return 3
    const kinds = (neighbours.get(name) ?? []).map(kind)
    const joins = kinds.filter((one) => one === 'switch').length
    return !kinds.includes('host') && (joins > 1 || kinds.includes('router')) ? 1 : 2
  }
  const layers: string[][] = [[], [], [], []]
  for (const device of devices) layers[layerOf(device)]?.push(device.name)
  return across(
    layers.filter((layer) => layer.length > 0),
    neighbours,
  )
}

// Down and up again, so often that small labs have settled.
const sweeps = 4

/** Each layer in the order of what its devices are cabled to. */
function across(layers: string[][], neighbours: ReadonlyMap<string, readonly string[]>): Placed[][] {
  const places = new Map<string, number>()
  const spread = (layer: readonly string[]): void =>
    layer.forEach((name, at) => void places.set(name, (at + 0.5) / layer.length))
  for (const layer of layers) spread(layer)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const layer of sweep % 2 === 0 ? layers : [...layers].reverse()) {
      const middles = new Map(
        layer.map((name) => {
          const others = (neighbours.get(name) ?? []).filter((other) => !layer.includes(other))
          const sum = others.reduce((total, other) => total + (places.get(other) ?? 0), 0)
          return [name, others.length === 0 ? (places.get(name) ?? 0) : sum / others.length]
        }),
      )
      layer.sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0))
      spread(layer)
    }
  }
  return layers.map((layer, number) =>
    layer.map((name) => ({ name, layer: number, across: places.get(name) ?? 0 })),
  )
}
