/**
 * Arrow keys in the topology: left and right go along a layer, up and down from a device to the cables on that side of it;
 * on a cable left and right go to the device's other cables, up and down to the ends.
 */

import type { Chosen } from './draw.ts'
import type { DrawnCable, DrawnDevice, Layout } from './layout-types.ts'

export type Arrow = 'up' | 'down' | 'left' | 'right'

export interface Choice {
  readonly chosen: Chosen
  /** The device whose cables left and right go through. */
  readonly device: string
}

export function walked(layout: Layout, { chosen, device }: Choice, arrow: Arrow): Choice | undefined {
  return chosen.kind === 'device'
    ? fromDevice(layout, chosen.name, arrow)
    : fromCable(layout, chosen.index, device, arrow)
}

function fromDevice(layout: Layout, name: string, arrow: Arrow): Choice | undefined {
  const here = layout.devices.find((device) => device.name === name)
  if (here === undefined) return undefined
  if (arrow === 'left' || arrow === 'right') {
    const side = cablesOf(layout, name).find((cable) => sideAt(cable, name) === arrow)
    if (side !== undefined) return onCable(side, name)
    const beside = besides(layout, here, arrow)
    return beside && onDevice(beside.name)
  }
  const side = arrow === 'up' ? 'top' : 'bottom'
  const cables = cablesOf(layout, name).filter((cable) => sideAt(cable, name) === side)
  const [first] = cables
  return first === undefined ? undefined : onCable(first, name)
}

function fromCable(layout: Layout, index: number, device: string, arrow: Arrow): Choice | undefined {
  const cable = layout.cables.find((one) => one.index === index)
  if (cable === undefined) return undefined
  const [a, b] = cable.ends
  const far = a.device === device ? b : a
  const near = a.device === device ? a : b
  if (near.side === 'left' || near.side === 'right') {
    if (arrow === near.side) return onDevice(far.device)
    if (arrow === 'left' || arrow === 'right') return onDevice(device)
  }
  if (arrow === 'up' || arrow === 'down') {
    // Around the top of both: there and back.
    if (far.side === near.side) return onDevice(arrow === 'up' ? far.device : device)
    return onDevice((arrow === 'up') === far.y < near.y ? far.device : device)
  }
  const cables = cablesOf(layout, device).filter((one) => sideAt(one, device) === near.side)
  const at = cables.findIndex((one) => one.index === index)
  const next = cables[at + (arrow === 'left' ? -1 : 1)]
  return next && onCable(next, device)
}

const onDevice = (name: string): Choice => ({ chosen: { kind: 'device', name }, device: name })
const onCable = ({ index }: DrawnCable, device: string): Choice => ({
  chosen: { kind: 'cable', index },
  device,
})

/** The next device in the layer; at its end the nearest one in that direction. */
function besides({ devices }: Layout, here: DrawnDevice, arrow: 'left' | 'right'): DrawnDevice | undefined {
  const away = (device: DrawnDevice): number => (middle(device) - middle(here)) * (arrow === 'left' ? -1 : 1)
  const far = (device: DrawnDevice): number =>
    away(device) + Math.abs(device.layer - here.layer) * farLayerColumns
  return devices
    .filter((device) => away(device) > 0)
    .reduce<DrawnDevice | undefined>(
      (best, device) => (best === undefined || far(device) < far(best) ? device : best),
      undefined,
    )
}

// Farther than any device of the same layer.
const farLayerColumns = 10_000

const middle = ({ x, width }: DrawnDevice): number => x + width / 2

/** From left to right. */
function cablesOf({ cables }: Layout, name: string): DrawnCable[] {
  const x = ({ ends }: DrawnCable): number => ends.find(({ device }) => device === name)?.x ?? 0
  return cables.filter(({ ends }) => ends.some(({ device }) => device === name)).sort((a, b) => x(a) - x(b))
}

function sideAt({ ends }: DrawnCable, name: string) {
  return ends.find(({ device }) => device === name)?.side
}
