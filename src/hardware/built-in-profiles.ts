/**
 * The profiles that come with the program, all of them at once. Whoever starts one device takes it from
 * profile-catalogue.ts instead, which loads no other. They are held to the schema by a test, so that no start needs the
 * validator.
 */

import c7206vxr from '../../devices/c7206vxr.json' with { type: 'json' }
import catalyst2960 from '../../devices/catalyst-2960-24tt.json' with { type: 'json' }
import catalyst3560 from '../../devices/catalyst-3560-24ps.json' with { type: 'json' }
import csr1000v from '../../devices/csr1000v.json' with { type: 'json' }
import host from '../../devices/host.json' with { type: 'json' }
import iosv from '../../devices/iosv.json' with { type: 'json' }
import isr1941 from '../../devices/isr-1941.json' with { type: 'json' }
import isr2911 from '../../devices/isr-2911.json' with { type: 'json' }
import isr4321 from '../../devices/isr-4321.json' with { type: 'json' }
import { withModules } from './modules.ts'
import type { HostProfile, Profile } from './profile.ts'

/** Switches and routers by name, in the order in which they are listed. */
export const builtInProfiles: ReadonlyMap<string, Profile> = new Map(
  // JSON modules are typed by their text, where a capability is only a string; the schema says more.
  (
    [catalyst2960, catalyst3560, isr1941, isr2911, isr4321, iosv, c7206vxr, csr1000v] as unknown as Profile[]
  ).map((profile) => [profile.name, withModules(profile).profile]),
)

/** Hosts by name. */
export const builtInHosts: ReadonlyMap<string, HostProfile> = new Map(
  ([host] as unknown as HostProfile[]).map((profile) => [profile.name, profile]),
)
