/**
 * Lines under `line con|aux|vty` that set up a serial port or wait for sessions over the network: kept and printed, without
 * effect on a console that is no wire. Source: Cisco "Terminal Services Command Reference".
 */

import { lineMode } from '../../declare.ts'

const line = lineMode
const inert = { place: 'other', inert: true } as const

export const sessionTimeout = line.line('session-timeout <minutes:0-35791> [{output:output}]', {
  help: {
    'session-timeout': 'Set interval for closing connection when there is no input traffic',
    minutes: 'Session timeout interval, minutes',
    output: 'Include output traffic as well as input traffic',
  },
  place: 'session-timeout',
  default: { minutes: 0 },
  inert: true,
  // The device leaves a blank at the end where the optional word would stand. From memory.
  print: ({ minutes, output }) => [`session-timeout ${minutes} ${output ?? ''}`],
})

export const location = line.line('location <text:line>', {
  help: { location: 'Enter terminal location description', text: "One line terminal's location description" },
  place: 'location',
})

export const sessionLimit = line.line('session-limit <sessions:1-4294967295>', {
  help: { 'session-limit': 'Set maximum number of sessions', sessions: 'Number of sessions' },
  needs: 'router',
  place: 'session-limit',
  inert: true,
})

const accessClass = line.words('access-class', {
  'access-class': 'Filter connections based on an IP access list',
})
const accessClassTail = {
  in: 'Filter incoming connections',
  out: 'Filter outgoing connections',
  'vrf-also': 'Same access list is applied for all VRFs',
} as const

export const accessClassNumber = accessClass.line('<number:1-199> {direction:in|out} [{vrf:vrf-also}]', {
  help: { number: 'IP access list', ...accessClassTail },
  key: ['direction'],
  slot: 'access-class',
  place: 'access-class',
  inert: true,
  compare: (a, b) => (a.direction < b.direction ? -1 : 1),
})

export const accessClassName = accessClass.line('<name:word> {direction:in|out} [{vrf:vrf-also}]', {
  help: { name: 'Access-list name', ...accessClassTail },
  key: ['direction'],
  slot: 'access-class',
  place: 'access-class',
  inert: true,
  compare: (a, b) => (a.direction < b.direction ? -1 : 1),
})

line.line('absolute-timeout <minutes:0-10000>', {
  help: {
    'absolute-timeout': 'Set absolute timeout for line disconnection',
    minutes: 'Absolute timeout interval in minutes',
  },
  needs: 'router',
  place: 'absolute-timeout',
  default: { minutes: 0 },
  inert: true,
})

line.line('logout-warning [<seconds:0-4294967295>]', {
  help: {
    'logout-warning': 'Set Warning countdown for absolute timeout of line',
    seconds: 'Warning countdown, in seconds',
  },
  needs: 'router',
  place: 'logout-warning',
  inert: true,
})

export const rotary = line.line('rotary <group:0-127>', {
  help: { rotary: 'Add line to a rotary group', group: 'Rotary group to add line to' },
  place: 'rotary',
  default: { group: 0 },
  inert: true,
})

line.line('activation-character <character:0-255>', {
  help: {
    'activation-character': 'Define the activation character',
    character: 'Activation character or its decimal equivalent',
  },
  needs: 'router',
  place: 'activation-character',
  noResets: false,
  default: { character: 13 },
  inert: true,
})

const escapes = line.words('escape-character', {
  'escape-character': "Change the current line's escape character",
})
const escapeSlot = { place: 'escape-character', slot: 'escape-character', inert: true } as const
export const escapeCharacter = escapes.line('<code:0-255>', {
  ...escapeSlot,
  help: { code: 'Escape character or its ASCII decimal equivalent' },
  default: { code: 30 },
  printNo: () => ['escape-character NONE'],
})
export const escapeWord = escapes.line('{word:BREAK|NONE}', {
  ...escapeSlot,
  help: { BREAK: 'Cause escape on BREAK', NONE: 'Disable escape entirely' },
})
escapes.action('DEFAULT', {
  help: { DEFAULT: 'Use default escape character' },
  *run({ ios, place }) {
    for (const section of place.sections) escapeCharacter.unset({ ios, section }, {}, 'default')
  },
})

line.line('notify', {
  ...inert,
  help: { notify: 'Inform users of output from concurrent sessions' },
})

export const databits = line.line('databits {bits:5|6|7|8}', {
  help: {
    databits: 'Set number of data bits per character',
    5: 'Data bits 5',
    6: 'Data bits 6',
    7: 'Data bits 7',
    8: 'Data bits 8',
  },
  place: 'databits',
  default: { bits: '8' },
  inert: true,
})

export const parity = line.line('parity {kind:even|mark|none|odd|space}', {
  help: {
    parity: 'Set terminal parity',
    even: 'Even parity',
    mark: 'Mark parity',
    none: 'No parity',
    odd: 'Odd parity',
    space: 'Space parity',
  },
  place: 'parity',
  default: { kind: 'none' },
  inert: true,
})

export const stopbits = line.line('stopbits {bits:1|1.5|2}', {
  help: {
    stopbits: 'Set async line stop bits',
    1: 'One stop bit',
    '1.5': 'One and one-half stop bits',
    2: 'Two stop bits',
  },
  place: 'stopbits',
  inert: true,
})

export const speed = line.line('speed <bps:0-4294967295>', {
  help: { speed: 'Set the transmit and receive speeds', bps: 'Transmit and receive speeds' },
  place: 'speed',
  default: { bps: 9600 },
  inert: true,
})
line.line('rxspeed <bps:0-4294967295>', {
  help: { rxspeed: 'Set the receive speed', bps: 'Receive speed' },
  place: 'speed',
  default: { bps: 9600 },
  inert: true,
})
line.line('txspeed <bps:0-4294967295>', {
  help: { txspeed: 'Set the transmit speeds', bps: 'Transmit speed' },
  place: 'speed',
  default: { bps: 9600 },
  inert: true,
})

line.line('flowcontrol {kind:NONE|hardware|software}', {
  help: {
    flowcontrol: 'Set the flow control',
    NONE: 'Set no flow control',
    hardware: 'Set hardware flow control',
    software: 'Set software flow control',
  },
  place: 'flowcontrol',
  default: { kind: 'NONE' },
  inert: true,
})

const bits = { 7: 'Seven bits', 8: 'Eight bits' } as const
line.line('data-character-bits {bits:7|8}', {
  ...inert,
  help: { 'data-character-bits': 'Size of characters being handled', ...bits },
  default: { bits: '8' },
})
line.line('exec-character-bits {bits:7|8}', {
  ...inert,
  help: { 'exec-character-bits': 'Size of characters to the command exec', ...bits },
  default: { bits: '7' },
})
line.line('special-character-bits {bits:7|8}', {
  ...inert,
  help: { 'special-character-bits': 'Size of the escape (and other special) characters', ...bits },
  default: { bits: '7' },
})
line.line('start-character <code:0-255>', {
  ...inert,
  help: {
    'start-character': 'Define the start character',
    code: 'Start character or its decimal equivalent',
  },
})
line.line('stop-character <code:0-255>', {
  ...inert,
  help: { 'stop-character': 'Define the stop character', code: 'Stop character or its decimal equivalent' },
})
line.line('padding <code:0-127> <nulls:0-255>', {
  ...inert,
  help: {
    padding: 'Set padding for a specified output character',
    code: 'ASCII decimal equivalent of character to pad',
    nulls: 'Number of NULL characters to send',
  },
  key: ['code'],
})
export const terminalType = line.line('terminal-type <type:word>', {
  ...inert,
  help: { 'terminal-type': 'Set the terminal type', type: 'Terminal type' },
})
line.line('international', {
  ...inert,
  help: { international: 'Enable international 8-bit character support' },
})
