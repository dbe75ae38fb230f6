/** What the IP stack of a device in a network needs from around it: the clock, journeys, and the log of what became of frames. */

import type { Network } from '../network.ts'
import type { IpEnvironment } from './types.ts'

export function environmentIn(network: Network, device: string): IpEnvironment {
  const { kernel, log } = network
  return {
    kernel,
    newJourney: () => network.newJourney(),
    delivered: (frame, link) => log.delivered(frame, device, link.name),
    passed: (frame) => log.passed(frame),
    held: (frame) => log.held(frame),
    ended: (frame, link, reason, detail) =>
      log.ended(frame, device, link?.name, reason, detail, link !== undefined),
  }
}
