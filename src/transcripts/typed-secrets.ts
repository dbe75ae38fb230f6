/**
 * Passwords that a copied terminal does not show: what it says of them, or what a person has typed before who sets a
 * password and then logs in with it. What only the lab knows is no answer: finding it may be what was asked.
 */

const mostTries = 3

export class TypedSecrets {
  readonly #said: string[]
  readonly #enable: string[] = []
  readonly #line: string[] = []
  readonly #users = new Map<string, string>()
  readonly #lines = new Set<string>()
  #user: string | undefined
  /** Of the dialogue that goes on: how often it has asked. */
  #tries = 0
  #lastCommand = ''

  /** @param said answers in order, for passwords that have nothing behind them */
  constructor(said: readonly string[]) {
    this.#said = [...said]
  }

  /** Who logs in, where a name was asked for. */
  get user(): string | undefined {
    return this.#user
  }

  /** A command line is typed. */
  seen(line: string): void {
    this.#lastCommand = line
    this.#tries = 0
    this.#user = undefined
    this.#lines.add(normal(line))
    const user = /^user\w*\s+(\S+)\s.*?\b(?:password|secret)\s+(?:0\s+)?(\S+)\s*$/i.exec(line)
    const enable = /^ena\w*\s+(?:password|secret)\s+(?:level\s+\d+\s+)?(?:0\s+)?(\S+)\s*$/i.exec(line)
    const own = /^pas\w*\s+(?:0\s+)?(\S+)\s*$/i.exec(line)
    if (user !== null) this.#users.set(user[1] ?? '', user[2] ?? '')
    else if (enable !== null) this.#enable.unshift(enable[1] ?? '')
    else if (own !== null) this.#line.unshift(own[1] ?? '')
  }

  wasTyped(line: string): boolean {
    return this.#lines.has(normal(line))
  }

  answered(question: string, answer: string): void {
    if (/^user/i.test(question.trim())) this.#user = answer.trim()
  }

  /**
   * The answer to a password; undefined when nobody has said it.
   * @param shown what stands behind the question in the copy
   */
  next(shown: string, question: string): string | undefined {
    const written = /<<(.*)>>/.exec(shown)?.[1] ?? shown.trim()
    if (written !== '') return written
    if (this.#said.length > 0) return this.#said.shift()
    if (!/^password/i.test(question.trim())) return undefined
    const known = this.#known()
    return known[this.#tries++]
  }

  #known(): readonly string[] {
    if (this.#user !== undefined) {
      const word = this.#users.get(this.#user)
      return word === undefined ? [] : [word]
    }
    const isEnable = /^en\w*(?:\s+\d+)?$/i.test(this.#lastCommand)
    return [...new Set(isEnable ? this.#enable : this.#line)].slice(0, mostTries)
  }
}

function normal(line: string): string {
  return line.trim().replace(/\s+/g, ' ').toLowerCase()
}
