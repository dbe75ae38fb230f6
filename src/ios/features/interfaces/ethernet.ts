/** Lines of physical ports: duplex, speed, clock rate. They act when there is a cable. */

import { interfaceMode } from '../../declare.ts'

export const duplex = interfaceMode.line('duplex {duplex:auto|full|half}', {
  help: {
    duplex: 'Configure duplex operation.',
    auto: 'Enable AUTO duplex configuration',
    full: 'Force full duplex operation',
    half: 'Force half-duplex operation',
  },
  needs: ['physical', 'ethernet-port'],
  place: 'duplex',
  default: { duplex: 'auto' },
})

export const speed = interfaceMode.line('speed {speed:10|100|1000|auto}', {
  help: {
    speed: 'Configure speed operation.',
    10: 'Force 10 Mbps operation',
    100: 'Force 100 Mbps operation',
    1000: 'Force 1000 Mbps operation',
    auto: 'Enable AUTO speed configuration',
  },
  needs: ['physical', 'ethernet-port'],
  place: 'speed',
  default: { speed: 'auto' },
})

export const clockRate = interfaceMode.line('clock rate <bps:1200-8000000>', {
  help: {
    clock: 'Configure serial interface clock',
    rate: 'Configure serial interface clock speed',
    bps: 'Speed (bits per second)',
  },
  needs: 'serial-port',
  place: 'clock-rate',
})
