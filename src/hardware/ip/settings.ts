/** How stacks of different makers behave. IOS: Cisco command reference; Linux: ip-sysctl. */

import { unreachableCodes } from '../../wire/icmp.ts'
import type { IpSettings } from './types.ts'

/** A router, or a switch with `forwarding: false`. */
export const iosIpSettings: IpSettings = {
  forwarding: true,
  ttl: 255,
  arp: {
    heldPackets: 0,
    requests: 1,
    retryMs: 1000,
    timeoutMs: 240 * 60_000,
    afterwards: 'refresh',
    incompleteMs: 60_000,
    announces: true,
    onlyOwnSubnets: true,
  },
  unreachableIntervalMs: 500,
  hostUnreachable: false,
  answersBroadcastEcho: true,
  reassemblyMs: 30_000,
  noRouteCode: unreachableCodes.host,
  quotedBytes: 8,
}

export const linuxIpSettings: IpSettings = {
  forwarding: false,
  ttl: 64,
  arp: {
    heldPackets: 3,
    requests: 3,
    retryMs: 1000,
    timeoutMs: 30_000,
    afterwards: 'stale',
    incompleteMs: 60_000,
    announces: false,
    onlyOwnSubnets: false,
  },
  unreachableIntervalMs: 0,
  hostUnreachable: true,
  answersBroadcastEcho: false,
  reassemblyMs: 30_000,
  noRouteCode: unreachableCodes.network,
  quotedBytes: 528,
}
