/** Which cable of a lab a person means: by its id, or by a port that it is plugged into. */

import { portsOf } from '../hardware/profile.ts'
import type { Lab, LabCable, LabEnd } from './lab.ts'
import { portsNamed } from './port-name.ts'

/** `SW1 Gi0/1`, `SW1 GigabitEthernet0/1`, or a cable's id. */
export function cableAt(lab: Lab, named: string): LabCable | undefined {
  const byId = lab.cables.find(({ id }) => id !== undefined && id === named)
  if (byId !== undefined) return byId
  const [, device, port] = /^\s*(\S+)\s+(\S.*?)\s*$/.exec(named) ?? []
  const found = lab.devices.find(({ name }) => name.toLowerCase() === device?.toLowerCase())
  if (found === undefined || port === undefined) return undefined
  const names = portsNamed(portsOf(found.profile), port).map(({ name }) => name)
  const isIt = (end: LabEnd): boolean => end.device === found.name && names.includes(end.port)
  return lab.cables.find(({ from, to }) => isIt(from) || isIt(to))
}

/** `SW1 Gi0/1`: an end as people write it. */
export function endText(lab: Lab, { device, port }: LabEnd): string {
  const profile = lab.devices.find(({ name }) => name === device)?.profile
  const short = profile && portsOf(profile).find(({ name }) => name === port)?.shortName
  return `${device} ${short ?? port}`
}
