/** What `rollover test` prints: for a person, as TAP version 14, or as JUnit XML. */

import { type Difference, differenceText } from '../../transcripts/difference.ts'

/** What came of one file. */
export interface Report {
  readonly path: string
  readonly rows: number
  readonly differences: readonly Difference[]
  /** Why the file could not be read; begins with its path. */
  readonly fault?: string
  /** The file's text as it has to be; its differences are those that are left. */
  readonly updated?: string
  /** It was captured on a real device and is not rewritten. */
  readonly refused?: true | boolean
  readonly tookMs: number
}

export interface Reporter {
  begin(files: number): void
  file(report: Report): void
  end(): void
}

type Print = (text: string) => void

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`

function plain(print: Print): Reporter {
  const begunMs = performance.now()
  const sums = { files: 0, rows: 0, differing: 0, unreadable: 0, updated: 0 }
  return {
    begin() {},
    file({ path, rows, differences, fault, updated, refused }) {
      sums.files++
      sums.rows += rows
      if (fault !== undefined) {
        sums.unreadable++
        print(`${fault}\n\n`)
      }
      if (updated !== undefined) {
        sums.updated++
        print(`${path}: rewritten\n`)
      }
      if (differences.length > 0) sums.differing++
      for (const difference of differences) print(`${differenceText(difference)}\n\n`)
      if (refused === true) print(`${path}: captured on a real device, so it is not rewritten\n\n`)
    },
    end() {
      const { files, rows, differing, unreadable, updated } = sums
      const parts = [
        count(files, 'transcript'),
        count(rows, 'row'),
        differing === 0 ? 'no difference' : `${differing} with differences`,
        ...(unreadable === 0 ? [] : [`${unreadable} unreadable`]),
        ...(updated === 0 ? [] : [`${updated} rewritten`]),
      ]
      print(`${parts.join(', ')} (${((performance.now() - begunMs) / 1000).toFixed(2)} s)\n`)
    },
  }
}

/** https://testanything.org/tap-version-14-specification.html */
function tap(print: Print): Reporter {
  let number = 0
  return {
    begin: (files) => print(`TAP version 14\n1..${files}\n`),
    file({ path, differences, fault }) {
      const ok = differences.length === 0 && fault === undefined
      print(`${ok ? 'ok' : 'not ok'} ${++number} - ${path.replace(/[\\#]/g, '\\$&')}\n`)
      if (ok) return
      const texts = fault === undefined ? differences.map(differenceText) : [fault]
      const [first] = differences
      print('  ---\n')
      if (first !== undefined) print(`  at:\n    file: ${JSON.stringify(path)}\n    line: ${first.row}\n`)
      print('  message: |\n')
      for (const line of texts.join('\n\n').split('\n')) print(line === '' ? '\n' : `    ${line}\n`)
      print('  ...\n')
    },
    end() {},
  }
}

function junit(print: Print): Reporter {
  const reports: Report[] = []
  return {
    begin() {},
    file: (report) => void reports.push(report),
    end() {
      const failures = reports.filter(({ differences }) => differences.length > 0).length
      const errors = reports.filter(({ fault }) => fault !== undefined).length
      const seconds = (ms: number): string => (ms / 1000).toFixed(3)
      const wholeMs = reports.reduce((sum, { tookMs }) => sum + tookMs, 0)
      const attributes = `name="rollover" tests="${reports.length}" failures="${failures}" errors="${errors}" time="${seconds(wholeMs)}"`
      print(`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n<testsuite ${attributes}>\n`)
      for (const { path, differences, fault, tookMs } of reports) {
        print(`<testcase name=${quoted(path)} file=${quoted(path)} time="${seconds(tookMs)}"`)
        if (fault === undefined && differences.length === 0) print('/>\n')
        else {
          print('>\n')
          if (fault !== undefined) print(`<error message=${quoted(fault)}/>\n`)
          for (const difference of differences) {
            const message = quoted(`${difference.path}:${difference.row}`)
            print(`<failure message=${message}>${escaped(differenceText(difference))}</failure>\n`)
          }
          print('</testcase>\n')
        }
      }
      print('</testsuite>\n</testsuites>\n')
    },
  }
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\n', '&#10;'],
])

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities.get(character) ?? character)
}

function quoted(text: string): string {
  return `"${text.replace(/[&<>"\n]/g, (character) => entities.get(character) ?? character)}"`
}

export const reporters: Record<'plain' | 'tap' | 'junit', (print: Print) => Reporter> = { plain, tap, junit }
