/** Fields of checks that name things of a network: a cable, a MAC address. */

import { cableAt } from '../labs/cable-at.ts'
import type { Field } from './check-field.ts'
import type { MarkedLab } from './marked-lab.ts'

/** A cable of the lab by its id or by a device and its port. */
export function cable(about: string): Field<string> {
  return {
    about,
    schema: { $comment: 'a cable by its id, or by a device and its port', type: 'string', minLength: 1 },
    isOptional: false,
    faultOf: (value, lab) =>
      cableAt(lab, value) === undefined
        ? {
            found: JSON.stringify(value),
            expected: 'the id of a cable of the lab, or a device and its port',
            wrong: value,
            known: lab.cables.flatMap(({ id }) => id ?? []),
          }
        : undefined,
  }
}

/** A MAC address in any notation, or a device, which stands for those of its ports. */
export function macOf(about: string): Field<string> {
  return {
    about,
    schema: { $comment: 'a device or a MAC address', type: 'string', minLength: 1 },
    isOptional: false,
    faultOf: (value, lab) =>
      readMacText(value) !== undefined || lab.devices.some(({ name }) => name === value)
        ? undefined
        : {
            found: JSON.stringify(value),
            expected: 'a device of the lab or a MAC address such as 0050.7966.6800',
            wrong: value,
            known: lab.devices.map(({ name }) => name),
          },
  }
}

function readMacText(text: string): number | undefined {
  const digits = text.replace(/[.:-]/g, '')
  return /^[0-9a-f]{12}$/i.test(digits) && /[.:-]/.test(text) ? Number.parseInt(digits, 16) : undefined
}

/** The addresses that such a field means. @throws NoSystem */
export function macsOf(lab: MarkedLab, value: string): number[] {
  const mac = readMacText(value)
  if (mac !== undefined) return [mac]
  const links = lab.stack(value).links.map((link) => link.mac)
  return [...new Set([...lab.machine(value).ports].map(([, port]) => port.mac).concat(links))].filter(
    (one) => one !== 0,
  )
}
