/** `show cdp …` and `clear cdp …`. Layouts: captures of routers and switches; `entry`, `traffic` and the replies of what is off from memory. */

import type { CdpNeighbour } from '../../../protocols/cdp/cdp.ts'
import { execMode } from '../../declare.ts'
import { type Interface, inViewOrder, linkText } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { printable } from '../../printable.ts'
import { show } from '../../show-words.ts'
import { cdpCounters, cdpNeighbours, clearCdpCounters, clearCdpTable, speaksCdp } from './cdp.ts'
import { cdpRun, cdpVersion2, holdtimeSeconds, intervalSeconds } from './cdp-lines.ts'
import { addressLines, countsRows, detail, tableHeading, tableRow, versionLines } from './neighbor-text.ts'

const needs = 'cdp'
const filtered = true
const showCdp = show.words('cdp', { cdp: 'CDP information' })
const off = '% CDP is not enabled\n'

/** The text while CDP runs. */
function whileOn(ios: Ios, text: () => string): string {
  return cdpRun.isOn(ios.configuration) ? text() : off
}

showCdp.exec('', {
  help: {},
  needs,
  filtered,
  *run({ ios }) {
    yield whileOn(
      ios,
      () => `Global CDP information:
\tSending CDP packets every ${intervalSeconds(ios)} seconds
\tSending a holdtime value of ${holdtimeSeconds(ios)} seconds
\tSending CDPv2 advertisements is ${cdpVersion2.isOn(ios.configuration) ? ' enabled' : 'not enabled'}
`,
    )
  },
})

function neighboursOn(ios: Ios, name: string | undefined): CdpNeighbour[] {
  return cdpNeighbours(ios).filter(({ port }) => name === undefined || port === name)
}

function total(ios: Ios, count: number): string {
  return countsRows(ios) ? `Total cdp entries displayed : ${count}\n` : ''
}

function table(ios: Ios, name: string | undefined): string {
  const neighbours = neighboursOn(ios, name)
  const rows = neighbours.map((neighbour) => tableRow(ios, neighbour)).join('')
  const count = total(ios, neighbours.length)
  return `${tableHeading(ios)}${rows}${count === '' ? '' : `\n${count}`}`
}

function details(ios: Ios, name: string | undefined): string {
  const neighbours = neighboursOn(ios, name)
  const blocks = neighbours.map((neighbour) => detail(ios, neighbour)).join('')
  const count = total(ios, neighbours.length)
  return `${blocks}${neighbours.length === 0 && count !== '' ? '\n' : ''}${count}`
}

const neighborsHelp = { neighbors: 'CDP neighbor entries' }
const detailHelp = { detail: 'Show detailed information' }

showCdp.exec('neighbors', {
  help: neighborsHelp,
  needs,
  filtered,
  *run({ ios }) {
    yield whileOn(ios, () => table(ios, undefined))
  },
})

showCdp.exec('neighbors detail', {
  help: { ...neighborsHelp, ...detailHelp },
  needs,
  filtered,
  *run({ ios }) {
    yield whileOn(ios, () => details(ios, undefined))
  },
})

showCdp.exec('neighbors <name:interface>', {
  help: { ...neighborsHelp, name: 'Interface' },
  needs,
  filtered,
  *run({ ios, args: { name } }) {
    yield whileOn(ios, () => table(ios, name))
  },
})

showCdp.exec('neighbors <name:interface> detail', {
  help: { ...neighborsHelp, name: 'Interface', ...detailHelp },
  needs,
  filtered,
  *run({ ios, args: { name } }) {
    yield whileOn(ios, () => details(ios, name))
  },
})

/** `*` is every neighbour, and so is a name with it at its end for all that begin so. */
function matching(ios: Ios, pattern: string): CdpNeighbour[] {
  return cdpNeighbours(ios).filter(({ packet: { deviceId = '' } }) =>
    pattern.endsWith('*') ? deviceId.startsWith(pattern.slice(0, -1)) : deviceId === pattern,
  )
}

const entryHelp = { entry: 'Information for specific neighbor entry', device: 'Name of CDP neighbor entry' }

showCdp.exec('entry <device:word>', {
  help: entryHelp,
  needs,
  filtered,
  *run({ ios, args: { device } }) {
    yield whileOn(ios, () =>
      matching(ios, device)
        .map((neighbour) => detail(ios, neighbour))
        .join(''),
    )
  },
})

showCdp.exec('entry <device:word> {part:protocol|version}', {
  help: { ...entryHelp, protocol: 'Protocol information', version: 'Version information' },
  needs,
  filtered,
  *run({ ios, args: { device, part } }) {
    yield whileOn(ios, () =>
      matching(ios, device)
        .map((neighbour) => {
          const { deviceId = '', addresses = [] } = neighbour.packet
          const name = printable(deviceId)
          return part === 'protocol'
            ? `Protocol information for ${name} :\n${addressLines(addresses)
                .map((line) => `${line}\n`)
                .join('')}`
            : `\nVersion information for ${name} :\n${versionLines(neighbour)
                .map((line) => `  ${line}\n`)
                .join('')}`
        })
        .join(''),
    )
  },
})

function interfaceBlock(ios: Ios, made: Interface): string {
  const encapsulation = made.port?.cable === 'serial' ? 'HDLC' : 'ARPA'
  return `${made.name} is ${linkText(ios, made)}, line protocol is ${made.protocol}
  Encapsulation ${encapsulation}
  Sending CDP packets every ${intervalSeconds(ios)} seconds
  Holdtime is ${holdtimeSeconds(ios)} seconds
`
}

function interfacesText(ios: Ios): string {
  const ports = inViewOrder(ios).filter((made) => speaksCdp(ios, made))
  const up = ports.filter(({ protocol }) => protocol === 'up').length
  const blocks = ports.map((made) => interfaceBlock(ios, made)).join('')
  return `${blocks}
 cdp enabled interfaces : ${ports.length}
 interfaces up          : ${up}
 interfaces down        : ${ports.length - up}
`
}

const interfaceHelp = { interface: 'CDP interface status and configuration' }

showCdp.exec('interface', {
  help: interfaceHelp,
  needs,
  filtered,
  *run({ ios }) {
    yield whileOn(ios, () => interfacesText(ios))
  },
})

showCdp.exec('interface <name:interface>', {
  help: { ...interfaceHelp, name: 'Interface' },
  needs,
  filtered,
  *run({ ios, args: { name } }) {
    const made = ios.interfaces.get(name)
    yield whileOn(ios, () =>
      made !== undefined && speaksCdp(ios, made)
        ? interfaceBlock(ios, made)
        : `CDP is not enabled on interface ${name}\n`,
    )
  },
})

showCdp.exec('traffic', {
  help: { traffic: 'CDP statistics' },
  needs,
  filtered,
  *run({ ios }) {
    const { sent, sentV2, received, receivedV2, headerErrors, checksumErrors } = cdpCounters(ios)
    const bad = headerErrors + checksumErrors
    yield `CDP counters :
\tTotal packets output: ${sent}, Input: ${received}
\tHdr syntax: ${headerErrors}, Chksum error: ${checksumErrors}, Encaps failed: 0
\tNo memory: 0, Invalid packet: 0, 
\tCDP version 1 advertisements output: ${sent - sentV2}, Input: ${received - receivedV2 - bad}
\tCDP version 2 advertisements output: ${sentV2}, Input: ${receivedV2}
`
  },
})

execMode.exec('clear cdp {what:counters|table}', {
  help: {
    clear: 'Reset functions',
    cdp: 'Reset cdp information',
    counters: 'Clear CDP counters',
    table: 'Clear cdp table',
  },
  needs,
  *run({ ios, args: { what } }) {
    if (what === 'counters') clearCdpCounters(ios)
    else clearCdpTable(ios)
  },
})
