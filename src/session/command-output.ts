/**
 * Runs one command to its end on a terminal: its text through the output modifier and the pager, its questions and pauses
 * through the tty. A quit at ` --More-- `, Ctrl-C at a question and the break key end the command, wherever it is.
 */

import type { Ios } from '../ios/ios.ts'
import { type Modifier, modifierOf } from '../ios/output-modifiers.ts'
import { port } from '../ios/session-ports.ts'
import type { Ask, Running, Step } from '../ios/steps.ts'
import { compileIosRegexp, type IosRegexp } from './ios-regexp.ts'
import { LineEditor } from './line-editor.ts'
import { begin, count, exclude, include, type LineFilter, section } from './modifiers.ts'
import { Pager } from './pager.ts'
import { breakCode, type Script, type Tty } from './tty.ts'

export interface OutputOptions {
  readonly ios: Ios
  readonly tty: Tty
  readonly length: number
  readonly width: number
  readonly args: Readonly<Record<string, unknown>>
}

/** Runs `running`; what it prints is filtered and paged. */
export function* runCommand(running: Running, options: OutputOptions): Script {
  const modifier = modifierOf(options.args)
  if (modifier === undefined) {
    yield* drive(running, options, newPager(options))
    return
  }
  const filter = filterOf(modifier)
  if (typeof filter === 'string') {
    options.tty.write(filter)
    return
  }
  // A filter sees whole lines: the command runs first, and what it asks is asked as always.
  const collected: string[] = []
  if (!(yield* drive(running, options, undefined, (text) => collected.push(text)))) return
  yield* drive(present(collected.join(''), modifier, filter, options.ios), options, newPager(options))
}

function newPager({ length, width }: OutputOptions): Pager {
  return new Pager({
    length,
    width,
    compile: (pattern) => {
      const compiled = compileIosRegexp(pattern)
      return 'fault' in compiled ? undefined : (line) => compiled.test(line)
    },
  })
}

/** False when the person ended the command. Without a pager text goes to `collect`. */
function* drive(
  running: Running,
  options: OutputOptions,
  pager: Pager | undefined,
  collect?: (text: string) => void,
): Script<boolean> {
  const { tty } = options
  let step = running.next()
  while (!step.done) {
    const value: Step = step.value
    if (typeof value === 'string') {
      if (pager === undefined) collect?.(value)
      else {
        tty.writeRaw(pager.feed(value))
        if (pager.paused && !(yield* more(pager, tty))) {
          running.return()
          return false
        }
      }
      step = running.next()
    } else if (value.kind === 'wait') {
      const { ms, until } = value
      const response = yield until === undefined ? { kind: 'wait', ms } : { kind: 'wait', ms, until }
      if (response.kind === 'broken') {
        if (value.breakable !== true) {
          running.return()
          return false
        }
        step = running.next('break')
      } else step = running.next(response.kind === 'happened' ? 'happened' : undefined)
    } else {
      const answer = yield* answerTo(value, options)
      if (answer === undefined) {
        running.return()
        return false
      }
      step = running.next(answer)
    }
  }
  if (pager !== undefined) {
    tty.writeRaw(pager.end())
    if (pager.paused && !(yield* more(pager, tty))) return false
  }
  return true
}

/** The keys at ` --More-- `; false when the person has seen enough. */
function* more(pager: Pager, tty: Tty): Script<boolean> {
  while (pager.paused) {
    const response = yield { kind: 'key' }
    if (response.kind !== 'key') return false
    const { output, quit } = pager.key(response.key)
    tty.writeRaw(output)
    if (quit) return false
  }
  return true
}

/** Asks; undefined when Ctrl-C or the break key gave the command up. */
export function* answerTo(
  question: Ask,
  { tty, width }: Pick<OutputOptions, 'tty' | 'width'>,
): Script<string | undefined> {
  if (question.read === 'key') {
    tty.write(question.prompt)
    const response = yield { kind: 'key' }
    if (response.kind !== 'key') return undefined
    if (response.key.kind === 'control' && (response.key.code === 3 || response.key.code === breakCode)) {
      tty.write('\n')
      return undefined
    }
    return response.key.kind === 'char'
      ? response.key.text
      : response.key.kind === 'control'
        ? String.fromCharCode(response.key.code)
        : '\x1b'
  }
  const lastRow = question.prompt.lastIndexOf('\n') + 1
  tty.write(question.prompt.slice(0, lastRow))
  const editor = new LineEditor({
    prompt: question.prompt.slice(lastRow),
    width,
    echo: question.read === 'secret' ? 'none' : 'all',
    editing: true,
    help: false,
    ...(question.staysOnRow === true ? { enter: '\r' } : {}),
  })
  tty.write(editor.start())
  for (;;) {
    const response = yield { kind: 'line', editor }
    if (response.kind !== 'event') return undefined
    if (response.event.kind === 'enter') return response.event.text
    if (response.event.kind === 'end')
      return question.read === 'text' ? `${response.event.text}\x1a` : response.event.text
    if (response.event.kind === 'cancel') return undefined
    if (response.event.kind === 'break') {
      tty.write('\n')
      return undefined
    }
  }
}

/** A line filter; undefined passes everything on; a sentence when the pattern is no expression. */
function filterOf(modifier: Modifier): LineFilter | string | undefined {
  if (modifier.pattern === undefined) return undefined
  const regexp = compileIosRegexp(modifier.pattern)
  if ('fault' in regexp) return `% ${regexp.fault}\n% Failed to compile regular expression.\n`
  return makeFilter(modifier, regexp)
}

function makeFilter(modifier: Modifier, regexp: IosRegexp): LineFilter | undefined {
  switch (modifier.kind) {
    case 'include':
      return include(regexp)
    case 'exclude':
      return exclude(regexp)
    case 'begin':
      return begin(regexp)
    case 'count':
      return count(regexp)
    case 'section':
      return section(regexp, modifier.sectionForm ?? 'include')
    default:
      return undefined
  }
}

/** The command's text behind its modifier. */
function* present(text: string, modifier: Modifier, filter: LineFilter | undefined, ios: Ios): Running {
  if (modifier.url !== undefined) {
    const fault = port('writeUrl')(
      ios,
      modifier.url,
      text,
      modifier.kind === 'append' || modifier.append === true,
    )
    if (fault !== undefined) yield fault.endsWith('\n') ? fault : `${fault}\n`
    if (modifier.kind === 'tee') yield text
    return
  }
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n')
  if (filter === undefined) yield text
  else for (const line of filter(lines)) yield `${line}\n`
}
