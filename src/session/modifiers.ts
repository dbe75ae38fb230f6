/**
 * The line filters behind `|`: include, exclude, begin, section, count. Each turns lines (without line ends) into lines,
 * one at a time, so that the pager stops a long listing where the reader does.
 *
 * Leaves out how a modifier is spelt (the grammar's), and redirect, tee and append, which write files.
 *
 * Sources: Cisco IOS Configuration Fundamentals Command Reference, "show | include" and its kin; `section` after captured
 * listings.
 */
import type { IosRegexp } from './ios-regexp.ts'

/** Lines in, lines out; reads no further than it is asked to. */
export type LineFilter = (lines: Iterable<string>) => Iterable<string>

/** The lines that match. */
export function include(regexp: IosRegexp): LineFilter {
  return function* (lines) {
    for (const line of lines) if (regexp.test(line)) yield line
  }
}

/** The lines that do not match. */
export function exclude(regexp: IosRegexp): LineFilter {
  return function* (lines) {
    for (const line of lines) if (!regexp.test(line)) yield line
  }
}

/** The first line that matches, and all that follow. */
export function begin(regexp: IosRegexp): LineFilter {
  return function* (lines) {
    let begun = false
    for (const line of lines) {
      begun ||= regexp.test(line)
      if (begun) yield line
    }
  }
}

/**
 * Each matching line with the lines indented deeper that follow it; or, to `exclude`, all the others. A match brings no
 * line above it: ` ip ospf 1 area 0` comes without its interface.
 */
export function section(regexp: IosRegexp, keep: 'include' | 'exclude' = 'include'): LineFilter {
  return function* (lines) {
    let headIndent: number | undefined
    for (const line of lines) {
      const indent = Math.max(line.search(/\S/), 0)
      if (headIndent === undefined || indent <= headIndent)
        headIndent = regexp.test(line) ? indent : undefined
      if ((headIndent !== undefined) === (keep === 'include')) yield line
    }
  }
}

/** One line: how many match. */
export function count(regexp: IosRegexp): LineFilter {
  return function* (lines) {
    let matching = 0
    for (const line of lines) if (regexp.test(line)) matching++
    yield `Number of lines which match regexp = ${matching}`
  }
}
