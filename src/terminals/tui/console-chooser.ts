/** Choosing a console among more than there are digits: by arrows, or by typing a part of a name. */

import type { DeviceChoice } from './device-choices.ts'

export class ConsoleChooser {
  typed = ''
  /** Place in `matching`. */
  chosen: number
  readonly #choices: readonly DeviceChoice[]

  constructor(choices: readonly DeviceChoice[]) {
    this.#choices = choices
    this.chosen = Math.max(
      0,
      choices.findIndex(({ isActive }) => isActive),
    )
  }

  /** Names that begin with what is typed come first. */
  get matching(): DeviceChoice[] {
    const typed = this.typed.toLowerCase()
    const at = ({ name }: DeviceChoice): number => name.toLowerCase().indexOf(typed)
    const found = this.#choices.filter((choice) => at(choice) >= 0)
    return [...found.filter((choice) => at(choice) === 0), ...found.filter((choice) => at(choice) > 0)]
  }

  /** The name that was chosen by this key, if it was. */
  key(key: string): string | undefined {
    const last = Math.max(0, this.matching.length - 1)
    if (key === 'enter') return this.matching[this.chosen]?.name
    if (key === 'up') this.chosen = Math.max(0, this.chosen - 1)
    else if (key === 'down' || key === 'tab') this.chosen = Math.min(last, this.chosen + 1)
    else if (key === 'home' || key === 'pageup') this.chosen = 0
    else if (key === 'end' || key === 'pagedown') this.chosen = last
    else if (key === 'backspace') this.#type([...this.typed].slice(0, -1).join(''))
    else if (key === 'ctrl-u') this.#type('')
    else if ([...key].length === 1 && key !== ' ') this.#type(this.typed + key)
    return undefined
  }

  #type(typed: string): void {
    this.typed = typed
    this.chosen = 0
  }
}
