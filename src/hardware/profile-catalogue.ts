/**
 * The built-in profiles by name, each loaded when it is asked for: a start with one device reads one file. Leaves out
 * profiles in files of a person's own (stores/read-profile.ts).
 */
import type { DeviceProfile } from './profile.ts'

const files: readonly [name: string, load: () => Promise<{ default: unknown }>][] = [
  ['catalyst-2960-24tt', () => import('../../devices/catalyst-2960-24tt.json', { with: { type: 'json' } })],
  ['catalyst-3560-24ps', () => import('../../devices/catalyst-3560-24ps.json', { with: { type: 'json' } })],
  ['isr-1941', () => import('../../devices/isr-1941.json', { with: { type: 'json' } })],
  ['isr-2911', () => import('../../devices/isr-2911.json', { with: { type: 'json' } })],
  ['isr-4321', () => import('../../devices/isr-4321.json', { with: { type: 'json' } })],
  ['iosv', () => import('../../devices/iosv.json', { with: { type: 'json' } })],
  ['c7206vxr', () => import('../../devices/c7206vxr.json', { with: { type: 'json' } })],
  ['csr1000v', () => import('../../devices/csr1000v.json', { with: { type: 'json' } })],
  ['host', () => import('../../devices/host.json', { with: { type: 'json' } })],
]

/** In the order in which they are listed. */
export const profileNames: readonly string[] = files.map(([name]) => name)

/** Resolves with undefined when there is no such profile. */
export async function builtInProfile(name: string): Promise<DeviceProfile | undefined> {
  const load = files.find(([known]) => known === name)?.[1]
  if (load === undefined) return undefined
  // The files are held to their schemas by a test.
  const profile = (await load()).default as DeviceProfile
  if (profile.kind === 'host' || profile.slots === undefined) return profile
  const { withModules } = await import('./modules.ts')
  return withModules(profile).profile
}
