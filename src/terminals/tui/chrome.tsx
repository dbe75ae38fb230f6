/**
 * Everything around the console, drawn by Ink: the status line, its rule, and a panel with the console behind it. Loaded
 * when the console's first rows are on the screen: Ink and its layout engine take longer to load than a device to boot.
 */

import { Box, Text } from 'ink'
import type { ReactNode } from 'react'
import { textWidth } from '../../session/cell-width.ts'
import { cutToWidth, padToWidth } from './cut-to-width.ts'
import { InkFrames } from './ink-frames.ts'
import type { Panel } from './panel.ts'
import type { Piece, Tone } from './status-line.ts'

export interface ChromeProps {
  readonly columns: number
  readonly rows: number
  readonly rule: boolean
  /** Where a line that stands on the rule ends. */
  readonly split?: number | undefined
  readonly status: readonly Piece[]
  readonly panel?: Panel | undefined
  /** The console's rows, where a panel lies over them. */
  readonly behind?: readonly string[] | undefined
}

// The terminal's own 16 colours, so that it reads on dark and on light.
const tones: Readonly<Record<Tone, Parameters<typeof Text>[0]>> = {
  plain: {},
  bold: { bold: true },
  dim: { dimColor: true },
  good: { color: 'green' },
  attention: { color: 'yellow' },
  active: { color: 'cyan' },
}

/** Draws rows from props. */
export class ChromeFrames {
  readonly #ink = new InkFrames()

  /** One text a row of the window, each with its colours; the console's are empty unless given. */
  draw(props: ChromeProps): string[] {
    return this.#ink.draw(<Chrome {...props} />, props)
  }

  close(): void {
    this.#ink.close()
  }
}

function Chrome({ columns, rows, rule, split, status, panel, behind }: ChromeProps): ReactNode {
  const consoleRows = rows - (rule ? 2 : 1)
  return (
    <Box width={columns} height={rows} flexDirection="column">
      <Box height={consoleRows} flexDirection="column" overflow="hidden">
        {behind?.map((row, y) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
          <Text key={y} wrap="truncate">
            {row === '' ? ' ' : row}
          </Text>
        ))}
      </Box>
      {rule ? <Text dimColor>{ruleText(columns, split)}</Text> : null}
      <Text wrap="truncate">
        {status.map(({ text, tone }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece of the line is its place
          <Text key={i} {...tones[tone]}>
            {text}
          </Text>
        ))}
      </Text>
      {panel === undefined ? null : <PanelBox panel={panel} columns={columns} rows={consoleRows} />}
    </Box>
  )
}

function ruleText(columns: number, split: number | undefined): string {
  if (split === undefined) return '─'.repeat(columns)
  return `${'─'.repeat(split)}┴${'─'.repeat(columns - split - 1)}`
}

interface Cell {
  readonly key: string
  readonly text: string
}

function PanelBox(props: { panel: Panel; columns: number; rows: number }): ReactNode {
  const { panel, columns, rows } = props
  const lines = [...entryRows(panel), ...textRows(panel)]
  const widest = Math.max(
    ...lines.map((cells) => cells.reduce((width, { key, text }) => width + textWidth(key + text), 0)),
    textWidth(panel.title) + 2,
    textWidth(panel.footer ?? '') + 2,
  )
  const inner = Math.min(widest, columns - 4)
  const height = lines.length + 2
  const left = panel.place === 'middle' ? Math.floor((columns - inner - 4) / 2) : columns - inner - 4
  const top =
    panel.place === 'corner' ? rows - height : panel.place === 'middle' ? Math.floor((rows - height) / 2) : 0
  return (
    <Box position="absolute" left={Math.max(0, left)} top={Math.max(0, top)} flexDirection="column">
      <Text>
        ┌ <Text bold>{panel.title}</Text> {'─'.repeat(Math.max(0, inner - textWidth(panel.title)))}┐
      </Text>
      {lines.map((cells, y) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of a panel is its place
        <PanelRow key={y} cells={cells} inner={inner} />
      ))}
      <Text>
        └{'─'.repeat(Math.max(0, inner + 2 - textWidth(panel.footer ?? '') - (panel.footer ? 3 : 0)))}
        {panel.footer === undefined ? '' : <Text> {panel.footer} ─</Text>}┘
      </Text>
    </Box>
  )
}

function PanelRow({ cells, inner }: { cells: readonly Cell[]; inner: number }): ReactNode {
  let room = inner
  const parts = cells.map(({ key, text }, x) => {
    const shown = cutToWidth(text, Math.max(0, room - textWidth(key)))
    room -= textWidth(key + shown)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a cell of a row is its place
      <Text key={x}>
        <Text color="cyan">{key}</Text>
        {shown}
      </Text>
    )
  })
  return (
    <Text>
      │ {parts}
      {' '.repeat(Math.max(0, room))} │
    </Text>
  )
}

/** Entries side by side, each column as wide as its widest. */
function entryRows({ columns }: Panel): Cell[][] {
  const widths = columns.map((entries) =>
    Math.max(...entries.map(({ key, label }) => textWidth(key + label))),
  )
  const height = Math.max(0, ...columns.map((entries) => entries.length))
  return Array.from({ length: height }, (_, y) =>
    columns.map((entries, x) => {
      const entry = entries[y]
      const isLast = x === columns.length - 1
      const width = (widths[x] ?? 0) + 1 - textWidth(entry?.key ?? '') + (isLast ? 0 : 3)
      return { key: entry?.key ?? '', text: padToWidth(` ${entry?.label ?? ''}`, width) }
    }),
  )
}

function textRows({ rows = [] }: Panel): Cell[][] {
  const widest = Math.max(0, ...rows.map(([key = '']) => textWidth(key)))
  return rows.map(([key = '', text = '']) => [{ key: padToWidth(key, widest === 0 ? 0 : widest + 2), text }])
}
