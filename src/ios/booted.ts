/** The moment at which a system has its configuration and goes to work; features that start reporting then say so here. */

import type { Ios } from './ios.ts'

const hooks: ((ios: Ios) => void)[] = []

export function onBooted(hook: (ios: Ios) => void): void {
  hooks.push(hook)
}

export function booted(ios: Ios): void {
  for (const hook of hooks) hook(ios)
}
