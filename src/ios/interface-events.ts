/** What features do when an interface comes, goes or changes; kept apart so that nobody imports in a circle. */

import type { Interface } from './interfaces.ts'
import type { Ios } from './ios.ts'

type Listener = (ios: Ios, made: Interface) => void

const created: Listener[] = []
const removed: Listener[] = []
const reset: Listener[] = []
const linkChanges: Listener[] = []

export function onInterfaceCreated(listener: Listener): void {
  created.push(listener)
}

export function onInterfaceRemoved(listener: Listener): void {
  removed.push(listener)
}

export function interfaceCreated(ios: Ios, made: Interface): void {
  for (const listener of created) listener(ios, made)
}

export function interfaceRemoved(ios: Ios, made: Interface): void {
  for (const listener of removed) listener(ios, made)
}

/** After all lines of an interface were undone. */
export function onInterfaceReset(listener: Listener): void {
  reset.push(listener)
}

export function interfaceReset(ios: Ios, made: Interface): void {
  for (const listener of reset) listener(ios, made)
}

/** After the interface's carrier, link or line protocol changed, or it was shut down or enabled. */
export function onLinkChange(listener: Listener): void {
  linkChanges.push(listener)
}

export function linkChanged(ios: Ios, made: Interface): void {
  made.changedMs = ios.kernel.nowMs
  for (const listener of linkChanges) listener(ios, made)
}
