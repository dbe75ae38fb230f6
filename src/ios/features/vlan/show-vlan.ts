/**
 * `show vlan`: VLANs with the ports in them, and their parameters. Layout: captures of Catalyst switches; row ends are blanks
 * as on the device. A port is listed under its access VLAN as long as it does not trunk.
 */

import { shortName } from '../../interface-names.ts'
import { inViewOrder } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { switchPortSettingsOf } from '../../port-settings.ts'
import { show } from '../../show-words.ts'
import { isSwitched, switchedPort } from '../../switching.ts'
import { showVlanList } from '../../vlan-list.ts'
import { lastNormalVlan, type Vlan, vlansOf } from '../../vlans.ts'

const showVlan = show.words('vlan', { vlan: 'VTP VLAN status' })

/** Ports stand side by side as long as they fit. */
const portColumns = 31

/** A port with a voice VLAN stands in both (from memory). `trunksToo`: the view of one VLAN also has the trunks that carry it. */
function portsIn(ios: Ios, vlan: number, trunksToo: boolean): string[] {
  const { accessVlan, voiceVlan } = switchPortSettingsOf()
  return inViewOrder(ios)
    .filter((made) => {
      if (!isSwitched(ios, made)) return false
      const now = switchedPort(ios, made)
      if (now?.trunk === true) return trunksToo && now.vlans.includes(vlan)
      return accessVlan(made.section) === vlan || voiceVlan(made.section) === vlan
    })
    .map(({ name }) => shortName(ios.profile, name))
}

function portLines(ports: readonly string[]): string[] {
  const lines: string[] = []
  let line = ''
  for (const port of ports) {
    if (line !== '' && line.length + 2 + port.length > portColumns) {
      lines.push(line)
      line = port
    } else line = line === '' ? port : `${line}, ${port}`
  }
  return [...lines, line]
}

/** VLANs of media that no switch has any more. */
const oldMedia: Readonly<Record<number, { type: string; stp: string }>> = {
  1002: { type: 'fddi', stp: '-' },
  1003: { type: 'tr', stp: '-' },
  1004: { type: 'fdnet', stp: 'ieee' },
  1005: { type: 'trnet', stp: 'ibm' },
}

function statusOf(vlan: Vlan): string {
  if (oldMedia[vlan.id] !== undefined) return 'act/unsup'
  if (vlan.shutdown) return vlan.state === 'active' ? 'act/lshut' : 'sus/lshut'
  return vlan.state === 'active' ? 'active' : 'suspended'
}

function briefTable(ios: Ios, vlans: readonly Vlan[], trunksToo = false): string {
  let text = `
VLAN Name                             Status    Ports
---- -------------------------------- --------- -------------------------------
`
  for (const vlan of vlans) {
    const [first = '', ...more] = portLines(portsIn(ios, vlan.id, trunksToo))
    text += `${String(vlan.id).padEnd(4)} ${vlan.name.padEnd(32)} ${statusOf(vlan).padEnd(9)} ${first}\n`
    for (const line of more) text += `${' '.repeat(48)}${line}\n`
  }
  return text
}

function parameterTable(vlans: readonly Vlan[]): string {
  let text = `
VLAN Type  SAID       MTU   Parent RingNo BridgeNo Stp  BrdgMode Trans1 Trans2
---- ----- ---------- ----- ------ ------ -------- ---- -------- ------ ------
`
  for (const { id, mtuBytes } of vlans) {
    const { type, stp } = oldMedia[id] ?? { type: 'enet', stp: '-' }
    const said = String(100_000 + id).padEnd(10)
    text += `${String(id).padEnd(4)} ${type.padEnd(5)} ${said} ${String(mtuBytes).padEnd(5)} -      -      -        ${stp.padEnd(4)} -        0      0   \n`
  }
  return text
}

const privateVlans = `
Primary Secondary Type              Ports
------- --------- ----------------- ------------------------------------------
`

/** `show vlan id` and `show vlan name`. */
function single(ios: Ios, vlan: Vlan): string {
  return `${briefTable(ios, [vlan], true)}${parameterTable([vlan])}
Remote SPAN VLAN
----------------
${vlan.remoteSpan ? 'Enabled' : 'Disabled'}
${privateVlans}`
}

showVlan.exec('', {
  help: {},
  needs: 'vlan',
  filtered: true,
  *run({ ios }) {
    const vlans = vlansOf(ios).all()
    const remote = vlans.filter(({ remoteSpan }) => remoteSpan).map(({ id }) => id)
    yield `${briefTable(ios, vlans)}${parameterTable(vlans)}
Remote SPAN VLANs
------------------------------------------------------------------------------
${showVlanList(remote)}
${privateVlans}`
  },
})

showVlan.exec('brief', {
  help: { brief: 'VTP all VLAN status in brief' },
  needs: 'vlan',
  filtered: true,
  *run({ ios }) {
    yield briefTable(ios, vlansOf(ios).all())
  },
})

showVlan.exec('id <vlan:1-4094>', {
  help: { id: 'VTP VLAN status by VLAN id', vlan: 'ISL VLAN IDs 1-4094' },
  needs: 'vlan',
  filtered: true,
  *run({ ios, args }) {
    const vlan = vlansOf(ios).get(args.vlan)
    yield vlan === undefined ? `VLAN id ${args.vlan} not found in current VLAN database\n` : single(ios, vlan)
  },
})

showVlan.exec('name <called:word>', {
  help: { name: 'VTP VLAN status by VLAN name', called: 'A VLAN name' },
  needs: 'vlan',
  filtered: true,
  *run({ ios, args: { called } }) {
    const vlan = vlansOf(ios).named(called)
    // From memory.
    yield vlan === undefined ? `VLAN ${called} not found in current VLAN database\n` : single(ios, vlan)
  },
})

showVlan.exec('summary', {
  help: { summary: 'VLAN summary information' },
  needs: 'vlan',
  filtered: true,
  *run({ ios }) {
    const vlans = vlansOf(ios).all()
    const extended = vlans.filter(({ id }) => id > lastNormalVlan).length
    yield `Number of existing VLANs               : ${vlans.length}
 Number of existing VTP VLANs          : ${vlans.length - extended}
 Number of existing extended VLANS     : ${extended}
`
  },
})
