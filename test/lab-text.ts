/** A lab file as a text, and the faults that are found after changing it, for tests. */

import { expect } from 'vitest'
import { BadFile } from '../src/stores/checked-file.ts'
import { parseLab } from '../src/stores/read-lab.ts'

export const good = `name: two-floors
description: { en: Two floors., zh: 两层楼。 }
clock: 2025-03-01T08:00:00Z
seed: 7
devices:
  SW1:
    profile: catalyst-2960-24tt
    position: { x: 1, y: 2 }
    # What follows is typed.
    config: |
      hostname SW1
      vlan 10
  R1: { profile: isr-1941 }
  PC1: { profile: host, address: 192.168.10.11/24, gateway: 192.168.10.1, dns: 192.168.10.1 }
  PC2:
    profile: host
    address: [192.168.10.12/24, 10.0.0.1/31]
    dns: [192.168.10.1, 8.8.8.8]
    mac: 02-00-5e-00-53-01
cables:
  - [SW1 Gi0/1, R1 Gi0/0]
  - { from: PC1 eth0, to: SW1 fastethernet 0/1, kind: crossover, id: wrong-one }
  - [ PC2 eth0 , "SW1 f0/2" ]
`

export async function faultsOf(content: string | Uint8Array): Promise<readonly string[]> {
  try {
    await parseLab(content, 'x.yml')
    return []
  } catch (error) {
    if (error instanceof BadFile) return error.faults
    throw error
  }
}

/** The faults after replacing texts of the good file, which must be there. */
export async function faultsAfter(...changes: [from: string, to: string][]): Promise<readonly string[]> {
  let text = good
  for (const [from, to] of changes) {
    expect(text).toContain(from)
    text = text.replace(from, () => to)
  }
  return faultsOf(text)
}

/** A lab of these lines of devices and cables. */
export const labOf = (devices: readonly string[], cables: readonly string[] = []): string =>
  ['name: x', 'devices:', ...devices, 'cables:', ...cables, ''].join('\n')
