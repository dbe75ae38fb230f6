/**
 * A person's pattern after `| include` and its like: read as IOS reads it, matched in linear time whatever it is.
 *
 * IOS has the operators of Henry Spencer's regexp (its error words too: `% unmatched ()`, captured on IOSv, is his) and
 * adds `_`. So `{}` and `\d` are ordinary characters, and `(a*)*` is refused. The pattern is rewritten for RE2, which
 * never backtracks. Leaves out `\1` recall, which no linear matcher has and Spencer's neither: it is the digit.
 *
 * Sources: Cisco Terminal Services Configuration Guide, "Regular Expressions"; regexp(3), H. Spencer, 1986.
 */
import { RE2JS } from 're2js'

/** A pattern ready for lines. A line has no line end; the pattern may match anywhere in it. Case counts. */
export interface IosRegexp {
  test(line: string): boolean
}

/** Why a pattern does not compile, in the device's words (it prints them after `% `, above its general sentence). */
export type RegexpFault =
  | 'unmatched ()'
  | 'unmatched []'
  | 'invalid [] range'
  | '?+* follows nothing'
  | 'nested *?+'
  | '*+ operand could be empty'
  | 'trailing \\'
  | 'regexp too big'

/** No typed line is longer, and it bounds RE2's work: without counted repeats its program grows with the length alone. */
const LENGTH_MAX = 254

/** Space, comma, braces, parentheses, start and end of the line. */
const UNDERSCORE = '(?:^|$|[ ,{}()])'

/** The pattern compiled, or why it cannot be. Never throws, whatever the text. */
export function compileIosRegexp(pattern: string): IosRegexp | { fault: RegexpFault } {
  if (pattern.length > LENGTH_MAX) return { fault: 'regexp too big' }
  if (!/[.*+?^$[()|\\_]/.test(pattern)) return { test: (line) => line.includes(pattern) }
  const rewritten = rewrite([...pattern])
  if (typeof rewritten !== 'string') return rewritten
  const compiled = RE2JS.compile(rewritten)
  return { test: (line) => compiled.test(line) }
}

/** One open parenthesis, or the whole pattern. "Width": it cannot match the empty text. */
interface Group {
  earlierBranchesHaveWidth: boolean
  branchHasWidth: boolean
}

/** The piece just read: what a following `*` would repeat. */
interface Piece {
  hasWidth: boolean
  repeated: boolean
}

/** IOS syntax to RE2 syntax in one pass. Rules on repeats are Spencer's. */
function rewrite(pattern: readonly string[]): string | { fault: RegexpFault } {
  const outer: Group[] = []
  let group: Group = { earlierBranchesHaveWidth: true, branchHasWidth: false }
  let piece: Piece | undefined
  let out = ''

  const endPiece = (): void => {
    group.branchHasWidth ||= piece?.hasWidth ?? false
    piece = undefined
  }
  const append = (re2: string, hasWidth: boolean): void => {
    endPiece()
    piece = { hasWidth, repeated: false }
    out += re2
  }

  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? ''
    switch (character) {
      case '*':
      case '+':
      case '?':
        if (!piece) return { fault: '?+* follows nothing' }
        if (piece.repeated) return { fault: 'nested *?+' }
        if (!piece.hasWidth && character !== '?') return { fault: '*+ operand could be empty' }
        piece = { hasWidth: character === '+', repeated: true }
        out += character
        break
      case '(':
        endPiece()
        outer.push(group)
        group = { earlierBranchesHaveWidth: true, branchHasWidth: false }
        out += '(?:'
        break
      case ')': {
        const enclosing = outer.pop()
        if (!enclosing) return { fault: 'unmatched ()' }
        endPiece()
        piece = { hasWidth: group.earlierBranchesHaveWidth && group.branchHasWidth, repeated: false }
        group = enclosing
        out += ')'
        break
      }
      case '|':
        endPiece()
        group = {
          earlierBranchesHaveWidth: group.earlierBranchesHaveWidth && group.branchHasWidth,
          branchHasWidth: false,
        }
        out += '|'
        break
      case '[': {
        const set = readSet(pattern, at + 1)
        if ('fault' in set) return set
        append(set.re2, true)
        at = set.closesAt
        break
      }
      case '\\': {
        const escaped = pattern[++at]
        if (escaped === undefined) return { fault: 'trailing \\' }
        append(literal(escaped), true)
        break
      }
      case '^':
      case '$':
        append(character, false)
        break
      case '.':
        append(character, true)
        break
      case '_':
        append(UNDERSCORE, true)
        break
      default:
        append(literal(character), true)
    }
  }
  return outer.length > 0 ? { fault: 'unmatched ()' } : out
}

/** The set that begins at `at`, after its `[`. A `]` or `-` in first place stands for itself, and so does `\]`. */
function readSet(
  pattern: readonly string[],
  at: number,
): { re2: string; closesAt: number } | { fault: RegexpFault } {
  const negated = pattern[at] === '^'
  const first = negated ? at + 1 : at
  let members = ''
  let previous: string | undefined
  for (let i = first; i < pattern.length; i++) {
    let character = pattern[i] ?? ''
    if (character === ']' && i > first) return { re2: `[${negated ? '^' : ''}${members}]`, closesAt: i }
    if (character === '-' && previous !== undefined && i + 1 < pattern.length && pattern[i + 1] !== ']') {
      i += pattern[i + 1] === '\\' ? 2 : 1
      const end = pattern[i]
      if (end === undefined) break
      if ((end.codePointAt(0) ?? 0) < (previous.codePointAt(0) ?? 0)) return { fault: 'invalid [] range' }
      members += `${literal(previous)}-${literal(end)}`
      previous = end
      continue
    }
    if (character === '\\') {
      const escaped = pattern[++i]
      if (escaped === undefined) break
      character = escaped
    }
    members += literal(character)
    previous = character
  }
  return { fault: 'unmatched []' }
}

/** The character for RE2, whatever it means there. */
function literal(character: string): string {
  return /^[0-9A-Za-z]$/.test(character) ? character : `\\x{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
