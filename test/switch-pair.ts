/** Two switches with spanning trees between them, and their listings without what differs from run to run, for tests. */

import { type Cabled, cabled } from './cabled.ts'

export const S1 = 'catalyst-2960-24tt'

/** S1 and S2 with two cables; of equal priorities S1's address is the lower one. */
export function pair(): Cabled {
  return cabled({ S1, S2: S1 }, [
    [
      ['S1', 'FastEthernet0/1'],
      ['S2', 'FastEthernet0/1'],
    ],
    [
      ['S1', 'FastEthernet0/2'],
      ['S2', 'FastEthernet0/2'],
    ],
  ])
}

export function trunks(): Cabled {
  const lab = pair()
  for (const name of ['S1', 'S2'])
    lab.configure(name, 'vlan 10', 'exit', 'interface range fa0/1 - 2', 'switchport mode trunk')
  lab.advance(60_000)
  return lab
}

export const tidy = (text: string): string =>
  text.replaceAll('\r', '').replace(/[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}/g, 'aaaa.bbbb.cccc')
export const say = (lab: Cabled, name: string, command: string): string => tidy(lab.say(name, command))
/** Name, role, state and cost of the rows of a table. */
export const rows = (text: string): string[] =>
  text.split('\n').filter((row) => /(Root|Desg|Altn|Back) (FWD|BLK|LIS|LRN|BKN)/.test(row))
