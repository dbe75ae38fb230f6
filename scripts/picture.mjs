// The pictures of the README, made from real runs: the built program in a pty, its screen read by a terminal emulator, the
// cells written as SVG.
//
//   node scripts/picture.mjs [FOLDER]      docs when left out

import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { spawn } from '@lydell/node-pty'
import unicode11 from '@xterm/addon-unicode11'
import xterm from '@xterm/headless'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const cell = { width: 8.4, height: 18, baseline: 13.5 }
const margin = 14
const deadlineMs = 20_000

/** @typedef {{ type: string, shows: string | RegExp }} Step What is typed, and what has to stand on the screen before the next. */

/** @type {{ file: string, title: string, size: { columns: number, rows: number }, args: string[], steps: Step[] }[]} */
const pictures = [
  {
    file: 'console.svg',
    title: 'The console of a Catalyst 2960 in Rollover, with the menu open',
    size: { columns: 80, rows: 27 },
    args: [],
    steps: [
      { type: '', shows: 'Ctrl-] menu' },
      { type: '\r', shows: 'Switch>' },
      { type: 'enable\r', shows: 'Switch#' },
      { type: 'configure terminal\r', shows: '(config)#' },
      { type: 'hostname SW1\rvlan 10\rname STAFF\rexit\r', shows: 'SW1(config)#' },
      { type: 'interface range fa0/1 - 4\rswitchport access vlan 10\rend\r', shows: '%SYS-5-CONFIG_I' },
      { type: '\rshow vlan brief\r', shows: 'trnet-default' },
      { type: 'show interfaces ?', shows: '--More--' },
      { type: '\x1d', shows: '┌ Rollover ─' },
    ],
  },
  {
    file: 'lab.svg',
    title: 'A campus in Rollover: the spanning tree of VLAN 10 at a console and in the topology beside it',
    size: { columns: 142, rows: 36 },
    args: ['campus', '--on', 'A2'],
    steps: [
      { type: '', shows: 'Ctrl-] menu' },
      { type: '\r', shows: 'A2>' },
      { type: 'enable\r', shows: 'A2#' },
      { type: 'show spanning-tree vlan 10\r', shows: /A2#$/m },
      { type: '\x1dt', shows: 'Topology · campus' },
      { type: 'v', shows: 'D1 root' },
      { type: '\t', shows: 'Ctrl-] Tab comes here' },
    ],
  },
]

/** @typedef {InstanceType<typeof xterm.Terminal>} Terminal */
/** @typedef {import('@xterm/headless').IBufferCell} Cell */

/**
 * Plays the session; the terminal as it then stands.
 * @param {typeof pictures[number]} picture
 * @returns {Promise<Terminal>}
 */
async function play({ steps, args, size }) {
  const terminal = new xterm.Terminal({ cols: size.columns, rows: size.rows, allowProposedApi: true })
  terminal.loadAddon(new unicode11.Unicode11Addon())
  terminal.unicode.activeVersion = '11'
  const pty = spawn(
    process.execPath,
    [path.join(root, 'dist', 'rollover.js'), ...args, '--ephemeral', '--lang', 'en'],
    {
      cols: size.columns,
      rows: size.rows,
      env: { ...process.env, TERM: 'xterm-256color', CI: 'false', FORCE_COLOR: '1' },
    },
  )
  let look = () => {}
  pty.onData((data) => terminal.write(data, () => look()))
  try {
    for (const { type, shows } of steps) {
      pty.write(type)
      await new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`"${shows}" does not come:\n${textOf(terminal)}`)),
          deadlineMs,
        )
        look = () => {
          const text = textOf(terminal)
          if (typeof shows === 'string' ? !text.includes(shows) : !shows.test(text)) return
          clearTimeout(timer)
          look = () => {}
          resolve(undefined)
        }
        look()
      })
    }
  } finally {
    pty.kill('SIGKILL')
  }
  return terminal
}

/** @param {Terminal} terminal */
function textOf(terminal) {
  return Array.from({ length: terminal.rows }, (_, y) => lineOf(terminal, y)?.translateToString(true)).join(
    '\n',
  )
}

/** @param {Terminal} terminal @param {number} y */
function lineOf(terminal, y) {
  const { active } = terminal.buffer
  return active.getLine(active.baseY + y)
}

/** The 16 colours in the order of their numbers. */
const palette = [
  ['#1d1f21', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d7dae0'],
  ['#5c6370', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#ffffff'],
].flat()
const ground = '#1d1f21'
const ink = '#d7dae0'

/**
 * @param {Terminal} terminal
 * @param {string} title
 */
function svg(terminal, title) {
  const width = Math.round(terminal.cols * cell.width + 2 * margin)
  const height = Math.round(terminal.rows * cell.height + 2 * margin)
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${ground}"/>`,
    `<g font-family="ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14" xml:space="preserve">`,
  ]
  for (let y = 0; y < terminal.rows; y++) parts.push(...rowParts(terminal, y))
  parts.push('</g>', '</svg>')
  return `${parts.join('\n')}\n`
}

/**
 * One text element for each run of like cells; its length is given, so that any font keeps the columns.
 * @param {Terminal} terminal
 * @param {number} y
 */
function rowParts(terminal, y) {
  const line = lineOf(terminal, y)
  /** @type {{ x: number, columns: number, text: string, style: string, fill: string, back: string | undefined }[]} */
  const runs = []
  for (let x = 0; line !== undefined && x < terminal.cols; x++) {
    const found = line.getCell(x)
    if (found === undefined || found.getWidth() === 0) continue
    const { style, fill, back } = look(found)
    const last = runs.at(-1)
    const columns = found.getWidth()
    const text = found.getChars() || ' '
    // Box drawing and wide characters stand alone: fonts disagree about their width.
    const alone = columns > 1 || /[^ -~]/.test(text)
    const lastIsPlain = last !== undefined && /^[ -~]*$/.test(last.text)
    if (!alone && lastIsPlain && last.style === style && last.fill === fill && last.back === back) {
      last.text += text
      last.columns += columns
    } else runs.push({ x, columns, text, style, fill, back })
  }
  const top = margin + y * cell.height
  return runs.flatMap(({ x, columns, text, style, fill, back }) => {
    const left = fixed(margin + x * cell.width)
    const length = fixed(columns * cell.width)
    const parts =
      back === undefined
        ? []
        : [`<rect x="${left}" y="${fixed(top)}" width="${length}" height="${cell.height}" fill="${back}"/>`]
    if (text.trim() === '') return parts
    const kept = text.trimEnd()
    const keptLength = fixed((columns - (text.length - kept.length)) * cell.width)
    parts.push(
      `<text x="${left}" y="${fixed(top + cell.baseline)}" fill="${fill}"${style} textLength="${keptLength}" lengthAdjust="spacingAndGlyphs">${escaped(kept)}</text>`,
    )
    return parts
  })
}

/** @param {Cell} found */
function look(found) {
  const colour = found.isFgPalette() ? (palette[found.getFgColor()] ?? ink) : ink
  const behind = found.isBgPalette() ? palette[found.getBgColor()] : undefined
  const inverse = found.isInverse() !== 0
  return {
    fill: inverse ? (behind ?? ground) : colour,
    back: inverse ? colour : behind,
    style: [found.isBold() ? ' font-weight="bold"' : '', found.isDim() ? ' opacity="0.6"' : ''].join(''),
  }
}

/** @param {number} number */
const fixed = (number) => String(Math.round(number * 100) / 100)

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const folder = process.argv[2] ?? path.join(root, 'docs')
fs.mkdirSync(folder, { recursive: true })
for (const picture of pictures) {
  const terminal = await play(picture)
  fs.writeFileSync(path.join(folder, picture.file), svg(terminal, picture.title))
  terminal.dispose()
}
