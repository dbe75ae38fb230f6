/** Tells whoever runs the trees that a line changed; kept apart so that lines need not import them. */

import type { Ios } from '../../ios.ts'

let listener: (ios: Ios) => void = () => {}

export function onSettingsChange(run: (ios: Ios) => void): void {
  listener = run
}

export function settingsChanged(ios: Ios): void {
  listener(ios)
}
