/**
 * Finds where a text stops being JSON, and what had to stand there. `JSON.parse` reads; its messages name a place
 * only sometimes and change with the engine, so a person's mistake in a file is located here. Source: RFC 8259.
 */

export interface SyntaxFault {
  /** Index in the text where reading cannot go on. */
  readonly offset: number
  readonly expected: string
}

// Deeper files are nobody's; unbounded recursion would end in a stack overflow.
const maxDepth = 200

/** The first fault, or undefined for valid JSON. */
export function jsonSyntaxFault(text: string): SyntaxFault | undefined {
  let at = 0

  const eat = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const length = pattern.exec(text)?.[0].length
    if (length === undefined) return false
    at += length
    return true
  }
  const blank = () => eat(/[ \t\r\n]*/y)
  const fault = (expected: string): SyntaxFault => ({ offset: at, expected })

  function string(expected: string): SyntaxFault | undefined {
    if (!eat(/"/y)) return fault(expected)
    eat(/(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*/y)
    if (eat(/"/y)) return undefined
    return fault(text[at] === '\\' ? 'an escape sequence of JSON' : 'the closing "')
  }

  function value(depth: number): SyntaxFault | undefined {
    if (depth > maxDepth) return fault(`at most ${maxDepth} levels`)
    if (text[at] === '"') return string('a value')
    if (eat(/\{/y)) return members('}', () => member(depth))
    if (eat(/\[/y)) return members(']', () => value(depth + 1))
    if (eat(/(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y)) return undefined
    return fault('a value')
  }

  function member(depth: number): SyntaxFault | undefined {
    const wrong = string('a name in double quotes')
    if (wrong) return wrong
    blank()
    if (!eat(/:/y)) return fault('":"')
    blank()
    return value(depth + 1)
  }

  function members(close: '}' | ']', item: () => SyntaxFault | undefined): SyntaxFault | undefined {
    blank()
    if (text[at] === close) {
      at++
      return undefined
    }
    for (;;) {
      const wrong = item()
      if (wrong) return wrong
      blank()
      if (text[at] === close) {
        at++
        return undefined
      }
      if (!eat(/,/y)) return fault(`"," or "${close}"`)
      blank()
    }
  }

  blank()
  const wrong = value(0)
  if (wrong) return wrong
  blank()
  return at === text.length ? undefined : fault('the end of the file')
}
