/**
 * Why a frame can end before its destination. Every such frame ends for one of these, which is kept with it: explanations
 * and tests compare these words, people read them.
 */

import type { Bad } from '../wire/bytes.ts'

export type Ending =
  // On the cable
  | 'no cable'
  | 'link down'
  | 'output queue full'
  | 'cable cut'
  | 'late collision'
  | 'checksum'
  | 'power off'
  // In a switch
  | 'stp blocking'
  | 'stp learning'
  | 'vlan not allowed on trunk'
  | 'vlan does not exist'
  | 'tagged frame on access port'
  | 'not an isl frame'
  | 'destination on the same port'
  | 'no other port in the vlan'
  | 'static drop'
  | 'broadcast storm'
  // In whoever reads the packet
  | 'not for this host'
  | 'unknown ethertype'
  | 'unknown vlan tag'
  | 'malformed'
  | 'interface down'
  | 'no ip address'
  | 'not forwarding'
  | 'directed broadcast'
  | 'no route'
  | 'null route'
  | 'ttl'
  | 'fragmentation needed'
  | 'no arp entry yet'
  | 'no arp reply'
  | 'arp queue full'
  | 'no port listening'
  | 'unknown protocol'
  | 'nobody waits for it'

/** Of a packet that could not be read. */
export function endingOf(bad: Bad): Ending {
  return bad === 'checksum' ? bad : 'malformed'
}
