/**
 * Runs configuration text through the same declarations and refusals as typing does: the startup configuration at boot,
 * `copy … running-config`, the factory lines of a profile, a lab's lines.
 */

import { parse } from '../grammar/parse.ts'
import type { Command } from './command.ts'
import { grammarFor } from './grammar-for.ts'
import type { Ios } from './ios.ts'
import { modeOf } from './modes.ts'
import type { Place, Terminal } from './terminal.ts'

export interface LoadFault {
  /** Counted from 1. */
  readonly row: number
  readonly line: string
  /** What IOS says to it. */
  readonly reply: string
  /** Where in the line the caret stands, for input that is invalid. */
  readonly at?: number
}

export interface LoadOptions {
  /** Where the first line is typed. */
  readonly place?: Place
  readonly terminal: Terminal
  /** Called with what commands print. */
  onOutput?(text: string): void
}

/** Loads lines in one pass; what is refused is left out and returned. */
export function loadConfiguration(ios: Ios, text: string, options: LoadOptions): LoadFault[] {
  const faults: LoadFault[] = []
  const rows = text.split('\n')
  const root: Place = { mode: 'config', sections: [ios.configuration] }
  let place = options.place ?? root
  const enter = (next: Place): void => {
    const { leave } = place
    place = next
    const said = leave?.()
    if (said !== undefined && said !== '') options.onOutput?.(said)
  }
  const terminal: Terminal = Object.create(options.terminal, {
    place: { get: () => place },
    enter: { value: enter },
    endConfiguration: { value: () => enter(root) },
  }) as Terminal
  let row = 0
  while (row < rows.length) {
    const line = (rows[row++] ?? '').replace(/\r$/, '')
    if (line === '' || line.startsWith('!')) continue
    if (line === 'end') break
    // What is not indented belongs to the global section first: a submode's command of the same words must not catch it.
    const indented = line.startsWith(' ')
    const candidates: Place[] = indented
      ? [place, ...enclosing(place, ios)]
      : place === root || place.mode === 'config'
        ? [root]
        : [root, place]
    let outcome:
      | { rule: Command; at: Place; args: Readonly<Record<string, unknown>>; form: 'set' | 'no' | 'default' }
      | undefined
    let reply = 'invalid input'
    let caret: number | undefined
    for (const at of candidates) {
      const parsed = parse(grammarFor(ios, at), line, 15, { ios })
      if (parsed.kind === 'command' && parsed.rule.declaration.modes.some((mode) => mode !== 'exec')) {
        outcome = { rule: parsed.rule.declaration, at, args: parsed.args, form: parsed.rule.form }
        break
      }
      if (parsed.kind === 'invalid') caret ??= parsed.at
      if (parsed.kind === 'invalid' && parsed.refusal !== undefined) reply = parsed.refusal
      else if (parsed.kind !== 'command') reply = parsed.kind
    }
    if (outcome === undefined) {
      faults.push({ row, line, reply, ...(caret !== undefined && { at: caret }) })
      continue
    }
    if (outcome.at !== place) enter(outcome.at.mode === 'config' ? root : outcome.at)
    const firstRow = row
    let said = ''
    const running = outcome.rule.run({
      ios,
      terminal,
      args: outcome.args,
      form: outcome.form,
      place: outcome.at,
      typed: line,
      fromFile: true,
    })
    for (let step = running.next(); !step.done; ) {
      if (typeof step.value === 'string') {
        said += step.value
        step = running.next()
      } else if (step.value.kind === 'ask') {
        // Banners read on in the file; questions meant for a person get Enter.
        if (step.value.read === 'text')
          step = row < rows.length ? running.next(rows[row++] ?? '') : running.return()
        else step = running.next(step.value.read === 'key' ? '\r' : '')
      } else step = running.next()
    }
    if (said !== '') {
      options.onOutput?.(said)
      if (said.startsWith('%')) faults.push({ row: firstRow, line, reply: said.trimEnd() })
    }
  }
  enter(root)
  return faults
}

/** Where `exit` leads, and where a submode's unknown commands are tried. */
export function parentOf(place: Place, ios: Ios): Place | undefined {
  const parent = modeOf(place.mode).parent
  const section = place.sections[0]?.parent ?? ios.configuration
  return parent === undefined ? undefined : { mode: parent, sections: [section] }
}

/** The modes around a submode, the nearest first. */
export function* enclosing(place: Place, ios: Ios): Generator<Place> {
  for (let at = parentOf(place, ios); at !== undefined; at = parentOf(at, ios)) yield at
}
